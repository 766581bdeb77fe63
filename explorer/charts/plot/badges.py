"""The numbered badges of control dates above a plot; dates that are close share one, that of a pause is hollow."""

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from explorer.charts import style
from explorer.charts.plot import typeset
from explorer.charts.plot.overlay import Overlay
from explorer.charts.plot.painting import pen

RADIUS, EDGE, STEM = 8.5, 0.6, 6.0


class Badge(Struct, frozen=True):
    """A badge with its middle, half its width and its text; `stems` are the columns and colours of its dates."""

    x: float
    y: float
    half: float
    label: str
    ink: str
    ground: str
    is_hollow: bool
    stems: tuple[tuple[float, str], ...] = ()

    def draw(self, painter: QPainter) -> None:
        """Draw the badge, and from each date a short line down to the plot."""
        foot = self.y + RADIUS
        for column, ink in self.stems:
            painter.setPen(pen(ink, 1.2, (3.5, 2.5)))
            painter.drawLine(QPointF(column, foot), QPointF(column, foot + STEM))
        painter.setPen(pen(self.ink, 1.2))
        painter.setBrush(QColor(self.ground if self.is_hollow else self.ink))
        inside = RADIUS - EDGE
        box = QRectF(self.x - self.half + EDGE, self.y - inside, 2 * (self.half - EDGE), 2 * inside)
        painter.drawRoundedRect(box, inside, inside)
        bold = typeset.face(style.SMALLEST, bold=True)
        ink = self.ink if self.is_hollow else self.ground
        typeset.put_centred(painter, self.x, self.y, self.label, bold, ink, "centre")


class Badges(Overlay[Badge]):
    """The badges of a plot."""
