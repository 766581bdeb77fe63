"""The colours of the series of a chart. No Qt."""

from collections.abc import Sequence

from explorer.charts.spec import Series
from explorer.palette import Theme


def series_colour(series: Sequence[Series], index: int, theme: Theme) -> str:
    """Return the colour of a series; one in the background is grey and takes no colour of the others.

    Unfinished years have the colour of the series before.
    """
    if series[index].background:
        return theme.muted
    before = sum(not s.background and not s.is_partial for s in series[:index])
    return theme.colour(before - series[index].is_partial)
