"""What binds beside a metal's own status: its special forms, and measures for military users of a destination.

Neither ever decides the headline; both are told with it.
"""

from dataclasses import dataclass

from explorer.data.records import Item
from explorer.data.status import IN_FORCE, MeasureStatus, Status, comes_from, matches, state_on, status_of
from explorer.data.store import Store
from explorer.data.words import MILITARY


@dataclass(frozen=True, slots=True)
class Form:
    """An item that is a special form of a metal, or contains it, with the state of its measure."""

    item: Item
    found: MeasureStatus


def forms(store: Store, status: Status) -> list[Form]:
    """Return the special forms and compounds of the metal that measures of any state name."""
    made = []
    for item in store.items_of.get(status.metal_id, ()):
        measure = store.measures[item.measure_id]
        if item.relation != "other form" or not matches(measure, status.to, status.origin):
            continue
        state = state_on(measure, status.on)
        if state is not None:
            found = MeasureStatus(measure, state.name, state.presumed, state.until, item.description)
            made.append(Form(item, found))
    return made


def special_forms(store: Store, status: Status) -> list[Item]:
    """Return the items in force that are special forms of the metal, or contain it; they set no status."""
    return [f.item for f in forms(store, status) if f.found.state == IN_FORCE]


def forms_words(count: int) -> str:
    """Return `3 special forms or compounds`."""
    return f"{count} special {'form or compound' if count == 1 else 'forms or compounds'}"


def military_measures(store: Store, status: Status) -> tuple[MeasureStatus, ...]:
    """Return the measures of the metal for the military users of the destination alone."""
    part = f"{status.to}-MIL"
    if part not in MILITARY:
        return ()
    inner = status_of(store.measures.values(), status.metal_id, status.on, part, status.origin)
    return tuple(m for m in inner.measures if m.measure.destination == part)


def purchasing_rules(store: Store, status: Status) -> tuple[MeasureStatus, ...]:
    """Return the purchasing rules of the origin on the metal, which set no status, whatever their destination."""
    found = []
    for measure in store.measures.values():
        target = measure.target(status.metal_id)
        if target is None or not measure.is_purchasing_rule or not comes_from(measure, status.origin):
            continue
        state = state_on(measure, status.on)
        if state is not None:
            found.append(
                MeasureStatus(measure, state.name, state.presumed, state.until, target.scope, target)
            )
    return tuple(found)
