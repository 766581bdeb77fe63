"""`minor-metals list`: the metals with their status."""

from argparse import ArgumentParser, Namespace
from typing import Any

from explorer.commands.support.command import Command
from explorer.commands.support.context import context_fields, open_store, read_context
from explorer.commands.support.options import add_context
from explorer.commands.support.output import print_json, table
from explorer.commands.support.terminal import warn
from explorer.data.context import Context
from explorer.data.controls.headline import beyond
from explorer.data.controls.pill import in_force_words
from explorer.data.controls.service import Controls
from explorer.data.controls.special_forms import special_forms
from explorer.data.controls.status import Status, strictness
from explorer.data.dates import show
from explorer.data.records import KIND_RANK, Metal
from explorer.data.store import Store
from explorer.data.words import kind_word
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
    """Add the status and the context."""
    parser.add_argument("--status", choices=tuple(KIND_RANK), help=gettext("only metals with this status"))
    add_context(parser)


def run(args: Namespace) -> int:
    """Print the metals with their status, metals first, then materials that only official lists name."""
    with open_store(args) as store:
        context = read_context(args, store)
        controls = Controls.of(store)
        rows = [(m, controls.status(m.metal_id, context)) for m in store.metals.values()]
        if args.status is not None:
            rows = [(m, s) for m, s in rows if s.status == args.status]
        rows.sort(key=lambda pair: pair[0].profile == "brief")
        if args.json:
            print_json([_as_dict(store, m, s) for m, s in rows])
        elif rows:
            print(_text(store, context, rows))
    if not rows:
        text = gettext("No metal has the status “{status}” on {date}.")
        warn(text.format(status=kind_word(args.status), date=show(context.as_of)))
        return 1
    return 0


def _text(store: Store, context: Context, rows: list[tuple[Metal, Status]]) -> str:
    status = gettext("Status of exports from {origin} to {destination} as of {date}:")
    groups = [
        (status.format(**context_fields(store, context)), [p for p in rows if p[0].profile != "brief"]),
        (
            gettext("Other listed materials (named only in lists or trade figures):"),
            [p for p in rows if p[0].profile == "brief"],
        ),
    ]
    header = tuple(map(gettext, _HEADER))
    parts = [
        f"{heading}\n\n{table(header, [_row(store, m, s) for m, s in group])}"
        for heading, group in groups
        if group
    ]
    if beyond(store, context.as_of):
        parts.append(beyond(store, context.as_of))
    return "\n\n".join(parts)


def _row(store: Store, metal: Metal, status: Status) -> tuple[str, ...]:
    word = in_force_words(store, status)
    return (metal.metal_id, metal.symbol or "", metal.name_en, metal.name_zh, word, _flags(store, status))


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
        "beyond_verified": status.beyond_verified,
        "outranked_by": above[0].measure.measure_id if above else None,
        "special_forms": len(special_forms(store, status)),
        "pill": Controls.of(store).pill(status.metal_id, status.context)[0],
    }


COMMAND = Command("list", gettext_noop("List the metals with their status as of a date."), add_arguments, run)
