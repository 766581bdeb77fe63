"""Whether a question is about all exports: then it is about every destination, whatever destination is in view."""

from collections.abc import Sequence

from explorer.data.finding.questions.question_parts import Token

_ALL = frozenset(("all", "every", "所有", "全部", "一切"))
_EXPORTS = frozenset(("export", "exports", "shipments", "出口"))
# Words between the two, beside metals and the origin: `all Chinese gallium exports`, `all of its exports`.
_BETWEEN = frozenset(("of", "its", "their", "the", "的"))


def names_all_exports(tokens: Sequence[Token]) -> bool:
    """Return whether the words speak of all exports of the metals: `bans all exports`, `all gallium exports`."""
    return any(
        token.text.lower() in _ALL and _is_followed_by_exports(tokens[at + 1 :])
        for at, token in enumerate(tokens)
    )


def _is_followed_by_exports(tokens: Sequence[Token]) -> bool:
    for token in tokens:
        text = token.text.lower()
        if text in _EXPORTS:
            return True
        if not token.metals and token.place is None and text not in _BETWEEN:
            return False
    return False
