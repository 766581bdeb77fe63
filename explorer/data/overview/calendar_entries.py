"""The dates ahead as entries of a calendar file."""

from collections.abc import Iterable

from explorer.data.controls.change_texts import shown_state
from explorer.data.controls.term_ends import note_sentence
from explorer.data.dates import first_day, show
from explorer.data.metal_names import plain_name
from explorer.data.overview.dates import DatedChange
from explorer.data.overview.notices import replacement_sentence
from explorer.data.store import Store
from explorer.data.words import instrument_name, rests_on_entry
from explorer.data.writing.calendar_file import CalendarEntry, calendar_file
from explorer.language import gettext, list_of


def dates_as_calendar(store: Store, entries: Iterable[DatedChange]) -> bytes:
    """Return dates as a calendar file of the edition."""
    edition = store.edition
    found = (calendar_entry(store, entry) for entry in entries)
    return calendar_file(found, edition.data_version, first_day(edition.verified_to))


def calendar_entry(store: Store, entry: DatedChange) -> CalendarEntry:
    """Return a date as an entry."""
    ids = sorted(measure.measure_id for measure in entry.measures)
    key = "|".join((entry.day.isoformat(), entry.kind, entry.document.instrument_id, *ids))
    summary = gettext("{change} ({places})").format(change=entry.words, places=list_of(entry.places))
    return CalendarEntry(key, entry.day, summary, "\n".join(_description(store, entry)))


def _description(store: Store, entry: DatedChange) -> Iterable[str]:
    """Yield the lines of a description: document, metals, states, and how sure they are."""
    yield gettext("Document: {document}").format(document=instrument_name(entry.document))
    names = [plain_name(store.metal(metal_id)) for metal_id in entry.metal_ids]
    yield gettext("Metals and materials: {metals}").format(metals=list_of(names) or gettext("none named"))
    measure = entry.measures[0]
    yield gettext("Before: {state}").format(state=shown_state(measure, entry.before))
    yield gettext("After: {state}").format(state=shown_state(measure, entry.after))
    if entry.ends_term:
        yield from filter(
            None, (replacement_sentence(store, entry, entry.origin), note_sentence(entry.measures))
        )
    if entry.published != entry.day.isoformat():
        yield gettext("The document gives the date as {day}.").format(day=show(entry.published))
    if entry.presumed:
        yield gettext("The status after this date is presumed: no notice confirms it.")
    if entry.your_entry:
        yield rests_on_entry()
    if entry.by_statement:
        yield gettext("The pause is based only on a statement.")
    yield gettext("Edition {version}, controls checked to {day}.").format(
        version=store.edition.data_version, day=show(store.edition.verified_to)
    )
    if entry.beyond_verified:
        yield gettext("This date is after the last day checked; anything announced since then is missing.")
