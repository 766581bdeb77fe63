"""The user's parts lists: the codes with origin and destination, and the verdicts of the last check."""

import datetime
from bisect import bisect_right
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

PREFIX = "parts-"
MOST_LINES, LONGEST_CODE, LONGEST_PART = 20_000, 60, 200
AHEAD = 365  # days ahead whose changes a check lists
USED, PUBLISHED = "used", "published"
FACTS = (USED, PUBLISHED)


class PartsLine(Struct, frozen=True):
    """A line of a parts list with the number that it has in its file; `part` is the text of its other columns."""

    number: int
    code: str
    part: str = ""


class PartsFacts(Struct, frozen=True):
    """What the user states of a parts list when it is saved."""

    name: str
    origin: str
    destination: str
    file_name: str | None = None


class LineVerdict(Struct, frozen=True):
    """The verdict on a code on a day, as far as it is kept.

    `headline` is the highest kind in force, `none`, or None without a match. `waiting` is the kind of a stricter
    measure that is paused or announced, as `waiting_state` says; None without one. `your_entry` is whether what is in
    force, and `waiting_your_entry` whether that state, would be another one without the entries of the user;
    `your_entry` also says that only because of them no such measure waits.
    """

    verdict: str
    headline: str | None = None
    strictness: str | None = None
    presumed: bool = False
    waiting: str | None = None
    waiting_strictness: str | None = None
    waiting_state: str | None = None
    waiting_presumed: bool = False
    waiting_your_entry: bool = False
    your_entry: bool = False

    def differs_from(self, other: "LineVerdict") -> bool:
        """Return whether another verdict says something else; on what it rests does not count."""
        marks = other.your_entry, other.waiting_your_entry
        return replace(self, your_entry=marks[0], waiting_your_entry=marks[1]) != other

    @property
    def rests_on_entry(self) -> bool:
        """Whether anything of the verdict would be another one without the entries of the user."""
        return self.your_entry or self.waiting_your_entry


class VerdictSpan(Struct, frozen=True):
    """A verdict and the first of the days on which it applies, up to the next span."""

    first_day: datetime.date
    verdict: LineVerdict


class Course(Struct, frozen=True):
    """The verdicts on a code from a day on, as the facts of that time gave them.

    `used` are those with the entries of the user, `published` those without.
    """

    used: tuple[VerdictSpan, ...]
    published: tuple[VerdictSpan, ...]

    def on(self, day: datetime.date, facts: str = USED) -> LineVerdict:
        """Return the verdict on a day, which is not before the first one."""
        spans = self.used if facts == USED else self.published
        return spans[bisect_right([span.first_day for span in spans], day) - 1].verdict


class LastCheck(Struct, frozen=True):
    """The last check of a parts list: its day, the edition of the data, and the courses by the codes as written."""

    day: datetime.date
    edition: str
    courses: Mapping[str, Course]


class PartsSummary(Struct, frozen=True):
    """A parts list without its lines; `checked` is the day of the last check, None before the first one."""

    list_id: str
    facts: PartsFacts
    added: str
    lines: int
    checked: str | None = None
    edition: str | None = None


class PartsList(Struct, frozen=True):
    """A parts list with its lines and its last check, None before the first one."""

    list_id: str
    facts: PartsFacts
    added: str
    lines: tuple[PartsLine, ...]
    last: LastCheck | None = None

    @property
    def content(self) -> tuple[PartsFacts, tuple[PartsLine, ...]]:
        """What the user has given, without the results of checks."""
        return self.facts, self.lines
