"""Lines of text, lines, boxes and markers that draw themselves, for plots and for widgets of the window."""

from collections.abc import Iterable
from itertools import zip_longest

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from explorer.charts.plot import typeset
from explorer.charts.plot.painting import pen
from explorer.charts.plot.typeset import Face

BEYOND = 2.0  # pixels by which letters may extend beyond the box of their line


class Name(Struct, frozen=True):
    """One line of text; x is its left end, middle or right end, `top` that of its line box."""

    x: float
    top: float
    text: str
    face: Face
    colour: str
    align: str = "left"

    @property
    def box(self) -> QRectF:
        """The box of the text, with room for letters that extend beyond it."""
        width = self.face.width(self.text)
        left = self.x - {"right": 1.0, "centre": 0.5}.get(self.align, 0.0) * width
        return QRectF(left, self.top, width, self.face.line).adjusted(-BEYOND, -BEYOND, BEYOND, BEYOND)

    def draw(self, painter: QPainter) -> None:
        """Draw the text."""
        typeset.put(painter, self.x, self.top, self.text, self.face, self.colour, self.align)


class Stroke(Struct, frozen=True):
    """A line that belongs to a name: to a distant point, in a legend, between rows."""

    start: QPointF
    end: QPointF
    line: QPen

    def draw(self, painter: QPainter) -> None:
        """Draw the line."""
        painter.setPen(self.line)
        painter.drawLine(self.start, self.end)


class Patch(Struct, frozen=True):
    """A filled box: in a legend, or behind a name."""

    box: QRectF
    colour: str

    def draw(self, painter: QPainter) -> None:
        """Fill the box."""
        painter.fillRect(self.box, QColor(self.colour))


class Symbol(Struct, frozen=True):
    """A marker in a legend: a shape of the size 1, its size, its colour and the width of its edge."""

    at: QPointF
    shape: QPainterPath
    size: float
    colour: str
    edge: float

    def draw(self, painter: QPainter) -> None:
        """Draw the marker."""
        place = QTransform.fromTranslate(self.at.x(), self.at.y()).scale(self.size, self.size)
        painter.setPen(pen(self.colour, self.edge))
        painter.setBrush(QColor(self.colour))
        painter.drawPath(place.map(self.shape))


def moved_names(before: Iterable[object], after: Iterable[object]) -> QRectF | None:
    """Return the box around the names that differ between two lists of parts; None if other parts differ too."""
    box = QRectF()
    for pair in zip_longest(before, after):
        if pair[0] != pair[1]:
            for part in filter(None, pair):
                if not isinstance(part, Name):
                    return None
                box = box.united(part.box)
    return box


def centred(x: float, y: float, text: str, face: Face, colour: str, align: str = "left") -> Name:
    """Return a line of text with its middle at the height y."""
    return Name(x, y - face.line / 2, text, face, colour, align)
