"""The metals by the share of world output that they lose."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from explorer.data.metal_names import short_name
from explorer.data.steps import Steps
from explorer.data.supply.buyers import SOURCE_ID
from explorer.data.supply.figures import Concentration
from explorer.data.supply.stress import texts
from explorer.data.supply.stress.csv_file import stress_csv
from explorer.data.supply.stress.imports import LABELLED_ONLY, MetalImports
from explorer.data.supply.stress.losses import Loss
from explorer.data.supply.stress.result_texts import below_text, imported_text, may_reach_text, reached_text
from explorer.data.supply.stress.stress_test import StressRow, StressTest
from explorer.data.terms import output_label
from explorer.data.words import flag_name
from explorer.guard import guarded
from explorer.language import gettext, paragraph
from explorer.models.table import Cell, ShareBar
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.file_saving import save_csv, save_table
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.table_view import TableView


@guarded
class LossesCard(Card):
    """A table whose rows open the supply of a metal; `selected` reports the metal of another current row."""

    selected = Signal(str)

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(" ", " ", parent)
        self._shared = shared
        self._test: StressTest | None = None
        self._is_filling = False
        self.table = TableView(_header(), gettext("Metals by share of world output lost"))
        self.table.set_weights(4, 6, 4, 4, 4, 5, 5, 3, 3, 6, 6, long=(10, 5, 1))
        self.table.record_name = gettext("Open supply")
        self.table.opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        self.counts = label("")
        self.csv = link_button(gettext("Save as CSV…"))
        self.csv.clicked.connect(self._save_csv)
        self.xlsx = link_button(gettext("Save as XLSX…"))
        self.xlsx.clicked.connect(partial(save_table, self.table))
        self.add_action(self.csv)
        self.add_action(self.xlsx)
        self.add(self.counts)
        self.add(self.table)
        self.add(
            label(
                gettext(
                    "Bars: share of world output lost; hatched where estimated, with a broken frame where only a "
                    "minimum is known. Press Enter or double-click a row to open its supply."
                ),
                "small",
            )
        )

    def show_in_steps(self, test: StressTest) -> Steps[None]:
        """Show the metals of a result in steps, and mark the one of the state."""
        store = self._shared.store
        self._test = test
        heading = gettext("World output without {removed}")
        self.set_heading(heading.format(removed=texts.places_text(store, test.removal)))
        sentences = (
            reached_text(test),
            imported_text(store, test),
            below_text(test),
            may_reach_text(store, test),
        )
        self.counts.setText(paragraph(sentences))
        self._is_filling = True
        try:
            yield from self.table.fill_in_steps(
                self._row(row, row.loss) for row in test.shown if row.loss is not None
            )
            self.table.setVisible(bool(test.shown))
            self.table.mark(self._shared.state.metal_id, self._shared.theme.selected)
        finally:
            self._is_filling = False

    def mark(self, metal_id: str) -> None:
        """Mark the row of a metal."""
        self._is_filling = True
        self.table.mark(metal_id, self._shared.theme.selected)
        self._is_filling = False

    def _row(self, row: StressRow, found: Loss) -> tuple[Cell, ...]:
        store, table = self._shared.store, found.table
        output = gettext("{output}, {form}, {year}\n{source}").format(
            output=output_label(table.stage), form=table.form, year=table.year, source=table.source
        )
        sources = tuple(dict.fromkeys(i for r in table.figures for i in r.source_ids))
        notes = "; ".join(filter(None, (texts.sum_text(found), texts.reason_text(store, row))))
        return (
            Cell(short_name(store.metal(row.metal_id)), key=row.metal_id, source_ids=sources),
            Cell(output),
            _share(found),
            _amount(texts.lost_text(found), found.lost, table.unit),
            _amount(texts.remaining_text(found), found.remaining, table.unit),
            Cell(texts.largest_text(store, found.largest_before) or gettext("unknown")),
            Cell(texts.largest_text(store, found.largest_after) or gettext("unknown")),
            _hhi(found.before),
            _hhi(found.after),
            self._imports(row),
            Cell(notes),
        )

    def _imports(self, row: StressRow) -> Cell:
        """Return the imports under the leading customs code, or why they are unknown."""
        buyer = self._test.buyer if self._test is not None else None
        if buyer is None or row.imports is None:
            return Cell(gettext("no buyer"), None)
        heading = row.imports.leading
        if heading is None or heading.total is None:
            return self._no_share(row, row.imports, buyer)
        share = heading.of_tonnage if heading.of_tonnage is not None else heading.of_value
        text = gettext("{shares}\nHS {code}, {form}, {year}").format(
            shares=texts.import_shares_text(heading),
            code=heading.code.hs_code,
            form=heading.code.form,
            year=heading.total.year,
        )
        return Cell(text, share, tip=texts.imports_text(heading), source_ids=(SOURCE_ID,))

    def _no_share(self, row: StressRow, found: MetalImports, buyer: str) -> Cell:
        """Return why there is no share, and in the tooltip those under headings that match the metal poorly."""
        store = self._shared.store
        labelled = [h.code for h in found.headings] if found.state == LABELLED_ONLY else []
        text = texts.imports_gap(found)
        for code in labelled:
            line = gettext("{reason}\nHS {code}, {form}")
            text = line.format(reason=text, code=code.hs_code, form=code.form)
        tip = paragraph((texts.no_imports_text(store, row, buyer), texts.labelled_text(store, found)))
        return Cell(text, None, tip=tip, source_ids=(SOURCE_ID,) if labelled else ())

    @Slot()
    def _row_changed(self) -> None:
        key = self.table.key_at(self.table.currentIndex())
        if key and not self._is_filling:
            self.selected.emit(key)

    @Slot(str)
    def _open(self, metal_id: str) -> None:
        self._shared.state.set_metal(metal_id)
        self._shared.state.set_tab("supply")

    @Slot()
    def _save_csv(self) -> None:
        """Ask for a file and write the same CSV as the command."""
        if self._test is not None:
            save_csv(self, gettext("stress-test.csv"), partial(stress_csv, self._shared.store, self._test))


def _header() -> tuple[str, ...]:
    return (
        gettext("Metal"),
        gettext("Output"),
        gettext("Share lost"),
        gettext("Lost"),
        gettext("Remains"),
        gettext("Largest before"),
        gettext("Largest after"),
        gettext("HHI before"),
        gettext("HHI after"),
        gettext("Buyer’s imports"),
        gettext("Notes"),
    )


def _share(found: Loss) -> Cell:
    """Return the share that is lost, with its bar."""
    share = found.lost_pct
    if share is None:
        return Cell(gettext("unknown"), None)
    bar = ShareBar(share, is_uncertain=found.total_flag in ("e", "p"), at_least=found.at_least)
    text, flag = texts.lost_share_text(found), flag_name(found.total_flag)
    if flag:
        text = gettext("{share}\n{flag}").format(share=text, flag=flag)
    return Cell(text, share, bar=bar)


def _amount(text: str, value: float | None, unit: str) -> Cell:
    """Return an amount, which sorts within its unit."""
    return Cell(gettext("unknown"), None) if value is None else Cell(text, (unit, value))


def _hhi(found: Concentration | None) -> Cell:
    return Cell(gettext("unknown"), None) if found is None else Cell(texts.hhi_text(found), round(found.hhi))
