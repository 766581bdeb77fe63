"""Checks a data file that did not come with the program against the description of its tables.

A file that passes holds only the tables and views of this version, values of the type, length and pattern of their
columns, and keys that exist in the tables they refer to.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from explorer.data.storage.connection import MOST_SHOWN, printable
from explorer.data.storage.description import Column, Description, Table, read
from explorer.language import gettext, gettext_noop

Query = Callable[..., list[tuple[Any, ...]]]

EDITION_KEYS = ("data_version", "verified_to", "verified_note", "sha256")
_CONTROL, _CONTROL_BUT_LINES = "\x01-\x1f\x7f-\x9f", "\x01-\x09\x0b-\x1f\x7f-\x9f"
_MOST = 10**18
_UNKNOWN_VIEW = gettext_noop("The file has a view that this version does not use: {name}")
_UNKNOWN_VIRTUAL_TABLE = gettext_noop("The file has a virtual table that this version does not use: {name}")


def differences(query: Query) -> Iterator[str]:
    """Yield how a data file differs from the description, as whole sentences.

    Later checks run only where the earlier ones find nothing, since they rely on a correct structure.
    """
    described = read()
    tables = described.tables.values()
    for faults in (
        _structure(query, described),
        _values(query, described),
        _damage(query, tables),
        _links(query, tables),
        _edition(query),
    ):
        differences_found = [*faults]
        yield from differences_found
        if differences_found:
            return


def content_differences(query: Query, described: Description) -> Iterator[str]:
    """Yield how the values and keys of a file with the right structure differ from a description."""
    found = [*_values(query, described)]
    yield from found or _links(query, described.tables.values())


def _structure(query: Query, described: Description) -> Iterator[str]:
    """Yield what is missing, what differs, and what could run code of the file while it is read."""
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
            yield from _columns(query, table)
            yield from _indexes(query, table)
    yield from _statements(query, described)
    for name, (kind, *_) in kinds.items():
        if kind in ("view", "virtual") and name not in described.statements:
            unknown = _UNKNOWN_VIRTUAL_TABLE if kind == "virtual" else _UNKNOWN_VIEW
            yield gettext(unknown).format(name=printable(name))


def _columns(query: Query, table: Table) -> Iterator[str]:
    present = {
        name: (kind, bool(not_null or key), hidden)
        for _, name, kind, not_null, _, key, hidden in query(f'PRAGMA table_xinfo("{table.name}")')
    }
    for column in table.columns.values():
        if column.name not in present:
            yield gettext("The column {column} is missing.").format(column=f"{table.name}.{column.name}")
        elif present[column.name] != (column.type, column.required, 0):
            yield gettext("The column {column} has a different definition.").format(
                column=f"{table.name}.{column.name}"
            )
    for name, (_, _, hidden) in present.items():
        if hidden and name not in table.columns:
            yield gettext("The table {table} has a computed column: {name}").format(
                table=table.name, name=printable(name)
            )


def _indexes(query: Query, table: Table) -> Iterator[str]:
    for _, name, _, _, partial in query(f'PRAGMA index_list("{table.name}")'):
        columns = query("SELECT cid FROM pragma_index_info(?)", name)
        if partial or any(place < 0 for (place,) in columns):
            yield gettext("The table {table} has a computed index: {name}").format(
                table=table.name, name=printable(name)
            )


def _statements(query: Query, described: Description) -> Iterator[str]:
    """Yield the views and parts of the search index that are missing or differ, and the triggers."""
    rows = query("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    present = {name: (kind, _plain(str(sql))) for kind, name, sql in rows}
    for name, sql in described.statements.items():
        if name not in present:
            yield gettext("The view or index {name} is missing.").format(name=name)
        elif present[name][1] != _plain(sql):
            yield gettext("The view or index {name} has a different definition.").format(name=name)
    for name, (kind, _) in present.items():
        if kind == "trigger":
            yield gettext("The file has a trigger, which is not allowed: {name}").format(name=printable(name))


def _plain(sql: str) -> str:
    return " ".join(sql.split())


def _values(query: Query, described: Description) -> Iterator[str]:
    for table in described.tables.values():
        rules = {c: _rule(c, described.most_characters) for c in table.columns.values()}
        is_broken = bool(query(f'SELECT 1 FROM "{table.name}" WHERE {" OR ".join(rules.values())} LIMIT 1'))
        for column, rule in rules.items():
            broken = _first(query, table, column, rule) if is_broken else ()
            if not broken and column.is_closed:
                values = query(f'SELECT DISTINCT "{column.name}" FROM "{table.name}"')
                broken = tuple(v for (v,) in values if v is not None and not column.accepts(v))
            yield from (_wrong(table, column, value) for value in broken)


def _rule(column: Column, longest: int) -> str:
    """Return an expression that is true for a value whose type, length or bounds its column does not allow.

    SQLite's own check of strict tables misses some numbers in text columns.
    """
    name = f'"{column.name}"'
    rule = f"typeof({name}) <> '{column.type.lower()}'"
    if column.type != "TEXT":
        low = -_MOST if column.low is None else column.low
        high = _MOST if column.high is None else column.high
        rule += f" OR {name} NOT BETWEEN {low!r} AND {high!r}"
    elif not column.refers:
        rule += f" OR length({name}) > {longest}"
        if not (column.is_closed or column.parts_of):
            control = _CONTROL_BUT_LINES if column.has_lines else _CONTROL
            rule += f" OR instr({name}, char(0)) OR {name} GLOB '*[{control}]*'"
    if column.splits:
        rule += f" OR {name} = ''"
    return f"({rule})" if column.required else f"({name} IS NOT NULL AND ({rule}))"


def _first(query: Query, table: Table, column: Column, rule: str) -> tuple[object, ...]:
    """Return the beginning of the first value that breaks a rule, empty without one."""
    head = f'substr("{column.name}", 1, {MOST_SHOWN + 1})'
    return tuple(value for (value,) in query(f'SELECT {head} FROM "{table.name}" WHERE {rule} LIMIT 1'))


def _wrong(table: Table, column: Column, value: object) -> str:
    name = f"{table.name}.{column.name}"
    if value is None:
        return gettext("A value is missing in the column {column}.").format(column=name)
    return gettext("The column {column} has an invalid value: “{value}”.").format(
        column=name, value=printable(value)
    )


def _damage(query: Query, tables: Iterable[Table]) -> Iterator[str]:
    for table in tables:
        for (message,) in query(f'PRAGMA integrity_check("{table.name}")'):
            if message != "ok":
                yield gettext("The data file is damaged ({reason}).").format(reason=printable(message))


def _links(query: Query, tables: Iterable[Table]) -> Iterator[str]:
    """Yield the keys that occur twice, and the values that are missing as keys of another table."""
    keys = {table.name: table.row_key for table in tables}
    for table in tables:
        own = ", ".join(f'"{name}"' for name in table.key)
        rows = query(f'SELECT {own} FROM "{table.name}" GROUP BY {own} HAVING count(*) > 1 LIMIT 1')
        for key in rows:
            yield gettext("The table {table} has a duplicate key: “{key}”.").format(
                table=table.name, key=printable("|".join(map(str, key)))
            )
        for column in table.columns.values():
            if column.refers:
                yield from _missing_keys(query, table, column, keys[column.refers])
            if column.parts_of:
                yield from _missing_parts(query, table, column, keys[column.parts_of])


def _missing_keys(query: Query, table: Table, column: Column, key: str) -> Iterator[str]:
    rows = query(
        f'SELECT "{column.name}" FROM "{table.name}" WHERE "{column.name}" IS NOT NULL '
        f'AND "{column.name}" NOT IN (SELECT "{key}" FROM "{column.refers}") LIMIT 1'
    )
    yield from (_missing_key(table, column.refers, value) for (value,) in rows)


def _missing_parts(query: Query, table: Table, column: Column, key: str) -> Iterator[str]:
    known = {value for (value,) in query(f'SELECT "{key}" FROM "{column.parts_of}"')}
    rows = query(f'SELECT DISTINCT "{column.name}" FROM "{table.name}"')
    parts = {part for (value,) in rows if value is not None for part in value.split(";")}
    yield from (_missing_key(table, column.parts_of, part) for part in sorted(parts - known))


def _missing_key(table: Table, parent: str, value: object) -> str:
    return gettext(
        "The table {table} refers to a key that is missing in the table {parent}: “{key}”."
    ).format(table=table.name, parent=parent, key=printable(value))


def _edition(query: Query) -> Iterator[str]:
    meta: dict[str, str] = dict(query("SELECT key, value FROM meta"))
    day = Column("verified_to", "TEXT", "day", low=1900, high=2199)
    if not meta.keys() >= set(EDITION_KEYS) or not day.accepts(meta["verified_to"]):
        yield gettext("The edition and the date to which controls were checked are missing.")
