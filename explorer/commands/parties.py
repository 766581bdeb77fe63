"""`minor-metals parties`: names of companies against the lists of named parties as of a date."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.commands.support.command import Command
from explorer.commands.support.context import open_store, read_context
from explorer.commands.support.options import add_day, add_origin
from explorer.commands.support.output import Progress, number, print_csv, print_json
from explorer.commands.support.party_text import as_text
from explorer.commands.support.statement_file import add_statement, statement_path, write_statement_file
from explorer.commands.support.terminal import warn
from explorer.data.context import Context
from explorer.data.controls.headline import beyond
from explorer.data.parties import record
from explorer.data.parties.check import NOT_FOUND, PartyChecker
from explorer.data.parties.checked_list import CheckedName, check_line
from explorer.data.reading.read_names import NameList, names_given, read_name_file, with_column
from explorer.data.store import Store
from explorer.errors import KnownError, quoted
from explorer.language import gettext, gettext_noop, ngettext

if TYPE_CHECKING:
    from explorer.factsheet.drawing.statement_pages import StatementDocument

PROGRESS_EVERY = 500
FILE_ENDINGS = (".csv", ".tsv", ".txt", ".xlsx")


def add_arguments(parser: ArgumentParser) -> None:
    """Add the names or their file, day and origin."""
    parser.add_argument(
        "names", metavar="NAME", nargs="*", help=gettext("company name, in English or Chinese")
    )
    parser.add_argument(
        "--file", metavar="FILE", help=gettext("check the names in a text, CSV or XLSX file, one per line")
    )
    parser.add_argument("--column", metavar="NAME", help=gettext("name of the column that holds the names"))
    parser.add_argument("--sheet", metavar="NAME", help=gettext("sheet of the workbook (default: the first)"))
    parser.add_argument("--csv", action="store_true", help=gettext("print one line of CSV for each name"))
    add_statement(parser)
    parser.add_argument("--force", action="store_true", help=gettext("replace an existing file"))
    add_day(parser)
    add_origin(parser)


def run(args: Namespace) -> int:
    """Print the verdict on each name; 0 where a name on file is the same or similar, 1 where none is."""
    names = _names(args)
    with open_store(args) as store:
        context = read_context(args, store)
        checker = PartyChecker(store, context)
        path = statement_path(args) if args.pdf is not None else None
        checked = list(_checked(names, checker))
        if args.file is None and len(checked) == 1 and checked[0].verdict is None:
            raise KnownError(checked[0].fault)
        if path is not None:
            return _write(args, store, context, names, checked, path)
        if args.json:
            print_json(record.as_dict(store, checked, checker, context))
        elif args.csv:
            print_csv(record.header(names), record.rows(store, names, checked, context))
        else:
            print(as_text(store, checked, checker, context))
        warning = beyond(store, context.as_of)
    if warning and (args.json or args.csv):
        warn(warning)
    faults = sum(c.verdict is None for c in checked)
    if faults:
        text = ngettext("{count} line could not be checked.", "{count} lines could not be checked.", faults)
        warn(text.format(count=faults))
    return _exit_code(checked)


def _write(
    args: Namespace,
    store: Store,
    context: Context,
    names: NameList,
    checked: list[CheckedName],
    path: Path,
) -> int:
    """Write the statement; the exit code is that of the verdicts."""

    def make() -> "StatementDocument":
        from explorer.factsheet.drawing.names_statement import as_document
        from explorer.factsheet.facts.names_statement import make_statement

        return as_document(make_statement(store, checked, context, names.name))

    write_statement_file(args, path, make, sum(c.verdict is None for c in checked))
    return _exit_code(checked)


def _exit_code(checked: list[CheckedName]) -> int:
    if any(c.verdict is None for c in checked):
        return 2
    return 0 if any(c.verdict is not None and c.verdict.verdict != NOT_FOUND for c in checked) else 1


def _checked(names: NameList, checker: PartyChecker) -> Iterator[CheckedName]:
    """Yield the answers line by line, and show the progress of a long list."""
    progress = Progress(len(names.lines))
    for count, line in enumerate(names.lines, start=1):
        yield check_line(names, line, checker)
        if count % PROGRESS_EVERY == 0:
            text = ngettext("{count} name", "{count} names", count)
            progress.show(count, text.format(count=number(count)))
    progress.clear()


def _names(args: Namespace) -> NameList:
    """Return the names of the command line, or those of the file."""
    if args.json and args.csv:
        raise KnownError(gettext("--json and --csv cannot be combined."))
    if args.csv and args.pdf is not None:
        raise KnownError(gettext("--pdf writes a statement only; remove --csv."))
    if args.pdf is None and (args.paper is not None or args.force):
        raise KnownError(gettext("--paper and --force apply only with --pdf."))
    if bool(args.names) == (args.file is not None):
        raise KnownError(gettext("Give either names or --file FILE."))
    if args.file is None:
        for option in ("column", "sheet"):
            if getattr(args, option) is not None:
                raise KnownError(gettext("--{option} applies to --file only.").format(option=option))
        for name in args.names:
            if name.lower().endswith(FILE_ENDINGS):
                text = gettext("{name} is the name of a file, not of a company.")
                hint = gettext("Add --file before it to check the names in it.")
                raise KnownError(text.format(name=quoted(name)), command_hint=hint)
        return names_given(args.names)
    path = Path(args.file)
    names = read_name_file(path, args.sheet)
    return names if args.column is None else with_column(names, args.column)


COMMAND = Command(
    "parties",
    gettext_noop("Check company names against the lists of named parties as of a date."),
    add_arguments,
    run,
)
