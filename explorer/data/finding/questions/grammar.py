"""Reads a question: every word must have a place in the rule of one intent, or the question is not understood."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from explorer.data.context import Context
from explorer.data.finding.document_numbers import documents
from explorer.data.finding.questions import faults
from explorer.data.finding.questions.checks import ABOUT_BUYERS, BY_YEAR, fault_of
from explorer.data.finding.questions.form_mentions import form_at
from explorer.data.finding.questions.intents import MEMBERSHIP, RULES, SUBSTITUTES, meanings
from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.party_questions import read_party_question
from explorer.data.finding.questions.places_by_role import places_by_role, resolved, with_members
from explorer.data.finding.questions.reading import (
    BANNED,
    CONTROLLED,
    CRITICAL,
    LICENSED,
    LIST,
    PAUSED,
    PRICE,
    PRODUCERS,
    RELIANCE,
    Reading,
)
from explorer.data.finding.questions.roles import DESTINATION, EXCLUDED, ISSUER, MARKET, ORIGIN
from explorer.data.finding.questions.rule import Rule, named
from explorer.data.finding.questions.stages import stages_of
from explorer.data.finding.questions.tokens import Token, tokenise
from explorer.data.finding.questions.typing_errors import corrected, corrections
from explorer.data.finding.questions.usable import is_usable
from explorer.data.places import ALL, not_an_export, place_name
from explorer.data.records import Instrument
from explorer.data.store import Store

MOST_METALS = 4
_ASKING = named("WHAT WHICH WHO WHERE WHEN WHY HOW HOW_MUCH HOW_LONG MAY QUESTION")
_NEVER = named("WHY OTHER")
# Questions on what a word means, which lists do not answer.
_DEFINES = re.compile(r"\bwhat(?:['’]s|\s+is|\s+are)\s+an?\b|什么是", re.IGNORECASE)
_ASKS = re.compile(r"[?？]\s*$|什么|怎|should\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parsed:
    """The outcome of reading a question: the reading, or the sentence on why there is none.

    `unused` are the words that have no place in it, `asks` whether the text looks like a question at all. `tokens` and
    `places` are what was recognised, for suggestions.
    """

    reading: Reading | None
    fault: str = ""
    unused: tuple[str, ...] = ()
    asks: bool = True
    tokens: tuple[Token, ...] = ()
    places: dict[str, tuple[str, ...]] = field(default_factory=dict)


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
    found = meanings(tokens)
    tokens = resolved(store, with_members(store, tokens))
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
    if rule is None or unused:
        others = [t for t in unused if not t.metal]
        words = tuple(dict.fromkeys(t.text for t in others or unused or _unknown(tokens)))
        missing = "" if words else _missing(found, metals) or (faults.of_kind() if asks else "")
        return _refused(parsed, missing or faults.of_words(store, words, metals), words)
    if len(metals) > MOST_METALS:
        return _refused(parsed, faults.too_many_metals(MOST_METALS))
    if rule.intent == LIST and _DEFINES.search(text):
        return _refused(parsed, faults.of_kind())
    reading = _reading(store, rule, parsed, metals, context)
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
    subjects = {"document": any(t.document for t in tokens), "code": any(t.code for t in tokens)}
    if rule.subject and not subjects[rule.subject]:
        return False
    if rule.metals is True and not metals:
        return False
    if rule.needs_role and rule.needs_role not in places:
        return False
    if rule.intent == RELIANCE and not metals and DESTINATION not in places:
        return False
    return not rule.needs_days or any(t.days for t in tokens)


def _reading(store: Store, rule: Rule, parsed: Parsed, metals: tuple[str, ...], context: Context) -> Reading:
    tokens, found = parsed.tokens, meanings(parsed.tokens)
    days = next((t.days for t in tokens if t.days is not None), None)
    origin = next(iter(parsed.places.get(ORIGIN, ())), "")
    destination, *others = parsed.places.get(DESTINATION, ()) or ("",)
    code = next((t.code for t in tokens if t.code is not None), None)
    number = next((t.document for t in tokens if t.document is not None), None)
    stages, stage_words = stages_of(tokens) if rule.intent == PRODUCERS else ((), ())
    named: list[Instrument] = documents(store, number) if number is not None else []
    return Reading(
        intent=rule.intent,
        metals=metals,
        origin=origin or context.origin,
        destination=destination or _other_destination(store, origin, context),
        since=days.since if days else context.as_of,
        until=days.until if days else context.as_of,
        more_destinations=tuple(others),
        issuers=parsed.places.get(ISSUER, ()),
        excluded=parsed.places.get(EXCLUDED, ()),
        market=next(iter(parsed.places.get(MARKET, ())), ""),
        outright=Meaning.OUTRIGHT in found,
        substitutes=rule is SUBSTITUTES,
        since_rule=_since_rule(found) if rule.intent == PRICE else "",
        claimed=next((t.text for t in tokens if t.is_claim), ""),
        has_days=days is not None
        and not (rule.intent in BY_YEAR and days.since == days.until == context.as_of),
        has_origin=bool(origin),
        listed=CRITICAL if rule is MEMBERSHIP else _listed(found) if rule.intent == LIST else "",
        companies=Meaning.COMPANY in found,
        forms=tuple(dict.fromkeys(form_at(tokens, i) for i, t in enumerate(tokens) if _is_form(t, rule))),
        quota=Meaning.QUOTA in found,
        pause=Meaning.PAUSE in found,
        count=next((t.count for t in tokens if t.count), 0),
        net=Meaning.NET in found and not origin,
        stages=stages,
        stage_words=stage_words,
        code=code,
        document=named[0] if len(named) == 1 else None,
        corrections=tuple(
            (t.text, place_name(store, t.place.ids[0]))
            for t in tokens
            if t.place is not None and t.place.is_chosen
        ),
    )


def _is_form(token: Token, rule: Rule) -> bool:
    """Return whether a word is for a form of a metal, in a rule that answers on forms."""
    return Meaning.FORM in token.meanings and Meaning.FORM in rule.permits


def _other_destination(store: Store, origin: str, context: Context) -> str:
    """Return the destination of the context, or all where that is not an export from the origin that is named."""
    if origin and not_an_export(store, origin, context.destination):
        return ALL
    return context.destination


def _since_rule(found: frozenset[Meaning]) -> str:
    """Return the kind of the rule since which a price is asked for, CONTROLLED for any; empty without one."""
    if not found & {Meaning.SINCE, Meaning.AFTER}:
        return ""
    kinds = {Meaning.BAN: "prohibition", Meaning.LICENCE: "licence", Meaning.QUOTA: "quota"}
    named_kinds = [kind for meaning, kind in kinds.items() if meaning in found]
    if Meaning.CONTROL in found or len(named_kinds) > 1:
        return CONTROLLED
    return named_kinds[0] if named_kinds else ""


def _listed(found: frozenset[Meaning]) -> str:
    """Return what a list is of, by the words of its question."""
    if Meaning.PAUSE in found:
        return PAUSED
    if Meaning.LICENCE in found:
        return LICENSED
    return BANNED if Meaning.BAN in found or {Meaning.MAY, Meaning.NOT} <= found else CONTROLLED
