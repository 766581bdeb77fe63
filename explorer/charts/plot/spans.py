"""The spans of strips: announced outlined, in force solid, paused hatched; presumed lighter, its edge broken.

The edge of what rests on an entry of the user is dotted.
"""

from functools import cache

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from explorer.charts.plot.bars import BROKEN, DOTTED
from explorer.charts.plot.painting import hatch, outline
from explorer.charts.spec import SpanBar
from explorer.data.controls.status import ANNOUNCED, SUSPENDED
from explorer.palette import KindColours

FAINT = 0.4
_DASHED_AND_DOTTED = (3.0, 2.0, 1.0, 2.0)


class Span(Struct, frozen=True):
    """The box of a span; `ground` is the background colour of the plot.

    While the range moves, hatching is the pattern of the system, which is drawn faster.
    """

    box: QRectF
    bar: SpanBar
    colours: KindColours
    ground: str
    is_moving: bool = False

    def draw(self, painter: QPainter) -> None:
        """Draw the span."""
        state, presumed = self.bar.state, self.bar.presumed
        edge: tuple[float, ...] = BROKEN if presumed else ()
        if self.bar.your_entry:
            edge = _DASHED_AND_DOTTED if presumed else DOTTED
        if state == ANNOUNCED:
            painter.fillRect(self.box, QColor(self.ground))
            outline(painter, self.box, self.colours.ink, 1.2, edge)
        elif state == SUSPENDED:
            lines = self._faded() if presumed else self.colours.bar
            if self.is_moving:
                painter.fillRect(self.box, QBrush(QColor(lines), Qt.BrushStyle.BDiagPattern))
            else:
                hatch(painter, self.box, lines, self.ground, 5.0, 1.4)
            outline(painter, self.box, self.colours.ink, 1.0, edge)
        elif edge:
            painter.fillRect(self.box, QColor(self._faded() if presumed else self.colours.bar))
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
