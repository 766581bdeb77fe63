"""A list of codes or names from a file or text: every line keeps its place, whether or not it can be read."""

import datetime
from collections.abc import Iterable, Sequence

from msgspec import Struct

from explorer.data.plain_text import without_controls
from explorer.data.reading.records import Cell, Table
from explorer.errors import KnownError, quoted
from explorer.language import enumeration, gettext

MOST_LINES, MOST_NAMED = 200_000, 8


class ListLine(Struct, frozen=True):
    """A line of a list with the number it begins at; `fault` is why it could not be split into cells."""

    number: int
    cells: tuple[Cell, ...]
    fault: str = ""


class LineList(Struct, frozen=True):
    """The lines of a file or text; `column` is the one that is checked, a guess until one is chosen.

    Without a header the columns have names such as `column 2`. `name` is that of the file, empty for text; `sheets`
    are the names of all sheets of a workbook.
    """

    name: str
    names: tuple[str, ...]
    has_header: bool
    lines: tuple[ListLine, ...]
    column: int
    sheets: tuple[str, ...] = ()

    def shown(self, line: ListLine) -> str:
        """Return what a line has in the column that is checked, as it is written; empty where it has none."""
        return cell_text(line.cells[self.column]) if self.column < len(line.cells) else ""


def cell_text(cell: Cell) -> str:
    """Return a cell as text; a whole number has no decimals, as in `8112929010`."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    return cell.isoformat() if isinstance(cell, datetime.date) else cell


def _plain(cell: Cell) -> Cell:
    return without_controls(cell) if isinstance(cell, str) else cell


def row_fault(cells: Sequence[str], columns: int, column: int, empty: str) -> str:
    """Return why the cell to be checked can't be found in a row, `empty` where it has no text, else nothing."""
    if column >= len(cells):
        text = gettext("The row ends before the column to check ({count} of {columns} cells).")
        return text.format(count=len(cells), columns=columns)
    if any(cell.strip() for cell in cells[columns:]):
        text = gettext("The row has {count} cells, the header {columns}.")
        return text.format(count=len(cells), columns=columns)
    return "" if cells[column].strip() else empty


def column_names(count: int, only: str) -> list[str]:
    """Return the names of columns without a header, the same in every language; `only` is that of a single one."""
    return [only] if count == 1 else [f"column {number}" for number in range(1, count + 1)]


def names_in_sentence(names: Sequence[str]) -> str:
    """Return the names of columns or sheets for a sentence: the first ones, each shortened."""
    shown = [quoted(name) for name in names[:MOST_NAMED]]
    return enumeration([*shown, "…"] if len(names) > MOST_NAMED else shown)


def lines_given(texts: Iterable[str]) -> tuple[ListLine, ...]:
    """Return texts that are given one by one as lines, without control characters."""
    return tuple(ListLine(number, (_plain(text),)) for number, text in enumerate(texts, start=1))


def list_lines(table: Table) -> list[ListLine]:
    """Return the rows of a table, without control characters, and its unreadable lines in order.

    Raise KnownError where there are too many.
    """
    lines = [ListLine(row.line, tuple(map(_plain, row.cells))) for row in table.rows]
    lines += [ListLine(bad.line, (), bad.reason) for bad in table.bad_lines]
    lines.sort(key=lambda line: line.number)
    if len(lines) > MOST_LINES:
        text = gettext("{file} has more than {count} lines.")
        raise KnownError(text.format(file=table.name, count=MOST_LINES))
    return lines
