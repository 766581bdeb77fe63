"""The description of the tables, written by the build, used to check data files from other sources."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from explorer import paths
from explorer.errors import DataFileError

FILE = "tables.json"


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the build describes it: type in the file, allowed words, bounds, the table it refers to."""

    name: str
    type: str
    required: bool
    words: tuple[str, ...]
    refers: str
    description: str
    unit: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table as the build describes it."""

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    columns: Mapping[str, Column]


def read() -> dict[str, Table]:
    """Return the tables by name; raise DataFileError where the description is missing or damaged."""
    path = paths.resources() / FILE
    try:
        tables = json.loads(path.read_text(encoding="utf-8"))["tables"]
        return {name: _table(name, said) for name, said in tables.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataFileError(
            f"The description of the tables, {path}, is missing or damaged: "
            "install the program again, or run `python -m db`."
        ) from error


def _table(name: str, said: dict[str, Any]) -> Table:
    columns = {column: _column(column, about) for column, about in said["columns"].items()}
    key = tuple(said["key"])
    return Table(name, str(said["title"]), str(said["description"]), key, columns)


def _column(name: str, said: dict[str, Any]) -> Column:
    return Column(
        name,
        str(said["type"]),
        bool(said.get("required")),
        tuple(said.get("words", ())),
        str(said.get("refers", "")),
        str(said.get("description", "")),
        str(said.get("unit", "")),
    )


def differences(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield how a data file differs from the description, as the ends of sentences on the data file."""
    for table in read().values():
        found = {
            name: (kind, bool(not_null or key))
            for _, name, kind, not_null, _, key in connection.execute(f'PRAGMA table_info("{table.name}")')
        }
        if not found:
            yield f"lacks the table {table.name}"
            continue
        for column in table.columns.values():
            if column.name not in found:
                yield f"lacks the column {table.name}.{column.name}"
            elif found[column.name] != (column.type, column.required):
                yield f"has another definition of the column {table.name}.{column.name}"
