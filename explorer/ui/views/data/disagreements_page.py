"""Where publishers disagree on the same quantity."""

from collections.abc import Sequence

from PySide6.QtCore import Slot

from explorer.data.contents import disagreements
from explorer.data.contents.cells import key_reference, values_workbook
from explorer.data.contents.disagreements import all_disagreements
from explorer.data.metal_names import short_name
from explorer.data.numbers import exact
from explorer.data.supply.records import Disagreement
from explorer.data.terms import confidence_word
from explorer.data.words import publisher_short
from explorer.data.writing.csv_file import csv_text
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.metal_list import folded
from explorer.models.table import Cell, RecordTable
from explorer.ui.cards import provenance
from explorer.ui.views.data.grid_panel import GridPanel, rows_text
from explorer.ui.views.data.page import DataPage
from explorer.ui.widgets.context_menu import Entry, copy_entry
from explorer.ui.widgets.labels import label


@guarded
class DisagreementsPage(DataPage):
    """Lists the quantities on which publishers differ widely, with the likely reason."""

    def build(self) -> None:
        """Build the table."""
        header = (
            *(gettext("Metal"), gettext("Country"), gettext("Year"), gettext("What is compared")),
            *(publisher_short(p) for p in ("wmd", "bgs", "usgs")),
            *(gettext("Unit"), gettext("Ratio"), gettext("Likely reason"), gettext("Confidence")),
            gettext("Sources"),
        )
        self._all: tuple[Disagreement, ...] = ()
        self._shown: dict[str, Disagreement] = {}
        self.records = RecordTable(header, self)
        self.panel = GridPanel(gettext("Disagreements between publishers"), self.records)
        self.panel.file_name = "disagreements"
        self.panel.csv, self.panel.workbook = self.csv, self.workbook
        self.panel.filterChanged.connect(self._filter)
        self.panel.reference, self.panel.grid.row_entries = self._reference, self._entries
        text = gettext(
            "Where publishers differ widely on the same quantity. The ratio is the higher figure divided "
            "by the lower one. Each chart and each share uses one publisher only."
        )
        self.column.addWidget(label(text, "muted"))
        self.column.addWidget(self.panel, 1)

    def fill(self) -> None:
        """Show the disagreements that match the filter."""
        is_first = not self._all
        self._all = self._all or all_disagreements(self.shared.store)
        words = folded(self.options["filter"]).split()
        rows = [(d, self._cells(d)) for d in self._all]
        rows = [(d, cells) for d, cells in rows if all(w in _searched(cells) for w in words)]
        self._shown = {_key(d): d for d, _ in rows}
        self.records.set_rows([cells for _, cells in rows])
        header = self.panel.grid.horizontalHeader()
        self.records.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        if is_first:
            self.panel.grid.fit_columns()
        if rows:
            self.panel.grid.select_row(0)
        self.panel.set_filter(self.options["filter"])
        self._show_count(len(rows), len(self._all))

    def _show_count(self, shown: int, total: int) -> None:
        self.panel.show_count(rows_text(shown, total) if total else gettext("No disagreement is on file."))

    def csv(self) -> str:
        """Return the rows shown as `minor-metals data disagreements --csv` prints them, in the order shown."""
        return csv_text(disagreements.HEADER, disagreements.csv_rows(self._in_order()))

    def workbook(self) -> bytes:
        """Return the rows shown as a workbook."""
        rows = disagreements.csv_rows(self._in_order())
        return values_workbook(gettext("Disagreements"), disagreements.HEADER, rows)

    def _in_order(self) -> list[Disagreement]:
        return [self._shown[row[0].key] for row in self.records.rows]

    def focus_content(self) -> None:
        """Move the focus to the table."""
        self.panel.grid.setFocus()

    def _cells(self, row: Disagreement) -> tuple[Cell, ...]:
        store, unknown = self.shared.store, gettext("not compared")
        figures = (
            Cell(exact(value) if value is not None else unknown, value)
            for value in (row.wmd, row.bgs, row.usgs)
        )
        ratio = gettext("{ratio} ({publishers})").format(
            ratio=exact(row.ratio) if row.ratio is not None else gettext("no ratio"),
            publishers=(row.ratio_of or "").upper(),
        )
        return (
            Cell(short_name(store.metal(row.metal_id)), key=_key(row), source_ids=row.source_ids),
            Cell(store.country_name(row.country_id)),
            Cell(str(row.year), row.year),
            Cell(row.basis),
            *figures,
            Cell(row.unit),
            Cell(ratio, row.ratio),
            Cell(row.likely_reason or unknown),
            Cell(confidence_word(row.confidence)),
            provenance.cell(store, provenance.short(store, row.source_ids), row.source_ids),
        )

    def _reference(self, row: int) -> str:
        found = self._shown[self.records.rows[row][0].key]
        return key_reference(self.shared.store, "disagreements", found)

    def _entries(self, row: int) -> Sequence[Entry]:
        reference = copy_entry(gettext("Copy reference of this fact"), self._reference(row), self)
        sources = self.records.rows[row][0].source_ids
        return (reference, *provenance.menu_entries(self.shared.store, self, sources))

    @Slot(str)
    def _filter(self, text: str) -> None:
        self.choose(filter=text)


def _key(row: Disagreement) -> str:
    return "|".join((row.metal_id, row.country_id, str(row.year), row.basis))


def _searched(cells: Sequence[Cell]) -> str:
    return folded(" ".join(cell.text for cell in cells))
