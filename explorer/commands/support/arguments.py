"""The arguments of all commands; reading them imports neither data nor window."""

import argparse
import re
from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from typing import Any, NoReturn

from explorer.commands.support.terminal import warn
from explorer.data.dates import read_day
from explorer.errors import KnownError

STATUSES = (
    "none",
    "reporting",
    "technology",
    "trade_licence",
    "state_trading",
    "quota",
    "end_use",
    "licence",
    "prohibition",
)
TABS = ("overview", "uses", "controls", "supply", "prices", "trade", "sources")
FORMATS = ("png", "svg", "pdf", "csv")
PAPERS = ("a4", "letter")
PRESETS = ("slide", "half-page", "a4", "square")
MAX_PIXELS, MIN_PIXELS = 20_000, 100
MAX_DPI, MIN_DPI = 2_400, 30
LINK = "minor-metals:"
_MEASURE_ID = re.compile(r"[a-z]\S*")
_DAY_OPTIONS = ("--on", "--since", "--event", "--base")
_FOR_THE_WINDOW = ("--metal", "--tab", "--new-window")
_DASHES_AS_VALUE = re.compile(r"(--?[^=\s]+=|-o)--")
_WITHOUT_VALUE = ("-h", "--help", "--version", "--new-window", "--self-test")

_DESCRIPTION = (
    "Offline reference to critical and minor metals: what they are used for, which export controls apply on a day "
    "for a destination, who produces them, what they cost. Without a command it opens the window."
)


class _Parser(argparse.ArgumentParser):
    """Tells a usage fault in one sentence with the way to the help."""

    def error(self, message: str) -> NoReturn:
        self.refuse(message, self.prog)

    def refuse(self, message: str, command: str) -> NoReturn:
        """End with the sentence and the command whose help lists the options."""
        sentence = f"{message[:1].upper()}{message[1:]}".rstrip(".")
        warn(f"{sentence}; `{command} --help` lists the options.")
        self.exit(2)


def read(argv: Sequence[str], version: str) -> argparse.Namespace:
    """Return the arguments; a link stands where else a command would, and opens the window."""
    top = parser(version)
    for word in takewhile(lambda w: w != "--", argv):
        if _DASHES_AS_VALUE.fullmatch(word):  # which older versions of argparse lose
            top.error(f"{word[:-2].rstrip('=')} needs a value, and “--” is not one")
    args, unknown = top.parse_known_args(_with_option(_with_days(argv)))
    if unknown:
        command = f"{top.prog} {args.command}" if args.command else top.prog
        top.refuse(f"unrecognized arguments: {' '.join(unknown)}", command)
    view = {
        "--metal": args.shown_metal,
        "--on": args.on,
        "--to": args.to,
        "--from": args.origin,
        "--tab": args.tab,
    }
    asked = [name for name, value in view.items() if value is not None]
    start = [*asked, *(["--new-window"] if args.new_window else [])]
    if args.self_test and (args.command or args.link or start):
        top.error(
            f"--self-test stands alone, so {args.command or args.link or start[0]} has no place beside it"
        )
    if args.command is not None:
        for name in (name for name in start if name in _FOR_THE_WINDOW):
            top.error(f"{name} is for the window, so it has no place before {args.command}")
    if args.link is not None:
        for name in ([args.command] if args.command else []) + asked:
            top.error(f"a link says what the window shows, so {name} has no place beside it")
    return args


def _with_days(argv: Sequence[str]) -> list[str]:
    """Return the arguments with days before today, such as `-2w`, tied to the options that they look like."""
    tied: list[str] = []
    for word in argv:
        if tied and tied[-1] in _DAY_OPTIONS and re.fullmatch(r"-\d+[a-z]", word, re.IGNORECASE):
            tied[-1] += f"={word}"
        else:
            tied.append(word)
    return tied


def _with_option(argv: list[str]) -> list[str]:
    """Return the arguments with a link in the place of the command written as an option."""
    place = 0
    while place < len(argv) and argv[place].startswith("-"):
        place += 1 if argv[place] in _WITHOUT_VALUE or "=" in argv[place] else 2
    if place < len(argv) and argv[place].casefold().startswith(LINK):
        argv[place] = f"--link={argv[place]}"
    return argv


