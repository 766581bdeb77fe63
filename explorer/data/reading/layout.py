"""Finds the table with dates and prices among the rows of a file: its headers, date columns and price columns."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec import Struct

from explorer.data.reading.date_cells import is_date, weak_kind
from explorer.data.reading.number_cells import is_gap, is_number
from explorer.data.reading.records import Cell, Row, Table
from explorer.data.reading.units import find_unit
from explorer.errors import KnownError
from explorer.language import gettext

_SAMPLE = 500
_LEAST_SHARE = 0.5
_DATE_WORDS = re.compile(
    r"date|day|month|year|period|quarter|datum|jahr|fecha|日期|时间|月份|年份|年度|年$", re.IGNORECASE
)


class DateColumn(Struct, frozen=True):
    """A column of dates and the columns of prices that belong to it; `weak` is the kind of dates in plain numbers."""

    column: int
    prices: tuple[int, ...]
    weak: str = ""


class Layout(Struct, frozen=True):
    """Where things are in a table: its first row with data, the names of its columns, and the lines above it."""

    start: int
    headers: tuple[str, ...]
    titles: tuple[str, ...]
    dates: tuple[DateColumn, ...]
    texts: tuple[int, ...]


def find_layout(table: Table) -> Layout:
    """Return where dates and prices are in a table; raise KnownError where there are none."""
    rows = table.rows
    width = max((len(row.cells) for row in rows[: 2 * _SAMPLE]), default=0)
    start = _first_data_row(rows)
    if start is not None:
        sample = _with_data(rows[start : start + _SAMPLE])
        dates = [(j, "") for j in range(width) if _share(sample, j, is_date) >= _LEAST_SHARE]
    else:
        start, dates = _weak_dates(rows, width)
    headers, titles = _headers(rows[:start], width)
    sample = _with_data(rows[start : start + _SAMPLE])
    taken = {j for j, _ in dates}
    shares = {j: _share(sample, j, is_number) for j in range(width) if j not in taken}
    prices = [j for j, share in shares.items() if share >= _LEAST_SHARE] or [j for j in shares if shares[j]]
    if not dates or not prices:
        text = gettext("{file} has no table of dates and prices. Put them in columns under a header row.")
        raise KnownError(text.format(file=table.name))
    headers = _told_apart(headers, prices, rows[:start])
    texts = [j for j in range(width) if j not in taken and j not in prices and _has_text(sample, j)]
    return Layout(start, headers, titles, _with_prices(dates, prices), tuple(texts))


def cell(row: Row, column: int) -> Cell:
    """Return a cell of a row, None where the row ends before it."""
    return row.cells[column] if column < len(row.cells) else None


def _with_data(sample: Sequence[Row]) -> list[Row]:
    """Return the rows with a date or a number, without remarks between and below them."""
    return [row for row in sample if any(is_number(c) or is_date(c) for c in row.cells)]


def _first_data_row(rows: Sequence[Row]) -> int | None:
    """Return the index of the first row with a date and a price, None where no cell can only be a date."""
    for i, row in enumerate(rows):
        dates = [is_date(c) for c in row.cells]
        if any(dates) and any(is_number(c) for c, day in zip(row.cells, dates, strict=True) if not day):
            return i
    return None


def _share(sample: Sequence[Row], column: int, test: Callable[[Cell], bool]) -> float:
    """Return the share of the cells of a column with content that pass a test."""
    cells = [c for row in sample if not is_gap(c := cell(row, column))]
    return sum(map(test, cells)) / len(cells) if cells else 0.0


def _has_text(sample: Sequence[Row], column: int) -> bool:
    return any(isinstance(c := cell(row, column), str) and c for row in sample)


def _weak_dates(rows: Sequence[Row], width: int) -> tuple[int, list[tuple[int, str]]]:
    """Return the first row of data and the column of dates that are written as plain numbers, such as years."""
    for start, row in enumerate(rows[: 2 * _SAMPLE]):
        numbers = [j for j, c in enumerate(row.cells) if is_number(c)]
        if len(numbers) < 2:
            continue
        names, _ = _headers(rows[:start], width)
        sample = rows[start : start + _SAMPLE]
        named = [j for j in numbers if _DATE_WORDS.search(names[j])]
        for j in named or numbers[:1]:
            cells = [c for r in sample if is_number(c := cell(r, j))]
            kind = weak_kind(cells)
            if kind and (named or len(set(map(str, cells))) == len(cells)):
                return start, [(j, kind)]
    return 0, []


def _headers(above: Sequence[Row], width: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of the columns and the titles, from the rows above the data."""
    titles: list[str] = []
    block: list[list[str]] = []
    last_line = 0
    for row in above:
        texts = [str(c).strip() if c is not None else "" for c in row.cells][:width]
        texts += [""] * (width - len(texts))
        filled = [text for text in texts if text]
        is_title = len(filled) == 1 and bool(texts[0])
        if is_title or (filled and row.line > last_line + 1):
            titles += map(_as_title, block)
            block.clear()
        if is_title:
            titles.append(filled[0])
        elif filled:
            block.append(texts)
        last_line = row.last_line if filled else last_line
    count = next((n for n in range(1, len(block)) if _is_complete(_joined(block[-n:]))), len(block))
    while count < len(block) and _repeats_parts(_joined(block[-count:])):
        count += 1
    titles += map(_as_title, block[: len(block) - count])
    return tuple(_joined(block[-count:]) if block else [""] * width), tuple(titles)


