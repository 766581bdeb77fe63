"""No command: the window opens, or one sentence says why it can't."""

from argparse import Namespace

from explorer.commands.context import day, open_store
from explorer.commands.display import HEADLESS, find_display
from explorer.data.dates import within_reach
from explorer.data.lookup import find_destination, find_jurisdiction, find_metal
from explorer.errors import DataFileError, KnownError


def run(args: Namespace) -> int:
    """Open the window with what the options ask for."""
    _resolve(args)
    display = find_display()
    if display.problem:
        raise KnownError(
            f"No window can open here, for {display.problem}; these commands need none: {HEADLESS}."
        )
    from explorer.app import run as run_window

    return run_window(args)


def _resolve(args: Namespace) -> None:
    """Turn what was typed into a day and ids; a data file that can't be used is for the window to show."""
    args.on = within_reach(day(args)) if args.on is not None else None
    if args.metal is None and args.to is None and args.origin is None:
        return
    try:
        store = open_store(args)
    except DataFileError:
        return
    with store:
        args.metal = find_metal(store, args.metal).metal_id if args.metal is not None else None
        args.to = find_destination(store, args.to) if args.to is not None else None
        args.origin = find_jurisdiction(store, args.origin) if args.origin is not None else None
