"""The dates and counts of an overview as plain records."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from explorer.data.context import Context
from explorer.data.controls.change_texts import shown_state
from explorer.data.controls.status import State
from explorer.data.dates import first_day
from explorer.data.metal_names import plain_name
from explorer.data.overview.counts import StatusCount, status_counts
from explorer.data.overview.date_entry import CountEntry, DateEntry, EntryState, NearDates
from explorer.data.overview.dates import NEAR, DatedChange, dated_changes, without_consequences
from explorer.data.overview.overview import Overview
from explorer.data.places import not_an_export
from explorer.data.records import KIND_RANK, Measure
from explorer.data.store import Store
from explorer.data.words import instrument_name


def near_dates(store: Store, context: Context, *, all_origins: bool) -> NearDates:
    """Return the dates and counts around the as-of date; the dates are those of its origin or of all."""
    since, until = _span(context)
    dates = dated_changes(store, since, until, context.destination)
    own = [entry for entry in dates if all_origins or entry.is_of(context.origin)]
    refusal = not_an_export(store, context.origin, context.destination)
    return _record(store, context, own, () if refusal else status_counts(store, context))


def of_overview(store: Store, found: Overview) -> NearDates:
    """Return the dates and counts of an overview."""
    return _record(store, found.context, found.dates, found.counts)


def _span(context: Context) -> tuple[date, date]:
    return context.as_of - timedelta(days=NEAR), context.as_of + timedelta(days=NEAR)


def _record(
    store: Store, context: Context, dates: Sequence[DatedChange], counts: Iterable[StatusCount]
) -> NearDates:
    parts = [e for e in dates if e.day < context.as_of], [e for e in dates if e.day >= context.as_of]
    drawn = {id(entry) for part in parts for entry in without_consequences(part)}
    return NearDates(
        context.as_of,
        *_span(context),
        first_day(store.edition.verified_to),
        tuple(_entry(store, entry, is_consequence=id(entry) not in drawn) for entry in dates),
        tuple(map(_count, counts)),
    )


def _entry(store: Store, entry: DatedChange, *, is_consequence: bool) -> DateEntry:
    return DateEntry(
        day=entry.day,
        published=entry.published,
        change=entry.kind,
        words=entry.words_with_note,
        kind=max((m.kind for m in entry.measures), key=KIND_RANK.__getitem__),
        document_id=entry.document.instrument_id,
        document=instrument_name(entry.document),
        origin=entry.origin,
        destinations=entry.destinations,
        places=entry.places,
        measure_ids=tuple(measure.measure_id for measure in entry.measures),
        metal_ids=entry.metal_ids,
        metal_names=tuple(plain_name(store.metal(metal_id)) for metal_id in entry.metal_ids),
        before=_state(entry.measures[0], entry.before),
        after=_state(entry.measures[0], entry.after),
        tone=entry.tone,
        applies_from=entry.applies_from,
        by_statement=entry.by_statement,
        beyond_verified=entry.beyond_verified,
        source_ids=tuple(dict.fromkeys(i for m in entry.measures for i in m.source_ids)),
        is_consequence=is_consequence,
    )


def _state(measure: Measure, state: State | None) -> EntryState:
    words = shown_state(measure, state)
    if state is None:
        return EntryState(words)
    return EntryState(words, state.name, state.presumed, state.your_entry, state.until or "")


def _count(count: StatusCount) -> CountEntry:
    return CountEntry(count.state, count.metal_ids, len(count.next_metal_ids))
