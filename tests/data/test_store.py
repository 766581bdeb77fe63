"""Rows as records: blocs, columns of the measures, published ranges and words, and files of other schemas."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from explorer.data.controls import legal_records
from explorer.data.store import FEW_SOURCES, SCHEMA_VERSION, Store
from explorer.data.supply import records
from explorer.data.supply.records import PriceSeries, Production, Reserve, Substitute
from explorer.errors import DataFileError

RECORDS = [
    record
    for module in (records, legal_records)
    for record in vars(module).values()
    if isinstance(record, type) and hasattr(record, "TABLE")
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r.__name__)
def test_every_record_reads_every_row_of_its_table(store: Store, record: type) -> None:
    rows = store.rows(record)
    assert len(rows) == store.count(record.TABLE) > 0
    columns = [name for _, name, *_ in store.query(f"PRAGMA table_info({record.TABLE})")]
    assert list(record.__struct_fields__) == [
        c for c in columns if c != "id" or "id" in record.__struct_fields__
    ]


def test_rows_are_selected_by_column_values(store: Store) -> None:
    assert {r.metal_id for r in store.rows(Substitute, metal_id="tin")} == {"tin"}
    assert store.rows(Substitute, metal_id="tin", use="nothing") == ()


@pytest.mark.parametrize("count", [0, 1, FEW_SOURCES, FEW_SOURCES + 1])
def test_named_sources_are_those_of_all(store: Store, edition_file: Path, count: int) -> None:
    ids = list(store.sources)[-count:] if count else []
    with Store.open(edition_file) as other:
        found = other.named_sources(ids)
        assert {i: found[i] for i in ids} == {i: store.sources[i] for i in ids}
        assert "nothing" not in other.named_sources(["nothing"])
        assert ("sources" in vars(other)) is (count > FEW_SOURCES)


def test_the_union_has_27_members(store: Store) -> None:
    assert set(store.bloc_members) == {"EUU"}
    assert len(store.bloc_members["EUU"]) == 27
    assert {"DEU", "FRA", "IRL"} <= store.bloc_members["EUU"] and "GBR" not in store.bloc_members["EUU"]


def test_a_measure_has_its_reach_strictness_and_bloc_members(store: Store) -> None:
    refusal = store.measures["cn-2024-46-2a"]
    assert (refusal.strictness, refusal.reach) == ("in_principle", None)
    assert store.measures["cn-sc-792-14"].reach == "unlisted"
    assert store.measures["cn-2024-46-1-rest"].reach == "listed"
    aimed = store.measures["cn-2026-20"]
    assert (aimed.destination, aimed.destination_members) == ("EUU", store.bloc_members["EUU"])
    assert store.measures["eu-2017-852"].jurisdiction_members == store.bloc_members["EUU"]
    assert refusal.jurisdiction_members == refusal.destination_members == frozenset()


def test_a_target_has_its_coverage(store: Store) -> None:
    indium = store.measures["cn-2025-10"].target("indium")
    assert indium is not None
    assert (indium.covers, indium.phrase) == (
        "forms",
        "indium phosphide, trimethylindium, triethylindium, with technology",
    )


def test_a_published_range_and_a_published_word_are_kept(store: Store) -> None:
    (world,) = store.rows(Production, metal_id="yttrium", country_id="WLD", year=2025)
    assert (world.value, world.low, world.high, world.word) == (None, 10_000.0, 15_000.0, None)
    (rhenium,) = store.rows(Reserve, metal_id="rhenium", country_id="WLD")
    assert (rhenium.value, rhenium.word) == (None, "large")


@pytest.mark.parametrize(
    ("version", "words"), [(SCHEMA_VERSION - 1, "older than"), (SCHEMA_VERSION + 1, "newer than")]
)
def test_a_file_of_another_schema_raises(
    edition_file: Path, tmp_path: Path, version: int, words: str
) -> None:
    path = Path(shutil.copy(edition_file, tmp_path / "other.db"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
        connection.commit()
    with pytest.raises(DataFileError, match=f"has schema {version}, {words} this program supports"):
        Store.open(path)


def refused(_path: Path, *_: object) -> bool:
    raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize("asked", ["is_file", "open"])
def test_a_file_without_read_permission_raises(
    edition_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    path = Path(shutil.copy(edition_file, tmp_path / "a.db"))
    monkeypatch.setattr(Path, asked, refused)
    with pytest.raises(
        DataFileError, match=r"cannot be opened \(Permission denied\)\. Choose another data file"
    ):
        Store.open(path)


@pytest.mark.skipif(os.name != "posix", reason="links and pipes are others on Windows")
def test_a_path_that_is_not_a_file_raises(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "ring").symlink_to(tmp_path / "ring")
    for name, told in (
        ("pipe", "is not a regular file"),
        ("ring", "is missing"),
        (".", "is a folder"),
        ("a\0", r"a\\u0000"),
    ):
        with pytest.raises(DataFileError, match=told):
            Store.open(tmp_path / name)


def test_a_series_without_prices_is_left_out(tmp_path: Path, edition_file: Path) -> None:
    path = Path(shutil.copy(edition_file, tmp_path / "no-prices.db"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM prices")
        connection.commit()
    with Store.open(path, is_checked=True) as store:
        assert store.rows(PriceSeries) and not any(store.price_series(m) for m in store.metals)
