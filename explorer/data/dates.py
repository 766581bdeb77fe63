"""Days, partial dates and periods as the facts write them."""

import contextlib
import re
import unicodedata
from datetime import date, timedelta
from functools import lru_cache

from explorer.errors import KnownError

FIRST_YEAR, LAST_YEAR = 1900, 2199

_YEAR, _MONTH, _DAY = r"(?P<y>\d{4})", r"(?P<m>\d{1,2})", r"(?P<d>\d{1,2})"
_NAME = r"(?P<name>[a-z]{3,9}\.?)"
_WRITTEN = tuple(
    re.compile(p)
    for p in (
        rf"{_YEAR}([-/.]){_MONTH}\2{_DAY}",
        r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
        rf"{_DAY}[\s-]*{_NAME}[\s,-]*{_YEAR}",
        rf"{_NAME}\s*{_DAY}[\s,]+{_YEAR}",
        rf"{_DAY}\.\s*{_MONTH}\.\s*{_YEAR}",
        rf"{_YEAR}\s*年\s*{_MONTH}\s*月\s*{_DAY}\s*日",
    )
)
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
_MONTHS = tuple(name[:3].capitalize() for name in _MONTH_NAMES)


@lru_cache(maxsize=8192)
def first_day(partial: str) -> date:
    """Return the first day of an ISO date that may lack its day or month (`2026`, `2026-04`)."""
    year, month, day = (int(p) for p in (partial + "-01-01").split("-")[:3])
    return date(year, month, day)


def last_day(partial: str) -> date:
    """Return the last day of an ISO date that may lack its day or month."""
    parts = [int(p) for p in partial.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        year, month = (parts[0] + 1, 1) if parts[1] == 12 else (parts[0], parts[1] + 1)
        return date(year, month, 1) - timedelta(days=1)
    return date(*parts)


def months_old(partial: str, on: date) -> int:
    """Return how many whole months an ISO date lies before a day; a year counts from its December."""
    end = last_day(partial)
    months = (on.year - end.year) * 12 + on.month - end.month
    return months - (len(partial) == 10 and on.day < end.day)


def age(months: int) -> str:
    """Return a number of months as a reader says it: `2 years 8 months`."""
    parts = [(months // 12, "year"), (months % 12, "month")]
    return " ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in parts if n)


def parse_day(text: str) -> date:
    """Return the day that a user wrote as `YYYY-MM-DD`; raise KnownError with the format otherwise."""
    try:
        if len(text) != 10:
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise KnownError(f"“{text}” is no day: write it as YYYY-MM-DD, for example 2026-11-24.") from None


def within_reach(day: date) -> date:
    """Return a day for charts and the window; raise KnownError where it lies too far off to be drawn."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise KnownError(f"{day.isoformat()} is out of reach: days run from {FIRST_YEAR} to {LAST_YEAR}.")
    return day


def read_day(text: str) -> date:
    """Return the day that a user typed in any way that can mean one day only; raise KnownError otherwise.

    `2024-12-10`, `2024/12/10`, `20241210`, `10 Dec 2024`, `10dec2024`, `December 10, 2024`, `10.12.2024`,
    `2024年12月10日`; not `10/12/2024`, whose month depends on who reads it.
    """
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    for pattern in _WRITTEN:
        match = pattern.fullmatch(plain)
        if match is not None:
            parts = match.groupdict()
            named = parts.get("name")
            month = _month(named) if named else int(parts["m"])
            with contextlib.suppress(ValueError):
                return within_reach(date(int(parts["y"]), month, int(parts["d"])))
    raise KnownError(f"“{text.strip()}” is no day: write 2024-12-10 or 10 Dec 2024.")


def _month(name: str) -> int:
    """Return the number of a month whose English name begins so, 0 where none does."""
    found = [i for i, m in enumerate(_MONTH_NAMES, start=1) if m.startswith(name.rstrip("."))]
    return found[0] if len(found) == 1 else 0


def show(partial: str | date | None) -> str:
    """Return a date as the interface prints it: `24 Nov 2026`, `Apr 2026`, `2026`; an unknown one is empty."""
    if not partial:
        return ""
    parts = str(partial).split("-")
    if len(parts) == 1:
        return parts[0]
    month = _MONTHS[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"
