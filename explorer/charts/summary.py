"""A chart in words: one sentence for who cannot see it, a table with every point, and the text at a point."""

from dataclasses import dataclass

from explorer.charts.spec import Chart, ChartSpec, Missing, Point, Row, SpanBar
from explorer.charts.text import exact, flag_word, percent, range_text, value_text
from explorer.data.dates import show
from explorer.data.words import KIND_WORDS, STATE_WORDS

NAMED_METALS = 3


@dataclass(frozen=True, slots=True)
class Table:
    """The table twin of a chart: a header and rows of text of the same length."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def file_stem(spec: ChartSpec) -> str:
    """Return the name of a file without its ending: `gallium-price-2026-11-24`."""
    metals = "-".join(spec.metal_ids[:NAMED_METALS]) or "all-metals"
    more = len(spec.metal_ids) - NAMED_METALS
    return f"{metals}{f'-and-{more}-more' if more > 0 else ''}-{spec.kind}-{spec.as_of.isoformat()}"


def value_unit(spec: ChartSpec) -> str:
    """Return the unit of the figures: that of the axis along which they are measured."""
    return spec.x.unit if spec.horizontal else spec.y.unit


def sentence(chart: Chart) -> str:
    """Return what the chart shows in one sentence, figures with unit and flag."""
    if isinstance(chart, Missing):
        return chart.reason
    if chart.rows:
        return f"{chart.title}. {_rows_said(chart)}"
    points = [p for s in chart.series[:1] for p in s.points]
    known = [p for p in points if p.y is not None]
    said = f"{chart.title}. {chart.subtitle}. "
    if not known:
        return said + "No figure is given."
    said += _bars_said(chart, known) if chart.horizontal else _line_said(chart, known)
    if len(chart.series) > 1:
        said += f" {len(chart.series)} lines: {', '.join(s.name for s in chart.series)}."
    if chart.events:
        said += " Control dates: " + "; ".join(f"{show(e.day)} {e.label}" for e in chart.events) + "."
    return said


def _rows_said(spec: ChartSpec) -> str:
    parts = [f"{row.label}, {row.detail}" for row in spec.rows]
    return f"{len(parts)} measure{'' if len(parts) == 1 else 's'}: {'; '.join(parts)}."


def _line_said(spec: ChartSpec, known: list[Point]) -> str:
    unit, first, last = value_unit(spec), known[0], known[-1]
    if first is last:
        return f"One figure: {_said(first, unit)}."
    top = max(known, key=lambda p: p.y or 0)
    low = min(known, key=lambda p: p.y if p.y is not None else 0)
    return (
        f"{len(known)} figures from {_said(first, unit)} to {_said(last, unit)}; "
        f"highest {_said(top, unit)}, lowest {_said(low, unit)}."
    )


def _bars_said(spec: ChartSpec, known: list[Point]) -> str:
    unit = value_unit(spec)
    rest = len(spec.series[0].points) - len(known)
    said = "; ".join(_said(p, unit) for p in known[:5])
    more = len(known) - 5
    said += f"; and {more} more" if more > 0 else ""
    return f"{said}.{f' {rest} without figure.' if rest else ''}"


def _said(point: Point, unit: str) -> str:
    flag = f" ({flag_word(point)})" if point.flag else ""
    return (
        f"{value_text(point, unit)}{flag} in {point.label}"
        if point.label[:1].isdigit()
        else (f"{point.label} {value_text(point, unit)}{flag}")
    )


def describe(spec: ChartSpec, series: int, index: int) -> tuple[str, ...]:
    """Return the lines shown at a point: its name, its figure with unit, flag and range, note and source."""
    if spec.rows:
        row = spec.rows[series]
        return tuple(t for t in (row.label, row.detail, row.spans[index].label, row.scope) if t)
    line = spec.series[series]
    point = line.points[index]
    unit = value_unit(spec)
    name = f"{line.name}, {point.label}" if len(spec.series) > 1 else point.label
    value = value_text(point, unit)
    if point.share_pct is not None:
        value += f" · {percent(point.share_pct)} of the total"
    flag = flag_word(point)
    if flag and flag != point.word:
        value += f" · {flag}"
    doubt = "low confidence: one secondary source, or not verified" if point.confidence == "low" else None
    return tuple(
        t for t in (name, value, range_text(point, unit), point.note, doubt, _publishers(spec, point)) if t
    )


def _publishers(spec: ChartSpec, point: Point) -> str:
    return "; ".join(dict.fromkeys(spec.source(i) for i in point.source_ids))


def table(chart: Chart) -> Table:
    """Return every point, flagged and withheld ones too, with unit and sources; empty for a missing chart."""
    if isinstance(chart, Missing):
        return Table((), ())
    header: tuple[str, ...]
    if chart.rows:
        header = ("Measure", "Kind", "State", "From", "To", "Presumed", "Scope", "Sources")
        return Table(header, tuple(_span_row(r, s) for r in chart.rows for s in r.spans))
    unit = value_unit(chart)
    lead = {"date": "Date", "year": "Year", "category": chart.y.label or "Name"}[
        chart.y.kind if chart.horizontal else chart.x.kind
    ]
    header = (
        "Series",
        lead,
        "Value",
        "Unit",
        "Bound",
        "Low",
        "High",
        "Share of total, %",
        "Flag",
        "Confidence",
        "Note",
        "Sources",
    )
    return Table(header, tuple(_point_row(s.name, p, unit) for s in chart.series for p in s.points))


def _point_row(name: str, point: Point, unit: str) -> tuple[str, ...]:
    value = point.word or "unknown" if point.y is None else exact(point.y)
    bounds = ["" if v is None else exact(v) for v in (point.low, point.high)]
    share = "" if point.share_pct is None else exact(round(point.share_pct, 2))
    return (
        name,
        point.label,
        value,
        unit,
        point.qualifier or "",
        *bounds,
        share,
        flag_word(point),
        point.confidence or "",
        point.note or "",
        "; ".join(point.source_ids),
    )


def _span_row(row: Row, span: SpanBar) -> tuple[str, ...]:
    return (
        row.label,
        KIND_WORDS[row.kind],
        STATE_WORDS.get(span.state, span.state),
        span.start.isoformat(),
        span.end.isoformat() if span.end else "",
        "presumed" if span.presumed else "",
        row.scope or "",
        "; ".join(row.source_ids),
    )
