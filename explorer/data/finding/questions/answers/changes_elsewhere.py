"""Changes in a period for other origins and destinations, which an answer on one of each leaves out."""

from msgspec.structs import replace

from explorer.data.dates import show
from explorer.data.finding.questions.answers.change_entries import Entry, found_entries, metals_text
from explorer.data.finding.questions.reading import Reading
from explorer.data.places import ALL, not_an_export, place_name
from explorer.data.store import Store
from explorer.language import gettext, paragraph

MOST_METALS = 3


def changes_elsewhere(store: Store, reading: Reading) -> str:
    """Return the changes for other destinations and those of other origins, where the question names neither."""
    return paragraph((_for_other_destinations(store, reading), _of_other_origins(store, reading)))


def _of_other_origins(store: Store, reading: Reading) -> str:
    if reading.has_origin:
        return ""
    origins = sorted({m.jurisdiction for m in store.measures.values() if m.targets} - {reading.origin})
    text = gettext("Other origins with changes in this period: {places}.")
    return _sentence(store, text, {o: _changed(store, reading, o, ALL) for o in origins})


def _for_other_destinations(store: Store, reading: Reading) -> str:
    if reading.has_destination or reading.destination == ALL:
        return ""
    own = {
        (e.day, e.document.instrument_id)
        for e in _changed(store, reading, reading.origin, reading.destination)
    }
    destinations = sorted(
        {m.destination for m in store.measures.values() if m.jurisdiction == reading.origin}
        - {ALL, reading.destination}
    )
    found = {}
    for place in destinations:
        if not not_an_export(store, reading.origin, place):
            entries = _changed(store, reading, reading.origin, place)
            found[place] = [e for e in entries if (e.day, e.document.instrument_id) not in own]
    return _sentence(store, gettext("Other destinations with changes in this period: {places}."), found)


def _changed(store: Store, reading: Reading, origin: str, destination: str) -> list[Entry]:
    """Return the changes of rules from an origin to a destination."""
    own = replace(reading, origin=origin, destination=destination, more_destinations=())
    return [entry for entry in found_entries(store, own) if entry.is_change and entry.change is not None]


def _sentence(store: Store, text: str, found: dict[str, list[Entry]]) -> str:
    """Return a sentence that lists the places with changes, empty if there are none."""
    entries = [_place_text(store, place, changed) for place, changed in found.items() if changed]
    return text.format(places="; ".join(entries)) if entries else ""


def _place_text(store: Store, place: str, changed: list[Entry]) -> str:
    """Return a place with the first day and the metals of its changes."""
    metals = tuple(dict.fromkeys(metal for entry in changed for metal in entry.metal_ids))
    names = metals_text(store, replace(changed[0], metal_ids=metals), MOST_METALS)
    entry = gettext("{place} ({metals}, {day})") if names else gettext("{place} ({day})")
    return entry.format(place=place_name(store, place), metals=names, day=show(changed[0].day))
