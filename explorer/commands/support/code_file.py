"""Codes by file: a CSV is read row by row, judged and written as CSV or JSON lines, whatever its length."""

import contextlib
import csv
import io
import json
import re
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from explorer.commands.support.context import paused_until
from explorer.commands.support.csv_records import Record, records
from explorer.commands.support.output import Progress
from explorer.commands.support.terminal import unfiltered, warn
from explorer.data.context import Context
from explorer.data.controls.codes import CodeChecker, Match, RelatedMeasure, Verdict
from explorer.data.words import state_name
from explorer.errors import KnownError
from explorer.files import atomic_write, refuse_existing

ADDED = (
    "verdict",
    "headline",
    "strictness",
    "presumed",
    "metals",
    "control_codes",
    "measures",
    "states",
    "also",
)
DELIMITERS = (",", ";", "\t", "|")
Cells = dict[str, list[str] | str]
PROGRESS_EVERY = 2_000
_SEPARATOR = re.compile(r'"?sep=([,;|\t])"?', re.IGNORECASE)
HEAD = 4_096
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_UTF_32 = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
_CODE_COLUMNS = (
    "code",
    "hscode",
    "hs",
    "customscode",
    "customsnumber",
    "commoditycode",
    "tariffcode",
    "海关编码",
    "商品编号",
)


def run(args: Namespace, checker: CodeChecker, context: Context) -> int:
    """Check a file; 2 where a row could not be judged, else 0 where a code of it is on file and 1 where none is."""
    path = Path(args.file)
    if args.output is not None:
        refuse_existing(Path(args.output), args.force)
    try:
        raw: IO[bytes] = path.open("rb")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a valid file name"
        raise KnownError(f"The file {path} can't be read: {reason}.") from error
    if not raw.seekable():  # a pipe
        piped = raw
        with piped:
            raw = io.BytesIO(piped.read())
    with raw:
        job = _Job(raw, path, args, checker, context)
        if args.output is None:
            job.write_to(_data_output())
        else:
            with atomic_write(Path(args.output), args.force) as file:
                out = io.TextIOWrapper(file, job.encoding_out, "surrogateescape", newline="")
                job.write_to(out)
                out.detach()  # which writes out what it holds, and leaves the file open
    warn(job.summary())
    if job.bad:
        return 2
    return 0 if job.found else 1


def _data_output() -> IO[str]:
    """Return standard output for data in UTF-8, with the line ends of the CSV; only a terminal is spared controls."""
    if hasattr(sys.stdout, "reconfigure"):
        with contextlib.suppress(ValueError, OSError):
            sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape", newline="")
    return sys.stdout if sys.stdout.isatty() else unfiltered(sys.stdout)


