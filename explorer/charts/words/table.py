"""The table of a chart: every point or span in a row, with the values to sort by."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from explorer.data.dates import show
from explorer.data.numbers import exact
from explorer.language import gettext, gettext_noop

HEADS = {
    "metal": gettext_noop("Metal"),
    "measure": gettext_noop("Measure"),
    "kind": gettext_noop("Kind"),
    "rule": gettext_noop("Kind and destination"),
    "state": gettext_noop("Status"),
    "from": gettext_noop("Start"),
    "to": gettext_noop("End"),
    "presumed": gettext_noop("Presumed"),
    "your_entry": gettext_noop("Your entry"),
    "unchecked": gettext_noop("Not checked"),
    "metals": gettext_noop("Metals and materials"),
    "measure_ids": gettext_noop("Measures"),
    "scope": gettext_noop("Scope"),
    "series": gettext_noop("Series"),
    "value": gettext_noop("Value"),
    "unit": gettext_noop("Unit"),
    "qualifier": gettext_noop("Bound"),
    "low": gettext_noop("Low"),
    "high": gettext_noop("High"),
    "share_pct": gettext_noop("Share of total, %"),
    "share_tonnes_pct": gettext_noop("Share of tonnage, %"),
    "value_share_pct": gettext_noop("Share of value, %"),
    "flag": gettext_noop("Flag"),
    "confidence": gettext_noop("Confidence"),
    "note": gettext_noop("Note"),
    "published": gettext_noop("Published"),
    "published_unit": gettext_noop("Published unit"),
    "own": gettext_noop("Your series"),
    "source_ids": gettext_noop("Sources"),
}

Raw = float | str | None
Cell = tuple[str, Raw]


class Table(Struct, frozen=True):
    """The table of a chart: ids and heads of columns, rows of text, and the values to sort them by in `raw`.

    None in `raw` is unknown. All values of a column of `raw` have one type: float for figures, days of points and
    years, else str.
    """

    columns: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    raw: tuple[tuple[Raw, ...], ...] = ()


def table_of(columns: tuple[str, ...], header: Iterable[str], rows: Iterable[tuple[Cell, ...]]) -> Table:
    """Return a table of cells."""
    cells = tuple(rows)
    return Table(
        columns,
        tuple(header),
        tuple(tuple(c[0] for c in row) for row in cells),
        tuple(tuple(c[1] for c in row) for row in cells),
    )


def head(column: str) -> str:
    """Return the head of a column that is the same in every chart."""
    return gettext(HEADS[column])


def word(text: str | None) -> Cell:
    """Return the cell of a word."""
    return text or "", (text or "").casefold() or None


def figure(value: float | None) -> Cell:
    """Return the cell of a figure."""
    return "" if value is None else exact(value), value


def share(value: float | None) -> Cell:
    """Return the cell of a share in per cent."""
    return figure(None if value is None else round(value, 2))


def day(day: date | None) -> Cell:
    """Return the cell of a day."""
    return show(day), day.isoformat() if day else None
