"""Trade: one line of trade in a chart, zero and gaps apart."""

from datetime import date

from explorer.charts.builders import registry
from explorer.charts.builders.periods import period_length
from explorer.charts.spec import ChartSpec


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
