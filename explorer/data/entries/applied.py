"""Which entries of the user count in the facts of a store, and which cannot be used, with the reason."""

from msgspec import Struct

from explorer.data.user.entry_records import Entry


class Unusable(Struct, frozen=True):
    """An entry that is on and cannot be used, with the reason in a sentence."""

    entry: Entry
    reason: str


class Applied(Struct, frozen=True):
    """The entries that count, those that cannot be used with this edition, and those that are switched off."""

    used: tuple[Entry, ...] = ()
    unusable: tuple[Unusable, ...] = ()
    off: tuple[Entry, ...] = ()


NOTHING = Applied()
