"""Reads a question: every word must have a place in the rule of one intent, or the question is not understood."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.finding.questions import faults
from explorer.data.finding.questions.checks import ABOUT_BUYERS, fault_of
from explorer.data.finding.questions.goods_of_codes import without_goods
from explorer.data.finding.questions.intents import RULES, meanings
from explorer.data.finding.questions.issuers import with_issuers
from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.months_of_pauses import without_months_of_pauses
from explorer.data.finding.questions.own_imports import with_own_imports
from explorer.data.finding.questions.party_questions import read_party_question
from explorer.data.finding.questions.places_by_role import places_by_role, resolved, with_members
from explorer.data.finding.questions.question_parts import Token
from explorer.data.finding.questions.reading import (
    LIST,
    RELIANCE,
    Aside,
    Reading,
)
from explorer.data.finding.questions.role_names import DESTINATION
from explorer.data.finding.questions.rule import Rule, named
from explorer.data.finding.questions.rule_readings import reading_of
from explorer.data.finding.questions.tokens import tokenise
from explorer.data.finding.questions.typing_errors import corrected, corrections
from explorer.data.finding.questions.usable import is_usable
from explorer.data.store import Store

MOST_METALS = 4
_ASKING = named("WHAT WHICH WHO WHERE WHEN WHY HOW HOW_MUCH HOW_LONG MAY QUESTION")
_NEVER = named("WHY OTHER")
# Questions on what a word means, which lists do not answer.
_DEFINES = re.compile(r"\bwhat(?:['’]s|\s+is|\s+are)\s+an?\b|什么是", re.IGNORECASE)
_ASKS = re.compile(r"[?？]\s*$|什么|怎|should\b", re.IGNORECASE)


class Parsed(Struct, frozen=True):
    """The outcome of reading a question: the reading, or the sentence on why there is none.

    `unused` are the words that have no place in it, `asks` whether the text looks like a question at all. `tokens` and
    `places` are what was recognised, for suggestions.
    """

    reading: Reading | None
    fault: str = ""
    unused: tuple[str, ...] = ()
    asks: bool = True
    tokens: tuple[Token, ...] = ()
    places: dict[str, tuple[str, ...]] = {}


def parse(store: Store, text: str, context: Context, today: date, buyer: str = "") -> Parsed:
    """Return how a question reads in a context; what it does not name is taken from the context.

    Misspelt words are corrected where the question is understood with the correction. A `buyer` is the destination
    of a question that names none.
    """
    tokens = tokenise(store, text, today, context.as_of)
    parsed = _parse(store, text, tokens, context, today, buyer)
    if parsed.reading is not None:
        return parsed
    of_party = read_party_question(store, text, context, today)
    if of_party is not None:
        return replace(parsed, reading=of_party, fault="", unused=())
    if not parsed.unused:
        return parsed
    found = corrections(store, text, tokens)
    if not found:
        return parsed
    changed = corrected(text, found)
    other = _parse(store, changed, tokenise(store, changed, today, context.as_of), context, today, buyer)
    if other.reading is None:
        return parsed if other.unused else other
    spelling = (*((c.typed, c.meant) for c in found), *other.reading.corrections)
    return replace(other, reading=replace(other.reading, corrections=spelling))


def _parse(
    store: Store, text: str, tokens: tuple[Token, ...], context: Context, today: date, buyer: str
) -> Parsed:
    """Return how the parts of a question read, as they are spelt."""
    tokens, months = without_months_of_pauses(text, tokens)
    tokens = with_own_imports(with_issuers(store, resolved(store, with_members(store, tokens))))
    found = meanings(tokens)
    places = places_by_role(store, text, tokens, context.origin)
    if buyer:
        places.setdefault(DESTINATION, (buyer,))
    asks = bool(found & _ASKING) or _ASKS.search(text) is not None or _starts_with_verb(tokens)
    parsed = Parsed(None, "", (), asks, tokens, places)
    fault = faults.in_days(tokens)
    if fault:
        return _refused(parsed, fault)
    fault = faults.in_places(store, tokens, places)
    if fault:
        words = tuple(dict.fromkeys(t.text for t in _unknown(tokens)))
        return _refused(parsed, faults.of_words(store, words, ()) if words else fault, words)
    metals = tuple(dict.fromkeys(metal for t in tokens for metal in t.metals))
    rule, unused = _best_rule(tokens, found, metals, places)
    goods: tuple[Aside, ...] = ()
    if rule is None or unused:
        tokens, goods = without_goods(text, tokens)
        if goods:
            metals, found = (), meanings(tokens)
            rule, unused = _best_rule(tokens, found, metals, places)
    if rule is None or unused:
        others = [t for t in unused if not t.metal]
        words = tuple(dict.fromkeys(t.text for t in others or unused or _unknown(tokens)))
        missing = "" if words else _missing(found, metals) or (faults.of_kind() if asks else "")
        return _refused(parsed, missing or faults.of_words(store, words, metals), words)
    if len(metals) > MOST_METALS:
        return _refused(parsed, faults.too_many_metals(MOST_METALS))
    if rule.intent == LIST and _DEFINES.search(text):
        return _refused(parsed, faults.of_kind())
    reading = reading_of(store, rule, tokens, places, context)
    reading = replace(reading, asides=(*reading.asides, *months, *goods))
    fault = fault_of(store, tokens, reading, today)
    return _refused(parsed, fault) if fault else replace(parsed, reading=reading)


def _refused(parsed: Parsed, fault: str, unused: tuple[str, ...] = ()) -> Parsed:
    return Parsed(None, fault, unused, parsed.asks, parsed.tokens, parsed.places)


def _starts_with_verb(tokens: Sequence[Token]) -> bool:
    """Return whether a text begins like a question without a question word: `does China …`."""
    return bool(tokens) and bool(tokens[0].meanings & {Meaning.AUXILIARY, Meaning.PAST, Meaning.FUTURE})


def _unknown(tokens: Iterable[Token]) -> list[Token]:
    """Return the words that no rule permits."""
    return [t for t in tokens if not t.is_known or (t.meanings and t.meanings <= _NEVER)]


def _best_rule(
    tokens: Sequence[Token],
    found: frozenset[Meaning],
    metals: tuple[str, ...],
    places: dict[str, tuple[str, ...]],
) -> tuple[Rule | None, list[Token]]:
    """Return the rule that uses every word, else that which leaves the fewest, with the words that it leaves."""
    best: tuple[Rule | None, list[Token]] = (None, _unknown(tokens))
    least = len(tokens) + 1
    for rule in RULES:
        usable = rule.usable(found)
        if not usable or not _has_subject(rule, tokens, metals, places):
            continue
        left = [t for t in tokens if not is_usable(rule, t, usable, tokens, places)]
        if not left:
            return rule, []
        if len(left) < least:
            best, least = (rule, left), len(left)
    return best


def _missing(found: frozenset[Meaning], metals: tuple[str, ...]) -> str:
    """Return what a question whose words are all known should name as well, empty where nothing is asked."""
    fitting = [rule for rule in RULES if rule.usable(found) and not rule.subject]
    if any(rule.needs_days for rule in fitting):
        return faults.without_days()
    if not metals and any(rule.metals for rule in fitting):
        return faults.without_metal()
    return faults.without_buyer() if any(rule.intent in ABOUT_BUYERS for rule in fitting) else ""


def _has_subject(
    rule: Rule, tokens: Sequence[Token], metals: tuple[str, ...], places: dict[str, tuple[str, ...]]
) -> bool:
    """Return whether a question names what a rule is about: a metal, a document or a code, a place, days."""
    subjects = {"document": any(t.is_document for t in tokens), "code": any(t.code for t in tokens)}
    if rule.subject and not subjects[rule.subject]:
        return False
    if rule.metals is True and not metals:
        return False
    if rule.needs_role and rule.needs_role not in places:
        return False
    if rule.intent == RELIANCE and not metals and DESTINATION not in places:
        return False
    return not rule.needs_days or any(t.days for t in tokens)
