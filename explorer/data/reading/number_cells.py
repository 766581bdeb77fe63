"""Reads the prices of a column; the decimal sign is decided from the whole table, and never guessed."""

import datetime
import math
import re
from collections.abc import Iterable

from msgspec import Struct

from explorer.data.reading.records import COMMA, POINT, Cell, Undecided
from explorer.errors import quoted
from explorer.language import gettext

_SIGNS_OF_GAPS = ("", "-", "–", "—", "−", "--", ".", "..", "...", "…")
_WORDS_FOR_GAPS = (
    "na",
    "n/a",
    "n.a.",
    "n.a",
    "#n/a",
    "#n/a n/a",
    "nan",
    "null",
    "none",
    "no quote",
    "not available",
    "not assessed",
    "not quoted",
    "n/q",
    "n.q.",
    "nq",
    "holiday",
    "closed",
    "no trade",
    "not traded",
)
GAPS = frozenset((*_SIGNS_OF_GAPS, *_WORDS_FOR_GAPS, "无", "暂无", "缺", "休市"))
_CURRENCY = r"(?:us\$|usd|eur|gbp|cny|rmb|jpy|\$|€|£|¥|￥|元)"
_AROUND = re.compile(rf"^{_CURRENCY}\s*|\s*{_CURRENCY}$")
_FLAG = re.compile(r"(?<=\d)\s*\(?([epo])\)?$")
_DIGITS = r"\d[\d.,'’\s]*"
_NUMBER = re.compile(rf"[+−-]?\s*{_DIGITS}(?:e[+-]?\d+)?|[+−-]?[.,]\d+|\(\s*{_DIGITS}\)")
# A number with a sign before it, or in brackets, which make it negative.
_SIGNED = re.compile(r"\(\s*(?P<bare>[^()+\-−]+?)\s*\)|(?P<sign>[+\-−])?\s*(?P<plain>[^()+\-−].*)")
_RANGE = re.compile(rf"({_DIGITS}?)\s*(?:-|–|—|~|～|to|至)\s*({_DIGITS})")
_GROUPS = {
    ",": re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}"),
    ".": re.compile(r"\d{1,3}(?:\.\d{3})+"),
    "'": re.compile(r"\d{1,3}(?:'\d{3})+"),
    " ": re.compile(r"\d{1,3}(?: \d{3})+"),
}
_SPACED_GROUP = re.compile(r"(?<=\d)[ '’](?=\d{3}(?!\d))")
_BARE = re.compile(r"[\d.,]+")
_EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
# Most cells: read without the detours that the others need.
_PLAIN = {
    ".": re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?"),
    ",": re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d*)?"),
}
_ENOUGH = 2_000
_SIGNS = {POINT: ".", COMMA: ","}
_LONGEST = 60


class Amount(Struct, frozen=True):
    """The number of a cell, with the ends of a range and the flag that stand in it."""

    value: float
    low: float | None = None
    high: float | None = None
    flag: str | None = None


class NumberReader(Struct, frozen=True):
    """Reads cells as numbers with a decimal sign: a point or a comma."""

    decimal: str = "."

    def read(self, cell: Cell) -> Amount | None:
        """Return the number of a cell, None for a gap; raise ValueError with a sentence otherwise."""
        if isinstance(cell, float):
            return Amount(_finite(cell, cell))
        if isinstance(cell, str) and _PLAIN[self.decimal].fullmatch(cell):
            return Amount(_finite(float(_without_groups(cell, self.decimal)), cell))
        if is_gap(cell):
            return None
        if not isinstance(cell, str):
            raise _not_a_number(cell)
        text, flag = _bare(cell)
        pair = _RANGE.fullmatch(text)
        if pair is not None and pair[1].strip():
            low, high = (self._number(part, cell) for part in pair.groups())
            return Amount((low + high) / 2, low, high, flag)
        return Amount(self._number(text, cell), flag=flag)

    def _number(self, text: str, cell: str) -> float:
        """Return a number whose groups of digits are as they should be; raise ValueError otherwise."""
        text = " ".join(text.replace("’", "'").split())
        signed = _SIGNED.fullmatch(text)
        if signed is None:
            raise _not_a_number(cell)
        text = signed["bare"] or signed["plain"]
        is_negative = bool(signed["bare"]) or (signed["sign"] or "+") != "+"
        text, _, exponent = text.partition("e")
        whole, sign, fraction = text.partition(self.decimal)
        other = "," if self.decimal == "." else "."
        for group in (other, "'", " "):
            if group in whole and _GROUPS[group].fullmatch(whole):
                whole = whole.replace(group, "")
        if not (whole + fraction).isdecimal() or (sign and not (whole or fraction)):
            raise _not_a_number(cell)
        value = float(f"{whole or 0}.{fraction or 0}e{exponent or 0}")
        return _finite(-value if is_negative else value, cell)


