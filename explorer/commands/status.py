"""`minor-metals status`: the measures that apply to exports of a metal to a destination as of a date."""

from argparse import ArgumentParser, Namespace
from datetime import date
from textwrap import shorten
from typing import Any

from explorer.commands.support.command import Command
from explorer.commands.support.context import context_fields, open_store, read_context, title
from explorer.commands.support.options import add_context, add_metal
from explorer.commands.support.output import print_json, table
from explorer.commands.support.own_entry_text import entry_dicts
from explorer.data.context import Context
from explorer.data.controls.answer import Answer, Waiting
from explorer.data.controls.headline import beyond
from explorer.data.controls.parties import military_measures, purchasing_rules
from explorer.data.controls.pauses import start_words
from explorer.data.controls.service import Controls
from explorer.data.controls.special_forms import Form, forms, refused_forms
from explorer.data.controls.status import ENDED, IN_FORCE, MeasureStatus, Status, strictness
from explorer.data.controls.stricter_destinations import StricterDestination
from explorer.data.dates import first_day
from explorer.data.entries.concerned import entries_on
from explorer.data.finding.lookup import find_metal
from explorer.data.places import place_name
from explorer.data.records import Measure, Metal
from explorer.data.store import Store
from explorer.data.words import measure_kind, measure_name, state_word
from explorer.language import gettext, gettext_noop, paragraph

_HEADER = (
    gettext_noop("Measure"),
    gettext_noop("Kind"),
    gettext_noop("Destination"),
    gettext_noop("Status"),
    gettext_noop("Effective"),
)
_LONGEST_SUMMARY = 110


def add_arguments(parser: ArgumentParser) -> None:
    """Add the metal and the context."""
    add_metal(parser)
    add_context(parser)


def run(args: Namespace) -> int:
    """Print the status of a metal as text or JSON."""
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
        "measures": [_measure_dict(m) for m in status.measures],
        "general": [_measure_dict(m) for m in status.general],
        "purchasing_rules": [_measure_dict(m) for m in purchasing_rules(store, status)],
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


def _measure_dict(status: MeasureStatus) -> dict[str, Any]:
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


def sentence(store: Store, metal: Metal, context: Context) -> str:
    """Return the status in sentences that begin with the metal and the context."""
    subject = gettext("{metal}, exports from {origin} to {destination} as of {date}.")
    fields = context_fields(store, context)
    head = Controls.of(store).headline(metal.metal_id, context)
    return paragraph([subject.format(metal=title(metal), **fields), head.sentence])


def status_text(store: Store, metal: Metal, context: Context, status: Status) -> str:
    """Return the status as text: the sentences, the limit of the checks, the measures."""
    parts = [sentence(store, metal, context)]
    detail = Controls.of(store).headline(metal.metal_id, context).detail
    parts += [line for line in (detail, beyond(store, context.as_of)) if line]
    measures = (*status.measures, *military_measures(store, status))
    if measures:
        parts += ["", measures_table(store, measures, status.context.as_of)]
    purchasing = purchasing_text(store, status)
    if purchasing:
        parts += ["", purchasing]
    current_forms = [f for f in forms(store, status) if f.found.state != ENDED]
    if current_forms:
        parts += [
            "",
            gettext("Compounds and forms listed elsewhere (do not affect the metal's status):"),
            _forms_table(current_forms),
        ]
    current = tuple(m for m in status.general if m.state != ENDED)
    if current:
        parts += [
            "",
            gettext("General rules and company lists that also apply:"),
            _general_table(store, current, status.context.as_of),
        ]
    return "\n".join(parts)


def purchasing_text(store: Store, status: Status) -> str:
    """Return the purchasing rules on the metal under their heading, empty where there are none."""
    rules = purchasing_rules(store, status)
    if not rules:
        return ""
    heading = gettext("Purchasing rules (do not affect the status):")
    return f"{heading}\n{measures_table(store, rules, status.context.as_of)}"


def _forms_table(special: list[Form]) -> str:
    return table(
        (gettext("Item"), gettext("Measure"), gettext("Status"), gettext("Wording (shortened)")),
        [
            (
                f.item.printed_number,
                measure_name(f.found.measure),
                state_word(f.found),
                f.item.description,
            )
            for f in special
        ],
    )


def measures_table(store: Store, measures: tuple[MeasureStatus, ...], on: date) -> str:
    """Return measures with their states and their scope on the metal as a table."""
    return table(
        (*map(gettext, _HEADER), gettext("Scope")), [(*_cells(store, m, on), m.scope or "") for m in measures]
    )


def _general_table(store: Store, measures: tuple[MeasureStatus, ...], on: date) -> str:
    """Return measures that name no metal, with their summaries, as a table."""
    rows = [
        (*_cells(store, m, on), shorten(m.measure.summary, _LONGEST_SUMMARY, placeholder=" …"))
        for m in measures
    ]
    return table((*map(gettext, _HEADER), gettext("Summary")), rows)


def _cells(store: Store, status: MeasureStatus, on: date) -> tuple[str, ...]:
    measure = status.measure
    return (
        measure_name(measure),
        measure_kind(measure),
        place_name(store, measure.destination),
        state_word(status),
        start_words(measure, on),
    )


COMMAND = Command(
    "status",
    gettext_noop("Show the measures that apply to exports of a metal to a destination as of a date."),
    add_arguments,
    run,
)
