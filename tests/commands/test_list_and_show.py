"""`minor-metals list` and `show`."""

import json
import re

import pytest

from explorer.data.store import Store
from tests.commands.running import Run


def test_list_names_every_metal_once(run: Run, store: Store) -> None:
    found = json.loads(run("list", "--on", "2026-11-24", "--json").out)
    assert sorted(m["metal"] for m in found) == sorted(store.metals)
    profiles = [m["profile"] for m in found]
    assert profiles == sorted(profiles, key=lambda p: p == "brief")


def test_list_as_a_table(run: Run) -> None:
    out = run("list", "--on", "2026-11-24", "--to", "USA").out
    assert out.startswith("Status of exports from China to the United States as of 24 Nov 2026:")
    line = next(x for x in out.splitlines() if x.startswith("gallium"))
    assert "Ga" in line and "镓" in line and "refusal paused until 27 Nov 2026" in line
    platinum = next(x for x in out.splitlines() if x.startswith("platinum "))
    assert "some forms controlled (2)" in platinum
    metals, brief = out.split("Other listed materials (named only in lists or trade figures)")
    assert "\ncopper" in metals and "\nbarite" in brief
    assert "days are not covered" in out


@pytest.mark.parametrize(
    ("sort", "value"),
    [
        ("share", lambda row: (row["share"] or {}).get("share_pct")),
        ("reliance", lambda row: (row["reliance"] or {}).get("net_import_reliance_pct")),
    ],
)
def test_list_by_a_figure_has_the_unknown_ones_last(run: Run, sort: str, value) -> None:  # type: ignore[no-untyped-def]
    rows = json.loads(run("list", "--sort", sort, "--on", "2026-11-24", "--json").out)
    found = [value(row) for row in rows if row["profile"] == "full"]
    known = [figure for figure in found if figure is not None]
    assert known == sorted(known, reverse=True) and 10 < len(known) < len(found)
    assert found[: len(known)] == known
    out = run("list", "--sort", sort, "--on", "2026-11-24").out.split("Other listed materials")[0]
    assert "unknown" in out.splitlines()[-3] or ("not available" in out and " 0 %" not in out)


def test_list_by_share_names_stage_year_and_flag(run: Run) -> None:
    """The survey of 2026 estimates 990 of 1000 t of primary gallium for China in 2025."""
    out = run("list", "--sort", "share", "--on", "2026-11-24", "--to", "USA").out
    header = next(line for line in out.splitlines() if line.startswith("ID "))
    assert "Origin's share" in header
    gallium = next(line for line in out.splitlines() if line.startswith("gallium"))
    assert "99 % of primary output 2025 (low-purity gallium; estimated)" in gallium


def test_list_by_first_control(run: Run) -> None:
    rows = json.loads(run("list", "--sort", "first_controlled", "--on", "2026-11-24", "--json").out)
    days = [row["first_controlled"] for row in rows if row["profile"] == "full"]
    known = [day for day in days if day]
    assert known == sorted(known) and days[: len(known)] == known
    assert next(r["first_controlled"] for r in rows if r["metal"] == "gallium") == "2023-08-01"


def test_list_by_the_price_since_the_control_has_both_points_and_the_series(run: Run) -> None:
    """The unit values of gallium in tests/edition: 445.6327 in Jul 2023 and 1499.9696 in Jul 2026, up 236.59 %."""
    asked = ("list", "--sort", "price_since_control", "--on", "2026-11-24", "--to", "USA")
    found = [row for row in json.loads(run(*asked, "--json").out) if row["profile"] == "full"]
    changes = [row["price_since_control"]["change_pct"] for row in found]
    known = [change for change in changes if change is not None]
    assert known == sorted(known, reverse=True) and 3 < len(known) < len(found)
    assert changes[: len(known)] == known
    for row in found[len(known) :]:
        unknown = row["price_since_control"]
        assert (unknown["first"], unknown["last"]) == (None, None) and unknown["reason"]
    gallium = next(row for row in found if row["metal"] == "gallium")["price_since_control"]
    assert (gallium["change_pct"], gallium["reason"], gallium["control_date"]) == (236.59, None, "2023-08-01")
    assert (gallium["first"]["date"], gallium["first"]["value"]) == ("2023-07", 445.6327)
    assert (gallium["last"]["date"], gallium["last"]["value"]) == ("2026-07", 1499.9696)
    assert (
        gallium["series"]["series"] == "us-import-uv-gallium-unwrought" and gallium["series"]["is_unit_value"]
    )
    out = run(*asked).out
    assert "+237 % in unit value (Jul 2023: 445.63 USD/kg; Jul 2026: 1499.97 USD/kg; Gallium" in out
    assert "no figure: no licence requirement or ban on file for exports from China" in out