class _Job:
    """One run over one file; counts what was done and reports what was not."""

    def __init__(
        self, raw: IO[bytes], path: Path, args: Namespace, checker: CodeChecker, context: Context
    ) -> None:
        self._raw, self._path = raw, path
        self._checker, self._context = checker, context
        self._json = (args.format or _format_of(args.output)) == "jsonl"
        self._size = raw.seek(0, io.SEEK_END)
        raw.seek(0)
        head = raw.read(HEAD)
        raw.seek(0)
        if head[:4] in _UTF_32:
            raise KnownError(f"{path} is UTF-32: save it as CSV in UTF-8.")
        if b"\0" in head and head[:2] not in _UTF_16:
            raise KnownError(f"{path} is no text: save the table as CSV and check that file.")
        self._encoding = "utf-16" if head[:2] in _UTF_16 else "utf-8-sig"
        self.encoding_out = "utf-8-sig" if head[:3] == b"\xef\xbb\xbf" and not self._json else "utf-8"
        self._passed_over = 0
        self._answers: dict[tuple[int, str], Cells] = {}
        self._text = io.TextIOWrapper(raw, encoding=self._encoding, errors="surrogateescape", newline="")
        self._delimiter = self._sniff()
        self._header, header_lines = self._read_header()
        first = self._passed_over + header_lines + 1
        self._records = records(self._text, self._delimiter, len(self._header), first)
        self._names = _distinct(self._header)
        self._at = _column(self._header, args.column, path)
        self.done = self.bad = self.found = 0

    def _sniff(self) -> str:
        """Return the delimiter that stands most often in the header line, outside quotes."""
        try:
            line = self._text.readline()
        except UnicodeError as error:
            raise KnownError(f"{self._path} is no readable text ({error}): save it as UTF-8.") from error
        told = _SEPARATOR.fullmatch(line.strip())
        if told is not None:  # a spreadsheet's own first line, such as `sep=;`
            self._passed_over = 1
            return told[1]
        self._text.seek(0)
        outside = "".join(line.split('"')[::2])
        return max(DELIMITERS, key=lambda d: (outside.count(d), -DELIMITERS.index(d)))

    def _read_header(self) -> tuple[list[str], int]:
        """Return the names of the columns, and how many lines they take."""
        reader = csv.reader(self._text, delimiter=self._delimiter)
        try:
            header = next(reader, None)
        except csv.Error as error:
            raise KnownError(f"{self._path} is no CSV file: {error}.") from error
        if not header or not any(cell.strip() for cell in header):
            raise KnownError(f"{self._path} has no header line: name the columns in its first line.")
        if any(_undecoded(cell) for cell in header):
            raise KnownError(f"{self._path} is not UTF-8: save it as CSV in UTF-8.")
        return [cell.strip() for cell in header], reader.line_num

    def write_to(self, out: IO[str]) -> None:
        """Write the answers for all rows; a row without a code to be judged is kept, with no verdict."""
        added = [self._own(name) for name in ADDED]
        writer = csv.writer(out, delimiter=self._delimiter, lineterminator="\n")
        if not self._json:
            writer.writerow([*self._header, *added])
        bar = Progress(self._size)
        columns = len(self._header)
        for record in self._rows():
            answer, fault = self._judge(record)
            row, beyond = record.cells[:columns], record.cells[columns:]
            if self._json:
                named = dict(zip(self._names, map(_printable, row), strict=False))
                if beyond:
                    named[self._own("more_cells")] = "; ".join(map(_printable, beyond))
                extra = (
                    {self._own("error"): fault} if fault else dict(zip(added, answer.values(), strict=True))
                )
                told = {self._own("line"): record.first, **named, **extra}
                out.write(json.dumps(told, ensure_ascii=False) + "\n")
            else:
                blank = [""] * (columns - len(row))
                writer.writerow([*row, *blank, *(_joined(v) for v in answer.values()), *beyond])
            if (self.done + self.bad) % PROGRESS_EVERY == 0:
                bar.show(self._raw.tell(), f"{self.done + self.bad:,} rows")
        bar.clear()

    def _own(self, name: str) -> str:
        """Return the name of an added column, told apart from one that the file has."""
        return f"checked_{name}" if name in self._names else name

    def _rows(self) -> Iterator[Record]:
        """Yield the rows; what cannot be decoded ends the run in a sentence."""
        try:
            yield from self._records
        except UnicodeError as error:
            raise KnownError(f"{self._path} is no readable text ({error}): save it as UTF-8.") from error

    def _judge(self, record: Record) -> tuple[Cells, str]:
        """Return the added cells, and what is wrong with the row, empty where nothing is."""
        row = record.cells
        fault = f"{record.fault}." if record.fault else _fault(row, self._at, len(self._header))
        if not fault:
            try:
                answer = self._answer(self._checker.check(row[self._at]))
            except KnownError as error:
                fault = str(error)
            else:
                self.done += 1
                self.found += bool(answer["metals"])
                if any(_undecoded(cell) for cell in row):
                    self._report(record, "not UTF-8; the bytes are kept as they are.")
                return answer, ""
        self.bad += 1
        self._report(record, fault)
        return dict.fromkeys(ADDED, ""), fault

    def _answer(self, verdict: Verdict) -> Cells:
        key = (id(verdict.matches), verdict.verdict)  # the checker keeps the matches of an answer for good
        answer = self._answers.get(key)
        if answer is None:
            answer = self._answers[key] = added_cells(verdict, self._context)
        return answer

    def _report(self, record: Record, fault: str) -> None:
        warn(f"{self._path}, {record.lines}: {fault}")

    def summary(self) -> str:
        """Return the closing line."""
        bad = f", {self.bad:,} not checked (see above)" if self.bad else ""
        rows = "row" if self.done == 1 else "rows"
        return f"{self.done:,} {rows} checked{bad}."


