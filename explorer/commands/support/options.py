"""Arguments that several commands take, and the readers of numbers."""

import argparse
from datetime import date
from typing import Any

from explorer.data.dates import read_day
from explorer.data.supply.figures import PUBLISHER_ORDER, STAGE_ORDER
from explorer.errors import KnownError, quoted
from explorer.language import gettext


def add_metal(parser: argparse.ArgumentParser) -> None:
    """Add one metal."""
    parser.add_argument("metal", help=gettext("ID, symbol, English or Chinese name"))


def add_metals(parser: argparse.ArgumentParser, nargs: str) -> None:
    """Add several metals."""
    text = gettext("ID, symbol, English or Chinese name")
    parser.add_argument("metals", metavar="METAL", nargs=nargs, help=text)


def add_context(group: Any, default: Any = argparse.SUPPRESS) -> None:
    """Add as-of date, destination and origin; a value after the command replaces one before it."""
    add_day(group, default)
    add_places(group, default)


def add_day(group: Any, default: Any = argparse.SUPPRESS) -> None:
    """Add the as-of date."""
    group.add_argument(
        "--on",
        metavar="DATE",
        default=default,
        help=gettext("as-of date, such as 2024-12-10, 10 Dec 2024, yesterday, +30d or -2w (default: today)"),
    )


def add_places(group: Any, default: Any = argparse.SUPPRESS) -> None:
    """Add destination and origin; a value after the command replaces one before it."""
    group.add_argument(
        "--to",
        metavar="DEST",
        default=default,
        help=gettext(
            "destination: country code or name, ALL, USA-MIL or JPN-MIL (default: ALL; window: last used)"
        ),
    )
    add_origin(group, default)


def add_origin(group: Any, default: Any = argparse.SUPPRESS) -> None:
    """Add the origin."""
    group.add_argument(
        "--from",
        dest="origin",
        metavar="ORIGIN",
        default=default,
        help=gettext("origin of the exports: country code or name (default: CHN; window: last used)"),
    )


def add_buyer(group: Any) -> None:
    """Add the importing country."""
    group.add_argument(
        "--buyer",
        metavar="COUNTRY",
        help=gettext("importing country whose suppliers are shown (default: the destination)"),
    )


def add_timeline(group: Any) -> None:
    """Add how a timeline groups measures, and the kind that it shows."""
    from explorer.data.controls.timeline import ALL_KINDS, GROUPINGS, KINDS

    group.add_argument(
        "--by", choices=GROUPINGS, help=gettext("group the measures by document (default) or by metal")
    )
    group.add_argument(
        "--kind", choices=KINDS, default=ALL_KINDS, help=gettext("show measures of one kind (default: all)")
    )


def add_full_history(group: Any) -> None:
    """Add whether a timeline also has what ended before the days that it shows by default."""
    group.add_argument(
        "--full-history",
        action="store_true",
        help=gettext("show the full history, including what ended earlier"),
    )


def add_range(group: Any) -> None:
    """Add the first and the last day of what is shown."""
    group.add_argument("--since", metavar="DATE", type=day, help=gettext("first date shown"))
    group.add_argument("--until", metavar="DATE", type=day, help=gettext("last date shown"))


def day(text: str) -> date:
    """Return a day; raise argparse's error for anything else."""
    try:
        return read_day(text)
    except KnownError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def add_losses(group: Any) -> None:
    """Add the stage of a stress test and the least share that a metal must lose."""
    group.add_argument(
        "--threshold",
        metavar="PCT",
        type=percentage,
        help=gettext("only metals that lose at least this share of world output, in per cent"),
    )
    group.add_argument(
        "--stage",
        choices=STAGE_ORDER,
        help=gettext("stage of production (default: that of each metal's default table)"),
    )


def add_table(group: Any, *, stage: bool = True) -> None:
    """Add the table of a map: stage, form and publisher."""
    if stage:
        group.add_argument(
            "--stage",
            choices=STAGE_ORDER,
            help=gettext("stage of production (default: that of each metal's default table)"),
        )
    group.add_argument(
        "--form",
        metavar="TEXT",
        help=gettext(
            "form of the metal as on file, or customs code of the suppliers (default: that of the default "
            "table)"
        ),
    )
    group.add_argument(
        "--publisher",
        choices=PUBLISHER_ORDER,
        help=gettext("publisher of the output (default: that of the default table)"),
    )


def percentage(text: str) -> float:
    """Return a number from 0 to 100; raise argparse's error otherwise."""
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 100:
        raise argparse.ArgumentTypeError(
            gettext("{text} is not a number from 0 to 100").format(text=quoted(text))
        )
    return number


def add_output(parser: argparse.ArgumentParser, metavar: str, help_text: str) -> None:
    """Add the file or folder to write."""
    parser.add_argument("-o", "--output", metavar=metavar, help=help_text)


def whole_number(text: str) -> int:
    """Return a whole number; raise argparse's error otherwise."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            gettext("{text} is not a whole number").format(text=quoted(text))
        ) from None


def positive_number(text: str) -> int:
    """Return a whole number of at least 1; raise argparse's error otherwise."""
    number = whole_number(text)
    if number < 1:
        raise argparse.ArgumentTypeError(gettext("{number} is less than 1").format(number=text))
    return number
