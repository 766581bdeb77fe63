"""What the user has read and added, in the window: the entries in the user's file and in the facts shown."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from explorer.data.store import Store
from explorer.data.user import entries
from explorer.data.user.entry_records import Entry, EventFacts, MeasureFacts, Notice
from explorer.data.user.own_facts import read_entries_into
from explorer.data.user.user_file import UserFile
from explorer.errors import KnownError, UserFileError
from explorer.language import ngettext

if TYPE_CHECKING:
    from explorer.data.entries.covered import Covered


class OwnEntriesModel(QObject):
    """Reads and changes the entries; each change is in the facts of the store at once, which `changed` reports.

    `failed` gives the reason where the file can't be read. `addRequested` asks for the dialog that adds an entry, on a
    measure or, without an ID, on any; `listRequested` asks for the list.
    """

    changed = Signal()
    failed = Signal(str)
    addRequested = Signal(str)
    listRequested = Signal()

    def __init__(self, store: Store, file: UserFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._file = store, file

    def all_entries(self) -> tuple[Entry, ...]:
        """Return all entries; none where the file can't be read."""
        try:
            return entries.entries(self._file)
        except KnownError as error:
            self.failed.emit(str(error))
            return ()

    def reload(self) -> None:
        """Take over what another window or a command changed."""
        known = self._store.entries
        before = {*known.used, *known.off, *(u.entry for u in known.unusable)}
        try:
            found = entries.entries(self._file)
        except UserFileError:
            return  # what could be read before stays, and the next change reports the reason
        if set(found) != before:
            self._apply()

    def add(self, facts: EventFacts | MeasureFacts, notice: Notice) -> Entry:
        """Save a new entry; raise KnownError where it is not valid or the file can't be written."""
        added = entries.add_entry(self._file, facts, notice)
        self._apply()
        return added

    def change(self, entry_id: str, facts: EventFacts | MeasureFacts, notice: Notice) -> None:
        """Replace what an entry states; raise KnownError where it is not valid."""
        entries.change_entry(self._file, entry_id, facts, notice)
        self._apply()

    def switch(self, is_on: dict[str, bool]) -> None:
        """Turn entries on or off, by their ids."""
        entries.switch_entries(self._file, is_on)
        self._apply()

    def remove(self, entry_id: str) -> Entry:
        """Remove an entry and return it, so that it can be restored."""
        removed = entries.remove_entry(self._file, entry_id)
        self._apply()
        return removed

    def restore(self, removed: Entry) -> None:
        """Save a removed entry again."""
        entries.restore_entry(self._file, removed)
        self._apply()

    def preview(self, entry: Entry, day: date) -> list[str]:
        """Return which statuses an entry changes, in sentences."""
        from explorer.data.entries.preview import (
            preview_words,  # and all of the rules, which a start does not need
        )

        return preview_words(self._store, entry, day)

    def covered(self) -> "dict[str, Covered]":
        """Return what of the edition covers entries, by their ids."""
        found = self.all_entries()
        if not found:
            return {}
        from explorer.data.entries.covered import covered_entries

        return covered_entries(self._store, found)

    def _apply(self) -> None:
        read_entries_into(self._store, self._file)
        self.changed.emit()


def load_entries(store: Store) -> list[str]:
    """Put the user's entries into a store that was opened; return the sentences on a file that can't be read."""
    sentences: list[str] = []
    try:
        read_entries_into(store, UserFile(report=sentences.append))
    except UserFileError as error:
        sentences.append(str(error))
    return sentences


def used_words(store: Store) -> str:
    """Return how many entries are used, empty where none is."""
    used = len(store.entries.used)
    if not used:
        return ""
    text = ngettext("{count} of your entries is in use", "{count} of your entries are in use", used)
    return text.format(count=used)


def covered_words(store: Store, count: int) -> str:
    """Return that the edition has entries by now, empty where it has none."""
    if not count:
        return ""
    text = ngettext(
        "Edition {edition} includes {count} of your entries. Open “Your entries…” to remove it.",
        "Edition {edition} includes {count} of your entries. Open “Your entries…” to remove them.",
        count,
    )
    return text.format(edition=store.edition.data_version, count=count)
