"""`minor-metals timeline`: every measure of an origin over time, by document or by metal, with its states."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from explorer.commands.support.command import Command
from explorer.commands.support.context import open_store, read_context
from explorer.commands.support.options import add_context, add_full_history, add_range, add_timeline
from explorer.commands.support.output import print_json, section, table
from explorer.commands.support.overview_record import date_dict
from explorer.commands.support.overview_text import dates_text
from explorer.commands.support.terminal import one_line, warn
from explorer.data.context import Context
from explorer.data.controls import timeline_record
from explorer.data.controls.headline import beyond
from explorer.data.controls.timeline import BY_DOCUMENT, Timeline, span_words
from explorer.data.dates import show
from explorer.data.overview.dates import DatedChange, dates_ahead
from explorer.data.places import ALL
from explorer.data.store import Store
from explorer.data.writing.csv_file import csv_text
from explorer.errors import KnownError
from explorer.files import write_file
from explorer.language import gettext, gettext_noop, paragraph

if TYPE_CHECKING:
    from explorer.charts.spec import Chart, ChartSpec


def add_arguments(parser: ArgumentParser) -> None:
    """Add grouping, kind, places, range and file."""
    add_timeline(parser)
    add_context(parser)
    parser.add_argument(
        "--all-destinations", action="store_true", help=gettext("show measures for all destinations")
    )
    add_full_history(parser)
    add_range(parser)
    parser.add_argument("--csv", metavar="FILE", help=gettext("write the rows to a CSV file"))
    parser.add_argument("--force", action="store_true", help=gettext("replace an existing file"))


def run(args: Namespace) -> int:
    """Print the rows as text or JSON, or write them to a file; return 1 where there are none."""
    from explorer.charts.spec import Missing

    with open_store(args) as store:
        context = read_context(args, store, must_be_export=not args.all_destinations)
        chart, shown, days = _made(args, store, context)
        ahead = dates_ahead(store, replace(context, destination=ALL) if args.all_destinations else context)
        record = timeline_record.as_dict(store, shown, days) | {"ahead": [date_dict(e) for e in ahead]}
        if isinstance(chart, Missing):
            if args.json:
                print_json(record | {"reason": chart.reason, "rows": []})
            warn(chart.reason)
            return 1
        if args.csv is not None:
            text = csv_text(timeline_record.HEADER, timeline_record.rows(shown, days))
            write_file(Path(args.csv), text.encode("utf-8"), force=args.force)
        if args.json:
            print_json(record)
        elif args.csv is not None:
            print(one_line(args.csv))
        else:
            print(_text(store, chart, ahead))
    return 0


def _made(args: Namespace, store: Store, context: Context) -> "tuple[Chart, Timeline, tuple[date, date]]":
    """Return the chart and the rows of the days that were chosen, with the first and the last of these days.

    A range can begin before the days that are shown by default, end before them, or begin after the as-of date.
    """
    from explorer.charts.builders.timeline import controls_timeline, shown_timeline
    from explorer.charts.shapes import shape_of
    from explorer.charts.spec import ChartSpec, Since
    from explorer.charts.zoom import check_range, range_of

    if args.since and args.until and args.since >= args.until:
        raise KnownError(gettext("--since must be earlier than --until."))
    since: Since = None if args.full_history or args.since else "default"
    rows = (args.by or BY_DOCUMENT, args.kind, args.all_destinations)
    _, shown, days = shown_timeline(store, context, since, *rows)
    if args.until and args.until <= days[0]:
        since = None
        _, shown, days = shown_timeline(store, context, since, *rows)
    chart = controls_timeline(store, context, since, *rows)
    if isinstance(chart, ChartSpec) and (args.since or args.until):
        if args.since and not args.until and args.since >= days[1]:
            text = gettext("Without --until, the timeline ends on {day}; --since must be earlier.")
            raise KnownError(text.format(day=show(days[1])))
        days = args.since or days[0], args.until or days[1]
        chart, shown = shape_of(chart).between(range_of(chart.x, *days)), shown.between(*days)
        check_range(chart)
    return chart, shown, days


def _text(store: Store, chart: "ChartSpec", ahead: Sequence[DatedChange]) -> str:
    """Return the title, a line for each span in the days shown, the notes, and the dates ahead."""
    by_metal = any(row.group for row in chart.rows)
    header = (
        *((gettext("Metal"),) if by_metal else ()),
        *(gettext("Measure"), gettext("Kind and destination"), gettext("Status")),
        *(gettext("Start"), gettext("End")),
    )
    rows = [
        (
            *((row.group,) if by_metal else ()),
            *(row.label, row.facts.rule, span_words(span)),
            *(show(span.start), show(span.end)),
        )
        for row in chart.rows
        for span in row.spans
        if span.meets(chart.x.low, chart.x.high)
    ]
    heading = gettext("{title}: {subtitle}").format(title=chart.title, subtitle=chart.subtitle)
    notes = paragraph((*chart.left_out, beyond(store, chart.context.as_of)))
    coming = section(gettext("Dates ahead"), dates_text(store, ahead))
    return "\n\n".join(part for part in (heading, table(header, rows), notes, coming) if part)


COMMAND = Command(
    "timeline",
    gettext_noop("List every measure of an origin over time, by document or by metal."),
    add_arguments,
    run,
)
