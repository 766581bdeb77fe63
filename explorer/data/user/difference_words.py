"""What differs between the user's own data and a file to import, in words for both sides."""

from explorer.data.dates import show
from explorer.data.entries.texts import entry_words, notice_words
from explorer.data.metal_names import plain_name
from explorer.data.numbers import exact
from explorer.data.parts.texts import places_text
from explorer.data.store import Store
from explorer.data.user.entry_records import Entry
from explorer.data.user.merge_record import Difference, Own
from explorer.data.user.parts_records import PartsList
from explorer.data.user.records import METAL, Note, UserSeries
from explorer.data.words import measure_name
from explorer.language import gettext, ngettext, paragraph


def difference_words(store: Store, difference: Difference) -> tuple[str, str, str]:
    """Return what it is, such as `Note on tin`, and the words for the user's own and for that of the file."""
    yours, theirs = _words(store, difference.yours), _words(store, difference.theirs)
    if yours == theirs:
        theirs = paragraph((theirs, gettext("Some values differ.")))
    return _name(store, difference.yours), yours, theirs


def _name(store: Store, own: Own) -> str:
    """Return what something of the user's is, with its name."""
    if isinstance(own, UserSeries):
        return gettext("Series “{name}”").format(name=own.name)
    if isinstance(own, Note):
        return gettext("Note on {subject}").format(subject=_subject(store, own))
    if isinstance(own, PartsList):
        return gettext("Parts list “{name}”").format(name=own.facts.name)
    return gettext("Entry")


def _subject(store: Store, note: Note) -> str:
    """Return the name of the metal or measure of a note, its id where it is not on file."""
    if note.kind == METAL:
        metal = store.metals.get(note.subject_id)
        return plain_name(metal) if metal is not None else note.subject_id
    measure = store.measures.get(note.subject_id)
    return measure_name(measure) if measure is not None else note.subject_id


def _words(store: Store, own: Own) -> str:
    """Return what something of the user's states or holds."""
    if isinstance(own, UserSeries):
        return _series_words(own)
    if isinstance(own, Note):
        return gettext("“{note}” (changed {day}).").format(note=own.text, day=show(own.changed))
    if isinstance(own, PartsList):
        return _parts_words(store, own)
    return _entry_words(store, own)


def _series_words(series: UserSeries) -> str:
    text = ngettext(
        "{name}: {count} price in {unit}, {first}.",
        "{name}: {count} prices in {unit}, {first} to {last}.",
        series.points,
    )
    return text.format(
        name=series.name,
        count=exact(series.points),
        unit=series.unit,
        first=show(series.first_date),
        last=show(series.last_date),
    )


def _entry_words(store: Store, entry: Entry) -> str:
    text = gettext("{entry} ({notice}).")
    if not entry.is_on:
        text = gettext("{entry} ({notice}); turned off.")
    return text.format(entry=entry_words(store, entry), notice=notice_words(entry))


def _parts_words(store: Store, parts: PartsList) -> str:
    text = ngettext("{name}: {count} line, {places}.", "{name}: {count} lines, {places}.", len(parts.lines))
    places = places_text(store, parts.facts.origin, parts.facts.destination)
    return text.format(name=parts.facts.name, count=exact(len(parts.lines)), places=places)
