"""A list of codes, of which each line keeps its place."""

import datetime
import re

from explorer.data.reading.line_list import LineList, ListLine, cell_text, row_fault
from explorer.errors import KnownError, quoted
from explorer.language import gettext

ONLY_COLUMN = "code"
# `8.11E+09`, but not the entry `3E003` of a control list.
_SHORTENED = re.compile(r"(?!\d[eE]\d{3}$)\d(?:[.,]\d+)?[eE]\+?\d+")


class CodeList(LineList, frozen=True):
    """The lines of a file or text with codes."""

    def fault(self, line: ListLine) -> str:
        """Return why the code of a line can't be read, empty where it can."""
        try:
            self.code(line)
        except KnownError as error:
            return str(error)
        return ""

    def code(self, line: ListLine) -> str:
        """Return the code of a line as it is written; raise KnownError with the reason where it can't be read."""
        if line.fault:
            raise KnownError(line.fault)
        cells, columns = line.cells, len(self.names)
        texts = [cell_text(cell) for cell in cells]
        fault = code_fault(texts, columns, self.column)
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


def code_fault(cells: list[str], columns: int, column: int) -> str:
    """Return why the code of a row can't be found among its cells, empty where it can."""
    return row_fault(cells, columns, column, gettext("The code is empty."))
