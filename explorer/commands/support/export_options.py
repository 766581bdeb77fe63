"""The arguments of `minor-metals export`."""

import argparse
import re
from datetime import date
from typing import Any

from explorer.commands.support.options import (
    add_buyer,
    add_context,
    add_full_history,
    add_losses,
    add_metals,
    add_output,
    add_table,
    day,
    whole_number,
)
from explorer.commands.support.own_charts import add_own_arguments
from explorer.data.controls.timeline import GROUPINGS, KINDS
from explorer.data.dates import read_day
from explorer.data.periodic.colourings import COLOURINGS
from explorer.data.plain_text import one_line
from explorer.data.supply.map_choice import SHOWN
from explorer.errors import KnownError, quoted
from explorer.language import gettext

_MEASURE_ID = re.compile(r"[a-z]\S*")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the metals, the charts, the file, the image and the content."""
    from explorer.charts.output.options import FORMATS

    add_metals(parser, "*")
    parser.add_argument(
        "--chart", metavar="KIND", action="append", help=gettext("kind of chart, such as price; see --list")
    )
    parser.add_argument("--all", action="store_true", help=gettext("write all charts of each metal"))
    parser.add_argument(
        "--list", action="store_true", help=gettext("list the kinds of charts and the data that each needs")
    )
    add_output(
        parser, "FILE|FOLDER", gettext("file for one chart, folder for several (default: the current folder)")
    )
    parser.add_argument(
        "--format", choices=FORMATS, help=gettext("default: from the file extension, otherwise png")
    )
    parser.add_argument("--force", action="store_true", help=gettext("replace existing files"))
    add_context(parser)
    _add_image(parser.add_argument_group(gettext("image")))
    _add_content(parser.add_argument_group(gettext("content of the chart")))
    add_own_arguments(parser.add_argument_group(gettext("your series")))


def _add_image(group: Any) -> None:
    """Add size, resolution, colours, and the parts around the plot."""
    from explorer.charts.output.options import PRESETS

    group.add_argument(
        "--preset", choices=[p.key for p in PRESETS], help=gettext("standard size with its resolution")
    )
    group.add_argument(
        "--size",
        type=_size,
        metavar="WxH[px|mm|in]",
        help=gettext("width and height (default: 1600x900 pixels)"),
    )
    group.add_argument("--dpi", type=_dpi, help=gettext("dots per inch (default: 150)"))
    group.add_argument(
        "--theme", choices=("light", "dark"), default="light", help=gettext("colours (default: light)")
    )
    title = group.add_mutually_exclusive_group()
    title.add_argument("--no-title", action="store_true", help=gettext("omit the title"))
    title.add_argument("--title", metavar="TEXT", type=_title, help=gettext("your own title"))
    group.add_argument(
        "--note", metavar="TEXT", type=_note, help=gettext("your own note, added below those of the chart")
    )
    group.add_argument("--no-control-dates", action="store_true", help=gettext("omit the control dates"))
    group.add_argument(
        "--no-sources", action="store_true", help=gettext("omit sources, as-of date and data edition")
    )
    group.add_argument(
        "--text",
        choices=("text", "curves"),
        help=gettext(
            "SVG text as editable text or as outlines (default: outlines where it contains Chinese)"
        ),
    )


def _add_content(group: Any) -> None:
    """Add the options that only some kinds of charts take."""
    group.add_argument(
        "--series",
        metavar="ID",
        action="append",
        help=gettext(
            "ID of the price series, table or group of uses to show; repeat the option for several price series"
        ),
    )
    group.add_argument("--log", action="store_true", help=gettext("use a logarithmic axis"))
    group.add_argument(
        "--index", action="store_true", help=gettext("set all series to 100 on their first common date")
    )
    group.add_argument(
        "--since",
        metavar="DATE|all",
        type=_since,
        help=gettext("first date shown, or all for the full history"),
    )
    group.add_argument(
        "--until",
        metavar="DATE",
        type=day,
        help=gettext("last date shown (charts over time only)"),
    )
    group.add_argument(
        "--hide",
        metavar="SERIES",
        action="append",
        help=gettext("series to hide, by key or name; repeat the option for several"),
    )
    group.add_argument(
        "--measure",
        metavar=("DATE", "DATE"),
        nargs=2,
        type=day,
        help=gettext("show the change between two dates (charts over time only)"),
    )
    group.add_argument("--year", type=whole_number, help=gettext("year shown in bar charts by country"))
    add_buyer(group)
    group.add_argument(
        "--without",
        metavar="PLACE",
        help=gettext("countries or blocs without which output is shown, separated by commas"),
    )
    add_losses(group)
    group.add_argument(
        "--color", choices=COLOURINGS, help=gettext("figure of the periodic table (default: status)")
    )
    group.add_argument("--show", choices=SHOWN, help=gettext("what a map shows (default: output)"))
    add_table(group, stage=False)
    group.add_argument(
        "--shape", choices=("lines", "stacked", "share"), help=gettext("chart type for production by year")
    )
    group.add_argument(
        "--event",
        metavar="DATE|ID",
        type=_event,
        help=gettext("control date or measure ID around which prices are compared"),
    )
    group.add_argument("--base", metavar="DATE", type=day, help=gettext("date on which all prices are 100"))
    group.add_argument(
        "--all-destinations", action="store_true", help=gettext("show measures for all destinations")
    )
    group.add_argument(
        "--all-origins", action="store_true", help=gettext("show control dates of all origins")
    )
    group.add_argument(
        "--by",
        choices=GROUPINGS,
        help=gettext("show every measure, by document or by metal (default: the strictest one per metal)"),
    )
    group.add_argument("--kind", choices=KINDS, help=gettext("show measures of one kind, with --by"))
    add_full_history(group)
    group.add_argument(
        "--show-ended",
        action=argparse.BooleanOptionalAction,
        help=gettext(
            "order measures by state (in force, paused, announced), with or without those that have ended (default: "
            "all measures, oldest first)"
        ),
    )


def _size(text: str) -> tuple[float, float, str]:
    """Return width, height and their unit, `px`, `mm` or `in`."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)[x×](\d+(?:\.\d+)?)(px|mm|cm|in)?", text.strip().lower())
    if match is None:
        raise argparse.ArgumentTypeError(
            gettext("{text} is not a valid size; try 1600x900, 160x90mm or 6.3x3.5in").format(
                text=quoted(text)
            )
        )
    width, height, unit = float(match[1]), float(match[2]), match[3] or "px"
    if unit == "cm":
        width, height, unit = 10 * width, 10 * height, "mm"
    from explorer.charts.output.options import MAX_PIXELS, MIN_PIXELS

    # No resolution makes so many millimetres or inches few enough pixels either.
    if (unit == "px" and min(width, height) < MIN_PIXELS) or max(width, height) > MAX_PIXELS:
        limits = gettext("width and height must be {least} to {most} pixels")
        raise argparse.ArgumentTypeError(limits.format(least=MIN_PIXELS, most=MAX_PIXELS))
    return width, height, unit


