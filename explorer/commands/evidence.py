"""`minor-metals evidence`: an answer with all that it rests on, in one file that can be verified."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from explorer.commands.support.command import Command
from explorer.commands.support.context import open_store, read_context
from explorer.commands.support.options import add_context, add_output
from explorer.commands.support.output import FileReport, print_json
from explorer.commands.support.terminal import one_line, warn
from explorer.data.controls.headline import beyond
from explorer.data.evidence.command import ENDING, stem
from explorer.data.evidence.question import Question, check_question, checked_lines, read_question
from explorer.errors import KnownError
from explorer.files import ensure_folder, refuse_existing, write_file
from explorer.language import gettext, gettext_noop


def add_arguments(parser: ArgumentParser) -> None:
    """Add the metal or the codes, the file and the context."""
    parser.add_argument(
        "subject",
        metavar="METAL|CODE",
        nargs="+",
        help=gettext("one metal (ID, symbol or name), or one or more customs codes or control codes"),
    )
    add_output(parser, "FILE.zip|FOLDER", gettext("file or folder to write (default: the current folder)"))
    parser.add_argument("--force", action="store_true", help=gettext("replace an existing file"))
    add_context(parser)


def run(args: Namespace) -> int:
    """Write the file and print its path; return 1 where none of the codes is on file."""
    with open_store(args) as store:
        question = read_question(store, args.subject, read_context(args, store))
        check_question(store, question)
        path = _path(args.output, question)
        refuse_existing(path, args.force)
        from explorer.commands.export import start_drawing

        start_drawing()
        from explorer.factsheet.evidence import make_file

        write_file(path, make_file(store, question), force=args.force)
        warning = beyond(store, question.context.as_of)
        lines = checked_lines(store, question)
    if args.json:
        print_json([FileReport(path).as_dict()])
    else:
        print(one_line(str(path)))
    if warning:
        warn(warning)
    return 0 if question.metal_id or any(x.verdict is not None and x.verdict.matches for x in lines) else 1


def _path(output: str | None, question: Question) -> Path:
    """Return the file to write; raise KnownError for another ending."""
    from explorer.commands.export import is_folder

    if is_folder(output):
        return ensure_folder(output) / f"{stem(question)}{ENDING}"
    path = Path(str(output))
    if path.suffix.lower() != ENDING:
        text = gettext("An evidence file is a ZIP file: “{name}” must end in {ending}.")
        raise KnownError(text.format(name=path.name, ending=ENDING))
    return path


COMMAND = Command(
    "evidence",
    gettext_noop("Write an evidence file: the answer with all that it rests on, to be verified later."),
    add_arguments,
    run,
)
