"""Reads the dates of a column; their order is decided from the whole table, and never guessed."""

import datetime
import re
from collections.abc import Iterable

from msgspec import Struct

from explorer.data.dates import FIRST_YEAR, LAST_YEAR
from explorer.data.reading.month_names import month_of
from explorer.data.reading.records import DAY_FIRST, MONTH_FIRST, Cell, Undecided
from explorer.data.spelling import normalised
from explorer.errors import quoted
from explorer.language import gettext

_YEAR, _SHORT_YEAR, _NAME = r"(?P<y>\d{4})", r"(?P<y>\d{4}|['’]?\d{2})", r"(?P<name>[a-zà-ÿ]{3,10})\.?"
_MONTH, _DAY, _GAP = r"(?P<m>\d{1,2})", r"(?P<d>\d{1,2})", r"[\s,./-]*"
_STRONG = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_YEAR}(?P<s>[-/.]){_MONTH}(?P=s){_DAY}",
        rf"{_DAY}(?:st|nd|rd|th)?{_GAP}{_NAME}{_GAP}{_SHORT_YEAR}",
        rf"{_NAME}\s*{_DAY}(?:st|nd|rd|th)?[\s,]+{_YEAR}",
        rf"{_YEAR}{_GAP}{_NAME}{_GAP}{_DAY}",
        rf"{_YEAR}\s*年\s*{_MONTH}\s*月\s*{_DAY}\s*[日号]?",
        rf"{_YEAR}[-/m]{_MONTH}",
        rf"{_MONTH}[-/]{_YEAR}",
        rf"{_NAME}{_GAP}{_YEAR}",
        rf"{_NAME}(?:-|/|\s?['’])(?P<y>\d{{2}})",  # not “Nov 26”, which can be a day
        rf"{_YEAR}{_GAP}{_NAME}",
        rf"{_YEAR}\s*年\s*{_MONTH}\s*月",
        rf"q(?P<q>[1-4]){_GAP}{_SHORT_YEAR}",
        rf"(?P<q>[1-4])q{_GAP}{_SHORT_YEAR}",
        rf"{_YEAR}{_GAP}q(?P<q>[1-4])",
        rf"{_YEAR}\s*年\s*第?\s*(?P<q>[1-4一二三四])\s*季度?",
        rf"{_YEAR}\s*年",
    )
)
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_IN_DIGITS = re.compile(r"(?<![\d/-])(\d{1,2})[-/](\d{1,2})[-/]\d{2}")
# Dates that could also be prices; they count only where a column holds nothing else.
_WEAK = {
    "day": re.compile(r"(?P<y>(?:19|20|21)\d{2})(?P<m>\d{2})(?P<d>\d{2})"),
    "month": re.compile(r"(?P<y>(?:19|20|21)\d{2})\.?(?P<m>0[1-9]|1[0-2])"),
    "year": re.compile(r"(?P<y>(?:19|20|21)\d{2})"),
    "serial": re.compile(r"(?P<n>[2-7]\d{4})(?:\.\d+)?"),
}
_TIME = re.compile(
    r"[\st]\s*\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(\s*[ap]\.?m\.?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?$"
)
_WEEKDAY = re.compile(
    r"^(mon|tues?|wed(nes)?|thur?s?|fri|sat(ur)?|sun)(day)?[.,]?\s+|\s*[(（]?(星期|周)[一二三四五六日天][)）]?$"
)
_CHINESE_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4}
_EXCEL_EPOCH = datetime.date(1899, 12, 30)
_LAST_SHORT_YEAR = 49  # as spreadsheets read two digits: 49 is 2049, 50 is 1950


class DateReader(Struct, frozen=True):
    """Reads cells as ISO dates; `order` is that of day and month, `weak` the kind of a column of numbers."""

    order: str = ""
    weak: str = ""

    def read(self, cell: Cell) -> str:
        """Return an ISO date that may lack its day or month, or a quarter; raise ValueError with a sentence."""
        if isinstance(cell, datetime.date):
            return _in_range(cell.isoformat()[:10])
        text = plain(cell)
        if self.weak:
            match = _WEAK[self.weak].fullmatch(text)
            if match is not None:
                return _in_range(
                    _from_serial(match["n"])
                    if self.weak == "serial"
                    else _from_parts(match.groupdict(), text)
                )
        numeric = _NUMERIC.fullmatch(text)
        if numeric is not None:
            first, sign, second, year = numeric.groups()
            day, month = (second, first) if self.order == MONTH_FIRST and sign != "." else (first, second)
            return _in_range(_from_parts({"y": year, "m": month, "d": day}, text))
        for pattern in _STRONG:
            match = pattern.fullmatch(text)
            if match is not None:
                return _in_range(_from_parts(match.groupdict(), text))
        raise ValueError(gettext("{text} is not a date.").format(text=quoted(str(cell or ""))))


