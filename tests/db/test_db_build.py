"""The built file: the same bytes twice, every row of the facts, sound links, and nothing half-written."""

import hashlib
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from db.rows import DATA, split_list
from edited import Copy, facts

import db.build as builder
from db.build import APPLICATION_ID, SCHEMA_VERSION, build
from db.faults import DataFaultsError
from db.tables import TABLES

FACTS = sorted(name for name, table in TABLES.items() if table.is_sourced)


def _one(database: sqlite3.Connection, query: str, *values: object) -> object:
    [(found,)] = database.execute(query, values)
    return found


def test_two_builds_are_the_same_bytes(data_file: Path, tmp_path: Path) -> None:
    again = tmp_path / "new folder #1" / "again.db"
    # Another process has another order of sets and other temporary names.
    subprocess.run(
        [sys.executable, "-W", "error", "-m", "db", "--out", again],
        check=True,
        cwd=DATA.parent.parent,
        stdout=subprocess.DEVNULL,
    )
    assert again.read_bytes() == data_file.read_bytes()
    assert list(again.parent.iterdir()) == [again]


@pytest.mark.parametrize("table", sorted(set(TABLES) - {"meta"}))
def test_every_row_of_a_file_is_a_row_of_its_table(database: sqlite3.Connection, table: str) -> None:
    assert _one(database, f"SELECT count(*) FROM {table}") == len(facts()[table].rows)


def test_cells_arrive_as_they_stand(database: sqlite3.Connection) -> None:
    for name, sheet in facts().items():
        columns = ", ".join(sheet.table.names)
        order = "id" if sheet.table.row_key == "id" else "rowid"
        numeric = [column.kind in ("integer", "real") for column in sheet.table.columns]
        rows = database.execute(f"SELECT {columns} FROM {name} ORDER BY {order}")
        for row, found in zip(sheet.rows, rows, strict=name != "meta"):
            cells = [row[column] for column in sheet.table.names]
            expected = [
                None if cell == "" else float(cell) if is_number else cell
                for cell, is_number in zip(cells, numeric, strict=True)
            ]
            assert list(found) == expected


def test_meta_names_the_edition_and_its_inputs(database: sqlite3.Connection) -> None:
    meta = dict(database.execute("SELECT key, value FROM meta"))
    assert meta["schema"] == str(SCHEMA_VERSION)
    assert {row["key"]: row["value"] for row in facts()["meta"].rows}.items() <= meta.items()
    for name in TABLES:
        digest = hashlib.sha256((DATA / f"{name}.csv").read_bytes()).hexdigest()
        assert meta[f"sha256:{name}.csv"] == digest
    assert len(meta["sha256"]) == 64
    assert len(meta) == len(facts()["meta"].rows) + len(TABLES) + 2


def test_the_file_is_ours_and_small_enough(database: sqlite3.Connection, data_file: Path) -> None:
    assert _one(database, "PRAGMA application_id") == APPLICATION_ID == int.from_bytes(b"MMEx")
    assert _one(database, "PRAGMA user_version") == SCHEMA_VERSION
    assert _one(database, "PRAGMA journal_mode") == "delete"
    assert data_file.stat().st_size < 14_000_000
    assert data_file.stat().st_mode & stat.S_IROTH


def test_the_file_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert _one(database, "PRAGMA integrity_check") == "ok"
    assert _one(database, "SELECT count(*) FROM sqlite_stat1") != 0


@pytest.mark.parametrize("table", FACTS)
def test_source_links_are_complete(database: sqlite3.Connection, table: str) -> None:
    key = TABLES[table].row_key
    links: dict[object, list[str]] = {}
    for of, source in database.execute(
        f"SELECT {key}, source_id FROM {table}_sources ORDER BY {key}, position"
    ):
        links.setdefault(of, []).append(source)
    expected = {
        of: split_list(cell) for of, cell in database.execute(f"SELECT {key}, source_ids FROM {table}")
    }
    assert links == expected


