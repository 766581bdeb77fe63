"""The button that chooses which key figures are columns of the table."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from explorer.data.comparison.key_figures import DEFAULT_COLUMNS, KEY_FIGURES, figure_name
from explorer.guard import guarded
from explorer.language import gettext
from explorer.ui.widgets.staying_menu import StayingMenu


@guarded
class ColumnsButton(QPushButton):
    """Lists the key figures with a tick for each one shown; `chosen` reports others, at least one of them."""

    chosen = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gettext("Columns"), parent)
        self.setProperty("role", "menu")
        self.setToolTip(gettext("Choose the columns of the table"))
        self.list = StayingMenu(self)
        self.setMenu(self.list)
        self._ticks: dict[str, QAction] = {}
        for figure in KEY_FIGURES:
            self._ticks[figure] = tick = QAction(figure_name(figure), self.list)
            tick.setCheckable(True)
            tick.toggled.connect(self._ticked)
            self.list.addAction(tick)
        self.list.addSeparator()
        self.list.addAction(gettext("Default columns")).triggered.connect(self._reset)

    def show_columns(self, figures: Sequence[str]) -> None:
        """Tick some of KEY_FIGURES; the only one that is ticked cannot be unticked."""
        for figure, tick in self._ticks.items():
            tick.blockSignals(True)
            tick.setChecked(figure in figures)
            tick.setEnabled(tuple(figures) != (figure,))
            tick.blockSignals(False)

    @Slot()
    def _ticked(self) -> None:
        self.chosen.emit(tuple(figure for figure, tick in self._ticks.items() if tick.isChecked()))

    @Slot()
    def _reset(self) -> None:
        self.chosen.emit(DEFAULT_COLUMNS)
