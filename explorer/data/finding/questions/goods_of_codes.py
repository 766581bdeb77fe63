"""The description of goods beside a code, which is set aside: the code says what a question is about."""

import re
from collections.abc import Sequence

from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.question_parts import Token
from explorer.data.finding.questions.reading import Aside

_OF_GOODS = frozenset((Meaning.FORM, Meaning.APPLICATION))
_AMOUNT = re.compile(r"\d[\d ]{3,6}")  # plain digits that can also be a number of pieces
_CHANGING = frozenset((Meaning.NOT, Meaning.WITHOUT, Meaning.OUTSIDE))


def without_goods(text: str, tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], tuple[Aside, ...]]:
    """Return the parts of a question on one code without those that describe its goods, and these as asides."""
    codes = [t for t in tokens if t.code is not None]
    is_labelled = any(Meaning.CODE in t.meanings for t in tokens)
    if len(codes) != 1 or any(t.meanings & _CHANGING for t in tokens):
        return tokens, ()
    if not is_labelled and _AMOUNT.fullmatch(codes[0].text):
        return tokens, ()
    kept = tuple(t for t in tokens if not (t.metal or t.meanings & _OF_GOODS))
    return kept, tuple(Aside(part) for part in _descriptions(text, tokens))


def _descriptions(text: str, tokens: Sequence[Token]) -> list[str]:
    """Return the texts of the parts that describe goods, those that follow each other together."""
    spans: list[tuple[int, int]] = []
    last = -1
    for at, token in enumerate(tokens):
        if not (token.metal or token.meanings & _OF_GOODS):
            continue
        if last == at - 1 and spans:
            spans[-1] = (spans[-1][0], token.end)
        else:
            spans.append((token.start, token.end))
        last = at
    return [text[start:end] for start, end in spans]
