"""`minor-metals compare`: the key figures of up to eight metals side by side, and their prices from one base date."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from explorer.commands.support.command import Command
from explorer.commands.support.context import open_store, read_context
from explorer.commands.support.indexed_prices import indexed_prices, prices_text
from explorer.commands.support.options import add_context, add_metals
from explorer.commands.support.output import plain, print_json, table
from explorer.commands.support.terminal import one_line, warn
from explorer.data.comparison.cell_texts import cell_text
from explorer.data.comparison.chosen import read_metals
from explorer.data.comparison.comparison import Comparison, comparison
from explorer.data.comparison.key_figures import KEY_FIGURES, figure_name, in_order, read_figures
from explorer.data.comparison.record import as_dict, csv_of, heading
from explorer.data.dates import read_day
from explorer.data.metal_names import short_name
from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.files import write_file
from explorer.language import gettext, gettext_noop, paragraph


def add_arguments(parser: ArgumentParser) -> None:
    """Add the metals, the figures, the base date, the context and the file."""
    add_metals(parser, "+")
    parser.add_argument(
        "--figures",
        metavar="NAMES",
        help=gettext("only these key figures, separated by commas: {names}").format(
            names=", ".join(KEY_FIGURES)
        ),
    )
    parser.add_argument(
        "--base",
        metavar="DATE",
        help=gettext(
            "date on which each price is set to 100 (default: the first date by which all series have begun)"
        ),
    )
    add_context(parser)
    parser.add_argument("--csv", metavar="FILE", help=gettext("write the key figures to a CSV file"))
    parser.add_argument("--force", action="store_true", help=gettext("replace existing files"))


def run(args: Namespace) -> int:
    """Print the key figures and indexed prices as text or JSON, or write a CSV; 1 where no figure is known."""
    with open_store(args) as store:
        context = read_context(args, store)
        metal_ids = read_metals(store, args.metals)
        if not metal_ids:
            raise KnownError(gettext("No metal is named. Name one to eight metals."))
        figures = KEY_FIGURES if args.figures is None else in_order(read_figures(args.figures))
        found = comparison(store, context, metal_ids, figures)
        base = read_day(args.base) if args.base is not None else None
        if args.csv is not None:
            write_file(Path(args.csv), csv_of(store, found).encode("utf-8"), force=args.force)
        prices = indexed_prices(store, metal_ids, context, base)
        if args.json:
            print_json(as_dict(store, found) | {"prices": prices})
        elif args.csv is not None:
            print(one_line(args.csv))
        elif found.is_known:
            print(_text(store, found, prices))
        if not found.is_known:
            warn(plain(paragraph(found.left_out)))
            return 1
    return 0


def _text(store: Store, found: Comparison, prices: dict[str, Any]) -> str:
    """Return the figures, each with a line for each metal, what is left out, and the prices."""
    header = (gettext("Figure"), gettext("Metal"), gettext("Value"))
    rows = [
        (
            figure_name(figure) if place == 0 else "",
            short_name(store.metal(metal_id)),
            plain(_cell(found, figure, metal_id)),
        )
        for figure in found.figures
        for place, metal_id in enumerate(found.metal_ids)
    ]
    parts = (
        gettext("{heading}:").format(heading=heading(store, found)),
        table(header, rows),
        "\n".join((*found.notes, *found.left_out)),
        prices_text(prices, found.context.as_of),
        "\n".join(found.cautions),
    )
    return "\n\n".join(plain(part) for part in parts if part)


def _cell(found: Comparison, figure: str, metal_id: str) -> str:
    """Return a figure in one line."""
    value = found.values[figure][metal_id]
    return cell_text(figure, value, found.usual_sources.get(figure, "")).replace("\n", "; ")


COMMAND = Command(
    "compare", gettext_noop("Compare up to eight metals by key figures and prices."), add_arguments, run
)
