"""The control history of a metal: its measures and their states, special forms and purchasing rules."""

from dataclasses import replace
from datetime import date

from explorer.charts.builders import registry
from explorer.charts.spec import ChartSpec, Missing
from explorer.data.context import Context


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
