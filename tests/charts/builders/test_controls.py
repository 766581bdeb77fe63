"""The control history where goods do not leave, and purchasing rules; strips are tested with the other charts."""

from dataclasses import replace
from datetime import date

from explorer.charts.builders import registry
from explorer.charts.spec import ChartSpec, Missing
from explorer.data.context import Context


def test_goods_that_do_not_leave_have_no_history_but_for_every_destination(store, today):
    home = replace(today, destination="CHN")
    chart = registry.controls(store, "gallium", home)
    assert isinstance(chart, Missing)
    assert chart.reason == (
        "Goods that go from China to China are not exported: choose another origin or destination."
    )
    assert isinstance(registry.controls(store, "gallium", home, all_destinations=True), ChartSpec)


def test_purchasing_rules_are_rows_for_every_destination(store):
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
