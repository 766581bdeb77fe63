"""The bundled facts: they break no rule, and the data file and its description are built from them unchanged."""

import hashlib
import json
from pathlib import Path

import pytest

from db.build import DEFAULT_DESCRIPTION
from db.check import check
from db.csv_tables import DATA, read_all
from db.schema import write_description
from db.tables import TABLES
from explorer.data.store import Store

SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name"


def test_the_facts_break_no_rule() -> None:
    assert [str(fault) for fault in check(read_all(DATA))] == []


def test_every_file_of_facts_has_a_table() -> None:
    assert {path.name for path in DATA.iterdir()} == {f"{name}.csv" for name in TABLES}


@pytest.mark.parametrize("table", TABLES)
def test_the_data_file_is_built_from_these_facts(live_store: Store, table: str) -> None:
    digest = hashlib.sha256((DATA / f"{table}.csv").read_bytes()).hexdigest()
    rows = live_store.query("SELECT value FROM meta WHERE key = ?", f"sha256:{table}.csv")
    assert rows == [(digest,)], f"{table}.csv has changed: run `python -m db`"


def test_the_data_file_has_the_current_tables(live_store: Store, store: Store) -> None:
    assert live_store.query(SCHEMA) == store.query(SCHEMA), "the tables have changed: run `python -m db`"


def test_the_data_file_is_sound(live_store: Store) -> None:
    assert live_store.query("PRAGMA foreign_key_check") == []
    assert live_store.query("PRAGMA integrity_check") == [("ok",)]


def test_the_bundled_description_is_current(tmp_path: Path) -> None:
    path = tmp_path / "tables.json"
    write_description(path)
    assert DEFAULT_DESCRIPTION.is_file(), "the description is missing: run `python -m db`"
    shipped = json.loads(DEFAULT_DESCRIPTION.read_text(encoding="utf-8"))
    assert shipped == json.loads(path.read_text(encoding="utf-8")), "run `python -m db`"
