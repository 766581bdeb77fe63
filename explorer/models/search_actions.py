"""What the window does for a row of the search."""

from explorer.data.citation import cite
from explorer.data.controls.status import comes_from
from explorer.data.dates import show
from explorer.data.finding.producers.records import metal_citing
from explorer.data.finding.rows import (
    FILTER,
    OPEN_CLAIM,
    OPEN_DOCUMENT,
    OPEN_ITEM,
    OPEN_METAL,
    OPEN_SOURCE,
    SET_DAY,
    SET_ORIGIN,
    Action,
)
from explorer.data.places import is_on_file, place_name
from explorer.data.store import Store
from explorer.language import gettext
from explorer.models.state import AppState


def apply_action(store: Store, state: AppState, action: Action) -> str:
    """Open or set what an action names; return the sentence on what a reader might not see, empty without one."""
    _set_context(store, state, action)
    if action.kind == FILTER:
        state.request_filter(action.status)
    if action.question:
        state.open_record("answer", action.question, action.asked)
    elif action.kind == OPEN_METAL:
        state.set_metal(action.metal or state.metal_id)
        state.set_tab(action.tab or state.tab)
        if action.heading:
            state.select_heading(action.heading)
    elif action.kind == OPEN_ITEM:
        _open_item(store, state, action)
    elif action.kind == OPEN_DOCUMENT:
        state.open_record("document", action.record)
    elif action.kind == OPEN_CLAIM:
        state.open_record("claim", action.record)
    elif action.kind == OPEN_SOURCE:
        return _open_source(store, state, action.record)
    elif action.kind != FILTER:
        return _what_was_set(store, action)
    return ""


def _set_context(store: Store, state: AppState, action: Action) -> None:
    """Set the date, origin and destination that an action names, if they differ; the date shown keeps its clock."""
    context = state.context
    day = action.day if action.day != context.as_of else None
    origin = action.origin if action.origin and is_on_file(store, action.origin) else ""
    if day or origin or action.destination:
        state.set_context(day=day, origin=origin, destination=action.destination)


def _open_item(store: Store, state: AppState, action: Action) -> None:
    """Show an item on the card of its measure, for exports from the origin of the measure."""
    measure = store.measures[action.measure]
    state.set_metal(action.metal)
    if not comes_from(measure, state.context.origin):
        state.set_context(origin=measure.jurisdiction)
    state.show_code(action.code)
    state.select_measure(action.measure, action.item)


def _open_source(store: Store, state: AppState, source_id: str) -> str:
    """Show a source with a metal that cites it; where none does, return the source as a sentence."""
    metal_id = metal_citing(store, source_id, state.metal_id)
    if not metal_id:
        return cite(store.sources[source_id])
    state.set_metal(metal_id)
    state.select_source(source_id)
    return ""


def _what_was_set(store: Store, action: Action) -> str:
    """Return which day, origin or destination is now shown."""
    if action.kind == SET_DAY and action.day is not None:
        return gettext("As of {day}").format(day=show(action.day))
    if action.kind == SET_ORIGIN:
        return gettext("Exports from {country}").format(country=place_name(store, action.origin))
    return gettext("Destination: {country}").format(country=place_name(store, action.destination))
