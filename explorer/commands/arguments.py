"""The arguments of all commands; reading them imports neither data nor window."""

import argparse
import re
from typing import Any

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
MAX_PIXELS, MIN_PIXELS = 20_000, 100
MAX_DPI, MIN_DPI = 2_400, 30

_DESCRIPTION = (
    "Offline reference to critical and minor metals: what they are for, which export controls apply on a day "
    "towards a destination, who produces them, what they cost. Without a command it opens the window."
)


def parser(version: str) -> argparse.ArgumentParser:
    """Return the parser; `command` is None for the window."""
    top = argparse.ArgumentParser(prog="minor-metals", description=_DESCRIPTION, allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"minor-metals {version}")
    top.add_argument("--data", metavar="FILE", help="use another data file")
    window = top.add_argument_group("the window")
    window.add_argument("--metal", help="open this metal: id, symbol, English or Chinese name")
    _context(window, None)
    window.add_argument("--tab", choices=TABS, help="open this tab")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for add in (_list, _show, _status, _check, _search, _sources, _export, _doctor):
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
    group.add_argument("--on", metavar="DAY", default=default, help="the day, YYYY-MM-DD (default: today)")
    group.add_argument(
        "--to", metavar="DEST", default=default, help="a country, ALL, USA-MIL or JPN-MIL (default: ALL)"
    )
    group.add_argument(
        "--from",
        dest="origin",
        metavar="JURISDICTION",
        default=default,
        help="the country that controls (default: CHN)",
    )


def _list(commands: Any) -> None:
    command = _command(commands, "list", "list the metals with their status on a day")
    command.add_argument("--status", choices=STATUSES, help="only metals of this status")
    _context(command)


def _show(commands: Any) -> None:
    command = _command(commands, "show", "show one metal: uses, measures and the latest figures with sources")
    command.add_argument("metal", help="id, symbol, English or Chinese name")
    _context(command)


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
    command = _command(commands, "search", "search metals, documents, items, uses, firms and sources")
    command.add_argument("text", nargs="+", help="a name, 中文, symbol, code, announcement number or day")
    command.add_argument("--limit", type=_positive, default=50, help="at most so many (default: 50)")


def _sources(commands: Any) -> None:
    command = _command(commands, "sources", "list the sources, or show one and where it is used")
    command.add_argument("source", metavar="ID", nargs="?", help="the id of a source")


def _export(commands: Any) -> None:
    command = _command(commands, "export", "write one chart of one metal as PNG", json=False)
    command.add_argument("metal", help="id, symbol, English or Chinese name")
    command.add_argument(
        "--chart", metavar="NAME", required=True, help="such as price; a wrong name lists them"
    )
    command.add_argument("-o", "--output", metavar="FILE.png", required=True, help="the file to write")
    command.add_argument("--size", type=_size, default=(1600, 900), help="pixels (default: 1600x900)")
    command.add_argument("--dpi", type=_dpi, default=150, help="dots per inch (default: 150)")
    command.add_argument("--theme", choices=("light", "dark"), default="light")
    command.add_argument("--series", metavar="ID", help="the price series, or the table of another chart")
    command.add_argument("--log", action="store_true", help="a logarithmic price axis")
    command.add_argument("--force", action="store_true", help="replace an existing file")
    _context(command)


def _doctor(commands: Any) -> None:
    command = _command(commands, "doctor", "tell versions, the state of the data file, fonts and the display")
    command.add_argument("--probe", action="store_true", help=argparse.SUPPRESS)


def _positive(text: str) -> int:
    number = _number(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than 1")
    return number


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d+)[x×](\d+)", text.strip().lower())
    if match is None:
        raise argparse.ArgumentTypeError(
            f"“{text}” is no size: write width x height in pixels, for example 1600x900"
        )
    width, height = int(match[1]), int(match[2])
    if min(width, height) < MIN_PIXELS or max(width, height) > MAX_PIXELS:
        raise argparse.ArgumentTypeError(f"width and height lie between {MIN_PIXELS} and {MAX_PIXELS} pixels")
    return width, height


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
