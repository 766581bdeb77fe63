"""A label in the colours of a status, hatched while a measure is paused."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy

from explorer.charts.plot.painting import restored
from explorer.charts.plot.pills import paint_ground
from explorer.data.controls.pill import is_paused, kind_of
from explorer.guard import guarded
from explorer.palette import LIGHT, Theme

HEIGHT, MARGIN = 18, 8
ICON, SCALE = QSize(14, 10), 2


def paint_pill(painter: QPainter, box: QRectF, text: str, state: str, theme: Theme) -> None:
    """Draw a pill of one of PILL_STATES in the font of the painter."""
    colours = theme.kind(kind_of(state))
    paint_ground(painter, box, colours, hatched=is_paused(state))
    with restored(painter):
        painter.setPen(QColor(colours.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def wrapped_pill_size(metrics: QFontMetrics, text: str, width: int) -> QSize:
    """Return the size of a pill whose text wraps where a width in pixels has no room for it."""
    inner = QRect(0, 0, max(width - 2 * MARGIN, 10), 100_000)
    used = metrics.boundingRect(inner, int(Qt.TextFlag.TextWordWrap), text)
    return QSize(used.width() + 2 * MARGIN, max(HEIGHT, used.height() + 2))


def paint_wrapped_pill(painter: QPainter, box: QRectF, text: str, state: str, theme: Theme) -> None:
    """Draw a pill whose text may have several lines, in the font of the painter."""
    colours = theme.kind(kind_of(state))
    paint_ground(painter, box, colours, hatched=is_paused(state), radius=HEIGHT / 2)
    with restored(painter):
        painter.setPen(QColor(colours.text))
        inner = box.adjusted(MARGIN, 0, -MARGIN, 0)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), text)


def pill_icon(state: str, theme: Theme) -> QIcon:
    """Return the ground of a pill of one of PILL_STATES as a small picture, with an edge."""
    pixmap = QPixmap(ICON * SCALE)
    pixmap.setDevicePixelRatio(SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(0.5, 0.5, ICON.width() - 1, ICON.height() - 1)
    colours = theme.kind(kind_of(state))
    paint_ground(painter, box, colours, hatched=is_paused(state))
    painter.setPen(QPen(QColor(colours.bar), 1))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.end()
    return QIcon(pixmap)


@guarded
class Pill(QLabel):
    """A status in words on the colours of its kind; it is as wide as its words."""

    def __init__(self, text: str = "", state: str = "none", theme: Theme = LIGHT) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "pill")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.state, self.theme = state, theme
        self.setText(text)

    def show_status(self, text: str, state: str, theme: Theme) -> None:
        """Show another status, or the same in another theme."""
        if (text, state, theme) == (self.text(), self.state, self.theme):
            return
        self.state, self.theme = state, theme
        self.setText(text)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Show the same status in a theme."""
        self.show_status(self.text(), self.state, theme)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * MARGIN, max(HEIGHT, metrics.height() + 2))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_pill(painter, QRectF(self.rect()), self.text(), self.state, self.theme)
