"""The rules of the figures, each broken once in a copy of the edition."""

from pathlib import Path

import pytest

from db.check import Rule
from db.rules import figures as rules
from tests.db.edited import Copy, facts, key_of, line_of, the_fault

GALLIUM = "gallium|primary|low-purity gallium|{}|2025|usgs"
WITHHELD = key_of("production", lambda row: row["flag"] == "W" and not row["note"])
PUBLISHED_RANGE = key_of("production", lambda row: row["low"] and not row["value"])
PRICE_RANGE = key_of("prices", lambda row: row["low"])
RATIO = key_of("disagreements", lambda row: row["ratio_of"] == "wmd/usgs" and row["ratio"])
ZERO = key_of("disagreements", lambda row: row["ratio_of"] == "wmd/usgs" and not row["ratio"])
RELIANCE = key_of("dependence", lambda row: row["net_import_reliance_pct"] and row["imports"])
NO_RELIANCE = key_of("dependence", lambda row: row["qualifier"] == "net exporter")
WORDED = key_of("reserves", lambda row: row["word"])
COUNTED = key_of("reserves", lambda row: row["value"])
TRADE = key_of("trade", lambda row: row["partner"] == "WLD" and row["value_usd"] and not row["quantity"])
CAPACITY = key_of("producers", lambda row: row["capacity"])
NO_CAPACITY = key_of("producers", lambda row: not row["capacity"])
PLANNED = key_of("projects", lambda row: row["planned_capacity"])
SERIES = "antimony-china-everbright"

ORDER = "Low, value and high must be in ascending order."
ENDS = "Low and high must be given together."
EMPTY = "An empty value must have the flag W, a range, a word or a note."
EITHER = "A row must have a value or the word that was published, not both."
RELIANCE_RULE = "The row must have a figure, or the qualifier “net exporter” or “not available”."
CAPACITY_RULE = "Capacity and unit must be given together."

