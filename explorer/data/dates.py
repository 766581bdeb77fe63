"""Dates: as the data give them, as users type them, and as the interface shows them."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from explorer.data.spelling import normalised
from explorer.errors import KnownError, quoted
from explorer.language import cached_by_language, gettext, ngettext, pgettext

FIRST_YEAR, LAST_YEAR = 1900, 2199

_QUARTER = re.compile(r"[0-9]{4}-Q[1-4]")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ISO_IN_TEXT = re.compile(
    r"(?<![\w/.-])[12][0-9]{3}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?(?![\w/-])"
)
_YEAR, _MONTH, _DAY = r"(?P<y>\d{4})", r"(?P<m>\d{1,2})", r"(?P<d>\d{1,2})"
_NAME = r"(?P<name>[a-z]{3,9})\.?"
_WRITTEN = tuple(
    re.compile(p)
    for p in (
        rf"{_YEAR}([-/.]){_MONTH}\2{_DAY}",
        r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
        rf"{_DAY}(?:st|nd|rd|th|\.)?[\s-]*{_NAME}[\s,-]*{_YEAR}",
        rf"{_NAME}\s*{_DAY}(?:st|nd|rd|th)?[\s,]+{_YEAR}",
        rf"{_DAY}\.\s*{_MONTH}\.\s*{_YEAR}",
        rf"{_YEAR}\s*年\s*{_MONTH}\s*月\s*{_DAY}\s*[日号]",
    )
)
_EITHER_ORDER = re.compile(rf"{_DAY}([-/]){_MONTH}\2{_YEAR}")
_WITHOUT_DAY = tuple(
    re.compile(p)
    for p in (
        rf"{_YEAR}年?",
        rf"{_YEAR}[-/.]{_MONTH}",
        rf"{_MONTH}[-/.]{_YEAR}",
        rf"{_NAME}[\s,-]*{_YEAR}",
        rf"{_YEAR}[\s,-]*{_NAME}",
        rf"{_YEAR}\s*年\s*{_MONTH}\s*月",
    )
)
_RELATIVE = re.compile(r"([+-])\s*(\d{1,5})\s*([dwmy])")
_WORDS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_MONTH_NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)


_NAMED_MONTH = rf"(?:{'|'.join(name.capitalize() for name in _MONTH_NAMES)})"
_TO_MONTH = rf"(?:\s?[-–]\s?| (?:to|and) ){_NAMED_MONTH}"
_MONTH_IN_TEXT = re.compile(
    rf"(?<=\d ){_NAMED_MONTH}\b|\b{_NAMED_MONTH}(?=(?:{_TO_MONTH})?(?: \d{{1,2}},)? (?:19|20)\d\d\b)"
)


def is_quarter(partial: str) -> bool:
    """Return whether a date is a quarter, written `2026-Q3`."""
    return _QUARTER.fullmatch(partial) is not None


@lru_cache(maxsize=8192)
def first_day(partial: str) -> date:
    """Return the first day of an ISO date that may lack its day or month (`2026`, `2026-04`), or of a quarter."""
    if is_quarter(partial):
        return date(int(partial[:4]), 3 * int(partial[-1]) - 2, 1)
    year, month, day = (int(p) for p in (partial + "-01-01").split("-")[:3])
    return date(year, month, day)


@lru_cache(maxsize=8192)
def last_day(partial: str) -> date:
    """Return the last day of an ISO date that may lack its day or month, or of a quarter."""
    if is_quarter(partial):
        return last_day(f"{partial[:4]}-{3 * int(partial[-1])}")
    parts = [int(p) for p in partial.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        year, month = (parts[0] + 1, 1) if parts[1] == 12 else (parts[0], parts[1] + 1)
        return date(year, month, 1) - timedelta(days=1)
    return date(*parts)


def months_old(partial: str, on: date) -> int:
    """Return how many whole months an ISO date is before a day; a year counts from its December."""
    end = last_day(partial)
    months = (on.year - end.year) * 12 + on.month - end.month
    return months - (len(partial) == 10 and on.day < end.day)


def month_name(month: int) -> str:
    """Return the short name of a month, counted from 1."""
    return _MONTHS[month - 1]()


@cached_by_language
def month_names() -> tuple[str, ...]:
    """Return the short names of all months."""
    return tuple(name() for name in _MONTHS)


# Looked up one by one: a table shows hundreds of dates.
_MONTHS: tuple[Callable[[], str], ...] = (
    lambda: pgettext("month", "Jan"),
    lambda: pgettext("month", "Feb"),
    lambda: pgettext("month", "Mar"),
    lambda: pgettext("month", "Apr"),
    lambda: pgettext("month", "May"),
    lambda: pgettext("month", "Jun"),
    lambda: pgettext("month", "Jul"),
    lambda: pgettext("month", "Aug"),
    lambda: pgettext("month", "Sep"),
    lambda: pgettext("month", "Oct"),
    lambda: pgettext("month", "Nov"),
    lambda: pgettext("month", "Dec"),
)


def age(months: int) -> str:
    """Return a number of months in words: `2 years 8 months`."""
    years, rest = divmod(months, 12)
    year_text = ngettext("{count} year", "{count} years", years).format(count=years)
    month_text = ngettext("{count} month", "{count} months", rest).format(count=rest)
    if years and rest:
        return pgettext("age", "{years} {months}").format(years=year_text, months=month_text)
    return year_text if years else month_text if rest else ""


def parse_day(text: str) -> date:
    """Return the date that a link gives as `YYYY-MM-DD`; raise KnownError otherwise."""
    try:
        if _ISO.fullmatch(text) is None:  # Python also reads weeks, such as 2024-W50-2
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise KnownError(
            gettext("{text} is not a valid date; use YYYY-MM-DD.").format(text=quoted(text))
        ) from None


def within_range(day: date) -> date:
    """Return a date that charts and the window can show; raise KnownError where it is out of range."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise KnownError(_out_of_range(show(day)))
    return day


