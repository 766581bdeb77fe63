"""Output over the years: which series a chart opens with, and what of it is not shown."""

import pytest

from explorer.charts.builders import registry
from explorer.charts.spec import ChartSpec
from tests.charts.facts import Facts

COUNTRIES = {"CHN": 60.0, "RUS": 30.0, "USA": 10.0, "WLD": 100.0}


@pytest.fixture
def facts() -> Facts:
    return Facts()


def test_the_series_with_the_most_years_by_country_opens(facts, today):
    """Two years of the newest table, a century of bare world totals beside them, show no course."""
    for year in range(1900, 1993):
        facts.add_output("cadmium", year, {"WLD": 50.0}, publisher="usgs", stage="refinery")
    for year in (2024, 2025):
        facts.add_output("cadmium", year, COUNTRIES, publisher="usgs", stage="refinery")
    for year in range(2007, 2025):
        facts.add_output("cadmium", year, COUNTRIES, publisher="wmd", stage="smelter")
    spec = registry.production_years(facts, "cadmium", today)
    assert isinstance(spec, ChartSpec)
    assert spec.subtitle == "t, content, World Mining Data"
    assert [p.x for p in spec.series[0].points] == list(range(2007, 2025))
    assert registry.production_years_choices(facts, "cadmium")[0].key == "wmd|smelter|content|t"
    concentration = registry.concentration(facts, ("cadmium",), today)
    assert len(concentration.series[0].points) == 18


def test_a_longer_series_that_ended_years_ago_does_not_open(facts, today):
    for year in range(1990, 2019):
        facts.add_output("tin", year, COUNTRIES, publisher="bgs")
    for year in range(2015, 2025):
        facts.add_output("tin", year, COUNTRIES, publisher="wmd")
    assert registry.production_years_choices(facts, "tin")[0].key.startswith("wmd|")


@pytest.mark.parametrize("shape", [None, "stacked", "share"])
def test_what_a_chart_leaves_out_at_its_start_is_told(facts, today, shape):
    for year in (*range(1900, 1993), 2021, 2022):
        facts.add_output("tin", year, {"WLD": 50.0})
    for year in (2024, 2025):
        facts.add_output("tin", year, COUNTRIES)
    note = "World totals on file, not shown: 1900–1992 and 2021–2022."
    assert note in registry.production_years(facts, "tin", today, shape=shape).notes
    whole = registry.production_years(facts, "tin", today, since=None)
    assert not any("not shown" in n for n in whole.notes)


def test_prices_before_the_first_one_shown_are_told(facts, today):
    facts.add_prices("x", "tin", {str(year): 1.0 + year for year in range(1950, 2024)}, frequency="annual")
    facts.add_prices("y", "tin", {str(year): 2.0 + year for year in range(1950, 2024)}, frequency="annual")
    note = "Prices on file, not shown: 1950 to 1997."
    assert note in registry.price(facts, "tin", today, series="x").notes
    assert note in registry.price(facts, "tin", today, series=("x", "y")).notes
    assert not any("not shown" in n for n in registry.price(facts, "tin", today, "x", since=None).notes)
    assert any("not shown" in n for n in registry.compare(facts, ("tin",), today, base=today.as_of).notes)


def test_every_chart_over_the_years_on_file_tells_what_it_leaves_out(store, today):
    for metal_id in store.metals:
        for choice in registry.production_years_choices(store, metal_id):
            opening = registry.production_years(store, metal_id, today, choice.key)
            whole = registry.production_years(store, metal_id, today, choice.key, since=None)
            if isinstance(opening, ChartSpec) and isinstance(whole, ChartSpec):
                first = {c: min(p.x for s in c.series for p in s.points) for c in (opening, whole)}
                cropped = first[opening] > first[whole]
                assert any("on file, not shown" in n for n in opening.notes) is cropped


def test_charts_of_prices_say_where_the_prices_end(facts, today):
    facts.add_prices("x", "tin", {"2024-01": 1.0, "2024-02": 2.0, "2025-08": 3.0})
    facts.add_prices("y", "zinc", {"2024-01": 1.0, "2024-02": 2.0, "2026-07": 3.0})
    facts.add_prices("z", "tin", {"2024-01": 1.0, "2024-02": 2.0, "2026-07": 3.0})
    assert "Prices on file end Aug 2025." in registry.price(facts, "tin", today, series="x").notes
    both = registry.price(facts, "tin", today, series=("x", "z"))
    assert "Prices on file end Aug 2025 (X); Jul 2026 (Z)." in both.notes
    compared = registry.compare(facts, ("tin", "zinc"), today, series=("z", "y"))
    assert "Prices on file end Jul 2026." in compared.notes
