"""The key figures of the compared metals as a table, with what is unknown and why."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from explorer.data.comparison.comparison import Comparison
from explorer.data.comparison.key_figures import KEY_FIGURES
from explorer.data.comparison.record import csv_of
from explorer.language import gettext
from explorer.ui.cards.key_figure_table import KeyFigureTable
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.file_saving import save_csv, save_table
from explorer.ui.widgets.labels import label


class TableCard(Card):
    """Shows a comparison; its table can be sorted, copied and saved."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(gettext("Key figures"), "", parent)
        self._shared = shared
        self._found: Comparison | None = None
        self.table = KeyFigureTable(shared, KEY_FIGURES, gettext("Key figures of the compared metals"))
        self.table.opened.connect(self._open)
        self.csv, self.xlsx = link_button(gettext("Save as CSV…")), link_button(gettext("Save as XLSX…"))
        self.csv.clicked.connect(self._save_csv)
        self.xlsx.clicked.connect(partial(save_table, self.table))
        self.left_out, self.notes = label("", "small", deferred=True), label("", "small", deferred=True)
        for button in (self.csv, self.xlsx):
            self.add_action(button)
        for part in (self.table, self.left_out, self.notes):
            self.add(part)

    def show_comparison(self, found: Comparison) -> None:
        """Show other figures."""
        self._found = found
        self.table.show_comparison(found)
        self.left_out.setText("\n".join(found.left_out))
        self.left_out.setVisible(bool(found.left_out))
        hint = gettext(
            "Years, stages and forms differ between metals. Point at a figure for its details; press Enter or "
            "double-click a row to open the metal."
        )
        self.notes.setText("\n".join((*found.notes, hint)))

    def csv_text(self) -> str:
        """Return the figures as `minor-metals compare --csv` writes them."""
        return csv_of(self._shared.store, self._found) if self._found is not None else ""

    @Slot()
    def _save_csv(self) -> None:
        save_csv(self, gettext("comparison.csv"), self.csv_text)

    @Slot(str)
    def _open(self, metal_id: str) -> None:
        self._shared.state.set_metal(metal_id)
        self._shared.state.set_tab(self._shared.state.tab)
