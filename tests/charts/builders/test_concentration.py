"""The HHI over the years: full tables only, one publisher, stage and form a line, gaps kept."""

from datetime import date

import pytest

from explorer.charts import summary
from explorer.charts.builders import registry
from explorer.charts.spec import ChartSpec, Missing
from explorer.errors import NotFound
from tests.charts.facts import Facts


@pytest.fixture
def facts() -> Facts:
    facts = Facts()
    facts.add_output("tin", 2020, {"CHN": 50.0, "RUS": 30.0, "VNM": 20.0, "WLD": 100.0})
    facts.add_output("tin", 2021, {"CHN": 50.0, "WLD": 100.0})
    facts.add_output(
        "tin", 2022, {"CHN": 60.0, "RUS": 20.0, "VNM": 10.0, "OTH": 10.0, "WLD": 100.0}, {"CHN": "e"}
    )
    facts.add_output("tin", 2022, {"CHN": 1.0, "RUS": 1.0, "VNM": 1.0, "WLD": 3.0}, publisher="usgs")
    return facts


def test_hhi_is_the_sum_of_squared_shares(facts, today):
    spec = registry.concentration(facts, ("tin",), today)
    assert isinstance(spec, ChartSpec)
    points = spec.series[0].points
    # 2500 + 900 + 400; a partial table is a gap; 3600 + 400 + 100, at least, since a tenth is not named
    assert [(int(p.x), p.y, p.qualifier, p.flag) for p in points] == [
        (2020, 3800, None, None),
        (2021, None, None, None),
        (2022, 4100, ">", "e"),
    ]
    assert points[2].note == "calculated from 3 countries, with 90 % of the world total"
    assert "The countries named cover 90\u202f% to 100\u202f% of the world total." in spec.notes
    assert (
        "No full production table on file for 2021. These years are left blank; they are not zero."
        in spec.notes
    )
    assert "mine output, content (WMD)" in spec.subtitle


def test_publishers_are_never_mixed(facts, today):
    spec = registry.concentration(facts, ("tin",), today, series="usgs|mine|content|t")
    assert [(p.x, p.y) for p in spec.series[0].points] == [(2022, 3333)]


def test_thresholds_are_drawn_and_named(facts, today):
    spec = registry.concentration(facts, ("tin",), today)
    assert [m.at for m in spec.y.reference_lines] == [1500, 2500]
    assert any("US Horizontal Merger Guidelines of 2010" in n for n in spec.notes)


def test_metals_without_a_full_table_are_named_and_members_share_a_line(facts, today):
    facts.add_metal("zinc")
    facts.add_metal("iron", member_of="tin")
    spec = registry.concentration(facts, ("tin", "iron", "zinc"), today)
    assert [s.short for s in spec.series] == [""]
    assert spec.left_out == (
        "Iron: not shown separately; see the group (tin).",
        "No full production table on file for zinc.",
    )
    assert spec.notes[:2] == spec.left_out
    assert spec.title == "Tin and iron: supply concentration"
    chart = registry.concentration(facts, ("zinc",), today)
    assert isinstance(chart, Missing)
    assert chart.reason == "No full production table on file for zinc."


def test_a_first_year_without_full_tables_has_a_reason(facts, today):
    spec = registry.concentration(facts, ("tin",), today, since=date(2022, 1, 1))
    assert [p.x for p in spec.series[0].points] == [2022]
    chart = registry.concentration(facts, ("tin",), today, since=date(2030, 1, 1))
    assert isinstance(chart, Missing)
    assert chart.reason.endswith("by country since 2030 on file for tin.")


def test_an_unknown_table_raises_not_found(facts, today):
    with pytest.raises(NotFound, match="No series “nothing” for these metals"):
        registry.concentration(facts, ("tin",), today, series="nothing")


def test_the_text_at_a_point_has_bound_and_estimate(facts, today):
    spec = registry.concentration(facts, ("tin",), today)
    assert summary.describe(spec, 0, 2)[:2] == ("2022", ">\u00a04100 HHI · estimated")


def test_holmium_has_the_figures_of_the_group_and_a_note(store, today):
    spec = registry.concentration(store, ("holmium",), today)
    assert spec.title == "Rare earths (includes holmium): supply concentration"
    assert "for holmium alone" in spec.notes[0]
