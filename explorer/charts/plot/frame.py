"""The geometry of a plot: its area, its ranges and the conversion of figures to pixels."""

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF

from explorer.charts.spec import Point

EDGE = 0.5


class Margins(Struct, frozen=True):
    """The space around an area, in logical pixels."""

    left: float
    top: float
    right: float
    bottom: float


class Ranges(Struct, frozen=True):
    """The ranges of both axes, logarithms on a log axis; with `downwards` the vertical one runs from the top."""

    x_low: float
    x_high: float
    y_low: float
    y_high: float
    downwards: bool = False


class Frame(Struct, frozen=True):
    """The whole plot and its inner area, in logical pixels, and the ranges shown."""

    whole: QRectF
    area: QRectF
    ranges: Ranges

    def px(self, x: float) -> float:
        """Return the pixel column of an x."""
        shown = self.ranges
        part = (x - shown.x_low) / (shown.x_high - shown.x_low)
        return self.area.left() + part * self.area.width()

    def py(self, y: float) -> float:
        """Return the pixel row of a y."""
        shown = self.ranges
        part = (y - shown.y_low) / (shown.y_high - shown.y_low)
        return self.area.top() + (part if shown.downwards else 1 - part) * self.area.height()

    def x_at(self, column: float) -> float:
        """Return the x of a pixel column."""
        shown = self.ranges
        part = (column - self.area.left()) / self.area.width()
        return shown.x_low + part * (shown.x_high - shown.x_low)

    def across(self, pixels: float) -> float:
        """Return a width in pixels in the numbers of the x axis."""
        return pixels / self.area.width() * (self.ranges.x_high - self.ranges.x_low)

    def down(self, pixels: float) -> float:
        """Return a height in pixels in the numbers of the y axis."""
        return pixels / self.area.height() * (self.ranges.y_high - self.ranges.y_low)

    def shows(self, at: QPointF) -> bool:
        """Return whether a place is inside the area or on its edge, within rounding."""
        return self.area.adjusted(-EDGE, -EDGE, EDGE, EDGE).contains(at)

    def shows_x(self, x: float) -> bool:
        """Return whether an x is inside the range, within rounding."""
        return self.area.left() - EDGE <= self.px(x) <= self.area.right() + EDGE


def frame_of(width: float, height: float, margins: Margins, ranges: Ranges) -> Frame:
    """Return the frame of a plot of a size in logical pixels."""
    inner_width = max(width - margins.left - margins.right, 1.0)
    inner_height = max(height - margins.top - margins.bottom, 1.0)
    return Frame(
        QRectF(0, 0, width, height), QRectF(margins.left, margins.top, inner_width, inner_height), ranges
    )


class Hit(Struct, frozen=True):
    """The place of a point of a series, or of a span (`index`) of a strip (`series`), on the plot."""

    at: QPointF
    box: QRectF
    series: int
    index: int
    point: Point | None = None
