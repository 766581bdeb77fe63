"""Open the window, or pass the view request to the open window; a sentence explains why neither is possible."""

import gc
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.commands.support.command import Command
from explorer.errors import DataFileError, KnownError
from explorer.language import gettext, gettext_noop, list_of, paragraph

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from explorer.models.view_request import ViewRequest
    from explorer.process.launch import Launch

ATTEMPT_SECONDS = 0.25
TABS = ("overview", "uses", "controls", "supply", "prices", "trade", "sources")
SCHEME = "minor-metals:"


def add_arguments(parser: "ArgumentParser") -> None:
    """Add what the window shows first."""
    from explorer.commands.support.options import add_context

    window = parser.add_argument_group(gettext("window"))
    window.add_argument(
        "--metal",
        dest="shown_metal",
        metavar="METAL",
        help=gettext("show this metal: ID, symbol, English or Chinese name"),
    )
    add_context(window, None)
    window.add_argument("--tab", choices=TABS, help=gettext("show this tab"))
    link = gettext("open a link such as {link}; the option name can be omitted")
    window.add_argument("--link", help=link.format(link=f"{SCHEME}gallium?tab=controls"))
    window.add_argument(
        "--new-window", action="store_true", help=gettext("open another window even if one is already open")
    )


def run(args: "Namespace | None" = None) -> int:
    """Open the window with the view that the arguments request, unless an open window takes the request."""
    from explorer.models.view_request import ViewRequest
    from explorer.process.display import find_display
    from explorer.process.launch import Launch
    from explorer.process.qt_loading import load_qt

    launch = Launch(ViewRequest())
    if args is not None:
        launch = Launch(_view(args), args.link or "", Path(args.data) if args.data is not None else None)
    display = find_display()
    if display.problem:
        raise KnownError(
            paragraph([gettext("The window cannot open here."), display.problem, _alternatives()])
        )
    with _without_collection():
        if (args is None or not args.new_window) and _is_forwarded(launch):
            return 0
        load_qt()
        from explorer.app import run as run_window

        return run_window(launch, partial(_report, launch.data))


def _alternatives() -> str:
    """Return the sentence that names the commands that need no display."""
    from explorer.commands.support.registry import without_display

    return gettext("These commands need no display: {commands}.").format(commands=list_of(without_display()))


def _is_forwarded(launch: "Launch") -> bool:
    """Return whether the first instance took the request; otherwise become the first instance where possible.

    It waits for a first instance that does not take requests yet, for no longer than the time-out.
    """
    from explorer.process import single_instance

    address = single_instance.instance_address(launch.data, os.environ)
    if address is None:
        return False
    from explorer.models.view_request import write
    from explorer.process.qt_loading import load_qt

    token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
    request = single_instance.Request(launch.link or write(launch.view), token)
    deadline = time.monotonic() + single_instance.TIMEOUT
    while (left := deadline - time.monotonic()) > 0:
        if single_instance.forward_request(address, request, min(left, ATTEMPT_SECONDS)):
            return True
        load_qt()
        from explorer.process.instance_lock import InstanceLock

        lock = InstanceLock(address)
        if lock.acquire():
            launch.lock = lock
            return False
        if not lock.is_held_by_another():
            return False
    return False


@contextmanager
def _without_collection() -> Iterator[None]:
    """Collect no objects while the window opens, since all are in use; `explorer.app` collects again afterwards."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _report(data: Path | None) -> str:
    """Return the diagnostic report on this launch."""
    from explorer.commands.doctor import as_text, whole_report

    return as_text(whole_report(data))


def _view(args: "Namespace") -> "ViewRequest":
    """Return the view that the options request; the window reports a data file that can't be used."""
    from explorer.data.dates import means_today, read_day
    from explorer.models.view_request import ViewRequest

    today = args.on is not None and means_today(args.on)
    day = read_day(args.on) if args.on is not None and not today else None
    request = ViewRequest(tab=args.tab or "", day=day, today=today)
    if args.shown_metal is None and args.to is None and args.origin is None:
        return request
    from explorer.commands.support.context import open_edition
    from explorer.data.finding.lookup import find_destination, find_metal, find_origin

    try:
        store = open_edition(args)
    except DataFileError:
        return request
    with store:
        return ViewRequest(
            find_metal(store, args.shown_metal).metal_id if args.shown_metal is not None else "",
            request.tab,
            request.day,
            request.today,
            origin=find_origin(store, args.origin) if args.origin is not None else "",
            destination=find_destination(store, args.to) if args.to is not None else "",
        )


COMMAND = Command("window", gettext_noop("Open the window."), add_arguments, run, needs_display=True)
