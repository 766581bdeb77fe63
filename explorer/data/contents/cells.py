"""The cells of a table in words, the reference of a row, and a table as CSV and as a workbook."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from explorer.data.contents.key_names import KeyNames
from explorer.data.contents.rows import FoundRows, Query, Row, RowQuery, all_rows, find_rows
from explorer.data.contents.tables import NUMBER_KINDS, described_table
from explorer.data.numbers import exact
from explorer.data.storage.description import DATE_KINDS, Column, Table
from explorer.data.store import Store
from explorer.data.writing.csv_file import csv_text
from explorer.data.writing.xlsx_file import Cell as Value
from explorer.data.writing.xlsx_file import Column as SheetColumn
from explorer.data.writing.xlsx_file import xlsx_bytes
from explorer.language import gettext, pgettext

_FULL_DAY = len("2026-10-08")


def cell_text(column: Column, value: object, names: KeyNames) -> str:
    """Return a value as it is shown: keys with their names, figures in the style of the program."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return str(value) if column.name == "id" or "year" in column.name else exact(value)
    text = str(value)
    known = names.names(column)
    if known:
        keys = text.split(";") if column.splits else [text]
        return "; ".join(_named(key, known.get(key, "")) for key in keys)
    return text


def _named(key: str, name: str) -> str:
    """Return a key with its name, unless that says the same."""
    if not name or name.casefold() == key.replace("-", " ").casefold():
        return name or key
    # Translators: a key of the data and its name, such as “CHL (Chile)”.
    return pgettext("key", "{key} ({name})").format(key=key, name=name)


def row_key(table: Table, row: Row) -> str:
    """Return the key columns of a row with their values: `metal_id=gallium, stage=primary`."""
    cells = dict(zip(table.columns, row, strict=True))
    pairs = (f"{name}={'' if cells[name] is None else cells[name]}" for name in table.key)
    return ", ".join(pairs)


def row_reference(store: Store, table: Table, row: Row) -> str:
    """Return what identifies a fact in a report on it: the table, the key of the row, and the edition."""
    text = gettext("Minor Metals Explorer, edition {version}, table {table}, row {key}")
    return text.format(version=store.edition.data_version, table=table.name, key=row_key(table, row))


def key_reference(store: Store, name: str, record: object) -> str:
    """Return the reference of a record of a table."""
    table = described_table(name)
    return row_reference(store, table, tuple(getattr(record, column, None) for column in table.columns))


def wanted_rows(store: Store, name: str, wanted: RowQuery) -> tuple[Table, Iterator[Row], int]:
    """Return a table, the rows of it that are wanted, and their number."""
    table = described_table(name)
    found = find_rows(store.query, table, KeyNames(store, table), wanted)
    return table, all_rows(store.query, table, found), found.count


def table_csv(store: Store, name: str, wanted: RowQuery) -> str:
    """Return rows of a table as CSV; see `rows_csv`."""
    table = described_table(name)
    return rows_csv(store.query, table, find_rows(store.query, table, KeyNames(store, table), wanted))


def rows_csv(query: Query, table: Table, found: FoundRows) -> str:
    """Return rows that were found as CSV: the columns of the data file, an empty cell for an unknown value."""
    return csv_text(tuple(table.columns), map(plain_values, all_rows(query, table, found)))


def csv_bytes(query: Query, table: Table, found: FoundRows) -> bytes:
    """Return rows that were found as the bytes of a CSV file."""
    return rows_csv(query, table, found).encode("utf-8")


def rows_workbook(query: Query, table: Table, found: FoundRows) -> bytes:
    """Return rows that were found as a workbook: codes as text, figures as numbers, full dates as dates."""
    columns = tuple(table.columns.values())
    sheet_columns = [SheetColumn(column.name, _sheet_kind(column)) for column in columns]
    rows = all_rows(query, table, found)
    values = [[_value(column, cell) for column, cell in zip(columns, row, strict=True)] for row in rows]
    return xlsx_bytes(table.name, sheet_columns, values)


def values_workbook(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return rows of plain values as a workbook; a column with any text is one of texts, so that codes stay whole."""
    read = [tuple(row) for row in rows]
    columns = []
    for number, title in enumerate(header):
        cells = [row[number] for row in read if row[number] is not None]
        is_number = bool(cells) and all(isinstance(cell, int | float) for cell in cells)
        columns.append(SheetColumn(title, "number" if is_number else "text"))
    values = [[_file_value(cell) for cell in row] for row in read]
    return xlsx_bytes(name, columns, values)


def _file_value(cell: object) -> Value:
    return float(cell) if isinstance(cell, int | float) else None if cell is None else str(cell)


def plain_values(row: Sequence[object]) -> Sequence[object]:
    """Return the values of a row for a file: whole numbers without a decimal point."""
    return [int(cell) if isinstance(cell, float) and cell.is_integer() else cell for cell in row]


def _sheet_kind(column: Column) -> Literal["text", "number", "date"]:
    return "number" if column.kind in NUMBER_KINDS else "date" if column.kind in DATE_KINDS else "text"


def _value(column: Column, cell: object) -> Value:
    if isinstance(cell, int | float):
        return float(cell)
    if cell is None:
        return None
    text = str(cell)
    is_day = column.kind in DATE_KINDS and len(text) == _FULL_DAY and "/" not in text
    return date.fromisoformat(text) if is_day else text
