"""Tables without a CSV file: joined cells as rows, the links to the sources, destinations in words."""

import sqlite3

import pytest

from db.csv_tables import split_list
from db.derived import ALL_TABLES, DESTINATIONS, LINKS, METADATA, SEARCH, SOURCE_LINKS, contents
from db.search import plain_code
from db.tables import TABLES
from tests.db.edited import facts

# Link table, its table, and the columns of the joined cell and of its parts.
JOINED = [
    ("claims_metals", "claims", "metal_ids", "metal_id"),
    ("buyer_codes_metals", "buyer_codes", "metal_ids", "material"),
    ("metals_by_product_of", "metals", "by_product_of", "host"),
    ("items_control_codes", "items", "control_code", "control_code"),
]


def grouped(database: sqlite3.Connection, link: str, key: str, part: str) -> dict[object, list[str]]:
    """Return the parts in the order of their positions, which count from 1."""
    found: dict[object, list[str]] = {}
    rows = database.execute(f"SELECT {key}, position, {part} FROM {link} ORDER BY {key}, position")
    for of, position, value in rows:
        found.setdefault(of, []).append(value)
        assert position == len(found[of])
    return found


@pytest.mark.parametrize(("link", "table", "column", "part"), JOINED)
def test_lists_in_cells_are_rows_too(
    database: sqlite3.Connection, link: str, table: str, column: str, part: str
) -> None:
    [key] = TABLES[table].key
    rows = facts()[table].rows
    expected = {row[key]: split_list(row[column]) for row in rows if row[column]}
    assert grouped(database, link, key, part) == expected


def test_every_link_table_is_tested() -> None:
    assert {link for link, *_ in JOINED} == {table.name for table in LINKS}


@pytest.mark.parametrize("table", SOURCE_LINKS)
def test_source_links_are_complete(database: sqlite3.Connection, table: str) -> None:
    key = TABLES[table].row_key
    expected = {
        n if key == "id" else row[key]: split_list(row["source_ids"])
        for n, row in enumerate(facts()[table].rows, start=1)
    }
    assert grouped(database, f"{table}_sources", key, "source_id") == expected


def test_every_table_of_facts_has_its_source_links() -> None:
    assert set(SOURCE_LINKS) == {name for name, table in TABLES.items() if table.is_sourced}


@pytest.mark.parametrize(
    ("link", "part", "metal"),
    [("metals_by_product_of", "host", "host_metal_id"), ("buyer_codes_metals", "material", "metal_id")],
)
def test_a_material_without_an_entry_has_no_metal_id(
    database: sqlite3.Connection, link: str, part: str, metal: str
) -> None:
    metals = {row["metal_id"] for row in facts()["metals"].rows}
    rows = dict(database.execute(f"SELECT {part}, {metal} FROM {link}"))
    assert rows == {name: name if name in metals else None for name in rows}
    assert {None} < {*rows.values()}


def test_control_codes_are_plain_too(database: sqlite3.Connection) -> None:
    rows = dict(database.execute("SELECT control_code, plain FROM items_control_codes"))
    assert rows == {code: plain_code(code) for code in rows}
    assert rows["1C117.d"] == "1C117D"


def test_destinations_are_everybody_countries_blocs_and_military_users(database: sqlite3.Connection) -> None:
    rows = {row[0]: row[1:] for row in database.execute("SELECT * FROM destinations")}
    assert set(rows) == {row["destination"] for row in facts()["measures"].rows}
    assert rows["ALL"] == (None, "all destinations", "所有目的地")
    assert rows["USA"] == ("USA", "United States", "美国")
    assert rows["USA-MIL"] == ("USA", "United States, military users and uses", "美国（军事用户和军事用途）")
    assert rows["JPN-MIL"][0] == "JPN"


def test_rows_of_derived_tables_are_in_key_order() -> None:
    derived = {table.name: records for table, records in contents(facts())}
    expected = {DESTINATIONS.name, SEARCH.name, *(t.name for t in (*LINKS, *SOURCE_LINKS.values()))}
    assert set(derived) == expected
    for table in (*LINKS, *SOURCE_LINKS.values()):
        keys = [tuple(record[column] for column in table.key) for record in derived[table.name]]
        assert len(set(keys)) == len(keys)
        assert keys == sorted(keys)


def test_each_table_refers_to_itself_and_earlier_ones_only() -> None:
    known: set[str] = set()
    for table in ALL_TABLES:
        known.add(table.name)
        assert {column.refers for column in table.columns} - {""} <= known
    names = [table.name for table in ALL_TABLES]
    assert len(set(names)) == len(names)
    assert {*TABLES, DESTINATIONS.name, SEARCH.name, METADATA.name} < set(names)
