"""Why a question that was read has no answer: a document not on file, a forecast, a span that figures do not have."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from explorer.data.finding.document_numbers import DocumentNumber, documents_of_kind
from explorer.data.finding.questions import faults
from explorer.data.finding.questions.intents import meanings
from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.negations import is_on_what_is_not
from explorer.data.finding.questions.question_parts import Token
from explorer.data.finding.questions.reading import (
    CHANGES,
    CODE,
    CRITICAL,
    LIST,
    PRICE,
    PRODUCERS,
    RELIANCE,
    SINCE,
    STATUS,
    SUPPLIERS,
    UNTIL,
    Reading,
)
from explorer.data.places import ALL, is_on_file
from explorer.data.records import Instrument
from explorer.data.store import Store

_ABOUT_CONTROLS = (STATUS, SINCE, UNTIL, CHANGES, LIST, CODE)
ABOUT_BUYERS = (RELIANCE, SUPPLIERS)
BY_YEAR = (PRODUCERS, RELIANCE, SUPPLIERS)
# In these the day in view asks for the newest figures.
OF_FIGURES = (*BY_YEAR, PRICE)
_ALL = ("all", "every", "所有", "全部")
_ANY_KIND = ("", "announcement", "notice")


def fault_of(store: Store, tokens: Sequence[Token], reading: Reading, today: date) -> str:
    """Return why there is no answer to a question that was read, empty where there is one."""
    fault = ""
    numbers = [t.document for t in tokens if t.document is not None]
    if numbers and reading.document is None:
        fault = faults.of_document(documents_of_kind(store, numbers[0]), numbers[0])
    elif numbers and reading.document is not None and _is_of_other_kind(numbers, reading.document):
        fault = faults.of_document([], numbers[0])
    elif reading.listed != CRITICAL and _is_on_critical_list(tokens):
        fault = faults.of_critical_list()
    elif reading.intent == STATUS and _of_all(store, tokens):
        fault = faults.of_words(store, _of_all(store, tokens), ())
    elif is_on_what_is_not(store, tokens, reading):
        fault = faults.of_negation()
    elif len({t.code for t in tokens if t.code is not None}) > 1:
        fault = faults.of_several_codes()
    elif reading.code is not None and not reading.code.is_complete:
        fault = faults.of_code(reading.code)
    elif reading.listed == CRITICAL and _may_be_control_list(store, tokens, reading):
        fault = faults.of_list()
    elif reading.listed == CRITICAL:
        fault = "" if reading.metals or reading.issuers else faults.without_metal()
    elif reading.intent in _ABOUT_CONTROLS and not is_on_file(store, reading.origin):
        fault = faults.of_origin(store, reading.origin)
    elif reading.net and not reading.metals:
        fault = faults.without_metal()
    elif reading.intent in ABOUT_BUYERS and reading.destination == ALL:
        fault = faults.without_buyer()
    elif _is_forecast(tokens, reading) or (reading.intent == PRICE and reading.since > today):
        fault = faults.no_forecast()
    elif reading.currency and not _has_currency(store, reading):
        fault = faults.without_currency(reading.currency)
    elif reading.average and not reading.average_frequency:
        fault = faults.without_period()
    elif _has_one_too_many(reading):
        fault = faults.of_kind()
    elif reading.intent in BY_YEAR and reading.has_days and not _is_year(reading):
        fault = faults.without_year()
    elif reading.intent == STATUS and not reading.is_day and Meaning.FUTURE in meanings(tokens):
        fault = faults.beyond_data(store, reading.since)
    return fault


def _is_on_critical_list(tokens: Sequence[Token]) -> bool:
    """Return whether a question is about a list of critical materials, which no measure is on: `critical list`."""
    critical = [at for at, t in enumerate(tokens) if Meaning.CRITICAL in t.meanings]
    return any(at > 0 and critical and Meaning.LIST in t.meanings for at, t in enumerate(tokens))


def _of_all(store: Store, tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the words that ask about every form of a metal, which no answer is on: `does all gallium need a licence`.

    Those on a group are answered by its members, and those on a form by its wording.
    """
    groups = {m.member_of for m in store.metals.values()}
    return tuple(
        token.text
        for token, following in pairwise(tokens)
        if token.text.casefold() in _ALL
        and following.metal
        and following.metal not in groups
        and Meaning.FORM not in following.meanings
    )


def _may_be_control_list(store: Store, tokens: Sequence[Token], reading: Reading) -> bool:
    """Return whether a list that is not called critical can be that of a place with controls on the metal."""
    if Meaning.CRITICAL in meanings(tokens):
        return False
    return any(
        m.jurisdiction in reading.issuers and not m.is_purchasing_rule and m.target(metal)
        for m in store.measures.values()
        for metal in reading.metals
    )


def _has_currency(store: Store, reading: Reading) -> bool:
    """Return whether every metal of a question has a price series in its currency."""
    return all(
        any(s.currency == reading.currency for s in store.price_series(metal)) for metal in reading.metals
    )


def _has_one_too_many(reading: Reading) -> bool:
    """Return whether a question names what its answer cannot take in: a time of a change, a second metal to replace."""
    if reading.since_rule and (reading.has_days or reading.forms):
        return True
    return reading.substitutes and len(reading.metals) > 1


def _is_forecast(tokens: Sequence[Token], reading: Reading) -> bool:
    """Return whether a question asks what will be, without a day for which the texts on file could say it."""
    asks_future = Meaning.FUTURE in meanings(tokens)
    return asks_future and reading.intent in (STATUS, LIST, CODE) and not reading.has_days


def _is_year(reading: Reading) -> bool:
    """Return whether the days are a calendar year."""
    year = reading.since.year
    return (reading.since, reading.until) == (date(year, 1, 1), date(year, 12, 31))


def _is_of_other_kind(numbers: Sequence[DocumentNumber], document: Instrument) -> bool:
    """Return whether a question names a kind of document, such as an order, that the document found is not."""
    word = numbers[0].word
    return word not in _ANY_KIND and word not in (document.number or "").casefold()
