"""World totals: what shares are of, and totals that are published as a bound, a range or a word."""

import csv
import io

import pytest

from explorer.charts import summary
from explorer.charts.builders import registry
from explorer.charts.output.options import ExportOptions
from explorer.charts.output.render import render
from explorer.charts.spec import ChartSpec, Missing
from explorer.data.supply.figures import default_table, production_tables
from tests.charts import pictures
from tests.charts.facts import Facts


@pytest.fixture
def facts() -> Facts:
    return Facts()


def _shares(spec: ChartSpec) -> list[float | None]:
    return [p.share_pct for p in spec.series[0].points]


def _rows(spec: ChartSpec) -> list[dict[str, str]]:
    lines = render(spec, ExportOptions(), "csv").decode().splitlines()
    return list(csv.DictReader(io.StringIO("\n".join(x for x in lines if not x.startswith("#")))))


@pytest.mark.parametrize("kind", ["production", "reserves"])
def test_shares_are_of_the_sum_of_the_rows_where_it_exceeds_a_rounded_total(facts, today, kind):
    figures = {"CHN": 60.0, "RUS": 30.0, "USA": 15.0, "WLD": 100.0}
    facts.add_output("tin", 2024, figures)
    facts.add_reserves("tin", figures)
    spec = registry.make(registry.KINDS[kind], facts, ("tin",), today)
    assert isinstance(spec, ChartSpec)
    assert sum(s or 0 for s in _shares(spec)) == pytest.approx(100)
    assert _shares(spec)[0] == pytest.approx(100 * 60 / 105)
    assert "Published world total: 100 t; shares are based on the sum of the rows, 105 t." in spec.notes


@pytest.mark.parametrize("kind", ["production", "reserves"])
def test_shares_are_of_a_total_that_exceeds_the_rows(facts, today, kind):
    figures = {"CHN": 60.0, "RUS": 30.0, "WLD": 120.0}
    facts.add_output("tin", 2024, figures)
    facts.add_reserves("tin", figures)
    spec = registry.make(registry.KINDS[kind], facts, ("tin",), today)
    assert _shares(spec) == [50, 25]
    assert "Published world total: 120 t; shares are based on this total." in spec.notes


def test_bounds_have_no_share_and_are_no_base_of_shares(facts, today):
    facts.add_reserves("tin", {"CHN": 60.0, "RUS": 0.5, "WLD": 120.0}, {"RUS": "<"})
    assert _shares(registry.reserves(facts, "tin", today)) == [50, None]
    facts.add_reserves("zinc", {"CHN": 60.0, "WLD": 120.0}, {"WLD": ">"})
    spec = registry.reserves(facts, "zinc", today)
    assert _shares(spec) == [None]
    assert "World total published only as >\u00a0120 t; no shares calculated." in spec.notes
    facts.add_output("lead", 2024, {"CHN": 60.0, "RUS": 5.0, "USA": 1.0})
    facts.add_output("lead", 2024, {"WLD": 70.0}, qualifier=">")
    (table,) = production_tables(facts.production("lead"))
    assert not table.full and all(s.share_pct is None for s in table.shares)


@pytest.mark.parametrize("kind", ["production", "reserves", "production-years"])
def test_shares_never_add_up_to_more_than_100_per_cent(store, today, kind):
    own = {"shape": "share"} if kind == "production-years" else {}
    for metal_id in store.metals:
        for choice in registry.KINDS[kind].choices(store, metal_id):
            chart = registry.make(registry.KINDS[kind], store, (metal_id,), today, series=choice.key, **own)
            if isinstance(chart, Missing):
                continue
            sums: dict[float, float] = {}
            for point in (p for s in chart.series for p in s.points):
                key, share = (point.x, point.y) if own else (0.0, point.share_pct)
                sums[key] = sums.get(key, 0.0) + (share or 0.0)
            assert all(total <= 100.05 for total in sums.values()), (metal_id, choice.key)


def test_a_world_total_published_as_a_word_has_a_row(facts, today, qapp):
    facts.add_reserves("tin", {"CHN": 60.0, "OTH": "small", "WLD": "large"})
    spec = registry.reserves(facts, "tin", today)
    assert [(p.label, p.word) for p in spec.series[0].points] == [
        ("China", None),
        ("Other countries (as published)", "“small”"),
        ("World", "“large”"),
    ]
    assert "World total published only as “large”; no shares calculated." in spec.notes
    text = pictures.words(spec, ExportOptions())
    assert "“large”" in text and "“small”" in text
    assert [r["qualifier"] for r in _rows(spec)] == ["", "small", "large"]
    table = summary.table(spec)
    assert [row[table.header.index("Value")] for row in table.rows] == ["60", "“small”", "“large”"]
    assert "World “large”" in summary.sentence(spec)


def test_a_world_total_published_as_a_range_is_drawn_and_explained(facts, today, qapp):
    facts.add_output("tin", 2025, {"WLD": None}, low=10_000.0, high=15_000.0)
    for spec in (
        registry.production(facts, "tin", today),
        registry.production_years(facts, "tin", today),
    ):
        assert isinstance(spec, ChartSpec)
        (point,) = (p for s in spec.series for p in s.points)
        assert (point.y, point.low, point.high, point.is_range) == (None, 10_000, 15_000, True)
        assert "10 000 to 15 000" in pictures.words(spec, ExportOptions())
        assert any(n.endswith("published only as a range.") for n in spec.notes)
        (row,) = _rows(spec)
        assert (row["value"], row["low"], row["high"]) == ("", "10000", "15000")
        table = summary.table(spec)
        assert table.rows[0][table.header.index("Value")] == "10\u202f000 to 15\u202f000"
        assert "10\u202f000 to 15\u202f000 t" in summary.sentence(spec)
        assert summary.describe(spec, 0, 0)[1] == "10\u202f000 to 15\u202f000 t"


def test_a_range_is_within_the_axis(facts, today):
    facts.add_output("tin", 2024, {"WLD": 5_000.0})
    facts.add_output("tin", 2025, {"WLD": None}, low=10_000.0, high=15_000.0)
    spec = registry.production_years(facts, "tin", today, since=None)
    assert spec.y.high >= 15_000


def test_reserves_with_a_world_total_only_give_it_in_the_reason(facts, today):
    facts.add_reserves("tin", {"WLD": 500.0}, {"WLD": ">"})
    chart = registry.reserves(facts, "tin", today)
    assert isinstance(chart, Missing)
    assert chart.reason.endswith("only a world total: >\u00a0500 t.")


def test_a_table_with_a_world_total_in_words_is_drawn_by_default(facts):
    facts.add_output("tin", 2025, {"WLD": None}, low=10_000.0, high=15_000.0)
    table = default_table(production_tables(facts.production("tin")))
    assert table is not None and table.worded_world is not None and table.share_base is None
