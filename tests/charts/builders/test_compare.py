"""Prices of several metals, each set to 100 on one day, with the control dates of all of them."""

from datetime import date

import pytest

from explorer.charts.builders import registry
from explorer.charts.spec import ChartSpec, Missing
from explorer.errors import KnownError, NotFound
from tests.charts.facts import Facts
from tests.data.builders import measure


@pytest.fixture
def facts() -> Facts:
    facts = Facts()
    facts.add_prices("ga", "gallium", {"2024-01-01": 10.0, "2024-06-01": 20.0, "2025-06-01": 40.0})
    facts.add_prices("sb", "antimony", {"2024-05-01": 5.0, "2025-05-01": 15.0}, unit="CNY/t")
    facts.add_metal("thulium")
    facts.measures = {
        "both": measure("both", metals=("gallium", "antimony"), effective="2025-01-01"),
        "quota": measure("quota", "quota", metals=("antimony",), effective="2025-02-01"),
    }
    return facts


def test_all_are_100_at_the_first_day_by_which_all_have_begun(facts, today):
    spec = registry.compare(facts, ("gallium", "antimony"), today)
    assert isinstance(spec, ChartSpec)
    assert [[p.y for p in s.points] for s in spec.series] == [[100, 200, 400], [100, 300]]
    assert spec.y.unit == "index, 1 May 2024 = 100"
    assert [s.name for s in spec.series] == ["Gallium: Ga, USD/kg", "Antimony: Sb, CNY/t"]
    assert [s.published_unit for s in spec.series] == ["USD/kg", "CNY/t"]


def test_a_base_sets_the_day_and_leaves_out_what_began_later(facts, today):
    spec = registry.compare(facts, ("gallium", "antimony"), today, base=date(2024, 2, 1))
    assert [s.short for s in spec.series] == ["Gallium"]
    assert spec.subtitle == "Gallium: Ga, USD/kg; 1 Feb 2024 = 100"
    assert (
        "Not shown, because their series do not have values both on or before 1 Feb 2024 and after it: antimony."
        in spec.notes
    )
    assert spec.query.endswith("--base 2024-02-01")


def test_control_dates_name_their_metals_and_exclude_quotas(facts, today):
    spec = registry.compare(facts, ("gallium", "antimony"), today)
    assert [(e.day, e.label) for e in spec.events] == [
        (date(2025, 1, 1), "Gallium and antimony: licence, all destinations")
    ]
    assert "Control dates: licences and bans only." in spec.notes


def test_a_metal_without_a_price_is_named(facts, today):
    spec = registry.compare(facts, ("gallium", "thulium"), today)
    assert "Not shown, because no prices are on file: thulium." in spec.notes
    chart = registry.compare(facts, ("thulium",), today)
    assert isinstance(chart, Missing)
    assert chart.reason == "No prices on file for thulium."


def test_a_series_can_be_named_for_a_metal(facts, today):
    facts.add_prices("ga-2", "gallium", {"2024-05-01": 1.0, "2025-05-01": 1.5})
    spec = registry.compare(facts, ("gallium", "antimony"), today, series="ga-2", log=True)
    assert [p.y for p in spec.series[0].points] == [100, 150]
    assert spec.y.scale == "log"
    with pytest.raises(NotFound, match="sb-9"):
        registry.compare(facts, ("gallium",), today, series="sb-9")


def test_nine_metals_are_refused(store, today):
    metals = list(store.metals)[:9]
    with pytest.raises(KnownError, match="one to 8 metals"):
        registry.make(registry.KINDS["compare"], store, metals, today)


def test_the_base_day_is_a_line_of_the_chart(facts, today):
    assert registry.compare(facts, ("gallium", "antimony"), today).base == date(2024, 5, 1)
    assert registry.compare(facts, ("gallium",), today, base=date(2024, 2, 1)).base == date(2024, 2, 1)


def test_constant_prices_are_left_out_unless_chosen(facts, today):
    facts.add_prices("cs", "cesium", {"2024-01-01": 1.0, "2025-01-01": 2.0}, basis="constant 1998 USD")
    spec = registry.compare(facts, ("gallium", "cesium"), today)
    assert [s.key for s in spec.series] == ["ga"]
    assert "Not shown, because only constant (real) prices are on file: cesium." in spec.left_out
    chosen = registry.compare(facts, ("gallium", "cesium"), today, series=("cs",))
    assert [s.key for s in chosen.series] == ["ga", "cs"]
    chart = registry.compare(facts, ("cesium",), today)
    assert isinstance(chart, Missing) and chart.reason == "No nominal prices on file for cesium."


def test_a_metal_keeps_its_colour_where_another_is_left_out(facts, today):
    spec = registry.compare(facts, ("thulium", "gallium", "antimony"), today)
    assert [(s.key, s.colour) for s in spec.series] == [("ga", 1), ("sb", 2)]
    assert [s.colour for s in registry.compare(facts, ("gallium",), today).series] == [None]
