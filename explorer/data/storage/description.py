"""The description of the tables, written by the build; data files from other sources are checked against it."""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from explorer import paths
from explorer.data.storage.connection import damaged_program
from explorer.errors import DataFileError
from explorer.language import gettext

FILE = "tables.json"
DATE_KINDS = frozenset({"date", "day", "period"})
_FULL_DAY = len("2026-10-08")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


class Column(Struct, frozen=True):
    """A column as the build describes it; `db/columns.py` explains the attributes."""

    name: str
    type: str
    kind: str
    required: bool = False
    words: tuple[str, ...] = ()
    refers: str = ""
    parts_of: str = ""
    low: float | None = None
    high: float | None = None
    pattern: str = ""
    splits: bool = False
    has_lines: bool = False
    description: str = ""
    unit: str = ""

    @property
    def is_closed(self) -> bool:
        """Whether only some texts are allowed."""
        return bool(self.words or self.pattern or self.kind in DATE_KINDS)

    def accepts(self, text: str) -> bool:
        """Return whether a text is one of the column's words, matches its pattern, and is a date where required."""
        if self.words and text not in self.words:
            return False
        if self.pattern and not re.fullmatch(self.pattern, text, re.ASCII):
            return False
        if self.kind == "day":
            return len(text) == _FULL_DAY and self._is_date(text)
        if self.kind == "period":
            first, *rest = text.split("/")
            return len(rest) < 2 and all(map(self._is_date, (first, *rest)))
        return self.kind != "date" or self._is_date(text)

    def _is_date(self, text: str) -> bool:
        if not _DATE.fullmatch(text):
            return False
        try:
            year = date.fromisoformat(f"{text}-01-01"[:_FULL_DAY]).year
        except ValueError:
            return False
        return (self.low is None or self.low <= year) and (self.high is None or year <= self.high)


class Table(Struct, frozen=True):
    """A table as the build describes it: its key and its columns by name, its title and what it holds.

    `is_derived` marks a table that the build makes from others.
    """

    name: str
    key: tuple[str, ...]
    without_rowid: bool
    columns: Mapping[str, Column]
    title: str = ""
    description: str = ""
    is_derived: bool = False

    @property
    def row_key(self) -> str:
        """The column by which other tables refer to a row."""
        return self.key[0] if len(self.key) == 1 else "id"


class Description(Struct, frozen=True):
    """The contents of a data file: its tables, the statements of its views and search index, its longest text.

    `version_pattern` is that of the version of an edition.
    """

    tables: Mapping[str, Table]
    statements: Mapping[str, str]
    most_characters: int
    version_pattern: str = ""


def read() -> Description:
    """Return the description; raise DataFileError where it is missing or damaged."""
    path = paths.resources() / FILE
    try:
        described = json.loads(path.read_text(encoding="utf-8"))
        tables = {name: _table(name, about) for name, about in described["tables"].items()}
        statements, longest = dict(described["statements"]), int(described["most_characters"])
        description = Description(tables, statements, longest, str(described["version_pattern"]))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise _fault(path) from error
    if not tables:
        raise _fault(path)
    return description


def _fault(path: object) -> DataFileError:
    sentence = gettext("The file that describes the tables, {path}, is missing or damaged.").format(path=path)
    return damaged_program(sentence)


def _table(name: str, attributes: dict[str, Any]) -> Table:
    columns = {column: _column(column, about) for column, about in attributes["columns"].items()}
    return Table(
        name,
        tuple(attributes["key"]),
        bool(attributes["without_rowid"]),
        columns,
        str(attributes["title"]),
        str(attributes["description"]),
        bool(attributes["derived"]),
    )


def _column(name: str, attributes: dict[str, Any]) -> Column:
    known = {key: value for key, value in attributes.items() if key in Column.__struct_fields__}
    return Column(name, **{**known, "words": tuple(attributes.get("words", ()))})
