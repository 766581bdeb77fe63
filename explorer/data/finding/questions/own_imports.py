"""Words for how much of what a country needs it imports: `all of its titanium sponge`, `most of their gallium`."""

from collections.abc import Sequence

from msgspec.structs import replace

from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.question_parts import Token

_AMOUNTS = ("all", "most", "much", "how much of")
_OWNERS = ("its", "their")


def with_own_imports(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the parts of a question; an amount of what a country has as its own also has that meaning."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        following = [t.text.casefold() for t in tokens[at + 1 : at + 3]]
        owner = following[1:] if following[:1] == ["of"] else following[:1]
        if token.text.casefold() in _AMOUNTS and owner and owner[0] in _OWNERS:
            found[at] = replace(token, meanings=token.meanings | {Meaning.OF_ITS_OWN})
    return tuple(found)
