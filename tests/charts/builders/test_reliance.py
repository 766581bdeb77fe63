"""Dependence on imports: the suppliers of the destination, then the reliance of its bloc, then that of the US."""

import pytest
from msgspec.structs import replace

from explorer.charts import summary
from explorer.charts.builders import registry
from explorer.charts.output.options import ExportOptions
from explorer.charts.output.render import render
from explorer.charts.spec import ChartSpec
from explorer.data.supply.buyers import CREDIT
from tests.charts import pictures


@pytest.fixture
def german(today):
    """From China to Germany."""
    return replace(today, destination="DEU")


def test_the_suppliers_of_the_destination_are_the_default(store, german, qapp):
    spec = registry.reliance(store, "graphite", german)
    assert isinstance(spec, ChartSpec)
    assert (spec.kind, spec.title) == ("reliance", "Graphite (natural): suppliers to Germany, 2024")
    assert spec.notes[0].startswith("US net import reliance, 2025: 100")
    point = spec.series[0].points[0]
    assert point.share_pct is not None and point.value_share_pct is not None
    assert "--chart reliance" in spec.query and spec.query.endswith("--to DEU")
    for picture in (ExportOptions(), ExportOptions(1890, 1063, 300), ExportOptions(600, 500, 96)):
        assert CREDIT in pictures.words(spec, picture)
    assert CREDIT in render(spec, ExportOptions(), "csv").decode()


def test_the_destination_comes_first_among_the_choices(store, german):
    keys = [c.key for c in registry.reliance_choices(store, "graphite", german)]
    assert keys == ["customs|250410", "EUU|extraction stage", "USA|all forms", "customs|250490"]
    labelled = [c.key for c in registry.reliance_choices(store, "cobalt", german)]
    assert labelled[0] == "EUU|extraction stage" and labelled[-2:] == ["customs|810510", "customs|282200"]
    first = registry.reliance(store, "graphite", german, keys[0])
    assert first == registry.reliance(store, "graphite", german)
    other = registry.reliance(store, "graphite", german, "customs|250490")
    assert other.kind == "suppliers" and "HS 250490" in other.subtitle
    american = registry.reliance(store, "graphite", german, "USA|all forms")
    assert american.title == "Graphite (natural): net import reliance of the United States"
    assert american.notes[0] == "Figures for the United States, not for Germany."


def test_the_figure_of_the_european_union_has_its_year_and_the_us_figure(store, german):
    spec = registry.reliance(store, "gallium", german)
    assert spec.title == "Gallium: net import reliance of the European Union, 2017"
    assert spec.notes[:3] == (
        "Figures for the European Union, not for Germany.",
        "US net import reliance, 2025: 100\u202f% (estimated; all forms).",
        "No supplier figures are on file for gallium; some countries may still depend on imports of it.",
    )


def test_figures_of_the_united_states_have_a_note(store, today):
    spec = registry.reliance(store, "gallium", replace(today, destination="JPN"))
    assert spec.title == "Gallium: net import reliance of the United States"
    assert spec.notes[0] == "Figures for the United States, not for Japan."
    assert "some countries may still depend on imports of it" in spec.notes[1]


def test_the_united_states_and_all_destinations_have_no_note(store, today):
    for destination in ("USA", "ALL"):
        spec = registry.reliance(store, "gallium", replace(today, destination=destination))
        assert spec.title == "Gallium: net import reliance of the United States"
        assert not any("Figures for" in n or "trade data" in n for n in spec.notes)


def test_reliance_has_bounds_and_gaps(store, today):
    spec = registry.reliance(store, "tungsten", today)
    points = {int(p.x): p for p in spec.series[0].points}
    assert (points[2015].y, points[2015].qualifier) == (25, ">")
    assert points[2020].y is None
    assert points[2025].flag == "e"


def test_net_exporter_is_a_word_without_a_figure(store, today):
    spec = registry.reliance(store, "beryllium", today)
    last = spec.series[0].points[-1]
    assert (last.y, last.word, last.flag) == (None, "net exporter", "e")
    assert any(n.startswith("Triangle at the bottom: net exporter") for n in spec.notes)


def test_bounds_keep_their_sign_in_table_csv_and_summary(store, today, qapp):
    spec = registry.reliance(store, "tungsten", today)
    bounds = [p for p in spec.series[0].points if p.is_bound]
    assert bounds and any(
        n.startswith("Arrows mark published bounds: up means more than") for n in spec.notes
    )
    table = summary.table(spec)
    assert [row[table.header.index("Bound")] for row in table.rows].count(">") == len(bounds)
    rows = render(spec, ExportOptions(), "csv").decode().splitlines()
    assert sum(",%,>," in row for row in rows) == len(bounds)
    text = summary.sentence(spec)
    assert "all published only as bounds" in text and "highest" not in text
