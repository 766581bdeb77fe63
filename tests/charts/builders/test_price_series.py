"""Prices: the printed figures and nothing between them, with the control dates known on the day asked."""

from datetime import date

import pytest

from explorer.charts.builders import registry
from explorer.charts.builders.periods import middle
from explorer.charts.spec import ChartSpec, Missing, day_number, day_of
from explorer.data.context import Context
from explorer.errors import NotFound
from tests.charts.facts import Facts


def _spec(chart):
    assert isinstance(chart, ChartSpec)
    return chart


IMPORTS = "usgs-gallium-import-unit-value"


def test_gallium_has_the_published_import_values(store, today):
    spec = _spec(registry.price(store, "gallium", today, series=IMPORTS))
    points = spec.series[0].points
    assert [p.y for p in points] == [277, 432, 365, 439, 580]
    assert [p.label for p in points] == [f"{y} (annual)" for y in range(2021, 2026)]
    assert [day_of(p.x) for p in points] == [date(y, 7, 1) for y in range(2021, 2026)]
    assert [p.flag for p in points] == [None, None, None, None, "e"]
    assert spec.y.unit == "USD/kg"
    assert "Hollow: estimated." in spec.notes


def test_gallium_carries_the_days_of_its_controls(store, today):
    spec = _spec(registry.price(store, "gallium", today))
    assert [(e.day, e.kind, e.state) for e in spec.events] == [
        (date(2023, 8, 1), "licence", "in_force"),
        (date(2023, 12, 21), "technology", "in_force"),
        (date(2024, 12, 3), "prohibition", "in_force"),
        (date(2025, 11, 9), "prohibition", "suspended"),
    ]
    assert spec.events[-1].label == "refusal in principle, the United States: paused until 27 Nov 2026"
    assert spec.x.high > day_number(date(2025, 11, 9))


def test_events_after_the_day_asked_are_not_told(store):
    spec = _spec(registry.price(store, "gallium", Context(date(2024, 1, 31), "CHN", "USA"), IMPORTS))
    assert [e.day for e in spec.events] == [date(2023, 8, 1), date(2023, 12, 21)]
    assert len(spec.series[0].points) == 5


def test_events_follow_the_destination(store):
    spec = _spec(registry.price(store, "gallium", Context(date(2026, 11, 24), "CHN", "KOR")))
    assert {e.kind for e in spec.events} == {"licence", "technology"}


def test_a_printed_range_stays_with_its_point(store, today):
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


def test_single_rare_earths_do_not_borrow_the_price_of_the_group(store, today):
    facts = Facts()
    facts.add_prices("group", "rare-earths", {"2024": 1.0, "2025": 2.0}, frequency="annual")
    facts.add_metal("thulium", "Tm", member_of="rare-earths")
    chart = registry.price(facts, "thulium", today)
    assert isinstance(chart, Missing)
    assert chart.reason.startswith("No price on file for thulium.")
    assert isinstance(registry.price(store, "barite", today), Missing)


def test_a_log_axis_holds_every_point(store, today):
    spec = _spec(registry.price(store, "tungsten", today, log=True))
    assert spec.y.scale == "log"
    assert 0 < spec.y.low <= min(p.y for p in spec.series[0].points)
    assert spec.y.high >= max(p.y for p in spec.series[0].points)
    assert "--log" in spec.query


def test_since_crops_and_is_in_the_command(store, today):
    spec = _spec(registry.price(store, "gallium", today, IMPORTS, since=date(2023, 1, 1)))
    assert len(spec.series[0].points) == 3
    assert "--since 2023-01-01" in spec.query
    assert isinstance(registry.price(store, "gallium", today, IMPORTS, since=date(2030, 1, 1)), Missing)


def test_the_opening_series_is_the_first_choice(store, today):
    for metal_id in ("gallium", "tungsten", "antimony"):
        choices = registry.price_choices(store, metal_id)
        assert len(choices) == len(store.price_series(metal_id))
        opening = _spec(registry.price(store, metal_id, today))
        named = _spec(registry.price(store, metal_id, today, series=choices[0].key))
        assert opening.series == named.series


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


def test_prices_and_unit_values_together_are_named_so(store, today):
    keys = ("us-import-uv-tungsten-unwrought", "us-import-uv-apt")
    assert (
        _spec(registry.price(store, "tungsten", today, keys)).title
        == "Tungsten: unit values and control dates"
    )
    both = _spec(registry.price(store, "tungsten", today, (*keys, "ferrotungsten-rotterdam-smm")))
    assert both.title == "Tungsten: prices and unit values and control dates"
    assert both.y.label == "Price or unit value"
    assert (
        _spec(registry.price(store, "tungsten", today, "apt-china-smm")).title
        == "Tungsten: price and control dates"
    )


def test_an_unknown_series_is_a_sentence(store, today):
    with pytest.raises(NotFound, match="price series"):
        registry.price(store, "gallium", today, series="nothing")


def test_middles_of_periods():
    assert middle("2024") == date(2024, 7, 1)
    assert middle("2024-02") == date(2024, 2, 15)
    assert middle("2024-02-29") == date(2024, 2, 29)
