"""The figure, the flag and the range of a point as text."""

import re

from explorer.charts.spec import ControlDate, Point
from explorer.data.dates import show
from explorer.data.numbers import compact, exact, number_range, qualified, qualified_in_words, with_unit
from explorer.data.words import flag_name
from explorer.language import gettext

_DATE = re.compile(r"(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})")


def flag_word(point: Point) -> str:
    """Return the word for a point's flag, empty if it has none."""
    return flag_name(point.flag)


def value_text(point: Point, unit: str, *, narrow: bool = False, in_words: bool = False) -> str:
    """Return a point's figure with qualifier and unit, or the word or range in its place."""
    if point.word is not None:
        return point.word
    if point.y is None:
        return range_text(point, unit) or gettext("no figure on file")
    number = compact(point.y) if narrow else exact(point.y)
    bound = qualified_in_words if in_words else qualified
    return bound(with_unit(number, unit), point.qualifier)


def range_text(point: Point, unit: str) -> str:
    """Return the published range of a point, `13 150 to 13 400 USD/t`, empty if there is none."""
    if point.low is None or point.high is None:
        return ""
    return number_range(point.low, point.high, unit)


def control_date_text(event: ControlDate) -> str:
    """Return the date and the change of a control date."""
    return gettext("{day} {change}").format(day=show(event.day), change=event.label)


def unbroken(text: str) -> str:
    """Return a text with unbreakable dates."""
    return _DATE.sub("\\1\u00a0\\2\u00a0\\3", text)


def as_sentence(text: str) -> str:
    """Return a text of the data as a sentence: with a capital first letter and one full stop, empty for none."""
    return gettext("{text}.").format(text=capital(text).rstrip(".")) if text else ""


def capital(text: str) -> str:
    """Return a text with a capital first letter, the rest unchanged."""
    return text[:1].upper() + text[1:]
