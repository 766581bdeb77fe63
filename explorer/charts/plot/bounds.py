"""Figures that are not a value: arrows for published bounds, bars with end caps for ranges, marks for words."""

from msgspec import Struct
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from explorer.charts.plot.overlay import Overlay
from explorer.charts.plot.painting import pen

ARROW, HEAD, CAP, DOT = 20.0, 7.0, 3.0, 3.6


class Arrow(Struct, frozen=True):
    """A bound at a place, upwards if the value is larger.

    `room` is the distance to the edge; `hollow` is the background colour, empty for a filled head.
    """

    at: QPointF
    up: bool
    room: float
    colour: str
    hollow: str = ""

    def draw(self, painter: QPainter) -> None:
        """Draw a tick at the figure and an arrow towards the value, shortened to the space available."""
        at = self.at
        way = max(min(ARROW, self.room), HEAD + 2) * (-1 if self.up else 1)
        tip = QPointF(at.x(), at.y() + way)
        painter.setPen(pen(self.colour, 2.0))
        painter.drawLine(QPointF(at.x() - 5, at.y()), QPointF(at.x() + 5, at.y()))
        painter.setPen(pen(self.colour, 1.6))
        painter.drawLine(at, QPointF(at.x(), tip.y() + (HEAD if self.up else -HEAD)))
        _triangle(painter, tip, HEAD if self.up else -HEAD, self.colour, self.hollow)


class RangeBar(Struct, frozen=True):
    """A range in one column or, if horizontal, in one row; an end outside the plot has no cap."""

    ends: tuple[QPointF, QPointF]
    capped: tuple[bool, bool]
    colour: str
    width: float = 1.2
    cap: float = CAP

    def draw(self, painter: QPainter) -> None:
        """Draw the bar and its caps."""
        start, end = self.ends
        painter.setPen(pen(self.colour, self.width))
        cap = QPointF(0, self.cap) if start.y() == end.y() else QPointF(self.cap, 0)
        for at, capped in zip(self.ends, self.capped, strict=True):
            if capped:
                painter.drawLine(at - cap, at + cap)
        painter.drawLine(start, end)


class Triangle(Struct, frozen=True):
    """A mark at the bottom for a word for less than zero, net exporter; `hollow` is the background colour."""

    tip: QPointF
    colour: str
    hollow: str = ""

    def draw(self, painter: QPainter) -> None:
        """Draw the mark."""
        _triangle(painter, self.tip, -HEAD, self.colour, self.hollow)


class Ring(Struct, frozen=True):
    """A mark for any other word in place of a figure."""

    at: QPointF
    colour: str
    ground: str

    def draw(self, painter: QPainter) -> None:
        """Draw the mark."""
        painter.setPen(pen(self.colour, 1.6))
        painter.setBrush(QColor(self.ground))
        painter.drawEllipse(self.at, DOT, DOT)


Mark = Arrow | RangeBar | Triangle | Ring


def _triangle(painter: QPainter, tip: QPointF, height: float, colour: str, hollow: str) -> None:
    """Draw the head of an arrow from its tip downwards, or upwards where the height is negative."""
    painter.setPen(pen(colour, 1.4))
    painter.setBrush(QColor(hollow or colour))
    foot = tip.y() + height
    corners = (tip, QPointF(tip.x() + HEAD * 0.6, foot), QPointF(tip.x() - HEAD * 0.6, foot))
    painter.drawPolygon(QPolygonF(corners))
    painter.setBrush(Qt.BrushStyle.NoBrush)


class Bounds(Overlay[Mark]):
    """The marks of a plot."""
