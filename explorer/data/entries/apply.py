"""Puts the user's entries into a store, so that every rule and view reads them as it reads the facts of the edition."""

from collections import defaultdict
from collections.abc import Iterable

from explorer.data.entries import records
from explorer.data.entries.applied import Applied, Unusable
from explorer.data.places import ALL, not_an_export
from explorer.data.records import Instrument, Item, Measure
from explorer.data.store import Store
from explorer.data.user.entry_records import Entry, EventFacts, MeasureFacts
from explorer.data.words import MILITARY_DESTINATIONS
from explorer.language import gettext


def with_entries(store: Store, entries: Iterable[Entry]) -> Store:
    """Return a store with the published facts and the entries that are on; both share one connection."""
    published = store.published
    applied = applicable(published, entries)
    if not applied.used:
        return published.with_own(applied, {}, {}, {}, {})
    instruments: dict[str, Instrument] = {}
    measures: dict[str, Measure] = {}
    items: dict[str, Item] = {}
    members = published.bloc_members
    events: dict[str, list[Entry]] = defaultdict(list)
    for entry in applied.used:
        facts, own_id = entry.facts, entry.entry_id
        if isinstance(facts, EventFacts):
            events[facts.measure_id].append(entry)
            continue
        measures[own_id] = records.measure(entry, facts, members)
        instruments[own_id] = measures[own_id].instrument
        item = records.item(entry, facts)
        if item is not None:
            items[own_id] = item
    for measure_id, of_measure in events.items():
        changed = measures.get(measure_id) or published.measures[measure_id]
        measures[measure_id] = records.with_events(changed, of_measure)
        for entry in of_measure:
            instruments[entry.entry_id] = records.document(entry, changed.jurisdiction)
    sources = {e.entry_id: records.source(e) for e in applied.used}
    return published.with_own(applied, measures, instruments, items, sources)


def use_entries(store: Store, entries: Iterable[Entry]) -> None:
    """Put entries into a store in place of those that it has."""
    store.take_over(with_entries(store, entries))


def applicable(published: Store, entries: Iterable[Entry]) -> Applied:
    """Return which entries count: those that are on and fit the facts of the edition."""
    entries = tuple(entries)
    on = [e for e in entries if e.is_on]
    reasons = {e.entry_id: _reason(published, e.facts) for e in on if isinstance(e.facts, MeasureFacts)}
    new = {entry_id for entry_id, reason in reasons.items() if not reason}
    for entry in on:
        if isinstance(entry.facts, EventFacts):
            is_on_file = entry.facts.measure_id in published.measures or entry.facts.measure_id in new
            reasons[entry.entry_id] = "" if is_on_file else _gone(published, entry.facts.measure_id)
    return Applied(
        used=tuple(e for e in on if not reasons[e.entry_id]),
        unusable=tuple(Unusable(e, reasons[e.entry_id]) for e in on if reasons[e.entry_id]),
        off=tuple(e for e in entries if not e.is_on),
    )


def _gone(published: Store, measure_id: str) -> str:
    text = gettext("Edition {edition} has no measure “{measure}”.")
    return text.format(edition=published.edition.data_version, measure=measure_id)


def _reason(published: Store, facts: MeasureFacts) -> str:
    """Return why a new measure does not fit the edition, empty where it does."""
    edition = published.edition.data_version
    for metal_id in facts.metal_ids:
        if metal_id not in published.metals:
            text = gettext("Edition {edition} has no metal “{metal}”.")
            return text.format(edition=edition, metal=metal_id)
    places = [facts.jurisdiction]
    if facts.destination not in (ALL, *MILITARY_DESTINATIONS):
        places.append(facts.destination)
    for place in places:
        if place not in published.countries:
            text = gettext("Edition {edition} has no country or bloc “{place}”.")
            return text.format(edition=edition, place=place)
    return not_an_export(published, facts.jurisdiction, facts.destination)
