"""Puts the user's entries into the facts."""

from explorer.data.entries.apply import use_entries
from explorer.data.store import Store
from explorer.data.user.entries import entries
from explorer.data.user.user_file import UserFile


def read_entries_into(store: Store, file: UserFile) -> None:
    """Put the user's entries, as they are saved now, into a store in place of those that it has.

    Raise UserFileError where they can't be read.
    """
    found = entries(file)
    if found or store.entries.used or store.entries.unusable or store.entries.off:
        use_entries(store, found)
