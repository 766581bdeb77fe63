"""The days and spans of days that a question names."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from explorer.data.dates import first_day, last_day, read_day
from explorer.errors import KnownError, quoted
from explorer.language import gettext

_DAY = timedelta(days=1)
_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:19|20|21)\d{2}"
_NUMBER_OF_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_A_DAY = (
    rf"(?:{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]{_YEAR}|"
    rf"{_NUMBER_OF_DAY}(?:\s+of)?\s+{_MONTHS}\.?,?\s+{_YEAR}|{_MONTHS}\.?\s+{_NUMBER_OF_DAY},?\s+{_YEAR}|"
    rf"{_YEAR}\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*[日号])"
)
_A_MONTH = (
    rf"(?:{_MONTHS}\.?,?\s+(?:of\s+)?{_YEAR}|{_YEAR}[-/]\d{{1,2}}(?!\d)|\d{{1,2}}/{_YEAR}|"
    rf"{_YEAR}\s*年\s*\d{{1,2}}\s*月份?)"
)
_A_YEAR = rf"(?:(?:the\s+year\s+)?{_YEAR}(?!\d)\s*年?)"
_ANY = rf"(?:{_A_DAY}|{_A_MONTH}|{_A_YEAR}|today|yesterday|tomorrow|now|今天|昨天|明天|现在|今日|昨日|明日)"
_UNITS = r"(?P<unit>days?|weeks?|months?|years?|天|日|周|个?星期|个月|年)"
_PERIODS = r"(?P<period>week|month|year|周|星期|个月|月|年)"
_WITHOUT_YEAR = re.compile(
    rf"(?:\b{_NUMBER_OF_DAY}(?:\s+of)?\s+{_MONTHS}\b\.?(?!,?\s*{_YEAR})|"
    rf"\b(?!may\b){_MONTHS}\b\.?(?:\s+{_NUMBER_OF_DAY}\b)?(?!,?\s*(?:of\s+)?(?:{_YEAR}|\d))|"
    rf"\b(?:in|during|since|next|last|this)\s+may\b(?!,?\s*\d)|\bmay\s+{_NUMBER_OF_DAY}\b(?!,?\s*{_YEAR})|"
    rf"(?<![年\d])\d{{1,2}}\s*月(?:\s*\d{{1,2}}\s*[日号])?)",
    re.IGNORECASE,
)
_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10, "twelve": 12,
    "thirty": 30, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "十": 10, "半": 0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a part of a text names, both included; `fault` is the sentence on a part that names none."""

    start: int
    end: int
    since: date
    until: date
    fault: str = ""

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
    for pattern, read in _READERS:
        for match in pattern.finditer(rest):
            found.append(_read(read, match, today, as_of))
            rest = f"{rest[: match.start()]}{' ' * (match.end() - match.start())}{rest[match.end() :]}"
    for match in _WITHOUT_YEAR.finditer(rest):
        name = quoted(match[0].strip())
        fault = gettext("{text} has no year. Try 10 Nov 2026 or Nov 2026.").format(text=name)
        found.append(Days(*match.span(), as_of, as_of, fault))
    return tuple(sorted(found, key=lambda d: d.start))


Reader = Callable[[re.Match[str], date, date], tuple[date, date]]


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


def _period(text: str, today: date, as_of: date) -> tuple[date, date]:
    """Return the first and the last day of a day, a month or a year as it is written."""
    plain = text.strip().rstrip(".,")
    lower = plain.casefold()
    if lower in ("now", "现在"):
        return as_of, as_of
    if lower in _RELATIVE_DAYS:
        day = today + timedelta(days=_RELATIVE_DAYS[lower])
        return day, day
    if re.fullmatch(_A_YEAR, plain, re.IGNORECASE):
        year = re.search(_YEAR, plain)
        assert year is not None
        return first_day(year[0]), last_day(year[0])
    if re.fullmatch(_A_MONTH, plain, re.IGNORECASE):
        month = _month(plain)
        return first_day(month), last_day(month)
    day = read_day(re.sub(r"(?<=\d)(?:st|nd|rd|th)|\bof\b", "", plain), today)
    return day, day


