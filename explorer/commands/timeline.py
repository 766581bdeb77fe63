"""`minor-metals timeline`: every measure of an origin over time, by document or by metal, with its states."""

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.commands.support.command import Command
from explorer.commands.support.context import open_store, read_context
from explorer.commands.support.options import add_context, add_full_history, add_timeline
from explorer.commands.support.output import print_json, table
from explorer.commands.support.terminal import one_line, warn
from explorer.data.controls import timeline_record
from explorer.data.controls.headline import beyond
from explorer.data.controls.timeline import BY_DOCUMENT, span_words
from explorer.data.dates import show
from explorer.data.store import Store
from explorer.data.writing.csv_file import csv_text
from explorer.files import write_file
from explorer.language import gettext, gettext_noop, paragraph

if TYPE_CHECKING:
    from explorer.charts.spec import ChartSpec


def add_arguments(parser: ArgumentParser) -> None:
    """Add grouping, kind, places, range and file."""
    add_timeline(parser)
    add_context(parser)
    parser.add_argument(
        "--all-destinations", action="store_true", help=gettext("show measures for all destinations")
    )
    add_full_history(parser)
    parser.add_argument("--csv", metavar="FILE", help=gettext("write the rows to a CSV file"))
    parser.add_argument("--force", action="store_true", help=gettext("replace an existing file"))


def run(args: Namespace) -> int:
    """Print the rows as text or JSON, or write them to a file; return 1 where there are none."""
    from explorer.charts.builders.timeline import controls_timeline, shown_timeline
    from explorer.charts.spec import Missing, Since

    with open_store(args) as store:
        context = read_context(args, store, must_be_export=not args.all_destinations)
        since: Since = None if args.full_history else "default"
        by, everywhere = args.by or BY_DOCUMENT, args.all_destinations
        chart = controls_timeline(store, context, since, by, args.kind, everywhere)
        _, shown, days = shown_timeline(store, context, since, by, args.kind, everywhere)
        if isinstance(chart, Missing):
            if args.json:
                print_json(timeline_record.as_dict(store, replace(shown, rows=()), days, chart.reason))
            warn(chart.reason)
            return 1
        if args.csv is not None:
            text = csv_text(timeline_record.HEADER, timeline_record.rows(shown, days))
            write_file(Path(args.csv), text.encode("utf-8"), force=args.force)
        if args.json:
            print_json(timeline_record.as_dict(store, shown, days))
        elif args.csv is not None:
            print(one_line(args.csv))
        else:
            print(_text(store, chart))
    return 0


def _text(store: Store, chart: "ChartSpec") -> str:
    """Return the title, a line for each span in the days shown, and the notes."""
    by_metal = any(row.group for row in chart.rows)
    header = (
        *((gettext("Metal"),) if by_metal else ()),
        *(gettext("Measure"), gettext("Kind and destination"), gettext("Status")),
        *(gettext("Start"), gettext("End")),
    )
    rows = [
        (
            *((row.group,) if by_metal else ()),
            *(row.label, row.facts.rule, span_words(span.state, presumed=span.presumed)),
            *(show(span.start), show(span.end)),
        )
        for row in chart.rows
        for span in row.spans
        if span.meets(chart.x.low, chart.x.high)
    ]
    heading = gettext("{title}: {subtitle}").format(title=chart.title, subtitle=chart.subtitle)
    notes = paragraph((*chart.left_out, beyond(store, chart.context.as_of)))
    return "\n\n".join(part for part in (heading, table(header, rows), notes) if part)


COMMAND = Command(
    "timeline",
    gettext_noop("List every measure of an origin over time, by document or by metal."),
    add_arguments,
    run,
)
