"""Days before and after the as-of date on which the state of measures changes, or ends: one entry for each document."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.controls.change_texts import change_text, rule_name
from explorer.data.controls.documents import APPLIES_NOT, applies
from explorer.data.controls.paused_days import DUE
from explorer.data.controls.pill import state_tone
from explorer.data.controls.state_changes import (
    TERM_ENDED,
    StateChange,
    StateChanges,
    document_of,
    latest_pause,
)
from explorer.data.controls.status import ENDED, IN_FORCE, SUSPENDED, State, comes_from, state_on
from explorer.data.controls.term_ends import notes_of, with_note
from explorer.data.dates import first_day
from explorer.data.finding.calendar import LAST_DAY, LAST_DAY_OF_TERM, measure_dates
from explorer.data.overview.last_days import CONTINUED, LAST_DAYS, last_day_text
from explorer.data.places import not_an_export, place_name
from explorer.data.records import Instrument, Measure
from explorer.data.store import Store
from explorer.data.store_service import StoreService
from explorer.data.words import instrument_name, with_marks
from explorer.language import gettext

NEAR = 90
_DAY = timedelta(days=1)


class DatedChange(Struct, frozen=True):
    """What a document changes on a day, or lets end on it, for the measures to which the same happens.

    `kind` is a kind of state change or of last day, `published` the day as the data give it. `before` and `after` are
    the states around the change; for a last day, that day's and the next day's. `places` are `China to all
    destinations` for each destination. `by_statement` is whether a pause that begins, continues or ends is based only
    on a statement. `step` is the change of the first measure, None for a last day.
    """

    day: date
    published: str
    kind: str
    words: str
    document: Instrument
    origin: str
    measures: tuple[Measure, ...]
    metal_ids: tuple[str, ...]
    destinations: tuple[str, ...]
    places: tuple[str, ...]
    before: State | None
    after: State | None
    by_statement: bool
    beyond_verified: bool
    step: StateChange | None = None

    @property
    def presumed(self) -> bool:
        """Whether the state after the change is only presumed."""
        return self.after is not None and self.after.presumed

    @property
    def your_entry(self) -> bool:
        """Whether the state before or after the change rests on an entry of the user."""
        return any(state is not None and state.your_entry for state in (self.before, self.after))

    @property
    def lapses(self) -> bool:
        """Whether measures are in force afterwards only because a pause ends without a record of what follows."""
        return self.after is not None and self.after.name == IN_FORCE and self.after.presumed

    @property
    def tone(self) -> str:
        """Which of PILL_STATES colours the state after the change, empty where it is not on file."""
        return state_tone(self.measures, self.after.name) if self.after is not None else ""

    @property
    def ends_term(self) -> bool:
        """Whether measures end because the term in their document runs out."""
        return self.kind in (LAST_DAY_OF_TERM, TERM_ENDED)

    @property
    def note(self) -> str:
        """What the data say about the end of a term, empty for other changes."""
        return notes_of(self.measures) if self.ends_term else ""

    @property
    def words_with_note(self) -> str:
        """The words, with what the data say about the end of a term."""
        return with_note(self.words, self.measures) if self.ends_term else self.words

    def is_of(self, origin: str) -> bool:
        """Return whether an origin, or the bloc that it belongs to, controls these exports."""
        return any(comes_from(measure, origin) for measure in self.measures)

    @property
    def applies_from(self) -> date:
        """The day from which the state after the change applies."""
        is_last_day = self.kind in LAST_DAYS and self.kind != DUE
        return self.day + _DAY if is_last_day else self.day


class _Date(Struct, frozen=True):
    """A date of one measure; `change` is None for a last day."""

    measure: Measure
    day: date
    published: str
    kind: str
    before: State | None
    after: State | None
    document: Instrument
    by_statement: bool
    change: StateChange | None = None


def dated_changes(store: Store, since: date, until: date, destination: str) -> tuple[DatedChange, ...]:
    """Return the dates of a span, both days included, of all origins, for a destination or its military users."""
    return tuple(
        entry for entry in _AllDates.of(store).of_destination(destination) if since <= entry.day <= until
    )


class _AllDates(StoreService):
    """The dates of all measures for each destination, made once for the facts."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._dates: dict[str, tuple[DatedChange, ...]] = {}

    def of_destination(self, destination: str) -> tuple[DatedChange, ...]:
        """Return all dates for a destination or its military users, in the order of time."""
        if destination not in self._dates:
            store = self._store
            concerned = [m for m in store.measures.values() if concerns(store, m, destination)]
            self._dates[destination] = _grouped(store, concerned, date.min, date.max, _place_of_rule)
        return self._dates[destination]


def dates_ahead(store: Store, context: Context) -> tuple[DatedChange, ...]:
    """Return what ends, begins or falls due from the as-of date on for an origin and a destination."""
    found = dated_changes(store, context.as_of, date.max, context.destination)
    return without_consequences(entry for entry in found if entry.is_of(context.origin))


def changes_by_rule(
    store: Store, measures: Iterable[Measure], since: date, until: date
) -> tuple[DatedChange, ...]:
    """Return the dates of measures in a span, both days included, those of each rule and destination apart."""
    return _grouped(store, measures, since, until, _rule_and_place)


