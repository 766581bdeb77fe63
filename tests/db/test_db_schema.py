"""The schema and the description of the tables say the same, and the constraints bite."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from db.build import SCHEMA
from db.columns import DATE_KINDS, Column, Table
from db.tables import TABLES

ALL = sorted(TABLES.values(), key=lambda table: table.name)
FACTS = [table for table in ALL if table.is_sourced]
LISTS = {"claims_metals", "metals_by_product_of", "items_control_codes"}
ADDED_COLUMNS = {"item_codes": {"digits"}}


@pytest.fixture(scope="module")
def empty() -> Iterator[sqlite3.Connection]:
    """Yield a database in memory with the schema and no rows."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(SCHEMA.read_text(encoding="utf-8"))
        yield connection


def _names(connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return {name for (name,) in rows}


def test_every_table_is_strict(empty: sqlite3.Connection) -> None:
    rows = empty.execute(
        "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
    )
    assert {name for name, strict in rows if not strict and not name.startswith("sqlite_")} == set()


def test_there_is_a_table_for_each_file_and_each_list(empty: sqlite3.Connection) -> None:
    links = {f"{table.name}_sources" for table in FACTS}
    assert _names(empty) == set(TABLES) | links | LISTS | {"destinations"}


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.name)
def test_columns_agree_with_the_header_line(empty: sqlite3.Connection, table: Table) -> None:
    found = {}
    for name, kind, not_null, key in empty.execute(
        f"SELECT name, type, \"notnull\", pk FROM pragma_table_xinfo('{table.name}')"
    ):
        if name not in ADDED_COLUMNS.get(table.name, ()):
            found[name] = (kind, bool(not_null or key))
    expected = {"id": ("INTEGER", True)} if table.row_key == "id" else {}
    expected |= {column.name: (column.sql_type, column.required) for column in table.columns}
    assert list(found.items()) == list(expected.items())


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.name)
def test_foreign_keys_agree_with_the_references(empty: sqlite3.Connection, table: Table) -> None:
    rows = empty.execute(f'SELECT "from", "table", "to" FROM pragma_foreign_key_list(\'{table.name}\')')
    expected = {(c.name, c.refers, TABLES[c.refers].key[0]) for c in table.columns if c.refers}
    if table.name == "measures":
        expected.add(("destination", "destinations", "destination_id"))
    assert set(rows) == expected


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.name)
def test_the_key_is_unique(empty: sqlite3.Connection, table: Table) -> None:
    indexes = empty.execute(f"SELECT name FROM pragma_index_list('{table.name}') WHERE \"unique\"").fetchall()
    keys = [
        tuple(name for (name,) in empty.execute(f"SELECT name FROM pragma_index_info('{index}')"))
        for (index,) in indexes
    ]
    assert table.key in keys


@pytest.mark.parametrize("table", FACTS, ids=lambda table: table.name)
def test_link_tables_point_both_ways(empty: sqlite3.Connection, table: Table) -> None:
    link = f"{table.name}_sources"
    rows = empty.execute(f'SELECT "from", "table", "to" FROM pragma_foreign_key_list(\'{link}\')')
    key = table.row_key
    assert set(rows) == {(key, table.name, key), ("source_id", "sources", "source_id")}
    [(without_rowid,)] = empty.execute(f"SELECT wr FROM pragma_table_list('{link}')")
    assert without_rowid == 1


def _bad_values(column: Column) -> list[object]:
    """Return values of the right type that the column does not take."""
    bad: list[object] = []
    if column.words:
        bad.append("nonsense")
    if column.kind in DATE_KINDS:
        bad += ["soon", "202"]
    if column.kind in ("date", "day"):
        bad += ["2023-02-30", "2024-13"]
    if column.kind == "day":
        bad += ["2024", "2024-05"]
    if column.low is not None:
        bad.append(column.low - 1)
    if column.high is not None:
        bad.append(column.high + 1)
    if column.pattern:
        bad.append("!")
    if column.required:
        bad.append(None)
    if column.kind in ("integer", "real"):
        bad.append("many")
    return bad


CHECKED = [
    pytest.param(table, column, value, id=f"{table.name}.{column.name}={value}")
    for table in ALL
    for column in table.columns
    for value in _bad_values(column)
]


@pytest.fixture(scope="module")
def filled(data_file: object) -> Iterator[sqlite3.Connection]:
    """Yield a copy in memory of a data file, whose rows may be changed."""
    with (
        closing(sqlite3.connect(":memory:", isolation_level=None)) as connection,
        closing(sqlite3.connect(str(data_file))) as built,
    ):
        built.backup(connection)
        yield connection


@pytest.mark.parametrize(("table", "column", "value"), CHECKED)
def test_the_schema_refuses_what_the_check_refuses(
    filled: sqlite3.Connection, table: Table, column: Column, value: object
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=r"CHECK|NOT NULL|cannot store"):
        filled.execute(
            f"UPDATE {table.name} SET {column.name} = ? WHERE rowid = (SELECT min(rowid) FROM {table.name})",
            (value,),
        )