def _distinct(names: list[str]) -> list[str]:
    """Return the keys of JSON lines, of which none may stand twice: the second `code` becomes `code 2`."""
    made: list[str] = []
    for name in names:
        count = 1
        while (f"{name} {count}" if count > 1 else name) in made:
            count += 1
        made.append(f"{name} {count}" if count > 1 else name)
    return made


def _fault(row: list[str], at: int, columns: int) -> str:
    if at >= len(row):
        return f"the row ends before the column with the code ({len(row)} of {columns} cells)."
    if any(cell.strip() for cell in row[columns:]):
        return f"the row has {len(row)} cells, the header {columns}."
    return "" if row[at].strip() else "the code is empty."


def _undecoded(cell: str) -> bool:
    return not cell.isascii() and any("\udc80" <= c <= "\udcff" for c in cell)


def _printable(cell: str) -> str:
    return cell.encode("utf-8", "replace").decode("utf-8") if _undecoded(cell) else cell


def _format_of(output: str | None) -> str:
    return "jsonl" if output is not None and Path(output).suffix.lower() in (".jsonl", ".ndjson") else "csv"


def _column(header: list[str], wanted: str | None, path: Path) -> int:
    """Return the place of the column with the codes; raise KnownError with the columns there are."""
    folded = [name.casefold() for name in header]
    there = ", ".join(f"“{name}”" for name in header)
    if wanted is not None:
        if wanted.strip().casefold() in folded:
            return folded.index(wanted.strip().casefold())
        raise KnownError(f"{path} has no column “{wanted}”; its columns are {there}.")
    if len(header) == 1:
        return 0
    plain = ["".join(c for c in name if c.isalnum()) for name in folded]
    for name in _CODE_COLUMNS:
        if name in plain:
            return plain.index(name)
    raise KnownError(f"Name the column with the codes by --column; {path} has {there}.")


def added_cells(verdict: Verdict, context: Context) -> Cells:
    """Return the cells that are added to a row; those of several values as lists."""

    def each(values: Iterator[str | None]) -> list[str]:
        return list(dict.fromkeys(v for v in values if v))

    matches = verdict.matches
    others = [a for m in matches for a in m.related]
    others += [verdict.catch_all] if verdict.catch_all is not None else []
    return {
        "verdict": verdict.verdict,
        "headline": verdict.headline or "",
        "strictness": verdict.strictness or "",
        "presumed": "yes" if verdict.presumed else "",
        "metals": each(m.item.metal_id for m in matches),
        "control_codes": each(code for m in matches for code in m.item.control_codes),
        "measures": each(m.measure.measure_id for m in matches),
        "states": each(f"{m.measure.measure_id}: {_state(m, context)}" for m in matches),
        "also": each(
            f"{a.measure.measure_id}: {a.measure.kind} {a.measure.destination} {_state(a, context)}"
            for a in others
        ),
    }


def _state(found: Match | RelatedMeasure, context: Context) -> str:
    """Return the state for a program to read, its day in ISO form: `paused until 2026-11-27`."""
    until = paused_until(found, context)
    word = f"{state_name(found.state)} until {until}" if until else state_name(found.state)
    return f"{word} (presumed)" if found.presumed else word


def _joined(value: list[str] | str) -> str:
    return value if isinstance(value, str) else "; ".join(value)
