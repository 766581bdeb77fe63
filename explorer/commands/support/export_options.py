"""The arguments of `minor-metals export`."""

import argparse
import re
from datetime import date
from typing import Any

from explorer.commands.support.options import add_buyer, add_context, add_metals, add_output, whole_number
from explorer.data.dates import read_day
from explorer.errors import KnownError

_MEASURE_ID = re.compile(r"[a-z]\S*")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the metals, the charts, the file, the image and the content."""
    from explorer.charts.output.options import FORMATS

    add_metals(parser, "*")
    parser.add_argument("--chart", metavar="KIND", action="append", help="such as price; --list shows all")
    parser.add_argument("--all", action="store_true", help="all charts of each metal")
    parser.add_argument("--list", action="store_true", help="list the charts and what data each needs")
    add_output(parser, "FILE|FOLDER", "a file for one chart, a folder for more (default: here)")
    parser.add_argument("--format", choices=FORMATS, help="by default what the file's ending says, else png")
    parser.add_argument("--force", action="store_true", help="replace existing files")
    add_context(parser)
    _add_image(parser.add_argument_group("the picture"))
    _add_content(parser.add_argument_group("what the chart shows"))


def _add_image(group: Any) -> None:
    """Add size, resolution, colours, and the parts around the plot."""
    from explorer.charts.output.options import PRESETS

    group.add_argument("--preset", choices=[p.key for p in PRESETS], help="a size with its resolution")
    group.add_argument("--size", type=_size, metavar="WxH[px|mm|in]", help="default: 1600x900 pixels")
    group.add_argument("--dpi", type=_dpi, help="dots per inch (default: 150)")
    group.add_argument("--theme", choices=("light", "dark"), default="light")
    group.add_argument("--no-title", action="store_true", help="omit the title")
    group.add_argument("--no-control-dates", action="store_true", help="leave the control dates away")
    group.add_argument("--no-sources", action="store_true", help="leave sources, day and data edition away")
    group.add_argument(
        "--text",
        choices=("text", "curves"),
        help="letters of an SVG (default: curves where it holds Chinese)",
    )


def _add_content(group: Any) -> None:
    """Add the options that only some kinds of charts take."""
    group.add_argument(
        "--series",
        metavar="ID",
        action="append",
        help="a price series (again for more of them), a table, a group of uses",
    )
    group.add_argument("--log", action="store_true", help="a logarithmic axis")
    group.add_argument(
        "--index", action="store_true", help="set every series to 100 at their first common day"
    )
    group.add_argument("--since", metavar="DAY|all", type=_since, help="from this day on, or all there is")
    group.add_argument("--year", type=whole_number, help="the year of bars by country")
    add_buyer(group)
    group.add_argument("--shape", choices=("lines", "stacked", "share"), help="how years are drawn")
    group.add_argument(
        "--event",
        metavar="DAY|ID",
        type=_event,
        help="the day, or the measure, around which prices are compared",
    )
    group.add_argument("--base", metavar="DAY", type=_date, help="the day on which all prices are 100")
    group.add_argument(
        "--all-destinations", action="store_true", help="measures towards all destinations, not one"
    )


def _size(text: str) -> tuple[float, float, str]:
    """Return width, height and their unit, `px`, `mm` or `in`."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)[x×](\d+(?:\.\d+)?)(px|mm|cm|in)?", text.strip().lower())
    if match is None:
        raise argparse.ArgumentTypeError(
            f"“{text}” is no size: write width x height, for example 1600x900, 160x90mm or 6.3x3.5in"
        )
    width, height, unit = float(match[1]), float(match[2]), match[3] or "px"
    if unit == "cm":
        width, height, unit = 10 * width, 10 * height, "mm"
    from explorer.charts.output.options import MAX_PIXELS, MIN_PIXELS

    # No resolution makes so many millimetres or inches few enough pixels either.
    if (unit == "px" and min(width, height) < MIN_PIXELS) or max(width, height) > MAX_PIXELS:
        raise argparse.ArgumentTypeError(f"width and height lie between {MIN_PIXELS} and {MAX_PIXELS} pixels")
    return width, height, unit


def _date(text: str) -> date:
    try:
        return read_day(text)
    except KnownError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _event(text: str) -> date | str:
    """Return a date, or the id of a measure."""
    try:
        return read_day(text)
    except KnownError as error:
        if _MEASURE_ID.fullmatch(text):
            return text
        raise argparse.ArgumentTypeError(str(error)) from None


def _since(text: str) -> date | str:
    return text if text == "all" else _date(text)


def _dpi(text: str) -> int:
    from explorer.charts.output.options import MAX_DPI, MIN_DPI

    number = whole_number(text)
    if not MIN_DPI <= number <= MAX_DPI:
        raise argparse.ArgumentTypeError(f"dpi lies between {MIN_DPI} and {MAX_DPI}")
    return number
