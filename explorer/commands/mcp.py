"""`minor-metals mcp`: the tools of the program for other programs, on standard input and output."""

import os
import sys
import traceback
from argparse import ArgumentParser, Namespace
from functools import partial

from explorer import __version__
from explorer.commands.support.command import Command
from explorer.commands.support.context import open_store
from explorer.commands.support.output import print_json
from explorer.commands.support.terminal import warn
from explorer.data.store import Store
from explorer.language import gettext, gettext_noop

INPUT, OUTPUT, ERRORS = 0, 1, 2


def add_arguments(_parser: ArgumentParser) -> None:
    """Add no arguments."""


def run(args: Namespace) -> int:
    """Answer the messages of one program until it closes standard input; with --json, print the tools."""
    from explorer.commands.support.mcp_tools import tools
    from explorer.protocol.server import Server
    from explorer.protocol.tools import About

    with open_store(args) as store:
        offered = tools(store, args.data)
        if args.json:
            print_json([tool.as_dict() for tool in offered])
            return 0
        if sys.stdin is not None and sys.stdin.isatty():
            warn(
                gettext("Waiting for messages from another program on standard input. Press Ctrl+C to stop.")
            )
        about = About("minor-metals", "Minor Metals Explorer", __version__, _instructions(store))
        output = _protocol_output()
        server = Server(about, offered, partial(_write, output), _report)
        server.serve(partial(os.read, INPUT))
    return 0


def _instructions(store: Store) -> str:
    """Return what a program should know before it asks."""
    return gettext(
        "Offline reference on critical and minor metals, edition {version}: export controls by day, origin and "
        "destination, figures, and lists of named parties. Controls were checked to {day}; later days are marked. "
        "State the date, origin and destination, pass on what is presumed or not covered, and cite the sources. "
        "Nothing here is legal advice."
    ).format(version=store.edition.data_version, day=store.edition.verified_to)


def _protocol_output() -> int:
    """Return a descriptor for messages, and let all that is printed otherwise go to standard error."""
    output = os.dup(OUTPUT)
    os.dup2(ERRORS, OUTPUT)
    return output


def _write(output: int, line: bytes) -> None:
    """Write a whole line."""
    rest = memoryview(line)
    while rest:
        rest = rest[os.write(output, rest) :]


def _report(error: BaseException) -> None:
    """Report a fault of the program in the log."""
    sys.stderr.write("".join(traceback.format_exception(error)))


COMMAND = Command(
    "mcp",
    gettext_noop("Offer the program's answers to other programs (Model Context Protocol)."),
    add_arguments,
    run,
)
