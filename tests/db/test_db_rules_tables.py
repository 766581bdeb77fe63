"""Rules of every table, each broken once in a copy of the facts."""

from pathlib import Path

import pytest
from edited import Copy, facts, line_of

from db import rules_tables as rules
from db.check import Rule

LICENCE = "cn-2023-23"

ONE_CELL = [
    (rules.cells, "metals", "gallium", "kind", "rock", "The word is one of: element, mineral"),
    (rules.cells, "metals", "gallium", "summary", "", "The cell is not empty."),
    (rules.cells, "metals", "gallium", "symbol", "ga", "The text has the shape"),
    (rules.cells, "metals", "gallium", "confidence", "certain", "The word is one of: high, medium, low."),
    (rules.cells, "metals", "gallium", "density_g_cm3", "5,9", "The cell is a plain number."),
    (rules.cells, "metals", "gallium", "atomic_number", "31.0", "The cell is a plain whole number."),
    (rules.cells, "metals", "gallium", "melting_point_c", "-300", "The number is at least -273.15."),
    (rules.cells, "uses", "aluminium|1", "share_pct", "101", "The number is at most 100."),
    (rules.cells, "sectors", "other", "name_en", "Other ", "A text has no white space at its ends"),
    (rules.cells, "measures", LICENCE, "announced", "2023-02-30", "A date is YYYY, YYYY-MM or YYYY-MM-DD"),
    (rules.cells, "market_events", "2022-02-18|rare-earths|", "date", "2022-02", "A day is YYYY-MM-DD"),
    (rules.cells, "claims", "apt-licence", "as_of", "2025/2024", "A period is a date, or two dates"),
    (rules.cells, "item_codes", "cn-2023-23-1-1|", "hs_code", "811292901", "The text has the shape"),
    (rules.references, "uses", "aluminium|1", "metal_id", "unobtainium", "The id stands in metals.csv."),
    (rules.references, "metals", "gallium", "member_of", "nobody", "The id stands in metals.csv."),
    (rules.references, "items", "cn-1998-245-1a225", "measure_id", "none", "The id stands in measures.csv."),
    (rules.references, "instruments", LICENCE, "jurisdiction", "XXX", "The id stands in countries.csv."),
    (rules.references, "measures", LICENCE, "instrument_id", "none", "The id stands in instruments.csv."),
    (rules.destinations, "measures", LICENCE, "destination", "CHN-MIL", "A destination is ALL, a country id"),
    (rules.translations, "texts_zh", "metals|gallium|kind", "file", "stones", "The file is a table or"),
    (
        rules.translations,
        "texts_zh",
        "metals|gallium|kind",
        "column",
        "colour",
        "The column is one of metals.csv.",
    ),
    (rules.translations, "texts_zh", "metals|gallium|kind", "key", "none", "The key stands in metals.csv."),
    (
        rules.translations,
        "texts_zh",
        "metals|gallium|kind",
        "column",
        "note",
        "The English cell is not empty.",
    ),
    (rules.translations, "texts_zh", "vocabulary|alumina|form", "key", "mud", "The word stands in a column"),
    (
        rules.translations,
        "texts_zh",
        "vocabulary|alumina|form",
        "column",
        "colour",
        "The column is one of a table.",
    ),
]


def _full_key(table: str, key: str) -> str:
    """Return the first key that begins like this, for keys too long to write out."""
    sheet = facts()[table]
    keys = ("|".join(row.key(sheet.table)) for row in sheet.rows)
    return next(known for known in keys if known == key or (key.endswith("|") and known.startswith(key)))


@pytest.mark.parametrize(("rule", "table", "key", "column", "value", "says"), ONE_CELL)
def test_one_wrong_cell_is_one_fault(
    tmp_path: Path, rule: Rule, table: str, key: str, column: str, value: str, says: str
) -> None:
    copy = Copy(tmp_path, table)
    line = copy.set(table, _full_key(table, key), **{column: value})
    sheets = copy.sheets()
    [fault] = rule({table: sheets[table]} if rule is rules.cells else sheets)
    assert (fault.file, fault.line, fault.column) == (f"{table}.csv", line, column)
    assert fault.rule.startswith(says)
    assert fault.value == value


@pytest.mark.parametrize(
    ("rule", "table", "key", "column", "value", "part", "says"),
    [
        (
            rules.sources,
            "uses",
            "aluminium|1",
            "source_ids",
            "lc-2026;none",
            "none",
            "Each source id stands in",
        ),
        (rules.sources, "uses", "aluminium|1", "source_ids", "lc-2026;", "", "Each source id stands in"),
        (
            rules.sources,
            "uses",
            "aluminium|1",
            "source_ids",
            "lc-2026;lc-2026",
            None,
            "A list names nothing twice.",
        ),
        (
            rules.metal_lists,
            "claims",
            "apt-licence",
            "metal_ids",
            "tungsten;tin-foil",
            "tin-foil",
            "Each metal id",
        ),
        (
            rules.metal_lists,
            "metals",
            "gallium",
            "by_product_of",
            "luck;zinc",
            "luck",
            "Each host is a metal",
        ),
    ],
)
def test_each_part_of_a_list_resolves_once(
    tmp_path: Path, rule: Rule, table: str, key: str, column: str, value: str, part: str | None, says: str
) -> None:
    copy = Copy(tmp_path, table)
    line = copy.set(table, key, **{column: value})
    [fault] = rule(copy.sheets())
    assert (fault.file, fault.line, fault.column) == (f"{table}.csv", line, column)
    assert fault.value == (value if part is None else part)
    assert fault.rule.startswith(says)


def test_a_fact_without_a_source_is_a_fault(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "uses")
    line = copy.set("uses", "aluminium|1", source_ids="")
    [fault] = rules.cells(copy.sheets())
    assert (fault.line, fault.column, fault.rule) == (line, "source_ids", "The cell is not empty.")


def test_a_key_occurs_once(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "metals")
    line = copy.insert("metals", "gallium", name_en="Gallium again")
    [fault] = rules.keys(copy.sheets())
    assert (fault.line, fault.column, fault.value) == (line, "metal_id", "gallium")
    assert fault.rule == f"A key occurs once; line {line - 1} has this one already."


def test_rows_stand_in_the_order_of_their_keys(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "uses")
    copy.remove("uses", "aluminium|2")
    line = line_of("uses", "aluminium|3")
    rows = copy.rows("uses")
    rows.insert(line, ["aluminium", "2", *rows[line - 1][2:]])
    copy.write("uses", rows)
    [fault] = rules.keys(copy.sheets())
    assert (fault.line, fault.column, fault.value) == (line + 1, "metal_id,use_no", "aluminium|2")
    assert fault.rule == "Rows stand in the order of their keys."


def test_numbers_in_keys_are_ordered_as_numbers() -> None:
    numbers = [row["use_no"] for row in facts()["uses"].rows if row["metal_id"] == "gallium"]
    assert numbers == sorted(numbers, key=int)
    assert not list(rules.keys(facts()))


def test_an_official_chinese_title_is_not_translated(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "instruments")
    copy.set("instruments", "cd-cobalt-2025-quota", title_zh="钴出口配额")
    [fault] = rules.translations(copy.sheets())
    line = line_of("texts_zh", "instruments|cd-cobalt-2025-quota|title_zh")
    assert (fault.file, fault.line, fault.column) == ("texts_zh.csv", line, "column")
    assert fault.rule == "A title is translated where the document has no Chinese title."


def test_a_translation_may_be_out_of_date(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "metals")
    copy.set("metals", "gallium", summary="A changed text.")
    assert not list(rules.translations(copy.sheets()))
