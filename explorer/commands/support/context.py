"""The day, destination and jurisdiction that a command asks for, and the status under them."""

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.data.context import Context
from explorer.data.controls.status import SUSPENDED, state_on
from explorer.data.dates import read_day, show
from explorer.data.finding.lookup import find_destination, find_jurisdiction
from explorer.data.places import not_an_export, place_name
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.errors import KnownError

if TYPE_CHECKING:
    from explorer.data.controls.codes import Match, RelatedMeasure


def context_words(store: Store, context: Context) -> str:
    """Return `from China to the United States on 10 Dec 2024`."""
    origin, destination = place_name(store, context.origin), place_name(store, context.destination)
    return f"from {origin} to {destination} on {show(context.as_of)}"


def day(args: Namespace) -> date:
    """Return the day that was asked for, today by default."""
    text = getattr(args, "on", None)
    return read_day(text) if text is not None else date.today()


def open_store(args: Namespace) -> Store:
    """Open the data file, the one that `--data` names or the program's own."""
    return Store.open(Path(args.data) if args.data is not None else None)


def read_context(args: Namespace, store: Store) -> Context:
    """Return the context of a command; what cannot be read or is not an export raises KnownError."""
    to = getattr(args, "to", None)
    origin = getattr(args, "origin", None)
    context = Context(
        day(args),
        "CHN" if origin is None else find_jurisdiction(store, origin),
        "ALL" if to is None else find_destination(store, to),
    )
    refusal = not_an_export(store, context.origin, context.destination)
    if refusal:
        raise KnownError(refusal)
    return context


def title(metal: Metal) -> str:
    """Return both names of a metal."""
    return f"{metal.name_en} {metal.name_zh}"


def paused_until(found: "Match | RelatedMeasure", context: Context) -> str | None:
    """Return the last day, as the facts have it, of a suspension; None where there is none."""
    state = state_on(found.measure, context.as_of) if found.state == SUSPENDED else None
    return state.until if state is not None else None
