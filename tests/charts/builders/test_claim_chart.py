"""The charts of the claims: each can be drawn, and shows the figure that the claim is checked with."""

from datetime import date

import pytest
from msgspec.structs import replace

from db.words import CHART_KINDS
from explorer.charts.builders.claim_chart import claim_chart
from explorer.charts.builders.registry import KINDS
from explorer.charts.spec import ChartSpec, Missing
from explorer.data.store import Store

DAY = date(2026, 11, 28)


def chart_of(store: Store, claim_id: str) -> ChartSpec:
    claim = next(c for c in store.claims if c.claim_id == claim_id)
    chart = claim_chart(store, claim, DAY)
    assert isinstance(chart, ChartSpec)
    return chart


def test_the_rule_of_the_facts_knows_the_kinds_of_charts_of_single_metals() -> None:
    assert tuple(name for name, kind in KINDS.items() if kind.of_each) == CHART_KINDS


def test_every_chart_of_a_claim_can_be_drawn(live_store: Store) -> None:
    charts = [chart_of(live_store, c.claim_id) for c in live_store.claims if c.chart]
    assert charts and all(chart.title for chart in charts)


@pytest.mark.parametrize(
    ("claim_id", "label", "value"),
    [
        ("us-antimony-china-63", "China", 55),
        ("us-germanium-china-26", "China", 23),
        ("china-largest-producer", "China", 800),
        ("tellurium-thin-film-core", "Cadmium telluride solar panels", 70),
        ("tungsten-engine-parts", "Cemented carbide parts", 60),
    ],
)
def test_the_chart_shows_the_best_figure(store: Store, claim_id: str, label: str, value: float) -> None:
    chart = chart_of(store, claim_id)
    assert [p.y for s in chart.series for p in s.points if p.label == label] == [value]


def test_prices_and_exports_over_time_are_those_of_the_reasons(store: Store) -> None:
    price = [p.y for p in chart_of(store, "germanium-price-rise").series[0].points]
    assert price[-2:] == [1500, 2630]
    exports = [p.y for p in chart_of(store, "ga-ge-exports-halved-2024").series[0].points]
    assert exports[-2] > exports[-3] < exports[-4], "2024 rose after the fall of 2023"


def test_a_claim_is_shown_for_exports_from_china_to_the_united_states(store: Store) -> None:
    context = chart_of(store, "us-ban-status").context
    assert context is not None and (context.origin, context.destination, context.as_of) == ("CHN", "USA", DAY)


def test_a_claim_without_a_chart_has_none_and_an_unknown_series_has_a_reason(store: Store) -> None:
    claims = {c.claim_id: c for c in store.claims}
    assert claim_chart(store, claims["bloomberg-precedent"], DAY) is None
    lost = replace(claims["germanium-price-rise"], chart="price germanium a-series-that-is-gone")
    chart = claim_chart(store, lost, DAY)
    assert isinstance(chart, Missing) and "a-series-that-is-gone" in chart.reason and chart.title
