"""Draws the last years of a price as a small line in a row of a list or table."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from explorer.charts.plot.painting import painting
from explorer.data.supply.sparkline import Place, Sparkline

WIDTH, HEIGHT = 44, 14
LINE, DOT = 1.2, 1.9
DOTTED = (1.0, 1.2)
KEPT = 512


def paint_sparkline(painter: QPainter, box: QRectF, line: Sparkline, colour: QColor) -> None:
    """Draw a line in a box, that of a unit value dotted, with a mark at the last price."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawImage(
        box.topLeft(), _picture(line, int(box.width()), int(box.height()), colour.name(), ratio)
    )


@lru_cache(maxsize=KEPT)
def _picture(line: Sparkline, width: int, height: int, colour: str, ratio: float) -> QImage:
    """Return a line as a picture: drawing one for each row again would make the list slow to scroll."""
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    with painting(QPainter(image)) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw(painter, QRectF(0, 0, width, height).adjusted(DOT, DOT, -DOT, -DOT), line, QColor(colour))
    return image


def _draw(painter: QPainter, inner: QRectF, line: Sparkline, colour: QColor) -> None:
    def at(place: Place) -> QPointF:
        return QPointF(inner.left() + place[0] * inner.width(), inner.bottom() - place[1] * inner.height())

    pen = QPen(colour, LINE)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if line.is_unit_value:
        pen.setDashPattern(list(DOTTED))
    painter.setPen(pen)
    for stroke in line.strokes:
        painter.drawPolyline([at(place) for place in stroke])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for stroke in line.strokes:
        if len(stroke) == 1:
            painter.drawEllipse(at(stroke[0]), LINE, LINE)
    painter.drawEllipse(at(line.end), DOT, DOT)
