"""The chart of one price series: every published figure, with the control dates up to the as-of date."""

from datetime import date

import pytest

from explorer.charts.builders import registry
from explorer.charts.spec import ChartSpec, Missing, day_of
from explorer.errors import NotFound
from tests.charts.facts import Facts

IMPORTS = "usgs-gallium-import-unit-value"


@pytest.fixture
def facts() -> Facts:
    return Facts()


def _spec(chart):
    assert isinstance(chart, ChartSpec)
    return chart


def test_gallium_has_the_published_import_values(store, today):
    spec = _spec(registry.price(store, "gallium", today, series=IMPORTS))
    points = spec.series[0].points
    assert [p.y for p in points] == [277, 432, 365, 439, 580]
    assert [p.label for p in points] == [f"{y} (annual)" for y in range(2021, 2026)]
    assert [day_of(p.x) for p in points] == [date(y, 7, 1) for y in range(2021, 2026)]
    assert [p.flag for p in points] == [None, None, None, None, "e"]
    assert spec.y.unit == "USD/kg"
    assert "Hollow: estimated." in spec.notes


def test_the_document_that_pauses_a_measure_is_named_with_the_control_dates(store, today):
    """In measure_events.csv, Announcement 72 of 2025 suspends the refusal of Announcement 46 of 2024."""
    spec = _spec(registry.price(store, "gallium", today))
    assert any(e.state == "suspended" for e in spec.events)
    assert spec.documents == "Control dates: Announcements 23 of 2023, 57 of 2023, 46 of 2024, 72 of 2025."


def test_a_published_range_stays_with_its_point(store, today):
    spec = _spec(registry.price(store, "antimony", today, series="antimony-rotterdam-argus"))
    first = spec.series[0].points[0]
    assert (day_of(first.x), first.y, first.low, first.high) == (date(2021, 10, 26), 13275, 13150, 13400)


def test_no_series_gains_or_loses_a_point(store, today):
    for metal_id in store.metals:
        for series in store.price_series(metal_id):
            spec = _spec(registry.price(store, metal_id, today, series=series.series_id, since=None))
            published = [(p.value, p.flag) for p in store.prices(series.series_id)]
            assert [(p.y, p.flag) for p in spec.series[0].points] == published
            assert spec.y.unit == series.unit


def test_single_rare_earths_do_not_have_the_price_of_the_group(store, today):
    facts = Facts()
    facts.add_prices("group", "rare-earths", {"2024": 1.0, "2025": 2.0}, frequency="annual")
    facts.add_metal("thulium", "Tm", member_of="rare-earths")
    chart = registry.price(facts, "thulium", today)
    assert isinstance(chart, Missing)
    assert chart.reason.startswith("No prices on file for thulium.")
    assert isinstance(registry.price(store, "barite", today), Missing)


def test_a_log_axis_holds_every_point(store, today):
    spec = _spec(registry.price(store, "tungsten", today, log=True))
    assert spec.y.scale == "log"
    assert 0 < spec.y.low <= min(p.y for p in spec.series[0].points)
    assert spec.y.high >= max(p.y for p in spec.series[0].points)
    assert "--log" in spec.query


def test_since_crops_the_range_and_is_in_the_command(store, today):
    spec = _spec(registry.price(store, "gallium", today, IMPORTS, since=date(2023, 1, 1)))
    assert len(spec.series[0].points) == 3
    assert "--since 2023-01-01" in spec.query
    assert isinstance(registry.price(store, "gallium", today, IMPORTS, since=date(2030, 1, 1)), Missing)


def test_the_default_series_is_the_first_choice(store, today):
    for metal_id in ("gallium", "tungsten", "antimony"):
        choices = registry.price_choices(store, metal_id)
        assert len(choices) == len(store.price_series(metal_id))
        default = _spec(registry.price(store, metal_id, today))
        named = _spec(registry.price(store, metal_id, today, series=choices[0].key))
        assert default.series == named.series


def test_a_unit_value_is_never_called_a_price(store, today):
    spec = _spec(registry.price(store, "gallium", today))
    assert spec.title == "Gallium: unit value and control dates"
    assert (spec.y.label, spec.y.unit) == ("Unit value", "USD/kg")
    assert any("not a market price" in note for note in spec.notes)
    own_words = " ".join(n for n in spec.notes if "not a market price" not in n)
    assert "price" not in f"{spec.title} {spec.subtitle} {own_words}".casefold()


def test_a_unit_value_without_a_note_of_its_own_is_explained(store, today):
    spec = _spec(registry.price(store, "gallium", today, series=IMPORTS))
    assert spec.y.label == "Unit value"
    assert (
        "Unit value: customs value divided by quantity. It mixes grades and lags by one to three months."
        in spec.notes
    )


def test_the_title_names_prices_and_unit_values(store, today):
    keys = ("us-import-uv-tungsten-unwrought", "us-import-uv-apt")
    assert (
        _spec(registry.price(store, "tungsten", today, keys)).title
        == "Tungsten: unit values and control dates"
    )
    both = _spec(registry.price(store, "tungsten", today, (*keys, "ferrotungsten-rotterdam-smm")))
    assert both.title == "Tungsten: prices, unit values and control dates"
    assert both.y.label == "Price or unit value"
    assert (
        _spec(registry.price(store, "tungsten", today, "apt-china-smm")).title
        == "Tungsten: price and control dates"
    )


def test_an_unknown_series_raises_not_found(store, today):
    with pytest.raises(NotFound, match="No series “nothing” in this chart"):
        registry.price(store, "gallium", today, series="nothing")


def test_prices_before_the_first_one_shown_are_a_note(facts, today):
    facts.add_prices("x", "tin", {str(year): 1.0 + year for year in range(1950, 2024)}, frequency="annual")
    facts.add_prices("y", "tin", {str(year): 2.0 + year for year in range(1950, 2024)}, frequency="annual")
    note = "Earlier prices on file, not shown: 1950 to 1997."
    assert note in registry.price(facts, "tin", today, series="x").notes
    assert note in registry.price(facts, "tin", today, series=("x", "y")).notes
    assert not any("not shown" in n for n in registry.price(facts, "tin", today, "x", since=None).notes)
    assert any("not shown" in n for n in registry.compare(facts, ("tin",), today, base=today.as_of).notes)


def test_charts_of_prices_have_a_note_on_the_last_price(facts, today):
    facts.add_prices("x", "tin", {"2024-01": 1.0, "2024-02": 2.0, "2025-08": 3.0})
    facts.add_prices("y", "zinc", {"2024-01": 1.0, "2024-02": 2.0, "2026-07": 3.0})
    facts.add_prices("z", "tin", {"2024-01": 1.0, "2024-02": 2.0, "2026-07": 3.0})
    assert "Latest price on file: Aug 2025." in registry.price(facts, "tin", today, series="x").notes
    both = registry.price(facts, "tin", today, series=("x", "z"))
    assert "Latest price on file: Aug 2025 (X); Jul 2026 (Z)." in both.notes
    compared = registry.compare(facts, ("tin", "zinc"), today, series=("z", "y"))
    assert "Latest price on file: Jul 2026." in compared.notes
