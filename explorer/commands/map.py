"""`minor-metals map`: output, reserves or suppliers of a metal by country, or the countries that control it."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.commands.support import map_record
from explorer.commands.support.command import Command
from explorer.commands.support.context import open_store, read_context
from explorer.commands.support.options import add_context, add_metal, add_table, whole_number
from explorer.commands.support.output import plain, print_json, share, table
from explorer.commands.support.terminal import one_line, warn
from explorer.data.finding.lookup import find_metal
from explorer.data.supply.map_choice import BOUNDARIES, CONTROLS, OUTPUT, SHOWN, MapChoice
from explorer.errors import KnownError
from explorer.files import refuse_existing, write_file
from explorer.language import gettext, gettext_noop

if TYPE_CHECKING:
    from explorer.charts.spec import ChartSpec, Point


def add_arguments(parser: ArgumentParser) -> None:
    """Add the metal, what is shown, the table, the context and the format."""
    add_metal(parser)
    parser.add_argument(
        "--show",
        choices=SHOWN,
        default=OUTPUT,
        help=gettext(
            "output: output by country; reserves: reserves by country; suppliers: suppliers to the "
            "destination; controls: countries that control the metal on the as-of date (default: output)"
        ),
    )
    add_table(parser)
    parser.add_argument(
        "--year", type=whole_number, help=gettext("year (default: that of the default table)")
    )
    add_context(parser)
    parser.add_argument("--csv", metavar="FILE", help=gettext("write the countries to a CSV file"))
    parser.add_argument("--force", action="store_true", help=gettext("replace an existing file"))


def run(args: Namespace) -> int:
    """Print the countries as text or JSON, or write them as CSV; return 1 where there is no map."""
    from explorer.charts.builders.map_choices import map_choices
    from explorer.charts.builders.world_map import world_map
    from explorer.charts.spec import Missing

    if args.json and args.csv:
        raise KnownError(gettext("--json and --csv cannot be combined."))
    with open_store(args) as store:
        metal_id = find_metal(store, args.metal).metal_id
        context = read_context(args, store, must_be_export=False)
        choice = MapChoice(
            args.show, args.stage or "", args.form or "", args.publisher or "", args.year
        ).checked()
        chart = world_map(
            store,
            metal_id,
            context,
            choice.show,
            choice.stage,
            choice.form,
            choice.publisher,
            choice.year,
        )
        if args.json:
            choices = map_choices(store, metal_id, context, choice)
            print_json(map_record.as_dict(store, metal_id, context, chart, choices))
        if isinstance(chart, Missing):
            warn(plain(chart.reason))
            return 1
        if args.json:
            return 0
        if args.csv:
            _write(Path(args.csv), chart, force=args.force)
        else:
            print(_text(chart, choice.show))
    return 0


def _write(path: Path, chart: "ChartSpec", *, force: bool) -> None:
    """Write the same CSV as the window."""
    from explorer.charts.output.csv_file import csv_bytes

    refuse_existing(path, force)
    write_file(path, csv_bytes(chart, chart.query), force=force)
    print(one_line(str(path)))


def _text(chart: "ChartSpec", show: str) -> str:
    points = [p for series in chart.series for p in series.points]
    if show == CONTROLS:
        header: tuple[str, ...] = (gettext("Country"), gettext("Status"))
        rows: list[tuple[str, ...]] = [(p.label, p.word or "") for p in points]
    else:
        header = (gettext("Country"), gettext("Figure"), gettext("Share"), gettext("Flag"))
        rows = [_row(p, chart.x.unit) for p in points]
    notes = "\n".join((*chart.notes, gettext(BOUNDARIES), chart.source_line))
    parts = (chart.title, chart.subtitle, table(header, rows), notes)
    return plain("\n\n".join(part for part in parts if part))


def _row(point: "Point", unit: str) -> tuple[str, ...]:
    from explorer.charts.text import flag_word, value_text
    from explorer.charts.words.figures import shares

    of_total = "" if point.share_pct is None else share(point.share_pct)
    if point.value_share_pct is not None:
        of_total = plain("; ".join(shares(point)))
    return point.label, plain(value_text(point, unit)), of_total, flag_word(point)


COMMAND = Command(
    "map",
    gettext_noop(
        "List the output, reserves or suppliers of a metal by country, or the countries that control it."
    ),
    add_arguments,
    run,
)
