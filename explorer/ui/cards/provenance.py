"""The sources of a figure: short publisher names for a line, full citations for a tooltip, links."""

from collections.abc import Iterable
from html import escape

from explorer.data.citation import cite
from explorer.data.store import Store

MAX_NAMED = 2


def short(store: Store, source_ids: Iterable[str], edition: str | None = None) -> str:
    """Return the publishers, the first two named: `US Geological Survey, MCS 2026`."""
    names = list(dict.fromkeys(store.sources[i].publisher for i in source_ids))
    text = "; ".join(names[:MAX_NAMED])
    if len(names) > MAX_NAMED:
        text = f"{text} +{len(names) - MAX_NAMED}"
    return f"{text}, {edition}" if edition and text else text


def citations(store: Store, source_ids: Iterable[str]) -> str:
    """Return the full citations as plain text, one per line."""
    return "\n".join(cite(store.sources[i]) for i in dict.fromkeys(source_ids))


def links(store: Store, source_ids: Iterable[str]) -> str:
    """Return the sources as HTML links to the Sources tab."""
    sources = [store.sources[i] for i in dict.fromkeys(source_ids)]
    return "; ".join(
        f'<a href="source:{escape(s.source_id)}" title="{escape(cite(s))}">{escape(s.publisher)}</a>'
        for s in sources
    )
