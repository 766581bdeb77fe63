"""The colours of the series of a chart. No Qt."""

from collections.abc import Sequence

from explorer.charts.hidden_series import colour_place
from explorer.charts.spec import Series
from explorer.palette import Theme


def series_colour(series: Sequence[Series], index: int, theme: Theme) -> str:
    """Return the colour of a series; one in the background is grey and takes no colour of the others."""
    if series[index].background:
        return theme.muted
    return theme.colour(colour_place(series, index))
