"""Changes to the values of a data file: texts that do harm, keys that lead nowhere, types that do not fit."""

import random
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from explorer.data.storage import description
from tests.fuzz.byte_mutations import Mutation

HUGE, MILLION = 3_000_000, 1_000_000
BIG_TEXTS = ("printf('%.*c', 10001, 'x')", f"printf('%.*c', {HUGE}, 'x')", "printf('%.*c', 9999, '氮')")


def _tables() -> dict[str, description.Table]:
    return {name: t for name, t in description.read().tables.items() if not t.is_derived}


def _run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def _columns(wanted: Callable[[description.Column], bool]) -> list[tuple[str, str]]:
    """Return the wanted columns, each with its table."""
    return [(t.name, c.name) for t in _tables().values() for c in t.columns.values() if wanted(c)]


def _column(chance: random.Random, kind: str = "TEXT") -> tuple[str, str]:
    """Return a column of a type with its table."""
    return chance.choice(_columns(lambda c: c.type == kind))


def _set(path: Path, chance: random.Random, value: str, kind: str = "TEXT") -> None:
    """Set a column of one row, or of all rows, to an expression that the schema allows."""
    table, column = _column(chance, kind)
    rows = chance.choice((f" WHERE rowid = (SELECT max(rowid) FROM {table})", ""))
    if _tables()[table].without_rowid:
        rows = ""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(f'UPDATE OR IGNORE "{table}" SET "{column}" = {value}{rows}')
        connection.commit()


def _set_loose(path: Path, chance: random.Random, value: str) -> None:
    """Set a column of a row to a value that its type does not allow.

    A column `id` is the number of the row itself, which SQLite keeps a whole number whatever the schema says.
    """
    without_rowid = {name for name, table in _tables().items() if table.without_rowid}
    kind = chance.choice(("TEXT", "INTEGER", "REAL"))
    found = _columns(lambda c: c.type == kind and c.name != "id")
    table, column = chance.choice([(t, c) for t, c in found if t not in without_rowid])
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        [strict] = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
        loose = re.sub(
            rf'("{column}") (TEXT|INTEGER|REAL)',
            r"\1",
            strict.replace(" STRICT", "").replace(" NOT NULL", ""),
        )
        loose = loose.replace(", WITHOUT ROWID", " WITHOUT ROWID")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (loose, table))
        connection.execute("PRAGMA writable_schema = RESET")
        connection.execute(f'UPDATE OR IGNORE "{table}" SET "{column}" = {value}')
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (strict, table))


def huge_text(path: Path, chance: random.Random) -> None:
    _set(path, chance, chance.choice(BIG_TEXTS))


def zero_byte(path: Path, chance: random.Random) -> None:
    _set(path, chance, "'a' || char(0) || 'b'")


def control_character(path: Path, chance: random.Random) -> None:
    _set(path, chance, f"'a' || char({chance.choice((1, 8, 9, 13, 27, 127, 133, 155))}) || '[31mb'")


def writing_direction(path: Path, chance: random.Random) -> None:
    _set(
        path, chance, f"'a' || char({chance.choice((0x202E, 0x2066, 0x200F, 0x061C, 0x2028, 0xFEFF))}) || 'b'"
    )


def markup(path: Path, chance: random.Random) -> None:
    texts = (
        *("<b>bold</b>", "<img src=x onerror=alert(1)>", '<a href="file:///etc/passwd">x</a>', "&lt;&amp;"),
        *("=cmd|calc!A1", "+1+1", "@SUM(A1)", "%s%n{0}{x}", "'; DROP TABLE meta; --", "../../etc/passwd"),
    )
    text = chance.choice(texts).replace("'", "''")
    _set(path, chance, f"'{text}'")


def not_utf8(path: Path, chance: random.Random) -> None:
    _set(path, chance, f"CAST(x'{chance.choice(('ff', '67ff1b5b', 'eda080', 'f8888080', 'c0af'))}' AS TEXT)")


def number_out_of_range(path: Path, chance: random.Random) -> None:
    value, kind = chance.choice(
        (
            ("9e999", "REAL"),
            ("-9e999", "REAL"),
            ("-1", "INTEGER"),
            ("9223372036854775807", "INTEGER"),
            ("1e300", "REAL"),
        )
    )
    _set(path, chance, value, kind)


def wrong_type(path: Path, chance: random.Random) -> None:
    _set_loose(path, chance, chance.choice(("x'ff00'", "7.5", "'text'", "NULL", "-1", "x''", "9e999")))


def unknown_word(path: Path, chance: random.Random) -> None:
    table, column = chance.choice(_columns(lambda c: bool(c.words)))
    word = chance.choice(("", " ", "BAN", "licence ", "x"))
    _run(path, f'UPDATE OR IGNORE "{table}" SET "{column}" = \'{word}\'')


def wrong_date(path: Path, chance: random.Random) -> None:
    table, column = chance.choice(_columns(lambda c: c.kind in description.DATE_KINDS))
    dates = (
        *("2026-13-01", "9999-12-31", "2026-02-30", "0000", "-001", "２０２６", "2026-1-1", ""),
        *("2026/2025/2024", "1799"),
    )
    _run(path, f'UPDATE OR IGNORE "{table}" SET "{column}" = \'{chance.choice(dates)}\'')


