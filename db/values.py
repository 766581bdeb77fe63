"""Reads the values of cells: numbers, days, months, years and spans, and the shape that a column asks for."""

import datetime
import re
from collections.abc import Callable

from .columns import DATE_KINDS, FIRST_YEAR, LAST_YEAR, MOST_CHARACTERS, Column

_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?", re.ASCII)
_MOST_DIGITS = 18  # what an integer of the database holds
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
_FULL = len("2026-10-08")
# Control characters, marks of writing direction, and white space at either end; some texts may have line feeds.
_MARKS = r"\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
_UNCLEAN = re.compile(rf"[\x00-\x1f{_MARKS}]|^\s|\s$")
_UNCLEAN_LINES = re.compile(rf"[\x00-\x09\x0b-\x1f{_MARKS}]|^\s|\s$")


def number(cell: str) -> float | None:
    """Return the number that a cell holds, or None."""
    return float(cell) if _NUMBER.fullmatch(cell) else None


def whole(cell: str) -> int | None:
    """Return the whole number that a cell holds, or None."""
    return int(cell) if _NUMBER.fullmatch(cell) and "." not in cell else None


def first_day(cell: str) -> datetime.date | None:
    """Return the day, or the first day of the month or year, or None where the cell holds no such date."""
    if not _DATE.fullmatch(cell):
        return None
    try:
        return datetime.date.fromisoformat((cell + "-01-01")[:_FULL])
    except ValueError:
        return None


def is_day(cell: str) -> bool:
    """Return whether the cell is a valid day."""
    return len(cell) == _FULL and first_day(cell) is not None


def is_period(cell: str) -> bool:
    """Return whether the cell is a date, or two in order with a slash between them."""
    days = [first_day(part) for part in cell.split("/")]
    if len(days) == 1:
        return days[0] is not None
    return len(days) == 2 and days[0] is not None and days[1] is not None and days[0] <= days[1]


def shape_rule(column: Column) -> Callable[[str], str]:
    """Return a function that names the rule broken by a cell of this column, or returns an empty text."""
    pattern = re.compile(column.pattern, re.ASCII) if column.pattern else None
    unclean = _UNCLEAN_LINES if column.has_lines else _UNCLEAN

    def broken(cell: str) -> str:
        if not cell:
            return "The cell must not be empty." if column.required else ""
        if unclean.search(cell):
            return "A text must have no white space at its ends and no control characters."
        if len(cell) > MOST_CHARACTERS:
            return f"A text must have at most {MOST_CHARACTERS} characters."
        if column.words and cell not in column.words:
            return f"The word must be one of: {', '.join(column.words)}."
        if pattern and not pattern.fullmatch(cell):
            return f"The text must have the shape {column.pattern}."
        return _broken_kind(column, cell)

    return broken


def _broken_kind(column: Column, cell: str) -> str:
    if column.kind in ("integer", "real"):
        return _broken_number(column, cell)
    if column.kind == "date" and first_day(cell) is None:
        return "A date must be YYYY, YYYY-MM or YYYY-MM-DD and exist."
    if column.kind == "day" and not is_day(cell):
        return "A day must be YYYY-MM-DD and exist."
    if column.kind == "period" and not is_period(cell):
        return "A period must be a date, or two dates from/to in order."
    if column.kind in DATE_KINDS and not all(
        FIRST_YEAR <= int(part[:4]) <= LAST_YEAR for part in cell.split("/")
    ):
        return f"The year of a date must be from {FIRST_YEAR} to {LAST_YEAR}."
    return ""


def _broken_number(column: Column, cell: str) -> str:
    if len(cell.partition(".")[0].lstrip("-")) > _MOST_DIGITS:
        return f"A number must have at most {_MOST_DIGITS} digits before the point."
    if column.kind == "integer" and whole(cell) is None:
        return "The cell must be a plain whole number."
    amount = number(cell)
    if amount is None:
        return "The cell must be a plain number."
    if column.low is not None and amount < column.low:
        return f"The number must be at least {column.low:g}."
    if column.high is not None and amount > column.high:
        return f"The number must be at most {column.high:g}."
    return ""
