"""Cells with names and figures, references, and files."""

import csv
from io import BytesIO, StringIO

from python_calamine import CalamineWorkbook

from explorer.data.contents.cells import cell_text, row_reference, rows_workbook, table_csv, values_workbook
from explorer.data.contents.column_titles import column_title
from explorer.data.contents.key_names import KeyNames
from explorer.data.contents.rows import RowQuery, find_rows
from explorer.data.contents.tables import (
    column_explanation,
    counted_tables,
    described_table,
    described_tables,
)
from explorer.data.store import Store
from tests.data.contents.csv_facts import facts


def workbook(store: Store, name: str, wanted: RowQuery) -> CalamineWorkbook:
    table = described_table(name)
    found = find_rows(store.query, table, KeyNames(store, table), wanted)
    return CalamineWorkbook.from_filelike(BytesIO(rows_workbook(store.query, table, found)))


def shown(store: Store, table: str, column: str, value: object) -> str:
    described = described_table(table)
    return cell_text(described.columns[column], value, KeyNames(store, described))


def test_keys_are_shown_with_their_names(store: Store) -> None:
    assert shown(store, "production", "country_id", "CHL") == "CHL (Chile)"
    assert shown(store, "production", "metal_id", "gallium") == "Gallium"
    assert shown(store, "metals", "metal_id", "gallium") == "gallium"
    assert shown(store, "production", "country_id", "XXX") == "XXX"
    two = shown(store, "metals", "source_ids", "wmd-2026;mofcom-2024-46").split("; ")
    assert [part.partition(" (")[0] for part in two] == ["wmd-2026", "mofcom-2024-46"]
    assert all(part.partition(" (")[2] for part in two)


def test_figures_years_and_flags(store: Store) -> None:
    assert shown(store, "production", "value", 110000.0) == "110\u202f000"
    assert shown(store, "production", "year", 2024) == "2024"
    assert shown(store, "production", "value", None) == ""
    assert shown(store, "production", "value", 0.0) == "0"
    assert shown(store, "production", "flag", "e") == "e (estimated)"


def test_every_column_has_a_title_and_an_explanation() -> None:
    for table in described_tables().values():
        for column in table.columns.values():
            title = column_title(column.name)
            assert title != column.name and title[0].isupper(), column.name
            assert f"({column.name} in the data file)" in column_explanation(column)


def test_every_table_is_counted(store: Store) -> None:
    counts = {t.table.name: t.rows for t in counted_tables(store)}
    assert counts["production"] == len(facts("production"))
    assert counts["buyer_imports"] == len(facts("buyer_imports"))
    assert counts.keys() == described_tables().keys()


def test_a_reference_names_table_key_and_edition(store: Store) -> None:
    table = described_table("disagreements")
    row = [None, "cobalt", "TUR", 2021, "Co content, mine", *[None] * (len(table.columns) - 5)]
    assert list(table.columns)[1:5] == ["metal_id", "country_id", "year", "basis"]
    assert row_reference(store, table, tuple(row)) == (
        f"Minor Metals Explorer, edition {store.edition.data_version}, table disagreements, "
        "row metal_id=cobalt, country_id=TUR, year=2021, basis=Co content, mine"
    )


def test_csv_has_the_columns_and_the_values_of_the_data(store: Store) -> None:
    rows = list(csv.DictReader(StringIO(table_csv(store, "reserves", RowQuery("antimony")))))
    expected = [r for r in facts("reserves") if r["metal_id"] == "antimony"]
    assert len(rows) == len(expected) > 3
    first, given = rows[0], expected[0]
    assert {name: first[name] for name in given} == given


def test_a_workbook_keeps_codes_as_text_and_figures_as_numbers(store: Store) -> None:
    book = workbook(store, "item_codes", RowQuery())
    header, *rows = book.get_sheet_by_index(0).to_python()
    codes = [row[header.index("hs_code")] for row in rows]
    assert codes and all(isinstance(code, str) for code in codes)
    book = workbook(store, "reserves", RowQuery("antimony"))
    header, *rows = book.get_sheet_by_index(0).to_python()
    assert 110000.0 in [row[header.index("value")] for row in rows]


def test_a_column_with_any_text_is_one_of_texts() -> None:
    book = CalamineWorkbook.from_filelike(
        BytesIO(values_workbook("x", ("a", "b"), [("0101", 1), (None, 2.5)]))
    )
    assert book.get_sheet_by_index(0).to_python() == [["a", "b"], ["0101", 1.0], ["", 2.5]]
