"""Rows of tables: filter, sources, order and pieces, compared with the CSV files."""

import pytest

from explorer.data.contents.key_names import KeyNames
from explorer.data.contents.rows import (
    FoundRows,
    RowQuery,
    all_rows,
    find_at_once,
    find_rows,
    finding_query,
    read_rows,
)
from explorer.data.contents.tables import described_table
from explorer.data.store import Store
from explorer.errors import KnownError
from tests.data.contents.csv_facts import citing, facts


def found(store: Store, name: str, wanted: RowQuery) -> FoundRows:
    table = described_table(name)
    return find_rows(store.query, table, KeyNames(store, table), wanted)


def values(store: Store, name: str, wanted: RowQuery) -> list[dict[str, object]]:
    table = described_table(name)
    rows = all_rows(store.query, table, found(store, name, wanted))
    return [dict(zip(table.columns, row, strict=True)) for row in rows]


@pytest.mark.parametrize("name", ["production", "buyer_imports", "metals", "sources", "disagreements"])
def test_without_a_filter_all_rows_come_in_the_order_of_their_keys(store: Store, name: str) -> None:
    key = described_table(name).key
    shown = [tuple(str(row[k]) for k in key) for row in values(store, name, RowQuery())]
    assert sorted(shown) == sorted(tuple(row[k] for k in key) for row in facts(name))
    assert len(shown) == found(store, name, RowQuery()).count


def test_a_word_is_found_in_a_column_and_in_the_name_of_a_key(store: Store) -> None:
    chile = [r for r in facts("production") if r["country_id"] == "CHL"]
    assert chile and {r["country_id"] for r in values(store, "production", RowQuery("chile"))} == {"CHL"}
    assert len(values(store, "production", RowQuery("CHILE"))) == len(chile)
    both = values(store, "production", RowQuery("chile copper"))
    copper = [r for r in chile if r["metal_id"] == "copper"]
    assert len(copper) == sum(r["metal_id"] == "copper" for r in both) > 0 and len(both) < len(chile)
    assert all("copper" in " ".join(map(str, row.values())) for row in both)


def test_the_publisher_of_a_source_finds_the_rows_that_cite_it(store: Store) -> None:
    named = {r["source_id"] for r in facts("sources") if "everbright" in r["publisher"].casefold()}
    cited = [r for r in facts("price_series") if named & set(r["source_ids"].split(";"))]
    shown = values(store, "price_series", RowQuery("everbright"))
    assert cited and {r["series_id"] for r in cited} <= {r["series_id"] for r in shown}


@pytest.mark.parametrize("name", ["production", "prices", "measures"])
def test_rows_that_cite_a_source_are_counted_by_its_id_not_by_part_of_it(store: Store, name: str) -> None:
    for source_id in ("usgs-mcs-2026-data", "mofcom-2024-46", "wmd-2026"):
        assert found(store, name, RowQuery(source_id=source_id)).count == citing(name, source_id)


def test_the_buyer_tables_rest_on_the_sources_of_their_codes(store: Store) -> None:
    assert found(store, "buyer_imports", RowQuery(source_id="cepii-baci")).count == len(
        facts("buyer_imports")
    )
    assert found(store, "buyer_imports", RowQuery(source_id="wmd-2026")).count == 0
    assert found(store, "countries", RowQuery(source_id="wmd-2026")).count == 0


@pytest.mark.parametrize("descending", [False, True])
def test_unknown_values_come_last_in_both_orders(store: Store, descending: bool) -> None:
    rows = values(store, "production", RowQuery("yttrium", sort="value", descending=descending))
    numbers = [r["value"] for r in rows]
    known = [n for n in numbers if n is not None]
    assert None in numbers and numbers == [
        *sorted(known, reverse=descending),
        *[None] * (len(numbers) - len(known)),
    ]


@pytest.mark.parametrize("word", ["%", "_", "\\", "'", '"'])
def test_signs_of_the_query_language_are_ordinary_characters(store: Store, word: str) -> None:
    expected = sum(any(word in value for value in row.values()) for row in facts("trade"))
    assert found(store, "trade", RowQuery(word)).count == expected


def test_the_word_of_a_flag_finds_the_figures_that_have_it(store: Store) -> None:
    flagged = [r for r in facts("prices") if r["flag"] == "e"]
    assert flagged and {r["flag"] for r in values(store, "prices", RowQuery("estimated"))} == {"e"}
    assert found(store, "prices", RowQuery("estimated")).count == len(flagged)


def test_a_filter_of_many_words_is_not_taken_for_a_damaged_file(store: Store) -> None:
    letters = " ".join("abcdefghijklmnoprstuvwxyz" * 9)
    assert (
        found(store, "items", RowQuery(letters)).count == found(store, "items", RowQuery(letters[:49])).count
    )
    assert found(store, "production", RowQuery(" ".join(map(chr, range(0x4E00, 0x4EF0))))).count == 0
    with pytest.raises(KnownError, match="at most 500 characters"):
        found(store, "items", RowQuery("x" * 501))


def test_bytes_of_the_command_line_that_are_not_text_find_nothing(store: Store) -> None:
    assert found(store, "items", RowQuery("gallium\udcff")).count == 0


@pytest.mark.parametrize("name", ["production", "buyer_imports"])
@pytest.mark.parametrize(
    "wanted", [RowQuery("graphite"), RowQuery(sort="year", descending=True), RowQuery("qqq")]
)
def test_keys_read_as_one_text_are_the_same(store: Store, name: str, wanted: RowQuery) -> None:
    table = described_table(name)
    sql, chosen = finding_query(table, KeyNames(store, table), wanted)
    at_once, one_by_one = find_at_once(store.query, table, sql, chosen), found(store, name, wanted)
    assert at_once.count == one_by_one.count
    assert list(at_once.keys or ()) == list(one_by_one.keys or ())


@pytest.mark.parametrize("name", ["production", "buyer_imports"])
@pytest.mark.parametrize("wanted", [RowQuery(), RowQuery("graphite", sort="form")])
def test_pieces_join_to_the_whole(store: Store, name: str, wanted: RowQuery) -> None:
    table, rows = described_table(name), found(store, name, wanted)
    whole = list(all_rows(store.query, table, rows))
    pieces = [r for s in range(0, rows.count, 37) for r in read_rows(store.query, table, rows, s, 37)]
    assert pieces == whole and len(whole) == rows.count
