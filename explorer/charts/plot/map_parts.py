"""The parts of a map: areas, lines, samples of a legend, and names with a halo, all in logical pixels."""

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen

from explorer.charts.map_classes import FIGURE, INEXACT, STATUS, UNNAMED, WITHHELD, ZERO, MapClass
from explorer.charts.plot import typeset
from explorer.charts.plot.overlay import Overlay
from explorer.charts.plot.painting import hatch, outline
from explorer.charts.plot.typeset import Face
from explorer.data.controls.pill import is_paused, kind_of
from explorer.palette import Theme

HALO, LINE = 2.6, 1.1
HATCHED, DOTTED, CROSSED = "hatched", "dotted", "crossed"
SAMPLE = QRectF(0, -5, 14, 10)


class MapLook(Struct, frozen=True):
    """How a class is drawn: its fill, the colours of a text on it and of its pattern, which may be none."""

    fill: str
    text: str
    ink: str
    pattern: str = ""


def look_of(found: MapClass, theme: Theme) -> MapLook:
    """Return the look of a class in a theme."""
    if found.kind == FIGURE and found.number is not None:
        colours = theme.classes[found.number]
        return MapLook(colours.ground, colours.text, colours.text, HATCHED if found.is_hatched else "")
    if found.kind == STATUS:
        kind = theme.kind(kind_of(found.state))
        return MapLook(kind.bar, theme.text, theme.surface, HATCHED if is_paused(found.state) else "")
    patterns = {WITHHELD: DOTTED, INEXACT: CROSSED, ZERO: "", UNNAMED: ""}
    fill = theme.land if found.kind == UNNAMED else theme.surface
    return MapLook(fill, theme.text, theme.muted, patterns[found.kind])


class Areas(Struct, frozen=True):
    """Paths filled one by one, which takes a third of the time that one path of all of them takes."""

    paths: tuple[QPainterPath, ...]
    colour: str

    def draw(self, painter: QPainter) -> None:
        """Fill the paths."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour))
        for path in self.paths:
            painter.drawPath(path)


class Line(Struct, frozen=True):
    """A line along a path."""

    path: QPainterPath
    pen: QPen

    def draw(self, painter: QPainter) -> None:
        """Draw the line."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self.pen)
        painter.drawPath(self.path)


class Sample(Struct, frozen=True):
    """A box in a legend that is drawn like the countries of a class; `at` is the middle of its left edge."""

    at: QPointF
    look: MapLook
    edge: str

    def draw(self, painter: QPainter) -> None:
        """Draw the box."""
        box = SAMPLE.translated(self.at)
        painter.fillRect(box, QColor(self.look.fill))
        if self.look.pattern == DOTTED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.look.ink))
            for place in (QPointF(3, -2), QPointF(7, -2), QPointF(11, -2), QPointF(5, 2), QPointF(9, 2)):
                painter.drawEllipse(self.at + place, 0.9, 0.9)
        elif self.look.pattern:
            hatch(painter, box, self.look.ink, "transparent", 5.0, LINE)
        if self.look.pattern == CROSSED:
            for x in (0.0, 5.0):
                start = box.topLeft() + QPointF(x, 0)
                painter.drawLine(start, start + QPointF(min(10.0, 14 - x), min(10.0, 14 - x)))
        outline(painter, box, self.edge, 0.8)


class HaloName(Struct, frozen=True):
    """A name over an area, with a line around its letters in the colour behind it."""

    box: QRectF
    text: str
    face: Face
    colour: str
    halo: str
    around: QPainterPath

    def draw(self, painter: QPainter) -> None:
        """Draw the halo and the name."""
        painter.fillPath(self.around, QColor(self.halo))
        typeset.put(painter, self.box.left(), self.box.top(), self.text, self.face, self.colour)


def halo_name(box: QRectF, text: str, face: Face, colour: str, halo: str) -> HaloName:
    """Return a name in a box with its halo, which is made here since it takes longer than to fill it."""
    baseline = box.top() + (face.line + face.metrics.ascent() - face.metrics.descent()) / 2
    letters = QPainterPath()
    letters.addText(QPointF(box.left(), baseline), face.font, text)
    stroker = QPainterPathStroker()
    stroker.setWidth(HALO)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    around = stroker.createStroke(letters)
    around.setFillRule(Qt.FillRule.WindingFill)
    return HaloName(box, text, face, colour, halo, around)


class MapLayer(Overlay[Areas | Line | HaloName]):
    """Areas, lines and names of a map, in their order."""
