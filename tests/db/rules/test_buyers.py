"""The rules of the buyer tables, each broken once in a copy of the edition."""

from pathlib import Path

import pytest

from db.check import Rule
from db.faults import Fault
from db.rules import buyers as rules
from tests.db.edited import Copy, facts, key_of, line_of, the_fault

# One buyer, heading and year with a few suppliers.
GROUP = "DEU|antimony|ore|261710|2021"
SUPPLIER = f"{GROUP}|NLD"
HEADING = "261710"
REFUSED = key_of("buyer_codes", lambda row: row["use"] == "no")
WANTED = key_of("buyer_codes", lambda row: row["use"] == "wanted")
CHINESE = key_of("buyer_dependence", lambda row: float(row["share_chn_pct"] or 0) > 1)

USE = "The code must have the use “yes” or “labelled”."
TONNES = "Tonnes and the share of tonnes must be given together."
SUM = "The share must equal China's plus Hong Kong's."

ONE_ROW = [
    (
        rules.headings,
        "buyer_imports",
        SUPPLIER,
        {"metal_id": "tin"},
        "metal_id",
        "The metal must be the first metal of the code.",
    ),
    (
        rules.headings,
        "buyer_imports",
        SUPPLIER,
        {"form": "metal"},
        "form",
        "The form must be that of buyer_codes.csv.",
    ),
    (
        rules.headings,
        "buyer_dependence",
        GROUP,
        {"metal_id": "tin"},
        "metal_id",
        "The metal must be the first metal of the code.",
    ),
    (
        rules.headings,
        "buyer_dependence",
        GROUP,
        {"form": "metal"},
        "form",
        "The form must be that of buyer_codes.csv.",
    ),
    (
        rules.suppliers,
        "buyer_imports",
        SUPPLIER,
        {"partner": "DEU"},
        "partner",
        "A buyer and its members cannot be suppliers.",
    ),
    (rules.dependence, "buyer_dependence", GROUP, {"total_t": ""}, "share_chn_pct", TONNES),
    (rules.dependence, "buyer_dependence", GROUP, {"share_chn_pct": ""}, "share_chn_pct", TONNES),
    (rules.dependence, "buyer_dependence", GROUP, {"share_chn_hkg_pct": "1"}, "share_chn_hkg_pct", SUM),
    (rules.dependence, "buyer_dependence", GROUP, {"share_hkg_pct": "1"}, "share_chn_hkg_pct", SUM),
    (rules.dependence, "buyer_dependence", CHINESE, {"share_chn_pct": "0"}, "share_chn_hkg_pct", SUM),
]


@pytest.mark.parametrize(("rule", "table", "key", "cells", "column", "sentence"), ONE_ROW)
def test_one_wrong_row_is_one_fault(
    tmp_path: Path, rule: Rule, table: str, key: str, cells: dict[str, str], column: str, sentence: str
) -> None:
    copy = Copy(tmp_path, table)
    line = copy.set(table, key, **cells)
    assert the_fault(rule(copy.tables()), f"{table}.csv", line, column).rule == sentence


@pytest.mark.parametrize("use", ["no", "wanted"])
def test_rows_use_headings_that_are_shown(tmp_path: Path, use: str) -> None:
    copy = Copy(tmp_path, "buyer_codes")
    copy.set("buyer_codes", HEADING, use=use)
    expected = {
        (f"{name}.csv", row.line, "hs_code", HEADING, USE)
        for name in ("buyer_imports", "buyer_dependence")
        for row in facts()[name].rows
        if row["hs_code"] == HEADING
    }
    found = {(f.file, f.line, f.column, f.value, f.rule) for f in rules.headings(copy.tables())}
    assert found == expected and len(found) > 2


@pytest.mark.parametrize("heading", [REFUSED, WANTED])
def test_a_row_of_a_heading_that_is_not_shown_is_a_fault(tmp_path: Path, heading: str) -> None:
    copy = Copy(tmp_path, "buyer_imports")
    of = next(row for row in facts()["buyer_codes"].rows if row["hs_code"] == heading)
    metal = of["metal_ids"].split(";")[0]
    line = copy.set("buyer_imports", SUPPLIER, hs_code=heading, metal_id=metal, form=of["form"])
    assert the_fault(rules.headings(copy.tables()), "buyer_imports.csv", line, "hs_code").rule == USE


def test_a_labelled_heading_is_shown_and_an_unknown_one_is_left_to_the_references(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "buyer_codes", "buyer_imports")
    copy.set("buyer_codes", HEADING, use="labelled")
    copy.set("buyer_imports", SUPPLIER, hs_code="999999")
    assert not list(rules.headings(copy.tables()))


def test_members_of_a_bloc_are_not_its_suppliers(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "buyer_imports")
    key = key_of("buyer_imports", lambda row: row["buyer"] == "EUU" and row["partner"] == "USA")
    line = copy.set("buyer_imports", key, partner="FRA")
    fault = the_fault(rules.suppliers(copy.tables()), "buyer_imports.csv", line, "partner")
    assert (fault.value, fault.rule) == ("FRA", "A buyer and its members cannot be suppliers.")


