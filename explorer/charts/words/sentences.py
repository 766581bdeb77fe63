"""A chart as one sentence, for readers who cannot see it."""

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
    """Return the content of a chart as a text, figures with unit and flag."""
    if isinstance(chart, Missing):
        return chart.reason
    if chart.rows:
        return f"{chart.title}. {_rows_sentence(chart)}"
    points = [p for s in chart.series[: 1 if chart.horizontal else None] for p in s.points]
    known = [p for p in points if p.y is not None]
    text = f"{chart.title}. {chart.subtitle}. "
    texts = [p for p in points if _is_text(p)]
    if not known:
        return text + (_text_points(chart, texts) or "No figure is given.")
    if chart.scattered:
        text += _points_sentence(chart)
    elif chart.horizontal:
        text += _bars_sentence(chart, known)
    elif len(chart.series) > 1:
        text += _lines_sentence(chart)
    else:
        text += _line_sentence(chart, known)
    text += f" {_text_points(chart, texts)}" if texts else ""
    if chart.events:
        text += " Control dates: " + "; ".join(f"{show(e.day)} {e.label}" for e in chart.events) + "."
    return text


def _is_text(point: Point) -> bool:
    """Return whether a publisher gives a range or a word in place of a figure."""
    return point.is_range or (point.y is None and (point.word or "").startswith("“"))


def _text_points(spec: ChartSpec, texts: list[Point]) -> str:
    """Return the sentence on ranges and words that are published in place of figures."""
    text = "; ".join(_figure(p, value_unit(spec)) for p in texts)
    return f"Published without a figure: {text}." if text else ""


def _rows_sentence(spec: ChartSpec) -> str:
    parts = [f"{row.label}, {row.detail}" for row in spec.rows]
    noun = "metal" if spec.by_metal else "measure"
    return f"{len(parts)} {noun}{'' if len(parts) == 1 else 's'}: {'; '.join(parts)}."


def _lines_sentence(spec: ChartSpec) -> str:
    """Return the sentence on the number of lines or areas and the last figure of each."""
    unit, noun = value_unit(spec), "areas" if spec.stacked else "lines"
    if "," in unit:
        noun, unit = f"{noun} ({unit})", ""
    last = [(s, next((p for p in reversed(s.points) if p.y is not None), None)) for s in spec.series]
    text = "; ".join(_last_figure(s, p, unit) for s, p in last)
    return f"{len(spec.series)} {noun}, the last figure of each: {text}."


def _last_figure(series: Series, point: Point | None, unit: str) -> str:
    if point is None:
        return f"{series.short or series.name} none"
    return f"{series.short or series.name} {_figure(point, unit)}"


def _points_sentence(spec: ChartSpec) -> str:
    """Return the sentence on the number of points and the highest of them."""
    points = sorted((p for s in spec.series for p in s.points if p.y is not None), key=lambda p: -(p.y or 0))
    top = "; ".join(
        f"{p.label} {value_text(p, spec.y.unit)} at {with_unit(exact(p.x), spec.x.unit)}"
        for p in points[:FIRST]
    )
    return f"{len(points)} points; highest {spec.y.label.lower()}: {top}."


def _line_sentence(spec: ChartSpec, known: list[Point]) -> str:
    unit, first, last = value_unit(spec), known[0], known[-1]
    if first is last:
        return f"One figure: {_figure(first, unit)}."
    bounds = sum(p.is_bound for p in known)
    if bounds:
        which = "all of them bounds" if bounds == len(known) else f"{bounds} of them bounds"
        return f"{len(known)} figures, {which}, from {_figure(first, unit)} to {_figure(last, unit)}."
    top = max(known, key=lambda p: p.y or 0)
    low = min(known, key=lambda p: p.y if p.y is not None else 0)
    return (
        f"{len(known)} figures from {_figure(first, unit)} to {_figure(last, unit)}; "
        f"highest {_figure(top, unit)}, lowest {_figure(low, unit)}."
    )


def _bars_sentence(spec: ChartSpec, known: list[Point]) -> str:
    unit = value_unit(spec)
    rest = sum(p.y is None and not _is_text(p) for p in spec.series[0].points)
    text = "; ".join(_figure(p, unit) for p in known[:FIRST])
    more = len(known) - FIRST
    text += f"; and {more} more" if more > 0 else ""
    return f"{text}.{f' {rest} without figure.' if rest else ''}"


def _figure(point: Point, unit: str) -> str:
    """Return a figure with its flag and its date or name."""
    figure = value_text(point, unit) + (f" ({flag_word(point)})" if point.flag else "")
    if not point.label[:1].isdigit():
        return f"{point.label} {figure}"
    return f"{figure} {'on' if _DAY.match(point.label) else 'in'} {point.label}"
