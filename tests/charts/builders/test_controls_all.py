"""All metals under control: one strip a metal, its highest measure, in the order of the first control."""

from datetime import date

import pytest

from explorer.charts import summary
from explorer.charts.builders import registry
from explorer.charts.output.csv_file import csv_bytes
from explorer.charts.plot.strip_space import looks
from explorer.charts.spec import ChartSpec, Missing
from explorer.data.context import Context
from tests.charts.facts import Facts
from tests.data.builders import event, measure


@pytest.fixture
def facts() -> Facts:
    facts = Facts()
    for metal_id in ("tin", "gallium", "cobalt", "iron"):
        facts.add_metal(metal_id)
    paused = event("2025-08-01", "suspended", until="2026-12-31", measure_id="ban")
    waiting = event("2025-05-15", "suspended", until="2026-12-31", measure_id="late")
    measures = (
        measure("early", announced="2024-05-01", effective="2024-06-01", metals=("gallium",)),
        measure(
            "ban", "prohibition", "USA", "2025-02-01", "2025-02-01", events=(paused,), metals=("gallium",)
        ),
        measure("tin", announced="2023-01-01", effective="2023-01-01", metals=("tin",)),
        measure(
            "late", announced="2025-05-01", effective="2025-06-01", events=(waiting,), metals=("cobalt",)
        ),
        measure("quota", "quota", metals=("iron",)),
    )
    facts.measures = {m.measure_id: m for m in measures}
    return facts


def test_metals_are_in_the_order_of_their_first_control(facts, today):
    spec = registry.controls_all(facts, today)
    assert isinstance(spec, ChartSpec)
    assert [r.label for r in spec.rows] == ["Tin", "Gallium", "Cobalt"]
    assert spec.metal_ids == ()
    assert "Not shown: 1 metal with only quotas or ordinary export licences." in spec.notes


def test_a_strip_follows_the_headline(facts, today):
    gallium = registry.controls_all(facts, today).rows[1]
    assert [(s.start, s.end, s.kind, s.state, s.presumed) for s in gallium.spans] == [
        (date(2024, 5, 1), date(2024, 5, 31), "licence", "announced", False),
        (date(2024, 6, 1), date(2025, 1, 31), "licence", "in_force", False),
        (date(2025, 2, 1), date(2025, 7, 31), "prohibition", "in_force", False),
        (date(2025, 8, 1), date(2026, 12, 31), "prohibition", "suspended", False),
        (date(2027, 1, 1), None, "prohibition", "in_force", True),
    ]
    assert gallium.detail == "ban paused until 31 Dec 2026"
    assert gallium.spans[2].measure_ids == ("ban",)


def test_the_legend_names_only_what_is_on_the_axis(facts, today):
    whole = registry.controls_all(facts, today, since=None)
    assert any("announced" in name for _, name in looks(whole))
    late = registry.controls_all(facts, today, since=date(2025, 9, 1))
    assert not any("announced" in name for _, name in looks(late))
    assert any("paused" in name for _, name in looks(late))


def test_another_destination_has_no_ban(facts):
    spec = registry.controls_all(facts, Context(date(2026, 11, 24), "CHN", "KOR"))
    gallium = next(r for r in spec.rows if r.label == "Gallium")
    assert {s.kind for s in gallium.spans} == {"licence"}
    assert gallium.detail == "licence required"


def test_an_origin_without_controls_has_a_reason(facts):
    chart = registry.controls_all(facts, Context(date(2026, 11, 24), "USA", "CHN"))
    assert isinstance(chart, Missing)
    assert chart.reason == "No export controls from the United States to China are on file."


def test_quotas_have_rows_where_nothing_is_stricter(facts, today):
    facts.measures = {"quota": measure("quota", "quota", metals=("iron",))}
    spec = registry.controls_all(facts, today)
    assert [(r.label, r.detail) for r in spec.rows] == [("Iron", "quota")]
    assert not any("not shown" in n for n in spec.notes)


def test_table_and_csv_have_a_line_for_each_span_with_its_measures(facts, today):
    spec = registry.controls_all(facts, today)
    table = summary.table(spec)
    assert len(table.rows) == sum(len(r.spans) for r in spec.rows)
    assert table.header[0] == "Metal"
    lines = csv_bytes(spec, "command").decode().splitlines()
    assert "metal_id,metal,kind,state,from,to,presumed,your_entry,measure_ids,source_ids" in lines
    assert "gallium,Gallium,prohibition,in_force,2027-01-01,,yes,no,ban,a-source" in lines
    assert summary.sentence(spec).startswith(
        "All metals: timeline of controls. 3 metals: Tin, licence required; Gallium, ban paused until 31 Dec 2026;"
    )


def test_every_controlled_metal_has_a_row(store, today):
    spec = registry.controls_all(store, today, since=None)
    from explorer.data.controls.history import first_controlled

    controlled = {m for m in store.metals if first_controlled(store.measures.values(), m, today) is not None}
    assert controlled <= {r.metal_id for r in spec.rows}
    firsts = [first_controlled(store.measures.values(), r.metal_id, today) for r in spec.rows]
    days = [f[0] for f in firsts if f is not None]
    assert days == sorted(days)
    assert all(f is None for f in firsts[len(days) :])


def test_a_range_after_the_as_of_date_is_refused(facts, today):
    chart = registry.controls_all(facts, today, since=date(2030, 1, 1))
    assert isinstance(chart, Missing)
    assert chart.reason == ("The chart would start on 1 Jan 2030, after the as-of date (24 Nov 2026).")


@pytest.mark.parametrize(("origin", "destination"), [("CHN", "CHN"), ("USA", "USA-MIL"), ("DEU", "FRA")])
def test_goods_that_are_not_exported_have_a_reason_in_place_of_strips(store, origin, destination):
    chart = registry.controls_all(store, Context(date(2026, 11, 27), origin, destination))
    assert isinstance(chart, Missing)
    assert "choose another origin or destination" in chart.reason
