"""`minor-metals sheet`: one printable page per metal, as PDF, the same bytes as the window writes."""

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.commands.export import is_folder, start_drawing
from explorer.commands.support.context import open_store, read_context
from explorer.commands.support.output import FileReport, print_json, tell_files
from explorer.commands.support.terminal import one_line
from explorer.data.context import Context
from explorer.data.finding.lookup import find_metal
from explorer.data.store import Store
from explorer.errors import KnownError, NotFound
from explorer.files import ensure_folder

if TYPE_CHECKING:
    from explorer.factsheet.batch import Outcome

ENDING = ".pdf"


def run(args: Namespace) -> int:
    """Write the sheets; 1 where a metal is unknown, 2 where one can't be written."""

    with open_store(args) as store:
        context = read_context(args, store)
        args.metals = _each_once(store, args.metals)
        if len(args.metals) == 1:
            return _one(args, store, context)
        return _many(args, store, context)


def _one(args: Namespace, store: Store, context: "Context") -> int:
    """Write one sheet to the file that is named, or under its own name into a folder."""
    from explorer.factsheet.facts.records import stem

    metal = find_metal(store, args.metals[0])
    if is_folder(args.output):
        path = ensure_folder(args.output) / f"{stem(metal.metal_id, context.as_of)}{ENDING}"
    else:
        path = Path(args.output)
        if path.suffix.lower() != ENDING:
            raise KnownError(f"A fact sheet is a PDF: let the name “{path.name}” end in {ENDING}.")
    start_drawing()
    from explorer.factsheet.batch import write

    write(store, metal.metal_id, context, args.paper, path, force=args.force)
    if args.json:
        print_json([{"file": str(path), "fault": None}])
    else:
        print(one_line(str(path)))
    return 0


def _many(args: Namespace, store: Store, context: "Context") -> int:
    """Write several sheets to a folder; what failed is told at its turn."""
    folder = ensure_folder(args.output)
    names = args.metals
    start_drawing()
    from explorer.factsheet.batch import write_all

    return _report(
        write_all(store, names, context, args.paper, folder, force=args.force), len(names), args.json
    )


def _each_once(store: Store, metals: list[str]) -> list[str]:
    """Return the metals by id, each once; a name that is unknown stays as it is, to be reported at its turn."""
    found: dict[str, None] = {}
    for name in metals:
        try:
            found[find_metal(store, name).metal_id] = None
        except NotFound:
            found[name] = None
    return list(found)


def _report(outcomes: "Iterable[Outcome]", total: int, as_json: bool) -> int:
    """Print what became of each; 0 where all are written, 2 where one failed, 1 where a metal is unknown."""
    told = (FileReport(o.path, f"{o.asked}: {o.reason}", not o.unknown) for o in outcomes)
    written, failed = tell_files(told, total, "sheets", as_json)
    return 2 if failed else 0 if written == total else 1
