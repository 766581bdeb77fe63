"""The measures of an origin over time, by document or by metal, with the documents that have no measure."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.documents import APPLIES_NOT, applies
from explorer.data.controls.history import ends_term, spans
from explorer.data.controls.measure_index import MeasureIndex
from explorer.data.controls.measure_list import is_listed
from explorer.data.controls.status import ENDED, State, state_on
from explorer.data.controls.term_ends import term_note
from explorer.data.dates import first_day
from explorer.data.metal_names import short_name
from explorer.data.places import ALL, not_an_export
from explorer.data.records import Instrument, Measure
from explorer.data.store import Store
from explorer.data.words import state_words
from explorer.language import gettext, gettext_noop

BY_DOCUMENT, BY_METAL = "document", "metal"
GROUPINGS = (BY_DOCUMENT, BY_METAL)
# The kind of a row without a measure, and the state of its only day.
WITHOUT_MEASURE, ISSUED = "document", "issued"
ALL_KINDS = "all"
_KIND_NAMES = MappingProxyType(
    {
        ALL_KINDS: gettext_noop("All kinds"),
        "prohibition": gettext_noop("Bans and refusals in principle"),
        "licence": gettext_noop("Licences"),
        "end_use": gettext_noop("End-use rules"),
        "quota": gettext_noop("Quotas"),
        "state_trading": gettext_noop("State trading rules"),
        "trade_licence": gettext_noop("Ordinary export licences"),
        "technology": gettext_noop("Technology controls"),
        "reporting": gettext_noop("Reporting duties"),
        WITHOUT_MEASURE: gettext_noop("Documents without a measure"),
    }
)
KINDS = tuple(_KIND_NAMES)


class MarkedState(Protocol):
    """A state with what it rests on."""

    @property
    def state(self) -> str: ...
    @property
    def presumed(self) -> bool: ...
    @property
    def your_entry(self) -> bool: ...


class TimelineSpan(Struct, frozen=True):
    """The days of one state, both ends included; an open end is None. `beyond_verified` ones begin unchecked.

    `note` is what the data say about the end where the term of the measure ends with the span.
    """

    start: date
    end: date | None
    state: str
    presumed: bool = False
    until: str | None = None
    your_entry: bool = False
    beyond_verified: bool = False
    note: str = ""

    def meets(self, start: date, end: date) -> bool:
        """Return whether the span has one of the days from `start` to `end`."""
        return self.start <= end and (self.end is None or self.end >= start)


class TimelineRow(Struct, frozen=True):
    """A measure, or a document without one; `metal_id` is the metal under which it is listed, empty where none.

    `state` is that on the as-of date, None before the announcement. `targeted` is unset where a measure names only
    special forms of the metal.
    """

    instrument: Instrument
    measure: Measure | None
    metal_id: str
    spans: tuple[TimelineSpan, ...]
    state: State | None
    targeted: bool = True

    @property
    def kind(self) -> str:
        """The kind of the measure, WITHOUT_MEASURE where there is none."""
        return self.measure.kind if self.measure is not None else WITHOUT_MEASURE

    @property
    def source_ids(self) -> tuple[str, ...]:
        """The sources of the measure, else those of the document."""
        return (self.measure or self.instrument).source_ids

    @property
    def first(self) -> date:
        """The first day on file."""
        return self.spans[0].start


class Timeline(Struct, frozen=True):
    """The rows of an origin in their order; `everywhere` is set where the destination does not limit them.

    `refusal` is the sentence where nothing is exported between the places. `undated` is the number of documents and
    measures without a date on file, which have no row.
    """

    context: Context
    by: str
    kind: str
    everywhere: bool
    rows: tuple[TimelineRow, ...] = ()
    undated: int = 0
    refusal: str = ""

    def between(self, start: date, end: date) -> "Timeline":
        """Return the timeline with the rows that have a span between two days."""
        different = {id(r.spans): r.spans for r in self.rows}  # many metals have the same measure
        shown = {key for key, found in different.items() if any(s.meets(start, end) for s in found)}
        return replace(self, rows=tuple(r for r in self.rows if id(r.spans) in shown))


def kind_name(kind: str) -> str:
    """Return the name of a kind in the list of kinds to choose from."""
    return gettext(_KIND_NAMES[kind])


def span_words(span: MarkedState) -> str:
    """Return the state of a span in words, without the end of a pause."""
    if span.state == ISSUED:
        return gettext("issued")
    return state_words(span.state, None, presumed=span.presumed, your_entry=span.your_entry)


def timeline(
    store: Store,
    context: Context,
    by: str = BY_DOCUMENT,
    kind: str = ALL_KINDS,
    *,
    all_destinations: bool = False,
) -> Timeline:
    """Return every measure of the origin for the destination and its military users, over all its time."""
    everywhere = all_destinations or context.destination == ALL
    empty = Timeline(context, by, kind, everywhere)
    refusal = "" if everywhere else not_an_export(store, context.origin, context.destination)
    if refusal:
        return replace(empty, refusal=refusal)
    asked = replace(context, destination=ALL) if everywhere else context
    found = list(_by_metal(store, asked) if by == BY_METAL else _by_document(store, asked))
    wanted = [row for row in found if kind in (ALL_KINDS, row.kind)]
    dated = [row for row in wanted if row.spans]
    return replace(empty, rows=tuple(dated), undated=len(wanted) - len(dated))


def _by_document(store: Store, context: Context) -> list[TimelineRow]:
    """Return the rows document by document, in the order of their first days."""
    measures = [m for m in store.measures.values() if applies(m, context) != APPLIES_NOT]
    rows = [*(_row(store, m, context) for m in measures), *_without_measure(store, context)]
    begun: dict[str, date] = {}
    for row in rows:
        if row.spans:
            known = begun.setdefault(row.instrument.instrument_id, row.first)
            begun[row.instrument.instrument_id] = min(known, row.first)
    ordered = [r for r in rows if r.spans]
    ordered.sort(
        key=lambda r: (
            begun[r.instrument.instrument_id],
            r.instrument.instrument_id,
            r.measure.measure_id if r.measure is not None else "",
        )
    )
    return [*ordered, *(r for r in rows if not r.spans)]


def _by_metal(store: Store, context: Context) -> Iterator[TimelineRow]:
    """Yield the rows metal by metal, then those of measures that name no metal and of other documents."""
    everywhere, index = context.destination == ALL, MeasureIndex.of(store)
    shown = {m.measure_id for m in store.measures.values() if is_listed(m, context, everywhere)}
    listed: set[str] = set()
    for metal in sorted(store.metals.values(), key=short_name):
        found = [m for m in index.naming_forms(metal.metal_id) if m.measure_id in shown]
        listed |= {m.measure_id for m in found}
        yield from _in_order(_row(store, m, context, metal.metal_id) for m in found)
    others = (
        m
        for m in store.measures.values()
        if m.measure_id not in listed and applies(m, context) != APPLIES_NOT
    )
    yield from _in_order(_row(store, m, context) for m in others)
    yield from _in_order(_without_measure(store, context))


def _in_order(rows: Iterable[TimelineRow]) -> list[TimelineRow]:
    """Return rows in the order of their first days, those without one last."""
    return sorted(rows, key=lambda r: (r.first if r.spans else date.max, _id(r)))


def _id(row: TimelineRow) -> str:
    return row.measure.measure_id if row.measure is not None else row.instrument.instrument_id


def _row(store: Store, measure: Measure, context: Context, metal_id: str = "") -> TimelineRow:
    found = _spans(measure, first_day(store.edition.verified_to))
    targeted = not metal_id or metal_id in _target_ids(measure)
    state = state_on(measure, context.as_of)
    return TimelineRow(measure.instrument, measure, metal_id, found, state, targeted)


@lru_cache(maxsize=1024)
def _target_ids(measure: Measure) -> frozenset[str]:
    return frozenset(target.metal_id for target in measure.targets)


@lru_cache(maxsize=1024)
def _spans(measure: Measure, checked_to: date) -> tuple[TimelineSpan, ...]:
    """Return the spans of a measure before its end; many metals have the same measure."""
    return tuple(
        TimelineSpan(
            s.start,
            s.end,
            s.state.name,
            s.state.presumed,
            s.state.until,
            s.state.your_entry,
            beyond_verified=s.start > checked_to,
            note=term_note(measure) if ends_term(measure, s.end) else "",
        )
        for s in spans(measure)
        if s.state.name != ENDED
    )


def _without_measure(store: Store, context: Context) -> Iterator[TimelineRow]:
    """Yield the documents of the origin, or of its bloc, that have no measure, each with its day."""
    with_measure = {m.instrument_id for m in store.measures.values()}
    checked_to = first_day(store.edition.verified_to)
    for instrument in store.instruments.values():
        members = store.bloc_members.get(instrument.jurisdiction, frozenset())
        is_own = context.origin == instrument.jurisdiction or context.origin in members
        if not is_own or instrument.instrument_id in with_measure:
            continue
        days: tuple[TimelineSpan, ...] = ()
        if instrument.announced:
            day = first_day(instrument.announced)
            days = (TimelineSpan(day, day, ISSUED, beyond_verified=day > checked_to),)
        yield TimelineRow(instrument, None, "", days, None)
