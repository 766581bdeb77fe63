"""The days and spans of days that a question names."""

import re
from contextlib import suppress
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.dates import read_day
from explorer.data.finding.questions.date_patterns import ANY_TIME, WITHOUT_YEAR
from explorer.data.finding.questions.date_readers import (
    AROUND_READERS,
    COMPARING_READERS,
    LATEST_READERS,
    OPEN_READERS,
    READERS,
    Reader,
    compiled,
)
from explorer.data.finding.questions.periods import period
from explorer.errors import KnownError, quoted
from explorer.language import gettext

_SINCE = re.compile(r"\b(?:since|as from)\s+(?:the\s+)?$|自从?\s*$", re.IGNORECASE)
_TO_NOW = re.compile(r"\s*(?:以来|至今)")
_COMES = re.compile(
    r"\b(?:(?:what|anything|which\s+\w+)\s+(?:will\s+)?(?:be\s+|is\s+|are\s+)?(?:happens?|changes?|changing|comes|coming(?:\s+up)?|starts?|ends?|expires?|expiring|due)|(?:is|are|falls?)\s+due|what['’]s\s+due)\b",
    re.IGNORECASE,
)
_WILL_COME = re.compile(r"\s*(?:将会?|会|有(?:什么|哪些)要)(?:有|发生|出现|生效|到期|实施|变)")
_ON = re.compile(r"\b(?:on|in|by)\s+(?:the\s+)?$", re.IGNORECASE)
_LIMIT = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)


class Days(Struct, frozen=True):
    """The days that a part of a text names, both included; `fault` is the sentence on a part that names none.

    `is_limit` is whether they are only the last of all: `by the end of 2025`; `is_start` whether they are the first of
    a span in the future: `after 1 Jan 2027`, `are_compared` whether they span two years that are compared,
    `are_latest` whether they are the latest ones: `the last 12 months`, `are_around` whether they are those around a
    day.
    """

    start: int
    end: int
    since: date
    until: date
    fault: str = ""
    is_limit: bool = False
    is_start: bool = False
    are_compared: bool = False
    are_latest: bool = False
    are_around: bool = False

    @property
    def are_latest_year(self) -> bool:
        """Whether they are the latest twelve months."""
        return self.are_latest and self.since == read_day("-12m", self.until) + timedelta(days=1)

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
    for form, read in READERS:
        for match in compiled(form).finditer(rest):
            days = _read(read, match, today, as_of)
            found.append(replace(days, is_limit=_LIMIT.search(text[: _start(match)]) is not None))
            rest = f"{rest[: match.start()]}{' ' * (match.end() - match.start())}{rest[match.end() :]}"
    found += [_without_year(match, rest, today, as_of) for match in WITHOUT_YEAR.finditer(rest)]
    return tuple(sorted(found, key=lambda d: d.start))


def _without_year(match: re.Match[str], text: str, today: date, as_of: date) -> Days:
    """Return the days of a date without a year where the words around it say which, else the reason for none.

    `since October` is the latest one, `what happens on 28 Nov` the next one.
    """
    before, after = f"{text[: match.start()]}{match['before'] or ''}", text[match.end() :]
    since, to_now = _SINCE.search(before), _TO_NOW.match(after)
    years = _years_of(match["date"].strip(), today, as_of)
    if since is not None or to_now is not None:
        start = max((first for first, _ in years if first <= today), default=None)
        if start is not None:
            ends = (since.start() if since else match.start(), match.end() + (to_now.end() if to_now else 0))
            return Days(*ends, start, max(as_of, today))
    elif _COMES.search(before) is not None or _WILL_COME.match(after) is not None:
        coming = min((days for days in years if days[1] >= today), default=None)
        if coming is not None:
            word = _ON.search(before)
            return Days(word.start() if word else match.start(), match.end(), *coming)
    fault = gettext("{text} has no year. Try 10 Nov 2026 or Nov 2026.").format(text=quoted(match[0].strip()))
    return Days(*match.span(), as_of, as_of, fault)


def _years_of(text: str, today: date, as_of: date) -> list[tuple[date, date]]:
    """Return the days of a date without a year in the years around today, as far as they exist."""
    found = []
    for year in range(today.year - 1, today.year + 2):
        with suppress(KnownError):
            found.append(period(with_year(text, year), today, as_of))
    return found


def with_year(text: str, year: int) -> str:
    """Return a date with its year: `28 Nov 2026`, `2026年11月28日`."""
    return f"{text.rstrip('.,')} {year}" if text.isascii() else f"{year}年{text}"


def _read(read: Reader, match: re.Match[str], today: date, as_of: date) -> Days:
    """Return the days of a match, or the reason why it names none."""
    try:
        since, until = read(match, today, as_of)
    except KnownError as error:
        return Days(*match.span(), as_of, as_of, str(error))
    if since > until:
        fault = gettext("{text} ends before it begins.").format(text=quoted(match[0]))
        return Days(*match.span(), as_of, as_of, fault)
    is_open = read in OPEN_READERS and until > max(today, as_of)
    return Days(
        *match.span(),
        since,
        until,
        is_start=is_open,
        are_compared=read in COMPARING_READERS,
        are_latest=read in LATEST_READERS,
        are_around=read in AROUND_READERS,
    )


def _start(match: re.Match[str]) -> int:
    """Return where the words of a time begin, without a preposition before them."""
    return match.start("date") if "date" in match.groupdict() else match.start()
