"""Writes the printable statement on codes that are given on the command line or in a file."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.commands.support.code_table import chosen_column
from explorer.commands.support.statement_file import statement_path, write_statement_file
from explorer.data.context import Context
from explorer.data.controls.codes import CodeChecker
from explorer.data.finding.code_check import check_line
from explorer.data.reading.code_list import ONLY_COLUMN, CodeList
from explorer.data.reading.line_list import lines_given
from explorer.data.store import Store

if TYPE_CHECKING:
    from explorer.factsheet.drawing.statement_pages import StatementDocument


def write_statement(args: Namespace, store: Store, checker: CodeChecker, context: Context) -> int:
    """Write the statement; return 2 where a line can't be checked, else 0 where a code is on file, 1 where none is."""
    path, codes = statement_path(args), _codes(args)
    checked = [check_line(codes, line, checker) for line in codes.lines]

    def make() -> "StatementDocument":
        from explorer.factsheet.drawing.statement import as_document
        from explorer.factsheet.facts.statement import make_statement

        return as_document(make_statement(store, checked, context, codes.name))

    faults = sum(line.verdict is None for line in checked)
    write_statement_file(args, path, make, faults)
    if faults:
        return 2
    return 0 if any(line.verdict is not None and line.verdict.matches for line in checked) else 1


def _codes(args: Namespace) -> CodeList:
    """Return the codes of the command line, or those of the file."""
    if args.file is None:
        return CodeList("", (ONLY_COLUMN,), False, lines_given(args.codes), 0)
    from explorer.data.reading.read_codes import read_code_file

    path = Path(args.file)
    return chosen_column(read_code_file(path, args.sheet), args.column, path)
