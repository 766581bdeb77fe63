"""The dates around a day and the numbers of metals by status as plain records, for pictures and files."""

from datetime import date

from msgspec import Struct


class EntryState(Struct, frozen=True):
    """The state of measures before or after a change, in code and in words; `name` is empty before an announcement."""

    text: str
    name: str = ""
    presumed: bool = False
    your_entry: bool = False
    until: str = ""


class DateEntry(Struct, frozen=True):
    """What changes on a day, or ends on it.

    `published` is the day as the data give it, `change` the code of what happens, which `words` say. `kind` is that of
    the strictest measure, `tone` is which of PILL_STATES colours the state afterwards, empty where that is not on file.
    `is_consequence` marks a date that only says what the last day before it leads to.
    """

    day: date
    published: str
    change: str
    words: str
    kind: str
    document_id: str
    document: str
    origin: str
    destinations: tuple[str, ...]
    places: tuple[str, ...]
    measure_ids: tuple[str, ...]
    metal_ids: tuple[str, ...]
    metal_names: tuple[str, ...]
    before: EntryState
    after: EntryState
    tone: str
    applies_from: date
    by_statement: bool
    beyond_verified: bool
    source_ids: tuple[str, ...]
    is_consequence: bool = False


class CountEntry(Struct, frozen=True):
    """The metals with a status on a day, and how many have it on the day after."""

    state: str
    metal_ids: tuple[str, ...]
    next_count: int


class NearDates(Struct, frozen=True):
    """The dates from `since` to `until` around the as-of date; `checked` is the last day checked.

    `most_rows` is the number of dates, those nearest to the as-of date, for which an image has room; None for all.
    """

    as_of: date
    since: date
    until: date
    checked: date
    entries: tuple[DateEntry, ...]
    counts: tuple[CountEntry, ...]
    most_rows: int | None = None

    @property
    def listed(self) -> tuple[DateEntry, ...]:
        """The dates for which an image has room, in the order of `shown`."""
        nearest = sorted(self.shown, key=lambda entry: abs((entry.day - self.as_of).days))
        kept = {id(entry) for entry in nearest[: self.most_rows]}
        return tuple(entry for entry in self.shown if id(entry) in kept)

    @property
    def shown(self) -> tuple[DateEntry, ...]:
        """The dates without mere consequences: those ahead, then the earlier ones from the latest on."""
        drawn = [entry for entry in self.entries if not entry.is_consequence]
        earlier = [entry for entry in drawn if entry.day < self.as_of]
        return (*(entry for entry in drawn if entry.day >= self.as_of), *reversed(earlier))