ONE_ROW = [
    (
        rules.metals,
        "metals",
        "gallium",
        {"member_of": "zinc"},
        "member_of",
        "A metal must be a member of a group.",
    ),
    (rules.metals, "metals", "gallium", {"symbol": ""}, "atomic_number", "Symbol and atomic number"),
    (
        rules.metals,
        "metals",
        "gallium",
        {"atomic_number": ""},
        "atomic_number",
        "Symbol and atomic number",
    ),
    (
        rules.production,
        "production",
        GALLIUM.format("CHN"),
        {"unit": "t"},
        "unit",
        "The rows of one table must have one",
    ),
    (
        rules.production,
        "production",
        GALLIUM.format("WLD"),
        {"value": "1"},
        "value",
        "The countries must add up to the",
    ),
    (
        rules.production,
        "production",
        GALLIUM.format("CHN"),
        {"value": "1"},
        None,
        "The countries must add up to the",
    ),
    (rules.production, "production", WITHHELD, {"value": "1"}, "flag", "A withheld value (W) must be empty."),
    (rules.production, "production", WITHHELD, {"flag": ""}, "value", EMPTY),
    (rules.production, "production", GALLIUM.format("WLD"), {"value": "", "note": ""}, "value", EMPTY),
    (rules.production, "production", PUBLISHED_RANGE, {"low": "", "high": "", "note": ""}, "value", EMPTY),
    (rules.production, "production", PUBLISHED_RANGE, {"high": ""}, "low", ENDS),
    (rules.production, "production", PUBLISHED_RANGE, {"low": ""}, "low", ENDS),
    (rules.production, "production", PUBLISHED_RANGE, {"low": "20000"}, "low", ORDER),
    (rules.production, "production", PUBLISHED_RANGE, {"value": "9000"}, "low", ORDER),
    (rules.production, "production", PUBLISHED_RANGE, {"value": "16000"}, "low", ORDER),
    (
        rules.disagreements,
        "disagreements",
        RATIO,
        {"ratio": "99"},
        "ratio",
        "The ratio must match the figures, ",
    ),
    (
        rules.disagreements,
        "disagreements",
        RATIO,
        {"ratio": ""},
        "ratio",
        "The ratio must match the figures, ",
    ),
    (rules.disagreements, "disagreements", RATIO, {"ratio_of": "usgs/wmd"}, "ratio", "The ratio must match"),
    (
        rules.disagreements,
        "disagreements",
        RATIO,
        {"wmd": ""},
        "ratio_of",
        "Both figures of the ratio must be given.",
    ),
    (
        rules.disagreements,
        "disagreements",
        ZERO,
        {"usgs": "1"},
        "ratio",
        "The ratio must match the figures, ",
    ),
    (rules.reserves, "reserves", WORDED, {"word": ""}, "value", EITHER),
    (rules.reserves, "reserves", COUNTED, {"word": "large"}, "value", EITHER),
    (rules.reserves, "reserves", COUNTED, {"value": ""}, "value", EITHER),
    (rules.dependence, "dependence", RELIANCE, {"unit": ""}, "unit", "A quantity must have a unit."),
    (
        rules.dependence,
        "dependence",
        RELIANCE,
        {"qualifier": "net exporter"},
        "net_import_reliance_pct",
        RELIANCE_RULE,
    ),
    (
        rules.dependence,
        "dependence",
        RELIANCE,
        {"net_import_reliance_pct": ""},
        "net_import_reliance_pct",
        RELIANCE_RULE,
    ),
    (
        rules.dependence,
        "dependence",
        NO_RELIANCE,
        {"qualifier": ">"},
        "net_import_reliance_pct",
        RELIANCE_RULE,
    ),
    (rules.trade, "trade", TRADE, {"value_usd": ""}, "quantity", "A trade must have a quantity or a value."),
    (rules.trade, "trade", TRADE, {"partner": "USA"}, "partner", "Partner and reporter must differ."),
    (rules.sites, "producers", CAPACITY, {"unit": ""}, "unit", CAPACITY_RULE),
    (rules.sites, "producers", NO_CAPACITY, {"unit": "t"}, "unit", CAPACITY_RULE),
    (rules.sites, "projects", PLANNED, {"unit": ""}, "unit", CAPACITY_RULE),
    (rules.sites, "projects", PLANNED, {"planned_capacity": ""}, "unit", CAPACITY_RULE),
    (rules.prices, "prices", PRICE_RANGE, {"value": "9000000"}, "low", ORDER),
    (rules.prices, "prices", PRICE_RANGE, {"value": "1"}, "low", ORDER),
    (rules.prices, "prices", PRICE_RANGE, {"low": "9000000"}, "low", ORDER),
    (rules.prices, "prices", PRICE_RANGE, {"low": ""}, "low", ENDS),
    (rules.prices, "prices", PRICE_RANGE, {"high": ""}, "low", ENDS),
    (
        rules.prices,
        "price_series",
        SERIES,
        {"points": "4"},
        "points",
        "The number of points must be that of prices.csv, 3",
    ),
    (
        rules.prices,
        "price_series",
        SERIES,
        {"first_date": "2024"},
        "first_date",
        "The first date must be that of ",
    ),
    (
        rules.prices,
        "price_series",
        SERIES,
        {"last_date": "2026"},
        "last_date",
        "The last date must be that of ",
    ),
    (
        rules.prices,
        "price_series",
        SERIES,
        {"currency": "USD"},
        "unit",
        "The unit must begin with the currency.",
    ),
    (
        rules.prices,
        "price_series",
        SERIES,
        {"unit": "t/CNY"},
        "unit",
        "The unit must begin with the currency.",
    ),
]


@pytest.mark.parametrize(("rule", "table", "key", "cells", "column", "sentence"), ONE_ROW)
def test_one_wrong_row_is_one_fault(
    tmp_path: Path, rule: Rule, table: str, key: str, cells: dict[str, str], column: str | None, sentence: str
) -> None:
    copy = Copy(tmp_path, table)
    line = copy.set(table, key, **cells)
    if column is None:  # A country is wrong, and the fault is that of the world total.
        line, column = line_of(table, GALLIUM.format("WLD")), "value"
    assert the_fault(rule(copy.tables()), f"{table}.csv", line, column).rule.startswith(sentence)


@pytest.mark.parametrize(
    ("rule", "table", "key", "cells"),
    [
        (rules.production, "production", PUBLISHED_RANGE, {"value": "12000"}),
        (rules.production, "production", PUBLISHED_RANGE, {"value": "10000", "note": ""}),
        (
            rules.production,
            "production",
            PUBLISHED_RANGE,
            {"low": "", "high": "", "note": "", "word": "small"},
        ),
        (rules.production, "production", WITHHELD, {"flag": "", "word": "small"}),
        (rules.production, "production", WITHHELD, {"flag": "", "note": "No figure was published."}),
        # What is withheld is missing from the sum of the countries.
        (rules.production, "production", GALLIUM.format("CHN"), {"value": "", "flag": "W"}),
        (rules.reserves, "reserves", COUNTED, {"value": "", "word": "large"}),
        (rules.dependence, "dependence", NO_RELIANCE, {"qualifier": "", "net_import_reliance_pct": "0"}),
        (rules.trade, "trade", TRADE, {"value_usd": "", "quantity": "0"}),
        (rules.prices, "prices", PRICE_RANGE, {"low": "", "high": ""}),
        (rules.prices, "price_series", SERIES, {"unit": "1000 CNY/t"}),
        (rules.metals, "metals", "gallium", {"member_of": "rare-earths"}),
        (rules.metals, "metals", "gallium", {"symbol": "", "atomic_number": ""}),
    ],
)
def test_an_allowed_row_is_not_a_fault(
    tmp_path: Path, rule: Rule, table: str, key: str, cells: dict[str, str]
) -> None:
    copy = Copy(tmp_path, table)
    copy.set(table, key, **cells)
    assert not list(rule(copy.tables()))


