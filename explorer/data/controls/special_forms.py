"""What binds beside a metal's own status: its special forms, and measures for military users of a destination.

Neither ever decides the headline; both are told with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from explorer.data.context import Context
from explorer.data.controls.status import (
    IN_FORCE,
    MILITARY_USERS,
    MeasureStatus,
    Status,
    comes_from,
    matches,
    state_on,
    status_of,
)
from explorer.data.records import Item, Measure
from explorer.data.store import Store
from explorer.data.words import MILITARY_DESTINATIONS, instrument_name


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
        if item.relation != "other form" or not matches(measure, status.context):
            continue
        state = state_on(measure, status.context.as_of)
        if state is not None:
            found = MeasureStatus(measure, state.name, state.presumed, state.until, item.description)
            made.append(Form(item, found))
    return made


def special_forms(store: Store, status: Status) -> list[Item]:
    """Return the items in force that are special forms of the metal, or contain it; they set no status."""
    return [f.item for f in forms(store, status) if f.found.state == IN_FORCE]


def refused_forms(store: Store, status: Status, forms: Sequence[Item]) -> tuple[Item, ...]:
    """Return the special forms that a ban names, or that are on the dual-use list where a ban covers all of it."""
    banned = any(
        m.measure.reach == "listed" and m.measure.kind == "prohibition" and m.state == IN_FORCE
        for m in status.general
    )
    return tuple(
        i
        for i in forms
        if (banned and i.is_on_dual_use_list) or store.measures[i.measure_id].kind == "prohibition"
    )


def forms_sentence(store: Store, status: Status, forms: Sequence[Item]) -> str:
    """Return what applies to special forms: refused where a ban covers them, else controlled."""
    refused = len(refused_forms(store, status, forms))
    clauses = [f"{refused} refused"] if refused else []
    clauses += [f"{len(forms) - refused} controlled"] if len(forms) > refused else []
    return f"Special forms and compounds: {', '.join(clauses)}."


def has_measures(store: Store, status: Status) -> bool:
    """Return whether any measure of the origin on the metal is on file, for whatever destination and day."""
    return any(
        m.target(status.metal_id) is not None
        and comes_from(m, status.context.origin)
        and not m.is_purchasing_rule
        for m in store.measures.values()
    )


def is_on_file(store: Store, status: Status) -> bool:
    """Return whether any measure of the origin names the metal or one of its special forms."""
    return has_measures(store, status) or any(
        comes_from(store.measures[item.measure_id], status.context.origin)
        for item in store.items_of.get(status.metal_id, ())
    )


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
    return (
        "Goods on no list also need a licence where the exporter knows of an end use of concern "
        f"({instrument_name(measure.instrument)})."
    )


def military_measures(store: Store, status: Status) -> tuple[MeasureStatus, ...]:
    """Return the measures of the metal for the military users of the destination alone."""
    part = f"{status.context.destination}{MILITARY_USERS}"
    if part not in MILITARY_DESTINATIONS:
        return ()
    inner = status_of(store.measures.values(), status.metal_id, replace(status.context, destination=part))
    return tuple(m for m in inner.measures if m.measure.destination == part)


def purchasing_rules(store: Store, status: Status) -> tuple[MeasureStatus, ...]:
    """Return the purchasing rules of the origin on the metal, which set no status, whatever their destination."""
    found = []
    for measure in store.measures.values():
        target = measure.target(status.metal_id)
        if target is None or not measure.is_purchasing_rule or not comes_from(measure, status.context.origin):
            continue
        state = state_on(measure, status.context.as_of)
        if state is not None:
            found.append(
                MeasureStatus(measure, state.name, state.presumed, state.until, target.scope, target)
            )
    return tuple(found)
