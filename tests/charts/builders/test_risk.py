"""Concentration against import reliance: a point a metal with both figures, the state of control in words."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from explorer.charts import summary
from explorer.charts.builders import registry
from explorer.charts.output.csv_file import csv_bytes
from explorer.charts.spec import ChartSpec, Missing
from explorer.data.entries.apply import with_entries
from tests.charts.facts import Facts
from tests.data.builders import event, measure
from tests.data.entries.conftest import entry as own_entry
from tests.data.entries.conftest import pause

TABLE = {"CHN": 80.0, "RUS": 10.0, "VNM": 10.0, "WLD": 100.0}


@pytest.fixture
def facts() -> Facts:
    facts = Facts()
    facts.add_metal("gallium", "Ga")
    facts.add_output("gallium", 2025, TABLE, publisher="usgs")
    facts.add_reliance("gallium", 100.0)
    facts.add_metal("tin", "Sn")
    facts.add_output("tin", 2024, {**TABLE, "CHN": 40.0, "WLD": 60.0}, {"CHN": "e"}, publisher="usgs")
    facts.add_reliance("tin", 50.0, ">")
    facts.measures = {"m": measure(metals=("gallium",))}
    return facts


def test_a_metal_is_at_its_reliance_and_hhi(facts, today):
    spec = registry.risk(facts, today)
    assert isinstance(spec, ChartSpec)
    points = {p.label: p for s in spec.series for p in s.points}
    # 6400 + 100 + 100; two thirds and two sixths: 4444 + 278 + 278
    assert (points["Gallium"].x, points["Gallium"].y, points["Gallium"].symbol) == (100, 6600, "Ga")
    assert (points["Tin"].x, points["Tin"].y, points["Tin"].flag) == (50, 5000, "e")
    assert "reliance >\u00a050\u202f% in 2025" in points["Tin"].note
    assert any("Tin >\u00a050" in n for n in spec.notes)


def test_each_status_is_a_series_with_a_name(facts, today):
    spec = registry.risk(facts, today)
    assert [(s.status, s.name) for s in spec.series] == [
        ("licence", "licence"),
        ("none", "nothing in force"),
    ]


def test_words_and_other_publishers_give_no_point(facts, today):
    facts.add_output("zinc", 2025, TABLE, publisher="usgs")
    facts.add_reliance("zinc", None, "net exporter")
    facts.add_output("iron", 2025, TABLE, publisher="wmd")
    facts.add_reliance("iron", 10.0)
    spec = registry.risk(facts, today)
    assert {p.label for s in spec.series for p in s.points} == {"Gallium", "Tin"}
    assert "Not shown, because reliance is published as “net exporter”: Zinc." in spec.notes


def test_the_metals_whose_hhi_is_a_minimum_are_named(facts, today):
    """A fifth of the zinc and a tenth of the lead are of countries that the table does not name."""
    facts.add_output("zinc", 2025, {"CHN": 50.0, "RUS": 20.0, "VNM": 10.0, "WLD": 100.0}, publisher="usgs")
    facts.add_reliance("zinc", 20.0)
    facts.add_output("lead", 2025, {"CHN": 50.0, "RUS": 20.0, "VNM": 20.0, "WLD": 100.0}, publisher="usgs")
    facts.add_reliance("lead", 30.0)
    note = "HHI is a minimum, since withheld or unnamed output is not counted: {}."
    assert note.format("Lead and Zinc") in registry.risk(facts, today).notes
    assert note.format("Zinc") in registry.risk_compare(facts, ["gallium", "zinc"], today).notes
    of_gallium = registry.risk_compare(facts, ["gallium"], today)
    assert not any(n.startswith("HHI is a minimum") for n in of_gallium.notes)


def test_the_metals_whose_status_rests_on_an_entry_are_named(store, today):
    context = replace(today, as_of=date(2026, 11, 28))
    own = with_entries(store, (own_entry(pause()),))
    note = "Status based on your entry, not on the data edition: "
    assert not any(n.startswith(note) for n in registry.risk(store, context).notes)
    (found,) = (
        n for n in registry.risk_compare(own, ["gallium", "tin"], context).notes if n.startswith(note)
    )
    assert found == f"{note}Gallium."


def test_the_metals_whose_status_is_presumed_are_named(facts, today):
    """A ban on tin that was paused until the day before, with no later notice."""
    yesterday = (today.as_of - timedelta(days=1)).isoformat()
    pause = event("2025-01-02", "suspended", yesterday)
    facts.measures["ban"] = measure("ban", "prohibition", events=(pause,), metals=("tin",))
    spec = registry.risk(facts, today)
    assert "Status only presumed, not confirmed by a notice: Tin." in spec.notes


def test_no_figures_on_file_has_a_reason(today):
    chart = registry.risk(Facts(), today)
    assert isinstance(chart, Missing)
    assert (
        chart.reason
        == "No metal has both a full production table and a figure for net import reliance on file."
    )


def test_both_axes_are_in_table_csv_hover_and_summary(facts, today):
    spec = registry.risk(facts, today)
    table = summary.table(spec)
    row = dict(zip(table.header, table.rows[0], strict=True))
    assert (row["Name"], row["Net import reliance of the United States"], row["Concentration"]) == (
        "Gallium",
        "100",
        "6600",
    )
    lines = csv_bytes(spec, "command").decode().splitlines()
    assert "# x: Net import reliance of the United States. value: Concentration." in lines
    assert any(line.startswith("licence,Gallium,100,%,6600,HHI,") for line in lines)
    assert summary.describe(spec, 0, 0)[:2] == (
        "Gallium: licence",
        "Concentration 6600 HHI; Net import reliance of the United States 100\u202f%",
    )
    assert "2 points. Concentration, highest first: Gallium 6600 HHI at 100\u202f%; Tin" in summary.sentence(
        spec
    )


def test_flags_of_output_and_reliance_stay_with_the_point(facts, today):
    facts.add_output("zinc", 2025, TABLE, {"CHN": "p"}, publisher="usgs")
    facts.add_reliance("zinc", 20.0)
    facts.add_output("iron", 2025, TABLE, publisher="usgs")
    facts.add_reliance("iron", 10.0, flag="p")
    facts.reliances[-1] = replace(facts.reliances[-1], confidence="medium")
    facts.add_output("lead", 2025, TABLE, {"CHN": "p"}, publisher="usgs")
    facts.add_reliance("lead", 30.0, flag="e")
    points = {p.label: p for s in registry.risk(facts, today).series for p in s.points}
    assert {name: p.flag for name, p in points.items()} == {
        "Gallium": None,
        "Tin": "e",
        "Zinc": "p",
        "Iron": "p",
        "Lead": "e",
    }
    assert (points["Zinc"].confidence, points["Iron"].confidence) == ("high", "medium")
    assert "reliance 10\u202f% in 2025 (preliminary)" in points["Iron"].note


def test_chosen_metals_are_those_of_the_chart_of_all(facts, today):
    all_points = {p.label: p for s in registry.risk(facts, today).series for p in s.points}
    spec = registry.risk_compare(facts, ("tin", "gallium"), today)
    assert {p.label: p for s in spec.series for p in s.points} == all_points
    assert spec.query.startswith("minor-metals export tin gallium --chart risk-compare")


def test_chosen_metals_without_a_figure_are_named_with_the_reason(facts, today):
    facts.add_metal("holmium")
    facts.add_output("iron", 2025, TABLE, publisher="usgs")
    facts.add_output("zinc", 2025, TABLE, publisher="usgs")
    facts.add_reliance("zinc", None, "net exporter")
    spec = registry.risk_compare(facts, ("gallium", "holmium", "iron", "zinc"), today)
    assert spec.left_out == (
        "Not shown, because no full production table is on file: Holmium.",
        "Not shown, because no net import reliance is on file: Iron.",
    )
    assert "Not shown, because reliance is published as “net exporter”: Zinc." in spec.notes
    chart = registry.risk_compare(facts, ("holmium", "zinc"), today)
    assert isinstance(chart, Missing) and "Holmium" in chart.reason and "Zinc" in chart.reason