def test_every_metal_has_a_use(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "uses")
    rows = copy.rows("uses")
    copy.write("uses", [row for row in rows if row[0] != "gallium"])
    fault = the_fault(rules.metals(copy.tables()), "metals.csv", line_of("metals", "gallium"), "metal_id")
    assert fault.rule == "A metal must have a use in uses.csv."


def test_shares_of_use_add_up_to_a_hundred_at_most(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "uses")
    first, second = "antimony|3", "antimony|4"  # Of the same region and year.
    copy.set("uses", second, share_pct="60")
    fault = the_fault(rules.shares_of_use(copy.tables()), "uses.csv", line_of("uses", first), "share_pct")
    rule = "Shares of the same metal_id, region, year, basis must not exceed 100, allowing for rounding."
    assert fault.rule == rule


@pytest.mark.parametrize(
    "cells", [{"region": "CHN"}, {"year": "2000"}, {"basis": "another"}, {"share_pct": ""}]
)
def test_shares_of_other_groups_are_not_added(tmp_path: Path, cells: dict[str, str]) -> None:
    copy = Copy(tmp_path, "uses")
    copy.set("uses", "antimony|4", **{"share_pct": "100", **cells})
    assert not list(rules.shares_of_use(copy.tables()))


@pytest.mark.parametrize("basis", ["two uses together", "sum of the cans"])
def test_subtotals_are_not_added_to_their_parts(tmp_path: Path, basis: str) -> None:
    copy = Copy(tmp_path, "uses")
    for key in ("antimony|3", "antimony|4"):
        copy.set("uses", key, share_pct="90", basis=basis)
    assert not list(rules.shares_of_use(copy.tables()))


def test_shares_of_import_add_up_to_a_hundred_at_most(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "import_sources")
    group = "antimony|metal and oxide|USA|2021/2024|{}"
    copy.set("import_sources", group.format("CHN"), share_pct="99")
    first = line_of("import_sources", group.format("BEL"))
    fault = the_fault(rules.shares_of_import(copy.tables()), "import_sources.csv", first, "share_pct")
    assert fault.rule.startswith("Shares of the same metal_id, form, importer, period must not exceed 100")


def test_a_sum_above_the_total_is_a_fault_in_spite_of_withheld_values(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "production")
    copy.set("production", GALLIUM.format("RUS"), value="", flag="W")
    copy.set("production", GALLIUM.format("CHN"), value="9000000")
    world = line_of("production", GALLIUM.format("WLD"))
    fault = the_fault(rules.production(copy.tables()), "production.csv", world, "value")
    assert fault.rule.startswith("The countries must add up to the world total within 5 %; they add up to 9")


def test_a_table_of_two_countries_need_not_match_its_total(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "production")
    header, *rows = copy.rows("production")
    of = [header.index(name) for name in ("metal_id", "stage", "form", "year", "publisher")]
    group = [
        row
        for row in rows
        if [row[n] for n in of] == ["gallium", "primary", "low-purity gallium", "2025", "usgs"]
    ]
    copy.write("production", [header, *group])
    copy.set("production", GALLIUM.format("CHN"), value="1")
    world = {row.line for row in copy.tables()["production"].rows if row["country_id"] == "WLD"}
    assert {fault.line for fault in rules.production(copy.tables())} == world
    partial = [row for row in copy.rows("production") if row[3] in ("country_id", "CHN", "JPN", "WLD")]
    copy.write("production", partial)
    assert not list(rules.production(copy.tables()))


def test_a_series_without_points_is_a_fault(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "prices")
    header, *rows = copy.rows("prices")
    copy.write("prices", [header, *(row for row in rows if row[0] != SERIES)])
    found = list(rules.prices(copy.tables()))
    assert {fault.column for fault in found} == {"points", "first_date", "last_date"}
    assert {fault.line for fault in found} == {line_of("price_series", SERIES)}


def test_the_edition_breaks_none_of_these_rules() -> None:
    for rule in {case[0] for case in ONE_ROW} | {rules.shares_of_use, rules.shares_of_import}:
        assert not list(rule(facts()))
