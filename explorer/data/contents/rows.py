"""Finds and reads the rows of a table piece by piece, so that a table of a million rows is never loaded whole."""

import json
import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from explorer.data.contents.citing import citing_condition
from explorer.data.contents.key_names import KeyNames
from explorer.data.storage.description import Table
from explorer.errors import KnownError
from explorer.language import gettext

Query = Callable[..., list[tuple[object, ...]]]
Row = tuple[object, ...]
LONGEST_FILTER = 500  # characters; SQLite takes a limited number of conditions
MOST_KEYS = 200  # rows that are read at once by their keys
BATCH = 5_000  # rows that are read at once in the order of the table


class RowQuery(Struct, frozen=True):
    """Which rows of a table are wanted: those that contain each word of a text, and cite a source; in which order.

    Without a column to sort by, rows come in the order of their keys.
    """

    text: str = ""
    source_id: str = ""
    sort: str = ""
    descending: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether all rows are wanted, in the order of their keys."""
        return not (self.text.strip() or self.source_id or self.sort)


class FoundRows(Struct, frozen=True):
    """The rows that were found: their number and, unless they are simply all rows, the key of each."""

    count: int
    keys: Sequence[int] | Sequence[Row] | None


def quoted_name(name: str) -> str:
    """Return the name of a table or column as SQL has it."""
    return '"' + name.replace('"', '""') + '"'


def find_rows(query: Query, table: Table, names: KeyNames, wanted: RowQuery) -> FoundRows:
    """Return the rows of a table that are wanted."""
    found = all_found(query, table) if wanted.is_plain else None
    if found is None:
        sql, values = finding_query(table, names, wanted)
        found = found_rows(table, query(sql, *values))
    return found


def all_found(query: Query, table: Table) -> FoundRows | None:
    """Return all rows of a table in the order of their keys, without reading them; None where they must be read."""
    name = quoted_name(table.name)
    if table.without_rowid:
        [(count,)] = query(f"SELECT count(*) FROM {name}")
        return FoundRows(int(str(count)), None)
    # In separate queries, for which SQLite need not read all rows.
    parts = ", ".join(f"(SELECT {part} FROM {name})" for part in ("count(*)", "min(rowid)", "max(rowid)"))
    [(count, first, last)] = query(f"SELECT {parts}")
    rows, low, high = int(str(count)), int(str(first or 1)), int(str(last or 0))
    return FoundRows(rows, range(low, high + 1)) if high - low + 1 == rows else None


def finding_query(table: Table, names: KeyNames, wanted: RowQuery) -> tuple[str, list[object]]:
    """Return the query for the keys of the rows that are wanted, and its values."""
    condition, values = _condition(table, names, wanted)
    name, order = quoted_name(table.name), _order(table, wanted)
    keys = _identity(table) if table.without_rowid else "rowid AS row_number"
    return f"SELECT {keys} FROM {name}{condition} ORDER BY {order}", values


def found_rows(table: Table, keys: Iterable[Row]) -> FoundRows:
    """Return the rows with these keys, in their order; numbers of rows take eight bytes each."""
    found = list(keys) if table.without_rowid else array("q", (int(str(key[0])) for key in keys))
    return FoundRows(len(found), found)


def find_at_once(query: Query, table: Table, sql: str, values: Sequence[object]) -> FoundRows:
    """Return the rows of a query for keys, which are read as one text: a thread waits for each row, not for a text."""
    names = _identity(table)
    if table.without_rowid:
        [(text,)] = query(f"SELECT json_group_array(json_array({names})) FROM ({sql})", *values)
        return found_rows(table, map(tuple, json.loads(str(text))))
    [(text,)] = query(f"SELECT group_concat(row_number) FROM ({sql})", *values)
    return found_rows(table, ((key,) for key in str(text or "").split(",") if key))


def read_rows(query: Query, table: Table, found: FoundRows, start: int, count: int) -> list[Row]:
    """Return some of the rows that were found, as the values of all columns."""
    columns = ", ".join(map(quoted_name, table.columns))
    base = f"SELECT {_identity(table)}, {columns} FROM {quoted_name(table.name)}"
    skipped = len(_identity_columns(table))
    if found.keys is None:
        rows = query(f"{base} ORDER BY {_identity(table)} LIMIT ? OFFSET ?", count, start)
        return [row[skipped:] for row in rows]
    read: list[Row] = []
    for first in range(start, min(start + count, found.count), MOST_KEYS):
        keys = found.keys[first : min(first + MOST_KEYS, start + count)]
        by_key = {row[:skipped]: row[skipped:] for row in _rows_of(query, base, table, keys)}
        read += [by_key[key if isinstance(key, tuple) else (key,)] for key in keys]
    return read


def all_rows(query: Query, table: Table, found: FoundRows) -> Iterator[Row]:
    """Yield all rows that were found."""
    for start in range(0, found.count, BATCH):
        yield from read_rows(query, table, found, start, BATCH)


def _rows_of(query: Query, base: str, table: Table, keys: Sequence[int] | Sequence[Row]) -> list[Row]:
    if isinstance(keys, range):
        return query(f"{base} WHERE rowid BETWEEN ? AND ?", keys[0], keys[-1])
    places = ", ".join("(" + ", ".join("?" * len(_identity_columns(table))) + ")" for _ in keys)
    values = [value for key in keys for value in (key if isinstance(key, tuple) else (key,))]
    return query(f"{base} WHERE ({_identity(table)}) IN (VALUES {places})", *values)


def _identity_columns(table: Table) -> tuple[str, ...]:
    return tuple(map(quoted_name, table.key)) if table.without_rowid else ("rowid",)


def _identity(table: Table) -> str:
    return ", ".join(_identity_columns(table))


def _order(table: Table, wanted: RowQuery) -> str:
    """Return the order of the rows; unknown values come last in both directions."""
    if wanted.sort not in table.columns:
        return _identity(table)
    column = quoted_name(wanted.sort)
    collation = " COLLATE NOCASE" if table.columns[wanted.sort].type == "TEXT" else ""
    direction = " DESC" if wanted.descending else ""
    return f"{column} IS NULL, {column}{collation}{direction}, {_identity(table)}"


def _condition(table: Table, names: KeyNames, wanted: RowQuery) -> tuple[str, list[object]]:
    conditions: list[str] = []
    values: list[object] = []
    if len(wanted.text) > LONGEST_FILTER:
        sentence = gettext("A filter can have at most {most} characters.")
        raise KnownError(sentence.format(most=LONGEST_FILTER))
    text = wanted.text.encode(
        "utf-8", "replace"
    ).decode()  # the command line can give bytes that are not text
    for word in dict.fromkeys(text.split()):
        condition, more = _contains(table, names, word)
        conditions.append(condition)
        values += more
    if wanted.source_id:
        condition, more = citing_condition(table, [wanted.source_id])
        conditions.append(condition)
        values += more
    return (f" WHERE {' AND '.join(conditions)}" if conditions else ""), values


def _contains(table: Table, names: KeyNames, word: str) -> tuple[str, list[object]]:
    """Return the condition that a column contains a word, or a key whose name contains it."""
    pattern = "%" + re.sub(r"([\\%_])", r"\\\1", word) + "%"
    like = "LIKE ?" if pattern == f"%{word}%" else "LIKE ? ESCAPE '\\'"
    parts: list[str] = []
    values: list[object] = []
    for name, column in table.columns.items():
        parts.append(f"{quoted_name(name)} {like}")
        values.append(pattern)
        keys = names.keys_like(column, word)
        if not keys:
            continue
        if column.parts_of == "sources":
            text, more = citing_condition(table, keys)
        else:
            text, more = f"{quoted_name(name)} IN (SELECT value FROM json_each(?))", [json.dumps(keys)]
        parts.append(text)
        values += more
    return f"({' OR '.join(parts)})", values
