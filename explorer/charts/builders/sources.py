"""The sources of a chart, the documents behind its control dates, and its footer."""

from collections.abc import Iterable, Sequence

from explorer.charts.spec import PRODUCT, ControlDate, SourceRef
from explorer.data.context import Context
from explorer.data.dates import show
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.buyers import CREDIT, SOURCE_ID
from explorer.data.words import instrument_name

MAX_NAMED_SOURCES = 6
ACKNOWLEDGEMENT = "Contains British Geological Survey materials © UKRI."
PUBLIC_KINDS = frozenset({"official", "law", "statistical"})
_NUMBERED = "Announcement "


def source_refs(store: Store, source_ids: Iterable[str]) -> tuple[SourceRef, ...]:
    """Return the sources behind the points: official and statistical ones first, then the most used."""
    counts: dict[str, int] = {}
    for source_id in source_ids:
        counts[source_id] = counts.get(source_id, 0) + 1
    ordered = sorted(counts, key=lambda i: (store.sources[i].kind not in PUBLIC_KINDS, -counts[i], i))
    return tuple(SourceRef(i, store.sources[i].publisher, store.sources[i].title) for i in ordered)


def source_line(sources: Sequence[SourceRef]) -> str:
    """Return the publishers of the figures, each once, with the credits that some of them require."""
    names = list(dict.fromkeys(s.publisher for s in sources))
    more = len(names) - MAX_NAMED_SOURCES
    if more > 1:
        names = [*names[:MAX_NAMED_SOURCES], f"{more} more, named in the table"]
    line = f"{'Source' if len(names) == 1 else 'Sources'}: {'; '.join(names)}." if names else ""
    if any(n.startswith("British Geological Survey") for n in names):
        line += f" {ACKNOWLEDGEMENT}"
    if any(s.source_id == SOURCE_ID for s in sources):
        line += f" {CREDIT}"
    return line


def documents(store: Store, events: Sequence[ControlDate]) -> str:
    """Return the documents behind the control dates, each once; empty without control dates."""
    names = dict.fromkeys(
        instrument_name(store.measures[i].instrument) for e in events for i in e.measure_ids
    )
    return f"Control dates: {'; '.join(_announcements_first(list(names)))}." if names else ""


def _announcements_first(names: list[str]) -> list[str]:
    """Return the names of documents, the announcements as one entry: `Announcements 23 of 2023, 46 of 2024`."""
    numbers = [n.removeprefix(_NUMBERED) for n in names if n.startswith(_NUMBERED)]
    if len(numbers) < 2:
        return names
    first = f"Announcements {', '.join(numbers)}"
    return [first, *(n for n in names if not n.startswith(_NUMBERED))]


def footer(store: Store, context: Context) -> str:
    """Return the line with as-of date, origin, destination and edition of the data."""
    origin = place_name(store, context.origin)
    target = place_name(store, context.destination)
    edition = store.edition
    return (
        f"As of {show(context.as_of)}, exports from {origin} to {target}. "
        f"{PRODUCT}, data {edition.data_version}, verified to {show(edition.verified_to)}."
    )
