"""Which metals a word for a form is about: `gallium oxide`, `oxides of gallium`, `二氧化锗`."""

from collections.abc import Sequence

from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.question_parts import Token
from explorer.data.finding.questions.reading import Form

_BETWEEN = frozenset((Meaning.FORM, Meaning.OF))


def form_at(tokens: Sequence[Token], at: int) -> Form:
    """Return the form at a position with the metal beside it; without a metal where none is."""
    token = tokens[at]
    return Form(token.text, token.metals or _metal_before(tokens, at) or _metal_after(tokens, at))


def _metal_before(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    for position in range(at - 1, -1, -1):
        token = tokens[position]
        gap = tokens[position + 1].start - token.end
        if gap > (1 if token.text.isascii() else 0):
            return ()
        if token.metals:
            return token.metals
        if Meaning.FORM not in token.meanings:
            return ()
    return ()


def _metal_after(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    for token in tokens[at + 1 :]:
        if token.metals:
            return token.metals
        if not token.meanings & _BETWEEN:
            return ()
    return ()
