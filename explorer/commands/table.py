"""`minor-metals table`: the figure of each metal by which the periodic table is coloured."""

from argparse import ArgumentParser, Namespace

from explorer.commands.support.command import Command
from explorer.commands.support.context import open_store, read_context
from explorer.commands.support.options import add_context
from explorer.commands.support.output import plain, print_csv, print_json, table
from explorer.commands.support.terminal import warn
from explorer.data.dates import show
from explorer.data.metal_names import short_name
from explorer.data.periodic import table_record
from explorer.data.periodic.coloured_table import ColouredTable, coloured_table
from explorer.data.periodic.colourings import COLOURINGS
from explorer.data.periodic.value_texts import value_text
from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.language import gettext, gettext_noop


def add_arguments(parser: ArgumentParser) -> None:
    """Add the colouring, the context and the format."""
    parser.add_argument(
        "--color",
        choices=COLOURINGS,
        default=COLOURINGS[0],
        help=gettext(
            "status on the as-of date; share: origin's share of output; buyer: origin's share of the destination's "
            "imports; reliance: net import reliance; hhi: supply concentration; lists: number of current critical "
            "lists; price: change over a year"
        ),
    )
    add_context(parser)
    parser.add_argument("--csv", action="store_true", help=gettext("print CSV only"))


def run(args: Namespace) -> int:
    """Print the figure of each metal as text, JSON or CSV; return 1 where none has one."""
    if args.json and args.csv:
        raise KnownError(gettext("--json and --csv cannot be combined."))
    with open_store(args) as store:
        found = coloured_table(store, read_context(args, store), args.color)
        if args.json:
            print_json(table_record.as_dict(store, found))
        elif args.csv:
            print_csv(table_record.HEADER, table_record.rows(store, found), table_record.notes(store, found))
        elif found.known:
            print(_text(store, found))
        if not found.known:
            warn(plain(found.reason))
            return 1
    return 0


def _text(store: Store, found: ColouredTable) -> str:
    header = (
        gettext("Metal"),
        gettext("Symbol"),
        gettext("Value"),
        gettext("Date"),
        gettext("Source or reason"),
    )
    rows = []
    for value in found.values.values():
        metal = store.metal(value.metal_id)
        rows.append(
            (
                short_name(metal),
                metal.symbol or "",
                plain(value_text(value)),
                show(value.date),
                plain(value.source or value.reason),
            )
        )
    parts = (table_record.heading(found), table(header, rows), "\n".join(found.notes), found.caution)
    return "\n\n".join(part for part in parts if part)


COMMAND = Command(
    "table",
    gettext_noop("List the figure of each metal by which the periodic table is coloured."),
    add_arguments,
    run,
)
