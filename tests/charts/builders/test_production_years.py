"""Production over the years: the default series, and the note on years that are not shown."""

import pytest

from explorer.charts.builders import registry
from explorer.charts.spec import ChartSpec
from tests.charts.facts import Facts

COUNTRIES = {"CHN": 60.0, "RUS": 30.0, "USA": 10.0, "WLD": 100.0}


@pytest.fixture
def facts() -> Facts:
    return Facts()


def test_the_series_with_the_most_years_by_country_is_the_default(facts, today):
    """Two years of a newer table, with a century of world totals, do not show a trend."""
    for year in range(1900, 1993):
        facts.add_output("cadmium", year, {"WLD": 50.0}, publisher="usgs", stage="refinery")
    for year in (2024, 2025):
        facts.add_output("cadmium", year, COUNTRIES, publisher="usgs", stage="refinery")
    for year in range(2007, 2025):
        facts.add_output("cadmium", year, COUNTRIES, publisher="wmd", stage="smelter")
    spec = registry.production_years(facts, "cadmium", today)
    assert isinstance(spec, ChartSpec)
    assert spec.subtitle == "t · content · World Mining Data"
    assert [p.x for p in spec.series[0].points] == list(range(2007, 2025))
    assert registry.production_years_choices(facts, "cadmium")[0].key == "wmd|smelter|content|t"
    concentration = registry.concentration(facts, ("cadmium",), today)
    assert len(concentration.series[0].points) == 18


def test_a_longer_series_that_ended_years_ago_is_not_the_default(facts, today):
    for year in range(1990, 2019):
        facts.add_output("tin", year, COUNTRIES, publisher="bgs")
    for year in range(2015, 2025):
        facts.add_output("tin", year, COUNTRIES, publisher="wmd")
    assert registry.production_years_choices(facts, "tin")[0].key.startswith("wmd|")


@pytest.mark.parametrize("shape", [None, "stacked", "share"])
def test_years_before_the_first_one_shown_are_a_note(facts, today, shape):
    for year in (*range(1900, 1993), 2021, 2022):
        facts.add_output("tin", year, {"WLD": 50.0})
    for year in (2024, 2025):
        facts.add_output("tin", year, COUNTRIES)
    note = "Earlier world totals on file, not shown: 1900–1992 and 2021–2022."
    assert note in registry.production_years(facts, "tin", today, shape=shape).notes
    whole = registry.production_years(facts, "tin", today, since=None)
    assert not any("not shown" in n for n in whole.notes)


def test_every_chart_over_the_years_has_a_note_on_years_left_out(store, today):
    for metal_id in store.metals:
        for choice in registry.production_years_choices(store, metal_id):
            default = registry.production_years(store, metal_id, today, choice.key)
            whole = registry.production_years(store, metal_id, today, choice.key, since=None)
            if isinstance(default, ChartSpec) and isinstance(whole, ChartSpec):
                first = {c: min(p.x for s in c.series for p in s.points) for c in (default, whole)}
                cropped = first[default] > first[whole]
                assert any("on file, not shown" in n for n in default.notes) is cropped
