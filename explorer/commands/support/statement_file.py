"""Writes a printable statement that is asked for on the command line."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.commands.support.output import FileReport, print_json
from explorer.commands.support.terminal import one_line, warn
from explorer.errors import KnownError, quoted
from explorer.files import refuse_existing, write_file
from explorer.language import gettext, ngettext

if TYPE_CHECKING:
    from explorer.factsheet.drawing.statement_pages import StatementDocument

PAPERS, ENDING = ("a4", "letter"), ".pdf"


def add_statement(parser: ArgumentParser) -> None:
    """Add the file of a statement and its paper size."""
    parser.add_argument(
        "--pdf", metavar="FILE.pdf", help=gettext("write a printable statement as a PDF file")
    )
    parser.add_argument("--paper", choices=PAPERS, help=gettext("paper size of the statement (default: a4)"))


def pdf_path(name: str) -> Path:
    """Return the path of a PDF file; raise KnownError for another ending."""
    path = Path(name)
    if path.suffix.lower() != ENDING:
        text = gettext("A statement is a PDF file: {name} must end in {ending}.")
        raise KnownError(text.format(name=quoted(path.name), ending=ENDING))
    return path


def statement_path(args: Namespace) -> Path:
    """Return the file to write; raise KnownError for another ending, and for an existing file without --force."""
    path = pdf_path(args.pdf)
    refuse_existing(path, args.force)
    return path


def write_statement_file(
    args: Namespace, path: Path, make: "Callable[[], StatementDocument]", faults: int
) -> None:
    """Write a statement, print its path, and report how many lines could not be checked."""
    from explorer.commands.export import start_drawing

    start_drawing()
    from explorer.factsheet.drawing.statement_pages import render

    document = make()
    write_file(path, render(document, args.paper or PAPERS[0]), force=args.force)
    if args.json:
        print_json([FileReport(path).as_dict()])
    else:
        print(one_line(str(path)))
    if faults:
        text = ngettext(
            "{count} line could not be checked; the statement gives the reason.",
            "{count} lines could not be checked; the statement gives the reasons.",
            faults,
        )
        warn(text.format(count=faults))
    if document.warning:
        warn(document.warning)
