"""The sources of a chart in their order, the documents behind its control dates, and its footer."""

from collections.abc import Iterable, Sequence

from explorer.charts.spec import PRODUCT, ControlDate, SourceRef
from explorer.data.context import Context
from explorer.data.dates import first_day, show
from explorer.data.places import place_name
from explorer.data.records import Source
from explorer.data.store import Store
from explorer.data.user.entry_records import is_own
from explorer.data.words import instrument_name
from explorer.language import gettext, paragraph

PUBLIC_KINDS = frozenset({"official", "law", "statistical"})
_NUMBERED = "Announcement "


def source_refs(store: Store, source_ids: Iterable[str]) -> tuple[SourceRef, ...]:
    """Return the sources behind the points: entries of the user first, then official and statistical ones.

    Of these, the most used come first.
    """
    counts: dict[str, int] = {}
    for source_id in source_ids:
        counts[source_id] = counts.get(source_id, 0) + 1
    sources = store.named_sources(counts)
    ordered = sorted(counts, key=lambda i: (*source_rank(sources[i]), -counts[i], i))
    return tuple(SourceRef(i, sources[i].publisher, sources[i].title) for i in ordered)


def source_rank(source: Source) -> tuple[bool, bool]:
    """Return the key by which entries of the user come first, then official and statistical sources."""
    return not is_own(source.source_id), source.kind not in PUBLIC_KINDS


def documents(store: Store, events: Sequence[ControlDate]) -> str:
    """Return the documents behind the control dates, also those that pause or end a measure; empty without dates."""
    measures = [(e, store.measures[i]) for e in events for i in e.measure_ids]
    changed = [x.by_instrument_id or "" for e, m in measures for x in m.events if first_day(x.date) == e.day]
    entries = [x.by_instrument_id or "" for e, m in measures if e.your_entry for x in m.events]
    found = [
        *(m.instrument for _, m in measures),
        *(store.instruments[i] for i in changed if i in store.instruments),
        *(store.instruments[i] for i in entries if is_own(i)),
    ]
    names = dict.fromkeys(map(instrument_name, found))
    if not names:
        return ""
    text = gettext("Control dates: {documents}.")
    return text.format(documents="; ".join(_announcements_first(list(names))))


def _announcements_first(names: list[str]) -> list[str]:
    """Return the names of documents, the announcements as one entry: `Announcements 23 of 2023, 46 of 2024`."""
    numbers = [n.removeprefix(_NUMBERED) for n in names if n.startswith(_NUMBERED)]
    if len(numbers) < 2:
        return names
    first = gettext("Announcements {numbers}").format(numbers=", ".join(numbers))
    return [first, *(n for n in names if not n.startswith(_NUMBERED))]


def footer(store: Store, context: Context, *, with_places: bool = True) -> str:
    """Return the line with as-of date, edition of the data and, where they matter, origin and destination."""
    text = (
        gettext("As of {day}: exports from {origin} to {destination}.")
        if with_places
        else gettext("As of {day}.")
    )
    question = text.format(
        day=show(context.as_of),
        origin=place_name(store, context.origin),
        destination=place_name(store, context.destination),
    )
    edition = gettext("{product}, edition {edition}, controls checked to {day}.").format(
        product=PRODUCT, edition=store.edition.data_version, day=show(store.edition.verified_to)
    )
    return paragraph((question, edition))
