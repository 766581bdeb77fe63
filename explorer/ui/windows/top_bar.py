"""The top bar: back, forward, search, as-of date, from, to, export, theme, help; in two lines where it is narrow."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from explorer.data.dates import show
from explorer.data.finding.rows import Results
from explorer.data.place_names import PlaceNames
from explorer.data.places import destinations, origins
from explorer.data.store import Store
from explorer.guard import guarded
from explorer.language import gettext, paragraph, pgettext
from explorer.models.state import AppState
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.calendar_days import DayNote
from explorer.ui.widgets.day_field import DayField
from explorer.ui.widgets.focus import set_tab_order
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.place_box import PlaceBox
from explorer.ui.widgets.search_box import SearchBox
from explorer.ui.windows.actions import WindowActions
from explorer.ui.windows.menus import ExportButton, HelpButton, ThemeButton
from explorer.ui.windows.navigation import StepButton

LEAST_SEARCH = 280
LEAST_PLACE = 96
SIDES = (16, 12)


@guarded
class TopBar(QFrame):
    """Shows and sets the as-of date, origin and destination of the state.

    A text that can't be applied stays in its field, marked; `notice`, which the window places, gives the reason. The
    date, origin and destination have a line of their own where the search field would be too narrow to type a question.
    """

    def __init__(
        self, store: Store, state: AppState, actions: WindowActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._store, self._state = store, state
        self._lines = lines = QVBoxLayout(self)
        lines.setContentsMargins(SIDES[0], 8, SIDES[1], 8)
        lines.setSpacing(8)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        for line in (self._first, self._second):
            line.setSpacing(8)
            lines.addLayout(line)
        layout = self._first
        self.back = StepButton("←", gettext("Back"), actions.action("back"))
        self.forward = StepButton("→", gettext("Forward"), actions.action("forward"))
        self.search = SearchBox(self._find, state, self)
        self.search.setMinimumWidth(LEAST_SEARCH)
        self._brand = label("Minor Metals Explorer", "brand", wrap=False, selectable=False)
        layout.addWidget(self._brand)
        steps = QHBoxLayout()
        steps.setSpacing(2)
        steps.addWidget(self.back)
        steps.addWidget(self.forward)
        layout.addLayout(steps)
        layout.addWidget(self.search, 1)
        self._make_day()
        self._make_places(store)
        self.export = ExportButton(actions)
        self.theme = ThemeButton(state)
        self.help = HelpButton(actions)
        layout.addWidget(self.export)
        layout.addWidget(self.theme)
        layout.addWidget(self.help)
        self._second.addStretch(1)
        self._question: tuple[QWidget, ...] = (
            *(self._day_name, self.day, self.today),
            *(self._origin_name, self.origin, self._destination_name, self.destination),
        )
        self._is_wide: bool | None = None
        self._arrange(wide=True)
        self.notice = label(role="fault")
        self.notice.setAccessibleName(gettext("Not applied"))
        for field in (self.day, self.origin, self.destination):
            field.fault.changed.connect(self._faults_changed)
        self._faults_changed()
        state.contextChanged.connect(self._context_changed)
        state.contextSet.connect(self._context_set)
        state.factsChanged.connect(self._facts_changed)
        self._context_changed()
        self._context_set(frozenset({"as_of", "origin", "destination"}))

    def _find(self, text: str) -> Results:
        """Return what matches a text on file, and the commands that do."""
        from explorer.data.finding.search import search
        from explorer.ui.windows.command_rows import commands_only, with_commands

        only = commands_only(text)
        if only is not None:
            return only
        found = search(self._store, text, self._state.context, date.today())
        return with_commands(found, text)

    def _make_day(self) -> None:
        self.day = DayField(gettext("As-of date of the controls shown"), notes=self._event_days)
        self.day.dayChosen.connect(self._day_chosen)
        self.day.todayChosen.connect(self._today_chosen)
        self.today = link_button(gettext("Today"))
        self.today.setToolTip(gettext("Use today's date"))
        self.today.clicked.connect(self._today_clicked)
        self._day_name = label(gettext("As of"), "muted", wrap=False, selectable=False)
        self._day_name.setBuddy(self.day)

    def _make_places(self, store: Store) -> None:
        from_places, to_places = origins(store), destinations(store)
        self._origins = from_places
        self.origin = PlaceBox(
            gettext("Origin of the exports"),
            from_places,
            self._find_origin,
            PlaceNames(store, from_places).suggest,
        )
        self.destination = PlaceBox(
            gettext("Destination of the exports"),
            to_places,
            self._find_destination,
            PlaceNames(store, to_places).suggest,
        )
        self.origin.chosen.connect(self._origin_chosen)
        self.destination.chosen.connect(self._destination_chosen)
        for box in (self.origin, self.destination):
            box.setMinimumWidth(LEAST_PLACE)  # narrower than its hint, where labels are long
        self._origin_name = label(gettext("Exports from"), "muted", wrap=False, selectable=False)
        to = pgettext("before the destination", "to")
        self._destination_name = label(to, "muted", wrap=False, selectable=False)
        for name, box in ((self._origin_name, self.origin), (self._destination_name, self.destination)):
            name.setBuddy(box)

    def _find_origin(self, text: str) -> str:
        from explorer.data.finding.lookup import find_origin  # needed only once the user types

        return find_origin(self._store, text, listed=True)

    def _find_destination(self, text: str) -> str:
        from explorer.data.finding.lookup import find_destination

        return find_destination(self._store, text, listed=True)

    @Slot()
    def _facts_changed(self) -> None:
        """Offer the origins that have measures now: an entry of the user may be the first of a country."""
        places = origins(self._store)
        if [place.place_id for place in places] != [place.place_id for place in self._origins]:
            self._origins = places
            self.origin.set_places(places, PlaceNames(self._store, places).suggest)

    def _event_days(self) -> dict[date, DayNote]:
        from explorer.ui.windows.event_days import event_days

        return event_days(self._store, self._state.metal_id, self._state.context)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the search field its room: without the name of the program, or with the question on a second line."""
        super().resizeEvent(event)
        width = event.size().width()
        brand = self._brand.sizeHint().width() + self._first.spacing()
        one_line = LEAST_SEARCH + self._width_of((self.back, self.forward, *self._question, *self._menus()))
        self._arrange(wide=one_line <= width)
        self._brand.setVisible(not self._is_wide or one_line + brand <= width)
        self._lines.activate()  # before the bar is painted with the parts in their old places

    def _menus(self) -> tuple[QWidget, ...]:
        return self.export, self.theme, self.help

    def _width_of(self, parts: Iterable[QWidget]) -> int:
        """Return the width in pixels that parts take beside the search field, with the margins of the bar."""
        spacing = self._first.spacing()
        return SIDES[0] + SIDES[1] + sum(part.sizeHint().width() + spacing for part in parts)

    def _arrange(self, *, wide: bool) -> None:
        """Place the date, origin and destination after the search field, or on the second line."""
        if wide == self._is_wide:
            return
        self._is_wide = wide
        line = self._first if wide else self._second
        for part in self._question:
            (self._second if wide else self._first).removeWidget(part)
        start = self._first.indexOf(self.search) + 1 if wide else 0
        for place, part in enumerate(self._question, start=start):
            line.insertWidget(place, part)
        fields = (self.day, self.today, self.origin, self.destination)
        tab_order = (*fields, *self._menus()) if wide else (*self._menus(), *fields)
        set_tab_order((self.back, self.forward, self.search, *tab_order))

    @property
    def last_field(self) -> QWidget:
        """The part that the Tab key reaches last."""
        return self.help if self._is_wide else self.destination

    @Slot()
    def _context_changed(self) -> None:
        """Follow the clock; what the user or a link sets comes with `contextSet`."""
        if self._state.follows_today:
            self.day.follow_clock(self._state.context.as_of)
            self._faults_changed()
        self.show_whether_today()

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
    def show_whether_today(self) -> None:
        """Offer today's date unless it is the one shown; the clock may have moved on."""
        self.today.setEnabled(self._state.context.as_of != date.today())

    @Slot()
    def _today_clicked(self) -> None:
        self.day.setFocus()  # the button is about to be disabled
        self._today_chosen()

    @Slot()
    def _today_chosen(self) -> None:
        self._state.set_context(today=True)

    @Slot(str)
    def _origin_chosen(self, place_id: str) -> None:
        self._state.set_context(origin=place_id)

    @Slot(str)
    def _destination_chosen(self, place_id: str) -> None:
        self._state.set_context(destination=place_id)
