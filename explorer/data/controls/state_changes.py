"""The days on which the state of a measure changes by the status rule, each with the document behind the change."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from explorer.data.controls.history import Span, spans
from explorer.data.controls.status import ANNOUNCED, ENDED, IN_FORCE, RETURNS, SUSPENDED, MeasureStatus, State
from explorer.data.dates import first_day
from explorer.data.records import ENDINGS, Instrument, Measure, MeasureEvent
from explorer.data.store import Store
from explorer.data.store_service import StoreService
from explorer.data.words import instrument_name

STARTED, RETURNED, CONFIRMED, PAUSED = "started", "returned", "confirmed", "paused"
PAUSE_CONTINUED, STATEMENT_ONLY, PAUSE_OVER = "pause continued", "statement only", "pause over"
TERM_ENDED = "term ended"
# ANNOUNCED and ENDED are kinds of change as well as states.
_EVENTS = {
    ANNOUNCED: frozenset({"announced"}),
    STARTED: RETURNS,
    RETURNED: RETURNS,
    CONFIRMED: RETURNS,
    PAUSED: frozenset({"suspended"}),
    PAUSE_CONTINUED: frozenset({"suspended"}),
    ENDED: ENDINGS,
    TERM_ENDED: ENDINGS,
}


class StateChange(Struct, frozen=True):
    """A day on which a measure gets another state.

    `published` is the day as the data give it, which may be a month or a year. `document` is the one behind the
    change: that of the event, or that of the pause which lapsed, else the measure's own. `by_statement` is whether
    the pause that begins, continues or ends is based only on a statement.
    """

    measure: Measure
    day: date
    published: str
    kind: str
    before: State | None
    after: State
    document: Instrument
    by_statement: bool

    @property
    def lapsed(self) -> bool:
        """Whether the measure is in force only because a pause ended without a record of what follows."""
        return self.after.name == IN_FORCE and self.after.presumed

    @property
    def your_entry(self) -> bool:
        """Whether the state before or after rests on an entry of the user."""
        return self.after.your_entry or (self.before is not None and self.before.your_entry)


class StateChanges(StoreService):
    """The changes of the measures of a store; each measure's are found once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._found: dict[Measure, tuple[StateChange, ...]] = {}

    def of_measure(self, measure: Measure) -> tuple[StateChange, ...]:
        """Return the changes of a measure's state in the order of days, the first one from no state."""
        if measure not in self._found:
            self._found[measure] = tuple(_state_changes(self._store, measure))
        return self._found[measure]


def _state_changes(store: Store, measure: Measure) -> Iterator[StateChange]:
    before: State | None = None
    was_in_force = False
    for span in spans(measure):
        begins_pause = any(e.event == "suspended" for e in _events_on(measure, span.start))
        kind = _kind(before, span.state, begins_pause=begins_pause, was_in_force=was_in_force)
        if kind == ENDED and measure.ends_with_term:
            kind = TERM_ENDED
        yield _change(store, measure, span, before, kind)
        before = span.state
        was_in_force = was_in_force or before.name == IN_FORCE


def latest_pause(measure: Measure, day: date) -> MeasureEvent | None:
    """Return the latest pause that has begun by a day, over or not."""
    begun = (e for e in measure.events if e.event == "suspended" and first_day(e.date) <= day)
    return max(begun, key=lambda e: (first_day(e.date), e.until or "9"), default=None)


def document_of(store: Store, measure: Measure, event: MeasureEvent | None) -> Instrument:
    """Return the document behind an event of a measure, the measure's own where the event names none."""
    named = store.instruments.get(event.by_instrument_id or "") if event is not None else None
    return named if named is not None else measure.instrument


def deciding_pause(store: Store, status: MeasureStatus, day: date) -> Instrument | None:
    """Return the document that pauses a measure, or did so before it was presumed in force; None where none decides."""
    pause = latest_pause(status.measure, day) if status.state == SUSPENDED or status.presumed else None
    return document_of(store, status.measure, pause) if pause is not None else None


def pause_notice(store: Store, measure: Measure, day: date) -> str:
    """Return the name of the notice that pauses a measure on a day, empty where it is a statement or not on file."""
    pause = latest_pause(measure, day)
    if pause is None or pause.basis == "statement" or pause.by_instrument_id not in store.instruments:
        return ""
    return instrument_name(document_of(store, measure, pause))


def _change(store: Store, measure: Measure, span: Span, before: State | None, kind: str) -> StateChange:
    event = next((e for e in _events_on(measure, span.start) if e.event in _EVENTS.get(kind, ())), None)
    is_about_pause = SUSPENDED in (span.state.name, before.name if before is not None else "")
    pause = latest_pause(measure, span.start) if is_about_pause else None
    source = event if event is not None or span.state.name == ENDED else pause
    return StateChange(
        measure=measure,
        day=span.start,
        published=_published(measure, span.start, kind, event),
        kind=kind,
        before=before,
        after=span.state,
        document=document_of(store, measure, source),
        by_statement=pause is not None and pause.basis == "statement",
    )


def _kind(before: State | None, after: State, *, begins_pause: bool, was_in_force: bool) -> str:
    """Return what a change is, by the states around it and whether a pause begins on the day."""
    was_paused = before is not None and before.name == SUSPENDED
    if after.name == SUSPENDED:
        if not was_paused:
            return PAUSED
        return PAUSE_CONTINUED if begins_pause else STATEMENT_ONLY
    if after.name == IN_FORCE:
        if before is not None and before.name == IN_FORCE:
            return RETURNED if after.presumed else CONFIRMED
        return RETURNED if was_paused and was_in_force else STARTED
    return PAUSE_OVER if was_paused and after.name == ANNOUNCED else after.name


def _events_on(measure: Measure, day: date) -> list[MeasureEvent]:
    return [e for e in measure.events if first_day(e.date) == day]


def _published(measure: Measure, day: date, kind: str, event: MeasureEvent | None) -> str:
    column = {ANNOUNCED: measure.announced, STARTED: measure.effective}.get(kind)
    dated = (column, event.date if event is not None else None)
    return next((d for d in dated if d and first_day(d) == day), day.isoformat())
