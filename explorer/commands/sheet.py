"""`minor-metals sheet`: one printable page per metal, as PDF, the same bytes as the window writes."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.commands.export import is_folder, start_drawing
from explorer.commands.support.command import Command
from explorer.commands.support.context import open_store, read_context
from explorer.commands.support.options import add_context, add_metals, add_output
from explorer.commands.support.output import FileCounts, FileReport, print_files, print_json
from explorer.commands.support.terminal import one_line
from explorer.data.context import Context
from explorer.data.finding.lookup import find_metal
from explorer.data.store import Store
from explorer.errors import KnownError, NotFound, quoted
from explorer.files import ensure_folder
from explorer.language import gettext, gettext_noop, ngettext

if TYPE_CHECKING:
    from explorer.factsheet.batch import Outcome

ENDING = ".pdf"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the metals, the file, the paper and the context."""
    from explorer.factsheet.drawing.style import PAPERS

    add_metals(parser, "+")
    add_output(
        parser,
        "FILE.pdf|FOLDER",
        gettext("file for one metal, folder for several (default: the current folder)"),
    )
    papers = tuple(PAPERS)
    parser.add_argument(
        "--paper", choices=papers, default=papers[0], help=gettext("paper size (default: a4)")
    )
    parser.add_argument("--force", action="store_true", help=gettext("replace existing files"))
    add_context(parser)


def run(args: Namespace) -> int:
    """Write the sheets; return 1 where a metal is unknown, 2 where a sheet can't be written."""
    with open_store(args) as store:
        context = read_context(args, store, must_be_export=False)
        args.metals = _each_once(store, args.metals)
        if len(args.metals) == 1:
            return _one(args, store, context)
        return _many(args, store, context)


def _one(args: Namespace, store: Store, context: "Context") -> int:
    """Write one sheet to a file, or under its default name into a folder."""
    from explorer.factsheet.facts.records import stem

    metal = find_metal(store, args.metals[0])
    if is_folder(args.output):
        path = ensure_folder(args.output) / f"{stem(metal.metal_id, context.as_of)}{ENDING}"
    else:
        path = Path(args.output)
        if path.suffix.lower() != ENDING:
            raise KnownError(
                gettext("A fact sheet is a PDF file: {name} must end in {ending}.").format(
                    name=quoted(path.name), ending=ENDING
                )
            )
    start_drawing()
    from explorer.factsheet.batch import write

    write(store, metal.metal_id, context, args.paper, path, force=args.force)
    if args.json:
        print_json([{"file": str(path), "fault": None}])
    else:
        print(one_line(str(path)))
    return 0


def _many(args: Namespace, store: Store, context: "Context") -> int:
    """Write several sheets to a folder; each that fails is reported."""
    folder = ensure_folder(args.output)
    names = args.metals
    start_drawing()
    from explorer.factsheet.batch import write_all

    return _report(
        write_all(store, names, context, args.paper, folder, force=args.force), len(names), args.json
    )


def _each_once(store: Store, metals: list[str]) -> list[str]:
    """Return the ids of the metals, each once; an unknown name stays as it is and is reported later."""
    ids: dict[str, None] = {}
    for name in metals:
        try:
            ids[find_metal(store, name).metal_id] = None
        except NotFound:
            ids[name] = None
    return list(ids)


def _report(outcomes: "Iterable[Outcome]", total: int, as_json: bool) -> int:
    """Report each sheet; return 0 where all are written, 2 where one failed, 1 where a metal is unknown."""
    reports = (FileReport(o.path, f"{o.asked}: {o.reason}", not o.unknown) for o in outcomes)
    written, failed = print_files(reports, total, FileCounts(_progress, _summary), as_json)
    return 2 if failed else 0 if written == total else 1


def _progress(done: int, total: int) -> str:
    return ngettext("{done} of {total} fact sheet", "{done} of {total} fact sheets", total).format(
        done=done, total=total
    )


def _summary(written: int, total: int, unavailable: int) -> str:
    """Return the closing line; every fact sheet is available."""
    return ngettext(
        "{written} of {total} fact sheet written.", "{written} of {total} fact sheets written.", total
    ).format(written=written, total=total)


COMMAND = Command(
    "sheet", gettext_noop("Write a fact sheet, one printable page per metal, as PDF."), add_arguments, run
)
