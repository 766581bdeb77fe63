"""Whether two charts look the same, so that one need not be drawn in place of the other."""

from dataclasses import replace

from explorer.charts.spec import ChartSpec
from explorer.data.dates import first_day

# What a window shows beside the plot.
_BESIDE = (
    *("title", "heading", "subtitle", "notes", "range_notes", "left_out", "footer", "query"),
    *("source_line", "sources", "own_sources", "documents", "without_own"),
)


def looks_same(chart: ChartSpec, drawn: ChartSpec) -> bool:
    """Return whether the plot of a chart looks like one that is drawn, apart from the line of the as-of date.

    The as-of date may be another one as long as the checks cover both dates or neither.
    """
    if _is_beyond(chart) != _is_beyond(drawn):
        return False
    context = replace(chart.context, as_of=drawn.context.as_of)
    return replace(chart, context=context, **{name: getattr(drawn, name) for name in _BESIDE}) == drawn


def _is_beyond(chart: ChartSpec) -> bool:
    return chart.context.as_of > first_day(chart.verified_to)
