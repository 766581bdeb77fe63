"""The top bar: search, as-of date, from, to, export, theme, help."""

from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from explorer.data.dates import show
from explorer.data.finding.lookup import find_destination, find_origin
from explorer.data.place_names import PlaceNames
from explorer.data.places import destinations, origins
from explorer.data.store import Store
from explorer.guard import guarded
from explorer.language import gettext, paragraph, pgettext
from explorer.models.state import AppState
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.day_field import DayField
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.place_box import PlaceBox
from explorer.ui.widgets.search_box import SearchBox
from explorer.ui.windows.actions import WindowActions
from explorer.ui.windows.menus import ExportButton, HelpButton, ThemeButton

ROOM_FOR_BRAND = 1120
LEAST_FIELD = 96


@guarded
class TopBar(QFrame):
    """Shows and sets the as-of date, origin and destination of the state.

    A text that can't be applied stays in its field, marked, and `notice` gives the reason below.
    """

    def __init__(
        self, store: Store, state: AppState, actions: WindowActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._state = state
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 8, 12, 8)
        outer.setSpacing(6)
        layout = QHBoxLayout()
        layout.setSpacing(8)
        outer.addLayout(layout)
        self.search = SearchBox(store, state)
        self._brand = label("Minor Metals Explorer", "brand", wrap=False, selectable=False)
        layout.addWidget(self._brand)
        layout.addSpacing(4)
        layout.addWidget(self.search, 1)
        layout.addSpacing(4)
        self._add_day(layout)
        self._add_places(layout, store)
        self.export = ExportButton(actions)
        self.theme = ThemeButton(state)
        self.help = HelpButton(actions)
        layout.addWidget(self.export)
        layout.addWidget(self.theme)
        layout.addWidget(self.help)
        self.notice = label(role="fault")
        self.notice.setAccessibleName(gettext("Not applied"))
        outer.addWidget(self.notice)
        for field in (self.day, self.origin, self.destination):
            field.fault.changed.connect(self._faults_changed)
        self._faults_changed()
        state.contextChanged.connect(self._context_changed)
        state.contextSet.connect(self._context_set)
        self._context_changed()
        self._context_set(frozenset({"as_of", "origin", "destination"}))

    def _add_day(self, layout: QHBoxLayout) -> None:
        self.day = DayField(gettext("As-of date of the controls shown"))
        self.day.dayChosen.connect(self._day_chosen)
        self.day.todayChosen.connect(self._today_chosen)
        self.today = link_button(gettext("Today"))
        self.today.setToolTip(gettext("Use today's date"))
        self.today.clicked.connect(self._today_chosen)
        name = label(gettext("As of"), "muted", wrap=False, selectable=False)
        name.setBuddy(self.day)
        layout.addWidget(name)
        layout.addWidget(self.day)
        layout.addWidget(self.today)

    def _add_places(self, layout: QHBoxLayout, store: Store) -> None:
        from_places, to_places = origins(store), destinations(store)
        self.origin = PlaceBox(
            gettext("Origin of the exports"),
            from_places,
            partial(find_origin, store, listed=True),
            PlaceNames(store, from_places).suggest,
        )
        self.destination = PlaceBox(
            gettext("Destination of the exports"),
            to_places,
            partial(find_destination, store, listed=True),
            PlaceNames(store, to_places).suggest,
        )
        self.origin.chosen.connect(self._origin_chosen)
        self.destination.chosen.connect(self._destination_chosen)
        for box in (self.origin, self.destination):
            box.setMinimumWidth(LEAST_FIELD)  # narrower than its hint, where labels are long
        for text, box in (
            (gettext("Exports from"), self.origin),
            (pgettext("before the destination", "to"), self.destination),
        ):
            name = label(text, "muted", wrap=False, selectable=False)
            name.setBuddy(box)
            layout.addWidget(name)
            layout.addWidget(box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the name of the program where the search field needs the room."""
        super().resizeEvent(event)
        self._brand.setVisible(event.size().width() >= ROOM_FOR_BRAND)

    @Slot()
    def _context_changed(self) -> None:
        """Follow the clock; what the user or a link sets comes with `contextSet`."""
        if self._state.follows_today:
            self.day.follow_clock(self._state.context.as_of)
            self._faults_changed()
        self.today.setVisible(not self._state.follows_today)

    @Slot(frozenset)
    def _context_set(self, fields: frozenset[str]) -> None:
        """Show what was set, in place of a text that could not be applied; texts in other fields stay."""
        context = self._state.context
        if "as_of" in fields and (self.day.day(), self.day.text()) != (context.as_of, show(context.as_of)):
            self.day.show_day(context.as_of)
        for field, box, place_id in (
            ("origin", self.origin, context.origin),
            ("destination", self.destination, context.destination),
        ):
            if field in fields and (box.shown_id(), box.currentText()) != (place_id, box.shown_name()):
                box.show_id(place_id)

    @Slot()
    def _faults_changed(self) -> None:
        """Show which fields are not applied, why, and what is shown meanwhile."""
        fields = (
            (self.day, show(self.day.day())),
            (self.origin, self.origin.shown_name()),
            (self.destination, self.destination.shown_name()),
        )
        sentences = [
            paragraph((field.fault.sentence, gettext("Still showing: {value}.").format(value=applied)))
            for field, applied in fields
            if field.fault.sentence
        ]
        self.notice.setText("\n".join(sentences))
        self.notice.setVisible(bool(sentences))

    @Slot(date)
    def _day_chosen(self, day: date) -> None:
        self._state.set_context(day=day)

    @Slot()
    def _today_chosen(self) -> None:
        self._state.set_context(today=True)

    @Slot(str)
    def _origin_chosen(self, place_id: str) -> None:
        self._state.set_context(origin=place_id)

    @Slot(str)
    def _destination_chosen(self, place_id: str) -> None:
        self._state.set_context(destination=place_id)
