"""The names behind the keys that a table holds: countries, sources, metals, documents, series."""

from collections.abc import Mapping
from functools import cache

from explorer.data.storage.description import Column, Table
from explorer.data.store import Store
from explorer.data.words import flag_name

# The column with the name of a row, for the tables whose keys other tables hold.
NAME_COLUMNS: Mapping[str, str] = {
    "countries": "name_en",
    "destinations": "name_en",
    "metals": "name_en",
    "sources": "publisher",
    "lists": "name",
    "sectors": "name_en",
    "instruments": "title_en",
    "price_series": "name",
    "parties": "name_en",
    "buyer_codes": "heading",
}


class KeyNames:
    """The names of the keys in the columns of one table, read when they are first needed."""

    def __init__(self, store: Store, table: Table) -> None:
        self._store = store
        self._table = table
        self._read = cache(self._names_of)

    def names(self, column: Column) -> Mapping[str, str]:
        """Return the names of the keys or flags that a column can hold, empty for all other columns."""
        if column.name == "flag":
            return {flag: flag_name(flag) for flag in column.words}
        referred = column.refers or column.parts_of
        is_own_key = self._table.name == referred  # a row shows its own name beside its key
        return {} if is_own_key or referred not in NAME_COLUMNS else self._read(referred)

    def keys_like(self, column: Column, word: str) -> list[str]:
        """Return the keys of a column whose names contain a word, in capitals or not."""
        wanted = word.casefold()
        return [key for key, name in self.names(column).items() if wanted in name.casefold()]

    def _names_of(self, table: str) -> dict[str, str]:
        key, name = _key_of(table), NAME_COLUMNS[table]
        return dict(self._store.query(f"SELECT {key}, {name} FROM {table} WHERE {name} IS NOT NULL"))


def _key_of(table: str) -> str:
    from explorer.data.contents.tables import described_table

    return described_table(table).key[0]
