"""What changed in a span of days for the exports of a question: one entry for each day, document, rule and place."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from explorer.data.controls.change_texts import basis_text
from explorer.data.controls.documents import APPLIES, applies
from explorer.data.controls.paused_days import DUE
from explorer.data.controls.term_ends import with_note
from explorer.data.dates import first_day
from explorer.data.finding.questions.reading import Reading
from explorer.data.metal_names import plain_name
from explorer.data.overview.dates import DatedChange, changes_by_rule, continued_by
from explorer.data.places import ALL, place_name
from explorer.data.records import KIND_RANK, Instrument, Measure
from explorer.data.store import Store
from explorer.data.words import instrument_name, measure_state
from explorer.language import gettext, list_of, ngettext

MOST_METALS = 3
_FULL_DATE = len("2026-11-27")


class Entry(Struct, frozen=True):
    """What a document changes on a day: `words` say it, `details` for which places and by which other document.

    `change` is None for a document without measures that was published; `is_change` is whether it changes a rule or
    is new, unlike the last day of a pause.
    """

    day: date
    document: Instrument
    words: str
    details: tuple[str, ...] = ()
    metal_ids: tuple[str, ...] = ()
    change: DatedChange | None = None
    is_change: bool = True

    @property
    def weight(self) -> tuple[bool, int, int]:
        """The sort key by which rules on metals come first, then the strictest ones, then those on most metals."""
        rank = max((KIND_RANK[m.kind] for m in self.measures), default=0)
        return not self.metal_ids, -rank, -len(self.metal_ids)

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures that change."""
        return self.change.measures if self.change is not None else ()


def found_entries(store: Store, reading: Reading) -> list[Entry]:
    """Return what changed in the span in the order of days, the most important first on each day."""
    concerned = [m for m in store.measures.values() if _concerns(m, reading)]
    found = [
        _of_change(store, reading, change)
        for change in changes_by_rule(store, concerned, reading.since, reading.until)
    ]
    named = {(e.day, e.document.instrument_id) for e in found}
    found += (
        e for e in _published(store, reading, concerned) if (e.day, e.document.instrument_id) not in named
    )
    return sorted(
        found, key=lambda e: (e.day, not e.is_change, e.weight, e.words, instrument_name(e.document))
    )


def metals_text(store: Store, entry: Entry, most: int | None = None) -> str:
    """Return the metals of an entry, the first ones with the number of the others; empty without any."""
    names = [plain_name(store.metal(metal_id)) for metal_id in entry.metal_ids]
    left = len(names) - most if most is not None else 0
    if most is None or left <= 1:
        return list_of(names)
    text = ngettext("{metals} and {count} more", "{metals} and {count} more", left)
    return text.format(metals=", ".join(names[:most]), count=left)


def entry_text(store: Store, entry: Entry) -> str:
    """Return an entry in a sentence without its day and full stop."""
    details = [d for d in (*entry.details, metals_text(store, entry, MOST_METALS)) if d]
    if entry.change is not None and not entry.metal_ids:
        details.append(gettext("no metals named"))
    text = gettext("{change} ({details})")
    return text.format(change=entry.words, details="; ".join((basis(entry), *details)))


def basis(entry: Entry) -> str:
    """Return by which document something changed, and that nothing confirms it where a pause only lapsed.

    The end of a term has what the data say about it.
    """
    change = entry.change
    if change is not None and change.step is not None:
        return basis_text(change.step)
    document = instrument_name(entry.document)
    return with_note(document, change.measures) if change is not None and change.ends_term else document


def _concerns(measure: Measure, reading: Reading) -> bool:
    """Return whether a measure applies to the places of a question and, where it names metals, targets one of them."""
    if measure.is_purchasing_rule or applies(measure, reading.context) != APPLIES:
        return False
    return not reading.metals or any(measure.target(metal) for metal in reading.metals)


def _of_change(store: Store, reading: Reading, change: DatedChange) -> Entry:
    asked = (reading.destination, ALL)
    places = [place_name(store, place) for place in change.destinations if place not in asked]
    scope = gettext("to {destination}").format(destination=list_of(places)) if places else ""
    names = dict.fromkeys(instrument_name(m.instrument) for m in change.measures)
    own = [name for name in names if name != instrument_name(change.document)]
    metals = tuple(m for m in change.metal_ids if not reading.metals or m in reading.metals)
    origin = gettext("imposed by {documents}").format(documents=list_of(own)) if own else ""
    later = continued_by(store, change)
    continued = (
        gettext("pause continued by {document}").format(document=instrument_name(later)) if later else ""
    )
    pause = change.before if change.kind == DUE else None
    state = measure_state(change.measures[0], pause) if pause is not None else ""
    details = tuple(text for text in (state, scope, continued, origin) if text)
    return Entry(change.day, change.document, change.words, details, metals, change, change.step is not None)


def _published(store: Store, reading: Reading, concerned: Sequence[Measure]) -> Iterator[Entry]:
    """Yield the documents that were published in the span: those of the measures, and those without any measure."""
    own = {m.instrument_id for m in concerned}
    with_measures = {m.instrument_id for m in store.measures.values()}
    for instrument in store.instruments.values():
        day = instrument.announced or ""
        is_general = not reading.metals and instrument.jurisdiction == reading.origin
        is_concerned = instrument.instrument_id in own or (
            is_general and instrument.instrument_id not in with_measures
        )
        if is_concerned and len(day) == _FULL_DATE and reading.since <= first_day(day) <= reading.until:
            yield Entry(first_day(day), instrument, gettext("Published"))
