"""A table whose rows open documents."""

from collections.abc import Sequence
from functools import partial

from explorer.data.store import Store
from explorer.data.words import instrument_name
from explorer.language import gettext
from explorer.ui.widgets.context_menu import Entry
from explorer.ui.widgets.table_view import TableView

BETWEEN = ";"  # between the documents in the key of a row, the decisive one first


class DocumentsTable(TableView):
    """Opens the decisive document of a row by Enter or a double click, the others from the menu."""

    def __init__(self, store: Store, header: Sequence[str], name: str) -> None:
        super().__init__(header, name)
        self._store = store

    def entries(self) -> list[Entry]:
        """Return an entry for each document of the row, then those of every table."""
        key = self.records.index(self.currentIndex().row(), 0).data(self.records.KeyRole)
        text = gettext("Open {document}")
        found = [
            Entry(text.format(document=instrument_name(self._store.instruments[i])), partial(self._open, i))
            for i in str(key or "").split(BETWEEN)
            if i
        ]
        return [*found, *super().entries()]

    def _open(self, instrument_id: str) -> None:
        self.opened.emit(instrument_id)
