"""Fact sheets of several metals into one folder: one after the other, with what became of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from explorer.data.context import Context
from explorer.data.finding.lookup import find_metal
from explorer.data.store import Store
from explorer.errors import KnownError, NotFound
from explorer.factsheet.drawing.page import render
from explorer.factsheet.facts.records import stem
from explorer.files import refuse_existing, write_file


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a metal that was asked for: the file, or the fault; `unknown` tells a name that is none."""

    asked: str
    path: Path | None = None
    reason: str = ""
    unknown: bool = False


def write(
    store: Store, metal_id: str, context: Context, paper: str, path: Path, *, force: bool = False
) -> None:
    """Write the sheet of a metal as a whole file; raise KnownError where it can't be."""
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
    """Yield what became of each metal as soon as it is done; a fault of one does not stop the rest."""
    for name in asked:
        try:
            metal_id = find_metal(store, name).metal_id
            path = folder / f"{stem(metal_id, context.as_of)}.pdf"
            write(store, metal_id, context, paper, path, force=force)
            yield Outcome(name, path)
        except KnownError as error:
            yield Outcome(name, reason=str(error), unknown=isinstance(error, NotFound))
