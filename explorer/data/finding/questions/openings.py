"""Greetings and other openings of questions that say nothing about what is asked: `Procurement question: …`."""

import re
from datetime import date

from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.tokens import Token, tokenise
from explorer.data.store import Store

_LONGEST = 80
_ENDS = re.compile(r"[:：,，;；.。!！—](?=\s|[\u4e00-\u9fff]|$)|(?<=[\u4e00-\u9fff])[:：,，;；。！]")
_EMPTY = frozenset(
    (Meaning.FUNCTION, Meaning.AUXILIARY, Meaning.QUESTION, Meaning.FOR, Meaning.OF, Meaning.AND)
)
# What may stand beside words of speech in an opening: it names who asks, not what.
_OF_SPEAKERS = _EMPTY | frozenset(
    (
        *(
            Meaning.COMPANY,
            Meaning.RECEIVER,
            Meaning.SUPPLIER,
            Meaning.FROM,
            Meaning.TO,
            Meaning.IN,
            Meaning.WISH,
        ),
        *(Meaning.NEW, Meaning.CODE, Meaning.IMPORT, Meaning.EXPORT, Meaning.EXPORTS, Meaning.HOW),
    )
)
_OF_WRITERS = _OF_SPEAKERS | frozenset((Meaning.PRODUCE, Meaning.THINGS, Meaning.METALS))
_INTRODUCTIONS = ("i am ", "i'm ", "we are ", "we're ", "i work ", "we work ", "as a ", "as an ")
_SPEECH = (
    "asks", "ask", "asked", "asking", "question", "questions", "query", "enquiry", "inquiry", "request", "wonders",
    "wondering", "know", "desk", "team", "department", "here", "check", "hello", "hi", "urgent", "help", "问", "咨询",
    "请教", "问题", "想知道", "想了解", "想问", "问一下", "问道", "询问", "提问", "求助", "急", "部",
)  # fmt: skip


def without_opening(store: Store, text: str, today: date, as_of: date) -> str:
    """Return a text with blanks in place of its opening: up to a colon, a comma or a full stop, without content.

    An unknown word is dropped only where the opening says that someone asks; one that could change the meaning never.
    """
    start = 0
    for match in _ENDS.finditer(text[:_LONGEST]):
        part = text[start : match.start()]
        if not text[match.end() :].strip() or not _is_opening(
            part, tokenise(store, part, today, as_of), match[0]
        ):
            break
        start = match.end()
    return f"{' ' * start}{text[start:]}"


def _is_opening(text: str, tokens: tuple[Token, ...], end: str) -> bool:
    """Return whether the words before a mark say nothing about what is asked."""
    if any(t.metal or t.place or t.days or t.document or t.code for t in tokens):
        return False
    if all(t.is_known and t.meanings & _EMPTY for t in tokens):
        return True
    if text.strip().casefold().replace("’", "'").startswith(_INTRODUCTIONS):
        return all(not t.is_known or t.meanings & _OF_WRITERS for t in tokens)
    says_who = bool(tokens) and end in ":：,，" and tokens[-1].text.casefold().endswith(_SPEECH)
    return says_who and all(not t.is_known or t.meanings & _OF_SPEAKERS for t in tokens)
