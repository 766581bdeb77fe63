"""Figures computed from the facts."""

import pytest

from explorer.data.figures import computed_flag, latest_reliance, least_confidence
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


@pytest.mark.parametrize(
    ("flags", "flag"),
    [((None, "p", "e"), "e"), (("p", None, "o"), "p"), ((None, "o", "W"), None), ((), None)],
)
def test_what_is_computed_is_as_sure_as_the_least_sure_figure(
    flags: tuple[str | None, ...], flag: str | None
) -> None:
    assert computed_flag(flags) == flag


def test_confidence_is_the_lowest_of_all() -> None:
    assert least_confidence(("high", "low", "medium")) == "low"
    assert least_confidence(("high", "medium")) == "medium"
