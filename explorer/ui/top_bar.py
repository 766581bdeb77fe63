"""The top bar: search, as-of date, from, to, theme."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from explorer.data.places import destinations, origins
from explorer.data.store import Store
from explorer.models.state import AppState
from explorer.ui.search_box import SearchBox
from explorer.ui.widgets import label, link_button

ROOM_FOR_BRAND = 1120


class TopBar(QFrame):
    """Reads and sets day, origin and destination of the state; search results are passed on."""

    themeToggled = Signal()

    def __init__(self, store: Store, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._state = state
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.setSpacing(8)
        self.search = SearchBox(store)
        self._brand = label("Minor Metals Explorer", "brand", wrap=False, selectable=False)
        layout.addWidget(self._brand)
        layout.addSpacing(4)
        layout.addWidget(self.search, 1)
        layout.addSpacing(4)
        self._add_day(layout)
        self._add_places(layout, store)
        self.theme = QPushButton("◐")
        self.theme.setFixedWidth(36)
        self.theme.setToolTip(self.tr("Light or dark"))
        self.theme.setAccessibleName(self.tr("Switch between light and dark"))
        self.theme.clicked.connect(self.themeToggled)
        layout.addWidget(self.theme)
        state.contextChanged.connect(self.show_state)
        self.show_state()

    def _add_day(self, layout: QHBoxLayout) -> None:
        self.day = QDateEdit()
        self.day.setLocale(QLocale(QLocale.Language.English))
        self.day.setDisplayFormat("d MMM yyyy")
        self.day.setCalendarPopup(True)
        self.day.setDateRange(QDate(1990, 1, 1), QDate(2099, 12, 31))
        self.day.setKeyboardTracking(False)
        self.day.setAccessibleName(self.tr("As of: the day whose controls are shown"))
        self.day.dateChanged.connect(self._day_changed)
        self.today = link_button(self.tr("Today"))
        self.today.setToolTip(self.tr("Follow today's date"))
        self.today.clicked.connect(self._today_clicked)
        name = label(self.tr("As of"), "muted", wrap=False, selectable=False)
        name.setBuddy(self.day)
        layout.addWidget(name)
        layout.addWidget(self.day)
        layout.addWidget(self.today)

    def _add_places(self, layout: QHBoxLayout, store: Store) -> None:
        self.origin = _PlaceBox(self.tr("Exports from: the country that controls"))
        for place in origins(store):
            self.origin.addItem(place.name, place.place_id)
        self.destination = _PlaceBox(self.tr("To: the destination of the export"))
        for place in destinations(store):
            self.destination.addItem(place.name, place.place_id)
        self.origin.chosen.connect(self._origin_chosen)
        self.destination.chosen.connect(self._destination_chosen)
        for text, box in ((self.tr("Exports from"), self.origin), (self.tr("to"), self.destination)):
            name = label(text, "muted", wrap=False, selectable=False)
            name.setBuddy(box)
            layout.addWidget(name)
            layout.addWidget(box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the name of the program out where the search field needs the room."""
        super().resizeEvent(event)
        self._brand.setVisible(event.size().width() >= ROOM_FOR_BRAND)

    @Slot()
    def show_state(self) -> None:
        """Show the state's day and places."""
        day = self._state.as_of
        self.day.blockSignals(True)
        self.day.setDate(QDate(day.year, day.month, day.day))
        self.day.blockSignals(False)
        self.today.setVisible(not self._state.follows_today)
        self.origin.show_id(self._state.origin)
        self.destination.show_id(self._state.destination)

    @Slot(QDate)
    def _day_changed(self, day: QDate) -> None:
        self._state.set_context(day=date(day.year(), day.month(), day.day()))

    @Slot()
    def _today_clicked(self) -> None:
        self._state.set_context(today=True)

    @Slot(str)
    def _origin_chosen(self, place_id: str) -> None:
        self._state.set_context(origin=place_id)

    @Slot(str)
    def _destination_chosen(self, place_id: str) -> None:
        self._state.set_context(destination=place_id)


class _PlaceBox(QComboBox):
    """A list of places that can be typed into; what is no place falls back to the one shown before."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._edit = QLineEdit()
        self.setLineEdit(self._edit)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(11)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(24)
        completer = QCompleter(self.model(), self)
        self.setCompleter(completer)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._shown = ""
        self.activated.connect(self._activated)
        self._edit.editingFinished.connect(self._edited)

    def show_id(self, place_id: str) -> None:
        """Show a place without telling."""
        self._shown = place_id
        self.setCurrentIndex(self.findData(place_id))
        self._edit.setCursorPosition(0)

    @Slot(int)
    def _activated(self, index: int) -> None:
        place_id = self.itemData(index)
        if place_id and place_id != self._shown:
            self._shown = place_id
            self.chosen.emit(place_id)
        self._edit.setCursorPosition(0)

    @Slot()
    def _edited(self) -> None:
        index = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        if index < 0:
            index = self.findData(self.currentText().strip().upper())
        if index >= 0:
            self.setCurrentIndex(index)
            self._activated(index)
        else:
            self.show_id(self._shown)
