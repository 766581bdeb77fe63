"""Reads the price series of a file or text."""

from explorer.data.progress import Report
from explorer.data.reading.read import read_file, read_text
from explorer.data.reading.records import Candidate, Choices
from explorer.ui.widgets.source import Source


def read_series(source: Source, choices: Choices, report: Report) -> list[Candidate]:
    """Return the series found; raise KnownError where there are none."""
    if source.path is not None:
        return read_file(source.path, choices, report=report)
    return read_text(source.text, choices, report=report)
