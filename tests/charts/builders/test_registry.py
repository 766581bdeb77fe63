"""All kinds of chart for all metals."""

import pytest
from msgspec.structs import replace

from explorer.charts.batch import jobs
from explorer.charts.builders import registry
from explorer.charts.shapes import shape_of
from explorer.charts.spec import ChartSpec, Missing
from explorer.data.controls.headline import beyond
from explorer.data.dates import first_day, show


def test_every_kind_has_a_chart_or_a_reason_for_every_metal(store, today):
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
            f"edition {store.edition.data_version}, controls checked to {show(store.edition.verified_to)}."
        )
        assert shape_of(chart).unit or chart.rows or chart.tiles or chart.dates


@pytest.mark.parametrize("kind", ["controls", "controls-all", "risk", "risk-compare", "dates", "table"])
def test_statuses_on_a_day_that_is_not_checked_have_a_warning(store, today, kind):
    metals = {"one": ("gallium",), "several": ("gallium", "antimony"), "all": ()}[registry.KINDS[kind].metals]
    checked = replace(today, as_of=first_day(store.edition.verified_to))
    for context in (today, checked):
        spec = registry.make(registry.KINDS[kind], store, metals, context)
        assert isinstance(spec, ChartSpec)
        warnings = [note for note in (*spec.notes, *spec.left_out) if note.startswith("Checked to")]
        assert set(warnings) == ({beyond(store, today.as_of)} if context == today else set())
