"""`minor-metals show --buyer`: who supplied a buyer under a customs heading, by tonnes and by value."""

import json
import re
from typing import Any

import pytest

from tests.commands.running import Run

ON = ("--on", "2026-10-08")
CREDIT = "CEPII, BACI (HS92), Etalab Open Licence 2.0; tonnes of product, reconciled customs data; own calculation."

# HS 250410 to Germany in 2024: tonnes and thousand USD as filed, both in per cent of 46,814.744 t and 54,386.229.
SUPPLIERS = [
    ("CHN", 14909.92, 16571.168, 31.85, 30.47),
    ("MDG", 9210.242, 9719.143, 19.67, 17.87),
    ("MOZ", 8564, 5882.47, 18.29, 10.82),
    ("NOR", 3316.242, 3850.365, 7.08, 7.08),
    ("BRA", 3204.842, 7268.422, 6.85, 13.36),
    ("NLD", 2237.472, 2374.229, 4.78, 4.37),
    ("AUT", 1433.941, 1702.704, 3.06, 3.13),
    ("CZE", 1152.834, 1040.705, 2.46, 1.91),
    ("OTH", 2785.251, 5977.023, 5.96, 10.99),
]
SHOWN = [
    ("China", "14 909.9", "32 %", "30 %"),
    ("Madagascar", "9210.2", "20 %", "18 %"),
    ("Mozambique", "8564", "18 %", "11 %"),
    ("Norway", "3316.2", "7.1 %", "7.1 %"),
    ("Brazil", "3204.8", "6.8 %", "13 %"),
    ("Netherlands", "2237.5", "4.8 %", "4.4 %"),
    ("Austria", "1433.9", "3.1 %", "3.1 %"),
    ("Czechia", "1152.8", "2.5 %", "1.9 %"),
    ("Other suppliers", "2785.3", "6 %", "11 %"),
]


def section(out: str) -> str:
    """Return the heading and the text of the section on suppliers."""
    return out[out.index("\nSuppliers to ") : out.index("\nSources\n")].strip()


def suppliers(run: Run, *argv: str) -> Any:
    """Return the suppliers in the JSON of `show`."""
    return json.loads(run("show", *argv, *ON, "--json").out)["suppliers"]


def test_the_suppliers_of_a_buyer_in_words(run: Run) -> None:
    text = section(run("show", "graphite", "--buyer", "DEU", *ON).out)
    heading, _, head, _, columns, _, *lines = text.splitlines()
    assert (heading, head) == (
        "Suppliers to Germany",
        "HS 250410 (1992), powder or flakes, 2024 (preliminary)",
    )
    assert re.split(" {2,}", columns) == ["Supplier", "Tonnes", "Share of tonnage", "Share of value", "Flag"]
    assert [tuple(re.split(" {2,}", line)) for line in lines[:9]] == [(*row, "preliminary") for row in SHOWN]
    assert lines[9] == "Total: 46 814.7 t, 54 386.2 thousand USD"
    assert lines[10] == "China 32 % of tonnage; China and Hong Kong 32 % of tonnage, 30 % of value"
    assert "\nHS 250490 (1992), other natural, 2024 (preliminary)\n" in text
    assert text.endswith(f"\n\n{CREDIT}")


def test_the_dependence_of_the_destination_opens_with_its_customs_tables(run: Run) -> None:
    out = run("show", "graphite", "--to", "DEU", *ON).out
    lines = out[out.index("\nImport reliance\n") :].splitlines()
    assert lines[3] == (
        "Graphite (natural), powder or flakes: imports by Germany from China and Hong Kong, 2024: 32 % "
        "of tonnage; 30 % of value; China alone: 32 % of tonnage"
    )
    assert lines[5] == "US net import reliance, 2025: 100 % (estimated; all forms)"
    assert CREDIT in lines
    found = json.loads(run("show", "graphite", "--to", "DEU", *ON, "--json").out)["dependence"]
    assert (found["unit"], found["source_ids"], found["notes"][-1]) == ("of tonnage", ["cepii-baci"], CREDIT)


def test_without_customs_tables_the_dependence_names_the_bloc_of_the_figure(run: Run) -> None:
    out = run("show", "gallium", "--to", "DEU", *ON).out
    assert "\nEU net import reliance, 2017: 34 %\n" in out
    assert "\nThis figure is for the European Union; none is on file for Germany\n" in out
    assert "\nNet import reliance\n" in run("show", "gallium", "--to", "USA", *ON).out


