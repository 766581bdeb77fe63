"""A term of the glossary is found by its name, and answers a question about its meaning."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.finding.answer_pages.page import answer_content
from explorer.data.finding.questions.ask import ask
from explorer.data.finding.rows import ANSWER, TERMS, Results
from explorer.data.finding.search import search
from explorer.data.glossary import term
from explorer.data.store import Store

DAY = date(2026, 11, 28)


def found(store: Store, text: str) -> Results:
    return search(store, text, Context(DAY, "CHN", "ALL"), DAY)


def definitions(store: Store, text: str) -> list[str]:
    return [row.title for group in found(store, text).groups if group.group_id == TERMS for row in group.rows]


@pytest.mark.parametrize(
    ("text", "definition"),
    [
        ("HHI", "Supply concentration (HHI): Herfindahl-Hirschman index"),
        ("what is HHI?", "Supply concentration (HHI): Herfindahl-Hirschman index"),
        ("net import reliance", "Net import reliance: Imports minus exports"),
        ("What does apparent consumption mean", "Apparent consumption: Production plus imports"),
        ("definition of a unit value", "Unit value: The customs value of trade"),
        ("POSSIBLE", "Possible: "),
        ("Quota", "Quota: "),
        ("what does paused mean", "Paused: The measure does not apply"),
        ("define quota", "Quota: "),
        ("什么是HHI", "Supply concentration (HHI): Herfindahl-Hirschman index"),
    ],
)
def test_a_term_is_found_with_its_definition(store: Store, text: str, definition: str) -> None:
    (title,) = definitions(store, text)
    assert title.startswith(definition)
    assert found(store, text).found


@pytest.mark.parametrize("text", ["what is banned", "what is paused", "what is gallium"])
def test_a_question_about_metals_or_controls_is_no_question_about_a_term(store: Store, text: str) -> None:
    groups = [group.group_id for group in found(store, text).groups]
    assert TERMS not in groups and groups


def test_a_question_about_a_term_has_no_other_answer(store: Store) -> None:
    groups = [group.group_id for group in found(store, "what is net import reliance").groups]
    assert groups == [TERMS] and ANSWER not in groups


@pytest.mark.parametrize(
    "text", ["what is HHI", "HHI", "net import reliance", "What is a licence?", "HHI 是什么意思"]
)
def test_a_question_about_a_term_is_answered_by_its_definition(store: Store, text: str) -> None:
    reply = ask(store, text, Context(DAY, "CHN", "USA"), DAY)
    assert reply.definition is not None and reply.reading is None
    assert reply.text == term(reply.definition.key).text
    assert answer_content(store, text, Context(DAY, "CHN", "USA"), DAY).understood


@pytest.mark.parametrize(
    "text", ["what is banned", "what is paused", "what is the HHI of gallium", "what is gallium"]
)
def test_other_questions_have_no_definition(store: Store, text: str) -> None:
    assert ask(store, text, Context(DAY, "CHN", "USA"), DAY).definition is None
