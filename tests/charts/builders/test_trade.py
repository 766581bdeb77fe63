"""Trade: one line of trade in a chart, zero and gaps apart."""

from datetime import date

import pytest
from msgspec.structs import replace

from explorer.charts import summary
from explorer.charts.builders import registry
from explorer.charts.builders.periods import period_length
from explorer.charts.shapes import shape_of
from explorer.charts.spec import ChartSpec, Missing, day_number
from explorer.charts.ticks import date_ticks
from explorer.data.supply.records import Trade
from tests.charts.facts import SOURCE, Facts, names


def test_gallium_exports_distinguish_zero_from_unknown(store, today):
    key = "CHN|export|WLD|gallium|month|kg"
    spec = registry.trade(store, "gallium", today, key)
    figures = {p.label: p.y for p in spec.series[0].points}
    assert figures["Mar 2023"] == 6480
    assert figures["Aug 2023"] == 0
    assert "Apr 2023" not in figures
    assert "2023" not in figures
    assert spec.y.low == 0
    assert any(e.day == date(2023, 8, 1) for e in spec.events)


def test_every_line_of_trade_has_one_reporter_flow_partner_and_product(store, today):
    for metal_id in store.metals:
        rows = {
            (t.reporter, t.flow, t.partner, t.product, period_length(t.period), v)
            for t in store.trade(metal_id)
            for v in (t.quantity, t.value_usd)
        }
        if not rows:
            continue
        for choice in registry.trade_choices(store, metal_id, today):
            spec = registry.trade(store, metal_id, today, choice.key)
            assert isinstance(spec, ChartSpec)
            key = tuple(choice.key.split("|")[:5])
            assert all((*key, p.y) in rows for p in spec.series[0].points)


@pytest.mark.parametrize("destination", ["DEU", "JPN", "USA", "USA-MIL"])
def test_trade_with_the_destination_comes_first(store, today, destination):
    pair = {"CHN", destination.removesuffix("-MIL")}
    found = 0
    for metal_id in store.metals:
        context = replace(today, destination=destination)
        keys = [choice.key.split("|") for choice in registry.trade_choices(store, metal_id, context)]
        with_destination = [{key[0], key[2]} == pair for key in keys]
        assert with_destination == sorted(with_destination, reverse=True), metal_id
        found += any(with_destination)
    assert found


def test_exports_to_the_world_come_first_without_a_destination(store, today):
    first = registry.trade_choices(store, "gallium", replace(today, destination="ALL"))[0]
    assert first.key == "CHN|export|WLD|gallium|month|kg"


def test_an_unfinished_year_is_a_series_of_its_own(store, today):
    """Korea bought 2200 kg of gallium from China from January to May 2023; 2019 to 2022 are whole years on file."""
    spec = registry.trade(store, "gallium", today, "KOR|import|CHN|gallium|year|kg")
    whole, partial = spec.series
    assert [p.when for p in whole.points] == ["2019", "2020", "2021", "2022"]
    assert partial.is_partial and partial.name == "gallium, part of the year only"
    assert [(p.when, p.y, p.x) for p in partial.points] == [
        ("2023-01/2023-05", 2200, day_number(date(2023, 7, 1)))
    ]
    note = (
        "Hatched with a dashed outline: part of the year only (Jan 2023 to May 2023); "
        "not comparable with a full year."
    )
    assert note in spec.notes
    assert "Part of the year only: 2200 kg in Jan 2023 to May 2023." in summary.sentence(spec)
    shape = shape_of(spec)
    assert [row[1] for row in shape.csv_rows() if row[0] == partial.name] == ["2023-01/2023-05"]
    assert sum(row[0] == partial.name for row in shape.table().rows) == 1
    late = registry.trade(store, "gallium", today, "KOR|import|CHN|gallium|year|kg", since=date(2022, 1, 1))
    assert [[p.when for p in s.points] for s in late.series] == [["2022"], ["2023-01/2023-05"]]


def test_a_part_of_a_year_is_not_shown_next_to_the_whole_year(store, today):
    """Of germanium 2024 and 2025 are on file as a whole and in parts, 2022 only from January to September."""
    germanium = registry.trade(store, "germanium", today, "CHN|export|WLD|germanium|year|kg")
    whole, partial = germanium.series
    assert [p.when for p in whole.points] == ["2024", "2025"]
    assert [(p.when, p.y) for p in partial.points] == [("2022-01/2022-09", 25764)]


def test_of_the_parts_of_a_year_the_longest_counts(today):
    facts = TradeFacts()
    facts.add_metal("tin")
    for period, quantity in (
        ("2024", 9.0),
        ("2025-01/2025-03", 2.0),
        ("2025-01/2025-06", 4.0),
        ("2025-04/2025-09", 5.0),
    ):
        facts.add_trade(period, quantity)
    partial = registry.trade(facts, "tin", today, "CHN|export|WLD|tin|year|t").series[1]
    assert [(p.when, p.y) for p in partial.points] == [("2025-01/2025-06", 4)]


def test_a_part_of_a_year_is_shown_where_no_whole_year_is_in_the_range(today):
    """Otherwise the chart would say that no figure is on file."""
    facts = TradeFacts()
    facts.add_metal("tin")
    facts.add_trade("2024", 9.0)
    facts.add_trade("2025-01/2025-06", 4.0)
    key = "CHN|export|WLD|tin|year|t"
    spec = registry.trade(facts, "tin", today, key, since=date(2025, 1, 1))
    assert isinstance(spec, ChartSpec)
    (partial,) = spec.series
    assert partial.is_partial and [(p.when, p.y) for p in partial.points] == [("2025-01/2025-06", 4)]
    assert any("part of the year only (Jan 2025 to Jun 2025)" in note for note in spec.notes)
    assert "part of the year only 4 t in Jan 2025 to Jun 2025" in summary.sentence(spec)
    assert isinstance(registry.trade(facts, "tin", today, key, since=date(2026, 1, 1)), Missing)


@pytest.mark.parametrize("periods", [("2024",), ("2024", "2025-01/2025-06"), ("2024", "2025")])
def test_the_ticks_of_yearly_figures_are_years(today, periods):
    """A month below a bar would seem to be its period."""
    facts = TradeFacts()
    facts.add_metal("tin")
    for period in periods:
        facts.add_trade(period, 9.0)
    spec = registry.trade(facts, "tin", today, "CHN|export|WLD|tin|year|t")
    labels = [tick.label for tick in date_ticks(spec.x.low, spec.x.high, 12)]
    assert {period[:4] for period in periods} <= set(labels)
    assert all(label.isdecimal() for label in labels if label)


def test_other_countries_are_no_name_in_a_title(today):
    facts = TradeFacts()
    facts.add_metal("tin")
    facts.add_trade("2024", 9.0, "OTH")
    assert registry.trade(facts, "tin", today).title == "Tin: exports from China to other countries"


class TradeFacts(Facts):
    """A store with trade."""

    def add_trade(self, period: str, quantity: float, partner: str = "WLD") -> None:
        row = {
            "metal_id": "tin",
            "product": "tin",
            "reporter": "CHN",
            "partner": partner,
            "flow": "export",
            "unit": "t",
        }
        row |= {"period": period, "quantity": quantity, "confidence": "high", "source_ids": (SOURCE,)}
        rows = self.__dict__.setdefault("trades", [])
        rows.append(Trade(**{name: row.get(name) for name in names(Trade)}))

    def trade(self, _metal_id: str) -> tuple[Trade, ...]:
        return tuple(self.trades)
