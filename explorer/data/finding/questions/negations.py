"""Negations that no answer takes in: a question on what is not controlled asks for what the answer leaves out."""

from collections.abc import Sequence

from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.question_parts import Token
from explorer.data.finding.questions.reading import BANNED, CODE, LIST, SINCE, STATUS, UNTIL, Reading
from explorer.data.finding.questions.rule import named
from explorer.data.store import Store

_NEGATING = named("NOT WITHOUT")
_ASKING_WHICH = named("WHICH WHO WHERE WHAT HOW LIST")
_YES_OR_NO = named("AUXILIARY PAST FUTURE MAY QUESTION")
_OF_RULES = named("LICENCE NEED CONTROL PAUSE QUOTA NAMED_RULE")
_ANYTHING = ("anything", "something")
# Goods that are free are those that are not controlled.
_FREE = ("free", "freely", "licence free", "license free", "自由")
_FINAL_TAGS = ("没", "没有")  # `有什么限制没有`


def is_on_what_is_not(store: Store, tokens: Sequence[Token], reading: Reading) -> bool:
    """Return whether a question asks for what its answer leaves out: `which rare earths are not controlled`.

    `is gallium not controlled` is answered by what applies, and `which metals may not be exported` and `since when
    may gallium not be exported` ask for a ban.
    """
    is_negated = any(
        t.meanings & _NEGATING and not (t is tokens[-1] and t.text in _FINAL_TAGS) for t in tokens
    )
    if reading.intent == LIST:
        return is_negated and reading.listed != BANNED
    if reading.intent in (SINCE, UNTIL):
        return is_negated and not _asks_for_ban(tokens)
    is_free = any(t.text.casefold().replace("-", " ") in _FREE for t in tokens)
    if not (is_negated or is_free):
        return False
    return _asks_which(tokens) or (
        _names_members(store, tokens, reading)
        if reading.intent == STATUS
        else reading.intent == CODE and any(Meaning.SAY in t.meanings for t in tokens)
    )


def _asks_which(tokens: Sequence[Token]) -> bool:
    return any(t.meanings & _ASKING_WHICH and t.text.casefold() not in _ANYTHING for t in tokens)


def _names_members(store: Store, tokens: Sequence[Token], reading: Reading) -> bool:
    """Return whether a group stands for its members without a question on it: `rare earths not controlled`."""
    groups = {m.member_of for m in store.metals.values()}
    is_yes_or_no = any(t.meanings & _YES_OR_NO for t in (tokens[0], tokens[-1]))
    return not is_yes_or_no and bool(groups.intersection(reading.metals))


def _asks_for_ban(tokens: Sequence[Token]) -> bool:
    """Return whether a negation is that of what may be done, with no other rule beside it: `may not be exported`."""
    others = [t for t in tokens if Meaning.NOT not in t.meanings]
    may_not = any(Meaning.MAY in t.meanings for t in tokens)
    return may_not and not any(t.meanings & _OF_RULES or Meaning.WITHOUT in t.meanings for t in others)