def read_day(text: str, today: date | None = None) -> date:
    """Return the date that a user typed in any form that can mean one date only; raise KnownError otherwise.

    `2024-12-10`, `2024/12/10`, `20241210`, `10 Dec 2024`, `10dec2024`, `December 10, 2024`, `10.12.2024`,
    `2024年12月10日`, `13/12/2024`; `today`, `yesterday`, `tomorrow`, and days, weeks, months or years from today:
    `+30d`, `-2w`, `+3m`, `-1y`. Not `10/12/2024`, which differs between countries.
    """
    plain = _plain(text)
    relative = _relative(plain, today or date.today())
    if relative is not None:
        return within_range(relative)
    for pattern in _WRITTEN:
        match = pattern.fullmatch(plain)
        if match is not None:
            parts = match.groupdict()
            named = parts.get("name")
            day = _date(parts["y"], month_number(named) if named else int(parts["m"]), parts["d"])
            if day is not None:
                return within_range(day)
    either = _EITHER_ORDER.fullmatch(plain)
    if either is not None:
        return within_range(_in_one_order(text, either["y"], either["d"], either["m"]))
    if _lacks_day(plain):
        raise KnownError(
            gettext("{text} is not a full date. Try 10 Dec 2024 or 2024-12-10.").format(text=quoted(text))
        )
    raise KnownError(_not_a_date(text))


def may_be_day(text: str) -> bool:
    """Return whether a text can be read as a date."""
    try:
        read_day(text)
    except KnownError:
        return False
    return True


def means_today(text: str) -> bool:
    """Return whether a user typed “today”, which an open window then keeps up to date."""
    return _plain(text) == "today"


def _plain(text: str) -> str:
    """Return typed or pasted text with plain digits, spaces and dashes, and without invisible characters."""
    return normalised(text).translate(_DASHES)


