"""Checks the codes of a CSV or XLSX file row by row and writes the answers as CSV, JSON lines or XLSX."""

import contextlib
import io
import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from explorer.commands.support.code_table import CodeTable, SheetTable, is_undecoded, printable
from explorer.commands.support.output import Progress, number
from explorer.commands.support.terminal import unfiltered, warn
from explorer.data.context import Context
from explorer.data.controls.codes import CodeChecker, Verdict
from explorer.data.finding.code_record import ADDED, Cells, added_cells, joined
from explorer.data.reading.csv_records import Record
from explorer.data.reading.list_table import ERROR, LINE, added_name, distinct_names
from explorer.data.reading.tables import MOST_BYTES
from explorer.data.reading.xlsx_rows import SIGNATURE
from explorer.data.store import Store
from explorer.data.writing.csv_file import CsvWriter
from explorer.data.writing.xlsx_file import Column, xlsx_bytes
from explorer.errors import KnownError
from explorer.files import atomic_write, refuse_existing, write_file
from explorer.language import gettext, ngettext

PROGRESS_EVERY = 2_000


def run(args: Namespace, store: Store, checker: CodeChecker, context: Context, warning: str) -> int:
    """Check a file; return 2 where a row can't be checked, else 0 where a code is on file and 1 where none is.

    `warning` says which days the data do not cover, empty where they cover the as-of date.
    """
    path = Path(args.file)
    if args.output is not None:
        refuse_existing(Path(args.output), args.force)
    with _opened(path) as raw:
        table = _table(raw, path, args)
        form = args.format or _format_of(args.output)
        job = _Job(store, table, checker, context, as_json=form == "jsonl", is_beyond=bool(warning))
        if form == "xlsx":
            if args.output is None:
                raise KnownError(gettext("XLSX output needs a file: add -o FILE.xlsx."))
            write_file(Path(args.output), job.workbook(), force=args.force)
        elif args.output is None:
            job.write_to(_data_output())
        else:
            with atomic_write(Path(args.output), args.force) as file:
                out = io.TextIOWrapper(file, job.encoding_out, "surrogateescape", newline="")
                job.write_to(out)
                out.detach()  # writes the buffer and leaves the file open
    warn(job.summary())
    if warning:
        warn(warning)
    if job.unchecked:
        return 2
    return 0 if job.matched else 1


