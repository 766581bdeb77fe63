"""The colours of the series of a chart. No Qt."""

from collections.abc import Sequence

from explorer.charts.hidden_series import colour_place
from explorer.charts.spec import Series
from explorer.palette import Theme


def series_colour(series: Sequence[Series], index: int, theme: Theme) -> str:
    """Return the colour of a series; one in the background is grey and takes no colour of the others.

    Unfinished years have the colour of the series before.
    """
    if series[index].background:
        return theme.muted
    return theme.colour(colour_place(series, index))


def kind_colours(kinds: Sequence[str], theme: Theme) -> list[str]:
    """Return a colour for each kind of measure: its own, or one of the colours of series where it has none."""
    others = list(dict.fromkeys(kind for kind in kinds if kind not in (*theme.kinds, "refusal")))
    return [_kind_colour(kind, others, theme) for kind in kinds]


def _kind_colour(kind: str, others: list[str], theme: Theme) -> str:
    if kind == "prohibition":
        return theme.kind(kind).ink
    if kind == "refusal":
        return theme.kind("prohibition").bar
    return theme.colour(others.index(kind)) if kind in others else theme.kind(kind).bar
