"""`minor-metals status`: which measures bind a metal on a day towards a destination."""

from argparse import Namespace
from datetime import date
from textwrap import shorten
from typing import Any

from explorer.commands.support.context import context_words, open_store, read_context, title
from explorer.commands.support.output import print_json, table
from explorer.data.context import Context
from explorer.data.controls.answer import Answer, Waiting, answer
from explorer.data.controls.headline import beyond, headline
from explorer.data.controls.parties import military_measures, purchasing_rules
from explorer.data.controls.pauses import start_words
from explorer.data.controls.service import Controls
from explorer.data.controls.special_forms import Form, forms, refused_forms
from explorer.data.controls.status import ENDED, IN_FORCE, MeasureStatus, Status, strictness
from explorer.data.controls.stricter_destinations import StricterDestination
from explorer.data.dates import first_day
from explorer.data.finding.lookup import find_metal
from explorer.data.places import place_name
from explorer.data.records import Measure, Metal
from explorer.data.store import Store
from explorer.data.words import measure_kind, measure_name, state_word

_HEADER = ("Measure", "Kind", "Destination", "State", "Effective")
_LONGEST_SUMMARY = 110


def run(args: Namespace) -> int:
    """Print the status of a metal in words or as JSON."""
    with open_store(args) as store:
        context = read_context(args, store)
        metal = find_metal(store, args.metal)
        status = Controls.of(store).status(metal.metal_id, context)
        if args.json:
            print_json(status_dict(store, status))
        else:
            print(status_text(store, metal, context, status))
    return 0


def status_dict(store: Store, status: Status) -> dict[str, Any]:
    """Return a status as plain values."""
    said = answer(store, status)
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
        "beyond_verified": status.beyond_verified,
        "stricter": [_stricter_dict(x) for x in said.stricter],
        "answer": _answer_dict(store, said),
        "measures": [_measure_dict(m) for m in status.measures],
        "general": [_measure_dict(m) for m in status.general],
        "purchasing_rules": [_measure_dict(m) for m in purchasing_rules(store, status)],
    }


def _answer_dict(store: Store, said: Answer) -> dict[str, Any]:
    """Return what is said of a status: what the pill names, what waits, what else applies, the sentences."""
    words = headline(store, said.status)
    first = said.first
    return {
        "pill": words.pill,
        "kind": said.pill.kind,
        "state": said.pill.state,
        "covers": said.pill.covers,
        "strictness": said.pill.strictness,
        "presumed": said.pill.presumed,
        "measures": [m.measure.measure_id for m in said.pill.measures],
        "returns_on": said.returns_on.isoformat() if said.returns_on else None,
        "waiting": [_waiting_dict(w) for w in said.waiting],
        "metal_itself": said.metal_itself.measure.measure_id if said.metal_itself else None,
        "also_in_force": [m.measure.measure_id for m in said.other_rules],
        "abroad": [m.measure.measure_id for m in said.abroad],
        "military_users": [m.measure.measure_id for m in said.military if m.state == IN_FORCE],
        "special_forms": [item.item_id for item in said.forms],
        "refused_forms": [item.item_id for item in refused_forms(store, said.status, said.forms)],
        "first_controlled": _first_dict(*first) if first else None,
        "in_force": words.in_force,
        "paused_or_announced": words.waiting,
        "further": words.further,
        "detail": words.detail,
    }


def _first_dict(day: date, measure: Measure) -> dict[str, Any]:
    """Return the first day of a licence or ban, as published where it is the effective day."""
    effective = measure.effective
    published = effective if effective and first_day(effective) == day else day.isoformat()
    return {"date": published, "kind": measure.kind}


def _stricter_dict(found: StricterDestination) -> dict[str, Any]:
    return {
        "destination": found.destination,
        "status": found.status,
        "strictness": found.strictness,
        "presumed": found.presumed,
    }


def _waiting_dict(group: Waiting) -> dict[str, Any]:
    return {
        "relation": group.relation,
        "state": group.state,
        "until": group.until,
        "starts_on": group.starts_on.isoformat() if group.starts_on else None,
        "presumed": any(m.presumed for m in group.measures),
        "measures": [m.measure.measure_id for m in group.measures],
    }


def _measure_dict(found: MeasureStatus) -> dict[str, Any]:
    measure = found.measure
    return {
        "measure_id": measure.measure_id,
        "instrument": measure.instrument_id,
        "kind": measure.kind,
        "destination": measure.destination,
        "state": found.state,
        "presumed": found.presumed,
        "effective": measure.effective,
        "until": found.until,
        "scope": found.scope,
        "covers": found.target.covers if found.target is not None else None,
        "phrase": found.target.phrase if found.target is not None else None,
        "reach": measure.reach,
        "strictness": measure.strictness,
    }


def sentence(store: Store, metal: Metal, context: Context, status: Status) -> str:
    """Return the status in sentences, its subject first."""
    return f"{title(metal)}, {context_words(store, context)}. {headline(store, status).sentence}"


def status_text(store: Store, metal: Metal, context: Context, status: Status) -> str:
    """Return the status as a reader wants it: the sentence, its flags, the measures behind it."""
    parts = [sentence(store, metal, context, status)]
    detail = headline(store, status).detail
    parts += [line for line in (detail, beyond(store, context.as_of)) if line]
    measures = (*status.measures, *military_measures(store, status))
    if measures:
        parts += ["", measures_table(store, measures, status.context.as_of)]
    buying = purchasing_text(store, status)
    if buying:
        parts += ["", buying]
    special = [f for f in forms(store, status) if f.found.state != ENDED]
    if special:
        parts += ["", "Special forms or compounds named (they set no status):", _forms_table(special)]
    living = tuple(m for m in status.general if m.state != ENDED)
    if living:
        parts += [
            "",
            "Also for named parties, or for items without a metal of their own:",
            _general_table(store, living, status.context.as_of),
        ]
    return "\n".join(parts)


def purchasing_text(store: Store, status: Status) -> str:
    """Return the purchasing rules on the metal under their heading, empty without any."""
    rules = purchasing_rules(store, status)
    return (
        f"Purchasing rules (do not affect the status):\n{measures_table(store, rules, status.context.as_of)}"
        if rules
        else ""
    )


def _forms_table(special: list[Form]) -> str:
    return table(
        ("Item", "Measure", "State", "Wording, shortened"),
        [
            (
                f.item.control_code or f.item.item_no or "",
                measure_name(f.found.measure),
                state_word(f.found),
                f.item.description,
            )
            for f in special
        ],
    )


def measures_table(store: Store, measures: tuple[MeasureStatus, ...], on: date) -> str:
    """Return measures with their states and their scope on the metal as a table."""
    return table((*_HEADER, "Scope"), [(*_cells(store, m, on), m.scope or "") for m in measures])


def _general_table(store: Store, measures: tuple[MeasureStatus, ...], on: date) -> str:
    """Return measures that name no metal, with what they do."""
    rows = [
        (*_cells(store, m, on), shorten(m.measure.summary, _LONGEST_SUMMARY, placeholder=" …"))
        for m in measures
    ]
    return table((*_HEADER, "What it does"), rows)


def _cells(store: Store, found: MeasureStatus, on: date) -> tuple[str, ...]:
    measure = found.measure
    return (
        measure_name(measure),
        measure_kind(measure),
        place_name(store, measure.destination),
        state_word(found),
        start_words(measure, on),
    )
