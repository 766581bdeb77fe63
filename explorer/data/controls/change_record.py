"""What changed between two days as plain values and as rows of a CSV file."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from explorer.data.controls.change_texts import change_text, shown_state
from explorer.data.controls.changes import Changes, MeasureChange, MetalChange, MetalStatus
from explorer.data.controls.state_changes import StateChange
from explorer.data.controls.status import State
from explorer.data.dates import first_day
from explorer.data.store import Store

_STATUS = ("", "_state", "_presumed", "_until", "_beyond_verified")
HEADER = (
    *("record", "metal", "measure", "destination", "day", "change", "document"),
    *(f"before{name}" for name in _STATUS),
    *(f"after{name}" for name in _STATUS),
)


def as_dict(store: Store, found: Changes) -> dict[str, Any]:
    """Return what changed as plain values."""
    return {
        "since": found.since.isoformat(),
        "until": found.until.as_of.isoformat(),
        "from": found.until.origin,
        "to": found.until.destination,
        "verified_to": store.edition.verified_to,
        "beyond_verified": _is_beyond(store, found.until.as_of),
        "not_an_export": found.refusal,
        "metals": [metal_change_dict(change) for change in found.metals],
        "measures": [_measure_change_dict(store, change) for change in found.measures],
        "returned": [_measure_change_dict(store, change) for change in found.returned],
    }


def metal_change_dict(change: MetalChange) -> dict[str, Any]:
    """Return the change of a metal's status as plain values."""
    return {
        "metal": change.metal_id,
        "to": change.destination,
        "before": _metal_status_dict(change.before),
        "after": _metal_status_dict(change.after),
        "measures": [cause.measure.measure_id for cause in change.causes],
        "documents": _documents(change),
    }


def state_dict(state: State | None) -> dict[str, Any] | None:
    """Return the state of a measure as plain values, None before it was on file."""
    if state is None:
        return None
    return {"state": state.name, "presumed": state.presumed, "until": state.until}


def _metal_status_dict(status: MetalStatus) -> dict[str, Any]:
    return {
        "pill": status.pill,
        "pill_state": status.pill_state,
        "status": status.status,
        "strictness": status.strictness,
        "presumed": status.presumed,
        "beyond_verified": status.beyond_verified,
        "until": status.until,
    }


def _measure_change_dict(store: Store, change: MeasureChange) -> dict[str, Any]:
    measure = change.measure
    return {
        "measure_id": measure.measure_id,
        "instrument": measure.instrument_id,
        "kind": measure.kind,
        "strictness": measure.strictness,
        "reach": measure.reach,
        "destination": measure.destination,
        "metals": [target.metal_id for target in measure.targets],
        "before": state_dict(change.before),
        "after": state_dict(change.after),
        "steps": [_step_dict(store, step) for step in change.steps],
    }


def _step_dict(store: Store, step: StateChange) -> dict[str, Any]:
    return {
        "day": step.day.isoformat(),
        "published": step.published,
        "change": step.kind,
        "words": change_text(step, [step.measure]),
        "before": state_dict(step.before),
        "after": state_dict(step.after),
        "document": step.document.instrument_id,
        "by_statement": step.by_statement,
        "beyond_verified": _is_beyond(store, step.day),
    }


def rows(store: Store, found: Changes) -> Iterator[tuple[object, ...]]:
    """Yield a row for each metal, then one for each change of a measure; `returned` ones have the first state again."""
    for change in found.metals:
        measures = ";".join(cause.measure.measure_id for cause in change.causes)
        days = ";".join(dict.fromkeys(s.published for cause in change.causes for s in cause.steps))
        cells = measures, change.destination, days, "", ";".join(_documents(change))
        yield "metal", change.metal_id, *cells, *_cells(change.before), *_cells(change.after)
    for record, changed in (("measure", found.measures), ("returned", found.returned)):
        for measure_change in changed:
            for step in measure_change.steps:
                yield record, *_step_cells(store, step)


def _step_cells(store: Store, step: StateChange) -> tuple[object, ...]:
    measure = step.measure
    metals = ";".join(target.metal_id for target in measure.targets)
    beyond = _is_beyond(store, step.day)
    return (
        *(metals, measure.measure_id, measure.destination, step.published),
        *(step.kind, step.document.instrument_id),
        *_state_cells(step.before, beyond),
        *_state_cells(step.after, beyond),
    )


def _cells(status: MetalStatus) -> tuple[object, ...]:
    flags = _yes(status.presumed), status.until or "", _yes(status.beyond_verified)
    return status.pill, status.pill_state, *flags


def _state_cells(state: State | None, beyond: bool) -> tuple[object, ...]:
    if state is None:
        return shown_state(None), "", "", "", ""
    return shown_state(state), state.name, _yes(state.presumed), state.until or "", _yes(beyond)


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"


def _documents(change: MetalChange) -> list[str]:
    """Return the documents behind a change, each once."""
    return list(dict.fromkeys(s.document.instrument_id for cause in change.causes for s in cause.steps))


def _is_beyond(store: Store, day: date) -> bool:
    return day > first_day(store.edition.verified_to)
