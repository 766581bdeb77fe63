"""The calendar of a date field: today, the chosen day, and the days on which something happened are marked."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPalette, QPen, QPixmap, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from explorer.charts.plot.painting import painting, restored
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.tooltip import wrapped
from explorer.ui.widgets.calendar_days import FIRST, LAST, DayNote
from explorer.ui.widgets.labels import label

SIZE = QSize(300, 240)
ARROW = 14
DOT = 2.6
_ARROWS = {"qt_calendar_prevmonth": -1, "qt_calendar_nextmonth": 1}


class CalendarPopup(QFrame):
    """Opens a calendar below a field, with a legend of its marks."""

    chosen = Signal(QDate)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.calendar = DayCalendar()
        self.calendar.setAccessibleName(field.accessibleName())
        self.calendar.clicked.connect(self.chosen)
        self.calendar.activated.connect(self.chosen)
        self._legend = label("", "small", rich=True, selectable=False)
        self._legend.setContentsMargins(8, 2, 8, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.calendar)
        column.addWidget(self._legend)

    def open_below(self, field: QWidget, day: QDate, notes: Mapping[date, DayNote]) -> None:
        """Show the month of a day below a field, with marks on the days that have notes."""
        self.calendar.setSelectedDate(day)
        self.calendar.set_notes(notes)
        self._legend.setText(_legend_html(self.palette()))
        self._legend.setVisible(bool(notes))
        self.move(field.mapToGlobal(QPoint(0, field.height() + 2)))
        self.show()
        self.calendar.setFocus()


@guarded
class DayCalendar(QCalendarWidget):
    """Paints its days in the colours of the theme: a frame for today, a disc or a ring for a day with a note."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes: Mapping[date, DayNote] = {}
        self.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setMinimumSize(SIZE)
        self.setDateRange(FIRST, LAST)
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(weekend, QTextCharFormat())
        self._paint_arrows()

    def set_notes(self, notes: Mapping[date, DayNote]) -> None:
        """Mark the days of the notes, and show each as the tooltip of its day."""
        self._notes = notes
        self.setDateTextFormat(QDate(), QTextCharFormat())
        for day, note in notes.items():
            form = QTextCharFormat()
            form.setToolTip(wrapped(note.text))
            self.setDateTextFormat(QDate(day.year, day.month, day.day), form)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours of the theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._paint_arrows()

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate) -> None:
        """Paint a day: its number, the frame of today, the mark of a note."""
        palette = self.palette()
        is_chosen, box = day == self.selectedDate(), QRectF(rect).adjusted(2, 1, -2, -1)
        with restored(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(rect, palette.base())
            if is_chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(palette.highlight())
                painter.drawRoundedRect(box, 4, 4)
            if day == QDate.currentDate():
                painter.setPen(QPen(palette.highlightedText() if is_chosen else palette.link(), 1.6))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 3, 3)
            painter.setPen(_ink(palette, is_chosen, is_other_month=day.month() != self.monthShown()))
            painter.drawText(rect.adjusted(0, -3, 0, -3), Qt.AlignmentFlag.AlignCenter, str(day.day()))
            note = self._notes.get(date(day.year(), day.month(), day.day()))
            if note is not None:
                _mark(painter, QPointF(box.center().x(), box.bottom() - 5), note, palette, is_chosen)

    def _paint_arrows(self) -> None:
        """Draw the arrows to the months before and after in the colour of the text."""
        for name, direction in _ARROWS.items():
            button = self.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(_arrow(self.palette().text().color(), direction, self.devicePixelRatioF()))


def _ink(palette: QPalette, is_chosen: bool, *, is_other_month: bool) -> QColor:
    if is_chosen:
        return palette.highlightedText().color()
    return palette.placeholderText().color() if is_other_month else palette.text().color()


def _mark(painter: QPainter, at: QPointF, note: DayNote, palette: QPalette, is_chosen: bool) -> None:
    """Draw a disc for a control date of the metal, a ring for another document."""
    colour = (palette.highlightedText() if is_chosen else palette.link()).color()
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(colour if note.of_metal else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, DOT, DOT)


def _arrow(colour: QColor, direction: int, ratio: float) -> QIcon:
    """Return an arrow to the left for -1, to the right for 1."""
    pixmap = QPixmap(QSize(ARROW, ARROW) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    middle, half = ARROW / 2, ARROW / 5
    path = QPainterPath(QPointF(middle - direction * half, middle - 2 * half))
    path.lineTo(middle + direction * half, middle)
    path.lineTo(middle - direction * half, middle + 2 * half)
    with painting(QPainter(pixmap)) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1.8))
        painter.drawPath(path)
    return QIcon(pixmap)


def _legend_html(palette: QPalette) -> str:
    """Return the meaning of the marks, each on a line of its own."""
    colour = palette.link().color().name()
    rows = (("●", gettext("control date of this metal")), ("○", gettext("date of another document")))
    return "<br>".join(f'<span style="color:{colour}">{sign}</span> {text}' for sign, text in rows)
