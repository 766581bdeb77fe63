"""How panes name where a figure comes from: short publisher names in a line, full citations in a tooltip."""

from collections.abc import Iterable
from html import escape

from explorer.data.citation import cite
from explorer.data.store import Store

MOST_NAMED = 2


def short(store: Store, source_ids: Iterable[str], edition: str | None = None) -> str:
    """Return the publishers, the first two named: `US Geological Survey, MCS 2026`."""
    names = list(dict.fromkeys(store.sources[i].publisher for i in source_ids))
    text = "; ".join(names[:MOST_NAMED])
    if len(names) > MOST_NAMED:
        text = f"{text} +{len(names) - MOST_NAMED}"
    return f"{text}, {edition}" if edition and text else text


def citations(store: Store, source_ids: Iterable[str]) -> str:
    """Return the full citations, one a line, as plain text."""
    return "\n".join(cite(store.sources[i]) for i in dict.fromkeys(source_ids))


def links(store: Store, source_ids: Iterable[str]) -> str:
    """Return the sources as HTML links that open the Sources tab at each."""
    found = [store.sources[i] for i in dict.fromkeys(source_ids)]
    return ", ".join(
        f'<a href="source:{escape(s.source_id)}" title="{escape(cite(s))}">{escape(s.publisher)}</a>'
        for s in found
    )
