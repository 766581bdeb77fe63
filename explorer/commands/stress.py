"""`minor-metals stress`: how much of each metal's world output remains without some countries."""

from argparse import ArgumentParser, Namespace

from explorer.commands.support.command import Command
from explorer.commands.support.context import open_edition
from explorer.commands.support.options import add_losses
from explorer.commands.support.output import print_json
from explorer.commands.support.stress_text import stress_text
from explorer.commands.support.stress_values import stress_dict
from explorer.commands.support.terminal import warn
from explorer.data.finding.lookup import find_buyer
from explorer.data.store import Store
from explorer.data.supply.stress.csv_file import stress_csv
from explorer.data.supply.stress.imports import buyer_fault
from explorer.data.supply.stress.projects import DELAYS
from explorer.data.supply.stress.removal import Removal, find_removal
from explorer.data.supply.stress.stress_test import stress_test
from explorer.errors import KnownError
from explorer.language import gettext, gettext_noop


def add_arguments(parser: ArgumentParser) -> None:
    """Add what is removed, the buyer and the filters."""
    parser.add_argument(
        "--without",
        metavar="PLACE",
        required=True,
        help=gettext(
            "countries, blocs or companies to remove, separated by commas: CHN,RUS or EU or Umicore"
        ),
    )
    parser.add_argument(
        "--buyer",
        metavar="COUNTRY",
        help=gettext("importing country; its imports from the countries removed are shown"),
    )
    add_losses(parser)
    parser.add_argument(
        "--delay",
        type=int,
        choices=DELAYS,
        default=0,
        help=gettext("years by which project starts are delayed (default: 0)"),
    )
    parser.add_argument("--csv", action="store_true", help=gettext("print the metals as CSV"))


def run(args: Namespace) -> int:
    """Print what each metal loses, the sites of companies, and the projects; 1 where nothing reaches the threshold."""
    if args.json and args.csv:
        raise KnownError(gettext("--json and --csv cannot be combined."))
    with open_edition(args) as store:
        removal = find_removal(store, args.without.split(","))
        if args.csv and not removal.countries:
            raise KnownError(
                gettext(
                    "--csv lists losses by metal and needs a country or bloc. Use --json for the sites of companies."
                )
            )
        buyer = _buyer(store, args.buyer, removal)
        test = stress_test(
            store, removal, buyer, stage=args.stage or "", threshold=args.threshold, delay=args.delay
        )
        if args.json:
            print_json(stress_dict(store, test))
        elif args.csv:
            print(stress_csv(store, test), end="")
        else:
            print(stress_text(store, test))
    if not test.shown and not test.sites:
        warn(gettext("No metal with a known loss reaches the threshold."))
        return 1
    return 0


def _buyer(store: Store, text: str | None, removal: Removal) -> str | None:
    """Return the buyer; raise KnownError for one without figures, or one that is removed itself."""
    if text is None:
        return None
    buyer = find_buyer(store, text)
    fault = buyer_fault(store, buyer, removal)
    if fault:
        raise KnownError(fault)
    return buyer


COMMAND = Command(
    "stress",
    gettext_noop("Show how much of the world output of each metal remains without some countries."),
    add_arguments,
    run,
)
