"""Numbers as the interface shows them."""

import pytest

from explorer.data.numbers import (
    MINUS,
    THIN,
    change,
    compact,
    exact,
    number_range,
    percent,
    price_text,
    qualified,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (999, "999"),
        (1499.97, "1499.97"),
        (9999.999999, "9999.999999"),
        (9999.9999999, f"10{THIN}000"),
        (10_000, f"10{THIN}000"),
        (1_234_567.5, f"1{THIN}234{THIN}567.5"),
        (-1500, f"{MINUS}1500"),
        (-60_000, f"{MINUS}60{THIN}000"),
        (0.0000001, "0"),
    ],
)
def test_thousands_are_grouped_from_10_000_on(value: float, text: str) -> None:
    assert exact(value) == text


def test_the_other_formats_group_in_the_same_way() -> None:
    assert price_text(1499.972) == "1499.97"
    assert compact(3.71e9) == "3.71 billion" and compact(12_500_000) == "12.5 million"
    assert compact(60_000) == f"60{THIN}000" and compact(1234) == "1234"
    assert number_range(9500, 13_400, "USD/t") == f"9500 to 13{THIN}400 USD/t"
    assert percent(1200) == f"1200{THIN}%"


@pytest.mark.parametrize(
    ("qualifier", "text"),
    [("<", "<\u00a05"), (">", ">\u00a05"), ("~", "about\u00a05"), (None, "5"), ("net exporter", "5")],
)
def test_a_qualifier_bounds_a_figure(qualifier: str | None, text: str) -> None:
    assert qualified("5", qualifier) == text


def test_shares_have_a_decimal_near_0_and_100():
    assert percent(0.01) == "<\u202f0.1\u202f%"
    assert percent(4.52) == "4.5\u202f%"
    assert percent(98.6) == "99\u202f%"
    assert [percent(v) for v in (99.6, 99.97, 100.0)] == [
        "99.6\u202f%",
        ">\u202f99.9\u202f%",
        "100\u202f%",
    ]


@pytest.mark.parametrize(
    ("value", "published"),
    [
        (1499.9696, "1499.97"),
        (60000.0, "60\u202f000"),
        (1.0, "1"),
        (0.031547, "0.031547"),
        (29.1, "29.1"),
    ],
)
def test_a_price_has_two_decimals_from_one_on(value: float, published: str) -> None:
    assert price_text(value) == published


def test_a_change_has_a_sign_unless_there_is_none() -> None:
    assert change(85) == f"+85{THIN}%" and change(-4.5) == f"{MINUS}4.5{THIN}%"
    assert change(0) == f"0{THIN}%" == change(-0.0)
    assert change(0.01) == f"+<{THIN}0.1{THIN}%"
