"""Sources: all sources beside the one that is selected, with the facts that depend on it."""

from functools import partial

from PySide6.QtCore import Slot

from explorer.data.contents import source_facts
from explorer.data.contents.cells import values_workbook
from explorer.data.contents.source_facts import SourceFacts, count_facts
from explorer.data.dates import show
from explorer.data.numbers import exact
from explorer.data.terms import source_kind_label
from explorer.data.writing.csv_file import csv_text
from explorer.guard import guarded
from explorer.language import gettext, ngettext
from explorer.models.background_query import BackgroundQuery
from explorer.models.metal_list import folded
from explorer.models.table import Cell, RecordTable
from explorer.models.views import TABLES_PAGE
from explorer.ui.views.data.grid_panel import GridPanel
from explorer.ui.views.data.page import DataPage, side_by_side
from explorer.ui.views.data.source_pane import SourcePane

LEAST_PANE, FIRST_SIZES = 300, (760, 420)


@guarded
class SourcesPage(DataPage):
    """Lists the sources that match the filter, and shows the selected one."""

    def build(self) -> None:
        """Build the list and the pane beside it."""
        header = (
            *(
                gettext("Publisher"),
                gettext("Title"),
                gettext("Date"),
                gettext("Last checked"),
                gettext("Facts"),
            ),
            *(gettext("Kind"), gettext("Address")),
        )
        self._all: tuple[SourceFacts, ...] = ()
        self._shown: tuple[SourceFacts, ...] = ()
        self._filtered_by: str | None = None
        self._is_filling = False
        self._counting: BackgroundQuery | None = None
        self.records = RecordTable(header, self)
        self.panel = GridPanel(gettext("Sources"), self.records)
        self.panel.file_name = "sources"
        self.panel.csv, self.panel.workbook = self.csv, self.workbook
        self.panel.filterChanged.connect(self._filter)
        self.panel.grid.cellChanged.connect(self._row_chosen)
        self.pane = SourcePane(self.shared)
        self.pane.setMinimumWidth(LEAST_PANE)
        self.pane.tableOpened.connect(self._open_table)
        split = side_by_side((self.panel, FIRST_SIZES[0]), (self.pane, FIRST_SIZES[1]))
        self.column.addWidget(split, 1)

    def fill(self) -> None:
        """Show the sources that match the filter, and the selected one."""
        options = self.options
        if not self._all:
            self._count()
            return
        self._is_filling = True
        if self._filtered_by != options["filter"]:
            is_first = self._filtered_by is None
            self._filtered_by = options["filter"]
            self._show_rows(options["filter"])
            if is_first:
                self.panel.grid.fit_columns()
        self.panel.set_filter(options["filter"])
        self._select(options["source"])
        self._is_filling = False

    def _count(self) -> None:
        """Count the facts in the background, then fill the page; a large data file takes a second."""
        if self._counting is not None:
            return
        store = self.shared.store
        self.panel.show_count(gettext("Counting the facts of each source…"))
        count = partial(
            count_facts,
            sources=tuple(store.published.sources.values()),
            verified_to=store.edition.verified_to,
        )
        self._counting = BackgroundQuery(store.path, count, self)
        self._counting.finished.connect(self._counted)
        self._counting.failed.connect(self.panel.show_count)
        self._counting.start()

    @Slot(object)
    def _counted(self, found: tuple[SourceFacts, ...]) -> None:
        self._all = found
        if found:
            self.fill()
        else:
            self.panel.show_count(gettext("No source is on file."))

    def _show_rows(self, text: str) -> None:
        words = folded(text).split()
        self._shown = tuple(f for f in self._all if all(word in _searched(f) for word in words))
        self.records.set_rows([_cells(facts) for facts in self._shown])
        header = self.panel.grid.horizontalHeader()
        self.records.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        shown, total = len(self._shown), len(self._all)
        if shown == total:
            count = ngettext("{total} source", "{total} sources", total)
        elif shown:
            count = ngettext("{shown} of {total} source", "{shown} of {total} sources", total)
        else:
            count = gettext("No sources match the filter.")
        self.panel.show_count(count.format(shown=exact(shown), total=exact(total)))

    def _select(self, source_id: str) -> None:
        """Select a source, the first one where it is not listed."""
        keys = [row[0].key for row in self.records.rows]
        row = keys.index(source_id) if source_id in keys else 0
        if keys and self.panel.grid.currentIndex().row() != row:
            self.panel.grid.select_row(row)
        self._show_pane(keys[row] if keys else "")

    def _show_pane(self, source_id: str) -> None:
        self.pane.show_source(next((f for f in self._shown if f.source.source_id == source_id), None))

    def csv(self) -> str:
        """Return the sources shown as `minor-metals data sources --csv` prints them, in the order shown."""
        return csv_text(source_facts.HEADER, source_facts.rows(self._in_order()))

    def workbook(self) -> bytes:
        """Return the sources shown as a workbook."""
        return values_workbook(gettext("Sources"), source_facts.HEADER, source_facts.rows(self._in_order()))

    def _in_order(self) -> list[SourceFacts]:
        by_id = {facts.source.source_id: facts for facts in self._shown}
        return [by_id[row[0].key] for row in self.records.rows]

    def focus_content(self) -> None:
        """Move the focus to the list."""
        self.panel.grid.setFocus()

    @Slot()
    def _row_chosen(self) -> None:
        index = self.panel.grid.currentIndex()
        if not self._is_filling and index.isValid():
            self.choose(source=str(index.siblingAtColumn(0).data(RecordTable.KeyRole)))

    @Slot(str)
    def _filter(self, text: str) -> None:
        self.choose(filter=text)

    @Slot(str, str)
    def _open_table(self, source_id: str, table: str) -> None:
        self.choose(page=TABLES_PAGE, filter="", cites=source_id, table=table)


def _searched(facts: SourceFacts) -> str:
    source = facts.source
    parts = (source.source_id, source.publisher, source.title, source.date, source.url, source.note)
    return folded(" ".join((*(part or "" for part in parts), source_kind_label(source.kind))))


def _cells(facts: SourceFacts) -> tuple[Cell, ...]:
    source, unknown = facts.source, gettext("unknown")
    return (
        Cell(source.publisher, key=source.source_id, source_ids=(source.source_id,)),
        Cell(source.title),
        Cell(show(source.date) or unknown, source.date),
        Cell(show(facts.last_checked) or unknown, facts.last_checked or None),
        Cell(exact(facts.facts), facts.facts),
        Cell(source_kind_label(source.kind)),
        Cell(_address(facts), source.url),
    )


def _address(facts: SourceFacts) -> str:
    """Return the address of a source, marked where it is not encrypted."""
    if facts.is_insecure:
        return gettext("{address} (not encrypted)").format(address=facts.source.url)
    return facts.source.url or gettext("no address")
