"""Uses: shares of one region, year and basis."""

from explorer.charts.builders import registry
from explorer.charts.spec import ChartSpec, Missing


def test_uses_are_of_one_region_year_and_basis(store, today):
    for metal_id in store.metals:
        shares = [(u.use, u.share_pct, u.qualifier) for u in store.uses(metal_id)]
        for choice in registry.use_choices(store, metal_id):
            spec = registry.uses(store, metal_id, today, choice.key)
            assert isinstance(spec, ChartSpec)
            assert all((p.label, p.y, p.qualifier) in shares for p in spec.series[0].points)
            assert not choice.key.endswith("together")


def test_gallium_uses_in_the_united_states(store, today):
    spec = registry.uses(store, "gallium", today)
    assert [p.y for p in spec.series[0].points] == [73, 26]
    assert spec.subtitle == "Share of consumption, % · United States, 2025"


def test_uses_without_shares_have_a_reason(store, today):
    chart = registry.uses(store, "cesium", today)
    assert isinstance(chart, Missing)
    assert "have no shares" in chart.reason