def _without_groups(cell: str, decimal: str) -> str:
    return cell.replace(",", "") if decimal == "." else cell.replace(".", "").replace(",", ".")


def is_gap(cell: Cell) -> bool:
    """Return whether a cell stands for a missing price."""
    return cell is None or (isinstance(cell, str) and cell.strip().casefold() in GAPS)


def is_number(cell: Cell) -> bool:
    """Return whether a cell is a number, whatever its decimal sign."""
    if isinstance(cell, datetime.date):
        return False
    if not isinstance(cell, str):
        return cell is not None
    if not cell or len(cell) > _LONGEST or not any(map(str.isdecimal, cell)):
        return False
    text, _ = _bare(cell)
    return _NUMBER.fullmatch(text) is not None or _RANGE.fullmatch(text) is not None


def find_decimal(cells: Iterable[tuple[int, Cell]], asked: str | None) -> str:
    """Return the decimal sign of the numbers of a table; raise Undecided where they do not show it.

    `cells` are the cells with prices and the numbers of their lines.
    """
    if asked is not None:
        return _SIGNS[asked]
    as_decimal: dict[str, tuple[int, str]] = {}
    as_group: dict[str, tuple[int, str]] = {}
    open_cells: dict[str, tuple[int, str]] = {}
    decisive = 0
    for line, cell in cells:
        if not isinstance(cell, str) or not ("." in cell or "," in cell) or is_gap(cell):
            continue
        for part in _numbers_in(cell):
            decimal, group, either = _evidence(part)
            for sign, seen in ((decimal, as_decimal), (group, as_group), (either, open_cells)):
                if sign:
                    seen.setdefault(sign, (line, cell))
            decisive += not either
        if decisive >= _ENOUGH:
            break  # what differs below can't be read with this sign, and is reported line by line
    decided = {*as_decimal, *({",": ".", ".": ","}[sign] for sign in as_group)}
    if len(decided) == 1:
        return decided.pop()
    if len(decided) == 2:
        (one_line, one), (other_line, other) = (
            as_decimal.get(".") or as_group[","],
            as_decimal.get(",") or as_group["."],
        )
        text = gettext(
            "The decimal sign is a point in {one} (line {one_line}) and a comma in {other} (line {other_line})."
        )
        sentence = text.format(one=quoted(one), one_line=one_line, other=quoted(other), other_line=other_line)
        raise Undecided("decimal", sentence)
    if open_cells:
        line, cell = next(iter(open_cells.values()))
        text = gettext(
            "It is not clear whether the point or comma in {text} (line {line}) is a decimal sign."
        )
        raise Undecided("decimal", text.format(text=quoted(cell), line=line))
    return "."


def _evidence(number: str) -> tuple[str, str, str]:
    """Return the sign that must be the decimal sign, the one that must separate thousands, and one that may be both."""
    points, commas = number.count("."), number.count(",")
    if points and commas:
        last = max(".,", key=number.rfind)
        first = "," if last == "." else "."
        return (last, first, "") if number.count(last) == 1 else ("", last, "")
    sign = "." if points else ","
    if points + commas > 1:
        return "", sign, ""
    if _EITHER.fullmatch(number):
        return "", "", sign
    return sign, "", ""


def _numbers_in(cell: str) -> list[str]:
    """Return the numbers of a cell that have a point or comma inside."""
    if _BARE.fullmatch(cell):
        parts = [cell]
    else:
        text, _ = _bare(cell)
        parts = re.findall(r"[\d.,]+", _SPACED_GROUP.sub("", text))
    stripped = (part.strip(".,") for part in parts)
    return [part for part in stripped if "." in part or "," in part]


def _bare(cell: str) -> tuple[str, str | None]:
    """Return a cell without the currency around its number, and its flag."""
    text = " ".join(cell.casefold().split())
    text = _AROUND.sub("", text)
    match = _FLAG.search(text)
    if match is None:
        return text, None
    return text[: match.start()], match[1]


def _finite(value: float, cell: object) -> float:
    if not math.isfinite(value):
        raise _not_a_number(cell)
    return value


def _not_a_number(cell: object) -> ValueError:
    return ValueError(gettext("{text} is not a number.").format(text=quoted(str(cell))))
