"""`minor-metals status`: which measures bind a metal on a day towards a destination."""

from argparse import Namespace
from textwrap import shorten
from typing import Any

from explorer.commands.context import Context, open_store, read_context, title
from explorer.commands.output import print_json, table
from explorer.data.beside import Form, forms, military_measures, purchasing_rules
from explorer.data.dates import show
from explorer.data.headline import headline
from explorer.data.lookup import find_metal
from explorer.data.places import place_name
from explorer.data.records import Metal
from explorer.data.status import ENDED, MeasureStatus, Status
from explorer.data.store import Store
from explorer.data.stricter import stricter
from explorer.data.words import KIND_WORDS, measure_name, state_word

_HEADER = ("Measure", "Kind", "Destination", "State", "Effective")
_LONGEST_SUMMARY = 110


def run(args: Namespace) -> int:
    """Print the status of a metal in words or as JSON."""
    with open_store(args) as store:
        context = read_context(args, store)
        metal = find_metal(store, args.metal)
        status = context.status(store, metal.metal_id)
        if args.json:
            print_json(status_dict(store, status))
        else:
            print(status_text(store, metal, context, status))
    return 0


def status_dict(store: Store, status: Status) -> dict[str, Any]:
    """Return a status as plain values."""
    return {
        "metal": status.metal_id,
        "on": status.on.isoformat(),
        "to": status.to,
        "from": status.origin,
        "status": status.status,
        "announced": status.announced,
        "suspended": status.suspended,
        "presumed": status.presumed,
        "beyond_verified": status.beyond_verified,
        "stricter": [{"destination": x.destination, "status": x.status} for x in stricter(store, status)],
        "measures": [_measure_dict(m) for m in status.measures],
        "general": [_measure_dict(m) for m in status.general],
        "purchasing_rules": [_measure_dict(m) for m in purchasing_rules(store, status)],
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
    """Return the status as a sentence with its subject."""
    said = headline(store, status).sentence
    lower = said if said[:2].isupper() else said[0].lower() + said[1:]
    return f"{title(metal)}, {context.words(store)}: {lower}"


def status_text(store: Store, metal: Metal, context: Context, status: Status) -> str:
    """Return the status as a reader wants it: the sentence, its flags, the measures behind it."""
    parts = [sentence(store, metal, context, status)]
    detail = headline(store, status).detail
    parts += [line for line in (detail, context.beyond(store)) if line]
    measures = (*status.measures, *military_measures(store, status))
    if measures:
        parts += ["", measures_table(store, measures)]
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
            _general_table(store, living),
        ]
    return "\n".join(parts)


def purchasing_text(store: Store, status: Status) -> str:
    """Return the purchasing rules on the metal under their heading, empty without any."""
    rules = purchasing_rules(store, status)
    return f"Purchasing rules (do not affect the status):\n{measures_table(store, rules)}" if rules else ""


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


def measures_table(store: Store, measures: tuple[MeasureStatus, ...]) -> str:
    """Return measures with their states and their scope on the metal as a table."""
    return table((*_HEADER, "Scope"), [(*_cells(store, m), m.scope or "") for m in measures])


def _general_table(store: Store, measures: tuple[MeasureStatus, ...]) -> str:
    """Return measures that name no metal, with what they do."""
    rows = [
        (*_cells(store, m), shorten(m.measure.summary, _LONGEST_SUMMARY, placeholder=" …")) for m in measures
    ]
    return table((*_HEADER, "What it does"), rows)


def _cells(store: Store, found: MeasureStatus) -> tuple[str, ...]:
    measure = found.measure
    return (
        measure_name(measure),
        KIND_WORDS[measure.kind],
        place_name(store, measure.destination),
        state_word(found),
        show(measure.effective) or "unknown",
    )
