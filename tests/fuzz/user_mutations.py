"""Changes to the file with the user's own data: damage, other structures, and values that do harm."""

import contextlib
import random
import sqlite3
from contextlib import closing
from pathlib import Path

from explorer.data.user import schema
from tests.fuzz import byte_mutations
from tests.fuzz.byte_mutations import Mutation

NAMES = [table.name for table in schema.TABLES]
TEXTS = [(t.name, c.name) for t in schema.TABLES for c in t.columns.values() if c.type == "TEXT"]
NUMBERS = [(t.name, c.name) for t in schema.TABLES for c in t.columns.values() if c.type != "TEXT"]
ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"


def _run(path: Path, *statements: str) -> None:
    """Run statements on a file; what the types of its columns do not allow leaves it as it is."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            with contextlib.suppress(sqlite3.IntegrityError):
                connection.execute(statement)


def _texts(*values: str) -> Mutation:
    """Return the mutation that sets a text of one row, or of all rows, to one of some expressions."""

    def change(path: Path, chance: random.Random) -> None:
        table, column = chance.choice(TEXTS)
        rows = chance.choice(("", f" WHERE {column} = (SELECT max({column}) FROM {table})"))
        _run(path, f"UPDATE OR IGNORE {table} SET {column} = {chance.choice(values)}{rows}")

    return change


def _statement(*statements: str) -> Mutation:
    """Return the mutation that runs one of some statements, in which `{table}` is a table by chance."""

    def change(path: Path, chance: random.Random) -> None:
        _run(path, chance.choice(statements).format(table=chance.choice(NAMES)))

    return change


def wrong_number(path: Path, chance: random.Random) -> None:
    table, column = chance.choice(NUMBERS)
    value = chance.choice(("9e999", "-9e999", "-1", "0", "1e300", "9223372036854775807", "1e-12", "2"))
    _run(path, f"UPDATE OR IGNORE {table} SET {column} = {value}")


def wrong_date(path: Path, chance: random.Random) -> None:
    columns = (("series", "added"), ("series_points", "date"), ("notes", "changed"), ("entries", "read"))
    table, column = chance.choice((*columns, ("entry_events", "until"), ("entry_measures", "effective")))
    dates = ("2026-02-31", "9999-12-31", "0000", "２０２６", "2026-Q5", "2026-1-1", "today", "", "1799-01-01")
    _run(path, f"UPDATE OR IGNORE {table} SET {column} = '{chance.choice(dates)}'")


def wrong_address(path: Path, chance: random.Random) -> None:
    addresses = (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://a",
        "https://a b",
        "http://",
        "data:text/html,x",
    )
    _run(path, f"UPDATE entries SET address = '{chance.choice(addresses)}'")


def swapped_tables(path: Path, chance: random.Random) -> None:
    one, two = chance.sample(NAMES, 2)
    _run(
        path,
        f"ALTER TABLE {one} RENAME TO x",
        f"ALTER TABLE {two} RENAME TO {one}",
        f"ALTER TABLE x RENAME TO {two}",
    )


def swapped_roots(path: Path, chance: random.Random) -> None:
    """Let two tables have each other's rows."""
    one, two = chance.sample(NAMES, 2)
    root = "UPDATE sqlite_schema SET rootpage = {page} WHERE name = '{name}'"
    with closing(sqlite3.connect(path)) as connection:
        pages = dict(
            connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'").fetchall()
        )
    _run(path, root.format(page=pages[two], name=one), root.format(page=pages[one], name=two))


def loose_table(path: Path, chance: random.Random) -> None:
    """Define a table again without its types, and put values of other types into it."""
    table = chance.choice(NAMES)
    _run(
        path,
        f"UPDATE sqlite_schema SET sql = replace(replace(sql, ' STRICT', ''), 'NOT NULL', '') WHERE name = '{table}'",
    )


def many_rows(path: Path, chance: random.Random) -> None:
    count = chance.choice((20_000, 300_000))
    numbers = f"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) "
    rows = chance.choice(
        (
            f"INSERT INTO watchlist {numbers} SELECT 'm' || i, '2026-11-28' FROM n",
            f"INSERT INTO notes {numbers} SELECT 'metal', 'm' || i, 'x', '2026-11-28' FROM n",
            f"INSERT INTO series {numbers} SELECT 's' || i, 'tin', 'N', 'U', 'USD', 'daily', NULL, '2026-11-28' FROM n",
        )
    )
    _run(path, rows)


