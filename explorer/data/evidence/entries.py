"""The user's entries that an answer rests on: chosen when a file is made, and read from it without trust."""

import re
from datetime import date
from typing import Any

from explorer.data.entries.apply import with_entries
from explorer.data.entries.concerned import entries_of_measures, entries_on
from explorer.data.entries.entry_record import entry_dict
from explorer.data.evidence.errors import DamagedError
from explorer.data.evidence.json_text import NotJsonError, read_json
from explorer.data.evidence.part_names import ENTRIES
from explorer.data.evidence.question import Question
from explorer.data.evidence.records import records
from explorer.data.evidence.rests_on import rests_on
from explorer.data.store import Store
from explorer.data.user import table_columns
from explorer.data.user.entry_checks import checked_event, checked_measure, checked_notice
from explorer.data.user.entry_records import Entry, EventFacts, MeasureFacts, Notice
from explorer.errors import KnownError
from explorer.language import gettext

MOST_ENTRIES = 200
_EVENT = ("measure_id", "event", "date", "until", "basis")
_MEASURE = (
    *("document", "jurisdiction", "destination", "kind", "metal_ids", "announced", "effective", "expires"),
    *("issuer", "strictness", "covers", "scope", "codes"),
)
_LISTS = ("metal_ids", "codes")
_MAY_BE_UNKNOWN = ("until", "announced", "effective", "expires", "issuer", "strictness", "scope")
_DAY = r"(19|20|21)\d{2}-\d{2}-\d{2}"
_PATTERNS = {
    "id": table_columns.ENTRY_ID_PATTERN,
    "measure_id": table_columns.ID_PATTERN,
    "jurisdiction": table_columns.COUNTRY_PATTERN,
    "destination": table_columns.DESTINATION_PATTERN,
    "metal_ids": table_columns.ID_PATTERN,
    "codes": table_columns.CODE_PATTERN,
    **dict.fromkeys(("date", "until", "announced", "effective", "expires", "read", "added"), _DAY),
}


def with_concerned_entries(store: Store, question: Question) -> Store:
    """Return a store with only those entries of the user on which the answer to a question rests.

    Where the answer is not the same with them alone, all entries in use are kept.
    """
    used = store.entries.used
    if not used:
        return store.published
    if question.metal_id:
        concerned = entries_on(store, question.metal_id, question.context)
    else:
        concerned = entries_of_measures(store, (measure for measure, _ in rests_on(store, question).measures))
    reduced = with_entries(store, concerned)
    return reduced if _without_entries(reduced, question) == _without_entries(store, question) else store


def _without_entries(store: Store, question: Question) -> dict[str, Any]:
    return {name: value for name, value in records(store, question).items() if name != ENTRIES}


def read_entries(content: bytes) -> tuple[Entry, ...]:
    """Return the entries in a part; raise DamagedError where one is not an entry that the program could have saved."""
    try:
        read = read_json(content)
        if type(read) is not list or not 0 < len(read) <= MOST_ENTRIES:
            raise ValueError
        entries = tuple(_entry(value) for value in read)
        if len({entry.entry_id for entry in entries}) != len(entries):
            raise ValueError
        if [entry_dict(entry) for entry in entries] != read:
            raise ValueError
    except (NotJsonError, KnownError, ValueError, LookupError, TypeError, AttributeError) as error:
        text = gettext("The part {name} has an entry that the program cannot have written.")
        raise DamagedError(text.format(name=ENTRIES)) from error
    return entries


def _entry(value: Any) -> Entry:
    unknown = [name for name, inner in value.items() if inner is None]
    if value["on"] is not True or not set(unknown) <= set(_MAY_BE_UNKNOWN):
        raise ValueError
    for name, pattern in _PATTERNS.items():
        texts = (
            value.get(name, []) if name in _LISTS else [value[name]] if value.get(name) is not None else []
        )
        if not all(re.fullmatch(pattern, text, re.ASCII) for text in texts):
            raise ValueError
    notice = checked_notice(Notice(value["title"], value["address"], value["read"]), date.max)
    added = date.fromisoformat(value["added"]).isoformat()
    return Entry(value["id"], _facts(value), notice, added)


def _facts(value: Any) -> EventFacts | MeasureFacts:
    if value["kind"] == "event":
        return checked_event(EventFacts(**{name: value[name] for name in _EVENT}))
    fields = {name: value[name] for name in _MEASURE}
    return checked_measure(MeasureFacts(**fields | {name: tuple(fields[name]) for name in _LISTS}))
