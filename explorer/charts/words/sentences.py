"""A chart in one sentence, for who cannot see it."""

import re

from explorer.charts.spec import Chart, ChartSpec, Missing, Point, Series
from explorer.charts.text import flag_word, value_text
from explorer.data.dates import show
from explorer.data.numbers import exact, with_unit

FIRST = 5
_DAY = re.compile(r"\d{1,2} [A-Z]")


def value_unit(spec: ChartSpec) -> str:
    """Return the unit of the figures: that of the axis along which they are measured."""
    return spec.x.unit if spec.horizontal else spec.y.unit


def sentence(chart: Chart) -> str:
    """Return what the chart shows in one sentence, figures with unit and flag."""
    if isinstance(chart, Missing):
        return chart.reason
    if chart.rows:
        return f"{chart.title}. {_rows_said(chart)}"
    points = [p for s in chart.series[: 1 if chart.horizontal else None] for p in s.points]
    known = [p for p in points if p.y is not None]
    said = f"{chart.title}. {chart.subtitle}. "
    worded = [p for p in points if _worded(p)]
    if not known:
        return said + (_worded_said(chart, worded) or "No figure is given.")
    if chart.scattered:
        said += _points_said(chart)
    elif chart.horizontal:
        said += _bars_said(chart, known)
    elif len(chart.series) > 1:
        said += _lines_said(chart)
    else:
        said += _line_said(chart, known)
    said += f" {_worded_said(chart, worded)}" if worded else ""
    if chart.events:
        said += " Control dates: " + "; ".join(f"{show(e.day)} {e.label}" for e in chart.events) + "."
    return said


def _worded(point: Point) -> bool:
    """Tell whether a publisher gives a range or a word of its own in place of a figure."""
    return point.is_range or (point.y is None and (point.word or "").startswith("“"))


def _worded_said(spec: ChartSpec, worded: list[Point]) -> str:
    """Return the ranges and words that are published instead of figures."""
    said = "; ".join(_said(p, value_unit(spec)) for p in worded)
    return f"Published without a figure: {said}." if said else ""


def _rows_said(spec: ChartSpec) -> str:
    parts = [f"{row.label}, {row.detail}" for row in spec.rows]
    what = "metal" if spec.by_metal else "measure"
    return f"{len(parts)} {what}{'' if len(parts) == 1 else 's'}: {'; '.join(parts)}."


def _lines_said(spec: ChartSpec) -> str:
    """Return how many lines or areas there are and the last figure of each."""
    unit, what = value_unit(spec), "areas" if spec.stacked else "lines"
    if "," in unit:
        what, unit = f"{what} ({unit})", ""
    lasts = [(s, next((p for p in reversed(s.points) if p.y is not None), None)) for s in spec.series]
    said = "; ".join(_last_said(s, p, unit) for s, p in lasts)
    return f"{len(spec.series)} {what}, the last figure of each: {said}."


def _last_said(series: Series, point: Point | None, unit: str) -> str:
    if point is None:
        return f"{series.short or series.name} none"
    return f"{series.short or series.name} {_said(point, unit)}"


def _points_said(spec: ChartSpec) -> str:
    """Return how many points there are and which stand highest."""
    points = sorted((p for s in spec.series for p in s.points if p.y is not None), key=lambda p: -(p.y or 0))
    top = "; ".join(
        f"{p.label} {value_text(p, spec.y.unit)} at {with_unit(exact(p.x), spec.x.unit)}"
        for p in points[:FIRST]
    )
    return f"{len(points)} points; highest {spec.y.label.lower()}: {top}."


def _line_said(spec: ChartSpec, known: list[Point]) -> str:
    unit, first, last = value_unit(spec), known[0], known[-1]
    if first is last:
        return f"One figure: {_said(first, unit)}."
    bounds = sum(p.is_bound for p in known)
    if bounds:
        which = "all of them bounds" if bounds == len(known) else f"{bounds} of them bounds"
        return f"{len(known)} figures, {which}, from {_said(first, unit)} to {_said(last, unit)}."
    top = max(known, key=lambda p: p.y or 0)
    low = min(known, key=lambda p: p.y if p.y is not None else 0)
    return (
        f"{len(known)} figures from {_said(first, unit)} to {_said(last, unit)}; "
        f"highest {_said(top, unit)}, lowest {_said(low, unit)}."
    )


def _bars_said(spec: ChartSpec, known: list[Point]) -> str:
    unit = value_unit(spec)
    rest = sum(p.y is None and not _worded(p) for p in spec.series[0].points)
    said = "; ".join(_said(p, unit) for p in known[:FIRST])
    more = len(known) - FIRST
    said += f"; and {more} more" if more > 0 else ""
    return f"{said}.{f' {rest} without figure.' if rest else ''}"


def _said(point: Point, unit: str) -> str:
    """Return a figure with flag and when it was, or of whom it is."""
    figure = value_text(point, unit) + (f" ({flag_word(point)})" if point.flag else "")
    if not point.label[:1].isdigit():
        return f"{point.label} {figure}"
    return f"{figure} {'on' if _DAY.match(point.label) else 'in'} {point.label}"
