"""The schema of the built file is the description of the tables, and so are the metadata and tables.json."""

import csv
import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from db import schema
from db.columns import MOST_CHARACTERS, Column, Table
from db.csv_tables import DATA
from db.derived import ALL_TABLES, LINKS, METADATA, SEARCH, SOURCE_LINKS
from db.schema import write_description
from db.tables import TABLES
from db.views import VIEWS
from tests.db.edited import Copy, facts

PACKAGE = DATA.parent
BUYERS = {"buyer_imports", "buyer_dependence"}
WITHOUT_ROWID = BUYERS | {table.name for table in (*LINKS, *SOURCE_LINKS.values())}
ID = {"id": ("INTEGER", False, 1)}
EVERY_TABLE = pytest.mark.parametrize("table", ALL_TABLES, ids=lambda table: table.name)
EVERY_VIEW = pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)


def has_id(table: Table) -> bool:
    return len(table.key) > 1 and table.name not in WITHOUT_ROWID


def row_key(name: str) -> str:
    """Return the column by which other tables point to a table."""
    [key] = [table.key for table in ALL_TABLES if table.name == name]
    return key[0] if len(key) == 1 else "id"


def indexed(database: sqlite3.Connection, table: str, where: str) -> set[tuple[str, ...]]:
    """Return the columns of the indexes of a table of which a condition is true."""
    names = database.execute(f"SELECT name FROM pragma_index_list('{table}') WHERE {where}").fetchall()
    return {
        tuple(row[0] for row in database.execute(f"SELECT name FROM pragma_index_info('{name}')"))
        for (name,) in names
    }


def test_the_tables_are_those_of_the_description_and_strict(database: sqlite3.Connection) -> None:
    rows = database.execute(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND name NOT LIKE 'sqlite_%'"
    )
    assert dict(rows) == {table.name: 1 for table in ALL_TABLES}


def test_long_keys_are_stored_once(database: sqlite3.Connection) -> None:
    rows = database.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND wr = 1")
    names = {name for (name,) in rows if not name.startswith(f"{SEARCH.name}_fts")}
    assert names == WITHOUT_ROWID


@EVERY_TABLE
def test_columns_are_those_of_the_description(database: sqlite3.Connection, table: Table) -> None:
    rows = database.execute(f"SELECT name, type, \"notnull\", pk FROM pragma_table_xinfo('{table.name}')")
    found = {name: (kind, bool(not_null), key) for name, kind, not_null, key in rows}
    own_key = () if has_id(table) else table.key
    places = {name: place for place, name in enumerate(own_key, start=1)}
    expected = dict(ID) if has_id(table) else {}
    for column in table.columns:
        kind = {"integer": "INTEGER", "real": "REAL"}.get(column.kind, "TEXT")
        expected |= {column.name: (kind, column.required, places.get(column.name, 0))}
    assert list(found.items()) == list(expected.items())


@EVERY_TABLE
def test_keys_are_unique(database: sqlite3.Connection, table: Table) -> None:
    assert indexed(database, table.name, '"unique"') == {table.key}


@EVERY_TABLE
def test_other_indexes_are_those_of_the_description(database: sqlite3.Connection, table: Table) -> None:
    assert indexed(database, table.name, 'NOT "unique"') == set(table.indexes)


@EVERY_TABLE
def test_foreign_keys_are_the_references(database: sqlite3.Connection, table: Table) -> None:
    rows = database.execute(f'SELECT "from", "table", "to" FROM pragma_foreign_key_list(\'{table.name}\')')
    assert sorted(rows) == sorted((c.name, c.refers, row_key(c.refers)) for c in table.columns if c.refers)


def test_sources_are_linked_to_both_sides() -> None:
    for name, link in SOURCE_LINKS.items():
        refers = {column.name: column.refers for column in link.columns}
        assert refers == {row_key(name): name, "position": "", "source_id": "sources"}


def test_there_are_no_triggers(database: sqlite3.Connection) -> None:
    kinds = {kind for (kind,) in database.execute("SELECT type FROM sqlite_master")}
    assert kinds == {"table", "index", "view"}


def test_a_table_without_rowid_is_written_out() -> None:
    columns = (
        Column("metal_id", "The metal.", required=True, refers="metals"),
        Column("place", "A place.", "integer", required=True),
        Column("amount", "An amount.", "real"),
    )
    table = Table("amounts", ("metal_id", "place"), "Amounts", "Amounts.", columns, without_rowid=True)
    statement = schema.without_rowid_statement(table)
    assert " ".join(statement.split()) == (
        'CREATE TABLE "amounts" ( "metal_id" TEXT NOT NULL REFERENCES "metals" ("metal_id"), '
        '"place" INTEGER NOT NULL, "amount" REAL, PRIMARY KEY ("metal_id", "place") ) STRICT, WITHOUT ROWID'
    )


