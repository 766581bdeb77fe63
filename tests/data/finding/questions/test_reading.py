"""Questions and how they are read, in the context of queries.csv: China to the United States on 27 Nov 2026.

`questions.csv` was written by hand from what a reader means; a question marked `no` must not be understood, and
several destinations are separated by semicolons.
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
with (Path(__file__).parent.parent / "questions.csv").open(encoding="utf-8", newline="") as file:
    QUESTIONS = list(csv.DictReader(file))


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


def test_every_intent_is_asked_for_in_both_languages() -> None:
    for chinese in (False, True):
        asked = {r["intent"] for r in QUESTIONS if r["intent"] and _is_chinese(r["question"]) == chinese}
        assert asked == set(INTENTS), chinese
    assert len(QUESTIONS) >= 220


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
