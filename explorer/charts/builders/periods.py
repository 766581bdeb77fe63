"""Periods of figures: their middle on an axis of days, their length and their name."""

from datetime import date, timedelta

from explorer.data.dates import first_day, last_day, show
from explorer.language import gettext


def middle(partial: str) -> date:
    """Return the day at which a figure of a day, month or year is drawn; a year is drawn at 1 July."""
    if len(partial) == 4:
        return date(int(partial), 7, 1)
    start, end = first_day(partial), last_day(partial)
    return start + timedelta(days=((end - start).days + 1) // 2)


def period_length(text: str) -> str:
    """Return the length of a period: `year`, `quarter`, `month`, or `span` for one of any other length."""
    if "/" in text:
        return "span"
    if "Q" in text:
        return "quarter"
    return "year" if len(text) == 4 else "month"


def period_name(text: str) -> str:
    """Return a period as a reader sees it: `2021–2024`, `Jan 2024 to Sep 2024`, `2024`."""
    if "/" not in text:
        return show(text)
    first, last = text.split("/")
    return f"{first}–{last}" if len(first) == len(last) == 4 else span_name(show(first), show(last))


def span_name(first: str, last: str) -> str:
    """Return the span from one day or period to another as a reader sees it, a single one alone."""
    return first if first == last else gettext("{first} to {last}").format(first=first, last=last)
