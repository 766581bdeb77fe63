"""Rules on certain parties: military users of a destination, public buyers, and exporters of goods on no list.

None of them decides the status of a metal.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.measure_index import MeasureIndex
from explorer.data.controls.status import (
    ENDED,
    IN_FORCE,
    MILITARY_USERS,
    MeasureStatus,
    Status,
    comes_from,
    matches,
    state_on,
    status_of,
)
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.data.words import MILITARY_DESTINATIONS, instrument_name
from explorer.language import gettext


def military_measures(store: Store, status: Status) -> tuple[MeasureStatus, ...]:
    """Return the measures of the metal for the military users of the destination alone."""
    return _for_military_users(store, status.metal_id, status.context)


def military_rules(
    store: Store, metal_ids: Iterable[str], context: Context
) -> Iterator[tuple[MeasureStatus, str]]:
    """Yield the measures for the military users of the destination alone that have not ended, with their metals."""
    for metal_id in dict.fromkeys(metal_ids):
        for found in _for_military_users(store, metal_id, context):
            if found.state != ENDED:
                yield found, metal_id


def _for_military_users(store: Store, metal_id: str, context: Context) -> tuple[MeasureStatus, ...]:
    users = f"{context.destination}{MILITARY_USERS}"
    if users not in MILITARY_DESTINATIONS:
        return ()
    named = MeasureIndex.of(store).naming(metal_id)
    theirs = status_of(named, metal_id, replace(context, destination=users))
    return tuple(m for m in theirs.measures if m.measure.destination == users)


def purchasing_rules(store: Store, status: Status) -> tuple[MeasureStatus, ...]:
    """Return the purchasing rules of the origin on the metal, which set no status, whatever their destination."""
    rules = []
    for measure in MeasureIndex.of(store).naming(status.metal_id):
        target = measure.target(status.metal_id)
        if target is None or not measure.is_purchasing_rule or not comes_from(measure, status.context.origin):
            continue
        state = state_on(measure, status.context.as_of)
        if state is not None:
            rules.append(MeasureStatus.of(measure, state, target.scope, target))
    return tuple(rules)


def catch_all(store: Store, context: Context) -> str:
    """Return the sentence on the rule for goods on no list, empty where none is in force on the day."""
    for measure in store.measures.values():
        if measure.reach == "unlisted" and matches(measure, context):
            state = state_on(measure, context.as_of)
            if state is not None and state.name == IN_FORCE:
                return catch_all_sentence(measure)
    return ""


def catch_all_sentence(measure: Measure) -> str:
    """Return what a rule for goods on no list requires."""
    return gettext(
        "Goods that are not on any list also need a licence where the exporter knows of an end use "
        "of concern ({notice})."
    ).format(notice=instrument_name(measure.instrument))
