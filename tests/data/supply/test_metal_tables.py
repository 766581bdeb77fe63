"""The tables of a metal are those of its rows, and are kept only while they are in use."""

from explorer.data.store import Store
from explorer.data.supply.figures import production_tables
from explorer.data.supply.metal_tables import KEPT, MetalTables


def test_they_are_the_tables_of_the_rows_of_the_metal(store: Store) -> None:
    tables = MetalTables.of(store)
    for metal_id in store.metals:
        assert tables.tables(metal_id) == tuple(production_tables(store.production(metal_id)))


def test_only_those_asked_for_last_are_kept(store: Store) -> None:
    tables = MetalTables(store)
    first = tables.tables("gallium")
    for number in range(KEPT - 1):
        tables.tables(f"metal-{number}")
    assert tables.tables("gallium") is first
    for number in range(KEPT):
        tables.tables(f"metal-{number}")
    assert tables.tables("gallium") is not first and tables.tables("gallium") == first