def parser(version: str) -> _Parser:
    """Return the parser; `command` is None for the window."""
    top = _Parser(prog="minor-metals", description=_DESCRIPTION, allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"minor-metals {version}")
    top.add_argument("--data", metavar="FILE", help="use another data file")
    top.add_argument(
        "--self-test",
        action="store_true",
        help="try every view, chart and format, and print one line of JSON",
    )
    window = top.add_argument_group("the window")
    window.add_argument(
        "--metal",
        dest="shown_metal",
        metavar="METAL",
        help="open this metal: id, symbol, English or Chinese name",
    )
    _context(window, None)
    window.add_argument("--tab", choices=TABS, help="open this tab")
    window.add_argument("--link", help=f"open a link such as {LINK}gallium?tab=controls; it may stand alone")
    window.add_argument("--new-window", action="store_true", help="open one more, whatever is open already")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for add in (_list, _show, _status, _check, _search, _sources, _export, _sheet, _doctor):
        add(commands)
    return top


def _command(commands: Any, name: str, help_text: str, json: bool = True) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=help_text, description=help_text[0].upper() + help_text[1:] + ".", allow_abbrev=False
    )
    command.add_argument("--data", metavar="FILE", default=argparse.SUPPRESS, help="use another data file")
    if json:
        command.add_argument("--json", action="store_true", help="print JSON and nothing else")
    return command


def _context(group: Any, default: Any = argparse.SUPPRESS) -> None:
    """Add day, destination and jurisdiction; a command's own value goes before the one at the front."""
    group.add_argument(
        "--on",
        metavar="DAY",
        default=default,
        help="the day, such as 2024-12-10, 10 Dec 2024, yesterday, +30d or -2w (default: today)",
    )
    group.add_argument(
        "--to",
        metavar="DEST",
        default=default,
        help="a country by code or name, ALL, USA-MIL or JPN-MIL (default: ALL; the window starts with the last one)",
    )
    group.add_argument(
        "--from",
        dest="origin",
        metavar="JURISDICTION",
        default=default,
        help="the country that controls (default: CHN; the window starts with the last one)",
    )


def _list(commands: Any) -> None:
    command = _command(commands, "list", "list the metals with their status on a day")
    command.add_argument("--status", choices=STATUSES, help="only metals of this status")
    _context(command)


def _show(commands: Any) -> None:
    command = _command(commands, "show", "show one metal: uses, measures and the latest figures with sources")
    command.add_argument("metal", help="id, symbol, English or Chinese name")
    _buyer(command)
    _context(command)


def _buyer(group: Any) -> None:
    group.add_argument(
        "--buyer",
        metavar="COUNTRY",
        help="importing country whose suppliers are shown (default: the destination)",
    )


def _status(commands: Any) -> None:
    command = _command(commands, "status", "tell which measures bind a metal on a day towards a destination")
    command.add_argument("metal", help="id, symbol, English or Chinese name")
    _context(command)


def _check(commands: Any) -> None:
    command = _command(commands, "check", "check customs codes or control codes against the lists of a day")
    command.add_argument("codes", metavar="CODE", nargs="*", help="6, 8 or 10 digits, or a control code")
    command.add_argument("--file", metavar="CSV", help="check the codes of a file with a header line")
    command.add_argument("--column", metavar="NAME", help="the column of the file that holds the codes")
    command.add_argument("-o", "--output", metavar="OUT", help="write the answers for the file here")
    command.add_argument("--format", choices=("csv", "jsonl"), help="for the file's answers (default: csv)")
    command.add_argument("--force", action="store_true", help="replace an existing file")
    _context(command)


def _search(commands: Any) -> None:
    command = _command(
        commands, "search", "search metals, documents, items, uses, companies, named parties and sources"
    )
    command.add_argument("text", nargs="+", help="a name, 中文, symbol, code, announcement number or day")
    command.add_argument("--limit", type=_positive, default=50, help="at most so many (default: 50)")


def _sources(commands: Any) -> None:
    command = _command(commands, "sources", "list the sources, or show one and where it is used")
    command.add_argument("source", metavar="ID", nargs="?", help="the id of a source")


