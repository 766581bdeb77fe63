"""The two days and the destinations between which changes are listed."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.data.dates import show
from explorer.guard import guarded
from explorer.language import gettext, paragraph
from explorer.models.last_visit import default_since
from explorer.models.state import AppState
from explorer.models.views import ALL_DESTINATIONS, CHANGES_VIEW, THIS_DESTINATION
from explorer.ui.widgets.buttons import link_button, toggle
from explorer.ui.widgets.day_field import DayField
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.style import STEP


def first_day_of(state: AppState) -> date:
    """Return the day after which changes are listed: the chosen one, otherwise the last visit or 90 days before."""
    chosen = state.options(CHANGES_VIEW)["since"]
    return date.fromisoformat(chosen) if chosen else default_since(state.last_visit, state.context.as_of)


@guarded
class DaysBar(QWidget):
    """Two fields for days, of which the last one is the as-of date, and the choice of all destinations."""

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QWidget()
        flow = FlowLayout(row, 3 * STEP)
        self.since = DayField(gettext("First day: changes after it are listed"))
        self.until = DayField(gettext("Last day, which is the as-of date"))
        self.all_destinations = toggle(gettext("All destinations"))
        self.last_visit = link_button("")
        parts = (
            _named(gettext("Changes after"), self.since),
            _named(gettext("until"), self.until),
            self.all_destinations,
            self.last_visit,
        )
        for part in parts:
            flow.addWidget(part)
        column.addWidget(row)
        self.fault = label("", "muted")
        column.addWidget(self.fault)
        self._connect()

    def _connect(self) -> None:
        self.since.dayChosen.connect(self._since_chosen)
        self.since.todayChosen.connect(self._today_as_since)
        self.until.dayChosen.connect(self._until_chosen)
        self.until.todayChosen.connect(self._today_as_until)
        self.all_destinations.clicked.connect(self._choose_destinations)
        self.last_visit.clicked.connect(self._show_last_visit)
        for field in (self.since, self.until):
            field.fault.changed.connect(self._show_fault)
        self._show_fault()

    def show_state(self) -> None:
        """Show the days and the choice of the state."""
        state = self._state
        self.since.show_day(first_day_of(state))
        self.until.show_day(state.context.as_of)
        everywhere = state.options(CHANGES_VIEW)["destinations"] == ALL_DESTINATIONS
        self.all_destinations.setChecked(everywhere)
        visit = state.last_visit
        self.last_visit.setVisible(visit is not None and first_day_of(state) != visit)
        self.last_visit.setText(gettext("Since the last visit, {day}").format(day=show(visit)))

    @Slot(date)
    def _since_chosen(self, day: date) -> None:
        self._state.set_option(CHANGES_VIEW, "since", day.isoformat())

    @Slot()
    def _today_as_since(self) -> None:
        self._since_chosen(date.today())

    @Slot(date)
    def _until_chosen(self, day: date) -> None:
        self._state.set_context(day=day)

    @Slot()
    def _today_as_until(self) -> None:
        self._state.set_context(today=True)

    @Slot(bool)
    def _choose_destinations(self, everywhere: bool) -> None:
        chosen = ALL_DESTINATIONS if everywhere else THIS_DESTINATION
        self._state.set_option(CHANGES_VIEW, "destinations", chosen)

    @Slot()
    def _show_last_visit(self) -> None:
        if self._state.last_visit is not None:
            self._since_chosen(self._state.last_visit)

    @Slot()
    def _show_fault(self) -> None:
        """Show what is wrong with a day that was typed."""
        self.fault.setText(paragraph((self.since.fault.sentence, self.until.fault.sentence)))
        self.fault.setVisible(bool(self.fault.text()))


def _named(name: str, field: DayField) -> QWidget:
    """Return a field after its name."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2 * STEP)
    text = label(name, "muted", wrap=False, selectable=False)
    text.setBuddy(field)
    row.addWidget(text)
    row.addWidget(field)
    return holder
