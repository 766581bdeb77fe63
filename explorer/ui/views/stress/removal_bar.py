"""The countries, blocs and companies that are removed: a chip for each, and a field that adds one."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from explorer.data.place_names import PlaceNames
from explorer.data.supply.stress.removal import Removal, find_removal, read_removal, removable
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.views import STRESS_VIEW
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.buttons import toggle
from explorer.ui.widgets.focus import set_tab_order
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout, clear_layout
from explorer.ui.widgets.place_box import PlaceBox
from explorer.ui.widgets.style import STEP


@guarded
class RemovalBar(QWidget):
    """Shows and sets what is removed, `removal`. Pressing a chip puts its place back."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self.removal = Removal()
        places = removable(shared.store)
        self._names = {place.place_id: place.name for place in places}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        self.field = PlaceBox(
            gettext("Country, bloc or company to remove"),
            places,
            self._find,
            PlaceNames(shared.store, places).suggest,
        )
        hint = self.field.lineEdit()
        if hint is not None:
            hint.setPlaceholderText(gettext("Add a country, bloc or company"))
        self.field.setMinimumWidth(240)
        self.field.show_id("")
        self.field.chosen.connect(self.add)
        self.field.fault.changed.connect(self._show_fault)
        self._fault = label("", "fault")
        self._fault.hide()
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, 4)
        self.chips: dict[str, QPushButton] = {}
        row.addWidget(self.field)
        row.addWidget(self._holder, 1)
        row.addWidget(self._fault, 2)

    def show_removal(self) -> None:
        """Show a chip for each place and company of the state, with the focus where it was."""
        removal = read_removal(self._shared.store, self._shared.state.options(STRESS_VIEW)["without"])
        self.removal = removal
        shown = {name: self._name(name) for name in (*removal.places, *removal.companies)}
        if tuple(shown) == tuple(self.chips):
            return
        had_focus = any(chip.hasFocus() for chip in self.chips.values())
        clear_layout(self._flow)
        self.chips = {key: self._chip(key, name) for key, name in shown.items()}
        for chip in self.chips.values():
            self._flow.addWidget(chip)
            chip.show()  # the layout shows it only later, and a hidden chip cannot take the focus
        set_tab_order((self.field, *self.chips.values()))
        if had_focus:
            next(iter(self.chips.values()), self.field).setFocus()

    def _name(self, key: str) -> str:
        return self._names.get(key, key)

    def _chip(self, key: str, name: str) -> QPushButton:
        chip = toggle(gettext("{name} ×").format(name=name))
        chip.setChecked(True)
        chip.setAutoDefault(True)
        chip.setAccessibleName(gettext("{name} is removed").format(name=name))
        chip.setToolTip(gettext("Put {name} back").format(name=name))
        chip.clicked.connect(partial(self.drop, key))
        return chip

    @Slot(str)
    def add(self, key: str) -> None:
        """Remove one more place or company."""
        if key:
            self._set(self.removal | read_removal(self._shared.store, key))
        self.field.clear_for_next()

    def drop(self, key: str, _checked: bool = False) -> None:
        """Put a place or company back."""
        kept = [name for name in (*self.removal.places, *self.removal.companies) if name != key]
        self._set(find_removal(self._shared.store, kept))

    def _set(self, removal: Removal) -> None:
        self._shared.state.set_option(STRESS_VIEW, "without", removal.text)

    def _find(self, text: str) -> str:
        """Return the id of what a text names, empty for an empty text; raise KnownError for any other."""
        return read_removal(self._shared.store, text).text

    @Slot()
    def _show_fault(self) -> None:
        self._fault.setText(self.field.fault.sentence)
        self._fault.setVisible(bool(self.field.fault.sentence))
