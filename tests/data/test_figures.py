"""Figures computed from the facts."""

from explorer.data.figures import latest_reliance
from explorer.data.store import Store


def test_the_metal_as_a_whole_comes_before_one_of_its_forms(store: Store) -> None:
    found = latest_reliance(store.dependence("silicon"), "USA")
    assert found is not None
    assert (found.form, found.year, found.net_import_reliance_pct, found.qualifier) == (
        "total",
        2025,
        50.0,
        ">",
    )
