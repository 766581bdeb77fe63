"""Splits the text of a table into rows: the separator is the one that gives dates and prices."""

import csv
from collections import Counter

from explorer.data.reading.csv_records import records
from explorer.data.reading.date_cells import is_date
from explorer.data.reading.number_cells import is_number
from explorer.data.reading.records import EVERY, BadLine, Cell, Report, Row, Table, no_report
from explorer.errors import KnownError
from explorer.language import gettext

SEPARATORS = ("\t", ";", ",", "|")
MOST_LINE, MOST_COLUMNS = 100_000, 1_000
_SAMPLE_LINES = 200


def text_table(text: str, name: str, report: Report = no_report) -> Table:
    """Return the rows of a text; raise KnownError where it has no lines, or too long ones."""
    lines = text.splitlines(keepends=True)
    _check_lines(lines, name)
    separator, skipped = _declared_separator(lines)
    if not separator:
        separator = max(SEPARATORS, key=lambda s: _usefulness(lines, s))
    columns = _usual_columns(lines[skipped:], separator)
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


def _cells_of(line: str, separator: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=separator), [])]
    except csv.Error:
        return []


def _usefulness(lines: list[str], separator: str) -> tuple[int, int]:
    """Return how many lines have a date and a price in different cells, and how many have several cells."""
    useful = several = 0
    for line in lines[:_SAMPLE_LINES]:
        cells = _cells_of(line, separator)
        several += len(cells) > 1
        dates = [is_date(cell) for cell in cells]
        numbers = [is_number(cell) and not day for cell, day in zip(cells, dates, strict=True)]
        useful += any(dates) and any(numbers)
    return useful, several


def _usual_columns(lines: list[str], separator: str) -> int:
    """Return the most frequent number of cells, which rows of several lines must have."""
    counts = Counter(len(_cells_of(line, separator)) for line in lines[:_SAMPLE_LINES] if line.strip())
    return counts.most_common(1)[0][0] if counts else 1
