"""Producers before and after, worked out by hand from tests/edition/production.csv."""

import pytest

from explorer.data.store import Store
from explorer.data.supply.default_tables import default_production
from explorer.data.supply.stress.losses import loss
from explorer.data.supply.stress.producers import ProducerShare, producer_shares


def shares(store: Store, metal_id: str, *without: str) -> dict[str, ProducerShare]:
    table = default_production(store, metal_id)[1]
    assert table is not None
    return {share.row.country_id: share for share in producer_shares(loss(table, without))}


def test_shares_are_of_the_total_and_of_what_remains(store: Store) -> None:
    """Tungsten, USGS 2025: 85,140 t, of which China 67,000 t and Vietnam 3,000 t."""
    found = shares(store, "tungsten", "CHN")
    assert found["CHN"].is_removed and found["CHN"].after_pct is None
    assert found["CHN"].before_pct == pytest.approx(100 * 67_000 / 85_140)
    assert found["VNM"].before_pct == pytest.approx(100 * 3_000 / 85_140)
    assert found["VNM"].after_pct == pytest.approx(100 * 3_000 / 18_140)
    assert not found["VNM"].at_least


def test_without_a_removal_nothing_changes(store: Store) -> None:
    found = shares(store, "tungsten")
    assert all(share.before_pct == share.after_pct and not share.is_removed for share in found.values())


def test_a_share_after_is_a_minimum_where_the_loss_is_one(store: Store) -> None:
    """Antimony of the United States is withheld, so that less than the total may remain."""
    found = shares(store, "antimony", "USA")
    assert found["CHN"].at_least and found["CHN"].after_pct == found["CHN"].before_pct
    assert found["USA"].is_removed and found["USA"].before_pct is None
