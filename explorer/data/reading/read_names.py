"""Reads lists of names of companies from a file or pasted text, and finds the column that probably holds them."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from explorer.data.dates import may_be_day
from explorer.data.plain_text import one_line
from explorer.data.progress import Report, no_report
from explorer.data.reading.line_list import (
    LineList,
    ListLine,
    cell_text,
    column_names,
    lines_given,
    list_lines,
    names_in_sentence,
    row_fault,
)
from explorer.data.reading.number_cells import is_number
from explorer.data.reading.records import Cell, Row, Table
from explorer.data.reading.tables import file_table
from explorer.data.reading.text_rows import SEPARATORS, cells_of, text_table, usual_columns
from explorer.errors import KnownError, quoted
from explorer.language import gettext

ONLY_COLUMN = "name"
_SAMPLE_ROWS, _MOST_SAMPLED = 500, 10_000
_MOST_IN_NAME = 2  # parts of a name between commas
_LEAST_REGULAR = 0.8  # the part of the lines that must have as many cells for a text to be a table
_NAME_COLUMNS = (
    *("company", "companyname", "name", "partyname", "party", "entity", "entityname", "enduser", "consignee"),
    *(
        "customer",
        "customername",
        "supplier",
        "suppliername",
        "vendor",
        "buyer",
        "businesspartner",
        "partner",
    ),
    *("firm", "organisation", "organization", "firma", "unternehmen", "公司名称", "公司", "企业名称"),
    *(
        "名称",
        "最终用户",
        "收货人",
        "客户",
        "客户名称",
        "供应商",
        "供应商名称",
        "单位名称",
        "会社名",
        "企業名",
    ),
)


class NameList(LineList, frozen=True):
    """The lines of a file or text with names."""

    def checked(self, line: ListLine) -> str:
        """Return the name of a line as it is written; raise KnownError with the reason where there is none."""
        if line.fault:
            raise KnownError(line.fault)
        texts = [cell_text(cell) for cell in line.cells]
        fault = row_fault(texts, len(self.names), self.column, gettext("The name is empty."))
        if fault:
            raise KnownError(fault)
        return texts[self.column]


def read_name_file(path: Path, sheet: str | None = None, report: Report = no_report) -> NameList:
    """Return the names of a CSV, text or XLSX file; raise KnownError where it can't be read."""
    return _name_list(file_table(path, sheet, report, _read_text), one_line(path.name))


def read_name_text(text: str, report: Report = no_report) -> NameList:
    """Return the names of typed or pasted text, such as cells of a spreadsheet; raise as `read_name_file` does."""
    return _name_list(_read_text(text, gettext("The pasted text"), report), "")


def names_given(names: Sequence[str]) -> NameList:
    """Return names that are given one by one."""
    return NameList("", (ONLY_COLUMN,), False, lines_given(names), 0)


def with_column(names: NameList, name: str) -> NameList:
    """Return a list with the names in the column of that name; raise KnownError where it has none."""
    wanted, folded = name.strip().casefold(), [n.casefold() for n in names.names]
    if wanted not in folded:
        text = gettext("{file} has no column {name}. Its columns are {columns}.")
        columns = names_in_sentence(names.names)
        raise KnownError(text.format(file=names.name, name=quoted(name), columns=columns))
    return replace(names, column=folded.index(wanted))


def named_column(names: Sequence[str]) -> int | None:
    """Return the first column with a usual name for names, None without one."""
    plain = ["".join(c for c in name.casefold() if c.isalnum()) for name in names]
    return next((plain.index(name) for name in _NAME_COLUMNS if name in plain), None)


def _read_text(text: str, name: str, report: Report) -> Table:
    """Return a text as a table where its lines have as many cells, otherwise with one name per line.

    A comma is part of many names: it separates cells only in a text of which every line has as many of them.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    separator = _separator([line[:_MOST_SAMPLED] for line in lines[:_SAMPLE_ROWS]])
    if separator:
        return text_table(text, name, report, separator=separator)
    if len(lines) == 1 and ";" in text:
        parts = [part.strip() for part in text.split(";") if part.strip()]
        return Table([Row(1, 1, [part]) for part in parts], name)
    table = text_table(text, name, report, separator="\0")
    rows = [
        Row(r.line, r.last_line, [cell_text(r.cells[0]).strip('"“”').rstrip(";")])
        for r in table.rows
        if r.cells
    ]
    return replace(table, rows=rows)


def _separator(lines: Sequence[str]) -> str:
    """Return the separator of a table of several lines, empty where the lines are no table."""
    if lines and lines[0].strip().strip('"').casefold().startswith("sep="):
        return lines[0].strip().strip('"')[4:5]
    if len(lines) < 2:
        return "\t" if any("\t" in line for line in lines) else ""
    heads = {separator: cells_of(lines[0], separator) for separator in SEPARATORS}
    for separator, head in heads.items():
        if len(head) > 1 and named_column(head) is not None:
            return separator
    for separator in SEPARATORS:
        columns, part = usual_columns(lines, separator)
        if separator == ",":
            is_table = part == 1.0 and (columns > _MOST_IN_NAME or any('"' in line for line in lines))
        else:
            is_table = part >= _LEAST_REGULAR
        if columns > 1 and is_table:
            return separator
    return ""


def _name_list(table: Table, name: str) -> NameList:
    return _with_names(NameList(name, (), False, tuple(list_lines(table)), 0, table.sheets))


def _with_names(found: NameList) -> NameList:
    """Return a list with the names of its columns and the column that probably holds the names of companies."""
    rows = [line.cells for line in found.lines if not line.fault]
    first = [cell_text(cell) for cell in rows[0]] if rows else []
    known = named_column(first)
    if known is not None and len(rows) > 1:
        number = next(line.number for line in found.lines if not line.fault)
        lines = tuple(line for line in found.lines if line.fault or line.number != number)
        return replace(found, names=tuple(first), has_header=True, lines=lines, column=known)
    names = column_names(max(map(len, rows), default=1), ONLY_COLUMN)
    return replace(found, names=tuple(names), column=_likely_column(rows[:_SAMPLE_ROWS]))


def _likely_column(rows: Sequence[Sequence[Cell]]) -> int:
    """Return the column with the most letters in cells that are neither numbers nor dates."""
    letters = [0] * max(map(len, rows), default=1)
    for row in rows:
        for column, cell in enumerate(row):
            text = "" if isinstance(cell, datetime.date) else cell_text(cell)
            if text and not is_number(text) and not may_be_day(text):
                letters[column] += sum(c.isalpha() for c in text)
    return max(range(len(letters)), key=lambda n: (letters[n], -n))
