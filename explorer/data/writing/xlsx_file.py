"""Writes a table as an XLSX workbook: codes stay text, dates are dates, and nothing is a formula or a link."""

import datetime
import io
import math
import re
from collections.abc import Sequence
from typing import Any, Literal

from msgspec import Struct

from explorer.data.numbers import exact
from explorer.data.plain_text import without_controls
from explorer.errors import KnownError
from explorer.language import gettext

Cell = str | float | datetime.date | None
MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 1_048_576, 16_384, 32_767
_LONGEST_SHEET_NAME, _WIDEST = 31, 60
_CREATED = datetime.datetime(2000, 1, 1)  # so that the same table has the same bytes on every day
_FIRST_DATE = datetime.date(1900, 3, 1)  # spreadsheets count a 29 Feb 1900, which did not exist
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")
_UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")  # besides control characters


class Column(Struct, frozen=True):
    """A column of a sheet; a text column keeps codes as they are, a date column shows ISO dates."""

    name: str
    kind: Literal["text", "number", "date"] = "text"


class Sheet(Struct, frozen=True):
    """A sheet: lines of text, the names of the columns, the rows."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    head: Sequence[str] = ()

    @property
    def first_row(self) -> int:
        """The row of the names of the columns, counted from 0."""
        return len(self.head) + bool(self.head)


def xlsx_bytes(
    sheet: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], head: Sequence[str] = ()
) -> bytes:
    """Return a workbook with one sheet."""
    return workbook_bytes([Sheet(sheet, columns, rows, head)])


def workbook_bytes(sheets: Sequence[Sheet]) -> bytes:
    """Return a workbook.

    A cell that does not fit its column, such as a word in place of a figure, is written as text. The same tables have
    the same bytes. Raise KnownError where a sheet can't hold its table.
    """
    for sheet in sheets:
        if sheet.first_row + 1 + len(sheet.rows) > MOST_ROWS or len(sheet.columns) > MOST_COLUMNS:
            text = gettext(
                "The table is too large for a sheet of {rows} rows and {columns} columns. Save it as CSV."
            )
            raise KnownError(text.format(rows=exact(MOST_ROWS), columns=exact(MOST_COLUMNS)))
    from xlsxwriter import Workbook

    file = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(file, options) as book:
        book.set_properties({"created": _CREATED})
        formats = _formats(book)
        for sheet in sheets:
            _write_sheet(book.add_worksheet(sheet_name(sheet.name)), sheet, formats)
    return file.getvalue()


def _write_sheet(page: Any, sheet: Sheet, formats: dict[str, Any]) -> None:
    first = sheet.first_row
    for number, line in enumerate(sheet.head):
        page.write_string(number, 0, writable(line), formats["text"])
    for number, column in enumerate(sheet.columns):
        page.write_string(first, number, writable(column.name), formats["header"])
        page.set_column(number, number, _width(column, [row[number] for row in sheet.rows]))
    for place, row in enumerate(sheet.rows, start=first + 1):
        for number, (column, value) in enumerate(zip(sheet.columns, row, strict=True)):
            _write(page, place, number, value, column.kind, formats)
    page.freeze_panes(first + 1, 0)
    last = _last_cell(first + len(sheet.rows), len(sheet.columns))
    page.ignore_errors({"number_stored_as_text": f"A1:{last}"})


def _formats(book: Any) -> dict[str, Any]:
    """Return the formats of the kinds of columns and of the header."""
    return {
        "text": book.add_format({"num_format": "@"}),
        "number": book.add_format(),
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "header": book.add_format({"num_format": "@", "bold": True}),
    }


def writable(text: str) -> str:
    """Return a text that a cell can hold: without control characters, and not too long."""
    text = _UNWRITABLE.sub("", without_controls(text))
    return text if _units(text) <= LONGEST_CELL else f"{_cut(text, LONGEST_CELL - 1)}…"


def sheet_name(text: str) -> str:
    """Return a name that a sheet can have."""
    name = _cut(_NOT_IN_SHEET_NAMES.sub(" ", writable(text)).strip("' "), _LONGEST_SHEET_NAME).strip("' ")
    return "Table" if name.casefold() in ("", "history") else name


def _units(text: str) -> int:
    """Return the length of a text as spreadsheets count it, in which rare characters take two."""
    return len(text) + sum(c > "\uffff" for c in text)


def _cut(text: str, most: int) -> str:
    text = text[:most]
    while _units(text) > most:
        text = text[:-1]
    return text


def _write(page: Any, row: int, column: int, value: Cell, kind: str, formats: dict[str, Any]) -> None:
    """Write a cell with the type of its column where its value has that type, otherwise as text."""
    if value is None or value == "":
        return
    if isinstance(value, datetime.date) and kind == "date" and value >= _FIRST_DATE:
        page.write_datetime(
            row, column, datetime.datetime(value.year, value.month, value.day), formats["date"]
        )
    elif isinstance(value, int | float) and kind == "number" and math.isfinite(value):
        page.write_number(row, column, value, formats["number"])
    else:
        page.write_string(row, column, writable(_as_text(value)), formats["text"])


def _as_text(value: Cell) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _width(column: Column, values: Sequence[Cell]) -> int:
    longest = max((len(_as_text(v)) for v in values if v is not None), default=0)
    return min(_WIDEST, max(len(column.name), longest) + 2)


def _last_cell(row: int, columns: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(row, max(0, columns - 1)))
