"""What binds beside a metal's own status: its special forms, and measures for military users of a destination.

Neither ever decides the headline; both are told with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from explorer.data.records import Item, Measure
from explorer.data.status import (
    IN_FORCE,
    MILITARY_USERS,
    MeasureStatus,
    Status,
    comes_from,
    matches,
    state_on,
    status_of,
)
from explorer.data.store import Store
from explorer.data.words import MILITARY, instrument_name


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


def forms_sentence(status: Status, forms: Sequence[Item], thing: str = "") -> str:
    """Return what applies to special forms: refused where a ban on every listed item is in force, else controlled.

    `thing` is what the metal is (metal, mineral, …) where nothing is in force on it as such.
    """
    banned = any(
        m.measure.reach == "listed" and m.measure.kind == "prohibition" and m.state == IN_FORCE
        for m in status.general
    )
    refused = sum(banned and item.is_on_dual_use_list for item in forms)
    controlled = len(forms) - refused
    clauses = [f"{refused} refused"] if refused else []
    clauses += [f"{controlled} controlled"] if controlled else []
    start = f"Nothing in force for the {thing} itself. " if thing else ""
    return f"{start}Special forms and compounds: {', '.join(clauses)}."


def has_measures(store: Store, status: Status) -> bool:
    """Return whether any measure of the origin on the metal is on file, for whatever destination and day."""
    return any(
        m.target(status.metal_id) is not None and comes_from(m, status.origin) and not m.is_purchasing_rule
        for m in store.measures.values()
    )


def catch_all(store: Store, on: date, to: str, origin: str) -> str:
    """Return the sentence on the rule for goods on no list, empty where none is in force on the day."""
    for measure in store.measures.values():
        if measure.reach == "unlisted" and matches(measure, to, origin):
            state = state_on(measure, on)
            if state is not None and state.name == IN_FORCE:
                return catch_all_sentence(measure)
    return ""


def catch_all_sentence(measure: Measure) -> str:
    """Return what a rule for goods on no list requires."""
    return (
        "Goods on no list also need a licence where the exporter knows of an end use of concern "
        f"({instrument_name(measure.instrument)})."
    )


def military_measures(store: Store, status: Status) -> tuple[MeasureStatus, ...]:
    """Return the measures of the metal for the military users of the destination alone."""
    part = f"{status.to}{MILITARY_USERS}"
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
