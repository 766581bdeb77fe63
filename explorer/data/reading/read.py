"""Reads the series of a file or of pasted text."""

import datetime
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from explorer.data.progress import Report, no_report
from explorer.data.reading.candidates import find_candidates
from explorer.data.reading.layout import find_layout
from explorer.data.reading.rearrange import rearranged
from explorer.data.reading.records import Candidate, Choices, Table
from explorer.data.reading.tables import file_table
from explorer.data.reading.text_rows import text_table
from explorer.errors import KnownError
from explorer.language import gettext, paragraph

MOST_LINES = 2_000_000
AS_STATED = Choices()


def read_file(
    path: Path,
    choices: Choices = AS_STATED,
    today: Callable[[], datetime.date] = datetime.date.today,
    report: Report = no_report,
) -> list[Candidate]:
    """Return the series of a CSV or XLSX file.

    Raise Undecided where it can be read in two ways, and KnownError where it can't be read at all.
    """
    table = file_table(path, choices.sheet, report)
    return _series(replace(table, title=path.stem), choices, today(), report)


def read_text(
    text: str,
    choices: Choices = AS_STATED,
    today: Callable[[], datetime.date] = datetime.date.today,
    report: Report = no_report,
) -> list[Candidate]:
    """Return the series of pasted text, such as cells of a spreadsheet; raise as `read_file` does."""
    table = text_table(text, gettext("The pasted text"), report)
    return _series(table, choices, today(), report)


def _series(table: Table, choices: Choices, today: datetime.date, report: Report) -> list[Candidate]:
    if len(table.rows) > MOST_LINES:
        text = gettext("{file} has more than {count} lines.")
        raise KnownError(text.format(file=table.name, count=MOST_LINES))
    table = rearranged(table)
    found = [
        c
        for c in find_candidates(table, find_layout(table), choices, today, report)
        if c.points or c.bad_lines
    ]
    if not any(c.points for c in found):
        reasons = [bad.reason for c in found for bad in c.bad_lines[:1]]
        text = gettext("{file} has no prices that can be read.").format(file=table.name)
        raise KnownError(paragraph((text, *reasons[:1])))
    return [replace(c, sheets=table.sheets) for c in found]