def _title(text: str) -> str:
    from explorer.charts.output.options import LONGEST_TITLE

    return _own_words(text, LONGEST_TITLE)


def _note(text: str) -> str:
    from explorer.charts.output.options import LONGEST_NOTE

    return _own_words(text, LONGEST_NOTE)


def _own_words(text: str, longest: int) -> str:
    """Return a text of the user on one line, without invisible characters."""
    plain = one_line(text)
    if not plain:
        raise argparse.ArgumentTypeError(gettext("the text is empty"))
    if len(plain) > longest:
        message = gettext("the text has {count} characters; at most {most} are allowed")
        raise argparse.ArgumentTypeError(message.format(count=len(plain), most=longest))
    return plain


def _event(text: str) -> date | str:
    """Return a date, or the id of a measure."""
    try:
        return read_day(text)
    except KnownError as error:
        if _MEASURE_ID.fullmatch(text):
            return text
        raise argparse.ArgumentTypeError(str(error)) from None


def _since(text: str) -> date | str:
    return text if text == "all" else day(text)


def _dpi(text: str) -> int:
    from explorer.charts.output.options import MAX_DPI, MIN_DPI

    number = whole_number(text)
    if not MIN_DPI <= number <= MAX_DPI:
        limits = gettext("the resolution must be {least} to {most} dpi")
        raise argparse.ArgumentTypeError(limits.format(least=MIN_DPI, most=MAX_DPI))
    return number
