"""Adds a series from a file to the user's own data, or replaces the points of one by those of a later download."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from explorer.commands.support import own_text
from explorer.commands.support.context import open_store
from explorer.commands.support.output import plain, print_json
from explorer.commands.support.terminal import warn
from explorer.data.finding.lookup import find_metal
from explorer.data.reading.read import read_file
from explorer.data.reading.records import COMMA, DAY_FIRST, MONTH_FIRST, POINT, Candidate, Choices, Undecided
from explorer.data.reading.units import find_unit
from explorer.data.spelling import normalised
from explorer.data.user.records import SeriesFacts, UserSeries
from explorer.data.user.series import add_series, replace_points
from explorer.data.user.user_file import UserFile
from explorer.errors import KnownError, quoted
from explorer.language import gettext, gettext_noop, ngettext, paragraph

MOST_SHOWN = 20
_CHOICES = {
    "dates": gettext_noop("Add --dates dmy or --dates mdy."),
    "decimal": gettext_noop("Add --decimal point or --decimal comma."),
}


def add_arguments(parser: ArgumentParser) -> None:
    """Add the file, what the user states of the series, and how the file is to be read."""
    parser.add_argument("file", metavar="FILE", help=gettext("CSV or XLSX file with dates and prices"))
    aim = parser.add_mutually_exclusive_group(required=True)
    aim.add_argument("--metal", help=gettext("metal of the series: ID, symbol, English or Chinese name"))
    aim.add_argument("--update", metavar="ID", help=gettext("ID of the series whose prices to replace"))
    parser.add_argument("--name", help=gettext("name of the series (default: as in the file)"))
    parser.add_argument(
        "--unit", help=gettext("unit of the prices, such as USD/kg (default: as in the file)")
    )
    parser.add_argument("--currency", help=gettext("three-letter currency code, if not in the unit"))
    parser.add_argument("--series", metavar="NAME", help=gettext("series to add, if the file has several"))
    parser.add_argument("--sheet", metavar="NAME", help=gettext("sheet of the workbook (default: the first)"))
    parser.add_argument(
        "--dates",
        choices=(DAY_FIRST, MONTH_FIRST),
        help=gettext("order of numeric dates (default: detected)"),
    )
    parser.add_argument("--decimal", choices=(POINT, COMMA), help=gettext("decimal sign (default: detected)"))
    parser.add_argument(
        "--skip-bad-lines",
        action="store_true",
        help=gettext("skip lines that cannot be read"),
    )


def run(args: Namespace) -> int:
    """Add or update a series and print it with what was left out."""
    path = Path(args.file)
    found = _chosen(_candidates(path, args), args.series, path)
    if found.bad_lines and not args.skip_bad_lines:
        raise KnownError(_refusal(found))
    _report(found)
    saved = _updated(args, found, path) if args.update is not None else _added(args, found, path)
    if args.json:
        print_json(own_text.added_dict(saved, found))
    else:
        print(own_text.added_text(saved, found, is_update=args.update is not None))
    return 0


def _candidates(path: Path, args: Namespace) -> list[Candidate]:
    try:
        return read_file(path, Choices(args.dates, args.decimal, args.sheet))
    except Undecided as error:
        raise KnownError(paragraph((str(error), gettext(_CHOICES[error.what])))) from error


def _chosen(candidates: Sequence[Candidate], name: str | None, path: Path) -> Candidate:
    """Return the series of a name, or the only one; raise KnownError with the names otherwise."""
    found = [c for c in candidates if name is None or normalised(c.name) == normalised(name)]
    if len(found) == 1:
        return found[0]
    names = [quoted(c.name) for c in candidates]
    listed = ", ".join(names[:MOST_SHOWN] + (["…"] if len(names) > MOST_SHOWN else []))
    if name is not None:
        text = gettext("{file} has no series {name}, or more than one. Its series: {names}.")
        raise KnownError(text.format(file=path.name, name=quoted(name), names=listed))
    text = gettext("{file} has {count} series: {names}. Choose one with --series.")
    raise KnownError(text.format(file=path.name, count=len(names), names=listed))


def _refusal(found: Candidate) -> str:
    """Return the sentence on the lines that can't be read, which are printed before it."""
    _report(found)
    text = ngettext(
        "{count} line cannot be read, so nothing was saved. Correct it, or add --skip-bad-lines.",
        "{count} lines cannot be read, so nothing was saved. Correct them, or add --skip-bad-lines.",
        len(found.bad_lines),
    )
    return text.format(count=len(found.bad_lines))


def _report(found: Candidate) -> None:
    """Print the lines that can't be read, and how the series was read."""
    for bad in found.bad_lines[:MOST_SHOWN]:
        warn(gettext("Line {number}: {reason}").format(number=bad.line, reason=plain(bad.reason)))
    more = len(found.bad_lines) - MOST_SHOWN
    if more > 0:
        text = ngettext("{count} more line cannot be read.", "{count} more lines cannot be read.", more)
        warn(text.format(count=more))
    for note in found.notes:
        warn(plain(note))


def _added(args: Namespace, found: Candidate, path: Path) -> UserSeries:
    with open_store(args) as store:
        metal = find_metal(store, args.metal)
    unit = args.unit if args.unit is not None else found.unit
    if not unit:
        raise KnownError(gettext("The file does not name the unit. Add it, such as --unit USD/kg."))
    currency = args.currency or find_unit(unit)[1] or found.currency
    if not currency:
        raise KnownError(gettext("The unit does not name the currency. Add it, such as --currency USD."))
    name = args.name if args.name is not None else found.name
    facts = SeriesFacts(metal.metal_id, name, unit, currency, found.frequency, path.name)
    return add_series(UserFile(report=warn), facts, found.points)


def _updated(args: Namespace, found: Candidate, path: Path) -> UserSeries:
    """Replace the prices of a series, which keeps its name and unit."""
    if args.name is not None or args.unit is not None or args.currency is not None:
        raise KnownError(
            gettext("--update keeps name, unit and currency. Remove --name, --unit and --currency.")
        )
    return replace_points(UserFile(report=warn), args.update, found.points, found.frequency, path.name)
