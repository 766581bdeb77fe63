"""Reads the records of a CSV file in a way that keeps a stray quote from hiding rows.

A quote that opens a cell and is not closed makes a CSV reader take the rows below for the rest of the cell. A record of
several lines is therefore accepted only where it has as many cells as the header and no line after its first has that
number by itself.
"""

import csv
from collections import deque
from collections.abc import Iterator

from msgspec import Struct

from explorer.data.numbers import exact
from explorer.language import gettext, ngettext

MOST_CHARACTERS = 1_000_000


class Record(Struct, frozen=True):
    """One row with the numbers of its first and last line; `fault` is the reason why it cannot be checked."""

    first: int
    last: int
    cells: list[str]
    fault: str = ""

    @property
    def lines(self) -> str:
        """Return `line 3` or `lines 3 to 5`."""
        if self.first == self.last:
            return gettext("line {number}").format(number=self.first)
        return gettext("lines {first} to {last}").format(first=self.first, last=self.last)


class _Lines:
    """An iterator over lines that keeps the lines of the current record and can take them back."""

    def __init__(self, source: Iterator[str]) -> None:
        self._source = source
        self._returned: deque[str] = deque()
        self.taken: list[str] = []
        self.has_ended = False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        try:
            line = self._returned.popleft() if self._returned else next(self._source)
        except StopIteration:
            self.has_ended = True
            raise
        self.taken.append(line)
        return line

    def begin(self) -> None:
        """Drop the lines of the last record."""
        self.taken, self.has_ended = [], False

    def give_back(self) -> None:
        """Put all lines of the record but the first back."""
        self._returned.extendleft(reversed(self.taken[1:]))
        self.taken = self.taken[:1]


def records(source: Iterator[str], delimiter: str, columns: int, line: int = 1) -> Iterator[Record]:
    """Yield the records of the lines, the first of which has the number `line`; empty lines are passed over."""
    csv.field_size_limit(MOST_CHARACTERS)
    lines = _Lines(source)
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        lines.begin()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            text = gettext("A cell has more than {count} characters.")
            cells, fault = [], text.format(count=exact(MOST_CHARACTERS))
            lines.give_back()
        else:
            fault = _fault(cells, lines, delimiter, columns)
            if fault and _hides_a_row(lines.taken, delimiter, columns):
                lines.give_back()
                cells = _alone(lines.taken[0], delimiter)
        last = line + len(lines.taken) - 1
        if cells or fault:
            yield Record(line, last, cells, fault)
        line = last + 1


def _fault(cells: list[str], lines: _Lines, delimiter: str, columns: int) -> str:
    """Return why a record is not accepted, empty where it is."""
    if lines.has_ended and lines.taken:
        return gettext("A quotation mark is opened but never closed.")
    if len(lines.taken) < 2:
        return ""
    if len(cells) != columns:
        text = ngettext(
            "A quoted cell spans several lines, and the row has {count} cell instead of {columns}.",
            "A quoted cell spans several lines, and the row has {count} cells instead of {columns}.",
            len(cells),
        )
        return text.format(count=len(cells), columns=columns)
    if any(_looks_like_a_row(line, delimiter, columns) for line in lines.taken[1:]):
        return gettext("A quoted cell spans several lines, at least one of which looks like a separate row.")
    return ""


def _hides_a_row(taken: list[str], delimiter: str, columns: int) -> bool:
    """Return whether a line after the first is a row by itself, with all of its quotes closed."""
    return any(line.count('"') % 2 == 0 and len(_alone(line, delimiter)) == columns for line in taken[1:])


def _looks_like_a_row(line: str, delimiter: str, columns: int) -> bool:
    """Return whether a line has as many cells as the header, with its quotes or without them."""
    return columns in (len(_alone(line, delimiter)), line.replace('"', "").count(delimiter) + 1)


def _alone(line: str, delimiter: str) -> list[str]:
    """Return the cells of a line that is read by itself."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []
