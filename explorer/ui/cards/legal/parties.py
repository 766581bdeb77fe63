"""The parties that a document names as a table, each with its state."""

from datetime import date

from explorer.data.controls.documents import NamedParty, number_in_notice
from explorer.data.controls.headline import beyond
from explorer.data.controls.listings import listing_words
from explorer.data.dates import show_unbroken
from explorer.data.store import Store
from explorer.language import gettext
from explorer.models.table import Cell
from explorer.ui.browser import open_in_browser
from explorer.ui.cards.legal.sources import source_of
from explorer.ui.widgets.context_menu import RowSource
from explorer.ui.widgets.table_view import TableView


class PartiesTable(TableView):
    """Named parties in the order of their numbers in the notice."""

    def __init__(self, store: Store, parties: tuple[NamedParty, ...], on: date) -> None:
        self._store, self._parties, self._on = store, parties, on
        header = (
            gettext("No."),
            gettext("Name"),
            gettext("Chinese name"),
            gettext("Country"),
            gettext("Listed on"),
            gettext("Status"),
        )
        super().__init__(header, gettext("Named parties"))
        self.set_weights(1, 7, 6, 3, 3, 5)
        self.set_rows([self._row(number, named) for number, named in enumerate(parties)])
        self.source_of, self.open_address = self._source_of, open_in_browser
        self.remark = beyond(store, on)

    def _row(self, number: int, named: NamedParty) -> tuple[Cell, ...]:
        party, listing = named.listed.party, named.listed.listing
        country = self._store.country_name(party.country_id) if party.country_id else gettext("unknown")
        return (
            Cell(listing.list_no, number_in_notice(listing), key=str(number)),
            Cell(party.name_en, tip="; ".join(party.aliases)),
            Cell(party.name_zh or ""),
            Cell(country),
            Cell(show_unbroken(listing.listed), listing.listed),
            Cell(listing_words(listing, named.measure, self._on)),
        )

    def _source_of(self, number: str) -> RowSource:
        return source_of(self._store, self._parties[int(number)].listed.listing.source_ids)
