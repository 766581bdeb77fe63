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


def error(path: Path) -> str:
    """Return the error with which a data file is refused."""
    with pytest.raises(DataFileError) as raised:
        Store.open(path)
    return str(raised.value)


def refusal(path: Path) -> str:
    """Return the reason for which a data file is refused, without the path and the advice."""
    sentence = error(path)
    start, end = f"The data file {path} cannot be used. ", " Choose another data file."
    assert sentence.startswith(start) and sentence.endswith(end), sentence
    assert sentence.isprintable() and len(sentence) < len(str(path)) + 250
    return sentence.removeprefix(start).removesuffix(end)


def test_a_built_file_is_as_described(store: Store, live_store: Store) -> None:
    assert store.differences() == live_store.differences() == []


def test_a_copy_of_the_edition_is_accepted(edition_file: Path, tmp_path: Path) -> None:
    path = changed(edition_file, tmp_path, f"UPDATE measures SET summary = 'Another.' {MEASURE}")
    with Store.open(path) as found:
        assert found.measures["cn-2023-23"].summary == "Another."


@pytest.mark.parametrize(
    ("statements", "fault"),
    [
        (("DROP TABLE prices_sources", "DROP TABLE prices"), "The table prices is missing."),
        (("ALTER TABLE sectors DROP COLUMN name_zh",), "The column sectors.name_zh is missing."),
        (
            (
                "DROP TABLE thresholds_sources",
                "DROP TABLE thresholds",
                'CREATE TABLE "thresholds" ("id" INTEGER PRIMARY KEY, "item_id" INTEGER) STRICT',
            ),
            "The column thresholds.item_id has a different definition.",
        ),
        (
            ("DROP TABLE lists_sources", "CREATE TABLE lists_sources (list_id TEXT)"),
            "The table lists_sources has a different definition.",
        ),
        (
            ("ALTER TABLE sectors ADD COLUMN more TEXT AS (upper(name_en))",),
            "The table sectors has a different definition.",
        ),
        (
            ("CREATE INDEX more ON sectors (upper(name_en))",),
            "The file has a computed index: “more”.",
        ),
        (
            ("CREATE INDEX more ON sectors (name_en) WHERE name_en > 'a'",),
            "The file has a computed index: “more”.",
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
        (("DROP VIEW v_suppliers",), "The view or index v_suppliers is missing."),
        (("DROP TABLE search_fts",), "The view or index search_fts is missing."),
        (
            ("DROP VIEW v_prices", "CREATE VIEW v_prices AS SELECT * FROM prices"),
            "The view or index v_prices has a different definition.",
        ),
        (
            ("DROP TABLE search_fts", "CREATE VIRTUAL TABLE search_fts USING fts5 (title, title_zh, body)"),
            "The view or index search_fts has a different definition.",
        ),
        (
            (
                (
                    "CREATE VIEW more AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                    "SELECT * FROM n"
                ),
            ),
            "The file has a view that this version does not use: “more”.",
        ),
        (
            ("CREATE VIRTUAL TABLE more USING fts5 (a)",),
            "The file has a virtual table that this version does not use: “more”.",
        ),
        (
            ("CREATE TRIGGER more AFTER INSERT ON meta BEGIN DELETE FROM prices; END",),
            "The file has a trigger, which is not allowed: “more”.",
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
            "The column measures.effective has an invalid value: “never”.",
        ),
        (
            (f"UPDATE measures SET effective = '9999-12-31' {MEASURE}",),
            "The column measures.effective has an invalid value: “9999-12-31”.",
        ),
        (
            (f"UPDATE measures SET kind = 'ban' {MEASURE}",),
            "The column measures.kind has an invalid value: “ban”.",
        ),
        (
            (f"UPDATE measures SET summary = 'a' || char(27) || '[31m' {MEASURE}",),
            "The column measures.summary has an invalid value: “a\ufffd[31m”.",
        ),
        (
            (f"UPDATE measures SET summary = 'a' || char(0) || 'b' {MEASURE}",),
            "The column measures.summary has an invalid value: “a”.",
        ),
        (
            (f"UPDATE measures SET summary = printf('%.10001c', 'x') {MEASURE}",),
            f"The column measures.summary has an invalid value: “{'x' * 80}…”.",
        ),
        (
            ("UPDATE buyer_codes SET metal_ids = ''",),
            "The column buyer_codes.metal_ids has an invalid value: “”.",
        ),
        (
            ("UPDATE uses SET share_pct = 101 WHERE id = 1",),
            "The column uses.share_pct has an invalid value: “101.0”.",
        ),
        (
            ("UPDATE prices SET value = 9e999 WHERE id = 1",),
            "The column prices.value has an invalid value: “Inf”.",
        ),
        (
            ("UPDATE production SET year = -1 WHERE id = 1",),
            "The column production.year has an invalid value: “-1”.",
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
            "The table measures refers to a key that is missing in the table instruments: “cn-2023-23”.",
        ),
        (
            ("UPDATE uses SET source_ids = source_ids || ';nothing' WHERE id = 1",),
            "The table uses refers to a key that is missing in the table sources: “nothing”.",
        ),
        (
            ("UPDATE claims SET metal_ids = ';' WHERE metal_ids = (SELECT min(metal_ids) FROM claims)",),
            "The table claims refers to a key that is missing in the table metals: “”.",
        ),
        (
            ("UPDATE meta SET value = '2026-10' WHERE key = 'verified_to'",),
            "The edition and the date to which controls were checked are missing.",
        ),
        (
            ("DELETE FROM meta WHERE key = 'verified_note'",),
            "The edition and the date to which controls were checked are missing.",
        ),
    ],
)
def test_missing_keys_are_refused(
    edition_file: Path, tmp_path: Path, statements: tuple[str, ...], fault: str
) -> None:
    assert refusal(changed(edition_file, tmp_path, *statements)) == fault


def test_a_key_that_occurs_twice_is_refused(edition_file: Path, tmp_path: Path) -> None:
    statements = ("DROP INDEX idx_uses_metal_id_use_no", "UPDATE uses SET use_no = 1")
    assert "The table uses has a duplicate key: “" in refusal(changed(edition_file, tmp_path, *statements))


def described(wanted: Callable[[Column], bool]) -> dict[str, list[str]]:
    """Return the wanted columns by table, without those of the keys."""
    columns = {}
    for table in description.read().tables.values():
        keys = {table.row_key, *(table.key if table.without_rowid else ())}
        columns[table.name] = [c.name for c in table.columns.values() if wanted(c) and c.name not in keys]
    return {name: names for name, names in columns.items() if names}


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
        faults = {fault.partition(":")[0].removesuffix(".") for fault in store.differences()}
    for table, names in columns.items():
        for name in names:
            column = f"{table}.{name}"
            missing, invalid = (
                f"A value is missing in the column {column}",
                f"The column {column} has an invalid value",
            )
            assert faults & {missing, invalid}, column


def test_a_missing_key_is_found_in_each_column_of_each_table(
    edition_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns = described(lambda c: bool(c.refers or c.parts_of) and c.type == "TEXT")
    path = with_value(edition_file, tmp_path, "'nothing'", columns)
    monkeypatch.setattr(paths, "data_file", lambda: path)
    with Store.open() as store:
        faults = store.differences()
    for table, names in columns.items():
        start = f"The table {table} refers to a key that is missing in the table "
        assert sum(fault.startswith(start) for fault in faults) == len(names)


def test_bytes_that_are_not_text_are_a_data_file_error(edition_file: Path, tmp_path: Path) -> None:
    for table, column in (("measures", "kind"), ("sources", "title")):
        wrong = f"UPDATE {table} SET {column} = CAST(x'67ff1b5b' AS TEXT)"
        path = changed(edition_file, tmp_path, wrong)
        assert "is damaged" in error(path) or "invalid value" in error(path)


def test_a_copy_of_the_own_file_is_recognised_by_its_checksum(
    edition_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copy(edition_file, tmp_path / "copy.db"))
    monkeypatch.setattr(file_check, "differences", lambda *_: iter(["It was checked."]))
    Store.open(path).close()
    with path.open("ab") as file:
        file.write(b"more")
    assert refusal(path) == "It was checked."
