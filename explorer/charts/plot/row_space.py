"""The space for bars in rows: labels on the left, figures and shares on the right."""

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


def height(points: tuple[Point, ...], width: float) -> float:
    """Return the height that gives each row enough space."""
    tall = any(typeset.body().width(p.label) > LABEL_PART * width for p in points)
    return max(len(points), 2) * (TALL_ROW if tall else ROW) + 2 * EDGE


def margins(points: tuple[Point, ...], unit: str, width: float) -> Margins:
    """Return the space for the labels on the left and for the figures on the right."""
    body = typeset.body()
    labels = max((body.width(p.label) for p in points), default=0)
    left = min(labels, LABEL_PART * width) + GAP
    right = columns(points, unit)[2] + GAP
    return Margins(left, EDGE, min(right, max(width - left - LEAST_AREA, LEAST_FIGURES)), EDGE)


def columns(points: tuple[Point, ...], unit: str) -> tuple[float, float, float]:
    """Return the widths of figures, of shares, and of both with the gap between."""
    body = typeset.body()
    figures = max((body.width(figure_text(p, unit)) for p in points), default=0)
    shares = max((body.width(share_text(p)) for p in points), default=0)
    return figures, shares, figures + (shares + SHARE_GAP if shares else 0)


def figure_text(point: Point, unit: str) -> str:
    """Return the figure next to a bar; the subtitle gives the unit, except for per cent."""
    return value_text(point, unit if unit == "%" else "", narrow=True)


def share_text(point: Point) -> str:
    """Return the share next to a figure, with that of the value if both are known; empty if neither is."""
    shares = [] if point.share_pct is None else [percent(point.share_pct)]
    if point.value_share_pct is not None:
        shares.append(gettext("{share} of value").format(share=percent(point.value_share_pct)))
    return " · ".join(shares)
