"""`minor-metals sources`: the sources, and the rows that cite one of them."""

import difflib
from argparse import ArgumentParser, Namespace
from typing import Any

from explorer.commands.support.command import Command
from explorer.commands.support.context import open_store
from explorer.commands.support.output import number, print_json, table
from explorer.data.citation import cite, usage
from explorer.data.records import Source
from explorer.data.store import Store
from explorer.data.terms import source_kind_word
from explorer.errors import NotFound, quoted
from explorer.language import gettext, gettext_noop, paragraph


def add_arguments(parser: ArgumentParser) -> None:
    """Add the source."""
    parser.add_argument("source", metavar="ID", nargs="?", help=gettext("source ID"))


def run(args: Namespace) -> int:
    """Print all sources, or one with its citation and the tables that cite it."""
    with open_store(args) as store:
        if args.source is None:
            if args.json:
                print_json([_as_dict(s) for s in store.sources.values()])
            else:
                print(
                    table(
                        (gettext("ID"), gettext("Kind"), gettext("Citation")),
                        [(s.source_id, source_kind_word(s.kind), cite(s)) for s in store.sources.values()],
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
        sentences = [
            gettext("No source {id}.").format(id=quoted(source_id)),
            gettext("Similar IDs: {ids}.").format(ids=", ".join(near)) if near else "",
        ]
        hint = gettext("`minor-metals sources` lists all sources.")
        raise NotFound(paragraph(sentences), command_hint=hint)
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
    heading = gettext("ID {id}; kind: {kind}").format(id=source.source_id, kind=source_kind_word(source.kind))
    parts = [cite(source), heading]
    if source.note:
        parts.append(gettext("Note: {note}").format(note=source.note))
    rows = [(name, number(count)) for name, count in used.items()]
    header = (gettext("Table"), gettext("Rows"))
    parts += ["", table(header, rows, right=(1,)) if rows else gettext("No row cites this source.")]
    return "\n".join(parts)


COMMAND = Command(
    "sources", gettext_noop("List the sources, or show one and the tables that cite it."), add_arguments, run
)
