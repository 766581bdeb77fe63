"""Writes the printable statement on codes that are given on the command line or in a file."""

from argparse import Namespace
from pathlib import Path

from explorer.commands.support.code_table import chosen_column
from explorer.commands.support.output import FileReport, print_json
from explorer.commands.support.terminal import one_line, warn
from explorer.data.context import Context
from explorer.data.controls.codes import CodeChecker
from explorer.data.finding.code_check import check_line
from explorer.data.reading.code_list import ONLY_COLUMN, CodeLine, CodeList
from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.files import refuse_existing, write_file
from explorer.language import gettext, ngettext

PAPERS, ENDING = ("a4", "letter"), ".pdf"


def write_statement(args: Namespace, store: Store, checker: CodeChecker, context: Context) -> int:
    """Write the statement; return 2 where a line can't be checked, else 0 where a code is on file, 1 where none is."""
    from explorer.commands.export import start_drawing

    path = Path(args.pdf)
    if path.suffix.lower() != ENDING:
        text = gettext("A statement is a PDF file: “{name}” must end in {ending}.")
        raise KnownError(text.format(name=path.name, ending=ENDING))
    refuse_existing(path, args.force)
    codes = _codes(args)
    checked = [check_line(codes, line, checker) for line in codes.lines]
    start_drawing()
    from explorer.factsheet.drawing.statement import render
    from explorer.factsheet.facts.statement import make_statement

    statement = make_statement(store, checked, context, codes.name)
    write_file(path, render(statement, args.paper or PAPERS[0]), force=args.force)
    if args.json:
        print_json([FileReport(path).as_dict()])
    else:
        print(one_line(str(path)))
    faults = sum(line.verdict is None for line in checked)
    if faults:
        text = ngettext(
            "{count} line could not be checked; the statement gives the reason.",
            "{count} lines could not be checked; the statement gives the reasons.",
            faults,
        )
        warn(text.format(count=faults))
    if statement.warning:
        warn(statement.warning)
    if faults:
        return 2
    return 0 if any(line.verdict is not None and line.verdict.matches for line in checked) else 1


def _codes(args: Namespace) -> CodeList:
    """Return the codes of the command line, or those of the file."""
    if args.file is None:
        lines = tuple(CodeLine(number, (code,)) for number, code in enumerate(args.codes, start=1))
        return CodeList("", (ONLY_COLUMN,), False, lines, 0)
    from explorer.data.reading.read_codes import read_code_file

    path = Path(args.file)
    return chosen_column(read_code_file(path, args.sheet), args.column, path)
