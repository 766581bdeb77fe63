"""The countries without which most metals lose a share of their output agree with the stress test of each."""

import pytest

from explorer.data.store import Store
from explorer.data.supply.stress.leading_countries import leading_countries
from explorer.data.supply.stress.removal import NO_PLACE, removal_of
from explorer.data.supply.stress.stress_test import stress_test


@pytest.mark.parametrize("threshold", [20.0, 50.0, 90.0])
def test_they_are_those_of_the_stress_test_with_most_metals(store: Store, threshold: float) -> None:
    expected = {}
    for country in set(store.countries) - NO_PLACE - set(store.bloc_members):
        shown = stress_test(store, removal_of(store, [country]), threshold=threshold).shown
        if shown:
            expected[country] = {row.metal_id for row in shown}
    found = leading_countries(store, threshold, len(store.countries))
    assert {c.country_id: set(c.metal_ids) for c in found} == expected
    counts = [len(c.metal_ids) for c in found]
    assert counts == sorted(counts, reverse=True) and found[0].country_id == "CHN"


def test_only_as_many_as_asked_for_are_named(store: Store) -> None:
    assert [c.country_id for c in leading_countries(store, 50, 1)] == ["CHN"]
