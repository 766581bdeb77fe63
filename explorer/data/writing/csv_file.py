"""Writes every CSV file of the program: notes, a header line, line feeds, `yes` or `no` for a flag, and an empty cell
for an unknown value.

A spreadsheet runs a text that begins like a formula, so such a text gets an apostrophe. Numbers stay as they are.
Control characters and marks of writing direction are left out.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import IO

from explorer.data.numbers import THIN
from explorer.data.plain_text import without_controls

# With the full-width signs, which spreadsheets in Chinese and Japanese take for the plain ones.
_SIGNS = "=+@\uff1d\uff0b\uff0d\uff20\\-"
_FORMULA = re.compile(rf"[\t\n]|\s*[{_SIGNS}]")
_NUMBER = re.compile(r"\s*[+-]?\d[\d.,\s]*(?:[eE][+-]?\d+)?\s*%?\s*", re.ASCII)
# A part of a note that is a cell of its own, since notes are not quoted.
_PART = re.compile(rf'([,;\t|][\s"]*)([{_SIGNS}][^,;\t|]*)')


class CsvWriter:
    """Writes rows of cells; None is an empty cell."""

    def __init__(self, out: IO[str], delimiter: str = ",") -> None:
        self._writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")

    def write(self, row: Iterable[object]) -> None:
        """Write a row."""
        self._writer.writerow([csv_cell(value) for value in row])

    def write_all(self, rows: Iterable[Iterable[object]]) -> None:
        """Write rows."""
        for row in rows:
            self.write(row)


def text_cell(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: one that begins like it gets an apostrophe.

    Line ends are line feeds, which are quoted; a carriage return would end the row.
    """
    text = without_controls(text.replace("\r\n", "\n").replace("\r", "\n"))
    return f"'{text}" if _FORMULA.match(text) and not _is_number(text) else text


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows under a header as CSV."""
    out = io.StringIO()
    writer = CsvWriter(out)
    writer.write(header)
    writer.write_all(rows)
    return out.getvalue()


def csv_cell(value: object) -> object:
    """Return a value as it is written: a truth value as `yes` or `no`, a text never as a formula."""
    if isinstance(value, bool):
        return yes_no(value)
    return text_cell(value) if isinstance(value, str) else value


def yes_no(flag: bool) -> str:
    """Return the word for a truth value in a file, the same in every language."""
    return "yes" if flag else "no"


def csv_notes(sentences: Iterable[str]) -> str:
    """Return the lines above the header of a table, each after `# ` and with plain blanks in its numbers."""
    return "".join(map(csv_note, (sentence.replace(THIN, " ") for sentence in sentences)))


def csv_note(sentence: str) -> str:
    """Return a line above the header of a table; a part of it that is a cell for a spreadsheet is only text."""
    line = _PART.sub(_part_as_text, without_controls(" ".join(sentence.splitlines())))
    return f"# {line}".rstrip() + "\n"


def _part_as_text(match: re.Match[str]) -> str:
    before, text = match.groups()
    return before + (text if _is_number(text) else f"'{text}")


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text.replace(THIN, " ")) is not None
