"""How the rows of each table cite their sources."""

import json
from collections.abc import Mapping, Sequence

from msgspec import Struct

from explorer.data.contents.tables import described_tables
from explorer.data.storage.description import Table

_EACH = "SELECT value FROM json_each(?)"  # the ids as one value, for SQLite takes a limited number of them
# Tables without sources of their own, whose rows rest on the sources of a row that they refer to.
INHERITED: Mapping[str, tuple[str, str]] = {
    "buyer_dependence": ("hs_code", "buyer_codes"),
    "buyer_imports": ("hs_code", "buyer_codes"),
}


class Citations(Struct, frozen=True):
    """Where the sources of a table's rows are: a column of the table, and the table of links with its column."""

    column: str
    links: str
    link_column: str


def citations_of(table: Table) -> Citations | None:
    """Return where the sources of a table's rows are, None for a table whose rows cite none."""
    column, owner = INHERITED.get(table.name, (table.row_key, table.name))
    links = f"{owner}_sources"
    if links not in described_tables():
        return None
    return Citations(column, links, described_tables()[owner].row_key)


def citing_condition(table: Table, source_ids: Sequence[str]) -> tuple[str, list[object]]:
    """Return the condition, with its values, that a row cites one of some sources."""
    wanted: list[object] = [json.dumps(source_ids)]
    found = citations_of(table)
    if found is None:
        column = "source_id"
        return (f"{column} IN ({_EACH})", wanted) if column in table.columns else ("0", [])
    chosen = f"SELECT {found.link_column} FROM {found.links} WHERE source_id IN ({_EACH})"
    return f"{found.column} IN ({chosen})", wanted


def counting_query(table: Table) -> str | None:
    """Return the query for the number of rows that cite each source, None for a table whose rows cite none."""
    found = citations_of(table)
    if found is None:
        return None
    if found.links == f"{table.name}_sources":
        return f"SELECT source_id, count(*) FROM {found.links} GROUP BY 1"
    return (
        f"SELECT source_id, sum(rows) FROM {found.links} JOIN "
        f"(SELECT {found.column} AS row_key, count(*) AS rows FROM {table.name} GROUP BY 1) "
        f"ON row_key = {found.link_column} GROUP BY 1"
    )
