"""Several price series in one chart: in one unit, or each set to 100 on the first day that they share."""

from datetime import date

import pytest

from explorer.charts import summary
from explorer.charts.builders import registry
from explorer.charts.output.csv_file import csv_bytes
from explorer.charts.spec import ChartSpec, Missing
from explorer.errors import NotFound
from tests.charts.facts import Facts


@pytest.fixture
def facts() -> Facts:
    facts = Facts()
    facts.add_prices("tin-a", "tin", {"2024-01-10": 20.0, "2024-02-10": 30.0, "2024-03-10": 50.0})
    facts.add_prices("tin-b", "tin", {"2024-02-01": 200.0, "2024-03-01": 100.0}, unit="CNY/t")
    facts.add_prices("tin-c", "tin", {"2024-01-05": 8.0, "2024-04-01": 9.0})
    facts.add_prices(
        "tin-real", "tin", {"1990": 5.0, "1991": 4.0}, "1998 USD/t", "annual", "constant 1998 USD"
    )
    return facts


def test_series_in_one_unit_keep_the_published_figures(facts, today):
    spec = registry.price(facts, "tin", today, series=("tin-a", "tin-c"))
    assert isinstance(spec, ChartSpec)
    assert [[p.y for p in s.points] for s in spec.series] == [[20, 30, 50], [8, 9]]
    assert spec.y.unit == "USD/kg"
    assert [s.name for s in spec.series] == ["Tin-a", "Tin-c"]


def test_different_units_need_an_index(facts, today):
    chart = registry.price(facts, "tin", today, series=("tin-a", "tin-b"))
    assert isinstance(chart, Missing)
    assert chart.reason == (
        "These series have different units (USD/kg and CNY/t). Set each to 100 to compare them."
    )


def test_an_index_is_100_on_the_first_day_by_which_all_series_have_begun(facts, today):
    spec = registry.price(facts, "tin", today, series=("tin-a", "tin-b"), index=True)
    # common day 1 Feb 2024: tin-a is 20 since 10 Jan, tin-b at 200
    assert [[p.y for p in s.points] for s in spec.series] == [[100, 150, 250], [100, 50]]
    assert [[p.published for p in s.points] for s in spec.series] == [[20, 30, 50], [200, 100]]
    assert spec.y.unit == "index, 1 Feb 2024 = 100"
    assert spec.y.reference_lines[0].at == 100
    assert spec.notes[0] == (
        "100 is the last price on or before 1 Feb 2024: 10 Jan 2024 (Tin-a); 1 Feb 2024 (Tin-b)."
    )


def test_series_without_a_common_day_start_at_100_each(facts, today):
    spec = registry.price(facts, "tin", today, series=("tin-a", "tin-real"), index=True, since=None)
    assert [s.points[0].y for s in spec.series] == [100, 100]
    assert spec.series[1].points[1].y == 80
    assert spec.notes[0].startswith("No common date: each series is 100 at its own first value")
    assert any("in constant (real) prices, 1998 USD" in n for n in spec.notes)


def test_table_and_csv_have_the_published_price_and_the_index(facts, today):
    spec = registry.price(facts, "tin", today, series=("tin-a", "tin-b"), index=True)
    table = summary.table(spec)
    row = dict(zip(table.header, table.rows[-1], strict=True))
    assert (row["Value"], row["Published"], row["Published unit"]) == ("50", "100", "CNY/t")
    lines = csv_bytes(spec, "command").decode().splitlines()
    assert lines[-1].startswith('"Tin-b, CNY/t",2024-03-01,50,')
    assert lines[-1].endswith(",100,CNY/t,a-source")
    assert "150 index, 1 Feb 2024 = 100 (30 USD/kg as published)" in summary.describe(spec, 0, 1)


def test_flags_stay_with_indexed_prices(today):
    facts = Facts()
    facts.add_prices("a", "tin", {"2024": 10.0, "2025": 15.0}, frequency="annual", flags={"2025": "e"})
    spec = registry.price(facts, "tin", today, index=True)
    assert [(p.y, p.flag) for p in spec.series[0].points] == [(100, None), (150, "e")]
    assert "Hollow: estimated." in spec.notes


def test_one_key_in_a_tuple_is_the_chart_of_that_series(store, today):
    one = registry.price(store, "antimony", today, series="antimony-rotterdam-argus")
    assert registry.price(store, "antimony", today, series=("antimony-rotterdam-argus",)) == one


def test_an_unknown_key_among_several_raises_not_found(facts, today):
    with pytest.raises(NotFound, match="No series “nothing” in this chart"):
        registry.price(facts, "tin", today, series=("tin-a", "nothing"))


def test_a_range_without_prices_has_a_reason(facts, today):
    chart = registry.price(facts, "tin", today, series=("tin-a", "tin-c"), since=date(2030, 1, 1))
    assert isinstance(chart, Missing)
    assert chart.reason == "No prices since 1 Jan 2030 in these series."


def test_a_price_of_zero_stays_zero_in_an_index(today):
    facts = Facts()
    facts.add_prices("tin-a", "tin", {"2024-01-10": 20.0, "2024-02-10": 0.0})
    facts.add_prices("tin-b", "tin", {"2024-01-10": 3.0, "2024-02-10": 4.0}, unit="CNY/t")
    spec = registry.price(facts, "tin", today, series=("tin-a", "tin-b"), index=True)
    assert [[p.y for p in s.points] for s in spec.series] == [[100, 0], [100, 133.33]]


def test_a_month_that_has_not_ended_on_the_base_date_says_how_it_counts(facts, today):
    facts.add_prices("tin-month", "tin", {"2024-02": 10.0, "2024-03": 20.0}, "USD/kg", "monthly")
    spec = registry.price(facts, "tin", today, series=("tin-a", "tin-month"), index=True)
    assert spec.notes[0].startswith("100 is the last price on or before 1 Feb 2024: ")
    assert spec.notes[0].endswith("A figure for a month or a year counts from its first day.")
