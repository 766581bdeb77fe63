"""A list of codes: every line keeps its place, whether or not it can be read."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.data.reading.records import Cell
from explorer.errors import KnownError, quoted
from explorer.language import gettext

ONLY_COLUMN = "code"
# `8.11E+09`, but not the entry `3E003` of a control list.
_SHORTENED = re.compile(r"(?!\d[eE]\d{3}$)\d(?:[.,]\d+)?[eE]\+?\d+")


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A line of a list with the number it begins at; `fault` is why it could not be split into cells."""

    number: int
    cells: tuple[Cell, ...]
    fault: str = ""


@dataclass(frozen=True, slots=True)
class CodeList:
    """The lines of a file or text; `column` is the one that holds the codes, a guess until one is chosen.

    Without a header the columns have names such as `column 2`. `name` is that of the file, empty for text; `sheets`
    are the names of all sheets of a workbook.
    """

    name: str
    names: tuple[str, ...]
    has_header: bool
    lines: tuple[CodeLine, ...]
    column: int
    sheets: tuple[str, ...] = ()

    def fault(self, line: CodeLine) -> str:
        """Return why the code of a line can't be read, empty where it can."""
        try:
            self.code(line)
        except KnownError as error:
            return str(error)
        return ""

    def code(self, line: CodeLine) -> str:
        """Return the code of a line as it is written; raise KnownError with the reason where it can't be read."""
        if line.fault:
            raise KnownError(line.fault)
        cells, columns = line.cells, len(self.names)
        texts = [cell_text(cell) for cell in cells]
        fault = row_fault(texts, columns, self.column)
        if fault:
            raise KnownError(fault)
        cell = cells[self.column]
        if isinstance(cell, datetime.date):
            text = gettext("{code} is stored as a date. Store the codes as text.")
            raise KnownError(text.format(code=quoted(texts[self.column])))
        if isinstance(cell, float) and not cell.is_integer():
            text = gettext(
                "{code} is stored as a number with decimals, which may have lost zeros. Store the codes as text."
            )
            raise KnownError(text.format(code=quoted(texts[self.column])))
        if _SHORTENED.fullmatch(texts[self.column]):
            text = gettext("{code} is a shortened number, which has lost digits. Store the codes as text.")
            raise KnownError(text.format(code=quoted(texts[self.column])))
        return texts[self.column]


def row_fault(cells: Sequence[str], columns: int, code_column: int) -> str:
    """Return why the code of a row can't be found among its cells, empty where it can."""
    if code_column >= len(cells):
        text = gettext("The row ends before the column with the code ({count} of {columns} cells).")
        return text.format(count=len(cells), columns=columns)
    if any(cell.strip() for cell in cells[columns:]):
        text = gettext("The row has {count} cells, the header {columns}.")
        return text.format(count=len(cells), columns=columns)
    return "" if cells[code_column].strip() else gettext("The code is empty.")


def cell_text(cell: Cell) -> str:
    """Return a cell as text; a whole number has no decimals, as in `8112929010`."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    return cell.isoformat() if isinstance(cell, datetime.date) else cell
