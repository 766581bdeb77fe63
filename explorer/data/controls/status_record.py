"""The status of a metal as plain values: the measures, their states, and the answer in sentences."""

from datetime import date
from typing import Any

from explorer.data.controls.answer import Answer, Waiting
from explorer.data.controls.parties import purchasing_rules
from explorer.data.controls.service import Controls
from explorer.data.controls.special_forms import refused_forms
from explorer.data.controls.status import IN_FORCE, MeasureStatus, Status, strictness
from explorer.data.controls.stricter_destinations import StricterDestination
from explorer.data.dates import first_day
from explorer.data.entries.concerned import entries_on
from explorer.data.entries.entry_record import entry_dicts
from explorer.data.records import Measure
from explorer.data.store import Store


def status_dict(store: Store, status: Status) -> dict[str, Any]:
    """Return a status as plain values."""
    result = Controls.of(store).answer(status.metal_id, status.context)
    return {
        "metal": status.metal_id,
        "on": status.context.as_of.isoformat(),
        "to": status.context.destination,
        "from": status.context.origin,
        "status": status.status,
        "strictness": strictness(m.measure for m in status.leading),
        "announced": status.announced,
        "suspended": status.suspended,
        "presumed": status.presumed,
        "your_entry": Controls.of(store).rests_on_entry(status.metal_id, status.context),
        "beyond_verified": status.beyond_verified,
        "stricter": [_stricter_dict(x) for x in result.stricter],
        "answer": _answer_dict(store, result),
        "measures": [measure_dict(m) for m in status.measures],
        "general": [measure_dict(m) for m in status.general],
        "purchasing_rules": [measure_dict(m) for m in purchasing_rules(store, status)],
        "your_entries": entry_dicts(entries_on(store, status.metal_id, status.context)),
    }


def _answer_dict(store: Store, result: Answer) -> dict[str, Any]:
    """Return the answer on a status: the pill, paused and announced measures, other measures, the sentences."""
    head = Controls.of(store).headline(result.status.metal_id, result.status.context)
    first = result.first
    return {
        "pill": head.pill,
        "kind": result.pill.kind,
        "state": result.pill.state,
        "covers": result.pill.covers,
        "strictness": result.pill.strictness,
        "presumed": result.pill.presumed,
        "your_entry": result.pill.your_entry,
        "measures": [m.measure.measure_id for m in result.pill.measures],
        "returns_on": result.returns_on.isoformat() if result.returns_on else None,
        "waiting": [_waiting_dict(w) for w in result.waiting],
        "metal_itself": result.metal_itself.measure.measure_id if result.metal_itself else None,
        "also_in_force": [m.measure.measure_id for m in result.other_rules],
        "abroad": [m.measure.measure_id for m in result.abroad],
        "military_users": [m.measure.measure_id for m in result.military if m.state == IN_FORCE],
        "special_forms": [item.item_id for item in result.forms],
        "refused_forms": [item.item_id for item in refused_forms(store, result.status, result.forms)],
        "first_controlled": _first_dict(*first) if first else None,
        "in_force": head.in_force,
        "paused_or_announced": head.waiting,
        "further": head.further,
        "detail": head.detail,
    }


def _first_dict(day: date, measure: Measure) -> dict[str, Any]:
    """Return the first day of a licence requirement or ban, as published where it is the effective date."""
    effective = measure.effective
    published = effective if effective and first_day(effective) == day else day.isoformat()
    return {"date": published, "kind": measure.kind}


def _stricter_dict(other: StricterDestination) -> dict[str, Any]:
    return {
        "destination": other.destination,
        "status": other.status,
        "strictness": other.strictness,
        "presumed": other.presumed,
        "your_entry": other.your_entry,
    }


def _waiting_dict(group: Waiting) -> dict[str, Any]:
    return {
        "relation": group.relation,
        "state": group.state,
        "until": group.until,
        "starts_on": group.starts_on.isoformat() if group.starts_on else None,
        "presumed": any(m.presumed for m in group.measures),
        "your_entry": any(m.your_entry for m in group.measures),
        "measures": [m.measure.measure_id for m in group.measures],
    }


def measure_dict(status: MeasureStatus) -> dict[str, Any]:
    """Return a measure with its state as plain values."""
    measure = status.measure
    return {
        "measure_id": measure.measure_id,
        "instrument": measure.instrument_id,
        "kind": measure.kind,
        "destination": measure.destination,
        "state": status.state,
        "presumed": status.presumed,
        "your_entry": status.your_entry,
        "effective": measure.effective,
        "until": status.until,
        "scope": status.scope,
        "covers": status.target.covers if status.target is not None else None,
        "phrase": status.target.phrase if status.target is not None else None,
        "reach": measure.reach,
        "strictness": measure.strictness,
    }
