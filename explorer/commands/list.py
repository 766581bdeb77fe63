"""`minor-metals list`: the metals with their status."""

from argparse import ArgumentParser, Namespace
from typing import Any

from msgspec.structs import replace

from explorer.commands.support import exposure, list_order
from explorer.commands.support.command import Command
from explorer.commands.support.context import context_fields, open_store, read_context
from explorer.commands.support.options import add_context
from explorer.commands.support.output import print_json, table
from explorer.commands.support.price_figures import since_control_dict
from explorer.commands.support.terminal import warn
from explorer.data.context import Context
from explorer.data.controls.headline import beyond
from explorer.data.controls.pill import in_force_words
from explorer.data.controls.service import Controls
from explorer.data.controls.special_forms import special_forms
from explorer.data.controls.status import Status, strictness
from explorer.data.dates import show
from explorer.data.metal_order import EXPOSURE, SORTS, ListedMetal
from explorer.data.records import KIND_RANK, Metal
from explorer.data.store import Store
from explorer.data.supply.exposure import NO_BUYER, Exposures, exposures
from explorer.data.supply.exposure_texts import gap_text
from explorer.data.supply.price_change import price_since_first_control
from explorer.data.words import kind_word
from explorer.errors import KnownError
from explorer.language import gettext, gettext_noop

_HEADER = (
    gettext_noop("ID"),
    gettext_noop("Symbol"),
    gettext_noop("English"),
    gettext_noop("Chinese"),
    gettext_noop("Status in force"),
    gettext_noop("Notes"),
)


def add_arguments(parser: ArgumentParser) -> None:
    """Add the status, the order and the context."""
    parser.add_argument("--status", choices=tuple(KIND_RANK), help=gettext("only metals with this status"))
    parser.add_argument(
        "--sort",
        choices=SORTS,
        default=SORTS[0],
        help=gettext(
            "sort order, unknown values last. share: origin's share of world output; reliance: US net import "
            "reliance; first_controlled: first licence or ban on file; price_since_control: price change from "
            "the last figure before the first licence or ban took effect to the latest by the as-of date; exposure: "
            "origin's share of the destination's imports of metals under a licence or ban"
        ),
    )
    add_context(parser)


def run(args: Namespace) -> int:
    """Print the metals with their status, metals first, then materials that only official lists name."""
    with open_store(args) as store:
        context = read_context(args, store)
        controls = Controls.of(store)
        rows = [(m, controls.status(m.metal_id, context)) for m in store.metals.values()]
        if args.status is not None:
            rows = [(m, s) for m, s in rows if s.status == args.status]
        if args.sort == EXPOSURE:
            found = _exposures(store, context, [m.metal_id for m, _ in rows])
            _print_exposure(args, store, found, {m.metal_id: (m, s) for m, s in rows})
        else:
            by_metal = {m.metal_id: s for m, s in rows}
            listed = list_order.in_order(store, (m for m, _ in rows), context, args.sort)
            pairs = [(m, by_metal[m.metal.metal_id]) for m in listed]
            if args.json:
                print_json([_as_dict(store, m.metal, s) | list_order.value(m, args.sort) for m, s in pairs])
            elif pairs:
                print(_text(store, context, pairs, args.sort))
    if not rows:
        text = gettext("No metal has the status “{status}” on {date}.")
        warn(text.format(status=kind_word(args.status), date=show(context.as_of)))
        return 1
    return 0


def _exposures(store: Store, context: Context, metal_ids: list[str]) -> Exposures:
    """Return the exposure of the destination to some metals; raise KnownError where there is no ranking."""
    found = exposures(store, context)
    if found.gap == NO_BUYER:
        text = gettext("Choose a destination with --to: the figures are by importing country.")
        raise KnownError(text)
    if found.gap:
        raise KnownError(gap_text(store, context, found.gap))
    return replace(found, rows=tuple(row for row in found.rows if row.metal_id in metal_ids))


def _print_exposure(
    args: Namespace, store: Store, found: Exposures, rows: dict[str, tuple[Metal, Status]]
) -> None:
    """Print the metals from the most exposed one on."""
    if args.json:
        note = exposure.context_note(store, found)
        print_json(
            [
                {
                    **_as_dict(store, *rows[row.metal_id]),
                    "exposure": exposure.exposure_dict(store, row, note),
                }
                for row in found.rows
            ]
        )
    elif found.rows:
        text = exposure.exposure_text(store, found)
        print("\n\n".join(part for part in (text, beyond(store, found.context.as_of)) if part))


def _text(store: Store, context: Context, rows: list[tuple[ListedMetal, Status]], sort: str) -> str:
    status = gettext("Status of exports from {origin} to {destination} as of {date}:")
    groups = [
        (status.format(**context_fields(store, context)), [p for p in rows if p[0].metal.profile != "brief"]),
        (
            gettext("Other listed materials (named only in lists or trade figures):"),
            [p for p in rows if p[0].metal.profile == "brief"],
        ),
    ]
    header = (*map(gettext, _HEADER[:-1]), *list_order.header(sort), gettext(_HEADER[-1]))
    parts = [
        f"{heading}\n\n{table(header, [_row(store, m, s, sort) for m, s in group])}"
        for heading, group in groups
        if group
    ]
    if beyond(store, context.as_of):
        parts.append(beyond(store, context.as_of))
    return "\n\n".join(parts)


def _row(store: Store, listed: ListedMetal, status: Status, sort: str) -> tuple[str, ...]:
    metal = listed.metal
    names = (metal.metal_id, metal.symbol or "", metal.name_en, metal.name_zh)
    word = in_force_words(store, status)
    return (*names, word, *list_order.cell(store, listed, status.context, sort), _flags(store, status))


def _flags(store: Store, status: Status) -> str:
    """Return the qualifications of a status: a stricter paused or announced measure, and whether it is presumed."""
    above = status.outranking
    words = []
    if above:
        words.append(Controls.of(store).pill(status.metal_id, status.context, with_end=True)[0])
    elif status.suspended:
        words.append(gettext("another measure paused"))
    if status.announced and not (above and above[0].state == "announced"):
        words.append(gettext("a measure announced"))
    if status.presumed and not any(m.presumed for m in above):
        words.append(gettext("presumed"))
    controls = Controls.of(store)
    marked = controls.pill_words(status.metal_id, status.context).your_entry
    if controls.rests_on_entry(status.metal_id, status.context) and not marked:
        words.append(gettext("your entry"))
    return "; ".join(words)


def _as_dict(store: Store, metal: Metal, status: Status) -> dict[str, Any]:
    above = status.outranking
    return {
        "metal": metal.metal_id,
        "symbol": metal.symbol,
        "name_en": metal.name_en,
        "name_zh": metal.name_zh,
        "kind": metal.kind,
        "profile": metal.profile,
        "status": status.status,
        "strictness": strictness(m.measure for m in status.leading),
        "announced": status.announced,
        "suspended": status.suspended,
        "presumed": status.presumed,
        "your_entry": Controls.of(store).rests_on_entry(metal.metal_id, status.context),
        "beyond_verified": status.beyond_verified,
        "outranked_by": above[0].measure.measure_id if above else None,
        "special_forms": len(special_forms(store, status)),
        "pill": Controls.of(store).pill(status.metal_id, status.context)[0],
        "price_since_control": since_control_dict(
            store, price_since_first_control(store, metal.metal_id, status.context), status.context
        ),
    }


COMMAND = Command("list", gettext_noop("List the metals with their status as of a date."), add_arguments, run)
