"""Reads lists of codes from a file or pasted text, and finds the column that probably holds the codes."""

import datetime
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from explorer.data.dates import may_be_day
from explorer.data.finding.code_verdicts import read_code
from explorer.data.plain_text import one_line
from explorer.data.progress import Report, no_report
from explorer.data.reading.code_list import ONLY_COLUMN, CodeList
from explorer.data.reading.line_list import ListLine, cell_text, column_names, list_lines
from explorer.data.reading.records import Cell, Table
from explorer.data.reading.tables import file_table
from explorer.data.reading.text_rows import text_table
from explorer.language import gettext

_SAMPLE_ROWS = 500
_CODE_COLUMNS = (
    "code",
    "hscode",
    "hs",
    "customscode",
    "customsnumber",
    "commoditycode",
    "tariffcode",
    "海关编码",
    "商品编号",
)
_CODE_WORD = re.compile(r"code|\bhs\b|tariff|commodit|customs|eccn|编码|编号|税号", re.IGNORECASE)


def known_code_column(names: Sequence[str]) -> int | None:
    """Return the first column with a usual name for codes, None without one."""
    plain = ["".join(c for c in name.casefold() if c.isalnum()) for name in names]
    return next((plain.index(name) for name in _CODE_COLUMNS if name in plain), None)


def read_code_file(path: Path, sheet: str | None = None, report: Report = no_report) -> CodeList:
    """Return the codes of a CSV, text or XLSX file; raise KnownError where it can't be read."""
    return _code_list(file_table(path, sheet, report, _read_text), one_line(path.name))


def read_code_text(text: str, report: Report = no_report) -> CodeList:
    """Return the codes of typed or pasted text, such as cells of a spreadsheet; raise as `read_code_file` does."""
    return _code_list(_read_text(text, gettext("The pasted text"), report), "")


def _read_text(text: str, name: str, report: Report) -> Table:
    return text_table(text, name, report, _has_code)


def _has_code(cells: Sequence[str]) -> bool:
    return any(map(is_code, cells))


def is_code(text: str) -> bool:
    """Return whether a text is a complete code and not a date."""
    code = read_code(text) if text else None
    return code is not None and code.is_complete and not (may_be_day(text) and not text.isdigit())


def _code_list(table: Table, name: str) -> CodeList:
    lines = list_lines(table)
    if all(line.fault or len(_texts(line)) == 1 or _codes_only(line) for line in lines):
        lines = [one for line in lines for one in _one_by_one(line)]
    return _with_names(CodeList(name, (), False, tuple(lines), 0, table.sheets))


def _texts(line: ListLine) -> list[str]:
    return [text for cell in line.cells if (text := cell_text(cell))]


def _codes_only(line: ListLine) -> list[str]:
    """Return the codes of a line that holds nothing else, separated by any sign or by spaces; else an empty list."""
    found: list[str] = []
    for text in _texts(line):
        words = text.split()
        found += words if all(map(is_code, words)) else [text]
    return found if all(map(is_code, found)) else []


def _one_by_one(line: ListLine) -> Iterator[ListLine]:
    """Yield each code of a line as a line of its own, and a line without codes as it is."""
    texts = _texts(line)
    codes = _codes_only(line) if len(texts) > 1 or " " in "".join(texts) else []
    if len(codes) < 2:
        yield line
        return
    for code in codes:
        yield ListLine(line.number, (code,))


def _with_names(found: CodeList) -> CodeList:
    """Return a list with the names of its columns and the column that probably holds the codes."""
    rows = [line.cells for line in found.lines if not line.fault]
    first = [cell_text(cell) for cell in rows[0]] if rows else []
    known = known_code_column(first)
    counts = _code_counts(rows[:_SAMPLE_ROWS])
    best = max(range(len(counts)), key=lambda n: (counts[n], -n), default=0)
    column = best if known is None else known
    if _is_header(first, column, is_known=known is not None, has_more=len(rows) > 1):
        number = next(line.number for line in found.lines if not line.fault)
        lines = tuple(line for line in found.lines if line.fault or line.number != number)
        return replace(found, names=tuple(first), has_header=True, lines=lines, column=column)
    return replace(
        found, names=tuple(column_names(max(map(len, rows), default=1), ONLY_COLUMN)), column=column
    )


def _code_counts(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """Return how many codes each column has."""
    counts = [0] * max(map(len, rows), default=1)
    for row in rows:
        for column, cell in enumerate(row):
            counts[column] += not isinstance(cell, datetime.date) and is_code(cell_text(cell))
    return counts


def _is_header(first: Sequence[str], column: int, *, is_known: bool, has_more: bool) -> bool:
    """Return whether the first row names the columns: its cell above the codes is a word without digits.

    A single column needs a word for codes, so that no line of a plain list is taken for its name.
    """
    if is_known or not has_more or column >= len(first):
        return is_known
    name = first[column]
    if any(character.isdigit() for character in name):
        return False
    if sum(map(bool, first)) == 1:
        return _CODE_WORD.search(name) is not None
    return any(character.isalpha() for character in name)
