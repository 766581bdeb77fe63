"""How lines and boxes are drawn: pens in logical pixels, hatching, outlines."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

Painter = TypeVar("Painter", bound=QPainter)
# Dashes and gaps of the lines of the user's own series, and of their marks in legends.
OWN_DASH, OWN_DASH_IN_LEGEND = (7.0, 3.5), (3.5, 2.0)


@contextmanager
def painting(painter: Painter) -> Iterator[Painter]:
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


def fixed_pen(colour: str, width: float, dash: tuple[float, ...] = (), ratio: float = 1.0) -> QPen:
    """Return a pen for items in data coordinates, whose width those must not stretch.

    Qt gives such pens a width in pixels of the device: `ratio` is the number of them in a logical pixel.
    """
    made = pen(colour, width, dash)
    made.setWidthF(width * ratio)
    made.setCosmetic(True)
    return made


def hatch(
    painter: QPainter, box: QRectF, colour: str, background: str, gap: float = 5.0, width: float = 1.8
) -> None:
    """Fill a box with slanting lines, which scale better than a bitmap: an uncertain figure."""
    painter.fillRect(box, QColor(background))
    painter.setPen(pen(colour, width))
    start, end, bottom, height = box.left(), box.right(), box.bottom(), box.height()
    x = start - height
    x += gap - x % gap
    lines = []
    while x < end:
        left, right = max(x, start), min(x + height, end)
        lines.append(QLineF(left, bottom - (left - x), right, bottom - (right - x)))
        x += gap
    painter.drawLines(lines)


def outline(
    painter: QPainter, box: QRectF, colour: str, width: float = 1.2, dash: tuple[float, ...] = ()
) -> None:
    """Draw the edge of a box inside it."""
    painter.setPen(pen(colour, width, dash))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRect(box.adjusted(half, half, -half, -half))
