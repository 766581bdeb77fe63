"""Numbers, shares and prices as text."""

import pytest

from explorer.data import numbers
from explorer.data.numbers import price_text


@pytest.mark.parametrize(
    ("value", "published"),
    [
        (60000, "60\u202f000"),
        (290.643, "290.643"),
        (0, "0"),
        (-5, "\u22125"),
        (0.35, "0.35"),
        (1e9, "1\u202f000\u202f000\u202f000"),
    ],
)
def test_exact_numbers(value, published):
    assert numbers.exact(value) == published


def test_shares_have_a_decimal_near_0_and_100():
    assert numbers.percent(0.01) == "<\u202f0.1\u202f%"
    assert numbers.percent(4.52) == "4.5\u202f%"
    assert numbers.percent(98.6) == "99\u202f%"
    assert [numbers.percent(v) for v in (99.6, 99.97, 100.0)] == [
        "99.6\u202f%",
        ">\u202f99.9\u202f%",
        "100\u202f%",
    ]


@pytest.mark.parametrize(
    ("value", "published"),
    [
        (1499.9696, "1\u202f499.97"),
        (60000.0, "60\u202f000"),
        (1.0, "1"),
        (0.031547, "0.031547"),
        (29.1, "29.1"),
    ],
)
def test_a_price_has_two_decimals_from_one_on(value: float, published: str) -> None:
    assert price_text(value) == published
