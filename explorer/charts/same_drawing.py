"""Whether the drawing of one chart can be used for another, which need not be drawn then."""

from msgspec.structs import replace

from explorer.charts.spec import ChartSpec
from explorer.charts.zoom import can_zoom
from explorer.data.dates import first_day

# What a window shows outside the plot.
_OUTSIDE = (
    *("title", "heading", "subtitle", "notes", "range_notes", "left_out", "footer", "query"),
    *("source_line", "sources", "own_sources", "documents", "without_own"),
)


def looks_same(chart: ChartSpec, drawn: ChartSpec) -> bool:
    """Return whether the plot of a chart looks like one that is drawn, apart from the line of the as-of date.

    The as-of date may differ if the checks cover both dates or neither. The time axis of figures may have other ends,
    because it extends to an as-of date that is shortly after the last figure.
    """
    if _is_beyond(chart) != _is_beyond(drawn):
        return False
    context, x = replace(chart.context, as_of=drawn.context.as_of), chart.x
    if can_zoom(chart) and can_zoom(drawn) and chart.series:
        x = replace(x, low=drawn.x.low, high=drawn.x.high)
    return replace(chart, context=context, x=x, **{name: getattr(drawn, name) for name in _OUTSIDE}) == drawn


def _is_beyond(chart: ChartSpec) -> bool:
    return chart.context.as_of > first_day(chart.verified_to)
