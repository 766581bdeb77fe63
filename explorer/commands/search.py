"""`minor-metals search`: one search over names, documents, items, uses, firms and sources."""

from argparse import Namespace

from explorer.commands.support.context import open_store
from explorer.commands.support.output import print_json, table
from explorer.commands.support.terminal import warn
from explorer.data.finding.search import search


def run(args: Namespace) -> int:
    """Print the hits, best first; 1 where there is none."""
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
            rows = [(h.kind, h.key, h.title_zh or "", h.title, h.excerpt) for h in hits]
            print(table(("Kind", "Key", "Chinese", "Title", "Found"), [_short(row) for row in rows]))
    if not hits:
        warn(f"Nothing matches “{text}”.")
        return 1
    return 0


def _short(row: tuple[str, ...]) -> tuple[str, ...]:
    kind, key, chinese, title, excerpt = row
    return kind, key, _cut(chinese, 24), _cut(title, 60), excerpt


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
