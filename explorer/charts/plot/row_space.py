"""The space for bars in rows: labels on the left, figures and shares on the right."""

from functools import cached_property

from explorer.charts.plot import typeset
from explorer.charts.plot.frame import Margins
from explorer.charts.spec import Point
from explorer.charts.text import value_text
from explorer.data.numbers import percent
from explorer.language import gettext

ROW, TALL_ROW = 26.0, 40.0
LABEL_PART = 0.42
GAP, SHARE_GAP, EDGE = 10.0, 12.0, 4.0
LEAST_AREA, LEAST_FIGURES = 60.0, 40.0


class RowSpace:
    """The space that the bars of a chart need; texts are measured once."""

    def __init__(self, points: tuple[Point, ...], unit: str) -> None:
        self.points, self.unit = points, unit

    @cached_property
    def columns(self) -> tuple[float, float, float]:
        """The widths of figures, of shares, and of both with the gap between."""
        body = typeset.body()
        figures = max((body.width(figure_text(p, self.unit)) for p in self.points), default=0)
        shares = max((body.width(share_text(p)) for p in self.points), default=0)
        return figures, shares, figures + (shares + SHARE_GAP if shares else 0)

    @cached_property
    def _widest_label(self) -> float:
        body = typeset.body()
        return max((body.width(p.label) for p in self.points), default=0)

    def height(self, width: float) -> float:
        """Return the height that gives each row enough space."""
        tall = self._widest_label > LABEL_PART * width
        return max(len(self.points), 2) * (TALL_ROW if tall else ROW) + 2 * EDGE

    def margins(self, width: float) -> Margins:
        """Return the space for the labels on the left and for the figures on the right."""
        left = min(self._widest_label, LABEL_PART * width) + GAP
        right = self.columns[2] + GAP
        return Margins(left, EDGE, min(right, max(width - left - LEAST_AREA, LEAST_FIGURES)), EDGE)


def figure_text(point: Point, unit: str) -> str:
    """Return the figure next to a bar; the subtitle gives the unit, except for per cent."""
    return value_text(point, unit if unit == "%" else "", narrow=True)


def share_text(point: Point) -> str:
    """Return the share next to a figure, with that of the value if both are known; empty if neither is."""
    shares = [] if point.share_pct is None else [percent(point.share_pct)]
    if point.value_share_pct is not None:
        shares.append(gettext("{share} of value").format(share=percent(point.value_share_pct)))
    return " · ".join(shares)
