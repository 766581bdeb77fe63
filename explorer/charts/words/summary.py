"""A chart as text: the sentence for readers who cannot see it, a table of all points, and the text at a point."""

from collections.abc import Iterable
from dataclasses import dataclass

from explorer.charts.spec import Chart, ChartSpec, Missing, Point, Row, Series, SpanBar
from explorer.charts.text import flag_word, range_text, value_text
from explorer.charts.words.sentences import sentence, value_unit
from explorer.data.numbers import exact, percent, with_unit
from explorer.data.words import kind_word, state_name

__all__ = ["Table", "describe", "file_stem", "sentence", "table", "value_unit"]

NAMED_METALS = 3

Raw = float | str | None
Cell = tuple[str, Raw]


@dataclass(frozen=True, slots=True)
class Table:
    """The table of a chart: a header, rows of text, and the values to sort them by in `raw`; None is unknown.

    All values of a column of `raw` have one type: float for figures, days and years, else str.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    raw: tuple[tuple[Raw, ...], ...] = ()


def file_stem(spec: ChartSpec) -> str:
    """Return the name of a file without its extension: `gallium-price-2026-11-24`."""
    metals = "-".join(spec.metal_ids[:NAMED_METALS]) or "all-metals"
    more = len(spec.metal_ids) - NAMED_METALS
    return f"{metals}{f'-and-{more}-more' if more > 0 else ''}-{spec.kind}-{spec.context.as_of.isoformat()}"


def describe(spec: ChartSpec, series: int, index: int) -> tuple[str, ...]:
    """Return the lines shown at a point: its name, its figure with unit, flag and range, note and source."""
    if spec.rows:
        row = spec.rows[series]
        return tuple(t for t in (row.label, row.detail, row.spans[index].label, row.scope) if t)
    line = spec.series[series]
    point = line.points[index]
    unit = value_unit(spec)
    name = f"{line.name}, {point.label}" if len(spec.series) > 1 else point.label
    if spec.scattered:
        name = f"{point.label}: {line.name}"
    value = value_text(point, unit)
    if spec.scattered:
        value = f"{spec.y.label} {value}; {spec.x.label} {with_unit(exact(point.x), spec.x.unit)}"
    if point.published is not None:
        value += f" ({with_unit(exact(point.published), line.published_unit)} as printed)"
    if point.value_share_pct is not None:
        share = "" if point.share_pct is None else f" · {percent(point.share_pct)} of the tonnes"
        value += f"{share} · {percent(point.value_share_pct)} of the value"
    elif point.share_pct is not None:
        value += f" · {percent(point.share_pct)} of the total"
    flag = flag_word(point)
    if flag and flag != point.word:
        value += f" · {flag}"
    doubt = "low confidence: one secondary source, or not verified" if point.confidence == "low" else None
    return tuple(
        t
        for t in (
            name,
            value,
            "" if point.is_range else range_text(point, unit),
            point.note,
            doubt,
            _publishers(spec, point),
        )
        if t
    )


def _publishers(spec: ChartSpec, point: Point) -> str:
    return "; ".join(dict.fromkeys(spec.source(i) for i in point.source_ids))


def table(chart: Chart) -> Table:
    """Return every point, flagged and withheld ones too, with unit and sources; empty for a missing chart."""
    if isinstance(chart, Missing):
        return Table((), ())
    header: tuple[str, ...]
    if chart.rows:
        first_column, last = ("Metal", "Measures") if chart.by_metal else ("Measure", "Scope")
        header = (first_column, "Kind", "State", "From", "To", "Presumed", last, "Sources")
        return _table(header, (_span_row(r, s) for r in chart.rows for s in r.spans))
    across = (chart.x.label,) if chart.across_values else ()
    published = ("Printed", "Printed unit") if any(s.published_unit for s in chart.series) else ()
    header = (
        "Series",
        _label_column(chart),
        *across,
        chart.y.label if across else "Value",
        "Unit",
        "Bound",
        "Low",
        "High",
        *(("Share of tonnes, %", "Share of value, %") if has_value_shares(chart) else ("Share of total, %",)),
        "Flag",
        "Confidence",
        "Note",
        *published,
        "Sources",
    )
    along = not chart.horizontal and not chart.scattered
    return _table(
        header,
        (
            _point_row(s, p, chart, along=along, published=bool(published))
            for s in chart.series
            for p in s.points
        ),
    )


def has_value_shares(chart: ChartSpec) -> bool:
    """Return whether the points have shares of the value as well as of the tonnes."""
    return any(p.value_share_pct is not None for s in chart.series for p in s.points)


def _table(header: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> Table:
    cells = tuple(rows)
    return Table(
        header,
        tuple(tuple(c[0] for c in row) for row in cells),
        tuple(tuple(c[1] for c in row) for row in cells),
    )


def _label_column(chart: ChartSpec) -> str:
    """Return the head of the column that names each point."""
    if chart.horizontal:
        return chart.y.label or "Name"
    return {"date": "Date", "year": "Year"}.get(chart.x.kind, "Name" if chart.scattered else "Date")


def _point_row(
    series: Series, point: Point, chart: ChartSpec, *, along: bool, published: bool
) -> tuple[Cell, ...]:
    """Return the cells of a point; `along` means that its name is a date or a year."""
    shares = (point.share_pct, point.value_share_pct) if has_value_shares(chart) else (point.share_pct,)
    return (
        _word(series.name),
        (point.label, point.x) if along else _word(point.label),
        *((_figure(point.x),) if chart.across_values else ()),
        (point.word or range_text(point, "") or "unknown", None) if point.y is None else _figure(point.y),
        _word(value_unit(chart)),
        _word(point.qualifier),
        _figure(point.low),
        _figure(point.high),
        *(_figure(None if share is None else round(share, 2)) for share in shares),
        _word(flag_word(point)),
        _word(point.confidence),
        _word(point.note),
        *((_figure(point.published), _word(series.published_unit)) if published else ()),
        _word("; ".join(point.source_ids)),
    )


def _word(text: str | None) -> Cell:
    return text or "", (text or "").casefold() or None


def _figure(value: float | None) -> Cell:
    return "" if value is None else exact(value), value


def _span_row(row: Row, span: SpanBar) -> tuple[Cell, ...]:
    texts = (
        row.label,
        kind_word(span.kind or row.kind, span.strictness),
        state_name(span.state),
        span.start.isoformat(),
        span.end.isoformat() if span.end else "",
        "presumed" if span.presumed else "",
        "; ".join(span.measure_ids) or row.scope or "",
        "; ".join(row.source_ids),
    )
    return tuple(map(_word, texts))
