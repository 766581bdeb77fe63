"""The icons of the views, and a star, drawn in the colours of the theme, 20 logical pixels wide and high."""

from collections.abc import Callable
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from explorer.charts.plot.painting import painting

SIZE = 20
RATIOS = (1, 2, 3)
WIDTH = 1.5


def _today() -> QPainterPath:
    """A sheet of a calendar with a mark on one day."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(3, 4, 14, 13), 2, 2)
    _line(path, (3, 8), (17, 8))
    _line(path, (7, 2), (7, 5))
    _line(path, (13, 2), (13, 5))
    path.addRect(QRectF(6.5, 11, 3, 3))
    return path


def _metals() -> QPainterPath:
    """The lines of a list."""
    path = QPainterPath()
    for y in (5, 10, 15):
        _line(path, (3, y), (17, y))
    return path


def _claims() -> QPainterPath:
    """A speech bubble."""
    path = QPainterPath(QPointF(6, 14))
    for x, y in ((3.5, 17), (3.5, 4), (16.5, 4), (16.5, 14), (6, 14)):
        path.lineTo(x, y)
    return path


def _table() -> QPainterPath:
    """The outline of the periodic table: tall at both sides, lower between them."""
    path = QPainterPath()
    path.moveTo(2.5, 3)
    corners = ((6.5, 3), (6.5, 9), (11.5, 9), (11.5, 6), (17.5, 6), (17.5, 17), (2.5, 17))
    for x, y in corners:
        path.lineTo(x, y)
    path.closeSubpath()
    _line(path, (2.5, 13), (17.5, 13))
    _line(path, (6.5, 9), (6.5, 17))
    _line(path, (11.5, 9), (11.5, 17))
    return path


def _timeline() -> QPainterPath:
    """Bars in rows, each later than the one above."""
    path = QPainterPath()
    for x, y in ((2.5, 5), (6.5, 10), (10.5, 15)):
        _line(path, (x, y), (x + 7, y))
    return path


def _map() -> QPainterPath:
    """A globe."""
    path = QPainterPath()
    path.addEllipse(QRectF(2.5, 2.5, 15, 15))
    path.addEllipse(QRectF(6.5, 2.5, 7, 15))
    _line(path, (2.5, 10), (17.5, 10))
    return path


def _compare() -> QPainterPath:
    """Two lines over time that cross."""
    path = QPainterPath()
    for points in (((2.5, 15), (7, 10), (11, 13), (17.5, 4)), ((2.5, 8), (7, 6), (11, 8), (17.5, 12))):
        path.moveTo(*points[0])
        for x, y in points[1:]:
            path.lineTo(x, y)
    _line(path, (2.5, 17.5), (17.5, 17.5))
    return path


def _stress() -> QPainterPath:
    """A triangle with an exclamation mark."""
    path = QPainterPath()
    for start, end in (((10, 3), (18, 17)), ((18, 17), (2, 17)), ((2, 17), (10, 3))):
        _line(path, start, end)
    _line(path, (10, 8), (10, 12))
    _line(path, (10, 14.4), (10, 14.6))
    return path


def _codes() -> QPainterPath:
    """The lines of a list with a tick."""
    path = QPainterPath()
    for end, y in ((17, 5), (9, 10), (9, 15)):
        _line(path, (3, y), (end, y))
    _line(path, (11.5, 13.5), (13.5, 15.5))
    _line(path, (13.5, 15.5), (17.5, 10.5))
    return path


def _data() -> QPainterPath:
    """A cylinder, the sign of a database."""
    path = QPainterPath()
    path.addEllipse(QRectF(4, 2.5, 12, 4))
    for top in (4.5, 9.5, 14.5):
        path.moveTo(QPointF(4, top))
        path.arcTo(QRectF(4, top - 2, 12, 4), 180, 180)
    _line(path, (4, 4.5), (4, 14.5))
    _line(path, (16, 4.5), (16, 14.5))
    return path


_SHAPES: dict[str, Callable[[], QPainterPath]] = {
    "today": _today,
    "metals": _metals,
    "table": _table,
    "timeline": _timeline,
    "map": _map,
    "compare": _compare,
    "stress": _stress,
    "codes": _codes,
    "claims": _claims,
    "data": _data,
}


def view_icon(name: str, colour: str, chosen: str) -> QIcon:
    """Return the icon of a view in a colour, and in another one while the view is open."""
    icon = QIcon()
    path = _SHAPES[name]()
    for ratio in RATIOS:
        for state, ink in ((QIcon.State.Off, colour), (QIcon.State.On, chosen)):
            icon.addPixmap(_pixmap(path, ink, ratio), QIcon.Mode.Normal, state)
    return icon


def star_icon(colour: str, chosen: str) -> QIcon:
    """Return the outline of a star, and a filled star in another colour for a button that is checked."""
    icon = QIcon()
    path = _star()
    for ratio in RATIOS:
        icon.addPixmap(_pixmap(path, colour, ratio), QIcon.Mode.Normal, QIcon.State.Off)
        icon.addPixmap(_pixmap(path, chosen, ratio, filled=True), QIcon.Mode.Normal, QIcon.State.On)
    return icon


def _star() -> QPainterPath:
    """A star with five points."""
    path = QPainterPath()
    for corner in range(10):
        angle, radius = corner * pi / 5, 3.7 if corner % 2 else 8.5
        x, y = 10 + radius * sin(angle), 10.8 - radius * cos(angle)
        if corner:
            path.lineTo(x, y)
        else:
            path.moveTo(x, y)
    path.closeSubpath()
    return path


def _pixmap(path: QPainterPath, ink: str, ratio: int, *, filled: bool = False) -> QPixmap:
    pixmap = QPixmap(SIZE * ratio, SIZE * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with painting(QPainter(pixmap)) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(ink), WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if filled:
            painter.setBrush(QColor(ink))
        painter.drawPath(path)
    return pixmap


def _line(path: QPainterPath, start: tuple[float, float], end: tuple[float, float]) -> None:
    path.moveTo(QPointF(*start))
    path.lineTo(QPointF(*end))
