"""Questions on the changes to come, which name no day: the year after the as-of date is meant."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.finding.answer_pages.page import answer_content
from explorer.data.finding.questions.ask import ask
from explorer.data.finding.questions.reading import CHANGES
from explorer.data.finding.rows import OPEN_ANSWER
from explorer.data.store import Store

DAY = date(2026, 11, 28)
CONTEXT = Context(DAY, "CHN", "DEU")


@pytest.mark.parametrize(
    "question",
    [
        "what happens next for dysprosium",
        "what is next for dysprosium?",
        "what falls due for dysprosium",
        "which dates lie ahead for dysprosium",
        "upcoming changes for dysprosium",
    ],
)
def test_the_year_after_the_as_of_date_is_meant(store: Store, question: str) -> None:
    reply = ask(store, question, CONTEXT, DAY)
    reading = reply.reading
    assert reading is not None and (reading.intent, reading.metals) == (CHANGES, ("dysprosium",))
    assert (reading.since, reading.until) == (DAY, date(2027, 11, 28))
    assert "31 Dec 2026: Last day of the term: ordinary export licence requirement" in reply.text
    assert "10 Jan 2027: Last day of the pause" in reply.text


def test_the_answer_opens_a_table_and_keeps_the_day(store: Store) -> None:
    question = "what happens next for dysprosium"
    answer = ask(store, question, CONTEXT, DAY).answer
    assert answer is not None and (answer.action.kind, answer.action.day) == (OPEN_ANSWER, DAY)
    listing = answer_content(store, question, CONTEXT, DAY).listing
    assert listing is not None
    days = [line.fields[0].value for line in listing.lines]
    assert days == sorted(days) and {date(2026, 12, 31), date(2027, 1, 10)} <= set(days)


def test_without_a_metal_all_changes_of_the_route_are_meant(store: Store) -> None:
    reply = ask(store, "what happens next", CONTEXT, DAY)
    assert reply.reading is not None and reply.reading.ahead and not reply.reading.metals


@pytest.mark.parametrize(
    "question", ["Which metal will be banned next?", "what is China likely to control next"]
)
def test_forecasts_stay_unanswered(store: Store, question: str) -> None:
    assert ask(store, question, CONTEXT, DAY).answer is None
