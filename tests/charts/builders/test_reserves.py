"""Reserves: shares of a published total, and words in place of figures."""

from explorer.charts.builders import registry
from explorer.charts.spec import ChartSpec


def test_reserves_have_no_shares_of_a_bound(store, today):
    spec = registry.reserves(store, "tungsten", today)
    assert isinstance(spec, ChartSpec)
    points = spec.series[0].points
    assert (points[0].label, points[0].y, points[0].share_pct) == ("China", 2_500_000, None)
    assert points[-1].label == "Other countries (as published)"
    assert any("published only as >" in n for n in spec.notes)


def test_a_word_in_place_of_a_figure_is_a_row(store, today):
    spec = registry.reserves(store, "rhenium", today)
    assert isinstance(spec, ChartSpec)
    last = spec.series[0].points[-1]
    assert (last.label, last.word, last.y) == ("World total", "“large”", None)
