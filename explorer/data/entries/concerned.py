"""The entries of the user that concern an answer, for the sentence and the records that name them."""

from collections.abc import Iterable

from explorer.data.context import Context
from explorer.data.controls.documents import APPLIES_NOT, applies
from explorer.data.entries.texts import entry_words, notice_words
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.data.user.entry_records import Entry, EventFacts
from explorer.language import gettext, ngettext


def measure_of(store: Store, entry: Entry) -> Measure:
    """Return the measure that an entry in use adds or changes."""
    facts = entry.facts
    return store.measures[facts.measure_id if isinstance(facts, EventFacts) else entry.entry_id]


def entries_on(store: Store, metal_id: str, context: Context) -> tuple[Entry, ...]:
    """Return the entries in use on the measures that name a metal or its forms, or that name no metal at all."""
    if not store.entries.used:
        return ()
    of_forms = {item.measure_id for item in store.items_of.get(metal_id, ())}
    found = []
    for entry in store.entries.used:
        measure = measure_of(store, entry)
        is_on_metal = not measure.targets or measure.target(metal_id) is not None
        if (is_on_metal or measure.measure_id in of_forms) and applies(measure, context) != APPLIES_NOT:
            found.append(entry)
    return tuple(found)


def entries_of_measures(store: Store, measures: Iterable[Measure]) -> tuple[Entry, ...]:
    """Return the entries in use that add or change one of some measures."""
    ids = {m.measure_id for m in measures}
    return tuple(e for e in store.entries.used if measure_of(store, e).measure_id in ids)


def entries_sentence(store: Store, entries: Iterable[Entry]) -> str:
    """Return which entries an answer includes, with the notices that the user read; empty without any."""
    entries = tuple(entries)
    if not entries:
        return ""
    text = gettext("{entry} ({notice})")
    named = [text.format(entry=entry_words(store, e), notice=notice_words(e)) for e in entries]
    sentence = ngettext("Includes your entry: {entries}.", "Includes your entries: {entries}.", len(named))
    return sentence.format(entries="; ".join(named))