@EVERY_VIEW
def test_a_view_has_rows_and_each_column_once(database: sqlite3.Connection, view: Any) -> None:
    cursor = database.execute(f"SELECT * FROM {view.name}")
    names = [column[0] for column in cursor.description]
    assert len(set(names)) == len(names)
    assert not [name for name in names if not name.isidentifier()]
    assert cursor.fetchone() is not None


def test_views_are_those_of_the_description(database: sqlite3.Connection) -> None:
    rows = database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")
    assert {name for (name,) in rows} == {view.name for view in VIEWS}


@pytest.mark.parametrize(
    ("view", "table"),
    [
        ("v_measures", "measures"),
        ("v_codes", "item_codes"),
        ("v_prices", "prices"),
        ("v_suppliers", "buyer_imports"),
    ],
)
def test_views_show_every_row_once(database: sqlite3.Connection, view: str, table: str) -> None:
    assert database.execute(f"SELECT count(*) FROM {view}").fetchone() == (len(facts()[table].rows),)


def test_measures_are_shown_with_rank_and_metals(database: sqlite3.Connection) -> None:
    rows = {
        measure: rest
        for measure, *rest in database.execute(
            "SELECT measure_id, jurisdiction, kind, rank, metal_ids FROM v_measures"
        )
    }
    assert rows["cn-2023-23"] == ["CHN", "licence", 7, "gallium;germanium"]
    assert rows["cn-2024-46-1-rest"] == ["CHN", "prohibition", 8, None]
    assert {rank for _, _, rank, _ in rows.values()} <= set(range(1, 9))


def test_latest_production_has_one_year_and_shares_of_the_total(database: sqlite3.Connection) -> None:
    rows = database.execute(
        "SELECT country_id, year, share_pct FROM v_latest_production "
        "WHERE metal_id = 'gallium' AND stage = 'primary' AND publisher = 'usgs'"
    ).fetchall()
    shares = {country: share for country, _, share in rows}
    assert len(shares) == len(rows)
    assert {year for _, year, _ in rows} == {2025}
    assert shares["WLD"] is None
    assert sum(share for share in shares.values() if share is not None) == pytest.approx(100, abs=5)


def test_the_metadata_describe_every_table_view_and_column(database: sqlite3.Connection) -> None:
    rows = database.execute("SELECT table_name, column_name, title, description, unit, words FROM metadata")
    found = {(table, column): rest for table, column, *rest in rows}
    expected: dict[tuple[str, str | None], list[str | None]] = {}
    for table in ALL_TABLES:
        expected[table.name, None] = [table.title, table.description, None, None]
        for c in table.columns:
            expected[table.name, c.name] = [None, c.description, c.unit or None, ";".join(c.words) or None]
    for view in VIEWS:
        expected[view.name, None] = [view.title, view.description, None, None]
    of_views = {key: found.pop(key) for key in list(found) if key[1] and key[0] in {v.name for v in VIEWS}}
    assert of_views["v_suppliers", "quantity_t"] == found["buyer_imports", "quantity_t"]
    assert of_views["v_suppliers", "flag"] == found["buyer_imports", "flag"]
    assert of_views["v_codes", "description"] == found["items", "description"]
    assert of_views["v_latest_production", "share_pct"][2] == "%"
    assert all(description for _, description, _, _ in of_views.values())
    ids = {(table.name, "id"): found.pop((table.name, "id")) for table in ALL_TABLES if has_id(table)}
    assert found == expected
    assert all(description for _, description, _, _ in (*found.values(), *ids.values()))
    assert found["buyer_imports", "quantity_t"][2] == "t"


