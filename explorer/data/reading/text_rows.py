"""Splits the text of a table into rows: the separator is the one that gives the most rows of the kind wanted."""

import csv
from collections import Counter
from collections.abc import Callable, Sequence

from explorer.data.progress import Report, no_report
from explorer.data.reading.csv_records import records
from explorer.data.reading.date_cells import is_date
from explorer.data.reading.number_cells import is_number
from explorer.data.reading.records import EVERY, BadLine, Cell, Row, Table
from explorer.errors import KnownError
from explorer.language import gettext

SEPARATORS = ("\t", ";", ",", "|")
MOST_TEXT, MOST_LINE, MOST_COLUMNS = 100_000_000, 100_000, 1_000
_SAMPLE_LINES = 200


def has_date_and_price(cells: Sequence[str]) -> bool:
    """Return whether a line has a date and a price in different cells."""
    dates = [is_date(cell) for cell in cells]
    numbers = [is_number(cell) and not day for cell, day in zip(cells, dates, strict=True)]
    return any(dates) and any(numbers)


def text_table(
    text: str,
    name: str,
    report: Report = no_report,
    is_useful: Callable[[Sequence[str]], bool] = has_date_and_price,
    separator: str = "",
) -> Table:
    """Return the rows of a text; raise KnownError where it is too long, or has no lines or too long ones.

    `is_useful` is whether the cells of a line are what is looked for, by which the separator is chosen where the text
    does not declare it and none is given.
    """
    if len(text) > MOST_TEXT:
        sentence = gettext("{file} is too large (limit: {count} MB).")
        raise KnownError(sentence.format(file=name, count=MOST_TEXT // 1_000_000))
    lines = text.splitlines(keepends=True)
    _check_lines(lines, name)
    declared, skipped = _declared_separator(lines)
    separator = declared or separator
    if not separator:
        separator = max(SEPARATORS, key=lambda s: _usefulness(lines, s, is_useful))
    columns, _ = usual_columns(lines[skipped:], separator)
    if columns > MOST_COLUMNS:
        text = gettext("{file} has more than {count} columns.")
        raise KnownError(text.format(file=name, count=MOST_COLUMNS))
    rows, bad = [], []
    for record in records(iter(lines[skipped:]), separator, columns, skipped + 1):
        if record.first % EVERY == 0:
            report(record.first / len(lines) / 2)
        if record.fault:
            bad.append(BadLine(record.first, record.fault))
        else:
            cells: list[Cell] = [cell.strip() for cell in record.cells[:MOST_COLUMNS]]
            rows.append(Row(record.first, record.last, cells))
    return Table(rows, name, bad_lines=tuple(bad))


def _check_lines(lines: list[str], name: str) -> None:
    if not any(line.strip() for line in lines):
        raise KnownError(gettext("{file} is empty.").format(file=name))
    for number, line in enumerate(lines, start=1):
        if len(line) > MOST_LINE:
            text = gettext("{file} has more than {count} characters in line {line}.")
            raise KnownError(text.format(line=number, file=name, count=MOST_LINE))


def _declared_separator(lines: list[str]) -> tuple[str, int]:
    """Return the separator of a first line such as `sep=;`, which spreadsheets write, and how many lines it takes."""
    first = lines[0].strip().strip('"').casefold()
    if first.startswith("sep=") and first[4:] in SEPARATORS:
        return first[4:], 1
    return "", 0


def cells_of(line: str, separator: str) -> list[str]:
    """Return the cells of a line, none where it can't be split."""
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=separator), [])]
    except csv.Error:
        return []


def _usefulness(
    lines: list[str], separator: str, is_useful: Callable[[Sequence[str]], bool]
) -> tuple[int, int]:
    """Return how many lines are useful, and how many have several cells."""
    rows = [cells_of(line, separator) for line in lines[:_SAMPLE_LINES]]
    return sum(map(is_useful, rows)), sum(len(cells) > 1 for cells in rows)


def usual_columns(lines: Sequence[str], separator: str) -> tuple[int, float]:
    """Return the most frequent number of cells, which rows of several lines must have, and how often it occurs."""
    counts = Counter(len(cells_of(line, separator)) for line in lines[:_SAMPLE_LINES] if line.strip())
    if not counts:
        return 1, 1.0
    columns, count = counts.most_common(1)[0]
    return columns, count / counts.total()
