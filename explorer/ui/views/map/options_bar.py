"""The choices of the map: the metal, what is shown, and the table: stage, form and publisher."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QWidget

from explorer.charts.builders.map_choices import MapChoices
from explorer.charts.spec import Choice
from explorer.data.metal_names import short_name
from explorer.data.supply.map_choice import CONTROLS, OUTPUT, RESERVES, SUPPLIERS
from explorer.guard import guarded
from explorer.language import gettext, gettext_noop
from explorer.models.views import MAP_VIEW
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.style import STEP

MOST_VISIBLE, WIDEST = 24, 320
SHOWN_NAMES = {
    OUTPUT: gettext_noop("Output"),
    RESERVES: gettext_noop("Reserves"),
    SUPPLIERS: gettext_noop("Suppliers to the destination"),
    CONTROLS: gettext_noop("Export controls"),
}
# What depends on a choice, and is that of the default table again after another one.
DEPENDENT = {
    "show": ("stage", "form", "publisher", "year"),
    "stage": ("form", "publisher", "year"),
    "publisher": ("form", "year"),
    "form": ("year",),
}


@guarded
class OptionsBar(QWidget):
    """Shows and sets the options of the state; a list with one entry is not shown."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self._flow = FlowLayout(self, 2 * STEP)
        self.metal = _box(gettext("Metal"))
        for metal in shared.store.metals.values():
            self.metal.addItem(short_name(metal), metal.metal_id)
        self.metal.activated.connect(self._metal_chosen)
        self._flow.addWidget(self.metal)
        self._group = QButtonGroup(self)
        self.shown: dict[str, QPushButton] = {}
        for show, name in SHOWN_NAMES.items():
            button = QPushButton(gettext(name))
            button.setProperty("role", "segment")
            button.setCheckable(True)
            button.clicked.connect(partial(self.choose, "show", show))
            self._group.addButton(button)
            self.shown[show] = button
            self._flow.addWidget(button)
        self.boxes: dict[str, ChoiceBox] = {}
        self._names: dict[str, QLabel] = {}
        self._holders: dict[str, QWidget] = {}
        for option, name in (
            ("stage", gettext("Stage")),
            ("publisher", gettext("Publisher")),
            ("form", gettext("Form")),
        ):
            self._add_box(option, name)

    def _add_box(self, option: str, name: str) -> None:
        box = _box(name)
        box.activated.connect(partial(self._entry_chosen, option))
        caption = label(name, "muted", wrap=False, selectable=False)
        caption.setBuddy(box)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(caption)
        row.addWidget(box)
        self.boxes[option], self._names[option], self._holders[option] = box, caption, holder
        holder.hide()
        self._flow.addWidget(holder)

    def show_content(self, show: str) -> None:
        """Show the metal, and what is shown of it."""
        self.metal.setCurrentIndex(self.metal.findData(self._shared.state.metal_id))
        self.shown[show].setChecked(True)

    def show_choices(self, choices: MapChoices) -> None:
        """Show the entries of each list and what is chosen."""
        shown = choices.shown
        for option, entries, chosen in (
            ("stage", choices.stages, shown.stage),
            ("publisher", choices.publishers, shown.publisher),
            ("form", choices.forms, shown.form),
        ):
            _fill(self.boxes[option], entries, chosen)
            self._holders[option].setVisible(len(entries) > 1)
        name = gettext("Customs code") if shown.show == SUPPLIERS else gettext("Form")
        self._names["form"].setText(name)
        self.boxes["form"].setAccessibleName(name)

    def choose(self, option: str, value: str, *_: object) -> None:
        """Set an option, and leave what depends on it to the default table."""
        chosen = dict.fromkeys(DEPENDENT[option], "") | {option: value}
        self._shared.state.set_options(MAP_VIEW, chosen)

    def _entry_chosen(self, option: str, index: int) -> None:
        self.choose(option, self.boxes[option].itemData(index))

    @Slot(int)
    def _metal_chosen(self, index: int) -> None:
        self._shared.state.set_metal(self.metal.itemData(index))


def _box(name: str) -> ChoiceBox:
    box = ChoiceBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
    box.setMaxVisibleItems(MOST_VISIBLE)
    box.setMaximumWidth(WIDEST)
    return box


def _fill(box: ChoiceBox, entries: Sequence[Choice], chosen: str) -> None:
    box.clear()
    for entry in entries:
        box.addItem(entry.label, entry.key)
    box.setCurrentIndex(box.findData(chosen))
