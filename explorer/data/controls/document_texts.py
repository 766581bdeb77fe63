"""The states, dates and changes of a document in words, for its page and its command."""

from collections.abc import Sequence
from datetime import date

from explorer.data.context import Context
from explorer.data.controls.change_texts import shown_state
from explorer.data.controls.documents import (
    APPLIES,
    MILITARY_ONLY,
    ON_FILE,
    PRINTED,
    TRANSLATED,
    ChineseTitle,
    Document,
    DocumentEvent,
    DocumentMeasure,
)
from explorer.data.controls.event_texts import event_text
from explorer.data.controls.legal_records import LegalText
from explorer.data.controls.pauses import start_words
from explorer.data.controls.wording import ADDRESS
from explorer.data.dates import first_day, show
from explorer.data.places import ALL, place_name
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.data.words import instrument_name
from explorer.language import gettext, gettext_noop, list_of

_APPLIES = {
    APPLIES: gettext_noop("yes"),
    MILITARY_ONLY: gettext_noop("military users only"),
}
_COVERS = {
    "metal": gettext_noop("the material as such"),
    "forms": gettext_noop("some forms"),
    "ores": gettext_noop("ores"),
    "technology": gettext_noop("technology"),
    "abroad": gettext_noop("goods abroad"),
}
_TITLE_BASES = {
    PRINTED: gettext_noop("official title, as in the named copy"),
    ON_FILE: gettext_noop("Chinese title on file"),
    TRANSLATED: gettext_noop("our translation; no official Chinese title on file"),
}


def state_text(measure: DocumentMeasure) -> str:
    """Return the state of a measure in words."""
    return shown_state(measure.measure, measure.state)


def applies_word(measure: DocumentMeasure) -> str:
    """Return whether a measure applies to the destination."""
    return gettext(_APPLIES[measure.applies]) if measure.applies in _APPLIES else gettext("no")


def title_basis(title: ChineseTitle) -> str:
    """Return whose words a Chinese title has."""
    return gettext(_TITLE_BASES[title.basis])


def other_origin(store: Store, shown: Document, asked: Context) -> str:
    """Return the sentence on a document that controls the exports of another origin, empty otherwise."""
    if shown.context.origin == asked.origin:
        return ""
    return gettext("This document is about exports from {origin}, not from {other}.").format(
        origin=place_name(store, shown.context.origin), other=place_name(store, asked.origin)
    )


def dates_of(shown: Document) -> str:
    """Return the first days of the measures of a document, each once; empty without any."""
    dated = sorted((m.measure for m in shown.measures if m.measure.effective), key=_first_day)
    on = shown.context.as_of
    return list_of(list(dict.fromkeys(start_words(m, on, short=True) for m in dated)))


def _first_day(measure: Measure) -> date:
    return first_day(measure.effective or "")


def covers_words(shown: Document, metal_id: str) -> str:
    """Return how much of a metal the measures of a document cover."""
    covered = {t.covers for m in shown.measures for t in m.measure.targets if t.metal_id == metal_id}
    if not covered:
        return gettext("special forms only")
    return list_of([gettext(words) for covers, words in _COVERS.items() if covers in covered])


def covers_name(covers: str) -> str:
    """Return the words for how much of a metal a measure covers."""
    return gettext(_COVERS[covers])


def shows_destination(shown: Document) -> bool:
    """Return whether a destination is asked about, so that a measure applies to it or not."""
    return shown.context.destination != ALL and not shown.refusal


def event_words(event: DocumentEvent, on: date) -> str:
    """Return what happened, with its day and the document behind it."""
    return event_text(event.event, instrument_name(event.by) if event.by else "", on, event.pause)


def clauses(measures: Sequence[Measure]) -> str:
    """Return the parts of a document that an event is about, empty where it has only one."""
    return "; ".join(dict.fromkeys(m.clause for m in measures if m.clause))


def particular_text(text: LegalText) -> str:
    """Return a particular of a document: a date in words, all others in the words of the document."""
    if text.article == ADDRESS or not text.text[:4].isdigit() or len(text.text) > len("2025-01-01"):
        return text.text
    return show(text.text)
