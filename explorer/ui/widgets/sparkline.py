"""Draws the last years of a price as a small line in a row of a list or table."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from explorer.charts.plot.painting import restored
from explorer.data.supply.sparkline import Place, Sparkline

WIDTH, HEIGHT = 44, 14
LINE, DOT = 1.2, 1.9


def paint_sparkline(painter: QPainter, box: QRectF, line: Sparkline, colour: QColor) -> None:
    """Draw a line in a box, that of a unit value dotted, with a mark at the last price."""
    inner = box.adjusted(DOT, DOT, -DOT, -DOT)

    def at(place: Place) -> QPointF:
        return QPointF(inner.left() + place[0] * inner.width(), inner.bottom() - place[1] * inner.height())

    with restored(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour, LINE)
        if line.is_unit_value:
            pen.setDashPattern([1.0, 1.2])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        for stroke in line.strokes:
            painter.drawPolyline([at(place) for place in stroke])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for stroke in line.strokes:
            if len(stroke) == 1:
                painter.drawEllipse(at(stroke[0]), LINE, LINE)
        painter.drawEllipse(at(line.end), DOT, DOT)
