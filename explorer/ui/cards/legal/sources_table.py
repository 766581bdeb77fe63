"""Sources as a table; Enter or a double click opens the address of a source."""

from collections.abc import Iterable

from PySide6.QtCore import Slot

from explorer.data.controls.wording import note_words
from explorer.data.dates import show_unbroken
from explorer.data.store import Store
from explorer.data.terms import source_kind_label
from explorer.language import gettext
from explorer.models.table import Cell
from explorer.ui.browser import offer, open_in_browser
from explorer.ui.cards.legal.sources import source_of
from explorer.ui.widgets.context_menu import RowSource
from explorer.ui.widgets.table_view import TableView


class SourcesTable(TableView):
    """The sources of a record."""

    def __init__(self, store: Store, source_ids: Iterable[str]) -> None:
        header = (
            gettext("Publisher"),
            gettext("Title"),
            gettext("Date"),
            gettext("Kind"),
            gettext("Note"),
        )
        super().__init__(header, gettext("Sources"))
        self._store = store
        self.set_weights(5, 8, 2, 2, 8, long=(4,))
        sources = [store.sources[i] for i in source_ids]
        self.set_rows(
            [
                (
                    Cell(s.publisher, key=s.source_id),
                    Cell(s.title, tip=s.url or ""),
                    Cell(show_unbroken(s.date), s.date),
                    Cell(source_kind_label(s.kind)),
                    Cell(note_words(store, s.note)),
                )
                for s in sources
            ]
        )
        self.opened.connect(self._open)
        self.source_of, self.open_address = self._source_of, open_in_browser

    def _source_of(self, source_id: str) -> RowSource:
        return source_of(self._store, (source_id,))

    @Slot(str)
    def _open(self, source_id: str) -> None:
        offer(self, self._store.sources[source_id].url)