@pytest.mark.parametrize(("share", "is_fault"), [("90", True), ("73.9", False), ("74.1", True), ("60", True)])
def test_shares_of_suppliers_add_up_to_a_hundred(tmp_path: Path, share: str, is_fault: bool) -> None:
    copy = Copy(tmp_path, "buyer_imports")
    copy.set("buyer_imports", SUPPLIER, share_pct=share)
    first = min(
        row.line for row in facts()["buyer_imports"].rows if "|".join(row.cells.values()).startswith(GROUP)
    )
    found = list(rules.suppliers(copy.tables()))
    rule = "The shares of one buyer, code and year must add up to 100."
    assert [(f.file, f.line, f.column, f.rule) for f in found] == (
        [("buyer_imports.csv", first, "share_pct", rule)] if is_fault else []
    )


def test_shares_may_all_be_unknown(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "buyer_imports")
    header, *rows = copy.rows("buyer_imports")
    place = header.index("share_pct")
    for row in rows:
        row[place] = ""
    copy.write("buyer_imports", [header, *rows])
    assert not list(rules.suppliers(copy.tables()))


def test_suppliers_have_a_total(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "buyer_dependence")
    copy.remove("buyer_dependence", GROUP)
    first = min(
        row.line for row in facts()["buyer_imports"].rows if "|".join(row.cells.values()).startswith(GROUP)
    )
    fault = the_fault(rules.suppliers(copy.tables()), "buyer_imports.csv", first, "buyer")
    assert fault.rule == "The rows must have a total in buyer_dependence.csv."


def test_a_total_has_suppliers(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "buyer_dependence")
    line = copy.insert("buyer_dependence", GROUP, year="1999")
    rule = "A total must have suppliers in buyer_imports.csv."
    assert list(rules.suppliers(copy.tables())) == [Fault("buyer_dependence.csv", line, "buyer", "DEU", rule)]


def test_tonnes_may_be_unknown_with_all_their_shares(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "buyer_dependence")
    shares = ("total_t", "share_chn_pct", "share_hkg_pct", "share_chn_hkg_pct")
    copy.set("buyer_dependence", GROUP, **dict.fromkeys(shares, ""))
    assert not list(rules.dependence(copy.tables()))


def test_the_edition_breaks_none_of_these_rules() -> None:
    assert line_of("buyer_imports", SUPPLIER)
    for rule in (rules.headings, rules.coverage, rules.suppliers, rules.dependence):
        assert not list(rule(facts()))


# Whether measures cover headings.
COVERAGE = "261710|antimony|cn-2024-33"
TARGET = "cn-2024-33|antimony"
ROW_MISSING = "The measure must have a row for code 261710 in buyer_code_measures.csv."


@pytest.mark.parametrize(
    ("cells", "column", "rule"),
    [
        ({"metal_id": "tin"}, "metal_id", "The metal must be the first metal of the code."),
        (
            {"measure_id": "cn-2025-18"},
            "measure_id",
            "The measure must name the metal or list an item of it.",
        ),
        ({"hs_code": "811000"}, "hs_code", USE),
    ],
)
def test_a_row_on_coverage_fits_its_heading_and_its_measure(
    tmp_path: Path, cells: dict[str, str], column: str, rule: str
) -> None:
    copy = Copy(tmp_path, "buyer_code_measures")
    line = copy.set("buyer_code_measures", COVERAGE, **cells)
    assert (line, column, rule) in [(f.line, f.column, f.rule) for f in rules.coverage(copy.tables())]


def test_coverage_is_of_licences_and_bans_only(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "measures")
    copy.set("measures", "cn-2024-33", kind="quota")
    faults = [(f.column, f.value, f.rule) for f in rules.coverage(copy.tables())]
    assert ("measure_id", "cn-2024-33", "The measure must be a licence or a ban.") in faults


def test_every_licence_or_ban_on_the_metal_of_a_shown_heading_has_a_row(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "buyer_code_measures")
    copy.remove("buyer_code_measures", COVERAGE)
    fault = the_fault(
        rules.coverage(copy.tables()), "measure_metals.csv", line_of("measure_metals", TARGET), "measure_id"
    )
    assert (fault.value, fault.rule) == ("cn-2024-33", ROW_MISSING)


def test_headings_that_are_not_shown_need_no_row(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "buyer_codes", "buyer_code_measures")
    copy.set("buyer_codes", HEADING, use="no")
    for row in facts()["buyer_code_measures"].rows:
        if row["hs_code"] == HEADING:
            copy.remove("buyer_code_measures", "|".join((HEADING, row["metal_id"], row["measure_id"])))
    assert not list(rules.coverage(copy.tables()))


def test_a_special_form_may_have_a_row(tmp_path: Path) -> None:
    """Tungsten powder is an item of Order 361 of 2002, which names no metal."""
    assert line_of("buyer_code_measures", "810110|tungsten|cn-2002-361")
    copy = Copy(tmp_path, "buyer_code_measures")
    copy.remove("buyer_code_measures", "810110|tungsten|cn-2002-361")
    assert not list(rules.coverage(copy.tables()))
