"""Amounts as they are published, and shares of them."""

import pytest

from explorer.data.supply.amounts import reliance_value, share_base, share_of_base
from explorer.data.supply.records import Dependence, Reserve


def reserve(value: float | None, qualifier: str | None = None) -> Reserve:
    empty = dict.fromkeys(Reserve.__struct_fields__)
    return Reserve(**empty | {"value": value, "qualifier": qualifier, "unit": "t"})


def reliance(percent: float | None, qualifier: str | None) -> Dependence:
    empty = dict.fromkeys(Dependence.__struct_fields__)
    return Dependence(**empty | {"net_import_reliance_pct": percent, "qualifier": qualifier})


@pytest.mark.parametrize(
    ("percent", "qualifier", "text"),
    [
        (50.0, None, "50\u202f%"),
        (50.0, ">", ">\u00a050\u202f%"),
        (None, "net exporter", "net exporter"),
        (None, None, ""),
    ],
)
def test_a_reliance_is_a_figure_with_its_bound_or_a_word(
    percent: float | None, qualifier: str | None, text: str
) -> None:
    assert reliance_value(reliance(percent, qualifier)) == text


def test_shares_are_taken_of_the_sum_where_it_exceeds_a_rounded_total() -> None:
    rows = [reserve(60.0), reserve(45.0)]
    assert share_base(reserve(100.0), rows) == 105.0
    assert share_base(reserve(200.0), rows) == 200.0


def test_a_bound_has_no_share_and_is_not_the_base_of_shares() -> None:
    assert share_base(reserve(100.0, ">"), [reserve(60.0)]) is None
    assert share_of_base(reserve(60.0, ">"), 100.0) is None
    assert share_of_base(reserve(60.0), 100.0) == 60.0
