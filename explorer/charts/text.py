"""Numbers, units and flags as a chart prints them; a narrow space that never breaks parts thousands."""

import re
from collections.abc import Sequence

from explorer.charts.spec import Point
from explorer.data.numbers import MINUS, THIN, exact, number_range, percent, qualified, with_unit
from explorer.data.words import FLAG_WORDS

__all__ = [
    "MINUS",
    "THIN",
    "capital",
    "compact",
    "exact",
    "flag_word",
    "percent",
    "price_text",
    "qualified",
    "range_text",
    "sentence_list",
    "short",
    "unbroken",
    "value_text",
    "with_unit",
    "year_ranges",
]

_DATE = re.compile(r"(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})")


def price_text(value: float) -> str:
    """Return a price or unit value with at most two decimals from one on: `1 499.97`, `0.0315`."""
    return exact(round(value, 2) if abs(value) >= 1 else value)


def short(value: float) -> str:
    """Return a number with about three telling digits, whole from 100 on: `60 000`, `29.1`, `0.35`."""
    size = abs(value)
    decimals = 0 if size >= 100 else 1 if size >= 10 else 2
    return exact(round(value, decimals)) if size >= 0.01 or value == 0 else exact(value)


def compact(value: float) -> str:
    """Return a number for a narrow place: `3.7 billion`, `37 million`, `60 000`."""
    for size, word in ((1e9, "billion"), (1e7, "million")):
        if abs(value) >= size:
            return f"{short(value / (1e9 if word == 'billion' else 1e6))} {word}"
    return short(value)


def flag_word(point: Point) -> str:
    """Return the word for a point's flag, empty where it has none."""
    return FLAG_WORDS.get(point.flag or "", point.flag or "")


def value_text(point: Point, unit: str, narrow: bool = False) -> str:
    """Return a point's figure with qualifier and unit, or the word or range in its place; an unknown one says so."""
    if point.word is not None:
        return point.word
    if point.y is None:
        return range_text(point, unit) or "no figure on file"
    number = compact(point.y) if narrow else exact(point.y)
    return qualified(with_unit(number, unit), point.qualifier)


def range_text(point: Point, unit: str) -> str:
    """Return the printed range of a point, `13 150 to 13 400 USD/t`, empty where there is none."""
    if point.low is None or point.high is None:
        return ""
    return number_range(point.low, point.high, unit)


def sentence_list(words: list[str] | tuple[str, ...]) -> str:
    """Return words as a sentence lists them: `a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def year_ranges(years: Sequence[int]) -> str:
    """Return years with those that follow each other as ranges: `1900–1992 and 2021–2023`."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return sentence_list([str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs])


def unbroken(text: str) -> str:
    """Return a text whose dates no line breaks apart."""
    return _DATE.sub("\\1\u00a0\\2\u00a0\\3", text)


def capital(text: str) -> str:
    """Return a text with its first letter large, the rest as it stands."""
    return text[:1].upper() + text[1:]