def _opened(path: Path) -> IO[bytes]:
    """Return the file, of which a pipe is read as a whole, up to a size."""
    try:
        raw: IO[bytes] = path.open("rb")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or gettext("not a valid file name")
        text = gettext("The file {file} cannot be read: {reason}.")
        raise KnownError(text.format(file=path, reason=reason)) from error
    if raw.seekable():
        return raw
    with raw:
        content = raw.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        text = gettext("{file} is too large (limit: {count} MB).")
        raise KnownError(text.format(file=path, count=MOST_BYTES // 1_000_000))
    return io.BytesIO(content)


def _table(raw: IO[bytes], path: Path, args: Namespace) -> CodeTable | SheetTable:
    """Return the rows of a CSV file or workbook."""
    is_workbook = path.is_file() and raw.read(len(SIGNATURE)) == SIGNATURE
    if is_workbook:
        return SheetTable(path, args.column, args.sheet)
    if args.sheet is not None:
        raise KnownError(gettext("--sheet applies only to an XLSX file."))
    return CodeTable(raw, path, args.column)


def _data_output() -> IO[str]:
    """Return standard output for data: UTF-8, the line ends of CSV, and control characters except on a terminal."""
    if hasattr(sys.stdout, "reconfigure"):
        with contextlib.suppress(ValueError, OSError):
            sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape", newline="")
    return sys.stdout if sys.stdout.isatty() else unfiltered(sys.stdout)


class _Job:
    """The check of one file; counts the rows and reports those that can't be checked."""

    def __init__(
        self,
        store: Store,
        table: CodeTable | SheetTable,
        checker: CodeChecker,
        context: Context,
        *,
        as_json: bool,
        is_beyond: bool,
    ) -> None:
        self._store, self._table, self._checker, self._context = store, table, checker, context
        self._as_json, self._is_beyond = as_json, is_beyond
        self.encoding_out = "utf-8-sig" if table.has_mark and not as_json else "utf-8"
        self._answers: dict[tuple[object, ...], Cells] = {}
        self._names = distinct_names(table.header)
        self.checked = self.unchecked = self.matched = 0

    def write_to(self, out: IO[str]) -> None:
        """Write the answers for all rows; a row that can't be checked is kept, without a verdict."""
        writer = CsvWriter(out, self._table.delimiter)
        if not self._as_json:
            writer.write(self._header())
        for record, answer, fault in self._answered():
            if self._as_json:
                line = self._json_line(record, answer, fault)
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
            else:
                writer.write(self._csv_row(record, answer))

    def workbook(self) -> bytes:
        """Return the answers for all rows as a workbook, every cell as text, so that codes keep their zeros."""
        rows = [
            [printable(cell) for cell in self._csv_row(record, answer)]
            for record, answer, _ in self._answered()
        ]
        header = self._header()
        width = max(map(len, (header, *rows)))
        header += [""] * (width - len(header))
        columns = [Column(name) for name in header]
        return xlsx_bytes(
            self._table.path.stem, columns, [[*row, *[""] * (width - len(row))] for row in rows]
        )

    def _header(self) -> list[str]:
        return [*self._table.header, *map(self._added_name, ADDED)]

    def _answered(self) -> Iterator[tuple[Record, Cells, str]]:
        """Yield each row with the added cells and the reason why it can't be checked, and show the progress."""
        progress = Progress(self._table.size)
        for record in self._table.rows():
            answer, fault = self._check(record)
            yield record, answer, fault
            count = self.checked + self.unchecked
            if count % PROGRESS_EVERY == 0:
                progress.show(self._table.position, _rows(count))
        progress.clear()

    def _csv_row(self, record: Record, answer: Cells) -> list[str]:
        """Return the cells of a row, the added cells, and the cells beyond the header."""
        columns = len(self._table.header)
        row, beyond = record.cells[:columns], record.cells[columns:]
        blank = [""] * (columns - len(row))
        return [*row, *blank, *map(joined, answer.values()), *beyond]

    def _json_line(self, record: Record, answer: Cells, fault: str) -> dict[str, object]:
        """Return a row with its line number and the added cells, or the reason why it can't be checked."""
        columns = len(self._table.header)
        row, beyond = record.cells[:columns], record.cells[columns:]
        line: dict[str, object] = {self._added_name(LINE): record.first}
        line |= dict(zip(self._names, map(printable, row), strict=False))
        if beyond:
            line[self._added_name("more_cells")] = "; ".join(map(printable, beyond))
        if fault:
            return line | {self._added_name(ERROR): fault}
        return line | {self._added_name(name): value for name, value in answer.items()}

    def _added_name(self, name: str) -> str:
        """Return the name of an added column, with a prefix where the file has a column with that name."""
        return added_name(name, self._names)

    def _check(self, record: Record) -> tuple[Cells, str]:
        """Return the added cells, and why the row can't be checked, empty where it can."""
        fault = self._table.fault(record)
        if not fault:
            try:
                answer = self._answer(self._checker.check(record.cells[self._table.code_column]))
            except KnownError as error:
                fault = str(error)
            else:
                self.checked += 1
                self.matched += bool(answer["metals"])
                if any(is_undecoded(cell) for cell in record.cells):
                    self._report(record, gettext("Not UTF-8; the bytes are kept unchanged."))
                return answer, ""
        self.unchecked += 1
        self._report(record, fault)
        return dict.fromkeys(ADDED, ""), fault

    def _answer(self, verdict: Verdict) -> Cells:
        key = verdict.shared_key
        answer = self._answers.get(key)
        if answer is None:
            answer = added_cells(self._store, verdict, self._context, is_beyond=self._is_beyond)
            self._answers[key] = answer
        return answer

    def _report(self, record: Record, fault: str) -> None:
        text = gettext("{file}, {lines}: {problem}")
        warn(text.format(file=self._table.path, lines=record.lines, problem=fault))

    def summary(self) -> str:
        """Return the closing line."""
        if self.unchecked:
            text = ngettext(
                "{count} row checked, {unchecked} not checked (see above).",
                "{count} rows checked, {unchecked} not checked (see above).",
                self.checked,
            )
        else:
            text = ngettext("{count} row checked.", "{count} rows checked.", self.checked)
        return text.format(count=number(self.checked), unchecked=number(self.unchecked))


def _rows(count: int) -> str:
    return ngettext("{count} row", "{count} rows", count).format(count=number(count))


def _format_of(output: str | None) -> str:
    ending = Path(output).suffix.lower() if output is not None else ""
    return {".jsonl": "jsonl", ".ndjson": "jsonl", ".xlsx": "xlsx"}.get(ending, "csv")
