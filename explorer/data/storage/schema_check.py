"""Checks the structure of a data file that did not come with the program, before anything in it is used.

SQLite runs what a schema contains: views while they are resolved, functions in indexes and computed columns, triggers.
So the statements are first compared as texts; only then is SQLite asked what they define.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from explorer.data.storage.connection import printable
from explorer.data.storage.description import Description, Table
from explorer.language import gettext, gettext_noop

Query = Callable[..., list[tuple[Any, ...]]]

MOST_STATEMENTS, LONGEST_STATEMENT = 1_000, 20_000
# What ANALYZE writes.
_STATISTICS = {
    "sqlite_stat1": "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
    "sqlite_stat4": "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
}
_START = re.compile(r'\s*CREATE\s+(?:UNIQUE\s+)?(VIRTUAL\s+TABLE|\w+)\s+("(?:[^"]|"")*"|\S+)', re.IGNORECASE)
_QUOTED = re.compile(r'"(?:[^"]|"")*"|\[[^\]]*\]')
_REST = re.compile(r"[\s(),]*")
# What the build writes: no conditions, functions, defaults, collations or computed columns.
_PLAIN_WORDS = frozenset(
    (
        *("CREATE", "TABLE", "UNIQUE", "INDEX", "ON", "TEXT", "INTEGER", "REAL", "NOT", "NULL"),
        *("PRIMARY", "KEY", "REFERENCES", "STRICT", "WITHOUT", "ROWID"),
    )
)
_NOT_ALLOWED = {
    "TRIGGER": gettext_noop("The file has a trigger, which is not allowed: “{name}”."),
    "VIEW": gettext_noop("The file has a view that this version does not use: “{name}”."),
    "VIRTUAL TABLE": gettext_noop("The file has a virtual table that this version does not use: “{name}”."),
    "INDEX": gettext_noop("The file has a computed index: “{name}”."),
    "TABLE": gettext_noop("The table {name} has a different definition."),
}
_UNKNOWN = gettext_noop("The file has a definition that is not allowed: “{name}”.")


def statement_differences(query: Query, described: Description) -> Iterator[str]:
    """Yield the statements of a file that this version does not expect, and the expected ones that it lacks."""
    [[count]] = query("SELECT count(*) FROM sqlite_schema")
    if count > MOST_STATEMENTS:
        yield gettext("The file has too many tables.")
        return
    expected = {**_STATISTICS, **described.statements}
    present = set()
    for name, sql in query("SELECT name, substr(sql, 1, ?) FROM sqlite_schema", LONGEST_STATEMENT + 1):
        if sql is None and str(name).startswith("sqlite_autoindex_"):
            continue  # SQLite makes the index of a key by itself
        name, sql = str(name), str(sql)
        present.add(name)
        if name in expected:
            if _spaced(sql) != _spaced(expected[name]):
                text = gettext("The view or index {name} has a different definition.")
                yield text.format(name=name)
        elif not _is_plain(name, sql):
            message = _NOT_ALLOWED.get(_kind(sql), _UNKNOWN)
            yield gettext(message).format(name=printable(name))
    for name in described.statements:
        if name not in present:
            yield gettext("The view or index {name} is missing.").format(name=name)


def _spaced(sql: str) -> str:
    return " ".join(sql.split())


def _kind(sql: str) -> str:
    start = _START.match(sql)
    return _spaced(start[1]).upper() if start is not None else ""


def _is_plain(name: str, sql: str) -> bool:
    """Return whether a statement creates a table or index of that name from plain columns."""
    start = _START.match(sql)
    if start is None or _kind(sql) not in ("TABLE", "INDEX") or len(sql) > LONGEST_STATEMENT:
        return False
    unquoted = _QUOTED.sub("", sql)
    words, rest = re.findall(r"\w+", unquoted), re.sub(r"\w+", "", unquoted)
    is_plain = all(word.upper() in _PLAIN_WORDS for word in words) and _REST.fullmatch(rest) is not None
    return is_plain and start[2].strip('"[]') == name


def table_differences(query: Query, described: Description) -> Iterator[str]:
    """Yield the tables and columns that are missing or have another type; the statements are known to be plain."""
    kinds = {
        name: (kind, bool(strict), bool(without_rowid))
        for schema, name, kind, _, without_rowid, strict in query("PRAGMA table_list")
        if schema == "main"
    }
    for table in described.tables.values():
        if table.name not in kinds:
            yield gettext("The table {table} is missing.").format(table=table.name)
        elif kinds[table.name] != ("table", True, table.without_rowid):
            yield gettext("The table {table} has a different definition.").format(table=table.name)
        else:
            yield from _column_differences(query, table)


def _column_differences(query: Query, table: Table) -> Iterator[str]:
    present = {
        name: (kind, bool(not_null or key))
        for _, name, kind, not_null, _, key in query(f'PRAGMA table_info("{table.name}")')
    }
    for column in table.columns.values():
        name = f"{table.name}.{column.name}"
        if column.name not in present:
            yield gettext("The column {column} is missing.").format(column=name)
        elif present[column.name] != (column.type, column.required):
            yield gettext("The column {column} has a different definition.").format(column=name)
