"""`minor-metals search`: searches names, documents, items, uses, companies and sources."""

from argparse import ArgumentParser, Namespace

from explorer.commands.support.command import Command
from explorer.commands.support.context import open_store
from explorer.commands.support.options import positive_number
from explorer.commands.support.output import print_json, table
from explorer.commands.support.terminal import warn
from explorer.data.finding.search import search
from explorer.language import gettext, gettext_noop

_KINDS = {
    "claim": gettext_noop("claim"),
    "country": gettext_noop("country"),
    "instrument": gettext_noop("document"),
    "item": gettext_noop("item"),
    "metal": gettext_noop("metal"),
    "party": gettext_noop("named party"),
    "producer": gettext_noop("producer"),
    "project": gettext_noop("project"),
    "source": gettext_noop("source"),
    "use": gettext_noop("use"),
}


def add_arguments(parser: ArgumentParser) -> None:
    """Add the text and the number of hits."""
    parser.add_argument(
        "text", nargs="+", help=gettext("name, 中文, symbol, code, announcement number or date")
    )
    parser.add_argument(
        "--limit", type=positive_number, default=50, help=gettext("maximum number of results (default: 50)")
    )


def run(args: Namespace) -> int:
    """Print the hits, best first; return 1 where there are none."""
    text = " ".join(args.text)
    with open_store(args) as store:
        hits = search(store, text, args.limit)
        if args.json:
            print_json(
                [
                    {
                        "kind": h.kind,
                        "key": h.key,
                        "metal": h.metal_id,
                        "title": h.title,
                        "title_zh": h.title_zh,
                        "excerpt": h.excerpt,
                    }
                    for h in hits
                ]
            )
        elif hits:
            rows = [(_kind(h.kind), h.key, h.title_zh or "", h.title, h.excerpt) for h in hits]
            header = (
                gettext("Kind"),
                gettext("Key"),
                gettext("Chinese"),
                gettext("Title"),
                gettext("Excerpt"),
            )
            print(table(header, [_short(row) for row in rows]))
    if not hits:
        warn(gettext("Nothing found for “{text}”.").format(text=text))
        return 1
    return 0


def _kind(kind: str) -> str:
    """Return the word for a kind of hit."""
    return gettext(_KINDS[kind]) if kind in _KINDS else kind


def _short(row: tuple[str, ...]) -> tuple[str, ...]:
    kind, key, chinese, title, excerpt = row
    return kind, key, _cut(chinese, 24), _cut(title, 60), excerpt


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


COMMAND = Command(
    "search",
    gettext_noop("Search metals, documents, items, uses, companies, named parties and sources."),
    add_arguments,
    run,
)