def test_list_as_json_has_the_price_since_the_control_in_every_order(run: Run) -> None:
    rows = json.loads(run("list", "--on", "2023-07-01", "--json").out)
    gallium = next(row for row in rows if row["metal"] == "gallium")["price_since_control"]
    assert (gallium["change_pct"], gallium["control_date"]) == (None, None)
    assert gallium["reason"].endswith("had taken effect by 1 Jul 2023")


def test_list_of_one_status(run: Run) -> None:
    code, out, _ = run("list", "--status", "prohibition", "--on", "2024-12-10", "--to", "USA", "--json")
    assert code == 0
    assert [m["metal"] for m in json.loads(out)] == ["antimony", "gallium", "germanium", "superhard"]


def test_list_of_a_status_without_metals(run: Run) -> None:
    code, out, err = run("list", "--status", "prohibition", "--on", "1990-01-01", "--json")
    assert (code, json.loads(out)) == (1, [])
    assert err == "minor-metals: No metal has the status “ban” on 1 Jan 1990.\n"
    assert run("list", "--status", "ban").code == 2


@pytest.mark.parametrize("name", ["gallium", "Ga", "GALLIUM", "镓"])
def test_show_by_any_name(run: Run, name: str) -> None:
    assert json.loads(run("show", name, "--on", "2026-11-24", "--json").out)["metal"] == "gallium"


def test_show_as_json(run: Run) -> None:
    found = json.loads(run("show", "gallium", "--on", "2026-11-24", "--to", "USA", "--json").out)
    assert found["status"]["status"] == "licence"
    assert found["headline"]["pill"] == "refusal paused"
    production = found["production"]
    assert (production["publisher"], production["stage"], production["full"]) == ("usgs", "primary", True)
    china = production["countries"][0]
    assert (
        china["country"] == "CHN" and china["share_pct"] > 98 and china["source_ids"] and china["flag"] == "e"
    )
    world = found["production"]["world"]
    assert (world["value"], world["flag"], world["confidence"]) == (900_000, "e", "high")
    assert world["source_ids"] == ["usgs-mcs-2026-data", "usgs-mcs-2026-gallium"]
    assert found["production"]["hhi_flag"] == "e"  # China's figure is an estimate
    assert found["net_import_reliance"][0]["net_import_reliance_pct"] == 100
    price = found["price"]
    assert (price["series"], price["date"], price["is_unit_value"]) == (
        "us-import-uv-gallium-unwrought",
        "2026-07",
        True,
    )
    assert (price["value"], price["source_ids"]) == (1499.9696, ["us-census-imports-history-engine"])
    assert found["reserves"] == []


def test_show_has_volatility_percentile_and_the_price_since_the_control(run: Run) -> None:
    """Worked out from the rows of tests/edition/prices.csv; see tests/data/supply/test_price_statistics.py."""
    found = json.loads(run("show", "germanium", "--on", "2026-11-24", "--to", "USA", "--json").out)
    statistics = found["price_statistics"]
    assert statistics["series"]["series"] == "us-import-uv-germanium-unwrought"
    assert (statistics["series"]["unit"], statistics["series"]["is_unit_value"]) == ("USD/kg", True)
    volatility, percentile = statistics["volatility"], statistics["percentile"]
    assert (volatility["percent"], volatility["changes"], volatility["reason"]) == (118.95, 12, None)
    assert (volatility["first_date"], volatility["last_date"]) == ("2025-07", "2026-07")
    assert (percentile["percent"], percentile["months"], percentile["flags"]) == (97.62, 42, {"o": 1})
    assert found["price_since_control"]["control_date"] == "2023-08-01"
    out = run("show", "germanium", "--on", "2026-11-24", "--to", "USA").out
    assert "Unit value volatility, 12 months: 119 % a year (12 monthly changes, Jul 2025 to Jul 2026" in out
    assert "Unit value percentile, 5 years: 98 % of 42 months" in out
    assert "1 of 42 figures: outlier" in out and "Unit value since control: +330 %" in out


