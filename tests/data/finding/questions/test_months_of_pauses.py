"""The month of a pause that is over, which a question does not ask about."""

from datetime import date

from explorer.data.context import Context
from explorer.data.finding.questions.ask import Reply, ask
from explorer.data.store import Store

DAY = date(2026, 11, 28)


def reply(store: Store, text: str) -> Reply:
    return ask(store, text, Context(DAY, "CHN", "USA"), DAY)


def test_the_month_of_a_pause_that_is_over_is_not_used(store: Store) -> None:
    found = reply(store, "is antimony to the US blocked again now that the november pause is over?")
    assert found.reading is not None and found.reading.until == DAY
    assert "Not used: “november”." in found.text


def test_a_month_that_a_question_asks_about_needs_its_year(store: Store) -> None:
    for text in (
        "is antimony to the US blocked in november?",
        "was antimony blocked now that the november rule is over",
    ):
        assert reply(store, text).reading is None
