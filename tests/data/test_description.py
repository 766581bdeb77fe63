"""The description of the tables, and data files that differ from it."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from explorer import paths
from explorer.data import description
from explorer.data.store import Store
from explorer.errors import DataFileError


def changed(edition_file: Path, folder: Path, *statements: str) -> Path:
    path = Path(shutil.copy(edition_file, folder / "changed.db"))
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return path


def test_the_description_names_tables_columns_words_and_units() -> None:
    tables = json.loads((paths.resources() / description.FILE).read_text(encoding="utf-8"))["tables"]
    measures = tables["measures"]
    assert measures["key"] == ["measure_id"]
    assert measures["columns"]["instrument_id"]["refers"] == "instruments"
    assert tables["buyer_imports"]["columns"]["quantity_t"]["unit"] == "t"
    assert all(t["description"] and t["title"] for t in tables.values())
    named = [(name, c) for t in tables.values() for name, c in t["columns"].items() if name != "id"]
    assert all(c["description"] for _, c in named)
    assert description.read().tables["measures"]["kind"].words[0] == "prohibition"


def test_a_built_file_is_as_described(store: Store, live_store: Store) -> None:
    assert store.differences() == live_store.differences() == []


@pytest.mark.parametrize(
    ("statements", "fault"),
    [
        (("DROP TABLE prices_sources", "DROP TABLE prices"), "lacks the table prices"),
        (("DROP VIEW v_codes", "ALTER TABLE items DROP COLUMN form"), "lacks the column items.form"),
        (
            (
                "DROP TABLE thresholds_sources",
                "DROP TABLE thresholds",
                "CREATE TABLE thresholds (id INTEGER PRIMARY KEY, item_id INTEGER)",
            ),
            "has another definition of the column thresholds.item_id",
        ),
        (("DROP VIEW v_suppliers",), "lacks the view or index v_suppliers"),
        (("DROP TABLE search_fts",), "lacks the view or index search_fts"),
        (
            ("UPDATE measures SET effective = 'never' WHERE measure_id = 'cn-2023-23'",),
            "has an unknown value in the column measures.effective: “never”",
        ),
        (
            ("UPDATE measures SET kind = 'ban' WHERE measure_id = 'cn-2023-23'",),
            "has an unknown value in the column measures.kind: “ban”",
        ),
        (
            ("UPDATE meta SET value = '2026-10' WHERE key = 'verified_to'",),
            "does not name its edition and the last day checked",
        ),
    ],
)
def test_a_file_from_elsewhere_that_differs_is_refused(
    edition_file: Path, tmp_path: Path, statements: tuple[str, ...], fault: str
) -> None:
    path = changed(edition_file, tmp_path, *statements)
    with pytest.raises(DataFileError) as raised:
        Store.open(path)
    assert str(raised.value) == f"The data file {path} {fault}: name another one."


def test_a_missing_description_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    with pytest.raises(DataFileError, match="is missing or damaged: install the program again"):
        description.read()
    nothing = '{"tables": {}, "views": {}, "search_index": {"table": "search"}}'
    for content in ('{"tables": {"meta": []}}', nothing, "[" * 100_000):
        (tmp_path / "tables.json").write_text(content)
        with pytest.raises(DataFileError, match="is missing or damaged"):
            description.read()


def test_rows_that_refer_to_nothing_are_a_difference(edition_file: Path, tmp_path: Path) -> None:
    path = changed(edition_file, tmp_path, "DELETE FROM instruments WHERE instrument_id = 'cn-2023-23'")
    with pytest.raises(DataFileError, match="that refers to nothing in the table instruments"):
        Store.open(path)
