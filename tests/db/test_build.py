"""The built file: the same bytes each time, every row of the facts, and nothing half-written."""

import hashlib
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import db.build as builder
from db.build import build, value
from db.columns import integer, real, text
from db.csv_tables import DATA
from db.faults import DataFaultsError
from db.schema import APPLICATION_ID, SCHEMA_VERSION
from db.tables import TABLES
from tests.db.edited import EDITION, Copy, facts


def one(database: sqlite3.Connection, query: str) -> object:
    [(found,)] = database.execute(query)
    return found


@pytest.mark.parametrize("seed", ["1", "2"])
def test_two_builds_are_the_same_bytes(edition_file: Path, tmp_path: Path, seed: str) -> None:
    again = tmp_path / "new folder #1" / "again.db"
    # Another process has another order of sets and other temporary names.
    subprocess.run(
        [sys.executable, "-W", "error", "-m", "db", "--out", again, "--facts", EDITION],
        check=True,
        cwd=DATA.parent.parent,
        env={**os.environ, "PYTHONHASHSEED": seed},
        stdout=subprocess.DEVNULL,
    )
    assert again.read_bytes() == edition_file.read_bytes()
    assert {path.name for path in again.parent.iterdir()} == {again.name, f"{again.name}.sha256"}


@pytest.mark.parametrize("name", TABLES)
def test_every_row_is_stored_unchanged(database: sqlite3.Connection, name: str) -> None:
    table = facts()[name]
    columns = ", ".join(f'"{column}"' for column in table.definition.names)
    order = "id" if table.definition.row_key == "id" and not table.definition.without_rowid else None
    keys = ", ".join(f'"{column}"' for column in table.definition.key)
    rows = database.execute(f"SELECT {columns} FROM {name} ORDER BY {order or keys}").fetchall()
    expected = [
        tuple(
            None
            if row[column.name] == ""
            else float(row[column.name])
            if column.kind in ("integer", "real")
            else row[column.name]
            for column in table.definition.columns
        )
        for row in table.rows
    ]
    if name == "meta":
        assert set(expected) <= set(rows)
    else:
        assert rows == expected


def test_meta_names_the_edition_and_its_inputs(database: sqlite3.Connection) -> None:
    meta = dict(database.execute("SELECT key, value FROM meta"))
    lines = []
    for name in sorted(f"{name}.csv" for name in TABLES):
        digest = hashlib.sha256((EDITION / name).read_bytes()).hexdigest()
        assert meta.pop(f"sha256:{name}") == digest
        lines.append(f"{digest}  {name}\n")
    assert meta.pop("sha256") == hashlib.sha256("".join(lines).encode()).hexdigest()
    assert meta.pop("schema") == str(SCHEMA_VERSION)
    assert meta == {row["key"]: row["value"] for row in facts()["meta"].rows}


def test_the_file_has_the_application_id(database: sqlite3.Connection, edition_file: Path) -> None:
    assert one(database, "PRAGMA application_id") == APPLICATION_ID == int.from_bytes(b"MMEx")
    assert one(database, "PRAGMA user_version") == SCHEMA_VERSION
    assert one(database, "PRAGMA journal_mode") == "delete"
    assert one(database, "PRAGMA page_size") == builder.PAGE_SIZE
    assert one(database, "PRAGMA freelist_count") == 0
    assert edition_file.stat().st_mode & stat.S_IROTH


def test_the_checksum_is_in_the_same_folder(edition_file: Path) -> None:
    digest = hashlib.sha256(edition_file.read_bytes()).hexdigest()
    checksum = edition_file.with_name(f"{edition_file.name}.sha256")
    assert checksum.read_bytes() == f"{digest}  {edition_file.name}\n".encode()


def test_the_file_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert one(database, "PRAGMA integrity_check") == "ok"
    assert one(database, "SELECT count(*) FROM sqlite_stat1") != 0


def test_a_build_reports_the_rows_of_each_table(tmp_path: Path) -> None:
    path = tmp_path / "metals.db"
    counts = build(path, EDITION)
    connection = sqlite3.connect(path)
    try:
        assert counts == {name: one(connection, f"SELECT count(*) FROM {name}") for name in counts}
        assert set(TABLES) < set(counts)
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        (integer("c", ""), "12", 12),
        (real("c", ""), "12", 12.0),
        (text("c", ""), "12", "12"),
        (integer("c", ""), "", None),
        (real("c", ""), "", None),
        (text("c", ""), "", None),
    ],
)
def test_a_cell_becomes_a_value_of_its_kind(column: builder.Column, cell: str, expected: object) -> None:
    found = value(column, cell)
    assert (found, type(found)) == (expected, type(expected))


def test_a_failed_check_keeps_the_older_file(tmp_path: Path) -> None:
    output = tmp_path / "out" / "metals.db"
    output.parent.mkdir()
    output.write_bytes(b"older")
    copy = Copy(tmp_path / "in")
    line = copy.set("metals", "gallium", kind="rock")
    with pytest.raises(DataFaultsError, match=rf"metals\.csv:{line}: kind 'rock'") as raised:
        build(output, copy.folder)
    assert len(raised.value.faults) == 1
    assert output.read_bytes() == b"older"
    assert [path.name for path in output.parent.iterdir()] == ["metals.db"]


def test_a_failure_while_writing_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "metals.db"
    output.write_bytes(b"older")

    def fail(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO sectors VALUES ('x', 'X', 'X', 'X')")
        raise sqlite3.IntegrityError("broken")

    monkeypatch.setattr(builder, "require_sound", fail)
    with pytest.raises(sqlite3.IntegrityError, match="broken"):
        build(output, EDITION)
    assert output.read_bytes() == b"older"
    assert [path.name for path in tmp_path.iterdir()] == ["metals.db"]


@pytest.mark.parametrize(
    ("table", "key", "cells", "message"),
    [
        ("uses", "gallium|1", {"source_ids": "none"}, "foreign keys"),
        ("measures", "cn-2023-23", {"instrument_id": "none"}, "foreign keys"),
        ("metals", "gallium", {"name_en": ""}, "NOT NULL"),
        ("buyer_dependence", "DEU|antimony|ore|261710|2021", {"year": "2020"}, "UNIQUE"),
        ("uses", "gallium|2", {"use_no": "1"}, "UNIQUE"),
    ],
)
def test_what_the_schema_refuses_is_not_written(
    tmp_path: Path, table: str, key: str, cells: dict[str, str], message: str
) -> None:
    copy = Copy(tmp_path / "in", table)
    copy.set(table, key, **cells)
    with pytest.raises(sqlite3.IntegrityError, match=message):
        builder.write(tmp_path / "new.db", copy.tables())


def test_a_file_that_is_not_a_table_is_a_fault(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "facts")
    shutil.copyfile(copy.path("metals"), copy.path("metal"))
    with pytest.raises(DataFaultsError) as raised:
        build(tmp_path / "new.db", copy.folder)
    assert str(raised.value) == "metal.csv: The file must have an entry in db/tables."
