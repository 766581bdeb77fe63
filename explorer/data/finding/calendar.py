"""What happened to documents and their measures on a day, or in a span of days."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from explorer.data.controls.paused_days import DUE, goes_on, listed_events, paused_on
from explorer.data.dates import first_day
from explorer.data.records import Instrument, Measure
from explorer.data.store import Store
from explorer.data.user.entry_records import is_own
from explorer.data.words import event_name, with_marks
from explorer.language import gettext, gettext_noop, list_of

LAST_DAY_OF_PAUSE, LAST_DAY, LAST_DAY_OF_TERM = "last day of the pause", "last day", "last day of the term"
PAUSE_GOES_ON, PAUSE_PRESUMED = "the pause goes on", "the pause goes on (presumed)"
_MORE = {
    DUE: gettext_noop("due to take effect, but paused"),
    LAST_DAY_OF_PAUSE: gettext_noop("last day of the pause"),
    PAUSE_GOES_ON: gettext_noop("last day of a pause; the pause continues"),
    PAUSE_PRESUMED: gettext_noop("last day of a pause; the pause continues (presumed)"),
    LAST_DAY: gettext_noop("last day"),
    LAST_DAY_OF_TERM: gettext_noop("last day of the term"),
}
_FULL_DATE = len("2026-11-27")


class Happening(Struct, frozen=True):
    """What happened to a document on a day: the words for the events, each once."""

    day: date
    instrument_id: str
    words: str


def happenings(store: Store, since: date, until: date) -> list[Happening]:
    """Return what happened from one day to another, both included, in the order of days; partial dates are left out.

    A day can also be the last one of a pause or of a measure.
    """
    measures, documents = store.measures.values(), store.instruments.values()
    events: dict[tuple[date, str], list[str]] = defaultdict(list)
    for day, instrument_id, words in _events(measures, documents):
        if day is not None and len(day) == _FULL_DATE and since <= first_day(day) <= until:
            events[first_day(day), instrument_id].append(words)
    return [
        Happening(day, instrument_id, list_of(list(dict.fromkeys(events[day, instrument_id]))))
        for day, instrument_id in sorted(events)
    ]


def _events(
    measures: Iterable[Measure], documents: Iterable[Instrument]
) -> Iterator[tuple[str | None, str, str]]:
    """Yield each date with the document that it belongs to and the words for the event."""
    for instrument in documents:
        yield instrument.announced, instrument.instrument_id, event_name("announced")
    for measure in measures:
        own = own_dates(measure)
        for day, event in measure_dates(measure):
            words = gettext(_MORE[event]) if event in _MORE else event_name(event)
            yield day, measure.instrument_id, with_marks(words, presumed=False, your_entry=day in own)


def own_dates(measure: Measure) -> frozenset[str | None]:
    """Return the dates that entries of the user give an event of a measure."""
    own = [e for e in measure.events if is_own(e.by_instrument_id or "")]
    return frozenset(day for e in own for day in (e.date, e.until) if day is not None)


def measure_dates(measure: Measure) -> Iterator[tuple[str | None, str]]:
    """Yield the dates of a measure with the event of each: its first and last day, and those of its pauses."""
    is_due = measure.effective is not None and paused_on(measure, first_day(measure.effective))
    yield measure.effective, DUE if is_due else "effective"
    yield measure.expires, LAST_DAY_OF_TERM if measure.ends_with_term else LAST_DAY
    for event in listed_events(measure):
        yield event.date, event.event
        if event.event == "suspended" and event.until:
            pause = goes_on(measure, event.until)
            if pause is None:
                yield event.until, LAST_DAY_OF_PAUSE
            else:
                yield event.until, PAUSE_PRESUMED if pause.presumed else PAUSE_GOES_ON
