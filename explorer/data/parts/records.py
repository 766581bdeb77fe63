"""What a check of a parts list finds: the lines with a different verdict, and those whose verdict will change."""

from datetime import date

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.controls.state_changes import StateChange
from explorer.data.user.parts_records import LastCheck, LineVerdict, PartsLine, PartsList

# Why a verdict is another one: the days passed, the edition says something else, or the user's entries do.
DATE, EDITION, ENTRY, ENTRY_GONE = "date", "edition", "entry", "entry removed"


class Reason(Struct, frozen=True):
    """What changes a verdict on a day: changes of measures, or the tariff years of codes on file.

    `entries` are earlier or later changes by entries of the user, where the verdict is another one because of them.
    """

    steps: tuple[StateChange, ...] = ()
    by_tariff_years: bool = False
    entries: tuple[StateChange, ...] = ()

    @property
    def all_steps(self) -> tuple[StateChange, ...]:
        """All changes of measures, each once."""
        return tuple(dict.fromkeys((*self.steps, *self.entries)))


class LineChange(Struct, frozen=True):
    """A line whose verdict differs; `day` is the first day of the new one, None where that has no beginning on file.

    `because` has some of DATE, EDITION, ENTRY and ENTRY_GONE. `beyond_verified` is whether the day of the new verdict
    is later than the last day checked.
    """

    line: PartsLine
    before: LineVerdict
    after: LineVerdict
    day: date | None
    because: tuple[str, ...]
    reason: Reason
    beyond_verified: bool

    @property
    def presumed(self) -> bool:
        """Whether the new verdict rests on a presumption."""
        return self.after.presumed or self.after.waiting_presumed

    @property
    def your_entry(self) -> bool:
        """Whether the old or the new verdict rests on an entry of the user."""
        return self.before.rests_on_entry or self.after.rests_on_entry


class PartsResult(Struct, frozen=True):
    """The check of a parts list for the as-of date, origin and destination of a context.

    `changes` compares it with the verdicts on the day `since`: with those of the last check where `is_since_last`,
    which `edition_before` gave, else with those that the facts in use give for that day. `ahead` are the changes up to
    `until`. `unreadable` are lines that have no valid code, `check` is what can be saved as the last check. With a
    `refusal`, a sentence, nothing was checked.
    """

    parts: PartsList
    context: Context
    since: date
    is_since_last: bool
    edition_before: str
    edition: str
    changes: tuple[LineChange, ...]
    ahead: tuple[LineChange, ...]
    until: date
    unreadable: tuple[PartsLine, ...] = ()
    check: LastCheck | None = None
    refusal: str = ""
