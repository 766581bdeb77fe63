"""Where things lie on a plot: its area, its ranges and the way from figures to pixels."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from explorer.charts.spec import ChartSpec, Point
from explorer.charts.style import ChartTheme


@dataclass(frozen=True, slots=True)
class Margins:
    """What an area leaves free around itself, in logical pixels."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Frame:
    """The whole plot, its inner area in logical pixels and the ranges shown (logarithms on a log axis)."""

    whole: QRectF
    area: QRectF
    x_low: float
    x_high: float
    y_low: float
    y_high: float
    spec: ChartSpec
    theme: ChartTheme

    def px(self, x: float) -> float:
        """Return the pixel column of an x."""
        return self.area.left() + (x - self.x_low) / (self.x_high - self.x_low) * self.area.width()

    def py(self, y: float) -> float:
        """Return the pixel row of a y; categories run downwards."""
        part = (y - self.y_low) / (self.y_high - self.y_low)
        return self.area.top() + (part if self.spec.horizontal else 1 - part) * self.area.height()


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a point, or a span of a strip (`row`, `span`), lies on the plot."""

    at: QPointF
    box: QRectF
    series: int
    index: int
    point: Point | None = None


@contextmanager
def painting(painter: QPainter) -> Iterator[QPainter]:
    """Give a painter and end it whatever happens: Qt ends the program where a device goes while it is painted."""
    try:
        yield painter
    finally:
        painter.end()


def pen(colour: str, width: float = 1.0, dash: tuple[float, ...] = ()) -> QPen:
    """Return a pen whose width and dashes are in logical pixels and scale with the picture."""
    made = QPen(QColor(colour), width)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash:
        made.setDashPattern([d / width for d in dash])
    return made


def hatch(
    painter: QPainter, box: QRectF, colour: str, ground: str, gap: float = 5.0, width: float = 1.8
) -> None:
    """Fill a box with slanting lines, which scale as no bitmap does: a figure with a reservation."""
    painter.fillRect(box, QColor(ground))
    painter.setPen(pen(colour, width))
    x = box.left() - box.height()
    x += gap - x % gap
    while x < box.right():
        left, right = max(x, box.left()), min(x + box.height(), box.right())
        painter.drawLine(QPointF(left, box.bottom() - (left - x)), QPointF(right, box.bottom() - (right - x)))
        x += gap


def outline(
    painter: QPainter, box: QRectF, colour: str, width: float = 1.2, dash: tuple[float, ...] = ()
) -> None:
    """Draw the edge of a box inside it."""
    painter.setPen(pen(colour, width, dash))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRect(box.adjusted(half, half, -half, -half))


def disc(
    painter: QPainter, at: QPointF, radius: float, fill: str, edge: str = "", width: float = 0.0
) -> None:
    """Draw a filled circle, with an edge where a colour is given."""
    painter.setPen(pen(edge, width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(fill)))
    painter.drawEllipse(at, radius, radius)


def polyline(points: list[QPointF]) -> QPainterPath:
    """Return a path through points."""
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    return path