@pytest.mark.parametrize(
    ("link", "table", "key", "column", "part"),
    [
        ("claims_metals", "claims", "claim_id", "metal_ids", "metal_id"),
        ("metals_by_product_of", "metals", "metal_id", "by_product_of", "host"),
        ("items_control_codes", "items", "item_id", "control_code", "control_code"),
    ],
)
def test_lists_in_cells_are_rows_too(
    database: sqlite3.Connection, link: str, table: str, key: str, column: str, part: str
) -> None:
    links: dict[str, list[str]] = {}
    for of, value in database.execute(f"SELECT {key}, {part} FROM {link} ORDER BY {key}, position"):
        links.setdefault(of, []).append(value)
    cells = database.execute(f"SELECT {key}, {column} FROM {table} WHERE {column} IS NOT NULL")
    assert links == {of: split_list(cell) for of, cell in cells}


def test_a_host_that_is_no_metal_has_no_metal_id(database: sqlite3.Connection) -> None:
    rows = database.execute("SELECT DISTINCT host FROM metals_by_product_of WHERE host_metal_id IS NULL")
    assert rows.fetchall() == [("coal",)]


def test_destinations_are_everybody_countries_and_military_users(database: sqlite3.Connection) -> None:
    rows = dict(database.execute("SELECT destination_id, country_id FROM destinations"))
    assert rows["ALL"] is None
    assert (rows["USA"], rows["USA-MIL"], rows["JPN-MIL"]) == ("USA", "USA", "JPN")
    assert set(rows) == {row["destination"] for row in facts()["measures"].rows}


def test_codes_have_their_digits(database: sqlite3.Connection) -> None:
    assert _one(database, "SELECT count(*) FROM item_codes WHERE digits <> hs_code") == 0


@pytest.mark.parametrize(
    ("view", "table"), [("v_measures", "measures"), ("v_codes", "item_codes"), ("v_prices", "prices")]
)
def test_views_show_every_row_once(database: sqlite3.Connection, view: str, table: str) -> None:
    assert _one(database, f"SELECT count(*) FROM {view}") == len(facts()[table].rows)


def test_measures_are_shown_with_rank_and_metals(database: sqlite3.Connection) -> None:
    row = database.execute(
        "SELECT jurisdiction, kind, rank, metal_ids FROM v_measures WHERE measure_id = 'cn-2023-23'"
    ).fetchone()
    assert row == ("CHN", "licence", 7, "gallium;germanium")
    assert _one(database, "SELECT count(*) FROM v_measures WHERE rank IS NULL") == 0


def test_latest_production_has_one_year_and_shares_of_the_total(database: sqlite3.Connection) -> None:
    rows = database.execute(
        "SELECT country_id, year, share_pct FROM v_latest_production "
        "WHERE metal_id = 'gallium' AND stage = 'primary' AND publisher = 'usgs'"
    ).fetchall()
    shares = {country: share for country, _, share in rows}
    assert {year for _, year, _ in rows} == {2025}
    assert shares["CHN"] > 95
    assert shares["WLD"] is None


def _broken(folder: Path) -> Path:
    Copy(folder).set("metals", "gallium", kind="rock")
    return folder


def test_a_failed_check_leaves_the_older_file_alone(tmp_path: Path) -> None:
    output, folder = tmp_path / "out" / "metals.db", tmp_path / "in"
    folder.mkdir()
    output.parent.mkdir()
    output.write_bytes(b"older")
    with pytest.raises(DataFaultsError, match=r"metals\.csv:\d+: kind 'rock'") as raised:
        build(output, _broken(folder))
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

    monkeypatch.setattr(builder, "read_all", lambda folder: facts())
    monkeypatch.setattr(builder.check, "check", lambda sheets: [])
    monkeypatch.setattr(builder, "_require_sound", fail)
    with pytest.raises(sqlite3.IntegrityError, match="broken"):
        build(output)
    assert output.read_bytes() == b"older"
    assert [path.name for path in tmp_path.iterdir()] == ["metals.db"]


def test_what_constraints_refuse_is_not_written(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    copy = Copy(folder, "uses")
    copy.set("uses", "aluminium|1", source_ids="none")
    with pytest.raises(sqlite3.IntegrityError, match="foreign keys"):
        builder.write(tmp_path / "new.db", copy.sheets())
