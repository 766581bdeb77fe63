"""The actions of a command that has several, such as `own list`, each with its own arguments."""

from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Callable

from explorer.language import gettext

Run = Callable[[Namespace], int]


def add_actions(parser: ArgumentParser) -> Callable[[str, str, Run], ArgumentParser]:
    """Return a function that adds an action by its name, its help and what runs it."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", title=gettext("actions"), required=True)

    def action(name: str, text: str, run: Run) -> ArgumentParser:
        own: ArgumentParser = actions.add_parser(name, help=text, description=text, allow_abbrev=False)
        own.add_argument("--json", action="store_true", default=SUPPRESS, help=gettext("print JSON only"))
        own.add_argument("--data", metavar="FILE", default=SUPPRESS, help=gettext("use another data file"))
        own.set_defaults(run_action=run)
        return own

    return action


def run_action(args: Namespace) -> int:
    """Do what the arguments name; return the exit code."""
    run: Run = args.run_action
    return run(args)
