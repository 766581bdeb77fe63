"""The forms in which questions name days and spans of days, and what each means."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from explorer.data.dates import first_day, read_day
from explorer.data.finding.questions.date_patterns import (
    A_BEGINNING,
    A_DATE_IN_RELATIVE_YEAR,
    A_DAY,
    A_HALF,
    A_MONTH,
    A_QUARTER,
    A_RELATIVE_DAY,
    A_YEAR,
    AN_END,
    AN_UNCERTAIN_TIME,
    ANY,
    COUNT,
    MONTHS,
    NUMBER_OF_DAY,
    NUMBERS,
    PERIODS,
    UNITS,
    YEAR,
)
from explorer.data.finding.questions.periods import calendar_period, period
from explorer.errors import KnownError, quoted
from explorer.language import gettext

Reader = Callable[[re.Match[str], date, date], tuple[date, date]]
_DAY = timedelta(days=1)
DAYS_AROUND = timedelta(days=7)


def _single(match: re.Match[str], today: date, as_of: date) -> tuple[date, date]:
    return period(match["date"], today, as_of)


def _between(match: re.Match[str], today: date, as_of: date) -> tuple[date, date]:
    return period(match["first"], today, as_of)[0], period(match["second"], today, as_of)[1]


def _compared(match: re.Match[str], today: date, as_of: date) -> tuple[date, date]:
    """Return the days from the first to the last of two years that a question compares: `2022 vs 2025`."""
    years = sorted((match["first"], match["second"]))
    return period(years[0], today, as_of)[0], period(years[1], today, as_of)[1]


def _since(match: re.Match[str], today: date, as_of: date) -> tuple[date, date]:
    return _open_span(period(match["date"], today, as_of)[0], today, as_of)


def _after(match: re.Match[str], today: date, as_of: date) -> tuple[date, date]:
    return _open_span(period(match["date"], today, as_of)[1] + _DAY, today, as_of)


def _open_span(start: date, today: date, as_of: date) -> tuple[date, date]:
    """Return the days from one on up to now, one in the future alone."""
    return start, max(as_of, today, start)


def _this_year(_match: re.Match[str], today: date, as_of: date) -> tuple[date, date]:
    """Return the days of this year up to now."""
    return first_day(f"{today.year}"), max(as_of, today)


def _with_year_of_second(match: re.Match[str], today: date, as_of: date) -> tuple[date, date]:
    """Return a span whose first part shares the year, or the month and the year, of the second."""
    first = match["first"] or match["before"]
    return period(f"{first} {match['shared']}", today, as_of)[0], period(match["second"], today, as_of)[1]


def _with_year_of_first(match: re.Match[str], today: date, as_of: date) -> tuple[date, date]:
    """Return a span whose second part shares the year, or the month and the year, of the first."""
    first, second = match["first"], match["second"]
    year = match["year"] if "月" in second else f"{match['year']}{match['month']}月"
    return period(first, today, as_of)[0], period(f"{year}{second}", today, as_of)[1]


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


def _from_ago(match: re.Match[str], today: date, as_of: date) -> tuple[date, date]:
    """Return the span since a day that something is compared with: `cheaper than a year ago`."""
    return _earlier(today, match), max(as_of, today)


def _recent(_match: re.Match[str], today: date, as_of: date) -> tuple[date, date]:
    """Return the last twelve months, which the reading of the question shows: `recent changes`."""
    return read_day("-12m", today), max(as_of, today)


def _earlier(today: date, match: re.Match[str]) -> date:
    """Return the day that is so many days, weeks, months or years before today."""
    return read_day(f"-{_distance(match)}", today)


def _distance(match: re.Match[str]) -> str:
    """Return a number of days, weeks, months or years in short: `30d`."""
    word = (match.groupdict().get("count") or "one").casefold()
    count = int(word) if word.isdigit() else NUMBERS[word]
    unit = match["unit"].casefold()
    if word == "半" and unit == "年":
        return "6m"
    letters = {"d": "d", "天": "d", "日": "d", "w": "w", "周": "w", "m": "m", "月": "m", "y": "y", "年": "y"}
    letter = "m" if unit == "个月" else "w" if "星期" in unit else letters[unit[0]]
    return f"{count}{letter}"


def _calendar(match: re.Match[str], today: date, _as_of: date) -> tuple[date, date]:
    return calendar_period(match["which"], match["period"], today)


def _around(match: re.Match[str], today: date, as_of: date) -> tuple[date, date]:
    """Return the days around a day, from a week before it to a week after it."""
    day = period(match["date"], today, as_of)[0]
    return day - DAYS_AROUND, day + DAYS_AROUND


def _since_calendar(match: re.Match[str], today: date, as_of: date) -> tuple[date, date]:
    return calendar_period(match["which"], match["period"], today)[0], max(as_of, today)


_AND = r"(?:and|to|until|till|up\s+to|through|-|–|—)"
_START = r"(?<![0-9A-Za-z.])"  # unlike \b also after a Chinese character
_IN = rf"{_START}(?:in|over|during|within)?\s*(?:the\s+)?"


def _during(time: str, article: str = r"(?:the\s+)?", after: str = "期间") -> str:
    """Return the pattern of a time with the words for `in` before or after it."""
    return rf"{_START}(?:(?:in|during|for|over)\b)?\s*{article}(?P<date>{time})(?:\s*(?:里|内|中(?!国)|{after}))?"


# The forms of days and spans by their readers, the longer ones first: what one has read, the others no longer see.
_FORMS: tuple[tuple[Reader, tuple[str, ...]], ...] = (
    (_with_year_of_second, (
        rf"\b(?:(?:between|from)\s+)?(?P<first>(?:{NUMBER_OF_DAY}\s+)?{MONTHS})\s*{_AND}\s*"
        rf"(?P<second>(?:{NUMBER_OF_DAY}\s+)?{MONTHS}\s+(?P<shared>{YEAR}))",
        rf"\b(?:(?:between|from)\s+(?P<first>\d{{1,2}})\s+{_AND}\s+|(?P<before>\d{{1,2}})\s*[-–—]\s*)"
        rf"(?P<second>\d{{1,2}}\s+(?P<shared>{MONTHS}\s+{YEAR}))",
    )),
    (_with_year_of_first, (
        rf"从?\s*(?P<first>(?P<year>{YEAR}\s*年)(?P<month>\d{{1,2}})月(?:\d{{1,2}}[日号])?)\s*(?:到|至|-|–|—|~)\s*"
        r"(?P<second>\d{1,2}(?:月(?:\d{1,2}[日号])?|[日号]))(?:之间|期间)?",
    )),
    (_between, (
        rf"\b(?:between|from)\s+(?:the\s+)?(?P<first>{A_BEGINNING}|{ANY})\s+{_AND}\s+(?P<second>{ANY})",
    )),
    (_around, (
        rf"\b(?:on\s+(?:and|or)\s+)?around\s+(?:the\s+)?(?P<date>{A_DAY}|today)\b",
        rf"(?P<date>{A_DAY})\s*(?:前后|左右)",
    )),
    (_single, (rf"截[至止]到?\s*(?P<date>{A_DAY}|{A_RELATIVE_DAY})",)),
    (_between, (
        rf"从?\s*(?P<first>{A_BEGINNING}|{ANY})\s*(?:到|至)\s*(?P<second>{ANY})\s*(?:之间|期间)?",
        rf"\b(?P<first>{YEAR})\s*(?:-|–|—|to|through)\s*(?P<second>{YEAR})\b",
    )),
    (_compared, (
        rf"\b(?:in\s+)?(?P<first>{YEAR})\s*(?:vs\.?|versus|compared\s+(?:to|with)|against)\s*(?P<second>{YEAR})\b",
        rf"(?P<first>{YEAR})\s*年?\s*(?:和|与|跟|同|对比|相比|比)\s*(?P<second>{YEAR})\s*年"
        r"(?=.*(?:相比|比较|对比|变化|差))(?:相比|比较|对比)?",
    )),
    (_latest, (
        rf"{_IN}(?:last|past|previous)\s+{COUNT}\s+{UNITS}\b",
        rf"(?:最近|过去|近)的?\s*{COUNT}\s*{UNITS}",
        rf"\b(?:in|over|during)?\s*(?:the\s+)?past\s+{UNITS}\b",
        r"\b(?:over|within)\s+the\s+last\s+(?P<unit>year)\b",
    )),
    (_coming, (
        rf"{_IN}(?:next|coming)\s+{COUNT}\s+{UNITS}\b",
        rf"(?:未来|今后|接下来)的?\s*{COUNT}\s*{UNITS}",
    )),
    (_either, (rf"{_IN}(?P<text>{AN_UNCERTAIN_TIME})",)),
    (_this_year, (
        r"\b(?:year\s+to\s+date|(?:so\s+far\s+)?this\s+year\s+so\s+far|so\s+far\s+this\s+year)\b",
        r"(?:自?今年以来|今年至今|自?今年年?初(?:以来|至今|起)|自?(?<![\d年])年初(?:以来|至今|起))",
    )),
    (_since, (
        rf"\b(?:since|starting|as from)\s+(?:the\s+)?(?P<date>{A_BEGINNING}|{ANY})",
        rf"\bfrom\s+(?P<date>{ANY})\s+(?:on|onwards?)\b",
    )),
    (_since_calendar, (rf"\bsince\s+(?:the\s+)?(?P<which>last|this)\s+{PERIODS}\b",)),
    (_since, (rf"自?从?\s*(?P<date>{A_BEGINNING}|{ANY})\s*(?:以来|至今|起)",)),
    (_since_calendar, (r"自?从?(?P<which>去|今)(?P<period>年)(?:以来|至今|起)",)),
    (_either, (
        rf"\b(?:from|as\s+of\s+the\s+beginning)\s+(?P<date>{A_BEGINNING}|{ANY})",
        rf"[从自]\s*(?P<date>{A_BEGINNING}|{ANY})",
        rf"{_IN}(?P<text>{A_BEGINNING})",
    )),
    (_since, (rf"(?P<date>{A_DAY})\s*(?:以后|及以后)",)),
    (_after, (rf"\bafter\s+(?:the\s+)?(?P<date>{ANY})", rf"(?P<date>{ANY})\s*(?:之后|以后)")),
    (_single, (
        rf"{_START}(?:on|as of|at|by|in)?\s*(?P<date>{AN_END})",
        _during(f"{A_QUARTER}|{A_HALF}"),
    )),
    (_from_ago, (rf"\bthan\s+{COUNT}\s+{UNITS}\s+ago\b", rf"比\s*{COUNT}\s*{UNITS}\s*前")),
    (_recent, (
        r"\b(?:most\s+)?recent(?=\s+(?:\w+\s+)?(?:changes?|developments?|updates?|news|events?)\b)",
        r"(?:近期|最近|近来)(?=[^，。？?]*(?:动态|变化|新闻|消息|进展|变动|调整))",
    )),
    (_calendar, (
        r"\b(?:in|over|during|within|for)?\s*the\s+(?P<which>last|past|previous)\s+(?P<period>quarter)\b",
    )),
    (_either, (rf"\b(?:in|over|during|within)?\s*the\s+last\s+{PERIODS}\b",)),
    (_ago, (
        rf"\b{COUNT}\s+{UNITS}\s+ago\b",
        rf"(?<!\d)(?!\d{{4}}\s*年){COUNT}\s*{UNITS}\s*前",
    )),
    (_single, (rf"{_START}(?:(?:on|in|during|as of|by)\b)?\s*(?P<date>{A_DATE_IN_RELATIVE_YEAR})",)),
    (_calendar, (
        rf"\b(?:in|during)?\s*(?P<which>last|previous|this|next)\s+{PERIODS}\b",
        r"\b(?:in|during)?\s*(?:the\s+)?(?P<which>current)\s+(?P<period>week|month|quarter|year)\b",
        r"(?P<which>上一?个?|下个?|本|这个?)\s*(?P<period>周|星期|季度?|月|个月)(?:里|内|中(?!国))?",
        r"(?P<which>去|今|明|前)(?P<period>年)(?!底|末|初)",
    )),
    (_single, (
        rf"{_START}(?:on|as of|at|by the)?\s*(?:the\s+)?(?P<date>{A_DAY})",
        _during(A_MONTH, r"(?:the\s+month\s+of\s+)?", "份"),
        _during(A_YEAR, ""),
        r"\b(?P<date>today|yesterday|tomorrow)\b(?:['’]s)?",
        rf"(?P<date>{A_RELATIVE_DAY})",
    )),
)  # fmt: skip
READERS = tuple((form, read) for read, forms in _FORMS for form in forms)
LATEST_READERS = frozenset((_latest,))
COMPARING_READERS = frozenset((_compared,))
OPEN_READERS = frozenset((_since, _after))
AROUND_READERS = frozenset((_around,))


@cache
def compiled(form: str) -> re.Pattern[str]:
    """Return the pattern of a form. Compiling the patterns takes long, so it waits until a text names a time."""
    return re.compile(form, re.IGNORECASE)
