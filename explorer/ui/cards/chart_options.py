"""The row of choices above a chart: lists, switches, and the menu of its series."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from explorer.charts.spec import Choice
from explorer.language import gettext
from explorer.models.tooltip import wrapped
from explorer.ui.cards.series_menu import SeriesMenu
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.layouts import FlowLayout

MAX_CHOICE_WIDTH = 620
Controls = dict[str, ChoiceBox | QPushButton]


class ChartOptions(QWidget):
    """`changed` reports another choice in a list. `controls` are the choices that a link can name."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._has_options = False
        self.controls: Controls = {}
        self.series = SeriesMenu()
        self._flow.addWidget(self.series)
        self.hide()

    def add_choice(self, name: str, key: str = "") -> ChoiceBox:
        """Add a list of choices with an accessible name; `set_choices` fills it, `key` names it in links."""
        combo = ChoiceBox()
        combo.setAccessibleName(name)
        combo.setToolTip(wrapped(name))
        combo.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        combo.setMaximumWidth(MAX_CHOICE_WIDTH)
        combo.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        combo.currentIndexChanged.connect(self._choice_changed)
        self.add_option(combo, key)
        return combo

    def add_option(self, widget: QWidget, key: str = "") -> None:
        """Add a widget to the choices, before the menu of the series."""
        if key and isinstance(widget, ChoiceBox | QPushButton):
            self.controls[key] = widget
        self._flow.removeWidget(self.series)
        for entry in (widget, self.series):
            self._flow.addWidget(entry)
        self._has_options = True
        self.show()

    def show_if_used(self) -> None:
        """Hide a row that has nothing to choose."""
        self.setVisible(self._has_options or not self.series.isHidden())

    @Slot(int)
    def _choice_changed(self, index: int) -> None:
        if index >= 0:
            self.changed.emit()


def set_choices(
    combo: ChoiceBox,
    choices: Sequence[Choice],
    *,
    keep: bool = True,
    own: Sequence[Choice] = (),
) -> None:
    """Fill a list without emitting a signal; what the reader chose stays if it is kept and the new list has it.

    `own` are the user's series, in a group of their own below the others.
    """
    combo.chosen = combo.chosen if keep else None
    combo.blockSignals(True)
    combo.clear()
    _add_choices(combo, choices)
    if choices and own:
        combo.insertSeparator(combo.count())
        combo.addItem(gettext("Your series"))
        combo.setItemData(combo.count() - 1, 0, Qt.ItemDataRole.UserRole - 1)  # cannot be chosen
    _add_choices(combo, own)
    index = combo.findData(combo.chosen) if combo.chosen is not None else -1
    combo.setCurrentIndex(max(index, 0) if choices or own else -1)
    combo.setVisible(len(choices) + len(own) > 1)
    combo.blockSignals(False)


def _add_choices(combo: ChoiceBox, choices: Sequence[Choice]) -> None:
    for choice in choices:
        combo.addItem(choice.label, choice.key)
        combo.setItemData(combo.count() - 1, wrapped(choice.label), Qt.ItemDataRole.ToolTipRole)
