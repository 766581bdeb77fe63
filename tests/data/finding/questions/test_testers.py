"""Questions by testers who had not seen the grammar: none answered wrongly, at most one in ten not understood.

A question without expected days may name “today”; a metal that a code stands for is not scored. The questions in
`questions_on_forms.csv` were written with the grammar in view, on forms, counts and the place of a ban; those in
`questions_of_other_kinds.csv` on indirect questions, hearsay, spans, traditional characters and what is no single
question. Those in `questions_typed.csv` to `questions_typed_5.csv` are such as people type into a search field, those
in `questions_with_traps.csv` have a negation, a condition or a name that must not be passed over.
Those in `questions_fresh.csv` are on every intent, with traps of which half are negations; those in
`questions_on_titles_and_years.csv` on documents and lists by their own names, shares of output and compared years.
"""

import csv
from datetime import date
from pathlib import Path

import pytest

from explorer.data.context import Context
from explorer.data.finding.questions.ask import Reply, ask
from explorer.data.store import Store

DAY = date(2026, 11, 27)
CONTEXT = Context(DAY, "CHN", "USA")
ONE_IN = 10
# A refusal quotes words, or gives one of these reasons.
REASONS = (
    "“",
    "checked to",
    "this kind of question",
    "asks nothing",
    "Name a",
    "no forecasts",
    "more than one",
    "No measures by",
    "not converted",
    "can mean a control list",
    "name the country that imports",
    "what is not controlled",
    "On lists of critical materials",
    "No document with the number",
)
FILES = (
    "questions_by_testers.csv",
    "questions_by_testers_2.csv",
    "questions_by_testers_3.csv",
    "questions_by_testers_4.csv",
    "questions_by_testers_5.csv",
    "questions_by_testers_6.csv",
    "questions_by_testers_7.csv",
    "questions_by_testers_8.csv",
    "questions_by_testers_9.csv",
    "questions_by_testers_10.csv",
    "questions_on_forms.csv",
    "questions_of_other_kinds.csv",
    "questions_typed.csv",
    "questions_typed_2.csv",
    "questions_typed_3.csv",
    "questions_typed_4.csv",
    "questions_typed_5.csv",
    "questions_with_traps.csv",
    "questions_fresh.csv",
    "questions_on_titles_and_years.csv",
)


def _questions(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent.parent / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module", params=FILES)
def replies(live_store: Store, request: pytest.FixtureRequest) -> list[tuple[dict[str, str], Reply]]:
    return [(row, ask(live_store, row["question"], CONTEXT, DAY)) for row in _questions(request.param)]


def differences(row: dict[str, str], reply: Reply) -> list[str]:
    """Return in what a reading differs from the one that a tester expected."""
    assert reply.reading is not None
    found = reply.reading.as_dict()
    wrong = [] if found["intent"] in row["intent"].split("|") else ["intent"]
    if row["metals"] and set(found["metals"]) != set(row["metals"].split(";")):
        wrong.append("metals")
    places_and_days = ("origin", "destination", "since", "until")
    return wrong + [name for name in places_and_days if row[name] and found[name] != row[name]]


def test_no_question_is_answered_wrongly(replies: list[tuple[dict[str, str], Reply]]) -> None:
    wrong = {
        row["question"]: "understood" if row["understood"] == "no" else differences(row, reply)
        for row, reply in replies
        if reply.reading is not None and (row["understood"] == "no" or differences(row, reply))
    }
    assert wrong == {}


def test_at_most_one_in_ten_is_not_understood(replies: list[tuple[dict[str, str], Reply]]) -> None:
    meant = [(row, reply) for row, reply in replies if row["understood"] == "yes"]
    missed = [row["question"] for row, reply in meant if reply.reading is None]
    assert len(missed) * ONE_IN <= len(meant), missed


def test_what_is_refused_says_why(replies: list[tuple[dict[str, str], Reply]]) -> None:
    for row, reply in replies:
        if reply.reading is None:
            says_why = any(words in reply.text for words in REASONS)
            assert reply.answer is None and (says_why or reply.unused), row["question"]


def test_a_metal_is_not_named_beside_the_words_that_were_not_used(live_store: Store) -> None:
    reply = ask(live_store, "氦气的关税是多少", CONTEXT, DAY)
    assert reply.reading is None and reply.unused and "氦气" not in reply.unused
