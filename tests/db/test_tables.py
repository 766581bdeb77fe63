"""The description of the tables is complete and agrees with itself."""

import re

import pytest

from db.columns import DATE_KINDS, FIRST_YEAR, LAST_YEAR, Table
from db.derived import ALL_TABLES
from db.tables import TABLES

KINDS = {"text", "integer", "real", "date", "day", "period"}
BELOW_ZERO = {"melting_point_c", "boiling_point_c"}


@pytest.mark.parametrize("table", ALL_TABLES, ids=lambda table: table.name)
def test_a_table_has_a_title_a_description_and_a_key(table: Table) -> None:
    assert table.title and table.description.endswith((".", "…"))
    assert len(set(table.names)) == len(table.names)
    assert set(table.key) <= set(table.names)
    assert all(set(columns) <= set(table.names) for columns in table.indexes)
    # What is looked up by the beginning of the key needs no index of its own.
    assert all(columns != table.key[: len(columns)] for columns in table.indexes)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_keys_are_never_empty(table: Table) -> None:
    # A limit may be a number without a unit; the check of the keys accepts an empty cell.
    empty = {column.name for column in table.columns if column.name in table.key and not column.required}
    assert empty <= ({"unit"} if table.name == "thresholds" else set())


@pytest.mark.parametrize("table", ALL_TABLES, ids=lambda table: table.name)
def test_each_column_has_a_description(table: Table) -> None:
    for column in table.columns:
        assert column.description, column
        assert column.kind in KINDS, column
        assert len(set(column.words)) == len(column.words), column
        re.compile(column.pattern)
        is_number = column.kind in ("integer", "real")
        years = (FIRST_YEAR, LAST_YEAR) if column.kind in DATE_KINDS else (None, None)
        assert is_number or (column.low, column.high) == years, column
        assert not (column.words and (column.pattern or is_number)), column


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_numbers_have_a_lower_bound_and_shares_are_of_a_hundred(table: Table) -> None:
    for column in table.columns:
        if column.kind in ("integer", "real"):
            assert column.low is not None, column
            assert column.low >= 0 or column.name in BELOW_ZERO, column
        if column.name.endswith("_pct"):
            assert (column.unit, column.low, column.high) == ("%", 0, 100), column


@pytest.mark.parametrize("name", [name for name, table in TABLES.items() if table.is_sourced])
def test_a_fact_has_a_confidence_and_sources(name: str) -> None:
    columns = {column.name: column for column in TABLES[name].columns}
    confidence, sources = columns["confidence"], columns["source_ids"]
    assert (confidence.required, confidence.words) == (True, ("high", "medium", "low"))
    assert (sources.required, sources.splits) == (True, True)


def test_every_cell_of_a_metal_country_source_or_measure_is_a_reference() -> None:
    keys = {"metal_id": "metals", "country_id": "countries", "measure_id": "measures", "item_id": "items"}
    keys |= {"instrument_id": "instruments", "party_id": "parties", "series_id": "price_series"}
    for name, table in TABLES.items():
        for column in table.columns:
            if column.name in keys and keys[column.name] != name:
                assert column.refers == keys[column.name], (name, column.name)
