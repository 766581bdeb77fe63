"""Reads a text as a question, if need be without the clauses beside it that say nothing about what is asked."""

import re
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.finding.questions import faults
from explorer.data.finding.questions.aside_words import REFERRING, REFERRING_TO_PLACE
from explorer.data.finding.questions.asides import Asides, SetAside, find_asides
from explorer.data.finding.questions.grammar import Parsed, parse
from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.question_parts import Token
from explorer.data.finding.questions.reading import (
    CODE,
    CRITICAL,
    DOCUMENT,
    PRODUCERS,
    RELIANCE,
    STATUS,
    SUPPLIERS,
    USES,
    Aside,
)
from explorer.data.finding.questions.role_names import DESTINATION
from explorer.data.finding.questions.tokens import tokenise
from explorer.data.finding.questions.typing_errors import (
    Correction,
    as_typed,
    corrected,
    corrections,
    is_place,
    moved,
)
from explorer.data.store import Store

_TO_ASKER = re.compile("(?<=给)(?:我们?|咱们?|我司|我方)")
_PRONOUN = re.compile(rf"\bus\b|{_TO_ASKER.pattern}")
_BY_DESTINATION = (STATUS, CODE)
# For these a single day beside the question, such as that of an exam, says nothing.
_WITHOUT_DATE = (USES, PRODUCERS, SUPPLIERS, RELIANCE, DOCUMENT)
_WITHOUT_PLACE = (USES, PRODUCERS, DOCUMENT)  # not PRICE, which has markets
_OF_PRODUCERS = frozenset((Meaning.WHO, Meaning.COUNTRY))
_OF_BUYERS = frozenset((Meaning.IMPORT, Meaning.DEPEND, Meaning.SUPPLY, Meaning.SUPPLIER))


def parse_sentences(store: Store, text: str, context: Context, today: date) -> Parsed:
    """Return how a text reads as a question: as a whole, else without the clauses that can be set aside."""
    parsed = parse(store, text, context, today)
    tokens = tokenise(store, text, today, context.as_of)
    spelt = [c for c in corrections(store, text, tokens) if not is_place(store, c.meant)]
    typed = moved(spelt)
    text = corrected(text, spelt)  # so that no clause with a misspelt metal is set aside
    tokens = tokenise(store, text, today, context.as_of)
    asides = find_asides(store, text, tokens)
    names_asker = any(_is_pronoun(t) for t in tokens) or _TO_ASKER.search(text) is not None
    is_to_home = bool(asides.homes) and names_asker
    must_be_aside = asides.must_be_aside or is_to_home or _has_place_of_aside(parsed, asides)
    if parsed.reading is not None and not must_be_aside:
        return parsed
    if asides.rest == text or not asides.rest.strip():
        return _naming(store, parsed, asides.restricting)
    rest = asides.rest
    other = parse(store, rest, context, today)
    buyer = asides.homes[0] if is_to_home and len(asides.homes) == 1 else _buyer(other, asides)
    if buyer:
        rest = _PRONOUN.sub("  ", rest)
        other = parse(store, rest, context, today, buyer)
    if other.reading is None:
        return _naming(store, replace(other, asks=parsed.asks or other.asks), asides.restricting)
    refused = replace(other, reading=None)
    words = _needed_words(text, other, asides)
    if words:
        return _naming(store, refused, words)
    open_place = next((p for p in asides.homes if p != buyer and not _has_place(other, p)), "")
    if open_place and (other.reading.intent not in _WITHOUT_PLACE or _refers(other, REFERRING_TO_PLACE)):
        return replace(refused, fault=faults.in_places(store, (), {"": (open_place,)}))
    used = tuple(_mentioned(text, aside, typed, has_buyer=bool(buyer)) for aside in asides.mentioned)
    known = tuple((c.typed, c.meant) for c in typed if rest[c.start : c.end].strip())
    spelling = tuple(dict.fromkeys((*known, *other.reading.corrections)))
    asides_used = (*other.reading.asides, *used)
    return replace(other, reading=replace(other.reading, asides=asides_used, corrections=spelling))


def _mentioned(text: str, aside: SetAside, typed: Sequence[Correction], *, has_buyer: bool) -> Aside:
    """Return how an answer mentions a clause: as it was typed, with what was used of it."""
    return Aside(
        as_typed(text, aside.clause.start, aside.clause.end, typed).strip(),
        has_date=any(t.days is not None for t in aside.kept),
        has_place=bool(aside.homes) and has_buyer,
        has_metal=bool(aside.metals),
    )


def _naming(store: Store, parsed: Parsed, words: tuple[str, ...]) -> Parsed:
    """Return a refusal that names the words for which a clause can't be set aside, where there are any."""
    if not words:
        return parsed
    return replace(parsed, unused=words, fault=faults.of_words(store, words, ()))


def _buyer(parsed: Parsed, asides: Asides) -> str:
    """Return the home of the one who asks where a question is on what is bought and names no buyer; else empty."""
    if len(asides.homes) != 1:
        return ""
    is_buying = any(t.meanings & _OF_BUYERS for t in parsed.tokens)
    return asides.homes[0] if is_buying and DESTINATION not in parsed.places else ""


def _has_place_of_aside(parsed: Parsed, asides: Asides) -> bool:
    """Return whether a place beside a question was read as a further destination or as the only producer."""
    if parsed.reading is None or not asides.homes:
        return False
    if parsed.reading.more_destinations:
        return True
    asks_which = any(t.meanings & _OF_PRODUCERS for t in parsed.tokens)
    return parsed.reading.intent == PRODUCERS and parsed.reading.has_origin and asks_which


def _has_place(parsed: Parsed, place: str) -> bool:
    """Return whether a question names a place itself, or has it as its origin."""
    is_origin = parsed.reading is not None and parsed.reading.origin == place
    return is_origin or any(place in ids for ids in parsed.places.values())


def _needed_words(text: str, parsed: Parsed, asides: Asides) -> tuple[str, ...]:
    """Return the words without which a question would not be the one that was asked."""
    assert parsed.reading is not None
    referring = _refers(parsed, REFERRING) + tuple(t.text for t in parsed.tokens if _is_pronoun(t))
    if referring and asides.mentioned and not asides.metals:
        return referring
    if asides.names and parsed.reading.intent in _BY_DESTINATION and DESTINATION not in parsed.places:
        return asides.names
    is_of_year = parsed.reading.intent in _WITHOUT_DATE or parsed.reading.listed == CRITICAL
    if parsed.reading.has_days:
        return ()
    return tuple(text[d.start : d.end].strip() for d in asides.dates if not (is_of_year and d.is_day))


def _refers(parsed: Parsed, words: frozenset[str]) -> tuple[str, ...]:
    """Return the words of a question that refer to what was said before."""
    return tuple(t.text for t in parsed.tokens if t.text.casefold() in words)


def _is_pronoun(token: Token) -> bool:
    """Return whether a word is `us`, which beside `we` is not the United States."""
    return token.text == "us"
