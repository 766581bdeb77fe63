"""The description of the map: each of its four contents, its choices, and the reasons where there is none."""

from datetime import date

import pytest
from msgspec.structs import replace

from explorer.charts.builders.map_choices import map_choices
from explorer.charts.builders.production import production
from explorer.charts.builders.world_map import world_map
from explorer.charts.spec import ChartSpec, Missing
from explorer.data.context import Context
from explorer.data.supply.default_tables import default_production
from explorer.data.supply.map_choice import MapChoice
from explorer.errors import KnownError


def points(chart):
    assert isinstance(chart, ChartSpec) and chart.shape == "map"
    return {p.country_id: p for s in chart.series for p in s.points}


def test_the_default_is_the_default_table_with_all_its_countries(store, today):
    chart = world_map(store, "antimony", today)
    found = points(chart)
    assert chart.title == "Antimony: mine output by country, 2025"
    assert "antimony content · USGS Mineral Commodity Summaries 2026" in chart.subtitle
    # 16 figures of MCS 2026, whose sum, 110 720 t, is more than the world total without the United States, 110 000 t.
    assert len(found) == 17 and "WLD" not in found
    assert found["CHN"].share_pct == pytest.approx(100 * 40_000 / 110_720)
    assert (found["USA"].y, found["USA"].flag, found["USA"].word) == (None, "W", "withheld")
    assert found["CAN"].y == 0 and found["CAN"].flag is None
    table = default_production(store, "antimony")[1]
    assert table is not None and {r.country_id for r in table.rows} == set(found)


def test_an_old_table_says_why_and_that_a_newer_one_of_another_stage_exists(store, today):
    """Refined cobalt is on file from the British survey only, to 2021; mine output to 2025."""
    old = world_map(store, "cobalt", today, stage="refinery")
    said = (
        "No refinery output by country after 2021 is on file.",
        "Of the publishers on file, only one gives refinery output: British Geological Survey.",
        "Mine output is on file up to 2025: USGS Mineral Commodity Summaries 2026.",
    )
    assert isinstance(old, ChartSpec) and [n for n in old.notes if n in said] == [*said]
    for chosen in (
        world_map(store, "cobalt", today),
        world_map(store, "cobalt", today, stage="refinery", year=2020),
    ):
        assert isinstance(chosen, ChartSpec) and not any("is on file" in note for note in chosen.notes)


def test_the_footer_has_the_places_only_where_they_matter(store, today):
    exports = "As of 24 Nov 2026: exports from China to the United States. "
    for show in ("output", "reserves", "suppliers"):
        chart = world_map(store, "antimony", today, show)
        assert isinstance(chart, ChartSpec) and chart.footer.startswith(
            "As of 24 Nov 2026. Minor Metals Explorer, "
        )
    chart = world_map(store, "antimony", today, "controls")
    assert isinstance(chart, ChartSpec) and chart.footer.startswith(exports)


def test_it_names_all_countries_that_the_bars_add_up(store, today):
    bars = production(store, "antimony", today)
    assert isinstance(bars, ChartSpec)
    assert any("more countries" in p.label for p in bars.series[0].points)
    assert all(p.country_id for p in points(world_map(store, "antimony", today)).values())


def test_a_publisher_and_a_year_can_be_chosen(store, today):
    chart = world_map(store, "antimony", today, publisher="wmd", year=2024)
    assert points(chart)["CHN"].y == 46_223 and chart.title.endswith("2024")
    assert "--publisher wmd" in chart.query and "--year 2024" in chart.query
    choices = map_choices(store, "antimony", today, MapChoice(publisher="wmd", year=2024))
    assert choices.shown == MapChoice("output", "mine", "Sb content", "wmd", 2024)
    assert {"usgs", "wmd"} <= {c.key for c in choices.publishers}
    assert "mine" in {c.key for c in choices.stages} and 2024 in choices.years
    assert 2025 not in choices.years  # that year is on file from another publisher only


@pytest.mark.parametrize(
    ("metal", "options", "reason"),
    [
        (
            "antimony",
            {"year": 1850},
            "No output by country on file for antimony has this stage, form, publisher and year.",
        ),
        (
            "antimony",
            {"year": 0},
            "No output by country on file for antimony has this stage, form, publisher and year.",
        ),
        ("helium", {"show": "reserves"}, "No reserves on file for helium."),
        ("antimony", {"show": "reserves", "form": "ore"}, "No reserves on file for antimony have this form."),
    ],
)
def test_without_a_map_there_is_a_reason(store, today, metal, options, reason):
    chart = world_map(store, metal, today, **options)
    assert isinstance(chart, Missing) and (chart.kind, chart.reason) == ("map", reason)
    assert chart.title


def test_a_member_of_a_group_shows_the_group(store, today):
    chart = world_map(store, "neodymium", today)
    assert isinstance(chart, ChartSpec)
    assert "includes neodymium" in chart.title and "for the group" in chart.notes[0]


def test_reserves_with_a_bound_as_total_have_no_shares(store, today):
    found = points(world_map(store, "antimony", today, show="reserves"))
    assert found["CHN"].y == 830_000 and all(p.share_pct is None for p in found.values())


def test_the_buyer_is_the_destination(store, today):
    chart = world_map(store, "antimony", replace(today, destination="DEU"), show="suppliers")
    found = points(chart)
    # HS 261710 in 2024: Bolivia 15.95 t, France 1.25 t, others 0.099 t, all preliminary.
    assert (found["BOL"].y, found["BOL"].share_pct, found["BOL"].flag) == (15.95, 92.2, "p")
    assert set(found) == {"BOL", "FRA", "OTH"}
    everyone = world_map(store, "antimony", replace(today, destination="ALL"), show="suppliers")
    assert isinstance(everyone, Missing) and "Choose a destination" in everyone.reason


def test_a_year_without_imports_is_named(store, today):
    chart = world_map(store, "antimony", replace(today, destination="DEU"), show="suppliers", year=1999)
    assert isinstance(chart, Missing) and "1999" in chart.reason


def test_the_controls_are_those_of_the_day_and_the_destination(store, today):
    paused = points(world_map(store, "gallium", today, show="controls"))["CHN"]
    assert paused.word_key.endswith("-paused") and "27 Nov 2026" in (paused.word or "")
    later = replace(today, as_of=date(2026, 11, 28))
    assert not points(world_map(store, "gallium", later, show="controls"))["CHN"].word_key.endswith("-paused")
    germany = points(world_map(store, "gallium", replace(today, destination="DEU"), show="controls"))["CHN"]
    assert germany.word_key == "licence" and germany.source_ids


def test_a_bloc_stands_for_its_members(store, today):
    for metal_id in store.metals:
        chart = world_map(store, metal_id, today, show="controls")
        found = points(chart) if isinstance(chart, ChartSpec) else {}
        if "EUU" in found:
            assert "DEU" in found["EUU"].members and "DEU" not in found and "USA" not in found
            return
    pytest.fail("No metal with a measure of the European Union in the frozen edition.")


def test_before_any_measure_no_country_controls(store):
    chart = world_map(store, "antimony", Context(date(1950, 1, 1), "CHN", "USA"), show="controls")
    assert isinstance(chart, Missing) and "1 Jan 1950" in chart.reason


def test_what_has_no_meaning_is_refused(store, today):
    with pytest.raises(KnownError, match="--stage and --year cannot be combined with --show controls"):
        world_map(store, "antimony", today, show="controls", stage="mine", year=2024)
