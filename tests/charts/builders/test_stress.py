"""Output lost by metal: the bars agree with the stress test, with bounds, flags and reasons."""

import pytest
from msgspec.structs import replace

from explorer.charts.builders import registry
from explorer.charts.spec import ChartSpec, Missing
from explorer.data.supply.stress.removal import read_removal
from explorer.data.supply.stress.stress_test import stress_test


@pytest.mark.parametrize(("without", "threshold"), [("CHN", None), ("USA", None), ("CHN,EUU", 50.0)])
def test_the_bars_agree_with_the_stress_test(store, today, without, threshold):
    spec = registry.stress(store, today, without, threshold=threshold)
    assert isinstance(spec, ChartSpec)
    rows = stress_test(store, read_removal(store, without), threshold=threshold).shown
    points = spec.series[0].points
    assert [p.y for p in points] == [row.lost_pct for row in rows]
    for point, row in zip(points, rows, strict=True):
        assert row.loss is not None
        assert (point.word_key == "unknown") == (row.lost_pct is None)
        assert (point.qualifier == ">") == (row.loss.at_least and row.lost_pct is not None)
        assert point.flag == (row.loss.total_flag if row.lost_pct is not None else None)
    assert any("“>” means at least" in note for note in spec.notes) == any(
        p.qualifier or p.y is None for p in points
    )
    assert not any("“At least” marks a loss" in note for note in spec.notes)
    assert ("Hatched: estimated." in spec.notes) == any(p.flag == "e" for p in points)


def test_without_a_choice_it_removes_the_origin_and_its_command_repeats_it(store, today):
    spec = registry.stress(store, replace(today, origin="CHN"))
    assert isinstance(spec, ChartSpec)
    assert spec.title == "Share of world output lost without China" and "--without" not in spec.query
    other = registry.stress(store, replace(today, origin="CHN"), "EU,RUS", "mine", 20.0)
    assert isinstance(other, ChartSpec)
    assert "--without EUU,RUS --stage mine --threshold 20" in other.query
    assert all(p.note is not None and p.note.startswith("mine output") for p in other.series[0].points)


def test_an_unknown_loss_says_why(store, today):
    spec = registry.stress(store, today, "USA")
    assert isinstance(spec, ChartSpec)
    antimony = next(p for p in spec.series[0].points if p.label == "Antimony")
    assert antimony.y is None and antimony.word == "unknown"
    assert antimony.note is not None and "withheld: United States" in antimony.note


def test_a_company_next_to_a_country_is_said_to_be_left_out(store, today):
    spec = registry.stress(store, today, "CHN,Umicore")
    assert isinstance(spec, ChartSpec)
    (note,) = spec.left_out
    assert note.startswith("For companies, only sites are listed.") and spec.notes.count(note) == 1
    alone = registry.stress(store, today, "CHN")
    assert isinstance(alone, ChartSpec) and not alone.left_out
    assert [p.y for p in spec.series[0].points] == [p.y for p in alone.series[0].points]


def test_a_company_or_a_threshold_that_none_reaches_gives_a_reason(store, today):
    for chart in (registry.stress(store, today, "Umicore"), registry.stress(store, today, "ISL", "", 99.0)):
        assert isinstance(chart, Missing) and chart.reason
