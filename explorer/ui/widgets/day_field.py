"""A field for a day, typed in any usual form or picked in a calendar; invalid text stays and is marked."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFocusEvent, QIcon, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLineEdit, QWidget

from explorer.data.dates import means_today, read_day, show
from explorer.errors import KnownError
from explorer.guard import guarded
from explorer.language import gettext
from explorer.ui.widgets.calendar_days import FIRST, LAST, DayNote
from explorer.ui.widgets.field_error import FieldError

if TYPE_CHECKING:
    from explorer.ui.widgets.calendar import CalendarPopup

ICON, AROUND = 16, 24


@guarded
class DayField(QLineEdit):
    """Shows a day; emits `dayChosen` for another day, `todayChosen` for the word “today”; `fault` is its error.

    `notes` returns the days that the calendar marks.
    """

    dayChosen = Signal(date)
    todayChosen = Signal()

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        notes: Callable[[], Mapping[date, DayNote]] = dict,
    ) -> None:
        super().__init__(parent)
        self._day = date.today()
        self._notes = notes
        self._calendar: CalendarPopup | None = None
        self.setAccessibleName(name)
        hint = gettext(
            "{name}. Type a date such as 10 Dec 2024, 2024-12-10, today or +30d. Up and Down change the day; "
            "F4 opens the calendar."
        )
        self.fault = FieldError(self, hint.format(name=name))
        self._calendar_action = QAction(gettext("Open calendar"), self)
        self._calendar_action.triggered.connect(self.open_calendar)
        self.addAction(self._calendar_action, QLineEdit.ActionPosition.TrailingPosition)
        self.returnPressed.connect(self._apply_text)
        self._paint_icon()
        self._set_width()

    def day(self) -> date:
        """Return the applied day, whatever is typed."""
        return self._day

    def show_day(self, day: date) -> None:
        """Show a day without emitting a signal."""
        self._day = day
        self.setText(show(day))
        self.setCursorPosition(0)
        self.fault.clear()

    def follow_clock(self, day: date) -> None:
        """Show the new day at midnight; text that is being typed stays."""
        if self.text() == show(self._day):
            self._show_applied(day)
        self._day = day

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, so that typing replaces the day."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Apply the text; invalid text stays and is marked."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._apply_text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by days and months, open the calendar, or restore the applied day."""
        key = Qt.Key(event.key())
        days = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        months = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}
        if key == Qt.Key.Key_F4 or (
            key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            self.open_calendar()
        elif key in days or key in months:
            if self._apply_text():
                self._choose_in_range(
                    _qdate(self._day).addDays(days.get(key, 0)).addMonths(months.get(key, 0))
                )
        elif key == Qt.Key.Key_Escape:
            self.show_day(self._day)
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours of the theme and the font size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(
            self, "_calendar_action"
        ):
            self._paint_icon()
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_calendar_action"):
            self._set_width()

    @Slot()
    def open_calendar(self) -> None:
        """Open a calendar below the field."""
        if self._calendar is None:
            from explorer.ui.widgets.calendar import CalendarPopup

            self._calendar = CalendarPopup(self)
            self._calendar.chosen.connect(self._calendar_clicked)
        self._calendar.open_below(self, _qdate(self._day), self._notes())

    @Slot(QDate)
    def _calendar_clicked(self, day: QDate) -> None:
        if self._calendar is not None:
            self._calendar.hide()
        self._choose_in_range(day)

    @Slot()
    def _apply_text(self) -> bool:
        """Apply the text; return whether it is a valid date, and mark the field if it is not."""
        text = self.text()
        try:
            day = read_day(text)
        except KnownError as error:
            self.fault.show(str(error))
            return False
        if means_today(text):
            self._show_applied(day)
            self.todayChosen.emit()
        else:
            self._choose(day)
        return True

    def _choose_in_range(self, day: QDate) -> None:
        """Choose a day if it is in range."""
        if FIRST <= day <= LAST:
            self._choose(date(day.year(), day.month(), day.day()))

    def _choose(self, day: date) -> None:
        changed = day != self._day
        self._show_applied(day)
        if changed:
            self.dayChosen.emit(day)

    def _show_applied(self, day: date) -> None:
        self.show_day(day)
        if self.hasFocus():
            self.selectAll()

    def _set_width(self) -> None:
        """Give the field the width of its longest date, with the icon and the space that the style leaves around."""
        months = (show(date(2000, month, 28)) for month in range(1, 13))
        self.setFixedWidth(max(map(self.fontMetrics().horizontalAdvance, months)) + 2 * ICON + AROUND)

    def _paint_icon(self) -> None:
        """Draw a calendar sheet in the colour of the text."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(QSize(ICON, ICON) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setPen(QPen(self.palette().placeholderText().color(), 1.2))
        painter.drawRoundedRect(QRectF(2.5, 3.5, 11, 10), 1.5, 1.5)
        painter.drawLine(3, 7, 13, 7)
        painter.drawLine(6, 2, 6, 5)
        painter.drawLine(10, 2, 10, 5)
        painter.end()
        self._calendar_action.setIcon(QIcon(pixmap))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
