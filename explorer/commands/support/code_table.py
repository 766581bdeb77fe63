"""Reads a CSV file with codes: its encoding, delimiter, header and rows, and the column that holds the codes."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from explorer.commands.support.output import plain
from explorer.data.reading.csv_records import Record, records
from explorer.errors import KnownError
from explorer.language import gettext

DELIMITERS = (",", ";", "\t", "|")
HEAD_BYTES = 4_096
_SEPARATOR_LINE = re.compile(r'"?sep=([,;|\t])"?', re.IGNORECASE)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_UTF_32 = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
_UTF_8_MARK = b"\xef\xbb\xbf"
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
        self.header, header_lines = self._read_header()
        first = self._skipped_lines + header_lines + 1
        self._records = records(self._text, self.delimiter, len(self.header), first)
        self.code_column = _code_column(self.header, column, path)

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
        cells, columns = record.cells, len(self.header)
        if self.code_column >= len(cells):
            text = gettext("The row ends before the column with the code ({count} of {columns} cells).")
            return text.format(count=len(cells), columns=columns)
        if any(cell.strip() for cell in cells[columns:]):
            text = gettext("The row has {count} cells, the header {columns}.")
            return text.format(count=len(cells), columns=columns)
        return "" if cells[self.code_column].strip() else gettext("The code is empty.")

    def _unreadable(self, error: UnicodeError) -> KnownError:
        text = gettext("{file} is not readable text ({error}). Save it as UTF-8.")
        return KnownError(text.format(file=self.path, error=error))

    def _find_delimiter(self) -> str:
        """Return the most frequent delimiter of the header line, outside quotes."""
        try:
            line = self._text.readline()
        except UnicodeError as error:
            raise self._unreadable(error) from error
        declared = _SEPARATOR_LINE.fullmatch(line.strip())
        if declared is not None:  # a first line that spreadsheets write, such as `sep=;`
            self._skipped_lines = 1
            return declared[1]
        self._text.seek(0)
        outside = "".join(line.split('"')[::2])
        return max(DELIMITERS, key=lambda d: (outside.count(d), -DELIMITERS.index(d)))

    def _read_header(self) -> tuple[list[str], int]:
        """Return the names of the columns and the number of lines that they take."""
        reader = csv.reader(self._text, delimiter=self.delimiter)
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
        return [cell.strip() for cell in header], reader.line_num


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


def _code_column(header: list[str], wanted: str | None, path: Path) -> int:
    """Return the index of the column with the codes; raise KnownError with the names of the columns otherwise."""
    folded = [name.casefold() for name in header]
    columns = ", ".join(f"“{name}”" for name in header)
    if wanted is not None:
        if wanted.strip().casefold() in folded:
            return folded.index(wanted.strip().casefold())
        raise KnownError(
            gettext("{file} has no column “{name}”. Its columns are {columns}.").format(
                file=path, name=wanted, columns=columns
            )
        )
    if len(header) == 1:
        return 0
    plain = ["".join(c for c in name if c.isalnum()) for name in folded]
    for name in _CODE_COLUMNS:
        if name in plain:
            return plain.index(name)
    raise KnownError(
        gettext(
            "Use --column to name the column that holds the codes. The columns of {file} are {columns}."
        ).format(file=path, columns=columns)
    )
