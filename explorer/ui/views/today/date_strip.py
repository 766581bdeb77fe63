"""A line of days with a point for each date, the as-of date and the last day checked."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.charts.plot.painting import painting
from explorer.data.dates import month_name, show
from explorer.data.overview.dates import DatedChange
from explorer.data.overview.overview import Overview
from explorer.data.records import KIND_RANK
from explorer.guard import guarded
from explorer.language import gettext
from explorer.palette import LIGHT, Theme
from explorer.ui.widgets.style import SMALL, resized

HEIGHT, AXIS, SIDE, POINT, STACK = 74, 44, 8, 3.5, 9


@guarded
class DateStrip(QWidget):
    """Draws the dates of an overview; those of one day stand above each other, in the colours of their measures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Overview | None = None
        self._entries: tuple[DatedChange, ...] = ()
        self._theme = LIGHT
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_dates(self, found: Overview, entries: tuple[DatedChange, ...], theme: Theme) -> None:
        """Show dates of an overview in a theme."""
        self._found, self._entries, self._theme = found, entries, theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._found is None:
            return
        with painting(QPainter(self)) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(resized(self.font(), SMALL))
            self._draw_axis(painter, self._found)
            self._draw_points(painter)
            self._draw_days(painter, self._found)

    def _x(self, day: date) -> float:
        assert self._found is not None
        length = (self._found.until - self._found.since).days
        return SIDE + (self.width() - 2 * SIDE) * (day - self._found.since).days / length

    def _draw_axis(self, painter: QPainter, found: Overview) -> None:
        """Draw the line, stronger where it is checked, and the first day of each month."""
        theme = self._theme
        painter.setPen(QPen(QColor(theme.border), 2))
        painter.drawLine(QPointF(SIDE, AXIS), QPointF(self.width() - SIDE, AXIS))
        checked = min(max(found.checked.day, found.since), found.until)
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.drawLine(QPointF(SIDE, AXIS), QPointF(self._x(checked), AXIS))
        month = date(found.since.year, found.since.month, 1)
        while month <= found.until:
            if month >= found.since:
                x = self._x(month)
                painter.setPen(QPen(QColor(theme.axis), 1))
                painter.drawLine(QPointF(x, AXIS - 4), QPointF(x, AXIS + 5))
                painter.setPen(QColor(theme.muted))
                named = gettext("{month} {year}") if month.month == 1 else gettext("{month}")
                text = named.format(month=month_name(month.month), year=month.year)
                painter.drawText(QRectF(x + 3, AXIS + 6, 90, 20), Qt.AlignmentFlag.AlignLeft, text)
            month = date(month.year + month.month // 12, month.month % 12 + 1, 1)

    def _draw_points(self, painter: QPainter) -> None:
        stacked: dict[date, int] = {}
        for entry in self._entries:
            level = stacked[entry.day] = stacked.get(entry.day, -1) + 1
            ink = self._theme.kind(max((m.kind for m in entry.measures), key=KIND_RANK.__getitem__)).ink
            painter.setPen(QPen(QColor(self._theme.surface), 1))
            painter.setBrush(QColor(ink))
            painter.drawEllipse(QPointF(self._x(entry.day), AXIS - level * STACK), POINT, POINT)

    def _draw_days(self, painter: QPainter, found: Overview) -> None:
        """Draw the as-of date, and the last day checked where it is in the span."""
        theme = self._theme
        x = self._x(found.context.as_of)
        painter.setPen(QPen(QColor(theme.text), 2))
        painter.drawLine(QPointF(x, 10), QPointF(x, AXIS + 6))
        painter.drawText(QRectF(x + 5, 2, 160, 18), Qt.AlignmentFlag.AlignLeft, show(found.context.as_of))
        if not found.since <= found.checked.day < found.context.as_of:
            return
        text = gettext("checked to {day}").format(day=show(found.checked.day))
        width = painter.fontMetrics().horizontalAdvance(text) + 10
        as_of, x = x, self._x(found.checked.day)
        ink = QColor(theme.kind("licence").ink)
        painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, 10), QPointF(x, AXIS + 6))
        side = x + 5 if x + width < as_of else x - 5 - width
        align = Qt.AlignmentFlag.AlignLeft if side > x else Qt.AlignmentFlag.AlignRight
        painter.drawText(QRectF(side, 2, width, 18), align, text)
