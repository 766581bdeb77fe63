"""The geometry of a plot: its area, its ranges and the conversion of figures to pixels."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from explorer.charts.spec import ChartSpec, Point
from explorer.palette import Theme

EDGE = 0.5


@dataclass(frozen=True, slots=True)
class Margins:
    """The space around an area, in logical pixels."""

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
    theme: Theme

    def px(self, x: float) -> float:
        """Return the pixel column of an x."""
        return self.area.left() + (x - self.x_low) / (self.x_high - self.x_low) * self.area.width()

    def py(self, y: float) -> float:
        """Return the pixel row of a y; categories run downwards."""
        part = (y - self.y_low) / (self.y_high - self.y_low)
        return self.area.top() + (part if self.spec.horizontal else 1 - part) * self.area.height()

    def shows(self, at: QPointF) -> bool:
        """Return whether a place is inside the area or on its edge, within rounding."""
        return self.area.adjusted(-EDGE, -EDGE, EDGE, EDGE).contains(at)

    def inside(self, box: QRectF) -> QRectF:
        """Return the part of a box that is inside the area, empty if there is none."""
        return box.intersected(self.area)


@dataclass(frozen=True, slots=True)
class Hit:
    """The place of a point of a series, or of a span (`index`) of a strip (`series`), on the plot."""

    at: QPointF
    box: QRectF
    series: int
    index: int
    point: Point | None = None


@contextmanager
def painting(painter: QPainter) -> Iterator[QPainter]:
    """Yield a painter and end it in any case: Qt aborts if a device is deleted while it is painted on."""
    try:
        yield painter
    finally:
        painter.end()


@contextmanager
def restored(painter: QPainter) -> Iterator[None]:
    """Restore the state of a painter in any case: the next row is painted with it, too."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()


def pen(colour: str, width: float = 1.0, dash: tuple[float, ...] = ()) -> QPen:
    """Return a pen whose width and dashes are in logical pixels and scale with the image."""
    made = QPen(QColor(colour), width)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash:
        made.setDashPattern([d / width for d in dash])
    return made


def hatch(
    painter: QPainter, box: QRectF, colour: str, background: str, gap: float = 5.0, width: float = 1.8
) -> None:
    """Fill a box with slanting lines, which scale better than a bitmap: an uncertain figure."""
    painter.fillRect(box, QColor(background))
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
    """Draw a filled circle, with an edge if a colour is given."""
    painter.setPen(pen(edge, width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(fill)))
    painter.drawEllipse(at, radius, radius)


def crop(points: Sequence[QPointF], area: QRectF) -> Iterator[list[QPointF]]:
    """Yield the parts of a line that are inside an area; not every device and SVG viewer clips alike."""
    room = area.adjusted(-EDGE, -EDGE, EDGE, EDGE)
    run: list[QPointF] = []
    for a, b in pairwise(points):
        part = _cropped(a, b, area) if not (room.contains(a) and room.contains(b)) else (a, b)
        if run and (part is None or part[0] != run[-1]):
            yield run
            run = []
        if part is not None:
            run = [*(run or part[:1]), part[1]]
    if run:
        yield run


def _cropped(a: QPointF, b: QPointF, area: QRectF) -> tuple[QPointF, QPointF] | None:
    """Return the part of a join inside an area (Liang and Barsky, 1984), None if it is outside."""
    start, end = 0.0, 1.0
    step = b - a
    for run, room in (
        (-step.x(), a.x() - area.left()),
        (step.x(), area.right() - a.x()),
        (-step.y(), a.y() - area.top()),
        (step.y(), area.bottom() - a.y()),
    ):
        if run == 0 and room < 0:
            return None
        if run < 0:
            start = max(start, room / run)
        elif run > 0:
            end = min(end, room / run)
    if start >= end:
        return None
    return a if start == 0 else a + step * start, b if end == 1 else a + step * end


def polyline(points: list[QPointF]) -> QPainterPath:
    """Return a path through points."""
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    return path
