"""The name of a month by which a question knows a pause that is over, which is set aside: `the November pause`."""

import re

from explorer.data.finding.questions.date_patterns import MONTHS
from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.question_parts import Token
from explorer.data.finding.questions.reading import Aside

_MONTH = re.compile(MONTHS, re.IGNORECASE)
_NOW_THAT = re.compile(r"\bnow\s+that\s+(?:the\s+)?$", re.IGNORECASE)
_OVER = ("over", "ended", "expired", "finished", "lapsed")


def without_months_of_pauses(
    text: str, tokens: tuple[Token, ...]
) -> tuple[tuple[Token, ...], tuple[Aside, ...]]:
    """Return the parts of a question without the month of a pause that it says is over, and this month as an aside.

    The question is about now, whichever year the month was in.
    """
    found = [
        at
        for at, token in enumerate(tokens[:-1])
        if token.days is not None
        and _MONTH.fullmatch(token.text.strip())
        and _NOW_THAT.search(text[: token.start])
        and Meaning.PAUSE in tokens[at + 1].meanings
        and any(t.text.casefold() in _OVER for t in tokens[at + 2 :])
    ]
    kept = tuple(t for at, t in enumerate(tokens) if at not in found)
    return kept, tuple(Aside(tokens[at].text.strip()) for at in found)
