"""Dependence on imports as a chart: the destination's suppliers open, then its bloc's reliance, then that of the US."""

from dataclasses import replace

import pytest

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


def test_the_suppliers_of_the_destination_open(store, german, qapp):
    spec = registry.reliance(store, "graphite", german)
    assert isinstance(spec, ChartSpec)
    assert (spec.kind, spec.title) == ("reliance", "Graphite (natural): suppliers of Germany, 2024")
    assert spec.notes[0].startswith("US net import reliance, 2025: 100")
    point = spec.series[0].points[0]
    assert point.share_pct is not None and point.value_share_pct is not None
    assert "--chart reliance" in spec.query and spec.query.endswith("--to DEU")
    for picture in (ExportOptions(), ExportOptions(1890, 1063, 300), ExportOptions(600, 500, 96)):
        assert CREDIT in pictures.words(spec, picture)
    assert CREDIT in render(spec, ExportOptions(), "csv").decode()


def test_the_choices_are_the_destinations_own_first(store, german):
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
    assert american.notes[0] == "Figures of the United States, not of Germany."


def test_the_unions_figure_has_its_year_and_the_us_figure_beside_it(store, german):
    spec = registry.reliance(store, "gallium", german)
    assert spec.title == "Gallium: net import reliance of the European Union, 2017"
    assert spec.notes[:3] == (
        "Figures of the European Union, not of Germany.",
        "US net import reliance, 2025: 100\u202f% (estimated; all forms).",
        "The buyer tables do not cover gallium; this does not mean that no buyer depends on it.",
    )


def test_figures_of_the_united_states_say_so(store, today):
    spec = registry.reliance(store, "gallium", replace(today, destination="JPN"))
    assert spec.title == "Gallium: net import reliance of the United States"
    assert spec.notes[0] == "Figures of the United States, not of Japan."
    assert "does not mean that no buyer depends on it" in spec.notes[1]


def test_for_the_united_states_and_for_all_nothing_is_added(store, today):
    for destination in ("USA", "ALL"):
        spec = registry.reliance(store, "gallium", replace(today, destination=destination))
        assert spec.title == "Gallium: net import reliance of the United States"
        assert not any("Figures of" in n or "buyer tables" in n for n in spec.notes)