def test_show_gives_the_reason_where_a_statistic_is_unknown(run: Run) -> None:
    found = json.loads(run("show", "holmium", "--on", "2026-11-24", "--json").out)["price_statistics"]
    assert (found["volatility"]["percent"], found["volatility"]["changes"]) == (None, 0)
    assert found["volatility"]["reason"] == "too few points: 0 monthly changes, 10 needed"
    assert "no figure (too few points: 0 monthly changes" in run("show", "holmium", "--on", "2026-11-24").out


def test_show_in_words(run: Run) -> None:
    out = run("show", "gallium", "--on", "2026-11-24").out
    assert out.startswith("Gallium 镓 (jiā), Ga 31")
    for heading in (
        "Controls",
        "Uses",
        "Production",
        "Net import reliance",
        "Unit value",
        "Reserves",
        "Sources",
    ):
        assert f"\n{heading}\n{'=' * len(heading)}\n" in out
    assert "Reserves\n========\nunknown" in out
    assert re.search(r"\nChina +900 000 +99 % +estimated +U\.S\. Geological Survey\n", out)
    assert re.search(r"\n +73 +United States +2025 +Semiconductors & electronics +Integrated circuits", out)
    assert " of 10 000 (estimated)" in out
    assert "USD/USD" not in out
    assert "\nPrice\n" not in out and "\n1499.97 USD/kg, Jul 2026 [U.S. Census Bureau" in out


def test_show_distinguishes_prices_and_unit_values(run: Run) -> None:
    out = run("show", "tungsten", "--on", "2026-11-24").out
    assert "\nPrice\n=====\n680 000 CNY/t, 15 Sep 2026" in out and "\nUnit value\n" not in out


def test_show_gives_the_age_of_an_old_price(run: Run) -> None:
    out = run("show", "tungsten", "--on", "2029-01-15").out
    assert "\nLatest price: 15 Sep 2026, 2 years 4 months old.\n" in out
    assert " old.\n" not in run("show", "tungsten", "--on", "2026-11-24").out


def test_show_keeps_the_published_ranges_and_words(run: Run) -> None:
    out = run("show", "yttrium", "--on", "2026-11-24").out
    assert re.search(r"\nmine output, yttrium oxide equivalent, 2025, U\.S\. Geological Survey .*\n", out)
    assert re.search(r"\nWorld total +10 000 to 15 000 +U\.S\. Geological Survey\n", out)
    out = run("show", "rhenium", "--on", "2026-11-24").out
    assert re.search(
        r"\nWorld total +rhenium content +“large” +kg +reported only as \"large\" +U\.S\. Geological Survey",
        out,
    )


def test_show_as_json_keeps_ranges_and_words(run: Run) -> None:
    yttrium = json.loads(run("show", "yttrium", "--on", "2026-11-24", "--json").out)["production"]
    world = yttrium["world"]
    assert (world["value"], world["low"], world["high"], world["word"]) == (None, 10_000, 15_000, None)
    assert (yttrium["year"], yttrium["full"], yttrium["hhi"]) == (2025, False, None)
    reserves = json.loads(run("show", "rhenium", "--on", "2026-11-24", "--json").out)["reserves"]
    (world,) = [r for r in reserves if r["country"] == "WLD"]
    assert (world["value"], world["word"]) == (None, "large")


def test_show_names_the_group_of_the_figures(run: Run) -> None:
    out = run("show", "holmium", "--on", "2026-11-24").out
    assert "Production of the group Rare earths" in out
    found = json.loads(run("show", "holmium", "--on", "2026-11-24", "--json").out)
    assert found["production"]["of"] == "rare-earths"


def test_every_metal_that_ships_can_be_shown(run: Run, live_store: Store) -> None:
    for metal in live_store.metals:
        asked = ("--data", live_store.path, "show", metal, "--on", "2026-11-24", "--to", "DEU")
        assert run(*asked).out
        assert json.loads(run(*asked, "--json").out)["metal"] == metal


def test_show_an_unknown_metal(run: Run) -> None:
    code, out, err = run("show", "unobtainium")
    assert (code, out) == (1, "") and "unobtainium" in err


def test_reliance_is_that_of_the_group_for_one_importer_only(run: Run) -> None:
    found = json.loads(run("show", "neodymium", "--on", "2026-10-08", "--json").out)["net_import_reliance"]
    assert {(r["importer"], r["of"]) for r in found} == {("USA", "rare-earths"), ("EUU", "neodymium")}
