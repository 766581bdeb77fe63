"""The spans of strips: announced outlined, in force solid, paused hatched; presumed lighter, its edge broken."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from explorer.charts.plot.overlay import Overlay
from explorer.charts.plot.painting import hatch, outline
from explorer.data.controls.status import ANNOUNCED, SUSPENDED
from explorer.palette import KindColours

FAINT = 0.4


@dataclass(frozen=True, slots=True)
class Span:
    """The box of a span with its state; `ground` is the background colour of the plot."""

    box: QRectF
    state: str
    presumed: bool
    colours: KindColours
    ground: str

    def draw(self, painter: QPainter) -> None:
        """Draw the span."""
        edge = (3.0, 2.0) if self.presumed else ()
        if self.state == ANNOUNCED:
            painter.fillRect(self.box, QColor(self.ground))
            outline(painter, self.box, self.colours.ink, 1.2, edge)
        elif self.state == SUSPENDED:
            lines = self._faded() if self.presumed else self.colours.bar
            hatch(painter, self.box, lines, self.ground, 5.0, 1.4)
            outline(painter, self.box, self.colours.ink, 1.0, edge)
        elif self.presumed:
            painter.fillRect(self.box, QColor(self._faded()))
            outline(painter, self.box, self.colours.ink, 1.2, edge)
        else:
            painter.fillRect(self.box, QColor(self.colours.bar))

    def _faded(self) -> str:
        """Return the colour of the span mixed with that of the plot."""
        bar, ground = QColor(self.colours.bar), QColor(self.ground)
        red, green, blue = (
            round(FAINT * a + (1 - FAINT) * b)
            for a, b in (
                (bar.red(), ground.red()),
                (bar.green(), ground.green()),
                (bar.blue(), ground.blue()),
            )
        )
        return QColor(red, green, blue).name()


class Spans(Overlay[Span]):
    """The spans of a plot."""
