"""The user's own series in exported charts: those that are saved, and one that is read from a file."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explorer.commands.support.own_reading import OPTIONS, add_reading_arguments, facts_of, read_series
from explorer.commands.support.terminal import warn
from explorer.errors import KnownError
from explorer.language import gettext

if TYPE_CHECKING:
    from explorer.charts.builders.own_lines import OwnSeries
    from explorer.charts.builders.registry import Kind


def add_own_arguments(group: Any) -> None:
    """Add the series that are saved, and a file with one that is not."""
    group.add_argument(
        "--own",
        action="store_true",
        help=gettext("include your saved series for the metals (price charts only; default: left out)"),
    )
    group.add_argument(
        "--add",
        metavar="FILE",
        help=gettext("include a series from a CSV or XLSX file of yours without saving it"),
    )
    add_reading_arguments(group)
    group.set_defaults(own_series=())


def own_series(args: Namespace, metal_ids: Sequence[str], kinds: "Sequence[Kind]") -> "tuple[OwnSeries, ...]":
    """Return the series of the user that the arguments name; raise KnownError where the file can't be used."""
    if args.add is not None and any("own" not in kind.options for kind in kinds):
        raise KnownError(gettext("--add applies to price charts only."))
    stated = [name for name in OPTIONS if getattr(args, name)]
    if args.add is None and stated:
        text = gettext("--{option} applies only with --add. Add --add FILE, or remove --{option}.")
        raise KnownError(text.format(option=stated[0].replace("_", "-")))
    return (*(_saved(metal_ids) if args.own else ()), *(_added(args, metal_ids) if args.add else ()))


def _saved(metal_ids: Sequence[str]) -> "tuple[OwnSeries, ...]":
    from explorer.charts.builders.own_lines import OwnSeries
    from explorer.data.user.series import prices_of
    from explorer.data.user.user_file import UserFile

    found = prices_of(UserFile(report=warn), metal_ids)
    if not found:
        warn(gettext("You have no saved series for these metals."))
    return tuple(OwnSeries(prices) for prices in found)


def _added(args: Namespace, metal_ids: Sequence[str]) -> "tuple[OwnSeries, ...]":
    """Return the series of the file of --add, with the options of the command that reads it again."""
    from explorer.charts.builders.own_lines import OwnSeries
    from explorer.data.user.series import unsaved

    if len(metal_ids) != 1:
        raise KnownError(gettext("--add applies to charts of one metal only."))
    path = Path(args.add)
    found = read_series(path, args)
    options = [("add", args.add)]
    for name in OPTIONS:
        value = getattr(args, name)
        if value:
            options.append((name.replace("_", "-"), "" if value is True else str(value)))
    prices = unsaved(facts_of(args, metal_ids[0], found, path), found.points, date.today())
    return (OwnSeries(prices, tuple(options)),)
