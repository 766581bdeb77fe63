"""`minor-metals changes`: the metals and measures whose status changed between two days, and by which document."""

from argparse import ArgumentParser, Namespace

from explorer.commands.support import change_text
from explorer.commands.support.command import Command
from explorer.commands.support.context import open_store, read_context
from explorer.commands.support.options import add_places
from explorer.commands.support.output import print_csv, print_json
from explorer.commands.support.terminal import warn
from explorer.data.controls import change_record
from explorer.data.controls.changes import changes, check_days
from explorer.data.dates import read_day
from explorer.errors import KnownError
from explorer.language import gettext, gettext_noop


def add_arguments(parser: ArgumentParser) -> None:
    """Add the two days, the places and the format."""
    parser.add_argument(
        "--since",
        metavar="DAY",
        required=True,
        help=gettext("first day, such as 2026-10-08 or -4w; changes after it are listed"),
    )
    parser.add_argument("--until", metavar="DAY", default="today", help=gettext("last day (default: today)"))
    add_places(parser)
    parser.add_argument("--csv", action="store_true", help=gettext("print CSV only"))


def run(args: Namespace) -> int:
    """Print what changed as text, JSON or CSV; return 1 where nothing changed."""
    if args.json and args.csv:
        raise KnownError(gettext("--json and --csv cannot be combined."))
    if getattr(args, "on", None) is not None:
        raise KnownError(gettext("--on does not apply to `changes`; use --since and --until."))
    since = read_day(args.since)
    args.on = args.until
    with open_store(args) as store:
        context = read_context(args, store)
        check_days(since, context.as_of)
        found = changes(store, since, context)
        if args.json:
            print_json(change_record.as_dict(store, found))
        elif args.csv:
            print_csv(change_record.HEADER, change_record.rows(store, found))
        elif not found.is_empty:
            print(change_text.as_text(store, found))
        if found.is_empty:
            warn(change_text.summary(store, found))
            return 1
    return 0


COMMAND = Command(
    "changes",
    gettext_noop("List the metals and measures whose status changed between two days, and why."),
    add_arguments,
    run,
)
