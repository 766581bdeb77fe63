"""Production: one publisher, stage and form in a chart, with flags and gaps."""

from explorer.charts import summary
from explorer.charts.builders import registry
from explorer.charts.spec import ChartSpec, Missing
from explorer.data.supply.figures import production_tables


def test_antimony_2025_by_country(store, today):
    spec = registry.production(store, "antimony", today)
    assert isinstance(spec, ChartSpec)
    bars = {p.label: p for p in spec.series[0].points}
    assert list(bars)[:3] == ["China", "Russia", "Tajikistan"]
    assert (bars["China"].y, bars["China"].flag) == (40000, "e")
    # 111,220 t by country are more than the rounded world total of 110,000 t, so shares are of the sum
    rows = [40000, 32000, 22000, 5000, 4500, 3000, 1300, 800, 700, 600, 260, 220, 200, 90, 50, 0]
    assert round(bars["China"].share_pct, 2) == round(100 * 40000 / max(sum(rows), 110000), 2)
    assert spec.x.unit == "t"
    assert spec.x.low == 0


def test_withheld_figures_keep_their_row(store, today):
    spec = registry.production(store, "antimony", today)
    usa = next(p for p in spec.series[0].points if p.label == "United States")
    assert (usa.y, usa.word, usa.flag) == (None, "withheld", "W")
    row = next(r for r in summary.table(spec).rows if "United States" in r)
    assert "withheld" in row
    assert "Withheld: no figure is published." in spec.notes


def test_more_countries_are_the_sum_of_rows_of_one_table(store, today):
    spec = registry.production(store, "antimony", today)
    total = sum(p.y or 0 for p in spec.series[0].points)
    table = next(
        t
        for t in production_tables(store.production("antimony"))
        if (t.publisher, t.stage, t.form, t.year) == ("usgs", "mine", "antimony content", 2025)
    )
    assert total == sum(r.value or 0 for r in table.rows)


def test_every_choice_of_every_metal_shows_one_publisher_stage_form_and_unit(store, today):
    for metal_id in store.metals:
        rows = {(r.publisher, r.stage, r.form, r.unit, r.year, r.value) for r in store.production(metal_id)}
        if not rows:
            continue
        for choice in registry.production_choices(store, metal_id):
            key = tuple(choice.key.split("|"))
            assert key[1] != "capacity"
            over_time = registry.production_years(store, metal_id, today, choice.key, since=None)
            for series in over_time.series if isinstance(over_time, ChartSpec) else ():
                for point in series.points:
                    if point.y is not None:
                        assert (*key, point.x, point.y) in rows
            for year in registry.years_of_production(store, metal_id, choice.key)[:2]:
                bars = registry.production(store, metal_id, today, choice.key, year)
                assert isinstance(bars, ChartSpec)
                published = [
                    p for p in bars.series[0].points if p.y is not None and "more countries" not in p.label
                ]
                assert all((*key, year, p.y) in rows for p in published)


def test_missing_years_are_gaps(store, today):
    spec = registry.production_years(store, "tungsten", today, "wmd|mine|W content|t", since=None)
    china = next(s for s in spec.series if s.name == "China")
    figures = {int(p.x): p.y for p in china.points}
    assert figures[2007] == 41000
    assert figures[2016] is None
    assert figures[2017] is None
    assert figures[2024] == 58760
    assert (
        "No figures on file for 2016 and 2017. These years are left blank; they are not zero." in spec.notes
    )


def test_a_member_of_a_group_has_the_figures_of_the_group_and_a_note(store, today):
    spec = registry.production(store, "holmium", today)
    assert isinstance(spec, ChartSpec)
    assert spec.title.startswith("Rare earths (includes holmium)")
    assert "for holmium alone" in spec.notes[0]


def test_a_table_with_a_world_total_only_has_a_reason(store, today):
    chart = registry.production(store, "cesium", today)
    assert isinstance(chart, Missing)
    assert "only a world total" in chart.reason


def test_disagreements_between_publishers_are_notes(store, today):
    spec = registry.production(store, "antimony", today, "wmd|mine|Sb content|t", 2024)
    notes = [n for n in spec.notes if n.startswith("Publishers disagree on")]
    assert any("USGS 90 t and WMD 2200 t" in n and "Iran" in n for n in notes)


def test_the_british_survey_is_acknowledged(store, today):
    key = next(c.key for c in registry.production_choices(store, "tungsten") if c.key.startswith("bgs"))
    spec = registry.production(store, "tungsten", today, key)
    assert isinstance(spec, ChartSpec)
    assert "Contains British Geological Survey materials © UKRI." in spec.source_line
    assert all(p.share_pct is None for p in spec.series[0].points)
