"""No command: the window opens, or the one that is open comes forward, or one sentence says why none can."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from explorer import paths
from explorer.errors import DataFileError, KnownError
from explorer.process import single_instance
from explorer.process.display import HEADLESS, find_display

if TYPE_CHECKING:
    from argparse import Namespace

    from explorer.models.view_request import ViewRequest


def run(args: "Namespace | None" = None) -> int:
    """Open the window with what the arguments ask for, unless one is open already that shows it."""
    from explorer.models.view_request import ViewRequest, write

    start = single_instance.Start(ViewRequest())
    if args is not None:
        start = single_instance.Start(
            _resolve(args), args.link or "", Path(args.data) if args.data is not None else None
        )
    display = find_display()
    if display.problem:
        raise KnownError(
            f"No window can open here, for {display.problem}; these commands need none: {HEADLESS}."
        )
    if args is None or not args.new_window:
        start.place = single_instance.address(start.data, os.environ)
        met = single_instance.meet(
            start.place, single_instance.message(start.link or write(start.wish), os.environ)
        )
        if met is True:
            return 0
        start.door = met or None
    with _ended_by_interrupts():
        from explorer.app import run as run_window

        return run_window(start, partial(_report, start.data))


@contextmanager
def _ended_by_interrupts() -> Iterator[None]:
    """Let Ctrl+C end the process at once: an exception for it would be lost in the imports of Qt, or break them."""
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler or threading.current_thread() is not threading.main_thread():
        yield
        return
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _report(data: Path | None) -> str:
    """Return the diagnostic report on this start."""
    from explorer.commands.doctor import as_text, whole_report

    return as_text(whole_report(data or paths.data_file()))


def _resolve(args: "Namespace") -> "ViewRequest":
    """Return what the options ask for; a data file that can't be used is for the window to show."""
    from explorer.data.dates import means_today, read_day
    from explorer.models.view_request import ViewRequest

    today = args.on is not None and means_today(args.on)
    chosen = read_day(args.on) if args.on is not None and not today else None
    wish = ViewRequest(tab=args.tab or "", day=chosen, today=today)
    if args.shown_metal is None and args.to is None and args.origin is None:
        return wish
    from explorer.commands.support.context import open_store
    from explorer.data.finding.lookup import find_destination, find_metal, find_origin

    try:
        store = open_store(args)
    except DataFileError:
        return wish
    with store:
        return ViewRequest(
            find_metal(store, args.shown_metal).metal_id if args.shown_metal is not None else "",
            wish.tab,
            wish.day,
            wish.today,
            origin=find_origin(store, args.origin) if args.origin is not None else "",
            destination=find_destination(store, args.to) if args.to is not None else "",
        )
