"""The spans of strips: announced outlined, in force solid, paused hatched; presumed lighter, its edge broken."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from explorer.charts.plot.painting import hatch, outline
from explorer.data.controls.status import ANNOUNCED, SUSPENDED
from explorer.palette import KindColours

FAINT = 0.4


@dataclass(frozen=True, slots=True)
class Span:
    """The box of a span with its state; `ground` is the background colour of the plot.

    While the range moves, hatching is the pattern of the system, which is drawn faster.
    """

    box: QRectF
    state: str
    presumed: bool
    colours: KindColours
    ground: str
    is_moving: bool = False

    def draw(self, painter: QPainter) -> None:
        """Draw the span."""
        edge = (3.0, 2.0) if self.presumed else ()
        if self.state == ANNOUNCED:
            painter.fillRect(self.box, QColor(self.ground))
            outline(painter, self.box, self.colours.ink, 1.2, edge)
        elif self.state == SUSPENDED:
            lines = self._faded() if self.presumed else self.colours.bar
            if self.is_moving:
                painter.fillRect(self.box, QBrush(QColor(lines), Qt.BrushStyle.BDiagPattern))
            else:
                hatch(painter, self.box, lines, self.ground, 5.0, 1.4)
            outline(painter, self.box, self.colours.ink, 1.0, edge)
        elif self.presumed:
            painter.fillRect(self.box, QColor(self._faded()))
            outline(painter, self.box, self.colours.ink, 1.2, edge)
        else:
            painter.fillRect(self.box, QColor(self.colours.bar))

    def _faded(self) -> str:
        """Return the colour of the span mixed with that of the plot."""
        return _mixed(self.colours.bar, self.ground)


@cache
def _mixed(colour: str, ground: str) -> str:
    """Return a colour with much of another one in it."""
    bar, behind = QColor(colour), QColor(ground)
    red, green, blue = (
        round(FAINT * a + (1 - FAINT) * b)
        for a, b in (
            (bar.red(), behind.red()),
            (bar.green(), behind.green()),
            (bar.blue(), behind.blue()),
        )
    )
    return QColor(red, green, blue).name()
