"""Sources: every source behind the record, where it is used, with link and citation."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from explorer.data.citation import cite
from explorer.data.dates import show
from explorer.data.terms import source_kind_label
from explorer.language import gettext, list_of, ngettext
from explorer.models.metal_list import folded
from explorer.models.table import Cell, RecordTable
from explorer.ui.browser import offer
from explorer.ui.views.metals.page import Page
from explorer.ui.views.metals.words import use_of_source
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.clearable_field import ClearableField
from explorer.ui.widgets.clipboard import copy_text
from explorer.ui.widgets.table_view import TableView


class TabPage(Page):
    """The sources of the metal shown."""

    def build(self) -> None:
        self._reveal_selected = bool(self.shared.state.selected_source)
        self.shared.state.sourceSelected.connect(self._source_selected)
        self._card = Card(gettext("Sources"), "")
        self._filter = ClearableField()
        self._filter.setPlaceholderText(gettext("Filter the sources"))
        self._filter.setAccessibleName(gettext("Filter the sources"))
        self._filter.textChanged.connect(self._fill)
        self._filter.setMaximumWidth(360)
        self._card.add(self._filter)
        header = (
            gettext("Publisher"),
            gettext("Title"),
            gettext("Date"),
            gettext("Kind"),
            gettext("Used for"),
        )
        self._table = TableView(header, gettext("Sources"))
        self._table.set_weights(5, 10, 2, 2, 5, long=(4,))
        self._table.opened.connect(self._open)
        self._card.add(self._table)
        open_link = link_button(gettext("Open in browser…"))
        open_link.clicked.connect(self._open_current)
        copy = link_button(gettext("Copy citation"))
        copy.clicked.connect(self._copy_current)
        self._card.add_action(open_link)
        self._card.add_action(copy)
        self.column.addWidget(self._card)

    def refresh(self) -> None:
        self._used = self.shared.store.sources_of(self.shared.state.metal_id)
        self._fill()
        if self._reveal_selected:
            self._reveal(self.shared.state.selected_source)
        self._reveal_selected = False

    @Slot(str)
    def _source_selected(self, _source_id: str) -> None:
        self._reveal_selected = True
        self.invalidate()

    def focus_target(self) -> QWidget:
        """Return the table of sources, in which the selected one is the current row."""
        return self._table

    def _reveal(self, source_id: str) -> None:
        """Select the row of a source and bring it into view."""
        self._filter.clear()
        for row in range(self._table.records.rowCount()):
            index = self._table.records.index(row, 0)
            if index.data(RecordTable.KeyRole) == source_id:
                self._table.setCurrentIndex(index)
                self._table.selectRow(row)
                QTimer.singleShot(0, self, self._scroll_to_current)  # once the page has its height
                return

    @Slot()
    def _scroll_to_current(self) -> None:
        top = self._table.rowViewportPosition(self._table.currentIndex().row()) + self._table.y()
        self.verticalScrollBar().setValue(max(0, top - 80))

    @Slot()
    def _fill(self) -> None:
        wanted = folded(self._filter.text().strip())
        rows = []
        sources = self.shared.store.sources
        for source_id, tables in sorted(
            self._used.items(), key=lambda used: sources[used[0]].publisher.casefold()
        ):
            source = sources[source_id]
            kind = source_kind_label(source.kind)
            if wanted in folded(f"{source.publisher} {source.title} {kind} {source.date or ''}"):
                rows.append(
                    (
                        Cell(source.publisher, key=source_id, tip=source.note or "", source_ids=(source_id,)),
                        Cell(source.title, tip=source.url or ""),
                        Cell(show(source.date), source.date),
                        Cell(kind),
                        Cell(list_of(list(dict.fromkeys(map(use_of_source, tables))))),
                    )
                )
        self._table.set_rows(rows)
        shown, total = len(rows), len(self._used)
        if shown == total:
            text = ngettext("{total} source", "{total} sources", total)
        else:
            text = ngettext("{shown} of {total} source", "{shown} of {total} sources", total)
        self._card.set_heading(gettext("Sources"), text.format(shown=shown, total=total))

    def _current(self) -> str:
        return str(self._table.currentIndex().siblingAtColumn(0).data(RecordTable.KeyRole) or "")

    @Slot(str)
    def _open(self, source_id: str) -> None:
        offer(self._table, self.shared.store.sources[source_id].url)

    @Slot()
    def _open_current(self) -> None:
        if self._current():
            self._open(self._current())

    @Slot()
    def _copy_current(self) -> None:
        if self._current():
            copy_text(self, cite(self.shared.store.sources[self._current()]))
