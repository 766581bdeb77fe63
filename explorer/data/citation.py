"""Sources and documents as one line each, as in a footnote, and where the data use sources."""

from collections.abc import Iterable

from explorer.data.controls.addresses import addresses, own_address
from explorer.data.dates import show
from explorer.data.records import Instrument, Measure, Source
from explorer.data.store import Store
from explorer.data.user.entry_records import is_own
from explorer.language import gettext


def cite(source: Source) -> str:
    """Return a source as one line: Publisher, "Title", date, URL; unknown parts are omitted."""
    parts = [source.publisher, f'"{source.title}"', source.date, source.url]
    return ", ".join(p for p in parts if p) + "."


def citation(store: Store, source_ids: Iterable[str]) -> str:
    """Return sources as lines in their order, each once; an unknown id is given as it is."""
    sources = store.sources
    return "\n".join(cite(sources[i]) if i in sources else f"{i}." for i in dict.fromkeys(source_ids))


def publishers(store: Store, source_ids: Iterable[str]) -> str:
    """Return the publishers of sources, each once."""
    return "; ".join(dict.fromkeys(store.sources[i].publisher for i in source_ids))


def cite_document(
    store: Store, instrument: Instrument, clause: str | None = None, *, with_edition: bool = True
) -> str:
    """Return a document, or a clause of it, as one line: issuer, number, title, date, address, edition of the data.

    An address that the data say was not opened is marked. An entry of the user is cited as such.
    """
    if is_own(instrument.instrument_id):
        return cite(store.sources[instrument.instrument_id])
    address = own_address(addresses(store, instrument))
    url = address.url if address is not None else None
    if address is not None and address.not_opened:
        url = gettext("{url} (page not opened)").format(url=address.url)
    title = f'"{instrument.title_en}"'
    parts = [instrument.issuer, instrument.number, clause, title, instrument.announced, url]
    parts += [edition(store)] if with_edition else []
    return ", ".join(p for p in parts if p) + "."


def cite_measure(store: Store, measure: Measure) -> str:
    """Return a measure as a citation of its document, with its sources on the lines below."""
    document = cite_document(store, measure.instrument, measure.clause)
    return "\n".join((document, citation(store, measure.source_ids)))


def edition(store: Store) -> str:
    """Return the program, the edition of its data and the last day for which the controls were checked."""
    found = store.edition
    return gettext("Minor Metals Explorer, edition {version}, controls checked to {day}").format(
        version=found.data_version, day=show(found.verified_to)
    )


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