def test_every_column_of_the_file_has_metadata(database: sqlite3.Connection) -> None:
    rows = database.execute(
        "SELECT t.name, c.name FROM pragma_table_list AS t, pragma_table_xinfo(t.name) AS c "
        "WHERE t.schema = 'main' AND t.type IN ('table', 'view') AND t.name NOT LIKE 'sqlite_%'"
    )
    described = database.execute("SELECT table_name, column_name FROM metadata WHERE column_name IS NOT NULL")
    assert set(rows) == set(described)


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what tables.json holds."""
    path = tmp_path_factory.mktemp("described") / "tables.json"
    write_description(path)
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


def test_the_description_file_has_the_statement_of_each_view_and_of_the_search_index(
    described: dict[str, Any], database: sqlite3.Connection
) -> None:
    statements = database.execute("SELECT name, sql FROM sqlite_schema WHERE type IN ('table', 'view')")
    own = {table.name for table in ALL_TABLES} | {"sqlite_stat1"}
    assert described["statements"] == {name: sql for name, sql in statements if name not in own}
    assert {view.name for view in VIEWS} < set(described["statements"])


def test_the_description_file_names_tables_views_and_search(described: dict[str, Any]) -> None:
    assert list(described["tables"]) == [table.name for table in ALL_TABLES]
    assert described["most_characters"] == MOST_CHARACTERS
    assert described["application_id"] == schema.APPLICATION_ID
    assert described["schema"] == schema.SCHEMA_VERSION
    assert described["search_index"] == {
        "table": "search",
        "columns": ["title", "title_zh", "body"],
        "tokenize": "trigram",
    }


@EVERY_TABLE
def test_the_description_file_equals_the_description(described: dict[str, Any], table: Table) -> None:
    found = described["tables"][table.name]
    assert (found["title"], found["description"]) == (table.title, table.description)
    assert (found["key"], found["without_rowid"]) == (list(table.key), table.name in WITHOUT_ROWID)
    columns = dict(found["columns"])
    if has_id(table):
        own = columns.pop("id")
        assert (own["type"], own["kind"], own["required"]) == ("INTEGER", "integer", True)
    assert list(columns) == list(table.names)
    for column in table.columns:
        attributes = dict(columns[column.name])
        assert attributes.pop("type") == column.sql_type
        assert column == Column(column.name, **{**attributes, "words": tuple(attributes.get("words", ()))})


def test_the_description_file_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    write_description(first)
    code = "import sys; from pathlib import Path; from db.schema import write_description as w; w(Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", code, second], check=True, cwd=PACKAGE.parent)
    assert first.read_bytes() == second.read_bytes()
    assert first.read_bytes().endswith(b"}\n") and b"\r" not in first.read_bytes()


ENTRY = """
ADDED = table(
    "remarks",
    "metal_id,remark_no",
    "Remarks",
    "Remarks on the metals.",
    metal(),
    must(integer("remark_no", "Number of the remark.", 1)),
    label("remark", "The remark."),
    evidence(),
    indexes=(("remark_no",),),
)
TABLES = (*TABLES, ADDED)
"""


def test_a_new_table_of_facts_needs_one_entry_only(tmp_path: Path) -> None:
    root = tmp_path / "copied"
    shutil.copytree(PACKAGE, root / "db", ignore=shutil.ignore_patterns("data", "__pycache__"))
    with (root / "db" / "tables" / "metals.py").open("a", encoding="utf-8") as file:
        file.write(ENTRY)
    copy = Copy(tmp_path / "facts")
    source = facts()["sources"].rows[0]["source_id"]
    header = ["metal_id", "remark_no", "remark", "confidence", "source_ids"]
    rows = [header, ["gallium", "1", "Melts in the hand.", "high", source]]
    with copy.folder.joinpath("remarks.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    command = [sys.executable, "-m", "db", "--facts", copy.folder]
    subprocess.run(command, check=True, cwd=root, stdout=subprocess.DEVNULL)
    description = json.loads((root / "resources" / "tables.json").read_text(encoding="utf-8"))
    assert list(description["tables"]["remarks"]["columns"]) == ["id", *header]
    with closing(sqlite3.connect(root / "resources" / "metals.db")) as built:
        found = built.execute(f"SELECT id, {', '.join(header)} FROM remarks").fetchall()
        assert found == [(1, "gallium", 1, "Melts in the hand.", "high", source)]
        assert built.execute("SELECT * FROM remarks_sources").fetchall() == [(1, 1, source)]
        assert indexed(built, "remarks", '"unique"') == {("metal_id", "remark_no")}
        assert indexed(built, "remarks", 'NOT "unique"') == {("remark_no",)}
        keys = built.execute("SELECT \"table\" FROM pragma_foreign_key_list('remarks')").fetchall()
        assert keys == [("metals",)]
        notes = built.execute(
            "SELECT description FROM metadata WHERE table_name = 'remarks' AND column_name = 'remark'"
        )
        assert notes.fetchall() == [("The remark.",)]
    # The check knows it too.
    rows[1][0] = "unobtainium"
    with copy.folder.joinpath("remarks.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    failed = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8")
    assert failed.returncode == 1
    assert failed.stderr == "remarks.csv:2: metal_id 'unobtainium': The id must be in metals.csv.\n"


def test_there_is_one_table_for_each_file_and_the_derived_ones() -> None:
    derived = {
        "destinations",
        SEARCH.name,
        METADATA.name,
        *(t.name for t in (*LINKS, *SOURCE_LINKS.values())),
    }
    assert {table.name for table in ALL_TABLES} == set(TABLES) | derived
