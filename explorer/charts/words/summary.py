"""A chart as text: its sentences, its table, the text at a point, and the name of its file."""

from explorer.charts.spec import ChartSpec, Point, Series
from explorer.charts.text import flag_word, range_text, value_text
from explorer.charts.words.sentences import sentence, value_unit
from explorer.charts.words.table import Table, table
from explorer.data.numbers import exact, percent, with_unit
from explorer.language import gettext

__all__ = ["Table", "describe", "file_stem", "sentence", "table", "value_unit"]

NAMED_METALS = 3


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
    lines = (
        _point_name(spec, line, point),
        _point_value(spec, line, point),
        "" if point.is_range else range_text(point, unit),
        point.note,
        gettext("Low confidence: one secondary source, or not verified.")
        if point.confidence == "low"
        else "",
        _publishers(spec, point),
    )
    return tuple(t for t in lines if t)


def _point_name(spec: ChartSpec, series: Series, point: Point) -> str:
    if spec.scattered:
        return gettext("{name}: {series}").format(name=point.label, series=series.name)
    if len(spec.series) > 1:
        return gettext("{series}, {name}").format(series=series.name, name=point.label)
    return point.label


def _point_value(spec: ChartSpec, series: Series, point: Point) -> str:
    """Return the figure of a point with its shares and its flag."""
    value = value_text(point, value_unit(spec))
    if spec.scattered:
        value = gettext("{axis} {value}; {other_axis} {other_value}").format(
            axis=spec.y.label,
            value=value,
            other_axis=spec.x.label,
            other_value=with_unit(exact(point.x), spec.x.unit),
        )
    if point.published is not None:
        value = gettext("{value} ({figure} as published)").format(
            value=value, figure=with_unit(exact(point.published), series.published_unit)
        )
    flag = flag_word(point)
    return " · ".join((value, *_shares(point), *((flag,) if flag and flag != point.word else ())))


def _shares(point: Point) -> list[str]:
    """Return the shares of a point: of tonnes and value, or of one total."""
    if point.value_share_pct is None:
        if point.share_pct is None:
            return []
        return [gettext("{share} of the total").format(share=percent(point.share_pct))]
    of_value = gettext("{share} of value").format(share=percent(point.value_share_pct))
    if point.share_pct is None:
        return [of_value]
    return [gettext("{share} of tonnage").format(share=percent(point.share_pct)), of_value]


def _publishers(spec: ChartSpec, point: Point) -> str:
    return "; ".join(dict.fromkeys(spec.source(i) for i in point.source_ids))
