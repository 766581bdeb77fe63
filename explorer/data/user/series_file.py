"""A series of the user as CSV or XLSX, which can be read again."""

from datetime import date

from explorer.data.user.records import UserPoint, UserPrices
from explorer.data.writing.csv_file import csv_text
from explorer.data.writing.xlsx_file import Cell, Column, Sheet, workbook_bytes
from explorer.language import gettext

FORMATS = ("csv", "xlsx")


def series_file(prices: UserPrices, form: str) -> bytes:
    """Return the points of a series below a header that names series and unit."""
    series = prices.series
    head = f"{series.name} ({series.unit})"
    has_range = any(p.low is not None for p in prices.points)
    ends = (f"{series.name} low ({series.unit})", f"{series.name} high ({series.unit})")
    heads = ("date", head, *(ends if has_range else ()), "flag")
    if form == "xlsx":
        kinds = [Column(heads[0], "date"), *(Column(name, "number") for name in heads[1:-1]), Column("flag")]
        rows = [_typed(p, has_range=has_range) for p in prices.points]
        return workbook_bytes([Sheet(gettext("Series"), kinds, rows)])
    return csv_text(heads, (_texts(p, has_range=has_range) for p in prices.points)).encode("utf-8")


def _typed(point: UserPoint, *, has_range: bool) -> tuple[Cell, ...]:
    day: Cell = date.fromisoformat(point.date) if len(point.date) == 10 else point.date
    return (day, point.value, *((point.low, point.high) if has_range else ()), point.flag)


def _texts(point: UserPoint, *, has_range: bool) -> tuple[object, ...]:
    ends = (point.low, point.high) if has_range else ()
    return (point.date, point.value, *ends, point.flag)
