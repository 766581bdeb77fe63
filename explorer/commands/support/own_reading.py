"""Reads a price series of the user from a file, with what the user states of it."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from explorer.commands.support.output import plain
from explorer.commands.support.terminal import warn
from explorer.data.reading.line_list import names_in_sentence
from explorer.data.reading.read import read_file
from explorer.data.reading.records import COMMA, DAY_FIRST, MONTH_FIRST, POINT, Candidate, Choices, Undecided
from explorer.data.reading.units import find_unit
from explorer.data.spelling import normalised
from explorer.data.user.records import SeriesFacts
from explorer.errors import KnownError, quoted
from explorer.language import gettext, gettext_noop, ngettext, paragraph

MOST_SHOWN = 20
_CHOICES = {
    "dates": gettext_noop("Add --dates dmy or --dates mdy."),
    "decimal": gettext_noop("Add --decimal point or --decimal comma."),
}
# The options that say how a file is read, by the names of their values.
OPTIONS = ("name", "unit", "currency", "column", "sheet", "dates", "decimal", "skip_bad_lines")


def add_reading_arguments(parser: Any, *more_names: str) -> None:
    """Add what the user states of the series, and how its file is to be read; `more_names` are others for --column."""
    parser.add_argument("--name", help=gettext("name of the series (default: as in the file)"))
    parser.add_argument(
        "--unit", help=gettext("unit of the prices, such as USD/kg (default: as in the file)")
    )
    parser.add_argument("--currency", help=gettext("three-letter currency code, if not in the unit"))
    parser.add_argument(
        "--column",
        *more_names,
        dest="column",
        metavar="NAME",
        help=gettext("column or series to read, if the file has several"),
    )
    parser.add_argument("--sheet", metavar="NAME", help=gettext("sheet of the workbook (default: the first)"))
    parser.add_argument(
        "--dates",
        choices=(DAY_FIRST, MONTH_FIRST),
        help=gettext("order of numeric dates (default: detected)"),
    )
    parser.add_argument("--decimal", choices=(POINT, COMMA), help=gettext("decimal sign (default: detected)"))
    parser.add_argument(
        "--skip-bad-lines", action="store_true", help=gettext("skip lines that cannot be read")
    )


def read_series(path: Path, args: Namespace) -> Candidate:
    """Return the series of a file; raise KnownError where it has several, or lines that can't be read."""
    found = _chosen(_candidates(path, args), args.column, path)
    _report(found)
    if found.bad_lines and not args.skip_bad_lines:
        raise KnownError(_refusal(found))
    return found


def facts_of(args: Namespace, metal_id: str, found: Candidate, path: Path) -> SeriesFacts:
    """Return what is known of a series that was read; raise KnownError where unit or currency are missing."""
    unit = args.unit if args.unit is not None else found.unit
    if not unit:
        raise KnownError(gettext("The file does not name the unit. Add it, such as --unit USD/kg."))
    currency = args.currency or find_unit(unit)[1] or found.currency
    if not currency:
        raise KnownError(gettext("The unit does not name the currency. Add it, such as --currency USD."))
    name = args.name if args.name is not None else found.name
    return SeriesFacts(metal_id, name, unit, currency, found.frequency, path.name)


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
    listed = names_in_sentence([c.name for c in candidates])
    if name is not None:
        text = gettext("{file} has no series {name}, or more than one. Its series: {names}.")
        raise KnownError(text.format(file=path.name, name=quoted(name), names=listed))
    text = gettext("{file} has {count} series: {names}. Choose one with --column.")
    raise KnownError(text.format(file=path.name, count=len(candidates), names=listed))


def _refusal(found: Candidate) -> str:
    """Return the sentence on the lines that can't be read, which are printed before it."""
    text = ngettext(
        "{count} line cannot be read, so the series was not used. Correct it, or add --skip-bad-lines.",
        "{count} lines cannot be read, so the series was not used. Correct them, or add --skip-bad-lines.",
        len(found.bad_lines),
    )
    return text.format(count=len(found.bad_lines))


def _report(found: Candidate) -> None:
    """Print the lines that can't be read, and how the series was read."""
    report_bad_lines([(bad.line, bad.reason) for bad in found.bad_lines])
    for note in found.notes:
        warn(plain(note))


def report_bad_lines(bad_lines: Sequence[tuple[int, str]]) -> None:
    """Print the numbers of the lines that can't be read with the reasons, at most a few."""
    for line, reason in bad_lines[:MOST_SHOWN]:
        warn(gettext("Line {number}: {reason}").format(number=line, reason=plain(reason)))
    more = len(bad_lines) - MOST_SHOWN
    if more > 0:
        text = ngettext("{count} more line cannot be read.", "{count} more lines cannot be read.", more)
        warn(text.format(count=more))
