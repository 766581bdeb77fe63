"""What changed between two days as plain values and as rows of a CSV file."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from explorer.data.controls.change_texts import change_text, count_text, shown_state
from explorer.data.controls.changes import Changes, MeasureChange, MetalChange, MetalStatus
from explorer.data.controls.state_changes import TERM_ENDED, StateChange
from explorer.data.controls.status import State
from explorer.data.controls.term_ends import notes_of
from explorer.data.dates import first_day
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.data.writing.csv_file import yes_no

STATUS_COLUMNS = ("", "_state", "_presumed", "_your_entry", "_until", "_beyond_verified")
HEADER = (
    *("record", "metal", "measure", "destination", "day", "change", "document"),
    *(f"before{name}" for name in STATUS_COLUMNS),
    *(f"after{name}" for name in STATUS_COLUMNS),
    "note",
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
        "reason": count_text(found) if found.is_empty else None,
        "metals": [metal_change_dict(change) for change in found.metals],
        "measures": [_measure_change_dict(store, change) for change in found.measures],
        "returned": [_measure_change_dict(store, change) for change in found.returned],
    }


def metal_change_dict(change: MetalChange) -> dict[str, Any]:
    """Return the change of a metal's status as plain values."""
    return {
        "metal": change.metal_id,
        "to": change.destination,
        "before": metal_status_dict(change.before),
        "after": metal_status_dict(change.after),
        "measures": [cause.measure.measure_id for cause in change.causes],
        "documents": _documents(change),
    }


def state_dict(state: State | None) -> dict[str, Any] | None:
    """Return the state of a measure as plain values, None before it was on file."""
    if state is None:
        return None
    return {
        "state": state.name,
        "presumed": state.presumed,
        "your_entry": state.your_entry,
        "until": state.until,
    }


def metal_status_dict(status: MetalStatus) -> dict[str, Any]:
    """Return a status as plain values."""
    return {
        "pill": status.pill,
        "pill_state": status.pill_state,
        "status": status.status,
        "strictness": status.strictness,
        "presumed": status.presumed,
        "your_entry": status.your_entry,
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
        "note": _note(step) or None,
        "by_statement": step.by_statement,
        "your_entry": step.your_entry,
        "beyond_verified": _is_beyond(store, step.day),
    }


def rows(store: Store, found: Changes) -> Iterator[tuple[object, ...]]:
    """Yield a row for each metal, then one for each change of a measure; `returned` ones have the first state again."""
    for change in found.metals:
        measures = ";".join(cause.measure.measure_id for cause in change.causes)
        days = ";".join(dict.fromkeys(s.published for cause in change.causes for s in cause.steps))
        cells = measures, change.destination, days, "", ";".join(_documents(change))
        yield "metal", change.metal_id, *cells, *status_cells(change.before), *status_cells(change.after), ""
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
        *_state_cells(measure, step.before, beyond),
        *_state_cells(measure, step.after, beyond),
        _note(step),
    )


def _note(step: StateChange) -> str:
    """Return what the data say about the end of a term, empty for other changes."""
    return notes_of((step.measure,)) if step.kind == TERM_ENDED else ""


def status_cells(status: MetalStatus) -> tuple[object, ...]:
    """Return a status as the cells of a row of a CSV file: STATUS_COLUMNS."""
    presumed, your_entry = yes_no(status.presumed), yes_no(status.your_entry)
    flags = presumed, your_entry, status.until or "", yes_no(status.beyond_verified)
    return status.pill, status.pill_state, *flags


def _state_cells(measure: Measure, state: State | None, beyond: bool) -> tuple[object, ...]:
    words = shown_state(measure, state)
    if state is None:
        return words, "", "", "", "", ""
    flags = yes_no(state.presumed), yes_no(state.your_entry), state.until or "", yes_no(beyond)
    return words, state.name, *flags


def _documents(change: MetalChange) -> list[str]:
    """Return the documents behind a change, each once."""
    return list(dict.fromkeys(s.document.instrument_id for cause in change.causes for s in cause.steps))


def _is_beyond(store: Store, day: date) -> bool:
    return day > first_day(store.edition.verified_to)
