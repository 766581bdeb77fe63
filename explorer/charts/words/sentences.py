"""A chart as one text, for readers who cannot see it."""

import re
from collections.abc import Iterator

from explorer.charts.spec import Chart, ChartSpec, Missing, Point, Series
from explorer.charts.text import control_date_text, flag_word, value_text
from explorer.data.numbers import exact, with_unit
from explorer.language import gettext, ngettext, paragraph

FIRST = 5
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def value_unit(spec: ChartSpec) -> str:
    """Return the unit of the figures: that of the axis along which they are measured."""
    return spec.x.unit if spec.horizontal else spec.y.unit


def sentence(chart: Chart) -> str:
    """Return the content of a chart in sentences, figures with unit and flag."""
    if isinstance(chart, Missing):
        return chart.reason
    return paragraph(_sentences(chart))


def _sentences(spec: ChartSpec) -> Iterator[str]:
    yield gettext("{text}.").format(text=spec.title)
    if spec.rows:
        yield _rows_sentence(spec)
        return
    if spec.subtitle:
        yield gettext("{text}.").format(text=spec.subtitle)
    points = [p for s in spec.series[: 1 if spec.horizontal else None] for p in s.points]
    known = [p for p in points if p.y is not None]
    texts = [p for p in points if _is_text(p)]
    if known:
        yield _figures_sentences(spec, known)
    elif not texts:
        yield gettext("No figures available.")
    if texts:
        figures = "; ".join(_figure(spec, p, value_unit(spec)) for p in texts)
        yield gettext("Published without a figure: {figures}.").format(figures=figures)
    if known and spec.events:
        dates = "; ".join(map(control_date_text, spec.events))
        yield gettext("Control dates: {dates}.").format(dates=dates)


def _figures_sentences(spec: ChartSpec, known: list[Point]) -> str:
    """Return the sentences on the figures of a chart that has any."""
    if spec.scattered:
        return _points_sentence(spec)
    if spec.horizontal:
        return _bars_sentences(spec, known)
    if len(spec.series) > 1:
        return _lines_sentence(spec)
    return _line_sentences(spec, known)


def _is_text(point: Point) -> bool:
    """Return whether a publisher gives a range or a word in place of a figure."""
    return point.is_range or (point.y is None and (point.word or "").startswith("“"))


def _rows_sentence(spec: ChartSpec) -> str:
    count = len(spec.rows)
    rows = "; ".join(gettext("{name}, {detail}").format(name=r.label, detail=r.detail) for r in spec.rows)
    if spec.by_metal:
        return ngettext("{count} metal: {rows}.", "{count} metals: {rows}.", count).format(
            count=count, rows=rows
        )
    return ngettext("{count} measure: {rows}.", "{count} measures: {rows}.", count).format(
        count=count, rows=rows
    )


def _lines_sentence(spec: ChartSpec) -> str:
    """Return the sentence on the number of lines or areas and the last figure of each."""
    unit, count = value_unit(spec), len(spec.series)
    shared = "," in unit  # a unit with a comma, that of an index, is given once
    figures = "; ".join(_last_figure(spec, s, "" if shared else unit) for s in spec.series)
    if spec.stacked:
        text = ngettext(
            "{count} area; last figure: {figures}.",
            "{count} areas; last figure of each: {figures}.",
            count,
        )
    elif shared:
        text = ngettext(
            "{count} line ({unit}); last figure: {figures}.",
            "{count} lines ({unit}); last figure of each: {figures}.",
            count,
        )
    else:
        text = ngettext(
            "{count} line; last figure: {figures}.",
            "{count} lines; last figure of each: {figures}.",
            count,
        )
    return text.format(count=count, unit=unit, figures=figures)


def _last_figure(spec: ChartSpec, series: Series, unit: str) -> str:
    name = series.short or series.name
    last = next((p for p in reversed(series.points) if p.y is not None), None)
    if last is None:
        return gettext("{name}: no figure").format(name=name)
    return gettext("{name} {figure}").format(name=name, figure=_figure(spec, last, unit))


def _points_sentence(spec: ChartSpec) -> str:
    """Return the sentence on the number of points and the highest of them."""
    points = sorted((p for s in spec.series for p in s.points if p.y is not None), key=lambda p: -(p.y or 0))
    figures = "; ".join(
        gettext("{name} {value} at {position}").format(
            name=p.label, value=value_text(p, spec.y.unit), position=with_unit(exact(p.x), spec.x.unit)
        )
        for p in points[:FIRST]
    )
    return ngettext(
        "{count} point. {axis}, highest first: {figures}.",
        "{count} points. {axis}, highest first: {figures}.",
        len(points),
    ).format(count=len(points), axis=spec.y.label, figures=figures)


def _line_sentences(spec: ChartSpec, known: list[Point]) -> str:
    unit, count = value_unit(spec), len(known)
    first, last = _figure(spec, known[0], unit), _figure(spec, known[-1], unit)
    bounds = sum(p.is_bound for p in known)
    if count == 1:
        return gettext("One figure: {figure}.").format(figure=first)
    if bounds == count:
        text = ngettext(
            "{count} figure from {first} to {last}, published only as a bound.",
            "{count} figures from {first} to {last}, all published only as bounds.",
            count,
        )
        return text.format(count=count, first=first, last=last)
    if bounds:
        text = ngettext(
            "{count} figures, {bounds} of them a bound, from {first} to {last}.",
            "{count} figures, {bounds} of them bounds, from {first} to {last}.",
            bounds,
        )
        return text.format(count=count, bounds=bounds, first=first, last=last)
    top = max(known, key=lambda p: p.y or 0)
    low = min(known, key=lambda p: p.y or 0)
    text = ngettext(
        "{count} figure from {first} to {last}. Highest: {highest}. Lowest: {lowest}.",
        "{count} figures from {first} to {last}. Highest: {highest}. Lowest: {lowest}.",
        count,
    )
    return text.format(
        count=count,
        first=first,
        last=last,
        highest=_figure(spec, top, unit),
        lowest=_figure(spec, low, unit),
    )


def _bars_sentences(spec: ChartSpec, known: list[Point]) -> str:
    figures = "; ".join(_figure(spec, p, value_unit(spec)) for p in known[:FIRST])
    more = len(known) - FIRST
    if more > 0:
        text = ngettext("{figures}; and {count} more.", "{figures}; and {count} more.", more).format(
            figures=figures, count=more
        )
    else:
        text = gettext("{text}.").format(text=figures)
    unknown = sum(p.y is None and not _is_text(p) for p in spec.series[0].points)
    if not unknown:
        return text
    rest = ngettext("{count} without a figure.", "{count} without a figure.", unknown).format(count=unknown)
    return paragraph([text, rest])


def _figure(spec: ChartSpec, point: Point, unit: str) -> str:
    """Return a figure with its flag and its date or name."""
    figure = value_text(point, unit)
    if point.flag:
        figure = gettext("{figure} ({flag})").format(figure=figure, flag=flag_word(point))
    if _DAY.fullmatch(point.when):
        return gettext("{figure} on {day}").format(figure=figure, day=point.label)
    if point.when or spec.x.kind == "year":
        return gettext("{figure} in {period}").format(figure=figure, period=point.label)
    return gettext("{name} {figure}").format(name=point.label, figure=figure)
