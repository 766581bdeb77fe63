"""Numbers as charts and cards print them."""

import pytest

from explorer.data.numbers import price_text


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
