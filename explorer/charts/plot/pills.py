"""The background of a status pill, hatched for a paused measure, for the list, the header and the fact sheet."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from explorer.charts.plot.painting import hatch, restored
from explorer.palette import KindColours

GAP, LINE, STRENGTH = 7.0, 1.6, 0.2


def paint_ground(
    painter: QPainter, box: QRectF, colours: KindColours, *, hatched: bool, radius: float | None = None
) -> None:
    """Fill a box with round ends, or with corners of a radius in pixels.

    The lines of hatching are faint, so that a text on them stays legible.
    """
    ends = box.height() / 2 if radius is None else radius
    with restored(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ground))
        painter.drawRoundedRect(box, ends, ends)
        if hatched:
            path = QPainterPath()
            path.addRoundedRect(box, ends, ends)
            painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
            painter.setOpacity(STRENGTH * painter.opacity())
            hatch(painter, box, colours.text, "transparent", GAP, LINE)
