"""Charts as sentences and tables: every point, every flag."""

from explorer.charts import summary
from explorer.charts.batch import jobs
from explorer.charts.builders import registry
from explorer.charts.spec import ChartSpec, Missing


def test_the_sentence_of_a_price(store, today):
    text = summary.sentence(registry.price(store, "gallium", today, "usgs-gallium-import-unit-value"))
    assert text.startswith("Gallium: unit value and control dates.")
    assert "5 figures from 277 USD/kg in 2021 (annual) to 580 USD/kg (estimated) in 2025 (annual)" in text
    assert "3 Dec 2024 refusal in principle" in text


def test_the_sentence_of_a_missing_chart_is_its_reason():
    assert summary.sentence(Missing("price", "No prices on file for x.")) == "No prices on file for x."
    assert summary.table(Missing("price", "No prices on file for x.")).rows == ()


def test_the_sentence_on_measures_names_their_states(store, today):
    text = summary.sentence(registry.controls(store, "gallium", today))
    assert "paused until 27 Nov 2026" in text


def test_tables_have_every_point_with_unit_flag_and_source(store, today):
    for metal_id in ("gallium", "antimony", "tungsten", "holmium", "copper", "graphite"):
        for job in jobs((metal_id,), registry.KINDS.values()):
            spec = registry.make(job.kind, store, job.metal_ids, today)
            if not isinstance(spec, ChartSpec):
                continue
            table = summary.table(spec)
            assert all(len(row) == len(table.header) for row in table.rows)
            if spec.rows:
                assert len(table.rows) == sum(len(r.spans) for r in spec.rows)
                continue
            if spec.dates is not None:
                assert len(table.rows) == len(spec.dates.shown)
                continue
            if spec.tiles is not None:
                assert len(table.rows) == len(store.metals)
                continue
            points = [p for s in spec.series for p in s.points]
            assert len(table.rows) == len(points)
            flag = table.header.index("Flag")
            assert [bool(row[flag]) for row in table.rows] == [bool(p.flag) for p in points]
            assert all(row[table.header.index("Unit")] for row in table.rows)


def test_every_column_of_a_table_can_be_sorted(store, today):
    for metal_id in ("gallium", "antimony", "tungsten", "holmium", "yttrium", "graphite", "tin", "platinum"):
        for job in jobs((metal_id,), registry.KINDS.values()):
            spec = registry.make(job.kind, store, job.metal_ids, today)
            if not isinstance(spec, ChartSpec):
                continue
            table = summary.table(spec)
            for title, *values in zip(table.header, *table.raw, strict=True):
                kinds = {str if isinstance(v, str) else float for v in values if v is not None}
                assert len(kinds) <= 1, (metal_id, job.kind.name, title)
            for texts, values in zip(table.rows, table.raw, strict=True):
                assert [bool(t) for t in texts] >= [v is not None for v in values]


def test_dates_sort_as_days_and_withheld_figures_as_unknown(store, today):
    table = summary.table(registry.price(store, "antimony", today))
    dates = [raw[table.header.index("Date")] for raw in table.raw]
    assert dates == sorted(dates) and all(isinstance(d, float | int) for d in dates)
    table = summary.table(registry.production(store, "antimony", today))
    value = table.header.index("Value")
    withheld = [
        raw[value] for row, raw in zip(table.rows, table.raw, strict=True) if row[value] == "withheld"
    ]
    assert withheld and set(withheld) == {None}


def test_the_text_at_a_point_has_value_unit_flag_and_publisher(store, today):
    spec = registry.price(store, "gallium", today, "usgs-gallium-import-unit-value")
    assert summary.describe(spec, 0, 4) == (
        "2025 (annual)",
        "580 USD/kg · estimated",
        "U.S. Geological Survey",
    )


def test_a_withheld_point_is_described_as_withheld(store, today):
    spec = registry.production(store, "antimony", today)
    index = next(i for i, p in enumerate(spec.series[0].points) if p.flag == "W")
    assert summary.describe(spec, 0, index)[:2] == ("United States", "withheld")


def test_the_table_of_measures_has_dates_that_sort_as_dates(store, today):
    table = summary.table(registry.controls(store, "gallium", today))
    assert table.columns[3:5] == ("from", "to") and table.header[3:5] == ("Start", "End")
    shown = {row[3] for row in table.rows}
    assert "3 Dec 2024" in shown
    assert {raw[3] for row, raw in zip(table.rows, table.raw, strict=True) if row[3] == "3 Dec 2024"} == {
        "2024-12-03"
    }


def test_each_column_has_an_id_and_a_head(store, today):
    for kind in registry.KINDS.values():
        metals = {"one": ("antimony",), "several": ("antimony", "gallium"), "all": ()}[kind.metals]
        table = summary.table(registry.make(kind, store, metals, today))
        assert len(table.columns) == len(set(table.columns)) == len(table.header)
        assert all(table.header)
