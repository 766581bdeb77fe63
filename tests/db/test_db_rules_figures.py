"""Rules of the figures, each broken once in a copy of the facts."""

from pathlib import Path

import pytest
from edited import Copy, facts, line_of

from db import rules_figures as rules
from db.check import Rule

GALLIUM = "gallium|primary|low-purity gallium|{}|2025|usgs"
WITHHELD = next(row for row in facts()["production"].rows if row["flag"] == "W")
RANGED = next(row for row in facts()["prices"].rows if row["low"])
RATIO = next(row for row in facts()["disagreements"].rows if row["ratio"])
CAPACITY = next(row for row in facts()["producers"].rows if row["capacity"])
PLANNED = next(row for row in facts()["projects"].rows if row["planned_capacity"])
WORDED = next(row for row in facts()["reserves"].rows if not row["value"])


def _key(table: str, row: object) -> str:
    sheet = facts()[table]
    return next("|".join(of.key(sheet.table)) for of in sheet.rows if of is row)


SERIES = "antimony-china-everbright"
IMPORTS = "aluminium|all forms|USA|2021/2024|CAN"
RELIANCE = "aluminium|all forms|USA|2021"
TRADE = "aluminium|alumina|USA|WLD|export|2021"

ONE_ROW = [
    (
        rules.metals,
        "metals",
        "gallium",
        {"member_of": "zinc"},
        "member_of",
        "A metal is a member of a group.",
    ),
    (rules.metals, "metals", "gallium", {"symbol": ""}, "atomic_number", "A symbol and an atomic number"),
    (
        rules.production,
        "production",
        GALLIUM.format("CHN"),
        {"unit": "t"},
        "unit",
        "The rows of one table have",
    ),
    (
        rules.production,
        "production",
        GALLIUM.format("WLD"),
        {"value": "1"},
        "value",
        "The countries add up to",
    ),
    (
        rules.production,
        "production",
        _key("production", WITHHELD),
        {"value": "1"},
        "flag",
        "A withheld value",
    ),
    (
        rules.production,
        "production",
        GALLIUM.format("WLD"),
        {"value": "", "note": ""},
        "value",
        "An empty value is withheld (W) or has a note",
    ),
    (
        rules.disagreements,
        "disagreements",
        _key("disagreements", RATIO),
        {"ratio": "99"},
        "ratio",
        "The ratio is",
    ),
    (
        rules.disagreements,
        "disagreements",
        _key("disagreements", RATIO),
        {"ratio": ""},
        "ratio",
        "The ratio is",
    ),
    (
        rules.disagreements,
        "disagreements",
        _key("disagreements", RATIO),
        {"wmd": ""},
        "ratio_of",
        "Both figures",
    ),
    (
        rules.reserves,
        "reserves",
        _key("reserves", WORDED),
        {"note": ""},
        "value",
        "An empty value has a note",
    ),
    (rules.dependence, "dependence", RELIANCE, {"unit": ""}, "unit", "A quantity has a unit."),
    (
        rules.dependence,
        "dependence",
        RELIANCE,
        {"qualifier": "net exporter"},
        "net_import_reliance_pct",
        "There is a figure, or net exporter",
    ),
    (rules.trade, "trade", TRADE, {"quantity": ""}, "quantity", "A trade has a quantity or a value."),
    (rules.trade, "trade", TRADE, {"partner": "USA"}, "partner", "The partner is another country"),
    (rules.sites, "producers", CAPACITY["producer_id"], {"unit": ""}, "unit", "A capacity and its unit"),
    (rules.sites, "projects", PLANNED["project_id"], {"unit": ""}, "unit", "A capacity and its unit"),
    (
        rules.prices,
        "prices",
        _key("prices", RANGED),
        {"value": "9000000"},
        "value",
        "The price lies from low",
    ),
    (rules.prices, "prices", _key("prices", RANGED), {"low": ""}, "low", "A low and a high stand together."),
    (rules.prices, "price_series", SERIES, {"points": "4"}, "points", "The number of points is that of"),
    (rules.prices, "price_series", SERIES, {"first_date": "2024"}, "first_date", "The first date is that of"),
    (rules.prices, "price_series", SERIES, {"last_date": "2026"}, "last_date", "The last date is that of"),
    (rules.prices, "price_series", SERIES, {"currency": "USD"}, "unit", "The unit begins with the currency."),
]


@pytest.mark.parametrize(("rule", "table", "key", "cells", "column", "says"), ONE_ROW)
def test_one_wrong_row_is_one_fault(
    tmp_path: Path, rule: Rule, table: str, key: str, cells: dict[str, str], column: str, says: str
) -> None:
    copy = Copy(tmp_path, table)
    line = copy.set(table, key, **cells)
    [fault] = rule(copy.sheets())
    assert (fault.file, fault.line, fault.column) == (f"{table}.csv", line, column)
    assert fault.rule.startswith(says)


def test_every_metal_has_a_use(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "uses")
    rows = copy.rows("uses")
    copy.write("uses", [row for row in rows if row[0] != "gallium"])
    [fault] = rules.metals(copy.sheets())
    assert (fault.file, fault.line) == ("metals.csv", line_of("metals", "gallium"))
    assert (fault.column, fault.rule) == ("metal_id", "Every metal has a use in uses.csv.")


def test_shares_of_use_stay_below_a_hundred(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "uses")
    copy.set("uses", "aluminium|2", share_pct="60")
    [fault] = rules.shares_of_use(copy.sheets())
    assert (fault.file, fault.line) == ("uses.csv", line_of("uses", "aluminium|1"))
    assert fault.column == "share_pct"
    assert fault.rule.startswith("Shares of the same metal_id, region, year, basis add up to 100 at most")


@pytest.mark.parametrize("basis", ["two uses together", "sum of the cans"])
def test_subtotals_are_not_added_to_their_parts(tmp_path: Path, basis: str) -> None:
    copy = Copy(tmp_path, "uses")
    copy.set("uses", "aluminium|2", share_pct="90", basis=basis)
    copy.set("uses", "aluminium|3", share_pct="90", basis=basis)
    assert not list(rules.shares_of_use(copy.sheets()))


def test_shares_of_import_stay_below_a_hundred(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "import_sources")
    copy.set("import_sources", IMPORTS, share_pct="99")
    [fault] = rules.shares_of_import(copy.sheets())
    first = line_of("import_sources", "aluminium|all forms|USA|2021/2024|ARE")
    assert (fault.file, fault.line, fault.column) == ("import_sources.csv", first, "share_pct")


def test_withheld_values_make_the_sum_short(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "production")
    copy.set("production", GALLIUM.format("CHN"), value="", flag="W")
    assert not list(rules.production(copy.sheets()))


def test_a_sum_above_the_total_is_a_fault_in_spite_of_withheld_values(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "production")
    copy.set("production", GALLIUM.format("RUS"), value="", flag="W")
    copy.set("production", GALLIUM.format("CHN"), value="9000000")
    [fault] = rules.production(copy.sheets())
    assert fault.line == line_of("production", GALLIUM.format("WLD"))


def test_a_range_of_prices_may_be_missing(tmp_path: Path) -> None:
    copy = Copy(tmp_path, "prices")
    copy.set("prices", _key("prices", RANGED), low="", high="")
    assert not list(rules.prices(copy.sheets()))
