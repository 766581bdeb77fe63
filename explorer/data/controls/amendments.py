"""The document that last amended a measure, such as the list into which the items of a notice moved."""

from datetime import date

from explorer.data.dates import first_day
from explorer.data.records import Instrument, Measure
from explorer.data.store import Store
from explorer.data.words import instrument_name, measure_name
from explorer.language import gettext


def amending_document(store: Store, measure: Measure, on: date) -> Instrument | None:
    """Return the document that last amended a measure by a day, None where no document on file does."""
    changes = [
        e
        for e in measure.events
        if e.event == "amended"
        and e.by_instrument_id in store.instruments
        and first_day(e.date) <= on
        and (e.until is None or on <= first_day(e.until))
    ]
    if not changes:
        return None
    return store.instruments[str(max(changes, key=lambda e: first_day(e.date)).by_instrument_id)]


def name_with_amendment(store: Store, measure: Measure, on: date) -> str:
    """Return the short name of a measure with the document that last amended it, for a reader who quotes it."""
    name, document = measure_name(measure), amending_document(store, measure, on)
    if document is None:
        return name
    text = gettext("{measure}, as last amended by {document}")
    return text.format(measure=name, document=instrument_name(document))
