"""Days, partial dates and periods as the facts write them."""

from datetime import date, timedelta
from functools import lru_cache

from explorer.errors import KnownError

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


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


def parse_day(text: str) -> date:
    """Return the day that a user wrote as `YYYY-MM-DD`; raise KnownError with the format otherwise."""
    try:
        if len(text) != 10:
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise KnownError(f"“{text}” is no day: write it as YYYY-MM-DD, for example 2026-11-24.") from None


def show(partial: str | date | None) -> str:
    """Return a date as the interface prints it: `24 Nov 2026`, `Apr 2026`, `2026`; an unknown one is empty."""
    if not partial:
        return ""
    parts = str(partial).split("-")
    if len(parts) == 1:
        return parts[0]
    month = _MONTHS[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"
