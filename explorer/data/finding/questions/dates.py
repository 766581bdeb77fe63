"""The days and spans of days that a question names."""

import re
from dataclasses import dataclass, replace
from datetime import date

from explorer.data.finding.questions.date_patterns import ANY_TIME, WITHOUT_YEAR
from explorer.data.finding.questions.date_readers import READERS, Reader
from explorer.errors import KnownError, quoted
from explorer.language import gettext

_LIMIT = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a part of a text names, both included; `fault` is the sentence on a part that names none.

    `is_limit` is whether they are only the last of all: `by the end of 2025`.
    """

    start: int
    end: int
    since: date
    until: date
    fault: str = ""
    is_limit: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.since == self.until


def find_days(text: str, today: date, as_of: date) -> tuple[Days, ...]:
    """Return the days and spans that a text names, in order; open spans end on the as-of date.

    “Today”, “last week” and the like count from `today`, “now” is the as-of date.
    """
    found: list[Days] = []
    rest = text
    if ANY_TIME.search(text) is None:
        return ()
    for pattern, read in READERS:
        for match in pattern.finditer(rest):
            days = _read(read, match, today, as_of)
            found.append(replace(days, is_limit=_LIMIT.search(text[: _start(match)]) is not None))
            rest = f"{rest[: match.start()]}{' ' * (match.end() - match.start())}{rest[match.end() :]}"
    for match in WITHOUT_YEAR.finditer(rest):
        name = quoted(match[0].strip())
        fault = gettext("{text} has no year. Try 10 Nov 2026 or Nov 2026.").format(text=name)
        found.append(Days(*match.span(), as_of, as_of, fault))
    return tuple(sorted(found, key=lambda d: d.start))


def _read(read: Reader, match: re.Match[str], today: date, as_of: date) -> Days:
    """Return the days of a match, or the reason why it names none."""
    try:
        since, until = read(match, today, as_of)
    except KnownError as error:
        return Days(*match.span(), as_of, as_of, str(error))
    if since > until:
        fault = gettext("{text} ends before it begins.").format(text=quoted(match[0]))
        return Days(*match.span(), as_of, as_of, fault)
    return Days(*match.span(), since, until)


def _start(match: re.Match[str]) -> int:
    """Return where the words of a time begin, without a preposition before them."""
    return match.start("date") if "date" in match.groupdict() else match.start()
