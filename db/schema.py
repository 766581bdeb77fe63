"""Creates tables, indexes, views and the search index from their description, and writes the description as JSON."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from .columns import MOST_CHARACTERS, VERSION_PATTERN, Column, Table
from .derived import ALL_TABLES, METADATA, SEARCH, Record
from .tables import TABLES
from .views import VIEWS, View

APPLICATION_ID = 0x4D4D4578  # "MMEx"
SCHEMA_VERSION = 4
SEARCHED = ("title", "title_zh", "body")

_PYTHON_TYPES: dict[str, type] = {"TEXT": str, "INTEGER": int, "REAL": float}
_KEYS = {table.name: table.row_key for table in ALL_TABLES}
_ID = Column("id", "Number of the row, in the order of the keys.", "integer", required=True)


def create(database: Database) -> None:
    """Create everything that can be created before the rows are inserted."""
    for table in ALL_TABLES:
        if table.without_rowid:
            database.execute(without_rowid_statement(table))
        else:
            _create(database, table)
        for columns in table.indexes:
            database.table(table.name).create_index(columns)
    for view in VIEWS:
        database.create_view(view.name, view.sql)


def enable_search(database: Database) -> None:
    """Index the rows of the search table by their trigrams, so that any three characters are found."""
    search = database.table(SEARCH.name)
    search.enable_fts(SEARCHED, tokenize="trigram")
    search.optimize()


def _create(database: Database, table: Table) -> None:
    types = {column.name: _PYTHON_TYPES[column.sql_type] for column in _columns(table)}
    created = database.table(table.name).create(
        types,
        pk=table.row_key,
        not_null=[column.name for column in table.columns if column.required],
        foreign_keys=[(c.name, c.refers, _KEYS[c.refers]) for c in _referring(table)],
        strict=True,
    )
    if table.row_key == _ID.name:
        created.create_index(table.key, unique=True)


def without_rowid_statement(table: Table) -> str:
    """Return the CREATE statement of a table whose rows are stored in its key, which sqlite-utils cannot write."""
    lines = [_column_line(column) for column in table.columns]
    lines.append(f"PRIMARY KEY ({', '.join(map(_quoted, table.key))})")
    body = ",\n".join(f"   {line}" for line in lines)
    return f"CREATE TABLE {_quoted(table.name)} (\n{body}\n) STRICT, WITHOUT ROWID"


def _column_line(column: Column) -> str:
    parts = [_quoted(column.name), column.sql_type]
    if column.required:
        parts.append("NOT NULL")
    if column.refers:
        parts.append(f"REFERENCES {_quoted(column.refers)} ({_quoted(_KEYS[column.refers])})")
    return " ".join(parts)


def _quoted(name: str) -> str:
    return f'"{name}"'


def _referring(table: Table) -> Iterator[Column]:
    return (column for column in table.columns if column.refers)


def metadata() -> list[Record]:
    """Return the rows of the metadata table: each table and view, followed by its columns."""
    rows: list[Record] = []
    for table in ALL_TABLES:
        rows.append(_metadata_row(table.name, None, table.title, table.description))
        for c in _columns(table):
            rows.append(_metadata_row(table.name, c.name, None, c.description, c.unit, ";".join(c.words)))
    for view, columns in _view_columns():
        rows.append(_metadata_row(view.name, None, view.title, view.description))
        rows += [_metadata_row(view.name, column, None, *_view_column(view, column)) for column in columns]
    return [{"id": number, **row} for number, row in enumerate(rows, start=1)]


def _view_columns() -> Iterator[tuple[View, list[str]]]:
    """Yield each view with the names of its columns, which SQLite knows once the tables exist."""
    with closing(sqlite3.connect(":memory:")) as connection:
        create(Database(connection, execute_plugins=False))
        for view in VIEWS:
            yield view, [row[1] for row in connection.execute(f"PRAGMA table_info({view.name})")]


def _view_column(view: View, column: str) -> tuple[str, str, str]:
    """Return the description, the unit and the words of a column of a view."""
    if column in view.own:
        return (*view.own[column], "")
    original = next(c for name in view.tables for c in TABLES[name].columns if c.name == column)
    return original.description, original.unit, ";".join(original.words)


def _metadata_row(
    table: str, column: str | None, title: str | None, description: str, unit: str = "", words: str = ""
) -> Record:
    values = (table, column, title, description, unit or None, words or None)
    return dict(zip(METADATA.names, values, strict=True))


def write_description(path: Path) -> None:
    """Write the description as JSON; the program checks data files from other sources against it."""
    tables = {table.name: _described(table) for table in ALL_TABLES}
    content = {
        "application_id": APPLICATION_ID,
        "schema": SCHEMA_VERSION,
        "most_characters": MOST_CHARACTERS,
        "version_pattern": VERSION_PATTERN,
        "tables": tables,
        "statements": _statements(),
        "search_index": {"table": SEARCH.name, "columns": list(SEARCHED), "tokenize": "trigram"},
    }
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=False)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _statements() -> dict[str, str]:
    """Return the statement that created each view and each table of the search index, as SQLite keeps it."""
    with closing(sqlite3.connect(":memory:")) as connection:
        database = Database(connection, execute_plugins=False)
        create(database)
        enable_search(database)
        rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type IN ('table', 'view')")
        own = {table.name for table in ALL_TABLES}
        return {name: sql for name, sql in rows.fetchall() if name not in own}


def _described(table: Table) -> dict[str, Any]:
    return {
        "title": table.title,
        "description": table.description,
        "key": list(table.key),
        "without_rowid": table.without_rowid,
        "derived": table.name not in TABLES,
        "columns": {column.name: _described_column(column) for column in _columns(table)},
    }


def _columns(table: Table) -> tuple[Column, ...]:
    """Return the columns as they are in the file, with the id where the key is composite."""
    has_id = table.row_key == _ID.name and not table.without_rowid
    return (_ID, *table.columns) if has_id else table.columns


def _described_column(column: Column) -> dict[str, Any]:
    """Return the attributes of a column that are set."""
    attributes = {
        "type": column.sql_type,
        "kind": column.kind,
        "required": column.required,
        "words": list(column.words),
        "refers": column.refers,
        "low": column.low,
        "high": column.high,
        "pattern": column.pattern,
        "splits": column.splits,
        "parts_of": column.parts_of,
        "has_lines": column.has_lines,
        "unit": column.unit,
        "description": column.description,
    }
    # A bound of 0 is set.
    return {name: value for name, value in attributes.items() if value or (value == 0 and value is not False)}
