"""The description of the tables, written by the build, used to check data files from other sources."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from explorer import paths
from explorer.data.dates import first_day
from explorer.errors import DataFileError

FILE = "tables.json"
_FULL_DAY = len("2026-10-08")


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the build describes it: type in the file, kind of value, allowed words."""

    name: str
    type: str
    kind: str
    required: bool
    words: tuple[str, ...]

    def accepts(self, value: str) -> bool:
        """Return whether a text is one of the column's words, and a date that exists where the column has dates."""
        if self.words and value not in self.words:
            return False
        if self.kind == "day":
            return len(value) == _FULL_DAY and _is_date(value)
        parts = value.split("/") if self.kind == "period" else [value]
        return self.kind not in ("date", "period") or all(map(_is_date, parts))


@dataclass(frozen=True, slots=True)
class Description:
    """What a data file has: the columns of each table by name, its views and its search index."""

    tables: Mapping[str, Mapping[str, Column]]
    others: tuple[str, ...]


def read() -> Description:
    """Return the description; raise DataFileError where it is missing or damaged."""
    path = paths.resources() / FILE
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        tables = {name: _columns(about) for name, about in said["tables"].items()}
        others = (*said["views"], f"{said['search_index']['table']}_fts")
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise _fault(path) from error
    if not tables:
        raise _fault(path)
    return Description(tables, others)


def _fault(path: object) -> DataFileError:
    return DataFileError(
        f"The description of the tables, {path}, is missing or damaged: "
        "install the program again, or run `python -m db`."
    )


def _columns(said: dict[str, Any]) -> dict[str, Column]:
    return {
        name: Column(
            name, about["type"], about["kind"], bool(about.get("required")), tuple(about.get("words", ()))
        )
        for name, about in said["columns"].items()
    }


def differences(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield how a data file differs from the description, as the ends of sentences on the data file.

    Contents are compared only where every table, view and index is there.
    """
    described = read()
    missing = [*_structure(connection, described)]
    yield from missing or _contents(connection, described)


def _structure(connection: sqlite3.Connection, described: Description) -> Iterator[str]:
    for table, columns in described.tables.items():
        found = {
            name: (kind, bool(not_null or key))
            for _, name, kind, not_null, _, key in connection.execute(f'PRAGMA table_info("{table}")')
        }
        if not found:
            yield f"lacks the table {table}"
            continue
        for column in columns.values():
            if column.name not in found:
                yield f"lacks the column {table}.{column.name}"
            elif found[column.name] != (column.type, column.required):
                yield f"has another definition of the column {table}.{column.name}"
    present = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    yield from (f"lacks the view or index {name}" for name in described.others if name not in present)


def _contents(connection: sqlite3.Connection, described: Description) -> Iterator[str]:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"has a row of the table {table} ({row}) that refers to nothing in the table {parent}"
    for table, columns in described.tables.items():
        for column in columns.values():
            if column.words or column.kind in ("date", "day", "period"):
                yield from _wrong_values(connection, table, column)
    edition = dict(connection.execute("SELECT key, value FROM meta"))
    day = edition.get("verified_to", "")
    if "data_version" not in edition or not (len(day) == _FULL_DAY and _is_date(day)):
        yield "does not name its edition and the last day checked"


def _wrong_values(connection: sqlite3.Connection, table: str, column: Column) -> Iterator[str]:
    rows = connection.execute(
        f'SELECT DISTINCT "{column.name}" FROM "{table}" WHERE "{column.name}" IS NOT NULL'
    )
    for (value,) in rows:
        if not column.accepts(str(value)):
            yield f"has an unknown value in the column {table}.{column.name}: “{value}”"


def _is_date(value: str) -> bool:
    try:
        return bool(first_day(value))
    except ValueError:
        return False
