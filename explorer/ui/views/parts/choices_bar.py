"""Which parts lists are shown, and the day with which they are compared."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.data.user.parts_records import PartsList
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.state import AppState
from explorer.models.views import PARTS_VIEW
from explorer.ui.widgets.buttons import toggle
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.day_field import DayField
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.style import STEP


@guarded
class ChoicesBar(QWidget):
    """The choice of a list, and that of the last check or of a day."""

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QWidget()
        flow = FlowLayout(row, 2 * STEP)
        self.list = ChoiceBox()
        self.list.setAccessibleName(gettext("Parts list"))
        self.list.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.last_check = toggle(gettext("Last check"))
        self.since = DayField(gettext("Day to compare with"))
        name = label(gettext("Compare with"), "muted", wrap=False, selectable=False)
        name.setBuddy(self.since)
        for part in (self.list, name, self.last_check, self.since):
            flow.addWidget(part)
        column.addWidget(row)
        self.fault = label("", "muted")
        self.fault.hide()
        column.addWidget(self.fault)
        self.list.activated.connect(self._list_chosen)
        self.last_check.clicked.connect(self._choose_last_check)
        self.since.dayChosen.connect(self._since_chosen)
        self.since.todayChosen.connect(self._today_as_since)
        self.since.fault.changed.connect(self._show_fault)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What the Tab key reaches, in reading order."""
        return self.list, self.last_check, self.since

    def show_lists(self, lists: Iterable[PartsList], chosen: str, since: date) -> None:
        """Show the names of the lists, the chosen one by its ID (empty for all), and the day of comparison."""
        self.list.clear()
        self.list.addItem(gettext("All parts lists"), "")
        for parts in lists:
            self.list.addItem(parts.facts.name, parts.list_id)
        self.list.setCurrentIndex(max(self.list.findData(chosen), 0))
        self.last_check.setChecked(not self._state.options(PARTS_VIEW)["since"])
        self.since.show_day(since)

    @Slot(int)
    def _list_chosen(self, index: int) -> None:
        self._state.set_option(PARTS_VIEW, "list", self.list.itemData(index))

    @Slot()
    def _choose_last_check(self) -> None:
        self.last_check.setChecked(True)  # a click on the choice in use keeps it
        self._state.set_option(PARTS_VIEW, "since", "")

    @Slot(date)
    def _since_chosen(self, day: date) -> None:
        self._state.set_option(PARTS_VIEW, "since", day.isoformat())

    @Slot()
    def _today_as_since(self) -> None:
        self._since_chosen(date.today())

    @Slot()
    def _show_fault(self) -> None:
        """Show what is wrong with a day that was typed."""
        self.fault.setText(self.since.fault.sentence)
        self.fault.setVisible(bool(self.fault.text()))
