"""The days that the calendar marks: the control dates of the metal shown, and the dates of all other documents."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from explorer.charts.builders.control_dates import control_dates
from explorer.charts.text import capital
from explorer.data.context import Context
from explorer.data.dates import LAST_YEAR
from explorer.data.records import Instrument, Measure, MeasureEvent
from explorer.data.store import Store
from explorer.data.user.entry_records import is_own
from explorer.data.words import instrument_name
from explorer.language import gettext
from explorer.ui.widgets.calendar_days import DayNote

MOST_NAMED = 6
WHOLE_DATE = len("2026-11-27")


def event_days(store: Store, metal_id: str, context: Context) -> dict[date, DayNote]:
    """Return a note for each day on which a measure changed or a document was announced."""
    own: dict[date, list[str]] = defaultdict(list)
    for change in control_dates(store, metal_id, replace(context, as_of=date(LAST_YEAR, 12, 31))):
        own[change.day].append(capital(change.label))
    documents = _documents(store)
    return {
        day: DayNote(_listed((*own.get(day, ()), *documents.get(day, ()))), day in own)
        for day in {*own, *documents}
    }


def _documents(store: Store) -> dict[date, list[str]]:
    """Return the documents that were announced, or of which a measure changed, by day."""
    dated = [(i.announced, i) for i in store.instruments.values()]
    for measure in store.measures.values():
        dated += [(day, measure.instrument) for day in (measure.announced, measure.effective)]
        dated += [(event.date, _document_of(store, measure, event)) for event in measure.events]
    found: dict[date, list[str]] = defaultdict(list)
    for day, instrument in dated:
        if day is not None and len(day) == WHOLE_DATE:
            name = instrument_name(instrument)
            if name not in found[date.fromisoformat(day)]:
                found[date.fromisoformat(day)].append(name)
    return found


def _document_of(store: Store, measure: Measure, event: MeasureEvent) -> Instrument:
    """Return the document of a measure, or that of an entry of the user that the event is."""
    own_id = event.by_instrument_id or ""
    return store.instruments[own_id] if is_own(own_id) else measure.instrument


def _listed(texts: Iterable[str]) -> str:
    """Return texts one below the other, the first few of many."""
    lines = list(texts)
    more = len(lines) - MOST_NAMED
    if more > 0:
        lines = [*lines[:MOST_NAMED], gettext("and {count} more").format(count=more)]
    return "\n".join(lines)
