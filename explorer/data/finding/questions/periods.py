"""The first and the last day of a day, month, quarter, half or year as a question writes it."""

import re
from datetime import date, timedelta

from explorer.data.dates import first_day, last_day, read_day
from explorer.data.finding.questions.date_patterns import (
    A_BEGINNING,
    A_DATE_IN_RELATIVE_YEAR,
    A_HALF,
    A_MONTH,
    A_QUARTER,
    A_YEAR,
    AN_END,
    MONTHS,
    RELATIVE_YEAR,
    YEAR,
)
from explorer.errors import KnownError, quoted
from explorer.language import gettext

_RELATIVE_DAYS = {
    "today": 0, "今天": 0, "今日": 0, "yesterday": -1, "昨天": -1, "昨日": -1, "tomorrow": 1, "明天": 1, "明日": 1,
    "前天": -2, "后天": 2,
}  # fmt: skip
_ORDER = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "上": 1,
    "下": 2,
}
_EARLIER = ("last", "previous", "past", "上", "上个", "上一", "上一个", "去")
_LATER = ("next", "下", "下个", "明")


def period(text: str, today: date, as_of: date) -> tuple[date, date]:
    """Return the first and the last day of a text; raise KnownError where it does not exist."""
    plain = _with_year(text.strip().rstrip(".,"), today)
    lower = plain.casefold()
    if lower in ("now", "现在"):
        return as_of, as_of
    if lower in _RELATIVE_DAYS:
        day = today + timedelta(days=_RELATIVE_DAYS[lower])
        return day, day
    if re.fullmatch(AN_END, plain, re.IGNORECASE):
        end = period(_inside(plain), today, as_of)[1]
        return end, end
    if re.fullmatch(A_BEGINNING, plain, re.IGNORECASE):
        start = period(_inside(plain), today, as_of)[0]
        return start, start
    for pattern, months in ((A_QUARTER, 3), (A_HALF, 6)):
        if re.fullmatch(pattern, plain, re.IGNORECASE):
            return _part_of_year(plain, months, today)
    return _dated(plain, today)


def _with_year(plain: str, today: date) -> str:
    """Return a day or a month with the number of its year where that is seen from today: `明年1月1日`."""
    relative = re.search(RELATIVE_YEAR, plain, re.IGNORECASE)
    if relative is None or re.fullmatch(A_DATE_IN_RELATIVE_YEAR, plain, re.IGNORECASE) is None:
        return plain
    word = relative[0].casefold()
    step = -1 if "last" in word or "去" in word else 1 if "next" in word or "明" in word else 0
    number = f"{today.year + step}"
    return plain.replace(relative[0], number if word.isascii() else f"{number}年")


def _dated(plain: str, today: date) -> tuple[date, date]:
    """Return the first and the last day of a year, a month or a day."""
    if re.fullmatch(A_YEAR, plain, re.IGNORECASE):
        year = re.search(YEAR, plain)
        assert year is not None
        return first_day(year[0]), last_day(year[0])
    relative = re.fullmatch(
        r"(last|this|next)\s+(year|month|quarter)|(去|今|明)(年)年?|(上个?|本)(月)", plain, re.IGNORECASE
    )
    if relative is not None:
        which, name = (group for group in relative.groups() if group)
        return calendar_period(which, name, today)
    if re.fullmatch(A_MONTH, plain, re.IGNORECASE):
        month = _month(plain)
        return first_day(month), last_day(month)
    day = read_day(re.sub(r"(?<=\d)(?:st|nd|rd|th)|\bof\b", "", plain), today)
    return day, day


def _inside(plain: str) -> str:
    """Return the period of which a text names the beginning or the end: `end of 2025`, `去年底`."""
    if plain.isascii():
        return re.split(r"\bof\s+", plain, maxsplit=1, flags=re.IGNORECASE)[1]
    return re.sub(r"年年", "年", plain.rstrip("底末初"))


def _part_of_year(plain: str, months: int, today: date) -> tuple[date, date]:
    """Return the days of a quarter or a half, with its year by number or as seen from today."""
    found = re.search(YEAR, plain)
    rest = plain.replace(found[0], " ", 1) if found else plain
    year = int(found[0]) if found else _year_seen_from(plain, today)
    number = re.search(r"[1-4]|[一二三四上下]|first|second|third|fourth", rest, re.IGNORECASE)
    assert number is not None
    order = int(number[0]) if number[0].isdigit() else _ORDER[number[0].casefold()]
    last = order * months
    return first_day(f"{year}-{last - months + 1:02d}"), last_day(f"{year}-{last:02d}")


def _year_seen_from(plain: str, today: date) -> int:
    lower = plain.casefold()
    step = (
        -1 if "last year" in lower or "去年" in lower else 1 if "next year" in lower or "明年" in lower else 0
    )
    return today.year + step


def _month(plain: str) -> str:
    """Return a month as an ISO date; raise KnownError where it does not exist."""
    year = re.search(YEAR, plain)
    assert year is not None
    rest = f"{plain[: year.start()]} {plain[year.end() :]}"
    number = re.search(r"\d{1,2}", rest)
    name = re.search(MONTHS, rest, re.IGNORECASE)
    if name is not None:
        return f"{read_day(f'1 {name[0][:3]} {year[0]}'):%Y-%m}"
    month = int(number[0]) if number is not None else 0
    if not 1 <= month <= 12:
        raise KnownError(gettext("{text} is not a month.").format(text=quoted(plain)))
    return f"{year[0]}-{month:02d}"


def calendar_period(which: str, name: str, today: date) -> tuple[date, date]:
    """Return the last, this or the next week, month, quarter or year of the calendar; weeks begin on Monday."""
    which, name = which.casefold(), name.casefold()
    step = -2 if which == "前" else -1 if which in _EARLIER else 1 if which in _LATER else 0
    if name in ("week", "周", "星期"):
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
        return monday, monday + timedelta(days=6)
    if name in ("year", "年"):
        return first_day(f"{today.year + step}"), last_day(f"{today.year + step}")
    if name in ("quarter", "季度", "季"):
        quarter = today.year * 4 + (today.month - 1) // 3 + step
        return _part_of_year(f"{quarter // 4} Q{quarter % 4 + 1}", 3, today)
    month = today.year * 12 + today.month - 1 + step
    text = f"{month // 12}-{month % 12 + 1:02d}"
    return first_day(text), last_day(text)
