"""Bars of figures, one item of the library for each; hatched where estimated, preliminary or of a part of a year."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor

from explorer.charts.plot.frame import Frame
from explorer.charts.plot.hatching import HatchedBox, Hatching
from explorer.charts.plot.library import pg
from explorer.charts.plot.lines import NO_PEN
from explorer.charts.plot.plot import BARS, Plot
from explorer.charts.plot.stacking import visible
from explorer.charts.spec import Point, Series

WIDEST_BAR, THINNEST_BAR, FLAT = 56.0, 2.4, 2.0
PERIOD_PART = 0.8
BROKEN, DOTTED = (3.0, 2.0), (1.0, 1.6)


def bar_item(plot: Plot, colour: str, z: float = BARS) -> Any:
    """Return an item for one bar, or for several of one colour."""
    item = pg.BarGraphItem(x0=[0.0], x1=[0.0], y0=[0.0], y1=[0.0], pen=NO_PEN, brush=QBrush(QColor(colour)))
    return plot.add(item, z)


def set_box(item: Any, box: QRectF) -> None:
    """Set the box of a bar, in data coordinates."""
    set_boxes(item, () if box.isEmpty() else (box,))


def set_boxes(item: Any, boxes: Sequence[QRectF]) -> None:
    """Set the boxes of bars of one colour, in data coordinates."""
    item.setVisible(bool(boxes))
    if boxes:
        sides = zip(*((box.left(), box.right(), box.top(), box.bottom()) for box in boxes), strict=True)
        item.setOpts(**dict(zip(("x0", "x1", "y0", "y1"), map(list, sides), strict=True)))


class _Bar(Struct):
    point: Point
    item: Any
    is_hatched: bool


class PeriodBars:
    """One bar for each period from zero up; a published zero is a flat line, an unknown figure stays empty."""

    def __init__(self, plot: Plot, series: Series, colour: str) -> None:
        self._width, self._colour, self._ground = series.bar_width, colour, plot.theme.surface
        self.bars: list[_Bar] = []
        for point in series.points:
            if point.y is not None:
                uncertain = (series.is_partial or point.flag in ("e", "p")) and point.y != 0
                item = bar_item(plot, plot.theme.surface if uncertain else colour)
                self.bars.append(_Bar(point, item, uncertain))
        self._dash = BROKEN if series.is_partial else ()
        self._hatching = plot.add(Hatching(), BARS)
        plot.follow(self.place)

    def place(self, frame: Frame) -> None:
        """Draw the bars in the width of their periods, inside limits."""
        half = max(self._half(frame), THINNEST_BAR / 2)
        if half < frame.area.width() / 2:  # a range inside one period is filled by its bar
            half = min(half, WIDEST_BAR / 2)
        half = frame.across(half)
        hatched = []
        for bar in self.bars:
            y = bar.point.y or frame.down(FLAT)
            box = QRectF(bar.point.x - half, min(y, 0.0), 2 * half, abs(y))
            box = visible(box, frame)
            set_box(bar.item, box)
            if bar.is_hatched and not box.isEmpty():
                hatched.append(HatchedBox(box, self._colour, self._ground, self._colour, dash=self._dash))
        self._hatching.show_boxes(hatched)

    def _half(self, frame: Frame) -> float:
        shown = frame.ranges
        return self._width * PERIOD_PART / 2 / (shown.x_high - shown.x_low) * frame.area.width()
