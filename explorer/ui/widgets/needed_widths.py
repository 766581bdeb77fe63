"""The widths that the columns of a table need for their longest words and for their longest lines."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from explorer.models.table import Cell
from explorer.ui.widgets.pill import MARGIN as PILL_MARGIN
from explorer.ui.widgets.running_text import unbroken_dates

MAX_LEAST, WORD_MARGIN = 240, 16
MEASURED = 3  # texts of a column whose width is measured, the longest ones by a rough measure


@cache
def _breaks() -> re.Pattern[str]:
    """Return the places where a text may break; compiled for the first table, since the start needs none."""
    chinese = "[\u2e80-\u9fff\uff00-\uffef]"
    return re.compile(rf"[ \n\t]+|(?<={chinese})|(?={chinese})|(?<=[-/])(?![0-9])")


class _Longest:
    """The few longest texts by a rough measure, in which Chinese characters count more."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._least = -1

    def add(self, text: str) -> None:
        """Keep a text if it is one of the longest; the first of equally long ones stay."""
        size = len(text.encode())
        if size <= self._least or text in self.texts:
            return
        self.texts = sorted((*self.texts, text), key=_size, reverse=True)[:MEASURED]
        if len(self.texts) == MEASURED:
            self._least = _size(self.texts[-1])


class _ColumnTexts:
    """The longest words and lines of one column, in which each text counts once."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self.words, self.lines = _Longest(), _Longest()
        self.has_pill = False

    def add(self, cell: Cell) -> None:
        """Take a cell into account."""
        self.has_pill = self.has_pill or bool(cell.pill)
        if cell.text in self._seen:
            return
        self._seen.add(cell.text)
        text = unbroken_dates(cell.text)
        for word in _breaks().split(text):
            if word:
                self.words.add(word)
        for line in text.splitlines():
            self.lines.add(line)


class NeededWidths:
    """Measures the columns of a table row by row; `advance` returns the width of a text in pixels."""

    def __init__(self, header: Sequence[str], advance: Callable[[str], int]) -> None:
        self._header, self._advance = header, advance
        self._columns = [_ColumnTexts() for _ in header]

    def add_row(self, row: Sequence[Cell]) -> None:
        """Take the cells of a row into account."""
        for column, cell in zip(self._columns, row, strict=True):
            column.add(cell)

    def widths(self) -> list[tuple[int, int]]:
        """Return for each column the width of its longest word, which has a limit, and of its longest line."""
        return [self._widths_of(title, c) for title, c in zip(self._header, self._columns, strict=True)]

    def _widths_of(self, title: str, column: _ColumnTexts) -> tuple[int, int]:
        margin = WORD_MARGIN + (2 * PILL_MARGIN if column.has_pill else 0)
        least, whole = (
            max(self._advance(text) for text in (title, *longest.texts)) + margin
            for longest in (column.words, column.lines)
        )
        return min(least, MAX_LEAST), whole


def _size(text: str) -> int:
    return len(text.encode())
