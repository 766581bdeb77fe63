"""All metals as a table with chosen key figures, to sort, copy and save."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.data.comparison.comparison import Comparison, stepwise_comparison
from explorer.data.comparison.key_figures import DEFAULT_COLUMNS, in_order
from explorer.data.comparison.record import csv_of
from explorer.data.places import setting
from explorer.data.steps import Steps
from explorer.guard import guarded
from explorer.language import gettext, ngettext
from explorer.models.views import METALS_VIEW, TABLE
from explorer.ui.cards.key_figure_table import KeyFigureTable
from explorer.ui.cards.provenance import offer_sources
from explorer.ui.views.metals.all_metals.columns_button import ColumnsButton
from explorer.ui.views.stepped_page import SteppedPage
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.clipboard import copy_text
from explorer.ui.widgets.file_saving import save_csv, save_table
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.style import STEP


@guarded
class AllMetalsPage(SteppedPage):
    """Follows date, places and the chosen columns of the state; Enter opens a metal."""

    view = METALS_VIEW

    def build(self) -> None:
        """Build the heading and the card; the table follows once the columns are known."""
        self._found: Comparison | None = None
        self.table: KeyFigureTable | None = None
        self.setAccessibleName(gettext("All metals"))
        head = QHBoxLayout()
        head.setSpacing(3 * STEP)
        self.subtitle, self.caution = label("", "muted"), label("", "warning")
        self.caution.hide()
        head.addWidget(label(gettext("All metals"), "title", wrap=False), 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.subtitle, 1, Qt.AlignmentFlag.AlignBottom)
        self.as_list = link_button(gettext("Show as a list"))
        self.as_list.clicked.connect(self._show_list)
        head.addWidget(self.as_list)
        self.column.addLayout(head)
        self.column.addWidget(self.caution)
        self.column.addWidget(self.waiting)
        self.columns = ColumnsButton()
        self.columns.chosen.connect(self._choose)
        self.copy = link_button(gettext("Copy table"))
        self.csv, self.xlsx = link_button(gettext("Save as CSV…")), link_button(gettext("Save as XLSX…"))
        self.copy.clicked.connect(self._copy)
        self.csv.clicked.connect(self._save_csv)
        self.xlsx.clicked.connect(self._save_xlsx)
        self._card, self._holder = Card(" "), QVBoxLayout()
        for button in (self.columns, self.copy, self.csv, self.xlsx):
            self._card.add_action(button)
        self._card.body.addLayout(self._holder)
        self._notes = label("", "small")
        self._card.add(self._notes)
        self.column.addWidget(self._card)

    def show_title(self) -> None:
        """Show day and places, and tick the columns."""
        self.subtitle.setText(setting(self.shared.store, self.shared.context))
        self.columns.show_columns(self.figures)

    @property
    def figures(self) -> tuple[str, ...]:
        """The key figures that are columns; names that this edition does not have are passed over."""
        chosen = self.shared.state.options(METALS_VIEW)["columns"].split(",")
        return in_order(chosen) or DEFAULT_COLUMNS

    @property
    def results(self) -> tuple[QWidget, ...]:
        """The card with the table, and what limits all figures."""
        return self._card, self.caution

    def fill_in_steps(self) -> Steps[None]:
        """Fill the table; other columns make another table, which keeps the order of the rows."""
        if self.shared.state.options(METALS_VIEW)["layout"] != TABLE:
            return
        shared, figures = self.shared, self.figures
        metal_ids = tuple(shared.store.metals)
        found = yield from stepwise_comparison(shared.store, shared.context, metal_ids, figures)
        self._found = found
        count = len(found.metal_ids)
        text = ngettext("{count} metal or material", "{count} metals and materials", count)
        self._card.set_heading(text.format(count=count))
        table = self.table
        if table is None or table.figures != figures:
            table = self._new_table(figures)
        yield from table.show_in_steps(found)
        self.caution.setText("\n".join(found.cautions))
        self.caution.setVisible(bool(found.cautions))
        hint = gettext(
            "Point at a figure for its details, or at an unknown one for the reason. Select a heading to "
            "sort; unknown figures come last. Press Enter or double-click a row to open the metal."
        )
        self._notes.setText("\n".join((*found.notes, hint)))
        self._card.show()

    def _new_table(self, figures: tuple[str, ...]) -> KeyFigureTable:
        """Put a table with other columns in the place of the last one."""
        old, table = self.table, KeyFigureTable(self.shared, figures, gettext("Key figures of all metals"))
        if old is not None:
            table.sort_like(old)
            self._holder.removeWidget(old)
            old.hide()
            old.deleteLater()
        table.opened.connect(self._open)
        offer_sources(self.shared.store, (table,))
        self._holder.addWidget(table)
        self.table = table
        return table

    def focus_content(self) -> None:
        """Move the focus to the table."""
        (self.table or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def csv_text(self) -> str:
        """Return the figures as `minor-metals compare --csv` writes them, in the order of the rows."""
        self.finish()
        found, table = self._found, self.table
        if found is None or table is None:
            return ""
        order = tuple(row[0].key for row in table.records.rows)
        return csv_of(self.shared.store, replace(found, metal_ids=order))

    @Slot(tuple)
    def _choose(self, figures: tuple[str, ...]) -> None:
        chosen = "" if figures == DEFAULT_COLUMNS else ",".join(figures)
        self.shared.state.set_option(METALS_VIEW, "columns", chosen)

    @Slot()
    def _show_list(self) -> None:
        self.shared.state.show_list()

    @Slot(str)
    def _open(self, metal_id: str) -> None:
        self.shared.state.set_metal(metal_id)
        self.shared.state.set_tab(self.shared.state.tab)

    @Slot()
    def _copy(self) -> None:
        self.finish()
        if self.table is not None:
            copy_text(self, self.table.records.as_text(), gettext("Table copied to the clipboard."))

    @Slot()
    def _save_csv(self) -> None:
        save_csv(self, gettext("metals.csv"), self.csv_text)

    @Slot()
    def _save_xlsx(self) -> None:
        self.finish()
        if self.table is not None:
            save_table(self.table)
