"""The user's entries as text, and as plain values with how each is used."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from explorer.commands.support.output import table
from explorer.data.dates import show
from explorer.data.entries.covered import covered_entries
from explorer.data.entries.entry_record import entry_dict
from explorer.data.entries.preview import StatusChange, preview_words, status_changes
from explorer.data.entries.texts import entry_words
from explorer.data.store import Store
from explorer.data.user.entry_records import Entry
from explorer.language import gettext, gettext_noop, ngettext, paragraph

USED, OFF, UNUSABLE = "used", "off", "unusable"
_STATES = {
    USED: gettext_noop("in use"),
    OFF: gettext_noop("off"),
    UNUSABLE: gettext_noop("cannot be used"),
}
_DONE = {
    "on": gettext_noop("Turned on: {entry}."),
    "off": gettext_noop("Turned off: {entry}."),
    "remove": gettext_noop("Removed: {entry}."),
}


def listed(store: Store, entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """Return entries as plain values, with how each is used and what of the edition covers it."""
    reasons = {u.entry.entry_id: u.reason for u in store.entries.unusable}
    covered = covered_entries(store, entries)
    return [
        {
            **entry_dict(entry),
            "state": _state(entry, reasons),
            "words": entry_words(store, entry),
            "reason": reasons.get(entry.entry_id),
            "covered_by": covered[entry.entry_id].sentence if entry.entry_id in covered else None,
            "differs": entry.entry_id in covered and covered[entry.entry_id].differs,
        }
        for entry in entries
    ]


def _state(entry: Entry, reasons: dict[str, str]) -> str:
    if not entry.is_on:
        return OFF
    return UNUSABLE if entry.entry_id in reasons else USED


def listed_text(store: Store, entries: Sequence[Entry], path: Path) -> str:
    """Return entries as a table with sentences on them, and the file."""
    if not entries:
        return gettext("You have no entries.")
    return "\n\n".join((entries_text(store, entries), gettext("File: {path}").format(path=path)))


def entries_text(store: Store, entries: Sequence[Entry]) -> str:
    """Return entries as a table, with a sentence on each that cannot be used or can be removed."""
    found = listed(store, entries)
    header = (
        gettext("ID"),
        gettext("State"),
        gettext("Entry"),
        gettext("Read"),
        gettext("Title and address"),
    )
    rows = [
        (
            entry.entry_id,
            gettext(_STATES[one["state"]]),
            one["words"],
            show(entry.notice.read),
            gettext("{title}: {address}").format(title=entry.notice.title, address=entry.notice.address),
        )
        for entry, one in zip(entries, found, strict=True)
    ]
    return "\n\n".join((table(header, rows), *_remarks(found)))


def _remarks(found: Iterable[dict[str, Any]]) -> Iterable[str]:
    for one in found:
        text = gettext("{id}: {sentence}")
        if one["state"] == UNUSABLE:
            kept = gettext("The entry is kept but not used.")
            yield text.format(id=one["id"], sentence=paragraph((one["reason"], kept)))
        if one["covered_by"] is not None:
            offer = gettext("To remove the entry: `minor-metals own entry {id} remove`.")
            sentence = paragraph((one["covered_by"], offer.format(id=one["id"])))
            yield text.format(id=one["id"], sentence=sentence)


def added_dict(store: Store, entry: Entry, today: date) -> dict[str, Any]:
    """Return an entry that was added, with the statuses that it changes."""
    changes = status_changes(store, entry, today)
    return {"entry": entry_dict(entry), "changes": [_change_dict(c) for c in changes]}


def _change_dict(change: StatusChange) -> dict[str, Any]:
    context = change.context
    return {
        "metal": change.metal_id,
        "from": context.origin,
        "to": context.destination,
        "on": context.as_of.isoformat(),
        "before": change.before,
        "after": change.after,
    }


def added_text(store: Store, entry: Entry, today: date) -> str:
    """Return an entry that was added in words, with the statuses that it changes."""
    added = gettext("Added the entry {id}. {entry}.")
    first = added.format(id=entry.entry_id, entry=entry_words(store, entry))
    return "\n".join((first, *preview_words(store, entry, today)))


def changed_text(store: Store, entries: Sequence[Entry], done: str) -> str:
    """Return what became of one entry, or of all of them."""
    if len(entries) == 1:
        return gettext(_DONE[done]).format(entry=entry_words(store, entries[0]))
    text = ngettext("Your entry is now off.", "All {count} entries are now off.", len(entries))
    if done == "on":
        text = ngettext("Your entry is now on.", "All {count} entries are now on.", len(entries))
    return text.format(count=len(entries))
