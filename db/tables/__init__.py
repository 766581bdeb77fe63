"""The single description of every table: its columns, keys, allowed words and meaning.

One entry for each CSV file, in an order in which each refers only to itself and to those before it. Schema, links,
indexes, search, checks, the metadata table and the description in `resources/` are all generated from these entries.
"""

from ..columns import Table
from . import buyers, controls, metals, prices, reference, supply, translations

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        *reference.TABLES,
        *metals.TABLES,
        *controls.TABLES,
        *supply.TABLES,
        *buyers.TABLES,
        *prices.TABLES,
        *translations.TABLES,
    )
}
