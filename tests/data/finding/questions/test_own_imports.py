"""Questions on how much of its own need of a metal a country imports: its net import reliance, not its suppliers."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.finding.questions.ask import ask
from explorer.data.finding.questions.reading import RELIANCE, SUPPLIERS, Reading
from explorer.data.store import Store

DAY = date(2026, 11, 27)


def reading(store: Store, text: str) -> Reading:
    found = ask(store, text, Context(DAY, "CHN", "USA"), DAY).reading
    assert found is not None, text
    return found


@pytest.mark.parametrize(
    "text",
    [
        "does the us import all of its gallium?",
        "does the US import all its gallium",
        "does the US import most of its gallium",
        "how much of its gallium does the US import",
    ],
)
def test_what_a_country_imports_of_its_own_is_its_net_reliance(store: Store, text: str) -> None:
    found = reading(store, text)
    assert found.intent == RELIANCE and found.net and found.destination == "USA"


@pytest.mark.parametrize(
    "text",
    [
        "where does the US import most of its gallium from",
        "does the US import all of its gallium from China",
    ],
)
def test_a_question_on_an_origin_is_on_the_suppliers(store: Store, text: str) -> None:
    found = reading(store, text)
    assert found.intent == SUPPLIERS and not found.net


def test_the_figure_is_that_of_the_country(store: Store) -> None:
    """dependence.csv: antimony, metal and oxide, United States, 91 % in 2025."""
    text = ask(store, "does the US import most of its antimony", Context(DAY, "CHN", "ALL"), DAY).text
    assert "US net import reliance, 2025: 91\u202f%" in text and "metal and oxide" in text