def test_the_source_of_the_suppliers_is_cited(run: Run) -> None:
    cited = "\nCEPII, "
    assert cited in run("show", "graphite", "--buyer", "DEU", *ON).out.split("\nSources\n")[1]
    assert cited not in run("show", "graphite", *ON).out


def test_the_suppliers_of_a_buyer_as_json(run: Run) -> None:
    found = suppliers(run, "graphite", "--buyer", "DEU")
    assert (found["buyer"], found["of"], found["covered"]) == ("DEU", "graphite", True)
    assert (found["credit"], found["source_ids"]) == (CREDIT, ["cepii-baci"])
    assert [(h["hs_code"], h["hs_edition"], h["scope"]) for h in found["headings"]] == [
        ("250410", "HS92", "alone"),
        ("250490", "HS92", "alone"),
    ]
    years = found["headings"][0]["years"]
    assert [(y["year"], y["preliminary"]) for y in years] == [(y, y == 2024) for y in range(2019, 2025)]
    last = years[-1]
    assert (last["total_t"], last["total_kusd"], last["flag"]) == (46814.744, 54386.229, "p")
    keys = ("partner", "quantity_t", "value_kusd", "share_pct", "value_share_pct")
    assert [tuple(s[key] for key in keys) for s in last["suppliers"]] == SUPPLIERS
    assert {s["flag"] for s in last["suppliers"]} == {None}


def test_shares_of_tonnes_and_of_value_are_both_shown(run: Run) -> None:
    """They differ: of rare-earth metals to Japan, 62 % of the tonnes but 24 % of the value."""
    (metals,) = [
        h for h in suppliers(run, "dysprosium", "--buyer", "JPN")["headings"] if h["hs_code"] == "280530"
    ]
    last = metals["years"][-1]
    assert (last["year"], last["share_chn_pct"], last["share_chn_hkg_value_pct"]) == (2024, 61.98, 24.37)
    (china,) = [s for s in last["suppliers"] if s["partner"] == "CHN"]
    assert (china["share_pct"], china["value_share_pct"]) == (61.98, 24.37)
    text = section(run("show", "dysprosium", "--buyer", "JPN", *ON).out)
    assert re.search(r"\nChina +[\d,.]+ +62 % +24 %  ", text)


def test_a_metal_without_headings_is_not_covered(run: Run) -> None:
    message = "No supplier figures are on file for gallium; some countries may still depend on imports of it."
    assert section(run("show", "gallium", "--buyer", "DEU", *ON).out).splitlines()[-1] == message
    found = suppliers(run, "gallium", "--buyer", "DEU")
    assert (found["buyer"], found["covered"], found["headings"]) == ("DEU", False, [])


def test_a_buyer_without_rows_is_reported(run: Run) -> None:
    text = section(run("show", "graphite", "--buyer", "BRA", *ON).out)
    assert text.splitlines()[-1] == (
        "No imports of graphite (natural) by Brazil are on file; this does not mean that there are none."
    )


def test_the_destination_is_the_buyer_unless_one_is_named(run: Run) -> None:
    named = section(run("show", "graphite", "--buyer", "DEU", *ON).out)
    assert section(run("show", "graphite", "--to", "DEU", *ON).out) == named
    assert section(run("show", "graphite", "--to", "USA", "--buyer", "germany", *ON).out) == named
    assert suppliers(run, "graphite", "--to", "USA-MIL")["buyer"] == "USA"


@pytest.mark.parametrize("to", [(), ("--to", "ALL")])
def test_all_destinations_have_no_suppliers(run: Run, to: tuple[str, ...]) -> None:
    assert "Suppliers to" not in run("show", "graphite", *to, *ON).out
    assert suppliers(run, "graphite", *to) is None


@pytest.mark.parametrize(
    ("buyer", "message"),
    [
        ("Germny", "No buyer “Germny”. Did you mean Germany (DEU)?"),
        ("Korea", "“Korea” can mean South Korea (KOR) or North Korea (PRK)"),
        ("ALL", "No buyer “ALL”. Use a country such as USA or Japan."),
        ("USA-MIL", "No buyer “USA-MIL”."),
        ("WLD", "“WLD” is not a country."),
        ("", "No buyer given."),
    ],
)
def test_an_invalid_buyer_is_one_sentence(run: Run, buyer: str, message: str) -> None:
    code, out, err = run("show", "graphite", "--buyer", buyer, *ON)
    assert (code, out) == (2, "") and message in err and err.count("\n") == 1
