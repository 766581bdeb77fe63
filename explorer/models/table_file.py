"""A table of the window as a workbook: texts as shown, figures and days with their types, and the sources."""

from collections.abc import Sequence
from datetime import date

from explorer.data.dates import show
from explorer.data.numbers import THIN
from explorer.data.writing.csv_file import csv_text
from explorer.data.writing.xlsx_file import Cell as Value
from explorer.data.writing.xlsx_file import Column, Sheet, workbook_bytes
from explorer.language import gettext
from explorer.models.table import Cell, RecordTable

SourceRow = tuple[str, str, str]


def table_file(table: RecordTable, name: str, sources: Sequence[SourceRow]) -> bytes:
    """Return the rows in the order shown, with `sources` as ID, publisher and title on a second sheet."""
    rows = [[_value(cell) for cell in row] for row in table.rows]
    kinds: list[Column] = []
    for number, head in enumerate(table.header):
        types = {type(row[number]) for row in rows}
        kinds.append(Column(head, "number" if float in types else "date" if date in types else "text"))
    sheets = [Sheet(name, kinds, rows)]
    if sources:
        heads = (gettext("ID"), gettext("Publisher"), gettext("Title"))
        sheets.append(Sheet(gettext("Sources"), [Column(head) for head in heads], sources))
    return workbook_bytes(sheets)


def table_csv(table: RecordTable) -> str:
    """Return the rows in the order shown as CSV, with the values of the workbook; several lines of a cell are one."""
    rows = ([_in_one_line(_value(cell)) for cell in row] for row in table.rows)
    return csv_text(table.header, rows)


def _in_one_line(value: Value) -> object:
    if isinstance(value, str):
        return value.replace("\n", "; ").replace(THIN, " ")
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _value(cell: Cell) -> Value:
    """Return the value of a cell where its text shows nothing else, otherwise its text."""
    value = cell.sort
    if isinstance(value, int | float) and not isinstance(value, bool):
        shown = _number(cell.text)
        if shown is not None and abs(shown - value) <= 0.005 * abs(value) + 1e-9:
            return float(value)
    if isinstance(value, str) and len(value) == 10 and show(value) == cell.text:
        return date.fromisoformat(value)
    return cell.text


def _number(text: str) -> float | None:
    """Return a text that is only a number, None for any other."""
    plain = text.replace(THIN, "").replace("\u2212", "-")
    try:
        return float(plain)
    except ValueError:
        return None
