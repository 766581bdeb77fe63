"""Words that cannot change an answer: each group says why, and the same question with and without them is the same."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.finding.questions import chinese, english
from explorer.data.finding.questions.ask import ask
from explorer.data.finding.questions.harmless_words import HARMLESS
from explorer.data.finding.questions.meanings import Meaning
from explorer.data.store import Store

DAY = date(2026, 11, 27)
CONTEXT = Context(DAY, "CHN", "USA")


@pytest.mark.parametrize("group", HARMLESS, ids=lambda group: group.reason)
def test_every_group_has_a_reason_and_words_of_both_languages_are_known(group) -> None:
    assert group.reason.endswith(".")
    assert all(Meaning.FUNCTION in english.meanings_of(word) for word in group.english.split())
    assert all(Meaning.FUNCTION in chinese.words()[word] for word in group.chinese.split())


@pytest.mark.parametrize(
    "question",
    [
        "so may gallium actually go to Japan these days",
        "I'm told that gallium may go to Japan, is that correct?",
        "Could you please check whether gallium may go to Japan as of now?",
        "My supplier says gallium may go to Japan. True?",
    ],
)
def test_a_question_with_harmless_words_has_the_answer_of_the_plain_one(
    live_store: Store, question: str
) -> None:
    plain = ask(live_store, "may gallium go to Japan", CONTEXT, DAY)
    assert ask(live_store, question, CONTEXT, DAY).text == plain.text


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("may gallium go only to Japan", "only"),
        ("may gallium nearly go to Japan", "nearly"),
        ("may gallium go to anyone", "to anyone"),
        ("which metals are free of controls for Germany", "free of"),
    ],
)
def test_a_word_that_can_change_the_answer_is_named(live_store: Store, question: str, word: str) -> None:
    reply = ask(live_store, question, CONTEXT, DAY)
    assert reply.reading is None and word in reply.unused
