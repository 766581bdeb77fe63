"""Draws a share as a bar in a row of a table."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPalette

from explorer.charts.plot.painting import hatch, outline
from explorer.models.table import ShareBar

HEIGHT, GAP = 8, 2
HATCH_GAP, HATCH_WIDTH = 4.0, 1.4
BROKEN = (2.0, 2.0)


def paint_share_bar(painter: QPainter, box: QRectF, bar: ShareBar, palette: QPalette) -> None:
    """Draw a bar in a box that stands for 100 %; a broken edge shows how far a lower bound may reach."""
    colour, ground = palette.color(QPalette.ColorRole.Link), palette.color(QPalette.ColorRole.Base)
    painter.fillRect(box, palette.color(QPalette.ColorRole.AlternateBase))
    filled = QRectF(box.left(), box.top(), box.width() * min(bar.share_pct, 100.0) / 100, box.height())
    if bar.is_uncertain:
        hatch(painter, filled, colour.name(), ground.name(), HATCH_GAP, HATCH_WIDTH)
        outline(painter, filled, colour.name())
    else:
        painter.fillRect(filled, colour)
    if bar.at_least:
        outline(painter, box, colour.name(), 1.0, BROKEN)
