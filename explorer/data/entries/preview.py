"""What an entry of the user changes: the status of each metal that it concerns, on a day or from the next one."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.history import turning_days
from explorer.data.controls.service import Controls
from explorer.data.dates import show
from explorer.data.entries.apply import with_entries
from explorer.data.metal_names import plain_name
from explorer.data.places import place_name
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.data.user.entry_records import Entry, EventFacts
from explorer.language import gettext


class StatusChange(Struct, frozen=True):
    """The status of a metal without and with an entry, in the words of its pill, on the first day that differs."""

    metal_id: str
    context: Context
    before: str
    after: str


def status_changes(store: Store, entry: Entry, day: date) -> tuple[StatusChange, ...]:
    """Return which statuses an entry changes on a day or later; the other entries of the store count."""
    others = [e for e in store.entries.used if e.entry_id != entry.entry_id]
    before = with_entries(store, others)
    after = with_entries(store, (*others, replace(entry, is_on=True)))
    own_id = entry.facts.measure_id if isinstance(entry.facts, EventFacts) else entry.entry_id
    measure = after.measures.get(own_id)
    if measure is None:
        return ()
    return tuple(_changes(before, after, measure, day))


def _changes(before: Store, after: Store, measure: Measure, day: date) -> Iterator[StatusChange]:
    days = [day, *(d for d in turning_days(measure) if d > day)]
    for target in measure.targets:
        for on in days:
            context = Context(on, measure.jurisdiction, measure.destination)
            words = [Controls.of(s).pill(target.metal_id, context)[0] for s in (before, after)]
            if words[0] != words[1]:
                yield StatusChange(target.metal_id, context, *words)
                break


def change_words(store: Store, change: StatusChange) -> str:
    """Return the change of a status in a sentence."""
    text = gettext("{metal}, {origin} to {destination}, on {day}: “{after}” instead of “{before}”.")
    return text.format(
        metal=plain_name(store.metal(change.metal_id)),
        origin=place_name(store, change.context.origin),
        destination=place_name(store, change.context.destination),
        day=show(change.context.as_of),
        before=change.before,
        after=change.after,
    )


def preview_words(store: Store, entry: Entry, day: date) -> list[str]:
    """Return what an entry changes in sentences, one on each status, or that it changes none."""
    changes = status_changes(store, entry, day)
    if not changes:
        return [gettext("No status changes on {day} or later.").format(day=show(day))]
    return [change_words(store, change) for change in changes]