def _place_of_rule(measure: Measure) -> tuple[object, ...]:
    return measure.jurisdiction, measure.is_purchasing_rule


def _rule_and_place(measure: Measure) -> tuple[object, ...]:
    return (*_place_of_rule(measure), rule_name(measure), measure.destination)


def _grouped(
    store: Store,
    measures: Iterable[Measure],
    since: date,
    until: date,
    apart: Callable[[Measure], tuple[object, ...]],
) -> tuple[DatedChange, ...]:
    """Return the dates of measures; those of a document to which the same happens are one unless `apart` differs."""
    groups: dict[tuple[object, ...], list[_Date]] = {}
    for measure in measures:
        for found in _dates(store, measure):
            if since <= found.day <= until:
                key = (found.day, found.document.instrument_id, found.kind, found.before, found.after)
                groups.setdefault((*key, *apart(measure)), []).append(found)
    entries = (_entry(store, group) for group in groups.values())
    return tuple(sorted(entries, key=lambda e: (e.day, instrument_name(e.document), e.kind, e.words)))


def continued_by(store: Store, entry: DatedChange) -> Instrument | None:
    """Return the document by which a pause continues after its last day, None for other dates."""
    if entry.kind not in CONTINUED:
        return None
    measure = entry.measures[0]
    return document_of(store, measure, latest_pause(measure, entry.applies_from))


def without_consequences(entries: Iterable[DatedChange]) -> tuple[DatedChange, ...]:
    """Return dates without those that only say what a last day among them leads to on the day after."""
    found = tuple(entries)
    led_to = {(m.measure_id, e.applies_from) for e in found if e.applies_from > e.day for m in e.measures}
    return tuple(
        e
        for e in found
        if e.applies_from > e.day or any((m.measure_id, e.day) not in led_to for m in e.measures)
    )


def concerns(store: Store, measure: Measure, destination: str) -> bool:
    """Return whether a measure applies to exports to a destination; purchasing rules concern every one."""
    origin = measure.jurisdiction
    if applies(measure, Context(date.max, origin, destination)) == APPLIES_NOT:
        return False
    return measure.is_purchasing_rule or not not_an_export(store, origin, destination)


def _dates(store: Store, measure: Measure) -> Iterator[_Date]:
    """Yield the changes of a measure and its last days."""
    changes = StateChanges.of(store).of_measure(measure)
    for change in changes:
        states = change.before, change.after
        by = change.document, change.by_statement
        yield _Date(measure, change.day, change.published, change.kind, *states, *by, change)
    starts = {change.day for change in changes}
    for published, kind in dict.fromkeys(measure_dates(measure)):
        if published is None or kind not in LAST_DAYS:
            continue
        day = first_day(published)
        before, after = state_on(measure, day), state_on(measure, day + _DAY)
        if kind == DUE:
            before = after = state_on(measure, day)
        if not _is_over_on(kind, before) or (kind == DUE and day in starts):
            continue
        yield _Date(measure, day, published, kind, before, after, *_behind(store, measure, kind, published))


def _is_over_on(kind: str, state: State | None) -> bool:
    """Return whether a measure is in a state on a day whose end a kind of last day names."""
    if state is None or state.name == ENDED:
        return False
    return kind in (LAST_DAY, LAST_DAY_OF_TERM) or state.name == SUSPENDED


def _behind(store: Store, measure: Measure, kind: str, published: str) -> tuple[Instrument, bool]:
    """Return the document that sets a last day, and whether it is a statement: that of the pause, else the own one."""
    ends = kind not in (LAST_DAY, LAST_DAY_OF_TERM, DUE)
    pauses = [e for e in measure.events if ends and e.event == "suspended" and e.until == published]
    document = document_of(store, measure, pauses[0] if pauses else None)
    return document, bool(pauses) and all(e.basis == "statement" for e in pauses)


def _entry(store: Store, group: list[_Date]) -> DatedChange:
    first = group[0]
    measures = tuple(found.measure for found in group)
    destinations = tuple(dict.fromkeys(m.destination for m in measures))
    origin = first.measure.jurisdiction
    if first.change is not None:
        words = change_text(first.change, measures)
    else:
        words = last_day_text(first.kind, measures, first.after)
        your_entry = any(s is not None and s.your_entry for s in (first.before, first.after))
        words = with_marks(words, presumed=False, your_entry=your_entry)
    named = {target.metal_id for m in measures for target in m.targets}
    return DatedChange(
        day=first.day,
        published=min((found.published for found in group), key=len),
        kind=first.kind,
        words=words,
        document=first.document,
        origin=origin,
        measures=measures,
        metal_ids=tuple(metal_id for metal_id in store.metals if metal_id in named),
        destinations=destinations,
        places=tuple(dict.fromkeys(_place(store, m) for m in measures)),
        before=first.before,
        after=first.after,
        by_statement=any(found.by_statement for found in group),
        beyond_verified=first.day > first_day(store.edition.verified_to),
        step=first.change,
    )


def _place(store: Store, measure: Measure) -> str:
    """Return the places of a measure; a purchasing rule binds buyers in its own jurisdiction."""
    if measure.is_purchasing_rule:
        return store.country_name(measure.jurisdiction)
    return gettext("{origin} to {destination}").format(
        origin=store.country_name(measure.jurisdiction), destination=place_name(store, measure.destination)
    )
