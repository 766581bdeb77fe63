"""`minor-metals verify`: whether an evidence file is complete, and whether its edition gives the same answer."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.commands.support.command import Command
from explorer.commands.support.output import print_json
from explorer.data.evidence.texts import proves_nothing_about_maker
from explorer.data.evidence.verification import DAMAGED, SAME, verify
from explorer.data.evidence.verification_text import (
    as_dict,
    context_sentences,
    detail_sentences,
    result_sentence,
)
from explorer.language import gettext, gettext_noop

if TYPE_CHECKING:
    from explorer.data.evidence.verification import Drawing


def add_arguments(parser: ArgumentParser) -> None:
    """Add the file."""
    parser.add_argument(
        "file", metavar="FILE", help=gettext("evidence file, written by `minor-metals evidence`")
    )


def run(args: Namespace) -> int:
    """Print the result; return 0 for the same answer, 2 for a damaged file, 1 otherwise."""
    path = Path(args.file)
    found = verify(path, _load_drawing, Path(args.data) if args.data is not None else None)
    if args.json:
        print_json(as_dict(found, path))
    else:
        lines = [result_sentence(found, path), *detail_sentences(found)]
        if found.manifest is not None:
            lines += ["", *context_sentences(found), proves_nothing_about_maker()]
        print("\n".join(lines))
    return {SAME: 0, DAMAGED: 2}.get(found.outcome, 1)


def _load_drawing() -> "Drawing":
    from explorer.commands.export import start_drawing

    start_drawing()
    from explorer.factsheet.evidence import load_drawing

    return load_drawing()


COMMAND = Command(
    "verify",
    gettext_noop(
        "Check an evidence file: whether it is complete, and whether its edition gives the same answer."
    ),
    add_arguments,
    run,
)
