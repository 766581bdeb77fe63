"""Why a question that was read has no answer: a document not on file, a forecast, a span that figures do not have."""

from collections.abc import Sequence
from datetime import date

from explorer.data.finding.document_numbers import DocumentNumber, documents
from explorer.data.finding.questions import faults
from explorer.data.finding.questions.intents import meanings
from explorer.data.finding.questions.meanings import Meaning
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
from explorer.data.finding.questions.tokens import Token
from explorer.data.places import ALL, is_on_file
from explorer.data.records import Instrument
from explorer.data.store import Store

_ABOUT_CONTROLS = (STATUS, SINCE, UNTIL, CHANGES, LIST, CODE)
ABOUT_BUYERS = (RELIANCE, SUPPLIERS)
BY_YEAR = (PRODUCERS, RELIANCE, SUPPLIERS)
_ANY_KIND = ("", "announcement", "notice")


def fault_of(store: Store, tokens: Sequence[Token], reading: Reading, today: date) -> str:
    """Return why there is no answer to a question that was read, empty where there is one."""
    fault = ""
    numbers = [t.document for t in tokens if t.document is not None]
    if numbers and reading.document is None:
        fault = faults.of_document(documents(store, numbers[0]), numbers[0])
    elif reading.document is not None and _is_of_other_kind(numbers, reading.document):
        fault = faults.of_document([], numbers[0])
    elif len({t.code for t in tokens if t.code is not None}) > 1:
        fault = faults.of_several_codes()
    elif reading.code is not None and not reading.code.is_complete:
        fault = faults.of_code(reading.code)
    elif reading.listed == CRITICAL:
        fault = "" if reading.metals or reading.issuers else faults.without_metal()
    elif reading.intent in _ABOUT_CONTROLS and not is_on_file(store, reading.origin):
        fault = faults.of_origin(store, reading.origin)
    elif reading.intent in ABOUT_BUYERS and reading.destination == ALL:
        fault = faults.without_buyer()
    elif _is_forecast(tokens, reading) or (reading.intent == PRICE and reading.since > today):
        fault = faults.no_forecast()
    elif _has_one_too_many(reading):
        fault = faults.of_kind()
    elif reading.intent in BY_YEAR and reading.has_days and not _is_year(reading):
        fault = faults.without_year()
    elif reading.intent == STATUS and not reading.is_day and Meaning.FUTURE in meanings(tokens):
        fault = faults.beyond_data(store, reading.since)
    return fault


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
