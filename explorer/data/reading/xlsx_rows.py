"""Reads the rows of a sheet of an XLSX workbook; the library for it is imported only here."""

import datetime
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Sequence

from explorer.data.reading.line_list import names_in_sentence
from explorer.data.reading.records import Cell, Row, Table
from explorer.data.reading.text_rows import MOST_COLUMNS
from explorer.errors import KnownError, quoted
from explorer.language import gettext, paragraph

SIGNATURE = b"PK\x03\x04"
OLD_SIGNATURE = b"\xd0\xcf\x11\xe0"
MOST_UNPACKED, MOST_CELLS, MOST_FILES = 300_000_000, 5_000_000, 5_000
# The place of a cell, or the number of a row without letters.
_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,9})([0-9]{1,12})["']""")
# What zipfile raises for archives that are damaged, encrypted or packed in an unknown way.
_UNREADABLE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    OSError,
    ValueError,
    RuntimeError,
    EOFError,
)


def xlsx_table(data: bytes, name: str, sheet: str | None) -> Table:
    """Return the rows of a sheet, by default the first one with content; raise KnownError where there are none."""
    clean = _repacked(data, name)
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(clean)) as book:
            sheets = [s.name for s in book.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
            if sheet is not None and sheet not in sheets:
                text = gettext("{file} has no sheet {sheet}. Its sheets are {names}.")
                raise KnownError(text.format(file=name, sheet=quoted(sheet), names=names_in_sentence(sheets)))
            for wanted in sheets if sheet is None else [sheet]:
                rows = _rows(book.get_sheet_by_name(wanted).to_python(skip_empty_area=False))
                if rows:
                    return Table(rows, name, sheets=tuple(sheets))
    except (CalamineError, OSError, ValueError) as error:
        raise _damaged(name) from error
    raise KnownError(gettext("{file} is empty.").format(file=name))


def _rows(values: Iterable[Sequence[object]]) -> list[Row]:
    rows = []
    for number, cells in enumerate(values, start=1):
        kept = [_cell(value) for value in cells[:MOST_COLUMNS]]
        if any(value is not None for value in kept):
            rows.append(Row(number, number, kept))
    return rows


def _cell(value: object) -> Cell:
    """Return a cell as text, number or date; a time of day without a date is text."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float):
        return float(value)
    text = str(value).strip()
    return text or None


def _repacked(data: bytes, name: str) -> bytes:
    """Return the workbook as a plain archive, so that the library unpacks exactly what was checked here.

    Raise KnownError where it is not a workbook, or would take too much memory.
    """
    clean = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(clean, "w") as copy:
            named = (m for m in archive.infolist() if m.filename and not m.filename.endswith("/"))
            members = {member.filename: member for member in named}
            if "[Content_Types].xml" not in members or "xl/workbook.xml" not in members:
                text = gettext("{file} is not an XLSX workbook. Save the table as XLSX or CSV.")
                raise KnownError(text.format(file=name))
            if sum(m.file_size for m in members.values()) > MOST_UNPACKED or len(members) > MOST_FILES:
                raise _too_large(name)
            for filename, member in members.items():
                content = archive.read(member)
                _check_extent(content, name)
                copy.writestr(filename, content)
    except _UNREADABLE as error:
        raise _damaged(name) from error
    return clean.getvalue()


def _check_extent(content: bytes, name: str) -> None:
    """Raise KnownError where the last row and column of a sheet span more cells than are read into memory."""
    columns, lowest = set(), 1
    for match in _PLACE.finditer(content):
        columns.add(match[1])
        lowest = max(lowest, int(match[2]))
    widest = max((_column(letters.upper()) for letters in columns), default=1)
    if max(widest, 1) * lowest > MOST_CELLS:
        raise _too_large(name)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _too_large(name: str) -> KnownError:
    text = gettext("{file} is too large.").format(file=name)
    return KnownError(paragraph((text, gettext("Save only the columns that you need in a new file."))))


def _damaged(name: str) -> KnownError:
    return KnownError(gettext("{file} is damaged or encrypted and cannot be read.").format(file=name))