def _export(commands: Any) -> None:
    command = _command(commands, "export", "write charts as images or their figures as CSV")
    command.add_argument("metals", metavar="METAL", nargs="*", help="id, symbol, English or Chinese name")
    command.add_argument("--chart", metavar="KIND", action="append", help="such as price; --list shows all")
    command.add_argument("--all", action="store_true", help="all charts of each metal")
    command.add_argument("--list", action="store_true", help="list the charts and what data each needs")
    command.add_argument(
        "-o",
        "--output",
        metavar="FILE|FOLDER",
        help="a file for one chart, a folder for more (default: here)",
    )
    command.add_argument("--format", choices=FORMATS, help="by default what the file's ending says, else png")
    command.add_argument("--force", action="store_true", help="replace existing files")
    _context(command)
    _look(command.add_argument_group("the picture"))
    _content(command.add_argument_group("what the chart shows"))


def _sheet(commands: Any) -> None:
    command = _command(commands, "sheet", "write a fact sheet, one printable page per metal, as PDF")
    command.add_argument("metals", metavar="METAL", nargs="+", help="id, symbol, English or Chinese name")
    command.add_argument(
        "-o",
        "--output",
        metavar="FILE.pdf|FOLDER",
        help="a file for one metal, a folder for more (default: here)",
    )
    command.add_argument("--paper", choices=PAPERS, default=PAPERS[0], help="the paper (default: a4)")
    command.add_argument("--force", action="store_true", help="replace existing files")
    _context(command)


def _look(group: Any) -> None:
    """Add size, resolution, colours, and what stands around the plot."""
    group.add_argument("--preset", choices=PRESETS, help="a size with its resolution")
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


def _content(group: Any) -> None:
    """Add the options that some kinds of charts take; --list tells which."""
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
    group.add_argument("--year", type=_number, help="the year of bars by country")
    _buyer(group)
    group.add_argument("--shape", choices=("lines", "stacked", "share"), help="how years are drawn")
    group.add_argument(
        "--event",
        metavar="DAY|ID",
        type=_event,
        help="the day, or the measure, around which prices are compared",
    )
    group.add_argument("--base", metavar="DAY", type=_day, help="the day on which all prices are 100")
    group.add_argument(
        "--all-destinations", action="store_true", help="measures towards all destinations, not one"
    )


def _doctor(commands: Any) -> None:
    command = _command(
        commands, "doctor", "report versions, the state of the data file, fonts and the display"
    )
    command.add_argument("--probe", action="store_true", help=argparse.SUPPRESS)


def _positive(text: str) -> int:
    number = _number(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than 1")
    return number


def _size(text: str) -> tuple[float, float, str]:
    match = re.fullmatch(r"(\d+(?:\.\d+)?)[x×](\d+(?:\.\d+)?)(px|mm|cm|in)?", text.strip().lower())
    if match is None:
        raise argparse.ArgumentTypeError(
            f"“{text}” is no size: write width x height, for example 1600x900, 160x90mm or 6.3x3.5in"
        )
    width, height, unit = float(match[1]), float(match[2]), match[3] or "px"
    if unit == "cm":
        width, height, unit = 10 * width, 10 * height, "mm"
    # No resolution makes so many millimetres or inches few enough pixels either.
    if (unit == "px" and min(width, height) < MIN_PIXELS) or max(width, height) > MAX_PIXELS:
        raise argparse.ArgumentTypeError(f"width and height lie between {MIN_PIXELS} and {MAX_PIXELS} pixels")
    return width, height, unit


def _day(text: str) -> date:
    try:
        return read_day(text)
    except KnownError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _event(text: str) -> date | str:
    """Return a day, or the id of a measure."""
    try:
        return read_day(text)
    except KnownError as error:
        if _MEASURE_ID.fullmatch(text):
            return text
        raise argparse.ArgumentTypeError(str(error)) from None


def _since(text: str) -> date | str:
    return text if text == "all" else _day(text)


def _dpi(text: str) -> int:
    number = _number(text)
    if not MIN_DPI <= number <= MAX_DPI:
        raise argparse.ArgumentTypeError(f"dpi lies between {MIN_DPI} and {MAX_DPI}")
    return number


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no whole number") from None
