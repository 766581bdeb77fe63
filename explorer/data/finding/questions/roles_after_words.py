"""The role that the word before a place gives it: a preposition, or a verb such as `supply`."""

from collections.abc import Sequence

from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.place_neighbours import (
    RULE_NOUNS,
    has,
    is_exporting,
    is_exposed,
    is_ruling,
    next_of,
)
from explorer.data.finding.questions.question_parts import Token
from explorer.data.finding.questions.role_names import (
    DESTINATION,
    MARKET,
    ORIGIN,
    OWNER,
    TARGET,
)

# What a place does or has that only a destination, or only an origin, does or has.
OF_DESTINATION = frozenset((Meaning.IMPORT, Meaning.DEPEND, Meaning.SUPPLIER))
RULES = frozenset((Meaning.BAN, Meaning.CONTROL, Meaning.LICENCE, Meaning.PAUSE, Meaning.QUOTA))
OF_ORIGIN = RULES | {
    Meaning.EXPORT,
    Meaning.EXPORTS,
    Meaning.PRODUCE,
    Meaning.MAY,
    Meaning.NEED,
    Meaning.ISSUE,
}
_TRADED = frozenset((Meaning.IMPORT, Meaning.EXPORTS, Meaning.PRODUCE, Meaning.FROM))
_ENTERING = ("enter", "enters", "entering", "reach", "reaches", "reaching", "into", "进入", "流向")
_COMING = ("来自", "来源于", "产自", "进口自", "购自", "买自")
_DEPENDENT = ("dependent", "reliant", "exposed", "vulnerable")  # `how dependent Germany is`
_COVERING = ("cover", "covers")  # of a rule: `does the ban cover Germany`
_SELLING, _POSSESSIVES = ("sell", "sells", "sold"), ("its", "their")  # `who sells Japan its gallium`
_LEAVING = ("leave", "leaves", "leaving", "from")


def role_after(
    previous: Token, before: Sequence[Token], tokens: Sequence[Token], after: Sequence[Token]
) -> str | None:
    """Return the role that the word before a place gives it, None where that word gives none."""
    meanings = previous.meanings
    depends = has(tokens, Meaning.DEPEND)
    if Meaning.TO in meanings:
        head = before[-1] if before else None
        to_source = (head is not None and Meaning.DEPEND in head.meanings) or is_exposed(tokens)
        return ORIGIN if to_source or (depends and previous.text == "对") else DESTINATION
    if (
        Meaning.FROM in meanings
        or Meaning.BY in meanings
        or previous.text in _LEAVING + _COMING
        or previous.text.endswith("from")
    ):
        return ORIGIN
    if Meaning.FOR in meanings or previous.text.casefold() in (*_ENTERING, *_COVERING):
        return DESTINATION
    if Meaning.ON in meanings:
        is_rule = bool(before) and before[-1].text.casefold() in RULE_NOUNS
        return ORIGIN if depends else TARGET if is_rule else ""
    if Meaning.IN in meanings:
        if has([t for t in before[-2:] if not t.place], Meaning.RECEIVER) or depends:
            return DESTINATION
        if before and Meaning.PRODUCE in before[-1].meanings and has(before[-4:-1], Meaning.TO):
            return DESTINATION  # `to our smelter in Pennsylvania`
        if has(tokens, Meaning.QUOTA) or (is_exporting(tokens) and is_ruling(tokens)):
            return OWNER
        if has(tokens, Meaning.IMPORT):
            return DESTINATION
        if has(tokens, Meaning.PRICE):
            return MARKET
        return ORIGIN if has(tokens, Meaning.PRODUCE) else ""
    if Meaning.OF in meanings:
        return _after_of(before, tokens, after)
    if Meaning.DEPEND in meanings and has(tokens, Meaning.NET):
        return DESTINATION
    if Meaning.DEPEND in meanings:
        return None if previous.text.casefold() in _DEPENDENT else ORIGIN
    if previous.text.casefold() in _SELLING and after and after[0].text.casefold() in _POSSESSIVES:
        return DESTINATION
    if Meaning.SUPPLY in meanings or (Meaning.EXPORT in meanings and not previous.text.isascii()):
        return DESTINATION
    return None


def _after_of(before: Sequence[Token], tokens: Sequence[Token], after: Sequence[Token]) -> str:
    """Return the role of a place that a noun with `of` is about: `dependence of Germany`, `share of China in`."""
    if before and Meaning.SHARE in before[-1].meanings:
        place = next((i for i, t in enumerate(after) if t.place is not None), len(after))
        if next_of(after[:place], _TRADED) is Meaning.IMPORT:
            return DESTINATION
        return DESTINATION if has(tokens, Meaning.SUPPLY) else ORIGIN
    for token in reversed(before):
        if token.meanings & OF_DESTINATION:
            return DESTINATION
        if token.meanings & (OF_ORIGIN - {Meaning.MAY, Meaning.NEED, Meaning.ISSUE}):
            return ORIGIN
    return ""