def unknown_key(path: Path, chance: random.Random) -> None:
    keys = _columns(lambda c: bool(c.refers or c.parts_of) and c.type == "TEXT")
    table, column = chance.choice(keys)
    value = chance.choice(("nothing", ";", "", "gallium;nothing", "gallium;;tin", " gallium"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f'UPDATE OR IGNORE "{table}" SET "{column}" = ?', (value,))
        connection.commit()


def keys_that_lead_in_circles(path: Path, chance: random.Random) -> None:
    statement = chance.choice(
        (
            "UPDATE metals SET member_of = metal_id",
            "UPDATE metals SET member_of = 'gallium'",
            "UPDATE metals SET by_product_of = metal_id",
            "UPDATE countries SET bloc = country_id",
            "UPDATE countries SET bloc = 'CHN'",
            "UPDATE measure_events SET by_instrument_id = "
            "(SELECT instrument_id FROM measures m WHERE m.measure_id = measure_events.measure_id)",
        )
    )
    _run(path, statement)


def duplicate_key(path: Path, chance: random.Random) -> None:
    table, column = chance.choice(
        (("uses", "use_no"), ("measure_events", "date"), ("prices", "date"), ("trade", "period"))
    )
    with closing(sqlite3.connect(path)) as connection:
        indexes = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql LIKE '%UNIQUE%'",
            (table,),
        ).fetchall()
        for (name,) in indexes:
            connection.execute(f'DROP INDEX "{name}"')
        connection.execute(f'UPDATE "{table}" SET "{column}" = (SELECT min("{column}") FROM "{table}")')
        connection.commit()


def empty_table(path: Path, chance: random.Random) -> None:
    _run(path, f'DELETE FROM "{chance.choice(list(_tables()))}"')


def removed_rows(path: Path, chance: random.Random) -> None:
    table = chance.choice([name for name, t in _tables().items() if not t.without_rowid])
    _run(path, f'DELETE FROM "{table}" WHERE rowid % {chance.choice((2, 3, 5))} = 0')


def other_edition(path: Path, chance: random.Random) -> None:
    key = chance.choice(("data_version", "verified_to", "verified_note", "sha256"))
    value = chance.choice(
        ("", "../../x", "9999.99", "2026.12-" + "x" * 30, "0000.00", "2026-13-45", "x\ny", "2099.01")
    )
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = ?", (value, key))
        connection.commit()


def address(path: Path, chance: random.Random) -> None:
    urls = (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://a",
        "https://a b",
        "http://",
        "data:text/html,x",
        "HTTPS://A",
    )
    _run(path, f"UPDATE sources SET url = '{chance.choice(urls)}'")


def search_index(path: Path, chance: random.Random) -> None:
    statement = chance.choice(
        (
            "DELETE FROM search_fts_data WHERE id > 10",
            "UPDATE search_fts_data SET block = randomblob(length(block)) WHERE id > 10",
            "UPDATE search_fts_data SET block = zeroblob(1000000) WHERE id = 10",
            "UPDATE search_fts_data SET block = x'' WHERE id = 1",
            "DELETE FROM search_fts_docsize",
            "DELETE FROM search_fts_idx",
            "UPDATE search_fts_docsize SET sz = x'ffffffffff'",
            "INSERT INTO search_fts_config VALUES ('rank', 'bm25(10.0)')",
            "UPDATE search_fts_config SET v = 99",
            "DELETE FROM search_fts_config",
        )
    )
    _run(path, statement)


def search_rows(path: Path, chance: random.Random) -> None:
    """Change the search table and its index alike, so that only its keys lead nowhere."""
    statement = chance.choice(
        (
            "UPDATE search SET key = 'nothing-' || id WHERE id % 2",
            "UPDATE search SET kind = 'nothing' WHERE kind = 'metal'",
            "UPDATE search SET kind = 'metal', key = 'x' || id",
            "UPDATE search SET kind = 'item', key = id WHERE kind = 'metal'",
            "UPDATE search SET key = '|' || id WHERE kind = 'use'",
            "DELETE FROM search",
        )
    )
    _run(path, statement, "INSERT INTO search_fts (search_fts) VALUES ('rebuild')")


def million_sources(path: Path, chance: random.Random) -> None:
    count = chance.choice((20_000, 100_000, MILLION))
    numbers = f"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) "
    _run(
        path,
        "INSERT INTO sources (source_id, publisher, title, date, kind) "
        f"{numbers} SELECT 'more-' || i, 'P', 'T', '2026', 'news' FROM n",
    )


MUTATIONS: dict[str, Mutation] = {
    mutation.__name__: mutation
    for mutation in (
        *(huge_text, zero_byte, control_character, writing_direction, markup, not_utf8, number_out_of_range),
        *(wrong_type, unknown_word, wrong_date, unknown_key, keys_that_lead_in_circles, duplicate_key),
        *(empty_table, removed_rows, other_edition, address, search_index, search_rows, million_sources),
    )
}
RARE = frozenset({"million_sources"})
