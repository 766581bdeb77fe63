"""Data files that did not come with the program: every difference from the description is refused."""

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from explorer import paths
from explorer.data.storage import description, file_check
from explorer.data.storage.description import Column
from explorer.data.store import Store
from explorer.errors import DataFileError

MEASURE = "WHERE measure_id = 'cn-2023-23'"


def changed(edition_file: Path, folder: Path, *statements: str) -> Path:
    """Return a copy of the edition in which statements were run."""
    path = Path(shutil.copy(edition_file, folder / "changed.db"))
    run(path, *statements)
    return path


def run(path: Path, *statements: str, **schema: str) -> None:
    """Run statements on a file, and replace the definitions of tables without a check of their rows."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.execute("PRAGMA writable_schema = ON")
        for name, sql in schema.items():
            connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (sql, name))
        connection.commit()


def with_value(edition_file: Path, folder: Path, value: str, columns: dict[str, list[str]]) -> Path:
    """Return a copy of the edition in which columns of the first row of tables have a value that the schema forbids."""
    path = Path(shutil.copy(edition_file, folder / "value.db"))
    with closing(sqlite3.connect(path)) as connection:
        strict: dict[str, str] = dict(
            connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
        )
    loose = {name: strict[name].replace(" STRICT", "").replace(" NOT NULL", "") for name in columns}
    for name, of in columns.items():
        for column in of:
            loose[name] = re.sub(rf'("{column}") (TEXT|INTEGER|REAL)', r"\1", loose[name])
    changes = []
    for name, of in columns.items():
        key = ", ".join(f'"{c}"' for c in description.read().tables[name].key)
        row = f'({key}) IS (SELECT {key} FROM "{name}" LIMIT 1)'
        values = ", ".join(f'"{column}" = {value}' for column in of)
        changes.append(f'UPDATE "{name}" SET {values} WHERE {row}')
    run(path, **loose)
    run(path, *changes)
    run(path, **{name: strict[name] for name in columns})
    return path


def refusal(path: Path) -> str:
    """Return the reason for which a data file is refused, without the path and the advice."""
    with pytest.raises(DataFileError) as raised:
        Store.open(path)
    sentence = str(raised.value)
    assert sentence.startswith(f"The data file {path} ") and sentence.endswith(": choose another file."), (
        sentence
    )
    assert sentence.isprintable() and len(sentence) < len(str(path)) + 250
    return sentence.removeprefix(f"The data file {path} ").removesuffix(": choose another file.")


def test_a_built_file_is_as_described(store: Store, live_store: Store) -> None:
    assert store.differences() == live_store.differences() == []


def test_a_copy_of_the_edition_is_accepted(edition_file: Path, tmp_path: Path) -> None:
    path = changed(edition_file, tmp_path, f"UPDATE measures SET summary = 'Another.' {MEASURE}")
    with Store.open(path) as found:
        assert found.measures["cn-2023-23"].summary == "Another."


@pytest.mark.parametrize(
    ("statements", "fault"),
    [
        (("DROP TABLE prices_sources", "DROP TABLE prices"), "lacks the table prices"),
        (("DROP VIEW v_codes", "ALTER TABLE items DROP COLUMN form"), "lacks the column items.form"),
        (
            (
                "DROP TABLE thresholds_sources",
                "DROP TABLE thresholds",
                "CREATE TABLE thresholds (id INTEGER PRIMARY KEY, item_id INTEGER) STRICT",
            ),
            "has another definition of the column thresholds.item_id",
        ),
        (
            ("DROP TABLE lists_sources", "CREATE TABLE lists_sources (list_id TEXT)"),
            "has another definition of the table lists_sources",
        ),
        (
            ("ALTER TABLE sectors ADD COLUMN more TEXT AS (upper(name_en))",),
            "has a computed column in the table sectors: more",
        ),
        (
            ("CREATE INDEX more ON sectors (upper(name_en))",),
            "has a computed index of the table sectors: more",
        ),
        (
            ("CREATE INDEX more ON sectors (name_en) WHERE name_en > 'a'",),
            "has a computed index of the table sectors: more",
        ),
    ],
)
def test_tables_that_differ_are_refused(
    edition_file: Path, tmp_path: Path, statements: tuple[str, ...], fault: str
) -> None:
    assert refusal(changed(edition_file, tmp_path, *statements)) == fault


@pytest.mark.parametrize(
    ("statements", "fault"),
    [
        (("DROP VIEW v_suppliers",), "lacks the view or index v_suppliers"),
        (("DROP TABLE search_fts",), "lacks the view or index search_fts"),
        (
            ("DROP VIEW v_prices", "CREATE VIEW v_prices AS SELECT * FROM prices"),
            "has another definition of the view or index v_prices",
        ),
        (
            ("DROP TABLE search_fts", "CREATE VIRTUAL TABLE search_fts USING fts5 (title, title_zh, body)"),
            "has another definition of the view or index search_fts",
        ),
        (
            (
                "CREATE VIEW more AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n",
            ),
            "has a view that this version does not build: more",
        ),
        (
            ("CREATE VIRTUAL TABLE more USING fts5 (a)",),
            "has a virtual table that this version does not build: more",
        ),
        (
            ("CREATE TRIGGER more AFTER INSERT ON meta BEGIN DELETE FROM prices; END",),
            "has a trigger, which no data file has: more",
        ),
    ],
)
def test_foreign_views_triggers_and_virtual_tables_are_refused(
    edition_file: Path, tmp_path: Path, statements: tuple[str, ...], fault: str
) -> None:
    assert refusal(changed(edition_file, tmp_path, *statements)) == fault


@pytest.mark.parametrize(
    ("statements", "fault"),
    [
        (
            (f"UPDATE measures SET effective = 'never' {MEASURE}",),
            "has a wrong value in the column measures.effective: “never”",
        ),
        (
            (f"UPDATE measures SET effective = '9999-12-31' {MEASURE}",),
            "has a wrong value in the column measures.effective: “9999-12-31”",
        ),
        (
            (f"UPDATE measures SET kind = 'ban' {MEASURE}",),
            "has a wrong value in the column measures.kind: “ban”",
        ),
        (
            (f"UPDATE measures SET summary = 'a' || char(27) || '[31m' {MEASURE}",),
            "has a wrong value in the column measures.summary: “a\ufffd[31m”",
        ),
        (
            (f"UPDATE measures SET summary = 'a' || char(0) || 'b' {MEASURE}",),
            "has a wrong value in the column measures.summary: “a”",
        ),
        (
            (f"UPDATE measures SET summary = printf('%.10001c', 'x') {MEASURE}",),
            f"has a wrong value in the column measures.summary: “{'x' * 80}…”",
        ),
        (
            ("UPDATE buyer_codes SET metal_ids = ''",),
            "has a wrong value in the column buyer_codes.metal_ids: “”",
        ),
        (
            ("UPDATE uses SET share_pct = 101 WHERE id = 1",),
            "has a wrong value in the column uses.share_pct: “101.0”",
        ),
        (
            ("UPDATE prices SET value = 9e999 WHERE id = 1",),
            "has a wrong value in the column prices.value: “Inf”",
        ),
        (
            ("UPDATE production SET year = -1 WHERE id = 1",),
            "has a wrong value in the column production.year: “-1”",
        ),
    ],
)
def test_values_that_a_column_cannot_hold_are_refused(
    edition_file: Path, tmp_path: Path, statements: tuple[str, ...], fault: str
) -> None:
    assert refusal(changed(edition_file, tmp_path, *statements)) == fault


@pytest.mark.parametrize(
    ("statements", "fault"),
    [
        (
            ("DELETE FROM instruments WHERE instrument_id = 'cn-2023-23'",),
            "has a row of the table measures that refers to nothing in the table instruments: “cn-2023-23”",
        ),
        (
            ("UPDATE uses SET source_ids = source_ids || ';nothing' WHERE id = 1",),
            "has a row of the table uses that refers to nothing in the table sources: “nothing”",
        ),
        (
            ("UPDATE claims SET metal_ids = ';' WHERE metal_ids = (SELECT min(metal_ids) FROM claims)",),
            "has a row of the table claims that refers to nothing in the table metals: “”",
        ),
        (
            ("UPDATE meta SET value = '2026-10' WHERE key = 'verified_to'",),
            "does not name its edition and the last day checked",
        ),
        (
            ("DELETE FROM meta WHERE key = 'verified_note'",),
            "does not name its edition and the last day checked",
        ),
    ],
)
def test_missing_keys_are_refused(
    edition_file: Path, tmp_path: Path, statements: tuple[str, ...], fault: str
) -> None:
    assert refusal(changed(edition_file, tmp_path, *statements)) == fault


def test_a_key_that_occurs_twice_is_refused(edition_file: Path, tmp_path: Path) -> None:
    statements = ("DROP INDEX idx_uses_metal_id_use_no", "UPDATE uses SET use_no = 1")
    assert "has a key twice in the table uses: “" in refusal(changed(edition_file, tmp_path, *statements))


def described(wanted: Callable[[Column], bool]) -> dict[str, list[str]]:
    """Return the columns that are wanted, by table; those by which rows are found stay as they are."""
    found = {}
    for table in description.read().tables.values():
        keys = {table.row_key, *(table.key if table.without_rowid else ())}
        found[table.name] = [c.name for c in table.columns.values() if wanted(c) and c.name not in keys]
    return {name: columns for name, columns in found.items() if columns}


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("x'ff00'", lambda c: True),
        ("NULL", lambda c: c.required),
        ("'abc'", lambda c: c.type != "TEXT"),
        ("7.5", lambda c: c.type != "REAL"),
        ("'?'", lambda c: c.is_closed),
        ("char(27)", lambda c: c.type == "TEXT" and not (c.refers or c.parts_of)),
        ("printf('%.10001c', 'x')", lambda c: c.type == "TEXT" and not c.refers),
        ("-2000000000000000000", lambda c: c.type == "INTEGER"),
        ("-2e18", lambda c: c.type == "REAL"),
    ],
    ids=["blob", "nothing", "text", "number", "word", "escape", "long", "least", "low"],
)
def test_a_wrong_value_is_found_in_each_column_of_each_table(
    edition_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    value: str,
    wanted: Callable[[Column], bool],
) -> None:
    columns = described(wanted)
    assert len(columns) > 10
    path = with_value(edition_file, tmp_path, value, columns)
    refusal(path)
    monkeypatch.setattr(paths, "data_file", lambda: path)
    with Store.open() as store:
        sentence = {fault.partition(":")[0] for fault in store.differences()}
    for table, names in columns.items():
        missed = [
            name
            for name in names
            if not any(f.endswith(f"value in the column {table}.{name}") for f in sentence)
        ]
        assert not missed, table


def test_a_missing_key_is_found_in_each_column_of_each_table(
    edition_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns = described(lambda c: bool(c.refers or c.parts_of) and c.type == "TEXT")
    path = with_value(edition_file, tmp_path, "'nothing'", columns)
    monkeypatch.setattr(paths, "data_file", lambda: path)
    with Store.open() as store:
        sentence = store.differences()
    for table, names in columns.items():
        assert sum(f"row of the table {table} that refers to nothing" in fault for fault in sentence) == len(
            names
        )


def test_bytes_that_are_not_text_are_a_data_file_error(edition_file: Path, tmp_path: Path) -> None:
    for table, column in (("measures", "kind"), ("sources", "title")):
        wrong = f"UPDATE {table} SET {column} = CAST(x'67ff1b5b' AS TEXT)"
        path = changed(edition_file, tmp_path, wrong)
        assert "is damaged" in refusal(path) or "wrong value" in refusal(path)


def test_a_copy_of_the_own_file_is_recognised_by_its_checksum(
    edition_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copy(edition_file, tmp_path / "copy.db"))
    monkeypatch.setattr(file_check, "differences", lambda _query: iter(["was checked"]))
    Store.open(path).close()
    with path.open("ab") as file:
        file.write(b"more")
    assert refusal(path) == "was checked"
