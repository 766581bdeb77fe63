"""The top bar: search, as-of date, from, to, export, theme, help."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QWidget,
)

from explorer.data.lookup import find_destination, find_origin
from explorer.data.places import destinations, origins
from explorer.data.store import Store
from explorer.guard import guarded
from explorer.models.state import AppState
from explorer.ui.day_field import DayField
from explorer.ui.menus import HelpButton, ThemeButton
from explorer.ui.place_box import PlaceBox
from explorer.ui.search_box import SearchBox
from explorer.ui.widgets import label, link_button

ROOM_FOR_BRAND = 1120


@guarded
class TopBar(QFrame):
    """Reads and sets day, origin and destination of the state; search results are passed on."""

    refused = Signal(str)
    accepted = Signal()
    exportRequested = Signal()
    manyRequested = Signal()
    kindRequested = Signal(str)
    sheetRequested = Signal(str)

    def __init__(self, store: Store, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._state, self._store = state, store
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
        layout.addWidget(self._make_export())
        self.theme = ThemeButton(state)
        self.help = HelpButton()
        layout.addWidget(self.theme)
        layout.addWidget(self.help)
        state.contextChanged.connect(self.show_state)
        self.show_state()

    def _add_day(self, layout: QHBoxLayout) -> None:
        self.day = DayField(self.tr("As of: the day whose controls are shown"))
        self.day.dayChosen.connect(self._day_chosen)
        self.day.refused.connect(self.refused)
        self.day.accepted.connect(self.accepted)
        self.today = link_button(self.tr("Today"))
        self.today.setToolTip(self.tr("Follow today's date"))
        self.today.clicked.connect(self._today_clicked)
        name = label(self.tr("As of"), "muted", wrap=False, selectable=False)
        name.setBuddy(self.day)
        layout.addWidget(name)
        layout.addWidget(self.day)
        layout.addWidget(self.today)

    def _add_places(self, layout: QHBoxLayout, store: Store) -> None:
        self.origin = PlaceBox(
            self.tr("Exports from: the country that controls"), origins(store), self._find_origin
        )
        self.destination = PlaceBox(
            self.tr("To: the destination of the export"), destinations(store), self._find_destination
        )
        self.origin.chosen.connect(self._origin_chosen)
        self.destination.chosen.connect(self._destination_chosen)
        for text, box in ((self.tr("Exports from"), self.origin), (self.tr("to"), self.destination)):
            name = label(text, "muted", wrap=False, selectable=False)
            name.setBuddy(box)
            box.refused.connect(self.refused)
            box.accepted.connect(self.accepted)
            layout.addWidget(name)
            layout.addWidget(box)

    def _make_export(self) -> QPushButton:
        button = QPushButton(self.tr("Export"))
        button.setAccessibleName(self.tr("Export charts"))
        menu = QMenu(button)
        for text, keys, signal in (
            (self.tr("This chart…"), "Ctrl+Shift+S", self.exportRequested),
            (self.tr("Many charts…"), "Ctrl+Shift+E", self.manyRequested),
        ):
            action = menu.addAction(f"{text}\t{keys}")
            action.triggered.connect(signal)
        menu.addSeparator()
        for text, kind in (
            (self.tr("Export controls on all metals…"), "controls-all"),
            (self.tr("Concentration and import reliance…"), "risk"),
        ):
            self._add(menu, text, kind, self._kind_chosen)
        menu.addSeparator()
        sheet = self.tr("Fact sheet of this metal, A4…")
        letter = self.tr("Fact sheet of this metal, Letter…")
        for text, paper in ((f"{sheet}\tCtrl+P", "a4"), (letter, "letter")):
            self._add(menu, text, paper, self._paper_chosen)
        button.setMenu(menu)
        button.setProperty("role", "menu")
        return button

    def _add(self, menu: QMenu, text: str, key: str, slot: Callable[[], None]) -> None:
        action = menu.addAction(text)
        action.setData(key)
        action.triggered.connect(slot)

    @Slot()
    def _kind_chosen(self) -> None:
        self.kindRequested.emit(self.sender().data())  # type: ignore[attr-defined]

    @Slot()
    def _paper_chosen(self) -> None:
        self.sheetRequested.emit(self.sender().data())  # type: ignore[attr-defined]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the name of the program out where the search field needs the room."""
        super().resizeEvent(event)
        self._brand.setVisible(event.size().width() >= ROOM_FOR_BRAND)

    @Slot()
    def show_state(self) -> None:
        """Show the state's day and places."""
        self.day.show_day(self._state.as_of)
        self.today.setVisible(not self._state.follows_today)
        self.origin.show_id(self._state.origin)
        self.destination.show_id(self._state.destination)

    @Slot(date)
    def _day_chosen(self, day: date) -> None:
        self._state.set_context(day=day)

    @Slot()
    def _today_clicked(self) -> None:
        self._state.set_context(today=True)

    def _find_origin(self, text: str) -> str:
        return find_origin(self._store, text)

    def _find_destination(self, text: str) -> str:
        return find_destination(self._store, text)

    @Slot(str)
    def _origin_chosen(self, place_id: str) -> None:
        self._state.set_context(origin=place_id)

    @Slot(str)
    def _destination_chosen(self, place_id: str) -> None:
        self._state.set_context(destination=place_id)
