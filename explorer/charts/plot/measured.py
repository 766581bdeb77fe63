"""The span over which a change is measured: a tint behind the figures, the same in a window and in files."""

from datetime import date

from PySide6.QtGui import QBrush, QColor

from explorer.charts.plot.library import pg
from explorer.charts.plot.plot import AREAS, Plot
from explorer.charts.spec import Axis
from explorer.charts.zoom import range_of

FAINT = 40


def add_region(plot: Plot) -> pg.LinearRegionItem:
    """Add the tint to a plot, and return it; `setRegion` gives it its place."""
    tint = QColor(plot.theme.accent)
    tint.setAlpha(FAINT)
    region = pg.LinearRegionItem((0, 0), brush=QBrush(tint), pen=pg.mkPen(None), movable=False)
    return plot.add(region, AREAS - 1)


def add_measured(plot: Plot, axis: Axis, days: tuple[date, date]) -> None:
    """Mark the days that a chart gives as measured."""
    span = range_of(axis, *days)
    add_region(plot).setRegion((span.low, span.high))
