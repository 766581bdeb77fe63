"""Prices: the product, the market and the change since a control."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.finding.questions.ask import Reply, ask
from explorer.data.store import Store

DAY = date(2026, 11, 28)


def reply(store: Store, text: str, to: str = "ALL") -> Reply:
    found = ask(store, text, Context(DAY, "CHN", to), DAY)
    assert found.reading is not None, found.text
    return found


@pytest.mark.parametrize(
    ("text", "product", "market"),
    [
        (
            "How much does bismuth cost right now?",
            "Bismuth above 99.99%",
            "United States (customs value of imports)",
        ),
        ("最近钨价是多少？", "Tungsten trioxide 99.95%", "China domestic"),
        (
            "what did gallium cost in July 2023",
            "Gallium, unwrought",
            "United States (customs value of imports)",
        ),
    ],
)
def test_a_price_names_its_product_and_its_market(store: Store, text: str, product: str, market: str) -> None:
    found = reply(store, text)
    assert product in found.text and market in found.text
    assert found.answer is not None
    (quoted,) = found.answer.prices
    assert quoted.series.unit in found.text and quoted.series.market == market


def test_the_change_since_the_controls_has_both_prices(store: Store) -> None:
    """Announcement 33 of 2024 has been in force since 15 Sep 2024."""
    found = reply(store, "Did the price of antimony rise after the export controls?")
    assert (
        "the last figure before the control took effect on 15 Sep 2024" in found.text
        and "since the control" in found.text
    )
    assert found.answer is not None and len(found.answer.prices) == 2


def test_the_change_since_a_ban_is_not_that_since_a_licence(store: Store) -> None:
    """Gallium: licence from 1 Aug 2023, for the United States refused from 3 Dec 2024; no ban on all destinations."""
    assert (
        "before the control took effect on 3 Dec 2024"
        in reply(store, "did gallium prices rise after the ban", "USA").text
    )
    text = reply(store, "did gallium prices rise after the ban").text
    assert "No ban on exports from China to all destinations" in text and "2023" not in text


def test_the_market_that_is_named_is_that_of_the_price(store: Store) -> None:
    found = reply(store, "latest price of tungsten APT in China")
    assert "ammonium paratungstate" in found.text and "China domestic" in found.text
    assert found.reading_text == "tungsten (“APT”) · market: China"


def test_a_market_without_prices_has_no_other_price(store: Store) -> None:
    found = reply(store, "price of gallium in Japan")
    assert found.text.endswith("No prices on the market of Japan are on file.")
    assert found.answer is not None and not found.answer.prices


def test_several_markets_are_refused(store: Store) -> None:
    found = ask(store, "price of gallium in China and Japan", Context(DAY, "CHN", "ALL"), DAY)
    assert found.reading is None and "more than one market" in found.text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lithium carbonate price 2022 vs 2025", "63 700 USD/t (2022), 9000 (2025): −86 %"),
        ("nickel price 2022 vs 2024", "25.82 USD/kg (2022), 16.82 (2024): −35 %"),
        ("antimony price from 2023 to 2025", "12.1 USD/kg (2023), 55.12 (2025): +355 %"),
    ],
)
def test_two_years_are_compared_in_one_series(store: Store, text: str, words: str) -> None:
    assert words in reply(store, text).text.replace("\u202f", " ").replace("\u2009", " ").replace("\xa0", " ")


def test_years_that_no_series_has_are_said(store: Store) -> None:
    found = reply(store, "tin price 2015 versus 2025")
    assert "No series on file has prices of both 2015 and 2025." in found.text


@pytest.mark.parametrize(
    "text",
    [
        "碳酸锂价格一年涨了多少",
        "碳酸锂价格同比涨了多少",
        "how much did lithium carbonate rise in a year",
        "how much did lithium carbonate rise over the last year",
        "by how much has the price of lithium carbonate risen within 12 months",
    ],
)
def test_a_change_within_a_year_ends_with_the_latest_price(store: Store, text: str) -> None:
    """prices.csv: 9369.2 USD/t in June 2025, 21,103.5 in June 2026; 21103.5 / 9369.2 is 2.252."""
    found = reply(store, text)
    assert "9369.2 USD/t (Jun 2025), 21\u202f103.5 (Jun 2026): +125\u202f%" in found.text
    assert "average unit value of UK imports" in found.text
    assert found.answer is not None
    assert [quoted.price.date for quoted in found.answer.prices] == ["2025-06", "2026-06"]


def test_a_change_within_a_year_is_not_that_of_an_old_series(store: Store) -> None:
    """price_series.csv: the yearly series of cesium ends in 1992."""
    found = reply(store, "how much did the price of cesium rise in a year")
    assert "No series on file has a recent price and one of a year before it." in found.text


@pytest.mark.parametrize(
    "text",
    [
        "gallium price in 12 months",
        "how much will gallium rise in a year",
        "how much did gallium exports rise in a year",
        "锂价一年内能涨多少",
    ],
)
def test_a_price_to_come_and_other_figures_are_no_change_within_a_year(store: Store, text: str) -> None:
    assert ask(store, text, Context(DAY, "CHN", "ALL"), DAY).reading is None