_RELATIVE_DAYS = {"today": 0, "今天": 0, "今日": 0, "yesterday": -1, "昨天": -1, "昨日": -1}
_RELATIVE_DAYS |= {"tomorrow": 1, "明天": 1, "明日": 1}


def _month(plain: str) -> str:
    """Return a month as an ISO date; raise KnownError where it does not exist."""
    year = re.search(_YEAR, plain)
    assert year is not None
    rest = f"{plain[: year.start()]} {plain[year.end() :]}"
    number = re.search(r"\d{1,2}", rest)
    name = re.search(_MONTHS, rest, re.IGNORECASE)
    if name is not None:
        return f"{read_day(f'1 {name[0][:3]} {year[0]}'):%Y-%m}"
    month = int(number[0]) if number is not None else 0
    if not 1 <= month <= 12:
        raise KnownError(gettext("{text} is not a month.").format(text=quoted(plain)))
    return f"{year[0]}-{month:02d}"


def _single(match: re.Match[str], today: date, as_of: date) -> tuple[date, date]:
    return _period(match["date"], today, as_of)


def _between(match: re.Match[str], today: date, as_of: date) -> tuple[date, date]:
    return _period(match["first"], today, as_of)[0], _period(match["second"], today, as_of)[1]


def _since(match: re.Match[str], today: date, as_of: date) -> tuple[date, date]:
    return _period(match["date"], today, as_of)[0], max(as_of, today)


def _after(match: re.Match[str], today: date, as_of: date) -> tuple[date, date]:
    return _period(match["date"], today, as_of)[1] + _DAY, max(as_of, today)


def _latest(match: re.Match[str], today: date, _as_of: date) -> tuple[date, date]:
    """Return the latest days, weeks, months or years up to today."""
    return _earlier(today, match) + _DAY, today


def _coming(match: re.Match[str], today: date, _as_of: date) -> tuple[date, date]:
    """Return the next days, weeks, months or years from today on."""
    return today, read_day(f"+{_distance(match)}", today)


def _either(match: re.Match[str], _today: date, _as_of: date) -> tuple[date, date]:
    """Refuse `the last month`, which can be one of the calendar or the thirty days up to today."""
    raise KnownError(
        gettext("{text} can mean more than one span: write its days or its month.").format(
            text=quoted(match[0].strip())
        )
    )


def _ago(match: re.Match[str], today: date, _as_of: date) -> tuple[date, date]:
    day = _earlier(today, match)
    return day, day


def _earlier(today: date, match: re.Match[str]) -> date:
    """Return the day that is so many days, weeks, months or years before today."""
    return read_day(f"-{_distance(match)}", today)


def _distance(match: re.Match[str]) -> str:
    """Return a number of days, weeks, months or years in short: `30d`."""
    word = (match.groupdict().get("count") or "one").casefold()
    count = int(word) if word.isdigit() else _NUMBERS[word]
    unit = match["unit"].casefold()
    letters = {"d": "d", "天": "d", "日": "d", "w": "w", "周": "w", "m": "m", "月": "m", "y": "y", "年": "y"}
    letter = "m" if unit == "个月" else "w" if "星期" in unit else letters[unit[0]]
    return f"{count}{letter}"


def _calendar(match: re.Match[str], today: date, _as_of: date) -> tuple[date, date]:
    """Return the last, this or the next week, month or year of the calendar; weeks begin on Monday."""
    which, period = match["which"].casefold(), match["period"].casefold()
    step = (
        -1
        if which in ("last", "previous", "上", "上个", "去")
        else 1
        if which in ("next", "下", "下个", "明")
        else 0
    )
    if period in ("week", "周", "星期"):
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
        return monday, monday + timedelta(days=6)
    if period in ("year", "年"):
        return first_day(f"{today.year + step}"), last_day(f"{today.year + step}")
    month = today.year * 12 + today.month - 1 + step
    text = f"{month // 12}-{month % 12 + 1:02d}"
    return first_day(text), last_day(text)


