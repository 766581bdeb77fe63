"""Whether two charts look the same, so that one need not be drawn in place of the other."""

from msgspec.structs import replace

from explorer.charts.spec import ChartSpec
from explorer.charts.zoom import can_zoom
from explorer.data.dates import first_day


def looks_same(chart: ChartSpec, drawn: ChartSpec) -> bool:
    """Return whether a chart without an axis of time looks like one that is drawn.

    The as-of date may be another one, and so the footer and the command that exports the chart, as long as the checks
    cover both dates or neither.
    """
    if can_zoom(chart) or _is_beyond(chart) != _is_beyond(drawn):
        return False
    context = replace(chart.context, as_of=drawn.context.as_of)
    return replace(chart, context=context, query=drawn.query, footer=drawn.footer) == drawn


def _is_beyond(chart: ChartSpec) -> bool:
    return chart.context.as_of > first_day(chart.verified_to)
