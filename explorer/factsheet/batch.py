"""Writes fact sheets of one or several metals to files, with the result for each."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.finding.lookup import find_metal
from explorer.data.store import Store
from explorer.errors import KnownError, NotFound
from explorer.factsheet.drawing.page import render
from explorer.factsheet.facts.records import stem
from explorer.files import refuse_existing, write_file


class Outcome(Struct, frozen=True):
    """The result for a metal that was asked for: its file, or the reason; `unknown` where no metal has the name."""

    asked: str
    path: Path | None = None
    reason: str = ""
    unknown: bool = False


def write(
    store: Store, metal_id: str, context: Context, paper: str, path: Path, *, force: bool = False
) -> None:
    """Write the sheet of a metal to a file; raise KnownError where it can't be written."""
    refuse_existing(path, force)
    data = render(store, metal_id, context, paper)
    write_file(path, data, force=force)


def write_all(
    store: Store,
    asked: Iterable[str],
    context: Context,
    paper: str,
    folder: Path,
    *,
    force: bool = False,
) -> Iterator[Outcome]:
    """Yield the result for each metal as soon as it is done; an error in one does not stop the rest."""
    for name in asked:
        try:
            metal_id = find_metal(store, name).metal_id
            path = folder / f"{stem(metal_id, context.as_of)}.pdf"
            write(store, metal_id, context, paper, path, force=force)
            yield Outcome(name, path)
        except KnownError as error:
            yield Outcome(name, reason=error.for_command_line, unknown=isinstance(error, NotFound))