def _joined(block: Sequence[Sequence[str]]) -> list[str]:
    """Return the names of columns from header rows; a cell above several columns is in the first of them."""
    *above, last = block
    rows = []
    for texts in above:
        filled = list(texts)
        for j in range(1, len(filled)):
            filled[j] = filled[j] or filled[j - 1]
        rows.append(filled)
    columns = zip(*rows, last, strict=True)
    return [" ".join(" ".join(dict.fromkeys(filter(None, column))).split()) for column in columns]


def _as_title(texts: Sequence[str]) -> str:
    return ", ".join(filter(None, texts))


def _is_complete(texts: Sequence[str]) -> bool:
    """Return whether names distinguish their columns, so that the rows above them are titles."""
    names = [text for text in texts if text]
    several = len(names) > 2
    return len(set(names)) == len(names) and not (several and any(not find_unit(name)[2] for name in names))


def _repeats_parts(names: Sequence[str]) -> bool:
    """Return whether names differ only in their units, as low and high below each of several headers do."""
    parts = [find_unit(name)[2].casefold() for name in names if find_unit(name)[0]]
    return len(set(parts)) < len(parts)


def _told_apart(headers: tuple[str, ...], prices: Sequence[int], above: Sequence[Row]) -> tuple[str, ...]:
    """Return the names of columns, with those of a row further above where price columns share one name."""
    own = [headers[j] for j in prices]
    if len(set(own)) == len(own):
        return headers
    for row in above:
        ends = (-1, *prices)
        names = [_last_text(row, before + 1, j) for before, j in pairwise(ends)]
        if all(names) and len(set(names)) == len(names) and names != own and not any(map(is_date, names)):
            found_by_column = dict(zip(prices, names, strict=True))
            return tuple(
                " ".join(filter(None, (found_by_column.get(j), text))) for j, text in enumerate(headers)
            )
    return headers


def _last_text(row: Row, first: int, last: int) -> str:
    """Return the text that is furthest to the right from one column of a row to another, empty without any."""
    texts = (cell(row, j) for j in range(last, first - 1, -1))
    return next((c.strip() for c in texts if isinstance(c, str) and c.strip()), "")


def _with_prices(dates: list[tuple[int, str]], prices: list[int]) -> tuple[DateColumn, ...]:
    """Return each date column with the prices to its right, up to the next one; prices left of all go to the first."""
    used: list[tuple[int, str]] = []
    for j, weak in dates:
        if not used or any(used[-1][0] < price < j for price in prices):
            used.append((j, weak))  # of date columns side by side, the first one counts
    found = []
    for i, (j, weak) in enumerate(used):
        end = used[i + 1][0] if i + 1 < len(used) else float("inf")
        own = tuple(p for p in prices if j < p < end or (i == 0 and p < j))
        if own:
            found.append(DateColumn(j, own, weak))
    return tuple(found)
