"""Uses, reserves, imports, reliance, trade and strips on the real facts."""

from datetime import date

import pytest

from explorer.charts.batch import jobs
from explorer.charts.builders import registry
from explorer.charts.builders.periods import period_length
from explorer.charts.output.options import ExportOptions
from explorer.charts.output.render import render
from explorer.charts.spec import ChartSpec, Missing
from explorer.charts.words import summary
from explorer.data.context import Context
from explorer.data.dates import show


def test_uses_are_of_one_region_year_and_basis(store, today):
    for metal_id in store.metals:
        shares = [(u.use, u.share_pct, u.qualifier) for u in store.uses(metal_id)]
        for choice in registry.use_choices(store, metal_id):
            spec = registry.uses(store, metal_id, today, choice.key)
            assert isinstance(spec, ChartSpec)
            assert all((p.label, p.y, p.qualifier) in shares for p in spec.series[0].points)
            assert not choice.key.endswith("together")


def test_gallium_uses_in_the_united_states(store, today):
    spec = registry.uses(store, "gallium", today)
    assert [p.y for p in spec.series[0].points] == [73, 26]
    assert spec.subtitle == "Share of consumption in per cent · United States, 2025"


def test_uses_without_shares_say_so(store, today):
    chart = registry.uses(store, "cesium", today)
    assert isinstance(chart, Missing)
    assert "without shares" in chart.reason


def test_reserves_take_no_share_of_a_bound(store, today):
    spec = registry.reserves(store, "tungsten", today)
    assert isinstance(spec, ChartSpec)
    points = spec.series[0].points
    assert (points[0].label, points[0].y, points[0].share_pct) == ("China", 2_500_000, None)
    assert points[-1].label == "Other countries (as printed)"
    assert any("published only as >" in n for n in spec.notes)


def test_words_in_place_of_reserves_are_told(store, today):
    spec = registry.reserves(store, "rhenium", today)
    assert isinstance(spec, ChartSpec)
    last = spec.series[0].points[-1]
    assert (last.label, last.word, last.y) == ("World total", "“large”", None)


def test_import_sources_of_gallium(store, today):
    spec = registry.import_sources(store, "gallium", today)
    assert [(p.label, p.y) for p in spec.series[0].points] == [
        ("Canada", 28),
        ("Japan", 22),
        ("China", 18),
        ("Germany", 16),
        ("Other countries (as printed)", 16),
    ]


def test_reliance_keeps_bounds_and_gaps(store, today):
    spec = registry.reliance(store, "tungsten", today)
    points = {int(p.x): p for p in spec.series[0].points}
    assert (points[2015].y, points[2015].qualifier) == (25, ">")
    assert points[2020].y is None
    assert points[2025].flag == "e"


def test_net_exporter_is_a_word_and_no_figure(store, today):
    spec = registry.reliance(store, "beryllium", today)
    last = spec.series[0].points[-1]
    assert (last.y, last.word, last.flag) == (None, "net exporter", "e")
    assert any(n.startswith("Triangle at the bottom: net exporter") for n in spec.notes)


def test_bounds_of_reliance_keep_their_sign_wherever_they_are_listed(store, today, qapp):
    spec = registry.reliance(store, "tungsten", today)
    bounds = [p for p in spec.series[0].points if p.is_bound]
    assert bounds and any(
        n.startswith("Arrows mark published bounds: up means more than") for n in spec.notes
    )
    table = summary.table(spec)
    assert [row[table.header.index("Bound")] for row in table.rows].count(">") == len(bounds)
    rows = render(spec, ExportOptions(), "csv").decode().splitlines()
    assert sum(",%,>," in row for row in rows) == len(bounds)
    said = summary.sentence(spec)
    assert "all of them bounds" in said and "highest" not in said


def test_gallium_exports_keep_zero_apart_from_unknown(store, today):
    key = "CHN|export|WLD|gallium|month|kg"
    spec = registry.trade(store, "gallium", today, key)
    figures = {p.label: p.y for p in spec.series[0].points}
    assert figures["Mar 2023"] == 6480
    assert figures["Aug 2023"] == 0
    assert "Apr 2023" not in figures
    assert "2023" not in figures
    assert spec.y.low == 0
    assert any(e.day == date(2023, 8, 1) for e in spec.events)


def test_every_line_of_trade_has_one_of_each(store, today):
    for metal_id in store.metals:
        rows = {
            (t.reporter, t.flow, t.partner, t.product, period_length(t.period), v)
            for t in store.trade(metal_id)
            for v in (t.quantity, t.value_usd)
        }
        if not rows:
            continue
        for choice in registry.trade_choices(store, metal_id, today):
            spec = registry.trade(store, metal_id, today, choice.key)
            assert isinstance(spec, ChartSpec)
            key = tuple(choice.key.split("|")[:5])
            assert all((*key, p.y) in rows for p in spec.series[0].points)


@pytest.mark.parametrize(
    ("text", "length"),
    [("2024", "year"), ("2024-05", "month"), ("2024-Q1", "quarter"), ("2024-01/2024-06", "span")],
)
def test_lengths_of_periods(text, length):
    assert period_length(text) == length


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


def test_the_whole_history_has_more_rows_than_the_opening_one(store, today):
    opening = registry.controls(store, "tungsten", today)
    whole = registry.controls(store, "tungsten", today, since=None)
    assert len(whole.rows) > len(opening.rows)
    assert any("not shown" in n for n in opening.notes)
    assert [r.background for r in whole.rows] == sorted(r.background for r in whole.rows)


def test_no_control_is_said_with_origin_and_destination(store):
    chart = registry.controls(store, "copper", Context(date(2026, 11, 24), "CHN", "USA"))
    assert isinstance(chart, Missing)
    assert chart.reason == "No export control on copper from China to the United States is on file."


def test_every_kind_answers_for_every_metal(store, today):
    todo = [job for metal_id in store.metals for job in jobs((metal_id,), registry.KINDS.values())]
    for job in dict.fromkeys(todo):
        chart = registry.make(job.kind, store, job.metal_ids, today)
        if isinstance(chart, Missing):
            assert chart.reason.endswith(".")
            assert chart.title
            continue
        assert chart.kind == job.kind.name
        assert chart.source_line
        assert chart.title
        assert f"--chart {job.kind.name}" in chart.query
        assert chart.footer.endswith(
            f"data {store.edition.data_version}, verified to {show(store.edition.verified_to)}."
        )
        unit = chart.x.unit if chart.horizontal else chart.y.unit
        assert unit or chart.rows


def test_a_metal_of_special_forms_alone_has_a_quiet_history(store):
    spec = registry.controls(store, "rhenium", Context(date(2026, 11, 24)))
    (row,) = spec.rows
    assert row.background and row.measure_id == "cn-1998-245"
    assert row.detail == "licence for special forms, all destinations · in force"
    assert row.scope.startswith("Rhenium, alloys of 90 percent rhenium or more")
    assert any("not the metal as such" in note for note in spec.notes)


def test_special_forms_stand_below_what_binds_the_metal(store):
    spec = registry.controls(store, "indium", Context(date(2026, 11, 24)))
    forms = [row.measure_id for row in spec.rows if "special forms" in row.detail]
    assert set(forms) == {"cn-2023-23", "cn-2024-33"}
    assert spec.rows[0].measure_id.startswith("cn-2025-10")
