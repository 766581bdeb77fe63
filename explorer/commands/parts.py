"""`minor-metals parts`: saved parts lists, checked again for what has changed and what will change."""

from argparse import SUPPRESS, ArgumentParser, Namespace

from explorer.commands.support import parts_actions
from explorer.commands.support.actions import add_actions, run_action
from explorer.commands.support.command import Command
from explorer.commands.support.options import add_places
from explorer.data.user.parts_records import AHEAD
from explorer.language import gettext, gettext_noop


def add_arguments(parser: ArgumentParser) -> None:
    """Add what can be done with parts lists, each with its arguments."""
    action = add_actions(parser)
    _add_adding(action("add", gettext("Save the codes of a file as a parts list."), parts_actions.add))
    action("list", gettext("List your parts lists."), parts_actions.list_all)
    _add_name(action("remove", gettext("Remove a parts list."), parts_actions.remove))
    rename = action("rename", gettext("Rename a parts list."), parts_actions.rename)
    _add_name(rename)
    rename.add_argument("new_name", metavar="NEW", help=gettext("new name"))
    text = gettext("Check parts lists again: which verdicts changed, why, and which will change.")
    _add_checking(action("check", text, parts_actions.check))


def _add_name(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help=gettext("name or ID of the list"))


def _add_adding(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=gettext("CSV, text or XLSX file with codes"))
    parser.add_argument("--name", help=gettext("name of the list (default: that of the file)"))
    parser.add_argument("--column", metavar="NAME", help=gettext("name of the column that holds the codes"))
    parser.add_argument("--sheet", metavar="NAME", help=gettext("sheet of the workbook (default: the first)"))
    parser.add_argument(
        "--skip-bad-lines", action="store_true", help=gettext("leave out lines without a valid code")
    )
    add_places(parser)


def _add_checking(parser: ArgumentParser) -> None:
    parser.add_argument(
        "name", metavar="NAME", nargs="?", help=gettext("name or ID of a list (default: all lists)")
    )
    parser.add_argument(
        "--since",
        metavar="DAY",
        help=gettext(
            "compare with this day, by the data in use (default: with the result of the last check)"
        ),
    )
    parser.add_argument("--on", metavar="DATE", default=SUPPRESS, help=gettext("as-of date (default: today)"))
    parser.add_argument(
        "--ahead",
        metavar="DAYS",
        type=parts_actions.days_ahead,
        default=AHEAD,
        help=gettext("list the changes in the next DAYS days (default: {days})").format(days=AHEAD),
    )
    parser.add_argument("--csv", action="store_true", help=gettext("print CSV only"))
    parser.add_argument(
        "--ics",
        metavar="FILE",
        help=gettext("write a calendar file of the days on which verdicts or measures on the lines change"),
    )
    parser.add_argument("--force", action="store_true", help=gettext("replace an existing file"))
    parser.add_argument(
        "--keep",
        action="store_true",
        help=gettext("keep the last check, so that the next one lists the same changes again"),
    )
    parser.add_argument(
        "--without-own", action="store_true", default=SUPPRESS, help=gettext("leave your entries out")
    )


def run(args: Namespace) -> int:
    """Do what the arguments name; return 1 where there is nothing to show."""
    return run_action(args)


COMMAND = Command(
    "parts",
    gettext_noop(
        "Keep parts lists with codes, and list which of their verdicts changed or will change, and why."
    ),
    add_arguments,
    run,
)
