"""The table of a chart: every point or span in a row, with the values to sort by."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from explorer.charts.spec import Chart, ChartSpec, Missing, Point, Row, Series, SpanBar
from explorer.charts.text import flag_word, range_text
from explorer.charts.words.sentences import value_unit
from explorer.data.dates import show
from explorer.data.numbers import exact
from explorer.data.terms import confidence_word
from explorer.data.words import kind_word, state_name
from explorer.language import gettext, gettext_noop

_HEADS = {
    "metal": gettext_noop("Metal"),
    "measure": gettext_noop("Measure"),
    "kind": gettext_noop("Kind"),
    "state": gettext_noop("Status"),
    "from": gettext_noop("Start"),
    "to": gettext_noop("End"),
    "presumed": gettext_noop("Presumed"),
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
    "source_ids": gettext_noop("Sources"),
}

Raw = float | str | None
Cell = tuple[str, Raw]


@dataclass(frozen=True, slots=True)
class Table:
    """The table of a chart: ids and heads of columns, rows of text, and the values to sort them by in `raw`.

    None in `raw` is unknown. All values of a column of `raw` have one type: float for figures, days of points and
    years, else str.
    """

    columns: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    raw: tuple[tuple[Raw, ...], ...] = ()


def table(chart: Chart) -> Table:
    """Return every point, flagged and withheld ones too, with unit and sources; empty for a missing chart."""
    if isinstance(chart, Missing):
        return Table((), (), ())
    if chart.rows:
        first, last = ("metal", "measure_ids") if chart.by_metal else ("measure", "scope")
        return _table(
            chart,
            (first, "kind", "state", "from", "to", "presumed", last, "source_ids"),
            (_span_row(r, s) for r in chart.rows for s in r.spans),
        )
    columns = _point_columns(chart)
    rows = (_point_row(chart, columns, s, p) for s in chart.series for p in s.points)
    return _table(chart, columns, rows)


def _point_columns(chart: ChartSpec) -> tuple[str, ...]:
    return (
        "series",
        "name",
        *(("x",) if chart.across_values else ()),
        "value",
        "unit",
        "qualifier",
        "low",
        "high",
        *(("share_tonnes_pct", "value_share_pct") if has_value_shares(chart) else ("share_pct",)),
        "flag",
        "confidence",
        "note",
        *(("published", "published_unit") if any(s.published_unit for s in chart.series) else ()),
        "source_ids",
    )


def _head(chart: ChartSpec, column: str) -> str:
    """Return the head of a column; those of the names and of figures on two axes depend on the chart."""
    if column == "name":
        return _name_head(chart)
    if chart.across_values and column in ("x", "value"):
        return chart.x.label if column == "x" else chart.y.label
    return gettext(_HEADS[column])


def has_value_shares(chart: ChartSpec) -> bool:
    """Return whether the points have shares of the value as well as of the tonnes."""
    return any(p.value_share_pct is not None for s in chart.series for p in s.points)


def _table(chart: ChartSpec, columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> Table:
    cells = tuple(rows)
    return Table(
        columns,
        tuple(_head(chart, c) for c in columns),
        tuple(tuple(c[0] for c in row) for row in cells),
        tuple(tuple(c[1] for c in row) for row in cells),
    )


def _name_head(chart: ChartSpec) -> str:
    """Return the head of the column that names each point."""
    if chart.horizontal:
        return chart.y.label or gettext("Name")
    if chart.x.kind == "year":
        return gettext("Year")
    return gettext("Name") if chart.scattered else gettext("Date")


def _point_row(chart: ChartSpec, columns: tuple[str, ...], series: Series, point: Point) -> tuple[Cell, ...]:
    """Return the cells of a point, in the order of columns."""
    is_dated = not chart.horizontal and not chart.scattered
    cells = {
        "series": _word(series.name),
        "name": (point.label, point.x) if is_dated else _word(point.label),
        "x": _figure(point.x),
        "value": (_text_in_place(point), None) if point.y is None else _figure(point.y),
        "unit": _word(value_unit(chart)),
        "qualifier": _word(point.qualifier),
        "low": _figure(point.low),
        "high": _figure(point.high),
        "share_pct": _share(point.share_pct),
        "share_tonnes_pct": _share(point.share_pct),
        "value_share_pct": _share(point.value_share_pct),
        "flag": _word(flag_word(point)),
        "confidence": _word(confidence_word(point.confidence)),
        "note": _word(point.note),
        "published": _figure(point.published),
        "published_unit": _word(series.published_unit),
        "source_ids": _word("; ".join(point.source_ids)),
    }
    return tuple(cells[c] for c in columns)


def _text_in_place(point: Point) -> str:
    """Return the text in the column of values of a point without a figure."""
    return point.word or range_text(point, "") or gettext("unknown")


def _word(text: str | None) -> Cell:
    return text or "", (text or "").casefold() or None


def _share(value: float | None) -> Cell:
    return _figure(None if value is None else round(value, 2))


def _figure(value: float | None) -> Cell:
    return "" if value is None else exact(value), value


def _span_row(row: Row, span: SpanBar) -> tuple[Cell, ...]:
    """Return the cells of a span, in the order of its columns."""
    return (
        _word(row.label),
        _word(kind_word(span.kind or row.kind, span.strictness)),
        _word(state_name(span.state)),
        _day(span.start),
        _day(span.end),
        _word(gettext("presumed") if span.presumed else ""),
        _word("; ".join(span.measure_ids) or row.scope),
        _word("; ".join(row.source_ids)),
    )


def _day(day: date | None) -> Cell:
    return show(day), day.isoformat() if day else None
