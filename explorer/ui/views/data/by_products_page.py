"""By-products: each with its main product, and tonnes of one for each thousand tonnes of the other by year."""

from collections.abc import Sequence

from PySide6.QtCore import Slot

from explorer.data.contents import by_products
from explorer.data.contents.by_products import (
    ByProduct,
    Ratio,
    counted_text,
    explanation,
    flags_text,
    host_name,
)
from explorer.data.contents.cells import key_reference, values_workbook
from explorer.data.metal_names import short_name
from explorer.data.numbers import exact, qualified
from explorer.data.supply.amounts import published
from explorer.data.words import publisher_short
from explorer.data.writing.csv_file import csv_text
from explorer.guard import guarded
from explorer.language import gettext, ngettext, paragraph
from explorer.models.step_runner import StepRunner
from explorer.models.table import Cell, RecordTable
from explorer.ui.cards import provenance
from explorer.ui.views.data.grid_panel import GridPanel
from explorer.ui.views.data.page import DataPage, side_by_side
from explorer.ui.views.stepped_page import AT_ONCE
from explorer.ui.widgets.context_menu import Entry, copy_entry
from explorer.ui.widgets.grid_view import GridView
from explorer.ui.widgets.labels import label

LEAST_LIST, FIRST_SIZES = 260, (340, 860)


@guarded
class ByProductsPage(DataPage):
    """Lists the pairs beside the ratios of the selected one, or the reason why it has none."""

    def build(self) -> None:
        """Build the list of pairs and the table of ratios."""
        self._pairs: tuple[ByProduct, ...] = ()
        self._run = StepRunner(self)
        self._run.finished.connect(self._show_pairs)
        self._run.failed.connect(self._show_fault)
        self._ratios: list[Ratio] = []
        pairs = (gettext("By-product"), gettext("Main product"), gettext("Years"))
        self.pairs = RecordTable(pairs, self)
        self.list = GridView(gettext("By-products and their main products"))
        self.list.setModel(self.pairs)
        self.list.setMinimumWidth(LEAST_LIST)
        self.list.cellChanged.connect(self._show_selected)
        header = (
            *(gettext("Year"), gettext("t per 1000 t"), gettext("Flags"), gettext("By-product")),
            *(gettext("Main product"), gettext("Publisher"), gettext("By-product counted as")),
            *(gettext("Main product counted as"), gettext("Sources")),
        )
        self.records = RecordTable(header, self)
        self.panel = GridPanel(gettext("Tonnes for each thousand tonnes"), self.records, can_filter=False)
        self.panel.file_name = "by-products"
        self.panel.csv, self.panel.workbook = self.csv, self.workbook
        self.panel.reference, self.panel.grid.row_entries = self._reference, self._entries
        split = side_by_side((self.list, FIRST_SIZES[0]), (self.panel, FIRST_SIZES[1]))
        self.column.addWidget(label(paragraph(explanation()), "muted"))
        self.column.addWidget(split, 1)

    def fill(self) -> None:
        """Show the pairs, once: the options do not change them."""
        store = self.shared.store
        if self._pairs or self._run.is_running:
            return
        if len(store.metals) <= AT_ONCE:
            self._show_pairs(by_products.by_products(store))
        else:
            self.panel.show_count(gettext("Calculating…"))
            self._run.start(by_products.stepwise_by_products(store))

    @Slot()
    def _show_fault(self) -> None:
        self.panel.show_count(gettext("The by-products could not be listed."))

    @Slot(object)
    def _show_pairs(self, found: tuple[ByProduct, ...]) -> None:
        self._pairs = found
        self.pairs.set_rows([self._pair_cells(n, pair) for n, pair in enumerate(self._pairs)])
        self.list.fit_columns()
        if self._pairs:
            self.list.select_row(0)
        else:
            self.panel.show_count(gettext("No by-product is on file."))

    def csv(self) -> str:
        """Return the ratios of all pairs as `minor-metals data by-products --csv` prints them."""
        self._run.finish()
        return csv_text(by_products.HEADER, by_products.csv_rows(self._pairs))

    def workbook(self) -> bytes:
        """Return the ratios of all pairs as a workbook."""
        self._run.finish()
        rows = by_products.csv_rows(self._pairs)
        return values_workbook(gettext("By-products"), by_products.HEADER, rows)

    def focus_content(self) -> None:
        """Move the focus to the list of pairs."""
        self.list.setFocus()

    def _pair_cells(self, number: int, pair: ByProduct) -> tuple[Cell, ...]:
        store = self.shared.store
        years = len({ratio.year for series in pair.series for ratio in series.ratios})
        return (
            Cell(short_name(store.metal(pair.metal_id)), key=str(number)),
            Cell(host_name(store, pair)),
            Cell(str(years) if years else gettext("none"), years or None),
        )

    @Slot()
    def _show_selected(self) -> None:
        """Show the ratios of the selected pair."""
        index = self.list.currentIndex()
        if not index.isValid():
            return
        pair = self._pairs[int(index.siblingAtColumn(0).data(RecordTable.KeyRole))]
        self._ratios = [ratio for series in pair.series for ratio in series.ratios]
        self.records.set_rows([self._ratio_cells(n, ratio) for n, ratio in enumerate(self._ratios)])
        self.panel.grid.forget_order()
        self.panel.grid.fit_columns()
        if self._ratios:
            self.panel.grid.select_row(0)
            series = len(pair.series)
            text = ngettext(
                "{count} series of published totals", "{count} series of published totals", series
            )
            self.panel.show_count(text.format(count=series))
        else:
            self.panel.show_count(pair.reason)

    def _ratio_cells(self, number: int, ratio: Ratio) -> tuple[Cell, ...]:
        store = self.shared.store
        value = by_products.rounded(ratio.value)
        return (
            Cell(str(ratio.year), ratio.year, key=str(number), source_ids=ratio.source_ids),
            Cell(qualified(exact(value), ratio.qualifier), value),
            Cell(flags_text(ratio)),
            Cell(published(ratio.by_product), ratio.by_product.value),
            Cell(published(ratio.host), ratio.host.value),
            Cell(publisher_short(ratio.host.publisher)),
            Cell(counted_text(ratio.by_product)),
            Cell(counted_text(ratio.host)),
            provenance.cell(store, provenance.short(store, ratio.source_ids), ratio.source_ids),
        )

    def _ratio_at(self, row: int) -> Ratio:
        return self._ratios[int(self.records.rows[row][0].key)]

    def _reference(self, row: int) -> str:
        ratio = self._ratio_at(row)
        rows = (ratio.by_product, ratio.host)
        return "\n".join(key_reference(self.shared.store, "production", found) for found in rows)

    def _entries(self, row: int) -> Sequence[Entry]:
        reference = copy_entry(gettext("Copy reference of this fact"), self._reference(row), self)
        return (
            reference,
            *provenance.menu_entries(self.shared.store, self, self._ratio_at(row).source_ids),
        )
