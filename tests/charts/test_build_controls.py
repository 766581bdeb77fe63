"""The control history of a metal where the goods do not leave; its strips are tested with the other charts."""

from dataclasses import replace

from explorer.charts import build
from explorer.charts.spec import ChartSpec, Missing


def test_goods_that_do_not_leave_have_no_history_but_for_every_destination(store, today):
    home = replace(today, destination="CHN")
    chart = build.control_history(store, "gallium", home)
    assert isinstance(chart, Missing)
    assert chart.reason == (
        "Goods that go from China to China are not exported: choose another origin or destination."
    )
    assert isinstance(build.control_history(store, "gallium", home, all_destinations=True), ChartSpec)
