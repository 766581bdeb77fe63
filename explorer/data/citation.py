"""Sources as one line each, as in a footnote, and where the data use them."""

from collections.abc import Iterable

from explorer.data.records import Source
from explorer.data.store import Store


def cite(source: Source) -> str:
    """Return a source as one line: Publisher, "Title", date, URL; unknown parts are omitted."""
    parts = [source.publisher, f'"{source.title}"', source.date, source.url]
    return ", ".join(p for p in parts if p) + "."


def citation(store: Store, source_ids: Iterable[str]) -> str:
    """Return sources as lines in their order, each once; an unknown id is given as it is."""
    sources = store.sources
    return "\n".join(cite(sources[i]) if i in sources else f"{i}." for i in dict.fromkeys(source_ids))


def usage(store: Store, source_id: str) -> dict[str, int]:
    """Return how many rows of each table name the source, tables without any omitted."""
    tables = {
        name for (name,) in store.query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    }
    counts = {}
    for table in sorted(tables):
        link = f"{table}_sources"
        if link in tables:
            (count,) = store.query(f"SELECT count(*) FROM {link} WHERE source_id = ?", source_id)[0]
            if count:
                counts[table] = int(count)
    return counts
