"""What is on file about a copied text that is a customs code, a control code or the number of a document."""

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.controls.document_texts import state_text
from explorer.data.controls.documents import APPLIES_NOT, document
from explorer.data.controls.headline import beyond
from explorer.data.controls.measure_list import rule_words
from explorer.data.dates import may_be_day
from explorer.data.finding.code_cause import cause_lines
from explorer.data.finding.code_verdicts import CodeVerdicts, read_code
from explorer.data.finding.document_numbers import DocumentNumber, documents, whole_number
from explorer.data.finding.rows import CODE, DOCUMENTS, Row
from explorer.data.finding.search import search
from explorer.data.places import setting
from explorer.data.store import Store
from explorer.language import gettext

LONGEST = 60
CHAPTERS = range(1, 98)  # of the Harmonized System, the first two digits of a customs code


class Copied(Struct, frozen=True):
    """The row of the search for a copied text, None for a document that is not on file.

    `sentences` are what else is to be said: the measures behind the labels of a code or the rules of a document with
    their states, the day and the places, and how far the controls were checked.
    """

    text: str
    row: Row | None
    sentences: tuple[str, ...]


def look_up(store: Store, text: str, context: Context) -> Copied | None:
    """Return what is on file about a text, None where the whole text is neither a code nor the number of a document.

    A short form such as `2024-46` and a number that can also be a day count only where they are on file.
    """
    plain = text.strip()
    if not plain or len(plain) > LONGEST or len(plain.splitlines()) > 1:
        return None
    number = whole_number(plain)
    if number is not None:
        return _document(store, plain, number, context)
    return _code(store, plain, context)


def _document(store: Store, text: str, number: DocumentNumber, context: Context) -> Copied | None:
    found = documents(store, number)
    if found:
        row = _row(store, text, context, DOCUMENTS)
        rules = _rules(store, found[0].instrument_id, context)
        return Copied(text, row, (*rules, *_setting(store, context))) if row is not None else None
    if text.replace("/", "-").replace("-", "").isdigit():
        return None
    sentence = gettext("No document with this number is on file. It may still exist.")
    return Copied(text, None, (sentence, *_setting(store, context)))


def _rules(store: Store, instrument_id: str, context: Context) -> list[str]:
    """Return the rules of a document that concern the destination or its military users, with their states."""
    measures = [m for m in document(store, instrument_id, context).measures if m.applies != APPLIES_NOT]
    plain, of_part = gettext("{rule}: {state}"), gettext("{part}: {rule}, {state}")
    rules = dict.fromkeys(
        (of_part if m.measure.clause else plain).format(
            part=m.measure.clause, rule=rule_words(store, m.measure), state=state_text(m)
        )
        for m in measures
    )
    return list(rules)


def _code(store: Store, text: str, context: Context) -> Copied | None:
    code = read_code(text)
    if code is None or not code.is_complete:
        return None
    if code.plain.isdigit() and int(code.plain[:2]) not in CHAPTERS:
        return None
    row = _row(store, text, context, CODE)
    if row is None or (row.action is None and may_be_day(text)):
        return None
    causes = cause_lines(store, CodeVerdicts.of(store).check(code, context), context.as_of)
    return Copied(text, row, (*causes, *_setting(store, context)))


def _row(store: Store, text: str, context: Context, group: str) -> Row | None:
    groups = search(store, text, context).groups
    return next((found.rows[0] for found in groups if found.group_id == group), None)


def _setting(store: Store, context: Context) -> tuple[str, ...]:
    return tuple(filter(None, (setting(store, context), beyond(store, context.as_of))))