def huge_text(path: Path, chance: random.Random) -> None:
    size = chance.choice((201, 10_001, 3_000_000, 40_000_000))
    table, column = chance.choice(TEXTS)
    _run(path, f"UPDATE OR IGNORE {table} SET {column} = printf('%.*c', {size}, 'x')")


def version(path: Path, chance: random.Random) -> None:
    number = chance.choice((0, -1, 1, 2**31 - 1, -(2**31)))
    _run(path, f"PRAGMA user_version = {number}")


def newer_version(path: Path, chance: random.Random) -> None:
    _run(path, f"PRAGMA user_version = {schema.newest_version() + chance.choice((1, 2, 900))}")


def earlier_version(path: Path, chance: random.Random) -> None:
    """Take the tables of the newest version away, so that the file is one of the first version."""
    names = [n for n in NAMES if n.startswith("entr")]
    _run(path, *(f"DROP TABLE {name}" for name in reversed(names)), "PRAGMA user_version = 1")


def write_ahead_log(path: Path, chance: random.Random) -> None:
    _run(path, "PRAGMA journal_mode = WAL", "DELETE FROM notes")


def data_edition(path: Path, chance: random.Random) -> None:
    """Put another database of the program in its place."""
    _run(
        path,
        "PRAGMA application_id = 1296912216",
        chance.choice(("SELECT 1", "CREATE TABLE meta (key, value)")),
    )


MUTATIONS: dict[str, Mutation] = {
    **byte_mutations.MUTATIONS,
    "zero_byte": _texts("'a' || char(0) || 'b'"),
    "control_character": _texts(*(f"'a' || char({n}) || 'b'" for n in (1, 7, 8, 10, 13, 27, 127, 155))),
    "writing_direction": _texts(
        *(f"'a' || char({n}) || 'b'" for n in (0x202E, 0x2066, 0x200F, 0x61C, 0x2028))
    ),
    "markup": _texts(
        "'<b>x</b>'", "'<img src=x onerror=alert(1)>'", "'=cmd|calc!A1'", "'../../etc/passwd'", "'%s{0}'"
    ),
    "not_utf8": _texts(*(f"CAST(x'{h}' AS TEXT)" for h in ("ff", "67ff1b5b", "eda080", "c0af"))),
    "empty_text": _texts("''", "' '", "char(160)", "char(8203)"),
    "unknown_word": _texts("'often'", "'BAN'", "'licence '", "'metal;metal'"),
    "removed_rows": _statement("DELETE FROM {table}", "DELETE FROM series_points WHERE value > 101"),
    "orphans": _statement("DELETE FROM series", "DELETE FROM entries", "DELETE FROM entry_measures"),
    "two_contents": _statement(
        "INSERT INTO entry_events SELECT entry_id, 'x-1', 'resumed', '2026-01-01', NULL, 'text' FROM entry_measures",
        "DELETE FROM entry_metals",
    ),
    "extra_table": _statement(
        "CREATE TABLE more (x)", "CREATE TABLE sqlitx (x TEXT) STRICT", 'CREATE TABLE "a\nb" (x)'
    ),
    "view": _statement(f"CREATE VIEW more AS {ENDLESS}", "CREATE VIEW more AS SELECT * FROM {table}"),
    "trigger": _statement(
        "CREATE TRIGGER harm AFTER INSERT ON {table} BEGIN DELETE FROM series; END",
        "CREATE TRIGGER harm BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END",
    ),
    "index": _statement("CREATE INDEX more ON series (upper(name))", "CREATE INDEX more ON notes (text)"),
    "extra_column": _statement(
        "ALTER TABLE {table} ADD COLUMN more TEXT", "ALTER TABLE notes ADD COLUMN b TEXT AS (text)"
    ),
    "missing_table": _statement("DROP TABLE {table}"),
    "virtual_table": _statement("CREATE VIRTUAL TABLE more USING fts5 (x)"),
    "application": _statement("PRAGMA application_id = 0", "PRAGMA application_id = 7"),
    **{
        mutation.__name__: mutation
        for mutation in (
            *(wrong_number, wrong_date, wrong_address, swapped_tables, swapped_roots, loose_table, many_rows),
            *(huge_text, version, newer_version, earlier_version, write_ahead_log, data_edition),
        )
    },
}
RARE = frozenset({"many_rows"})