def _relative(plain: str, today: date) -> date | None:
    """Return the date that is so far from today, None where the text is not of this form."""
    match = _RELATIVE.fullmatch(plain)
    if match is None and plain not in _WORDS:
        return None
    try:
        if match is None:
            return today + timedelta(days=_WORDS[plain])
        count, unit = int(match[1] + match[2]), match[3]
        if unit in "dw":
            return today + timedelta(days=count * (7 if unit == "w" else 1))
        return _months_later(today, count * (12 if unit == "y" else 1))
    except (OverflowError, ValueError):
        raise KnownError(_out_of_range(quoted(plain))) from None


def _months_later(day: date, months: int) -> date:
    """Return the same day of another month, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), last_day(f"{year}-{month + 1}"))


def _in_one_order(text: str, year: str, first: str, second: str) -> date:
    """Return the date where day and month are valid in one order only."""
    candidates = (_date(year, int(second), first), _date(year, int(first), second))
    readings = list(dict.fromkeys(day for day in candidates if day is not None))
    if not readings:
        raise KnownError(_not_a_date(text))
    if len(readings) == 2:
        one, other = map(show, readings)
        raise KnownError(
            gettext("{text} can mean {one} or {other}: write the month as a word.").format(
                text=quoted(text), one=one, other=other
            )
        )
    return readings[0]


def _not_a_date(text: str) -> str:
    if not _plain(text):
        return gettext("No date given. Try 10 Dec 2024 or 2024-12-10.")
    return gettext("{text} is not a date. Try 10 Dec 2024 or 2024-12-10.").format(text=quoted(text))


def _out_of_range(text: str) -> str:
    return gettext("{text} is out of range ({first} to {last}).").format(
        text=text, first=FIRST_YEAR, last=LAST_YEAR
    )


def _lacks_day(plain: str) -> bool:
    """Return whether a text is a year, or a month and its year."""
    matches = [m.groupdict() for pattern in _WITHOUT_DAY if (m := pattern.fullmatch(plain))]
    return any(
        _date(m["y"], month_number(m["name"]) if m.get("name") else int(m.get("m") or 1), "1")
        for m in matches
    )


def _date(year: str, month: int, day: str) -> date | None:
    """Return a date, None where it does not exist."""
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def month_number(name: str) -> int:
    """Return the number of the one month whose English name, in small letters, begins so, otherwise 0."""
    numbers = [i for i, m in enumerate(_MONTH_NAMES, start=1) if m.startswith(name)]
    return numbers[0] if len(numbers) == 1 else 0


@cached_by_language
def show(partial: str | date | None) -> str:
    """Return a date as the interface shows it: `24 Nov 2026`, `Apr 2026`, `Q2 2026`, `2026`; unknown ones are empty."""
    if not partial:
        return ""
    year, *rest = str(partial).split("-")
    if rest and rest[0].startswith("Q"):
        return pgettext("date", "Q{quarter} {year}").format(quarter=rest[0][1:], year=year)
    if not rest:
        return pgettext("date", "{year}").format(year=year)
    month = month_name(int(rest[0]))
    if len(rest) == 1:
        return pgettext("date", "{month} {year}").format(month=month, year=year)
    return pgettext("date", "{day} {month} {year}").format(day=int(rest[1]), month=month, year=year)


def with_dates_in_words(text: str | None) -> str:
    """Return a text of the data with its dates as the interface shows them; an unknown text is empty.

    English names of months are shortened beside a day or a year, and in a span of months within a year.
    """
    shown = _ISO_IN_TEXT.sub(lambda found: show(found[0]), text or "")
    return _MONTH_IN_TEXT.sub(lambda found: found[0][:3], shown)


def show_unbroken(partial: str | date | None) -> str:
    """Return a date as the interface shows it, without a place where a line may end."""
    return show(partial).replace(" ", "\u00a0")


def distance(day: date, as_of: date) -> str:
    """Return how far a day is from the as-of date in words."""
    days = (day - as_of).days
    if days == 0:
        return gettext("on the as-of date")
    if days > 0:
        text = ngettext("in {count} day", "in {count} days", days)
    else:
        text = ngettext("{count} day earlier", "{count} days earlier", -days)
    return text.format(count=abs(days))
