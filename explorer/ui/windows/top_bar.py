"""The top bar: search, as-of date, from, to, export, theme, help."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.data.dates import show
from explorer.data.finding.lookup import find_destination, find_origin
from explorer.data.place_names import PlaceNames
from explorer.data.places import destinations, origins
from explorer.data.store import Store
from explorer.guard import guarded
from explorer.models.state import AppState
from explorer.ui.widgets.basics import label, link_button
from explorer.ui.widgets.day_field import DayField
from explorer.ui.widgets.place_box import PlaceBox
from explorer.ui.widgets.search_box import SearchBox
from explorer.ui.windows.menus import HelpButton, ThemeButton

ROOM_FOR_BRAND = 1120


@guarded
class TopBar(QFrame):
    """Reads and sets day, origin and destination of the state; search results are passed on.

    A text that can't be applied stays in its field, marked, and `notice` says so below.
    """

    exportRequested = Signal()
    manyRequested = Signal()
    kindRequested = Signal(str)
    sheetRequested = Signal(str)

    def __init__(self, store: Store, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._state = state
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 8, 12, 8)
        outer.setSpacing(6)
        layout = QHBoxLayout()
        layout.setSpacing(8)
        outer.addLayout(layout)
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
        self.notice = label(role="fault")
        self.notice.setAccessibleName(self.tr("Not applied"))
        outer.addWidget(self.notice)
        for field in (self.day, self.origin, self.destination):
            field.fault.changed.connect(self._faults_changed)
        self._faults_changed()
        state.contextChanged.connect(self._context_changed)
        self.show_state()

    def _add_day(self, layout: QHBoxLayout) -> None:
        self.day = DayField(self.tr("As of: the day whose controls are shown"))
        self.day.dayChosen.connect(self._day_chosen)
        self.day.todayChosen.connect(self._today_chosen)
        self.today = link_button(self.tr("Today"))
        self.today.setToolTip(self.tr("Follow today's date"))
        self.today.clicked.connect(self._today_chosen)
        name = label(self.tr("As of"), "muted", wrap=False, selectable=False)
        name.setBuddy(self.day)
        layout.addWidget(name)
        layout.addWidget(self.day)
        layout.addWidget(self.today)

    def _add_places(self, layout: QHBoxLayout, store: Store) -> None:
        from_places, to_places = origins(store), destinations(store)
        self.origin = PlaceBox(
            self.tr("Exports from: the origin"),
            from_places,
            partial(find_origin, store, listed=True),
            PlaceNames(store, from_places).suggest,
        )
        self.destination = PlaceBox(
            self.tr("To: the destination of the export"),
            to_places,
            partial(find_destination, store, listed=True),
            PlaceNames(store, to_places).suggest,
        )
        self.origin.chosen.connect(self._origin_chosen)
        self.destination.chosen.connect(self._destination_chosen)
        for text, box in ((self.tr("Exports from"), self.origin), (self.tr("to"), self.destination)):
            name = label(text, "muted", wrap=False, selectable=False)
            name.setBuddy(box)
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
        """Show the state's day and places, also in a field whose text could not be applied."""
        self.day.show_day(self._state.context.as_of)
        self.today.setVisible(not self._state.follows_today)
        self.origin.show_id(self._state.context.origin)
        self.destination.show_id(self._state.context.destination)
        self._followed = self._state.follows_today

    @Slot()
    def _context_changed(self) -> None:
        """Show what changed; a text in another field stays."""
        state, day = self._state, self.day.day()
        if state.context.as_of != day and self._followed and state.follows_today:
            self.day.follow_clock(state.context.as_of)
            self._faults_changed()
        elif state.context.as_of != day:
            self.day.show_day(state.context.as_of)
        for box, place_id in (
            (self.origin, state.context.origin),
            (self.destination, state.context.destination),
        ):
            if place_id != box.shown_id():
                box.show_id(place_id)
        self.today.setVisible(not state.follows_today)
        self._followed = state.follows_today

    @Slot()
    def _faults_changed(self) -> None:
        """Say which fields are not applied, why, and what the view shows meanwhile."""
        fields = (
            (self.day, show(self.day.day())),
            (self.origin, self.origin.shown_name()),
            (self.destination, self.destination.shown_name()),
        )
        told = [
            self.tr("{} Still showing: {}.").format(field.fault.sentence, applied)
            for field, applied in fields
            if field.fault.sentence
        ]
        self.notice.setText("\n".join(told))
        self.notice.setVisible(bool(told))

    @Slot(date)
    def _day_chosen(self, day: date) -> None:
        self._state.set_context(day=day)

    @Slot()
    def _today_chosen(self) -> None:
        self._state.set_context(today=True)
        self.day.show_day(self._state.context.as_of)

    @Slot(str)
    def _origin_chosen(self, place_id: str) -> None:
        self._state.set_context(origin=place_id)

    @Slot(str)
    def _destination_chosen(self, place_id: str) -> None:
        self._state.set_context(destination=place_id)
