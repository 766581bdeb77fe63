"""`minor-metals status`: the measures that apply to exports of a metal to a destination as of a date."""

from argparse import ArgumentParser, Namespace
from datetime import date
from textwrap import shorten

from explorer.commands.support.command import Command
from explorer.commands.support.context import context_fields, open_store, read_context, title
from explorer.commands.support.options import add_context, add_metal
from explorer.commands.support.output import print_json, table
from explorer.data.context import Context
from explorer.data.controls.headline import beyond
from explorer.data.controls.parties import military_measures, purchasing_rules
from explorer.data.controls.pauses import start_words
from explorer.data.controls.service import Controls
from explorer.data.controls.special_forms import Form, forms
from explorer.data.controls.status import ENDED, MeasureStatus, Status
from explorer.data.controls.status_record import status_dict
from explorer.data.finding.lookup import find_metal
from explorer.data.places import place_name
from explorer.data.records import Metal
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
