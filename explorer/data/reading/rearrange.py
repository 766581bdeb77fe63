"""Brings tables with years down and months across, with dates across, or with dates in parts into columns."""

import re
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from explorer.data.reading.date_cells import is_date, plain
from explorer.data.reading.month_names import month_of
from explorer.data.reading.number_cells import is_gap, is_number
from explorer.data.reading.records import Cell, Row, Table

_YEAR = re.compile(r"(?:19|20|21)\d{2}")
_YEAR_HEAD = re.compile(r"years?|jahr|année|año|年份?|年度", re.IGNORECASE)
_MONTH_HEAD = re.compile(r"months?|monat|mois|mes|月份?", re.IGNORECASE)
_QUARTER_HEAD = re.compile(r"quarters?|qtr|quartal|trimestre|季度?", re.IGNORECASE)
_CHINESE_MONTH = re.compile(r"(1[0-2]|[1-9])月")
_QUARTER = re.compile(r"q?([1-4])q?")
_LEAST_ACROSS, _MOST_ABOVE, _SAMPLE = 3, 60, 200
_LEAST_SHARE = 0.8


def rearranged(table: Table) -> Table:
    """Return a table with a column of dates, itself where it has none of the layouts that need it."""
    for change in (_months_across, _dates_across, _dates_in_parts):
        for i, head in enumerate(table.rows[:_MOST_ABOVE]):
            rows = change(head, table.rows[i + 1 :])
            if rows:
                return replace(table, rows=[*table.rows[:i], *rows])
    return table


def _months_across(head: Row, below: Sequence[Row]) -> list[Row]:
    """Return a row for each month where years go down and the names of months across, otherwise nothing.

    A row with a number but no year is kept as one row with what is in its place, so that it is reported as not read.
    """
    months = {j: number for j, c in enumerate(head.cells) if (number := _month(c))}
    if len(months) < _LEAST_ACROSS or len(set(months.values())) != len(months):
        return []
    before = range(min(months))
    years = [_year_column(row, before) for row in below]
    usual = next((column for column in years if column is not None), None)
    if usual is None:
        return []
    rows = []
    for row, column in zip(below, years, strict=True):
        place = usual if column is None else column
        about = [None if j == place else _cell(row, j) for j in before]
        if column is None:
            dated = [(j, _no_year(_cell(row, place))) for j in months if is_number(_cell(row, j))][:1]
        else:
            year = plain(row.cells[column])
            dated = [(j, f"{year}-{n:02d}") for j, n in months.items() if not is_gap(_cell(row, j))]
        rows += [Row(row.line, row.last_line, [day, *about, _cell(row, j)]) for j, day in dated]
    return [_head(head, [head.cells[j] for j in before]), *rows] if rows else []


def _year_column(row: Row, columns: Sequence[int]) -> int | None:
    return next((j for j in columns if _YEAR.fullmatch(plain(_cell(row, j)))), None)


def _no_year(cell: Cell) -> str:
    """Return what is in the place of a year, in a form that cannot be read as the date of one of the prices."""
    if is_gap(cell):
        return ""
    return f"({cell})" if is_date(cell) else str(cell)


def _dates_across(head: Row, below: Sequence[Row]) -> list[Row]:
    """Return a row for each price where the dates are in one row, otherwise nothing."""
    dates = [j for j, c in enumerate(head.cells) if is_date(c)] or _years_across(head)
    if len(dates) < _LEAST_ACROSS or any(is_number(head.cells[j]) for j in range(dates[0])):
        return []
    before = range(dates[0])
    if any(any(map(is_date, row.cells)) for row in below[:_SAMPLE]):
        return []
    rows = []
    for row in below:
        if any(is_number(_cell(row, j)) for j in dates):
            about = [_cell(row, j) for j in before]
            days = (plain(head.cells[j]) if is_number(head.cells[j]) else head.cells[j] for j in dates)
            rows += [
                Row(row.line, row.last_line, [day, *about, _cell(row, j)])
                for j, day in zip(dates, days, strict=True)
            ]
    return [_head(head, [head.cells[j] for j in before]), *rows] if rows else []


def _years_across(head: Row) -> list[int]:
    """Return the columns of a header of years, each one after the other; nothing where other numbers are among them."""
    numbers = [j for j, c in enumerate(head.cells) if is_number(c)]
    if not numbers or numbers[0] == 0:
        return []
    texts = [plain(head.cells[j]) for j in numbers]
    if not all(map(_YEAR.fullmatch, texts)):
        return []
    years = [int(text) for text in texts]
    return numbers if years == list(range(years[0], years[0] + len(years))) else []


def _head(row: Row, names: Sequence[Cell]) -> Row:
    return Row(row.line, row.last_line, ["Date", *(None if is_number(c) else c for c in names), "Price"])


def _cell(row: Row, column: int) -> Cell:
    return row.cells[column] if column < len(row.cells) else None


def _dates_in_parts(head: Row, below: Sequence[Row]) -> list[Row]:
    """Return the rows with the year and the month or quarter in one cell where they are in two, otherwise nothing."""
    year = _column(head, _YEAR_HEAD)
    for words, read in ((_MONTH_HEAD, _iso_month), (_QUARTER_HEAD, _iso_quarter)):
        part = _column(head, words)
        if year is None or part is None:
            continue
        rows = [_joined(row, year, part, read) for row in below]
        joined = sum(new is not row for row, new in zip(below, rows, strict=True))
        if below and joined >= _LEAST_SHARE * sum(_has_numbers(row) for row in below) > 0:
            return [_with(head, year, part, "Date"), *rows]
    return []


def _joined(row: Row, year: int, part: int, read: Callable[[Cell], str]) -> Row:
    """Return a row with its date in one cell, itself where a part is not one."""
    if max(year, part) >= len(row.cells):
        return row
    text, rest = plain(row.cells[year]), read(row.cells[part])
    return _with(row, year, part, f"{text}-{rest}") if _YEAR.fullmatch(text) and rest else row


def _with(row: Row, place: int, emptied: int, value: str) -> Row:
    cells = list(row.cells)
    cells[place], cells[emptied] = value, None
    return replace(row, cells=cells)


def _column(head: Row, words: re.Pattern[str]) -> int | None:
    """Return the column whose head is one of some words."""
    found = (j for j, c in enumerate(head.cells) if isinstance(c, str) and words.fullmatch(c.strip()))
    return next(found, None)


def _has_numbers(row: Row) -> bool:
    return sum(map(is_number, row.cells)) > 1


def _month(cell: Cell) -> int:
    """Return the month that a cell names, 0 where it names none."""
    if not isinstance(cell, str):
        return 0
    text = cell.strip().casefold().rstrip(".")
    chinese = _CHINESE_MONTH.fullmatch(text)
    return int(chinese[1]) if chinese else month_of(text)


def _iso_month(cell: Cell) -> str:
    text = plain(cell)
    number = int(text) if text.isdecimal() and len(text) < 3 else _month(cell)
    return f"{number:02d}" if 1 <= number <= 12 else ""


def _iso_quarter(cell: Cell) -> str:
    match = _QUARTER.fullmatch(plain(cell))
    return f"Q{match[1]}" if match else ""
