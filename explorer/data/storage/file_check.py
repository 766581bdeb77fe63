"""Checks a data file that did not come with the program against the description of its tables.

A file that passes holds only the tables and views of this version, values of the type, length and pattern of their
columns, and keys that exist in the tables they refer to.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from explorer.data.progress import Report, no_report
from explorer.data.storage.connection import MOST_SHOWN, printable
from explorer.data.storage.description import Column, Description, Table, read
from explorer.data.storage.schema_check import Query, statement_differences, table_differences
from explorer.data.storage.search_index import search_index_differences
from explorer.errors import MARKS
from explorer.language import gettext

EDITION_KEYS = ("data_version", "verified_to", "verified_note", "sha256")
MOST_FILE_BYTES = 250_000_000
_ROLLBACK_JOURNAL = b"\x01\x01"  # bytes 18 and 19 of a file that is not in write-ahead mode
_CONTROL, _CONTROL_BUT_LINES = f"\x01-\x1f{MARKS}\ufeff", f"\x01-\x09\x0b-\x1f{MARKS}\ufeff"
_MOST = 10**18
# What the check of SQLite says about values, which the check of values says in better words.
_ABOUT_VALUES = re.compile(r"(NULL|NUMERIC|TEXT|non-\w+) value in ")


def differences(query: Query, path: Path, report: Report = no_report) -> Iterator[str]:
    """Yield how a data file differs from the description, as whole sentences; `report` gets the part done, 0 to 1.

    Later checks run only where the earlier ones find nothing, since they rely on a correct structure.
    """
    described = read()
    tables = described.tables.values()
    for part, faults in (
        (0.05, _outside(path)),
        (0.05, statement_differences(query, described)),
        (0.1, table_differences(query, described)),
        (0.25, _damage(query)),
        (0.6, _values(query, described)),
        (0.9, _links(query, tables)),
        (0.95, search_index_differences(query, path)),
        (1.0, _edition(query, described)),
    ):
        differences_found = [*faults]
        yield from differences_found
        if differences_found:
            return
        report(part)


def content_differences(query: Query, described: Description) -> Iterator[str]:
    """Yield how the values and keys of a file with the right structure differ from a description."""
    found = [*_values(query, described)]
    yield from found or _links(query, described.tables.values())


def _outside(path: Path) -> Iterator[str]:
    """Yield what the size and the first bytes of a file show."""
    if path.stat().st_size > MOST_FILE_BYTES:
        text = gettext("The file is larger than {most} MB.")
        yield text.format(most=MOST_FILE_BYTES // 1_000_000)
    with path.open("rb") as file:
        if file.read(20)[18:] != _ROLLBACK_JOURNAL:
            yield gettext("The file was changed by another program.")


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


def _damage(query: Query) -> Iterator[str]:
    for (message,) in query("PRAGMA integrity_check"):
        if message != "ok" and not _ABOUT_VALUES.match(message):
            reason = printable(message.splitlines()[-1])  # below a heading, where there is one
            yield gettext("The data file is damaged ({reason}).").format(reason=reason)


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


def _edition(query: Query, described: Description) -> Iterator[str]:
    meta: Mapping[str, str] = dict(query("SELECT key, value FROM meta"))
    day = Column("verified_to", "TEXT", "day", low=1900, high=2199)
    if not meta.keys() >= set(EDITION_KEYS) or not day.accepts(meta["verified_to"]):
        yield gettext("The edition and the date to which controls were checked are missing.")
    elif not re.fullmatch(described.version_pattern, meta["data_version"], re.ASCII):
        text = gettext("“{version}” is not a valid edition version, such as 2026.12.")
        yield text.format(version=printable(meta["data_version"]))
