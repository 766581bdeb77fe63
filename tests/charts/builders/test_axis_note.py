"""A chart whose vertical axis does not begin at zero says so, in the window and in files."""

from datetime import date

import pytest

from explorer.charts.builders import registry
from explorer.charts.output.csv_file import csv_bytes
from explorer.charts.spec import ChartSpec
from explorer.data.context import Context

CONTEXT = Context(date(2026, 11, 24), "CHN", "USA")
NOTE = "The vertical axis does not begin at zero."


def charts(store, metal_ids):
    for kind in registry.KINDS.values():
        for metal_id in metal_ids if kind.metals != "all" else ("",):
            chart = registry.make(kind, store, (metal_id,) if metal_id else (), CONTEXT)
            if isinstance(chart, ChartSpec):
                yield chart


def test_the_note_is_on_the_charts_that_need_it_and_on_no_other(store):
    noted, plain = 0, 0
    for chart in charts(store, store.metals):
        needed = chart.y.kind == "value" and chart.y.scale == "linear" and chart.y.low > 0
        assert (NOTE in chart.notes) is needed, chart.query
        noted, plain = noted + needed, plain + (not needed)
    assert noted > 3 and plain > 50


def test_a_log_axis_and_one_around_zero_need_none(store):
    near = registry.price(store, "tin", CONTEXT)
    assert isinstance(near, ChartSpec)
    log = registry.price(store, "tin", CONTEXT, log=True)
    assert isinstance(log, ChartSpec) and NOTE not in log.notes
    change = registry.price_change(store, ("antimony",), CONTEXT)
    assert isinstance(change, ChartSpec) and change.y.low < 0 < change.y.high and NOTE not in change.notes


@pytest.mark.parametrize("metal_id", ["tin", "nickel"])
def test_the_note_goes_into_files(store, metal_id):
    made = list(charts(store, (metal_id,)))
    assert any(NOTE in chart.notes for chart in made)
    for chart in made:
        assert (NOTE in csv_bytes(chart, "command").decode("utf-8")) is (NOTE in chart.notes)
