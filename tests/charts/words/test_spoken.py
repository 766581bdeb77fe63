"""The points of charts as screen readers speak them; figures from tests/edition."""

import pytest

from explorer.charts.builders import registry
from explorer.charts.shapes import shape_of
from tests.charts import made


def spoken(spec) -> list[str]:
    shape = shape_of(spec)
    return [shape.spoken(*place) for place in shape.csv_places()]


def test_a_figure_has_its_date_unit_and_flag(store, today):
    names = spoken(registry.price(store, "gallium", today, "usgs-gallium-import-unit-value"))
    assert names[0] == "2021 (annual): 277 USD/kg"
    assert names[-1] == "2025 (annual): 580 USD/kg, estimated"


def test_a_bound_is_in_words(store, today):
    names = spoken(registry.published_reliance(store, "tungsten", today))
    assert names[0] == "2015: more than 25\u202f%"


@pytest.mark.parametrize(
    ("qualifier", "text"),
    [("<", "less than 5 USD/kg"), (">", "more than 5 USD/kg"), ("~", "about\u00a05 USD/kg")],
)
def test_each_qualifier_is_in_words(qualifier, text):
    assert spoken(made.chart(made.series((5.0,), qualifier=qualifier))) == [f"point 0: {text}"]


def test_a_range_is_in_words():
    assert spoken(made.chart(made.series((None,), low=10.0, high=20.0))) == ["point 0: 10 to 20 USD/kg"]


def test_a_withheld_figure_is_called_withheld_once(store, today):
    names = spoken(registry.production(store, "antimony", today))
    assert "United States: withheld" in names


def test_shares_and_flag_follow_the_figure(store, today):
    names = spoken(registry.production(store, "antimony", today))
    assert names[0] == "China: 40\u202f000 t, 36\u202f% of the total, estimated"


def test_one_of_several_series_has_its_name(store, today):
    names = spoken(registry.production_years(store, "antimony", today))
    assert "China, 2007: 163\u202f000 t, estimated" in names


def test_a_presumed_state_is_called_presumed(store, today):
    names = spoken(registry.controls(store, "gallium", today))
    assert "Announcement 46 of 2024, section 2, first clause: in force (presumed), since 28 Nov 2026" in names


def test_a_point_between_two_axes_has_its_status_and_both_figures(store, today):
    (name,) = [n for n in spoken(registry.risk(store, today)) if n.startswith("Gallium")]
    assert name.startswith("Gallium (ban or refusal paused): Concentration 9804 HHI; ")


def test_changes_note_and_source_are_the_details():
    shape = shape_of(made.chart(made.series((10.0, 20.0), note="A note", source_ids=("a-source",))))
    assert shape.spoken_details(0, 1) == ("+100\u202f% since point 0", "A note", "A publisher")
