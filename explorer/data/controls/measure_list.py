"""The measures on a metal in the order in which the window lists and draws them."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import groupby

from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.measure_index import MeasureIndex
from explorer.data.controls.status import (
    ANNOUNCED,
    ENDED,
    IN_FORCE,
    MILITARY_USERS,
    SUSPENDED,
    MeasureStatus,
    comes_from,
    matches,
    state_on,
)
from explorer.data.dates import first_day, show
from explorer.data.places import not_an_export, place_name
from explorer.data.records import ENDINGS, Measure
from explorer.data.store import Store
from explorer.data.words import measure_kind
from explorer.language import gettext

STATES = (IN_FORCE, SUSPENDED, ANNOUNCED, ENDED)
_DAY = timedelta(days=1)


def measures_on(
    store: Store, metal_id: str, context: Context, *, all_destinations: bool = False
) -> list[Measure]:
    """Return the measures on a metal, or on special forms of it, for the destination and its military users.

    Purchasing rules apply to buyers in the origin, so they are listed for all destinations.
    """
    named = MeasureIndex.of(store).naming_forms(metal_id)
    return [m for m in named if is_listed(m, context, all_destinations)]


def listed_measures(
    store: Store,
    metal_id: str,
    context: Context,
    *,
    all_destinations: bool = False,
    ended: bool = False,
) -> tuple[MeasureStatus, ...]:
    """Return the measures on a metal as the list shows them; none between places where nothing is exported."""
    if not all_destinations and not_an_export(store, context.origin, context.destination):
        return ()
    measures = measures_on(store, metal_id, context, all_destinations=all_destinations)
    return list_order(store, measures, metal_id, context, ended=ended)


def list_order(
    store: Store, measures: Iterable[Measure], metal_id: str, context: Context, *, ended: bool
) -> tuple[MeasureStatus, ...]:
    """Return measures with their states: in force, paused, announced, ended; in each state the strictest first.

    Rules that set no status come last in their state. Measures announced after the as-of date are left out, and ended
    ones without `ended`.
    """
    statuses = (status_of_measure(store, m, metal_id, context) for m in measures)
    found = [m for m in statuses if m is not None and (ended or m.state != ENDED)]
    found.sort(key=lambda m: m.measure.measure_id)
    found.sort(key=lambda m: m.measure.effective or m.measure.announced or "", reverse=True)
    return tuple(sorted(found, key=lambda m: (STATES.index(m.state), _sets_no_status(m), -m.rank)))


def by_state(
    measures: Iterable[MeasureStatus],
) -> tuple[tuple[str, tuple[MeasureStatus, ...]], ...]:
    """Return listed measures as groups of one state, in their order."""
    return tuple((state, tuple(group)) for state, group in groupby(measures, key=lambda m: m.state))


def status_of_measure(
    store: Store, measure: Measure, metal_id: str, context: Context
) -> MeasureStatus | None:
    """Return a measure with its state, None before it was announced or took effect."""
    state = state_on(measure, context.as_of)
    if state is None:
        return None
    target = measure.target(metal_id)
    scope = target.scope if target is not None else forms_scope(store, measure, metal_id)
    return MeasureStatus.of(measure, state, scope, target)


def forms_scope(store: Store, measure: Measure, metal_id: str) -> str:
    """Return the descriptions of the special forms of a metal that a measure names without naming the metal."""
    items = (i for i in store.items_of.get(metal_id, ()) if i.measure_id == measure.measure_id)
    return "; ".join(i.description for i in items)


def rule_words(store: Store, measure: Measure, *, targeted: bool = True) -> str:
    """Return the kind and the destination of a measure; without `targeted` it names only special forms of a metal."""
    if measure.is_purchasing_rule:
        return gettext("purchasing rule, does not affect the status")
    text = (
        gettext("{measure}, {destination}")
        if targeted
        else gettext("{measure} for special forms, {destination}")
    )
    return text.format(measure=measure_kind(measure), destination=place_name(store, measure.destination))


def end_of(measure: Measure, state: str, until: str | None) -> str | None:
    """Return the last day on file of a state of a measure: that of a pause, `until`, or that of the measure itself."""
    if state == SUSPENDED:
        return until
    if state != ENDED:
        return measure.expires
    ends = [measure.expires] if measure.expires else []
    ends += [(first_day(e.date) - _DAY).isoformat() for e in measure.events if e.event in ENDINGS]
    return min(ends, key=first_day, default=None)


def end_words(measure: Measure, state: str, until: str | None) -> str:
    """Return the last day of a state of a measure in words, for a column headed “Until”."""
    day = end_of(measure, state, until)
    if day:
        return show(day)
    return "" if state == ENDED else gettext("no end date on file")


def is_listed(measure: Measure, context: Context, all_destinations: bool) -> bool:
    """Return whether a measure is listed, for a metal that it names, with the measures for a destination."""
    if all_destinations or measure.is_purchasing_rule:
        return comes_from(measure, context.origin)
    military = f"{context.destination}{MILITARY_USERS}"
    return any(matches(measure, replace(context, destination=to)) for to in (context.destination, military))


def _sets_no_status(status: MeasureStatus) -> bool:
    return status.measure.is_purchasing_rule or status.target is None
