"""Checks the search of a data file: its index must be whole, and every row must belong to a record on file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from explorer.data.storage.connection import Watch, printable, restrict
from explorer.data.storage.schema_check import Query
from explorer.language import gettext

INDEX = "search_fts"
SETTINGS = {"version"}  # any other setting could name a function to be run
# The records that can be found, by kind: their table and their key.
_RECORDS = {
    "metal": ("metals", "metal_id"),
    "instrument": ("instruments", "instrument_id"),
    "item": ("items", "item_id"),
    "use": ("uses", "metal_id || '|' || use_no"),
    "claim": ("claims", "claim_id"),
    "source": ("sources", "source_id"),
    "country": ("countries", "country_id"),
    "producer": ("producers", "producer_id"),
    "project": ("projects", "project_id"),
    "party": ("parties", "party_id"),
}


def search_index_differences(query: Query, path: Path) -> Iterator[str]:
    """Yield what is wrong with the search index, whose definition and tables are known to be as expected."""
    settings = {name for (name,) in query(f"SELECT k FROM {INDEX}_config")}
    if settings != SETTINGS or not _is_whole(path):
        yield gettext("The search index is damaged.")
    for kind, key in _without_records(query):
        text = gettext("The search finds a record that is missing: “{record}”.")
        yield text.format(record=printable(f"{kind} {key}"))


def _without_records(query: Query) -> Iterator[tuple[str, str]]:
    """Yield kind and key of a row of each kind that belongs to no record."""
    for (kind,) in query("SELECT DISTINCT kind FROM search"):
        if kind in _RECORDS:
            table, key = _RECORDS[kind]
            sql = f"SELECT key FROM search WHERE kind = ? EXCEPT SELECT {key} FROM {table} LIMIT 1"
        else:
            sql = "SELECT key FROM search WHERE kind = ? LIMIT 1"
        yield from ((kind, found) for (found,) in query(sql, kind))


def _is_whole(path: Path) -> bool:
    """Return whether FTS5 finds its index sound; its check is a write, so it runs on a copy in memory."""
    watch = Watch()
    with closing(sqlite3.connect(":memory:")) as copy:
        copy.deserialize(path.read_bytes())
        restrict(copy, watch)
        watch.start()
        try:
            copy.execute(f"INSERT INTO {INDEX} ({INDEX}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError:
            return False
    return True