def _compiled(pattern: str, read: Reader) -> tuple[re.Pattern[str], Reader]:
    return re.compile(pattern, re.IGNORECASE), read


_COUNT = rf"(?P<count>\d{{1,4}}|{'|'.join(_NUMBERS)})"
# The forms of days and spans, the longer ones first: what one has read, the others no longer see.
_READERS = (
    _compiled(
        rf"\b(?:between|from)\s+(?P<first>{_ANY})\s+(?:and|to|until|till|up to|through)\s+(?P<second>{_ANY})", _between
    ),
    _compiled(rf"从?\s*(?P<first>{_ANY})\s*(?:到|至)\s*(?P<second>{_ANY})\s*(?:之间|期间)?", _between),
    _compiled(rf"\b(?:in|over|during|within)?\s*(?:the\s+)?(?:last|past|previous)\s+{_COUNT}\s+{_UNITS}\b", _latest),
    _compiled(rf"(?:最近|过去|近)\s*{_COUNT}\s*{_UNITS}", _latest),
    _compiled(rf"\b(?:in|over|during)?\s*(?:the\s+)?past\s+{_UNITS}\b", _latest),
    _compiled(rf"\b(?:in|over|during|within)?\s*(?:the\s+)?(?:next|coming)\s+{_COUNT}\s+{_UNITS}\b", _coming),
    _compiled(rf"(?:未来|今后|接下来)\s*{_COUNT}\s*{_UNITS}", _coming),
    _compiled(rf"\b(?:in|over|during|within)?\s*the\s+last\s+{_PERIODS}\b", _either),
    _compiled(rf"\b{_COUNT}\s+{_UNITS}\s+ago\b", _ago),
    _compiled(rf"{_COUNT}\s*{_UNITS}\s*前", _ago),
    _compiled(rf"\b(?:since|starting|as from)\s+(?:the\s+)?(?P<date>{_ANY})", _since),
    _compiled(rf"自?从?\s*(?P<date>{_ANY})\s*(?:以来|至今|起)", _since),
    _compiled(rf"\bafter\s+(?P<date>{_ANY})", _after),
    _compiled(rf"(?P<date>{_ANY})\s*(?:之后|以后)", _after),
    _compiled(rf"\b(?:in|during)?\s*(?P<which>last|previous|this|next)\s+{_PERIODS}\b", _calendar),
    _compiled(r"\b(?:in|during)?\s*(?:the\s+)?(?P<which>current)\s+(?P<period>week|month|year)\b", _calendar),
    _compiled(r"(?P<which>上个?|下个?|本|这个?)\s*(?P<period>周|星期|月|个月)", _calendar),
    _compiled(r"(?P<which>去|今|明)(?P<period>年)", _calendar),
    _compiled(rf"\b(?:on|as of|at|by the)?\s*(?:the\s+)?(?P<date>{_A_DAY})", _single),
    _compiled(
        rf"\b(?:in|during|for|over)?\s*(?:the\s+month\s+of\s+)?(?P<date>{_A_MONTH})(?:\s*(?:里|内|中|份))?", _single
    ),
    _compiled(
        rf"(?:\b(?:in|during|for|over)\s+)?(?<![0-9A-Za-z.])(?P<date>{_A_YEAR})(?:\s*(?:里|内|中|期间))?", _single
    ),
    _compiled(r"\b(?P<date>today|yesterday|tomorrow)\b(?:['’]s)?", _single),
    _compiled(r"(?P<date>今天|昨天|明天|今日|昨日|明日)", _single),
)  # fmt: skip
