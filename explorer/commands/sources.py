"""`minor-metals sources`: the sources, and the rows that cite one of them."""

import difflib
from argparse import ArgumentParser, Namespace
from typing import Any

from explorer.commands.support.command import Command
from explorer.commands.support.context import open_store
from explorer.commands.support.output import print_json, table
from explorer.data.citation import cite, usage
from explorer.data.records import Source
from explorer.data.store import Store
from explorer.errors import NotFound


def add_arguments(parser: ArgumentParser) -> None:
    """Add the source."""
    parser.add_argument("source", metavar="ID", nargs="?", help="the id of a source")


def run(args: Namespace) -> int:
    """Print all sources, or one with its citation and the tables that cite it."""
    with open_store(args) as store:
        if args.source is None:
            if args.json:
                print_json([_as_dict(s) for s in store.sources.values()])
            else:
                print(
                    table(
                        ("Id", "Kind", "Citation"),
                        [(s.source_id, s.kind, cite(s)) for s in store.sources.values()],
                    )
                )
            return 0
        source = _find(store, args.source)
        used = usage(store, source.source_id)
        if args.json:
            print_json({**_as_dict(source), "used": used})
        else:
            print(_text(source, used))
    return 0


def _find(store: Store, source_id: str) -> Source:
    source = store.sources.get(source_id.strip().lower())
    if source is None:
        near = difflib.get_close_matches(source_id.lower(), list(store.sources), n=3)
        question = f"; did you mean {' or '.join(near)}?" if near else ""
        raise NotFound(
            f"No source has the id “{source_id}”{question}; `minor-metals sources` lists them all."
        )
    return source


def _as_dict(source: Source) -> dict[str, Any]:
    return {
        "source_id": source.source_id,
        "publisher": source.publisher,
        "title": source.title,
        "date": source.date,
        "url": source.url,
        "kind": source.kind,
        "note": source.note,
        "citation": cite(source),
    }


def _text(source: Source, used: dict[str, int]) -> str:
    parts = [cite(source), f"Id {source.source_id}; kind {source.kind}"]
    if source.note:
        parts.append(f"Note: {source.note}")
    rows = [(name, f"{count:,}") for name, count in used.items()]
    parts += ["", table(("Table", "Rows"), rows, right=(1,)) if rows else "Not used by a row."]
    return "\n".join(parts)


COMMAND = Command("sources", "list the sources, or show one and where it is used", add_arguments, run)
