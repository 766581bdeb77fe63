"""Questions and how they are read, in the context of queries.csv: China to the United States on 27 Nov 2026.

`questions.csv` was written by hand from what a reader means, as was `questions_with_context.csv`, whose questions
stand beside clauses on who asks and why. A question marked `no` must not be understood, and several destinations are
separated by semicolons.
"""

import csv
from datetime import date
from pathlib import Path

import pytest

from explorer.data.context import Context
from explorer.data.finding.questions.ask import ask
from explorer.data.finding.questions.reading import INTENTS

DAY = date(2026, 11, 27)
CONTEXT = Context(DAY, "CHN", "USA")
FILES = ("questions.csv", "questions_with_context.csv")


def _questions(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent.parent / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


BY_FILE = {name: _questions(name) for name in FILES}
QUESTIONS = [row for rows in BY_FILE.values() for row in rows]


@pytest.mark.parametrize("row", QUESTIONS, ids=lambda row: row["question"])
def test_a_question_is_read_as_it_is_meant(live_store, row: dict[str, str]) -> None:
    reply = ask(live_store, row["question"], CONTEXT, DAY)
    if row["understood"] == "no":
        assert reply.reading is None and reply.text and reply.answer is None
        return
    assert reply.reading is not None, reply.text
    destinations = row["destination"].split(";")
    expected = {
        "intent": row["intent"],
        "metals": row["metals"].split(";") if row["metals"] else [],
        "origin": row["origin"],
        "destination": destinations[0],
        **({"destinations": destinations} if len(destinations) > 1 else {}),
        "since": row["since"],
        "until": row["until"],
    }
    assert reply.reading.as_dict() == expected
    assert reply.text and reply.answer is not None


@pytest.mark.parametrize("name", FILES)
def test_every_intent_is_asked_for_in_both_languages(name: str) -> None:
    for chinese in (False, True):
        rows = [r for r in BY_FILE[name] if _is_chinese(r["question"]) == chinese]
        assert {r["intent"] for r in rows if r["intent"]} == set(INTENTS), chinese


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in text)


@pytest.mark.parametrize(
    "row", [r for r in QUESTIONS if r["understood"] == "no"], ids=lambda row: row["question"]
)
def test_what_is_suggested_instead_is_understood(live_store, row: dict[str, str]) -> None:
    reply = ask(live_store, row["question"], CONTEXT, DAY)
    assert reply.suggestions
    for suggestion in reply.suggestions:
        assert ask(live_store, suggestion, CONTEXT, DAY).reading is not None, suggestion
