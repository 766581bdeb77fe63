"""`minor-metals today`: what matters on a day across all metals, as text, JSON or a calendar file."""

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from explorer.commands.support import overview_record, overview_text
from explorer.commands.support.command import Command
from explorer.commands.support.context import open_store, read_context
from explorer.commands.support.options import add_context
from explorer.commands.support.output import print_csv, print_json
from explorer.commands.support.terminal import one_line, warn
from explorer.data.overview import date_record, date_rows
from explorer.data.overview.overview import Overview, overview
from explorer.data.store import Store
from explorer.data.user.user_file import UserFile
from explorer.data.user.watchlist import watchlist
from explorer.errors import KnownError
from explorer.files import write_file
from explorer.language import gettext, gettext_noop


def add_arguments(parser: ArgumentParser) -> None:
    """Add the context and the calendar file."""
    add_context(parser)
    parser.add_argument(
        "--ics",
        metavar="FILE",
        help=gettext("write the dates ahead to a calendar file: for all origins, or for one with --from"),
    )
    parser.add_argument(
        "--csv",
        action="store_true",
        help=gettext("print CSV only: the dates, and the metals with each status"),
    )
    parser.add_argument("--force", action="store_true", help=gettext("replace an existing file"))


def run(args: Namespace) -> int:
    """Print what matters on the as-of date; with --from, only dates of that origin."""
    if args.csv and (args.json or args.ics is not None):
        raise KnownError(gettext("--csv cannot be combined with --json or --ics."))
    with open_store(args) as store:
        context = read_context(args, store)
        one_origin = getattr(args, "origin", None) is not None
        if args.csv:
            dates = date_record.near_dates(store, context, all_origins=not one_origin)
            print_csv(date_rows.HEADER, date_rows.rows(dates))
            return 0
        watched = [metal.metal_id for metal in watchlist(UserFile(report=warn))]
        found = overview(store, context, date.today(), watched)
        if one_origin:
            found = found.of_one_origin()
        if args.ics is not None:
            _write_calendar(store, found, Path(args.ics), force=args.force)
        if args.json:
            print_json(overview_record.as_dict(store, found))
        elif args.ics is not None:
            print(one_line(args.ics))
        else:
            print(overview_text.as_text(store, found))
    return 0


def _write_calendar(store: Store, found: Overview, path: Path, *, force: bool) -> None:
    from explorer.data.overview.calendar_entries import dates_as_calendar

    write_file(path, dates_as_calendar(store, found.ahead), force=force)


COMMAND = Command(
    "today",
    gettext_noop("Show what ends or begins and the dates ahead for all metals, as of a date."),
    add_arguments,
    run,
)
