"""Reads a file with codes: its encoding, delimiter, header and rows, and the column that holds the codes."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import IO

from msgspec.structs import replace

from explorer.commands.support.output import plain
from explorer.data.numbers import exact
from explorer.data.reading.code_list import ONLY_COLUMN, CodeList, code_fault
from explorer.data.reading.csv_records import Record, records
from explorer.data.reading.line_list import cell_text, column_names, names_in_sentence
from explorer.data.reading.read_codes import is_code, known_code_column, read_code_file
from explorer.errors import KnownError, quoted
from explorer.language import gettext

DELIMITERS = (",", ";", "\t", "|")
HEAD_BYTES, MOST_LINE = 4_096, 5_000_000
_SEPARATOR_LINE = re.compile(r'"?sep=([,;|\t])"?', re.IGNORECASE)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_UTF_32 = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
_UTF_8_MARK = b"\xef\xbb\xbf"


class CodeTable:
    """The header and the rows of a CSV file; a file that can't be read as CSV raises KnownError."""

    def __init__(self, raw: IO[bytes], path: Path, column: str | None) -> None:
        self.path = path
        self.size = raw.seek(0, io.SEEK_END)
        raw.seek(0)
        head = raw.read(HEAD_BYTES)
        raw.seek(0)
        self._raw = raw
        self.has_mark = head.startswith(_UTF_8_MARK)
        self._text = io.TextIOWrapper(raw, _encoding(head, path), errors="surrogateescape", newline="")
        self._skipped_lines = 0
        self.delimiter = self._find_delimiter()
        self.header, taken = self._read_header()
        first, lines = self._skipped_lines + len(taken) + 1, self._lines()
        if any(map(is_code, self.header)):  # there is no header: the first line has a code
            first, lines = self._skipped_lines + 1, chain(taken, lines)
            names = column_names(len(self.header), ONLY_COLUMN)
            column = column or next(n for n, cell in zip(names, self.header, strict=True) if is_code(cell))
            self.header = names
        self._records = records(lines, self.delimiter, len(self.header), first)
        self.code_column = code_column(self.header, column, path)

    @property
    def position(self) -> int:
        """Return how many bytes have been read."""
        return self._raw.tell()

    def rows(self) -> Iterator[Record]:
        """Yield the rows; raise KnownError at bytes that can't be decoded."""
        try:
            yield from self._records
        except UnicodeError as error:
            raise self._unreadable(error) from error

    def fault(self, record: Record) -> str:
        """Return why a row can't be checked, empty where it can."""
        if record.fault:
            return plain(record.fault)
        return code_fault(record.cells, len(self.header), self.code_column)

    def _unreadable(self, error: UnicodeError) -> KnownError:
        text = gettext("{file} is not readable text ({error}). Save it as UTF-8.")
        return KnownError(text.format(file=self.path, error=error))

    def _find_delimiter(self) -> str:
        """Return the most frequent delimiter of the header line, outside quotes."""
        try:
            line = next(self._lines(), "")
        except UnicodeError as error:
            raise self._unreadable(error) from error
        declared = _SEPARATOR_LINE.fullmatch(line.strip())
        if declared is not None:  # a first line that spreadsheets write, such as `sep=;`
            self._skipped_lines = 1
            return declared[1]
        self._text.seek(0)
        outside = "".join(line.split('"')[::2])
        return max(DELIMITERS, key=lambda d: (outside.count(d), -DELIMITERS.index(d)))

    def _lines(self) -> Iterator[str]:
        """Yield the next lines; raise KnownError at one that is too long to be a row."""
        while line := self._text.readline(MOST_LINE + 1):
            if len(line) > MOST_LINE:
                text = gettext("{file} has a line of more than {count} characters, which is not a row.")
                raise KnownError(text.format(file=self.path, count=plain(exact(MOST_LINE))))
            yield line

    def _read_header(self) -> tuple[list[str], list[str]]:
        """Return the names of the columns and the lines that they take."""
        taken: list[str] = []
        reader = csv.reader(_noted(self._lines(), taken), delimiter=self.delimiter)
        try:
            header = next(reader, None)
        except csv.Error as error:
            raise KnownError(
                gettext("{file} is not a CSV file: {error}.").format(file=self.path, error=error)
            ) from error
        if not header or not any(cell.strip() for cell in header):
            raise KnownError(
                gettext("{file} has no header line. Name the columns in the first line.").format(
                    file=self.path
                )
            )
        if any(is_undecoded(cell) for cell in header):
            raise KnownError(gettext("{file} is not UTF-8. Save it as CSV in UTF-8.").format(file=self.path))
        return [cell.strip() for cell in header], taken


class SheetTable:
    """The rows of a workbook, read as a whole, with what the rows of a CSV file offer."""

    delimiter, has_mark, position = ",", False, 0

    def __init__(self, path: Path, column: str | None, sheet: str | None) -> None:
        self.path = path
        self._codes = chosen_column(read_code_file(path, sheet), column, path)
        self.size = 0
        self.header = list(self._codes.names)
        self.code_column = self._codes.column

    def rows(self) -> Iterator[Record]:
        """Yield the rows, each with the reason why its code can't be read, empty where it can."""
        for line in self._codes.lines:
            cells = [cell_text(cell) for cell in line.cells]
            yield Record(line.number, line.number, cells, self._codes.fault(line))

    def fault(self, record: Record) -> str:
        """Return why a row can't be checked, empty where it can."""
        return plain(record.fault)


def chosen_column(codes: CodeList, column: str | None, path: Path) -> CodeList:
    """Return a list with the column that is named; without a name a header must show which one it is."""
    if column is None and not codes.has_header:
        return codes
    return replace(codes, column=code_column(list(codes.names), column, path))


def _noted(lines: Iterator[str], taken: list[str]) -> Iterator[str]:
    """Yield lines and note those that were taken."""
    for line in lines:
        taken.append(line)
        yield line


def is_undecoded(cell: str) -> bool:
    """Return whether a cell holds bytes that are not UTF-8."""
    return not cell.isascii() and any("\udc80" <= c <= "\udcff" for c in cell)


def printable(cell: str) -> str:
    """Return a cell with a question mark for each byte that is not UTF-8."""
    return cell.encode("utf-8", "replace").decode("utf-8") if is_undecoded(cell) else cell


def _encoding(head: bytes, path: Path) -> str:
    """Return the encoding of a file by its first bytes."""
    if head[:4] in _UTF_32:
        raise KnownError(gettext("{file} is UTF-32. Save it as CSV in UTF-8.").format(file=path))
    if b"\0" in head and head[:2] not in _UTF_16:
        raise KnownError(
            gettext("{file} is not text. Save the table as CSV and check that file.").format(file=path)
        )
    return "utf-16" if head[:2] in _UTF_16 else "utf-8-sig"


def code_column(header: list[str], wanted: str | None, path: Path) -> int:
    """Return the index of the column with the codes; raise KnownError with the names of the columns otherwise."""
    folded = [name.casefold() for name in header]
    columns = names_in_sentence(header)
    if wanted is not None:
        if wanted.strip().casefold() in folded:
            return folded.index(wanted.strip().casefold())
        raise KnownError(
            gettext("{file} has no column {name}. Its columns are {columns}.").format(
                file=path, name=quoted(wanted), columns=columns
            )
        )
    if len(header) == 1:
        return 0
    known = known_code_column(header)
    if known is not None:
        return known
    raise KnownError(
        gettext(
            "Use --column to name the column that holds the codes. The columns of {file} are {columns}."
        ).format(file=path, columns=columns)
    )
