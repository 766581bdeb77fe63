"""The control history of a metal: its measures and their states, special forms and purchasing rules."""

from datetime import date

import pytest
from msgspec.structs import replace

from explorer.charts.builders import registry
from explorer.charts.spec import ChartSpec, Missing
from explorer.data.context import Context
from explorer.data.controls.measure_list import listed_measures


def test_strips_of_gallium(store, today):
    spec = registry.controls(store, "gallium", today)
    assert isinstance(spec, ChartSpec)
    ban = next(r for r in spec.rows if r.kind == "prohibition" and "paused" in r.detail)
    assert [(s.state, s.start, s.end, s.presumed) for s in ban.spans] == [
        ("in_force", date(2024, 12, 3), date(2025, 11, 8), False),
        ("suspended", date(2025, 11, 9), date(2026, 11, 27), False),
        ("in_force", date(2026, 11, 28), None, True),
    ]
    assert any("US military users" in r.detail for r in spec.rows)


def test_the_full_history_has_more_rows_than_the_default_one(store, today):
    default = registry.controls(store, "tungsten", today)
    whole = registry.controls(store, "tungsten", today, since=None)
    assert len(whole.rows) > len(default.rows)
    assert any("Not shown: " in n for n in default.notes)
    assert [r.background for r in whole.rows] == sorted(r.background for r in whole.rows)


def test_the_reason_without_controls_names_origin_and_destination(store):
    chart = registry.controls(store, "copper", Context(date(2026, 11, 24), "CHN", "USA"))
    assert isinstance(chart, Missing)
    assert chart.reason == "No export controls on copper from China to the United States are on file."


def test_a_metal_with_special_forms_only_has_its_history_in_the_background(store):
    spec = registry.controls(store, "rhenium", Context(date(2026, 11, 24)))
    (row,) = spec.rows
    assert row.background and row.measure_id == "cn-1998-245"
    assert row.detail == "licence for special forms, all destinations · in force"
    assert row.scope.startswith("Rhenium, alloys of 90 percent rhenium or more")
    assert any("not the metal itself" in note for note in spec.notes)


def test_special_forms_come_after_measures_on_the_metal(store):
    spec = registry.controls(store, "indium", Context(date(2026, 11, 24)))
    forms = [row.measure_id for row in spec.rows if "special forms" in row.detail]
    assert set(forms) == {"cn-2023-23", "cn-2024-33"}
    assert spec.rows[0].measure_id.startswith("cn-2025-10")


def test_origin_and_destination_in_one_country_have_a_history_for_all_destinations_only(store, today):
    home = replace(today, destination="CHN")
    chart = registry.controls(store, "gallium", home)
    assert isinstance(chart, Missing)
    assert chart.reason == (
        "Goods sent from China to China are not exports: choose another origin or destination."
    )
    assert isinstance(registry.controls(store, "gallium", home, all_destinations=True), ChartSpec)


def test_purchasing_rules_are_shown_for_every_destination(store):
    for to in ("ALL", "CHN"):
        spec = registry.controls(store, "neodymium", Context(date(2026, 6, 1), "USA", to))
        rows = {r.measure_id: r for r in spec.rows}
        assert set(rows) >= {"us-dfars-7052-1", "us-dfars-7052-2"}
        rule = rows["us-dfars-7052-1"]
        assert rule.background and rule.detail == "purchasing rule, does not affect the status · in force"
    assert all(
        "purchasing" not in r.detail
        for r in registry.controls(store, "neodymium", Context(date(2026, 6, 1), "CHN", "USA")).rows
    )


@pytest.mark.parametrize("metal", ["gallium", "tungsten", "rare-earths", "rhenium", "indium", "neodymium"])
@pytest.mark.parametrize("everywhere", [False, True])
@pytest.mark.parametrize("ended", [False, True])
def test_rows_are_those_of_the_list_in_its_order(store, today, metal, everywhere, ended):
    chart = registry.controls(store, metal, today, None, everywhere, ended)
    listed = listed_measures(store, metal, today, all_destinations=everywhere, ended=ended)
    assert [r.measure_id for r in chart.rows] == [m.measure.measure_id for m in listed]
    assert ("--show-ended" if ended else "--no-show-ended") in chart.query.split()


def test_ended_measures_are_counted_where_they_are_not_shown(store, today):
    """The gallium point of Announcement 57 of 2023 ended in July 2025."""
    shown = registry.controls(store, "gallium", today, show_ended=True)
    hidden = registry.controls(store, "gallium", today, show_ended=False)
    assert {r.measure_id for r in shown.rows} - {r.measure_id for r in hidden.rows} == {"cn-2023-57-ga"}
    assert "Not shown: 1 measure that has ended." in hidden.notes
    assert not any("has ended" in n for n in shown.notes)


def test_measures_announced_later_are_counted_where_they_are_not_shown(store):
    on = Context(date(2024, 12, 10), "CHN", "USA")
    chart = registry.controls(store, "gallium", on, show_ended=True)
    assert "cn-2025-28" not in {r.measure_id for r in chart.rows}
    assert "Not shown: 1 measure announced after 10 Dec 2024." in chart.notes
    assert "cn-2025-28" in {r.measure_id for r in registry.controls(store, "gallium", on).rows}


def test_without_the_switch_a_chart_is_as_before(store, today):
    """All measures by their first day, with the options and notes that files had before there was a switch."""
    chart = registry.controls(store, "gallium", today)
    assert "show-ended" not in chart.query and not any("has ended" in n for n in chart.notes)
    assert [r.measure_id for r in chart.rows] == [
        "cn-2023-23",
        "cn-2023-57-ga",
        "cn-2024-46-1",
        "cn-2024-46-2a",
        "cn-2024-46-x",
        "cn-2025-28",
    ]


def test_where_all_measures_have_ended_the_reason_counts_them(store):
    """The stop of cobalt exports ended in October 2025, the quotas at the end of 2027."""
    chart = registry.controls(store, "cobalt", Context(date(2028, 1, 1), "COD"), show_ended=False)
    assert isinstance(chart, Missing)
    assert chart.reason == (
        "No measure on exports of cobalt from DR Congo to all destinations was in force, paused or announced on "
        "1 Jan 2028. Not shown: 2 measures that have ended."
    )
