"""Production as stacked areas: parts that add up to the published world total, and empty years."""

import pytest
from msgspec.structs import replace

from explorer.charts import summary
from explorer.charts.builders import registry
from explorer.charts.spec import ChartSpec, Missing
from tests.charts.facts import Facts

KEY = "wmd|mine|content|t"


@pytest.fixture
def facts() -> Facts:
    facts = Facts()
    facts.add_output("tin", 2020, {"CHN": 60.0, "RUS": 20.0, "VNM": 10.0, "WLD": 100.0}, {"CHN": "e"})
    facts.add_output("tin", 2022, {"CHN": 30.0, "RUS": None, "VNM": 10.0, "WLD": 80.0}, {"RUS": "W"})
    facts.add_output("tin", 2023, {"CHN": 50.0, "RUS": 40.0, "VNM": 20.0, "WLD": 100.0})
    return facts


def _layer(spec: ChartSpec, name: str) -> dict[int, float | None]:
    series = next(s for s in spec.series if s.name == name)
    return {int(p.x): p.y for p in series.points}


def test_areas_add_up_to_the_published_total(facts, today):
    spec = registry.production_years(facts, "tin", today, KEY, shape="stacked")
    assert isinstance(spec, ChartSpec)
    assert spec.shape == "areas"
    assert _layer(spec, "China") == {2020: 60, 2021: None, 2022: 30, 2023: 50}
    assert _layer(spec, "Russia") == {2020: 20, 2021: None, 2022: None, 2023: 40}
    # 80 less 30 and 10: what is withheld is in it; 110 in 2023 is more than the rounded total, so nothing is left
    assert _layer(spec, "Other countries") == {2020: 10, 2021: None, 2022: 40, 2023: 0}
    assert spec.y.unit == "t"
    assert (
        "No figures by country on file for 2021. These years are left blank; they are not zero." in spec.notes
    )


def test_shares_are_of_the_world_total_or_of_the_sum_of_the_rows_where_it_is_larger(facts, today):
    spec = registry.production_years(facts, "tin", today, KEY, shape="share")
    assert _layer(spec, "China") == {2020: 60, 2021: None, 2022: 37.5, 2023: 45.45}
    assert (spec.y.low, spec.y.high, spec.y.unit) == (0, 100, "%")
    china = next(s for s in spec.series if s.name == "China")
    assert (china.points[2].published, china.published_unit) == (30, "t")
    assert spec.query.endswith("--shape share")


def test_areas_keep_flags_and_withheld_figures(facts, today):
    spec = registry.production_years(facts, "tin", today, KEY, shape="stacked")
    china, russia = (next(s for s in spec.series if s.name == n) for n in ("China", "Russia"))
    assert china.points[0].flag == "e"
    assert (russia.points[2].flag, russia.points[2].word) == ("W", "withheld")
    assert "Hatched: estimated." in spec.notes
    assert "Withheld: no figure is published." in spec.notes
    table = summary.table(spec)
    flags = [row[table.header.index("Flag")] for row in table.rows]
    assert "estimated" in flags and "withheld" in flags


def test_a_table_without_a_world_total_has_no_shares(today):
    facts = Facts()
    facts.add_output("tin", 2020, {"CHN": 60.0, "RUS": 20.0, "VNM": 10.0}, publisher="bgs")
    chart = registry.production_years(facts, "tin", today, shape="share")
    assert isinstance(chart, Missing)
    assert (
        chart.reason
        == "This table has no world total for years with figures by country, so no shares can be calculated."
    )
    spec = registry.production_years(facts, "tin", today, shape="stacked")
    assert [s.name for s in spec.series] == ["China", "Russia", "Vietnam"]
    assert "Where no world total is published, the areas add up to the countries named." in spec.notes


def test_a_table_with_a_world_total_only_cannot_be_stacked(store, today):
    chart = registry.production_years(store, "cesium", today, shape="stacked")
    assert isinstance(chart, Missing)
    assert chart.reason == "This table has no output above zero by country, so no areas can be drawn."


def test_the_largest_countries_of_all_years_are_in_the_order_of_the_last_year(today):
    facts = Facts()
    early = {"USA": 90.0, **{f"X{i}": 1.0 for i in range(8)}, "CHN": 2.0, "WLD": 100.0}
    late = {**{f"X{i}": 1.0 + i for i in range(8)}, "CHN": 60.0, "WLD": 100.0}
    facts.add_output("tin", 2000, early)
    facts.add_output("tin", 2001, late)
    spec = registry.production_years(facts, "tin", today, KEY, shape="stacked")
    names = [s.name for s in spec.series]
    # the United States ended, but were largest once; X0 to X3 never were among the six largest
    assert names == ["China", "X7", "X6", "X5", "X4", "United States", "Other countries"]
    assert _layer(spec, "Other countries")[2001] == 100 - 60 - 8 - 7 - 6 - 5


def test_the_summary_has_the_last_figure_of_each_area(facts, today):
    text = summary.sentence(registry.production_years(facts, "tin", today, KEY, shape="stacked"))
    assert "4 areas; last figure of each: China 50 t in 2023; Russia 40 t in 2023" in text


def test_lines_are_the_default_shape(store, today):
    lines = registry.production_years(store, "tungsten", today, shape="lines")
    assert lines == registry.production_years(store, "tungsten", today)
    assert "--shape" not in lines.query


def test_every_area_is_a_published_figure_or_the_rest_of_the_total(store, today):
    for metal_id in ("antimony", "tungsten", "copper"):
        for choice in registry.production_choices(store, metal_id):
            spec = registry.production_years(store, metal_id, today, choice.key, shape="stacked")
            if not isinstance(spec, ChartSpec):
                continue
            key = tuple(choice.key.split("|"))
            rows = {
                (r.publisher, r.stage, r.form, r.unit, r.year, r.value) for r in store.production(metal_id)
            }
            for series in spec.series:
                for point in series.points:
                    if point.y is not None and not series.background:
                        assert (*key, point.x, point.y) in rows
                    assert point.y is None or point.y >= 0


def test_the_rest_has_the_flag_and_confidence_of_the_figures_behind_it(today):
    facts = Facts()
    facts.add_output("tin", 2020, {"CHN": 60.0, "RUS": 20.0, "WLD": 100.0}, {"CHN": "p"})
    facts.add_output("tin", 2021, {"CHN": 60.0, "RUS": 20.0, "WLD": 100.0}, {"CHN": "p", "WLD": "e"})
    facts.add_output("tin", 2022, {"CHN": 60.0, "RUS": 20.0, "WLD": 100.0})
    facts.output[0] = replace(facts.output[0], confidence="low")
    spec = registry.production_years(facts, "tin", today, KEY, shape="stacked")
    rest = next(s for s in spec.series if s.name == "Other countries")
    assert [(p.flag, p.confidence) for p in rest.points] == [("p", "low"), ("e", "high"), (None, "high")]
