"""The sources, each with the facts that depend on it: how many rows of each table cite it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from explorer.data.contents.citing import counting_query
from explorer.data.contents.rows import Query
from explorer.data.contents.tables import described_tables
from explorer.data.records import Source
from explorer.data.store import Store
from explorer.data.web_address import is_insecure
from explorer.errors import NotFound, quoted
from explorer.language import gettext

# The tables that the checks up to `verified_to` cover.
CONTROL_TABLES = frozenset(
    (
        *("instruments", "measures", "measure_metals", "measure_events", "items", "item_codes"),
        *("thresholds", "legal_texts", "parties", "measure_parties"),
    )
)
HEADER = ("source_id", "publisher", "title", "date", "kind", "last_checked", "facts", "url")


class SourceFacts(Struct, frozen=True):
    """A source and the numbers of rows that cite it, by table.

    `last_checked` is the last day covered by the checks where a row on export controls cites it, otherwise empty.
    """

    source: Source
    counts: Mapping[str, int]
    last_checked: str

    @property
    def facts(self) -> int:
        """The number of rows of all tables that cite the source."""
        return sum(self.counts.values())

    @property
    def is_insecure(self) -> bool:
        """Whether the address is not encrypted, so that the page could be altered on its way."""
        return is_insecure(self.source.url or "")


def count_facts(query: Query, sources: Iterable[Source], verified_to: str) -> tuple[SourceFacts, ...]:
    """Return sources in the order of their publishers, with the facts that depend on each."""
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for name, table in described_tables().items():
        sql = counting_query(table)
        for source_id, count in query(sql) if sql is not None else ():
            counts[str(source_id)][name] = int(str(count))
    found = []
    for source in sorted(sources, key=lambda s: (s.publisher.casefold(), s.title, s.source_id)):
        cited = counts[source.source_id]
        is_control = not CONTROL_TABLES.isdisjoint(cited)
        found.append(SourceFacts(source, cited, verified_to if is_control else ""))
    return tuple(found)


def all_source_facts(store: Store) -> tuple[SourceFacts, ...]:
    """Return all sources with the facts that depend on each."""
    return count_facts(store.query, store.published.sources.values(), store.edition.verified_to)


def known_source(store: Store, source_id: str) -> str:
    """Return the id of a source on file; raise NotFound for an unknown one."""
    wanted = source_id.strip().casefold()
    if wanted not in store.published.sources:
        raise NotFound(
            gettext("No source {id}.").format(id=quoted(source_id)),
            window_hint=gettext("The view Data lists all sources."),
            command_hint=gettext("`minor-metals data sources` lists all sources."),
        )
    return wanted


def as_dict(facts: SourceFacts) -> dict[str, Any]:
    """Return a source with its counts as plain values; an unknown date is null."""
    source = facts.source
    return {
        "source_id": source.source_id,
        "publisher": source.publisher,
        "title": source.title,
        "date": source.date,
        "kind": source.kind,
        "last_checked": facts.last_checked or None,
        "url": source.url,
        "encrypted": None if not source.url else not facts.is_insecure,
        "facts": facts.facts,
        "tables": dict(facts.counts),
    }


def rows(found: Iterable[SourceFacts]) -> Iterator[tuple[object, ...]]:
    """Yield the rows of the CSV file under HEADER."""
    for facts in found:
        cells = as_dict(facts)
        yield tuple(cells[name] for name in HEADER)
