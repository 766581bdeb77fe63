"""Reads the command line; of the commands it imports only those that are named."""

import argparse
import re
import sys
from collections.abc import Collection, Sequence
from itertools import takewhile
from typing import Any, NoReturn

from explorer.commands.support import registry
from explorer.commands.support.terminal import shortened, warn
from explorer.commands.window import SCHEME
from explorer.errors import quoted
from explorer.language import gettext, gettext_noop, paragraph

_DATE_OPTIONS = ("--on", "--since", "--until", "--event", "--base")
_WINDOW_OPTIONS = ("--metal", "--tab", "--new-window")
_DASHES_AS_VALUE = re.compile(r"(--?[^=\s]+=|-o)--")
_WITHOUT_VALUE = ("-h", "--help", "--version", "--new-window", "--self-test", "--without-own")
_HELP = ("-h", "--help")
LONGEST_FAULT = 300

_DESCRIPTION = gettext_noop(
    "Offline reference on critical and minor metals: what they are used for, which export controls "
    "apply to a destination on a given date, who produces them and what they cost. Without a "
    "command, the window opens."
)


class _Parser(argparse.ArgumentParser):
    """Reports a usage error in one sentence that names the help."""

    def _print_message(self, message: str, file: Any = None) -> None:
        (file or sys.stderr).write(message)  # argparse itself ignores a message that cannot be written

    def error(self, message: str) -> NoReturn:
        text = shortened(f"{message[:1].upper()}{message[1:]}".rstrip("."), LONGEST_FAULT)
        self.refuse(f"{text}.")

    def refuse(self, sentence: str, command: str = "") -> NoReturn:
        """End with a sentence and the command that prints the help."""
        help_command = f"`{command or self.prog} --help`"
        warn(paragraph([sentence, gettext("See {command}.").format(command=help_command)]))
        self.exit(2)


def read(argv: Sequence[str], version: str) -> argparse.Namespace:
    """Return the arguments; a link in the place of a command opens the window."""
    top = parser(version, argv)
    for word in takewhile(lambda w: w != "--", argv):
        if _DASHES_AS_VALUE.fullmatch(word):  # which older versions of argparse lose
            option = word[:-2].rstrip("=")
            top.refuse(gettext("{option} needs a value; “--” is not one.").format(option=option))
    args, unknown = top.parse_known_args(_with_link_option(_with_joined_dates(argv)))
    if unknown:
        command = f"{top.prog} {args.command}" if args.command else top.prog
        shown = (word if word.isprintable() and word.strip() else quoted(word) for word in unknown)
        words = shortened(" ".join(shown), LONGEST_FAULT)
        sentence = gettext("Unrecognised arguments: {arguments}.").format(arguments=words)
        top.refuse(sentence, command)
    _refuse_combinations(top, args)
    return args


def _refuse_combinations(top: _Parser, args: argparse.Namespace) -> None:
    """End with a sentence where options exclude each other."""
    view = {
        "--metal": args.shown_metal,
        "--on": args.on,
        "--to": args.to,
        "--from": args.origin,
        "--tab": args.tab,
    }
    given = [name for name, value in view.items() if value is not None]
    start = [*given, *(["--new-window"] if args.new_window else [])]
    if args.without_own and args.command is None:
        sentence = gettext(
            "--without-own applies to commands. In the window, turn entries off in “Your entries…”."
        )
        top.refuse(sentence)
    if args.self_test and (args.command or args.link or start):
        other = args.command or args.link or start[0]
        top.refuse(gettext("--self-test cannot be combined with {other}.").format(other=other))
    if args.command is not None:
        for name in (name for name in start if name in _WINDOW_OPTIONS):
            sentence = gettext("{option} applies to the window only; remove it or drop `{command}`.")
            top.refuse(sentence.format(option=name, command=args.command))
    if args.link is not None:
        for name in ([args.command] if args.command else []) + given:
            top.refuse(gettext("A link cannot be combined with {other}.").format(other=name))


def _with_joined_dates(argv: Sequence[str]) -> list[str]:
    """Return the arguments with relative dates such as `-2w`, which look like options, joined to their option."""
    joined: list[str] = []
    for word in argv:
        if joined and joined[-1] in _DATE_OPTIONS and re.fullmatch(r"-\d+[a-z]", word, re.IGNORECASE):
            joined[-1] += f"={word}"
        else:
            joined.append(word)
    return joined


def _with_link_option(argv: list[str]) -> list[str]:
    """Return the arguments with a link in the place of the command written as an option."""
    place = 0
    while place < len(argv) and argv[place].startswith("-"):
        place += 1 if argv[place] in _WITHOUT_VALUE or "=" in argv[place] else 2
    if place < len(argv) and argv[place].casefold().startswith(SCHEME):
        argv[place] = f"--link={argv[place]}"
    return argv


def _add_without_own(parser: argparse.ArgumentParser, default: object = argparse.SUPPRESS) -> None:
    """Add that the user's entries are left out; after the command it counts as before it."""
    text = gettext("leave out your own entries")
    parser.add_argument("--without-own", action="store_true", default=default, help=text)


def _asks_for_help(words: Collection[str]) -> bool:
    """Return whether the help option comes before any command, which lists all commands."""
    return next((word for word in words if word in (*_HELP, *registry.NAMES)), "") in _HELP


def parser(version: str, words: Collection[str] = registry.NAMES) -> _Parser:
    """Return the parser of the program; only the commands among the words to be read get their arguments."""
    top = _Parser(prog="minor-metals", description=gettext(_DESCRIPTION), allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"minor-metals {version}")
    top.add_argument("--data", metavar="FILE", help=gettext("use another data file"))
    _add_without_own(top, default=False)
    for name in (registry.SELF_TEST, registry.WINDOW):
        registry.load(name).add_arguments(top)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title=gettext("commands"))
    described = _asks_for_help(words)
    for name in registry.NAMES:
        if name not in words and not described:
            commands.add_parser(name)
            continue
        command = registry.load(name)
        text = gettext(command.help)
        own = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
        if name in words:
            own.add_argument(
                "--data", metavar="FILE", default=argparse.SUPPRESS, help=gettext("use another data file")
            )
            _add_without_own(own)
            own.add_argument("--json", action="store_true", help=gettext("print JSON only"))
            command.add_arguments(own)
    return top