def plain(cell: Cell) -> str:
    """Return a cell as text without the time of day and the day of the week, in small letters."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell)
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    text = normalised(cell or "")
    if len(text) > 60:
        return ""
    if not text[:1].isdigit() or not text[-1:].isdigit() or ":" in text:
        text = _WEEKDAY.sub("", _TIME.sub("", text))
    return text


def is_date(cell: Cell) -> bool:
    """Return whether a cell is a date and cannot be a price."""
    if isinstance(cell, datetime.date):
        return True
    if not isinstance(cell, str) or not 4 <= len(cell) <= 60:
        return False
    text = plain(cell)
    if _NUMERIC.fullmatch(text):
        return True
    for pattern in _STRONG:
        match = pattern.fullmatch(text)
        if match is not None:
            name = match.groupdict().get("name")
            if name is None or month_of(name):
                return True
    return False


def weak_kind(cells: Iterable[Cell]) -> str:
    """Return the kind of date that all cells of a column of numbers can be, empty where there is none."""
    kinds = list(_WEAK)
    count = 0
    for cell in cells:
        text = plain(cell)
        count += 1
        kinds = [kind for kind in kinds if _WEAK[kind].fullmatch(text)]
        if not kinds:
            return ""
    return kinds[0] if count else ""


def find_order(cells: Iterable[tuple[int, Cell]], asked: str | None) -> str:
    """Return the order of the dates in digits of a table; raise Undecided where it does not show.

    `cells` are the cells with dates and the numbers of their lines.
    """
    day_first = month_first = open_cell = None
    for line, cell in cells:
        match = _IN_DIGITS.search(cell) if isinstance(cell, str) else None
        if match is None:
            continue
        first, second = int(match[1]), int(match[2])
        if first > 12 >= second and day_first is None:
            day_first = (line, cell)
        elif second > 12 >= first and month_first is None:
            month_first = (line, cell)
        elif first != second:
            open_cell = open_cell or (line, cell)
    if asked is not None:
        return asked
    if day_first and month_first:
        text = gettext(
            "Date order is inconsistent: day first in {one} (line {one_line}), month first in {other} "
            "(line {other_line})."
        )
        raise Undecided(
            "dates",
            text.format(
                one=quoted(str(day_first[1])),
                one_line=day_first[0],
                other=quoted(str(month_first[1])),
                other_line=month_first[0],
            ),
        )
    if day_first or month_first:
        return DAY_FIRST if day_first else MONTH_FIRST
    if open_cell is not None:
        text = gettext("It is not clear whether the day or the month comes first in {text} (line {line}).")
        raise Undecided("dates", text.format(text=quoted(str(open_cell[1])), line=open_cell[0]))
    return DAY_FIRST


def _from_serial(number: str) -> str:
    """Return the date of a day number of a spreadsheet."""
    return (_EXCEL_EPOCH + datetime.timedelta(days=int(number))).isoformat()


def _from_parts(parts: dict[str, str | None], text: str) -> str:
    """Return the ISO date of the parts that a pattern found; raise ValueError where it does not exist."""
    year = _full_year(parts["y"] or "")
    quarter = parts.get("q")
    if quarter:
        return f"{year}-Q{_CHINESE_DIGITS.get(quarter) or quarter}"
    name, month = parts.get("name"), parts.get("m")
    number = month_of(name) if name else int(month) if month else None
    if number is None:
        return f"{year}"
    try:
        date = datetime.date(year, number, int(parts.get("d") or 1))
    except ValueError:
        raise ValueError(gettext("{text} is not a valid date.").format(text=quoted(text))) from None
    return date.isoformat() if parts.get("d") else date.isoformat()[:7]


def _full_year(text: str) -> int:
    year = int(text.lstrip("'’"))
    if len(text.lstrip("'’")) == 4:
        return year
    return year + (2000 if year <= _LAST_SHORT_YEAR else 1900)


def _in_range(iso: str) -> str:
    if not FIRST_YEAR <= int(iso[:4]) <= LAST_YEAR:
        text = gettext("{text} is out of range ({first} to {last}).")
        raise ValueError(text.format(text=quoted(iso), first=FIRST_YEAR, last=LAST_YEAR))
    return iso
