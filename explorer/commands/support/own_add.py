"""Adds a series from a file to the user's own data, or replaces the points of one by those of a later download."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from explorer.commands.support import own_text
from explorer.commands.support.context import open_edition
from explorer.commands.support.output import print_json
from explorer.commands.support.own_reading import add_reading_arguments, facts_of, read_series
from explorer.commands.support.terminal import warn
from explorer.data.finding.lookup import find_metal
from explorer.data.reading.records import Candidate
from explorer.data.user.records import UserSeries
from explorer.data.user.series import add_series, replace_points
from explorer.data.user.user_file import UserFile
from explorer.errors import KnownError
from explorer.language import gettext


def add_arguments(parser: ArgumentParser) -> None:
    """Add the file, what the user states of the series, and how the file is to be read."""
    parser.add_argument("file", metavar="FILE", help=gettext("CSV or XLSX file with dates and prices"))
    aim = parser.add_mutually_exclusive_group(required=True)
    aim.add_argument("--metal", help=gettext("metal of the series: ID, symbol, English or Chinese name"))
    aim.add_argument("--update", metavar="ID", help=gettext("ID of the series whose prices to replace"))
    add_reading_arguments(parser, "--series")


def run(args: Namespace) -> int:
    """Add or update a series and print it with what was left out."""
    path = Path(args.file)
    found = read_series(path, args)
    saved = _updated(args, found, path) if args.update is not None else _added(args, found, path)
    if args.json:
        print_json(own_text.added_dict(saved, found))
    else:
        print(own_text.added_text(saved, found, is_update=args.update is not None))
    return 0


def _added(args: Namespace, found: Candidate, path: Path) -> UserSeries:
    with open_edition(args) as store:
        metal = find_metal(store, args.metal)
    facts = facts_of(args, metal.metal_id, found, path)
    return add_series(UserFile(report=warn), facts, found.points)


def _updated(args: Namespace, found: Candidate, path: Path) -> UserSeries:
    """Replace the prices of a series, which keeps its name and unit."""
    if args.name is not None or args.unit is not None or args.currency is not None:
        raise KnownError(
            gettext("--update keeps name, unit and currency. Remove --name, --unit and --currency.")
        )
    return replace_points(UserFile(report=warn), args.update, found.points, found.frequency, path.name)
