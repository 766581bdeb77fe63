"""What an import of the user's own data finds in a file, and what it did."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from explorer.data.user.entry_records import Entry
from explorer.data.user.parts_records import PartsList
from explorer.data.user.records import Note, UserSeries

Own = UserSeries | Note | Entry | PartsList
_Kind = TypeVar("_Kind", UserSeries, Note, Entry, PartsList)


class Difference(Struct, frozen=True):
    """What the user and the file have under the same id, where they differ; prices of a series differ unseen here."""

    yours: Own
    theirs: Own


class Merge(Struct, frozen=True):
    """What an import did. What differs was kept as it was, or replaced where that was asked for.

    `same` is how much of the file is the same as the user's own, `copy` the file with the user's data as they were
    before anything was replaced.
    """

    added_series: tuple[UserSeries, ...]
    added_to_watchlist: tuple[str, ...]
    added_notes: tuple[Note, ...]
    added_entries: tuple[Entry, ...]
    added_parts: tuple[PartsList, ...]
    differences: tuple[Difference, ...]
    same: int
    is_replaced: bool
    copy: Path | None = None

    @property
    def differing_series(self) -> tuple[UserSeries, ...]:
        """The series of the file that differ from the user's."""
        return tuple(self._theirs(UserSeries))

    @property
    def differing_notes(self) -> tuple[Note, ...]:
        """The notes of the file that differ from the user's."""
        return tuple(self._theirs(Note))

    @property
    def differing_entries(self) -> tuple[Entry, ...]:
        """The entries of the file that differ from the user's."""
        return tuple(self._theirs(Entry))

    @property
    def differing_parts(self) -> tuple[PartsList, ...]:
        """The parts lists of the file that differ from the user's."""
        return tuple(self._theirs(PartsList))

    def _theirs(self, kind: type[_Kind]) -> Iterator[_Kind]:
        for difference in self.differences:
            if isinstance(difference.theirs, kind):
                yield difference.theirs

    @property
    def is_unchanged(self) -> bool:
        """Whether the file held nothing that was not there already."""
        return not (self.adds or self.differences)

    @property
    def adds(self) -> bool:
        """Whether the file had anything new."""
        added = self.added_series, self.added_to_watchlist, self.added_notes, self.added_entries
        return any(added) or bool(self.added_parts)
