"""Changes to the structure of a data file: what could run, never end, or take the place of something else."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.fuzz.byte_mutations import Mutation

ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
TABLES = (
    "meta",
    "sources",
    "metals",
    "measures",
    "prices",
    "production",
    "search",
    "countries",
    "uses",
    "parties",
)


def _run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def _insert(kind: str, name: str, sql: str) -> str:
    text = sql.replace("'", "''")
    return f"INSERT INTO sqlite_schema VALUES ('{kind}', '{name}', '{name}', 0, '{text}')"


def trigger(path: Path, chance: random.Random) -> None:
    when = chance.choice(("AFTER INSERT", "BEFORE DELETE", "AFTER UPDATE"))
    action = chance.choice(("SELECT 1", "DELETE FROM prices", "INSERT INTO meta VALUES ('a', 'b')"))
    _run(path, f"CREATE TRIGGER harm {when} ON {chance.choice(TABLES)} BEGIN {action}; END")


def endless_view(path: Path, chance: random.Random) -> None:
    name = chance.choice(("more", "v_more", "measures_2"))
    _run(path, f"CREATE VIEW {name} AS {ENDLESS}")


def endless_view_in_place_of_ours(path: Path, chance: random.Random) -> None:
    name = chance.choice(("v_prices", "v_measures", "v_codes", "v_suppliers", "v_latest_production"))
    _run(path, f"DROP VIEW {name}", f"CREATE VIEW {name} AS {ENDLESS}")


def nested_views(path: Path, chance: random.Random) -> None:
    depth = chance.randrange(10, 60)
    levels = [f"CREATE VIEW n{i} AS SELECT a.* FROM n{i - 1} a JOIN n{i - 1} b" for i in range(1, depth)]
    _run(path, f"CREATE VIEW n0 AS SELECT * FROM {chance.choice(TABLES)}", *levels)


def view_of_itself(path: Path, chance: random.Random) -> None:
    name = chance.choice(("more", "v_prices"))
    drop = (f"DROP VIEW {name}",) if name != "more" else ()
    _run(path, *drop, f"CREATE VIEW {name} AS SELECT * FROM {name}")


def view_in_place_of_a_table(path: Path, chance: random.Random) -> None:
    name = chance.choice(TABLES)
    _run(path, f"ALTER TABLE {name} RENAME TO other", f'CREATE VIEW "{name}" AS SELECT * FROM other')


def computed_column(path: Path, chance: random.Random) -> None:
    expression = chance.choice(("hex(zeroblob(1000))", "printf('%.*c', 9000, name_en)", "upper(name_en)"))
    _run(path, f'ALTER TABLE sectors ADD COLUMN "more" TEXT AS ({expression})')


def computed_index(path: Path, chance: random.Random) -> None:
    column = chance.choice(("upper(name_en)", "name_en || name_zh", "length(name_en)"))
    condition = chance.choice(("", " WHERE name_en LIKE '%a%a%a%b'"))
    _run(path, f"CREATE INDEX more ON sectors ({column}){condition}")


def condition_or_default(path: Path, chance: random.Random) -> None:
    rule = chance.choice(
        (
            "CHECK (a LIKE '%a%a%a%')",
            "DEFAULT (randomblob(9))",
            "COLLATE NOCASE",
            "UNIQUE ON CONFLICT REPLACE",
        )
    )
    _run(path, f'CREATE TABLE "more" ("a" TEXT {rule})')


def virtual_table(path: Path, chance: random.Random) -> None:
    module = chance.choice(("fts5 (a)", "fts4 (a)", "rtree (a, b, c)", "fts5vocab ('search_fts', 'row')"))
    _run(path, f"CREATE VIRTUAL TABLE more USING {module}")


def unknown_module(path: Path, chance: random.Random) -> None:
    module = chance.choice(
        ("csv (filename='/etc/passwd')", "zipfile ('/etc/passwd')", "dbstat", "nothing (a)")
    )
    _run(path, _insert("table", "more", f"CREATE VIRTUAL TABLE more USING {module}"))


def missing_table(path: Path, chance: random.Random) -> None:
    _run(path, f"DELETE FROM sqlite_schema WHERE name = '{chance.choice(TABLES)}'")


def missing_column(path: Path, chance: random.Random) -> None:
    table, column = chance.choice(
        (("sectors", "name_zh"), ("search", "body"), ("sources", "url"), ("claims", "claim"))
    )
    _run(path, f"ALTER TABLE {table} DROP COLUMN {column}")


def other_type(path: Path, chance: random.Random) -> None:
    table = chance.choice(TABLES)
    old, new = chance.choice(((" TEXT", " INTEGER"), (" TEXT", " BLOB"), (" NOT NULL", ""), (" STRICT", "")))
    _run(path, f"UPDATE sqlite_schema SET sql = replace(sql, '{old}', '{new}') WHERE name = '{table}'")


def swapped_tables(path: Path, chance: random.Random) -> None:
    a, b = chance.sample(TABLES, 2)
    _run(
        path,
        f"UPDATE sqlite_schema SET name = 'tmp', tbl_name = 'tmp' WHERE name = '{a}'",
        f"UPDATE sqlite_schema SET name = '{a}', tbl_name = '{a}' WHERE name = '{b}'",
        f"UPDATE sqlite_schema SET name = '{b}', tbl_name = '{b}' WHERE name = 'tmp'",
    )


def swapped_pages_of_tables(path: Path, chance: random.Random) -> None:
    a, b = chance.sample(TABLES, 2)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_schema").fetchall())
        for name, root in ((a, roots[b]), (b, roots[a])):
            connection.execute("UPDATE sqlite_schema SET rootpage = ? WHERE name = ?", (root, name))
        connection.commit()


def shared_pages(path: Path, chance: random.Random) -> None:
    a, b = chance.sample(TABLES, 2)
    _run(
        path,
        f"UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = '{b}') "
        f"WHERE name = '{a}'",
    )


def root_page(path: Path, chance: random.Random) -> None:
    page = chance.choice((0, 1, 2, -1, 10**9, 2**63 - 1))
    _run(path, f"UPDATE sqlite_schema SET rootpage = {page} WHERE name = '{chance.choice(TABLES)}'")


def broken_statement(path: Path, chance: random.Random) -> None:
    sql = chance.choice(
        (
            "''",
            "NULL",
            "'CREATE TABLE'",
            "'SELECT 1'",
            "x'00ff'",
            "'CREATE TABLE x (' || hex(zeroblob(30000))",
        )
    )
    _run(path, f"UPDATE sqlite_schema SET sql = {sql} WHERE name = '{chance.choice(TABLES)}'")


def lying_type(path: Path, chance: random.Random) -> None:
    sql = chance.choice(
        (
            "CREATE TRIGGER more AFTER INSERT ON meta BEGIN SELECT 1; END",
            f"CREATE VIEW more AS {ENDLESS}",
            "CREATE VIRTUAL TABLE more USING fts5 (a)",
            "CREATE /* */ VIEW more AS SELECT 1",
        )
    )
    _run(path, _insert(chance.choice(("table", "index", "TABLE ", "")), "more", sql))


def many_tables(path: Path, chance: random.Random) -> None:
    count = chance.choice((400, 1_500, 3_000))
    _run(path, *(f'CREATE TABLE "more{i}" ("a" TEXT)' for i in range(count)))


def long_statement(path: Path, chance: random.Random) -> None:
    columns = ", ".join(f'"column_{i}" TEXT' for i in range(chance.choice((50, 1_200, 1_900))))
    _run(path, f'CREATE TABLE "more" ({columns})')


def plain_table(path: Path, chance: random.Random) -> None:
    """Add a table as a later builder may: it is accepted and never read."""
    _run(path, 'CREATE TABLE "more" ("a" TEXT NOT NULL, "b" REAL) STRICT', "INSERT INTO more VALUES ('x', 1)")


def statistics(path: Path, chance: random.Random) -> None:
    value = chance.choice(
        ("''", "'9 9 9 9 9 9 9 9 9'", "x'ff'", "'unordered sz=1'", "-1", "'99999999999999999999'")
    )
    _run(path, f"UPDATE sqlite_stat1 SET stat = {value}")


def application(path: Path, chance: random.Random) -> None:
    setting = chance.choice(("application_id", "user_version"))
    _run(path, f"PRAGMA {setting} = {chance.choice((0, 1, 3, 5, 99, -1, 2**31 - 1))}")


MUTATIONS: dict[str, Mutation] = {
    mutation.__name__: mutation
    for mutation in (
        *(trigger, endless_view, endless_view_in_place_of_ours, nested_views, view_of_itself),
        *(view_in_place_of_a_table, computed_column, computed_index, condition_or_default, virtual_table),
        *(unknown_module, missing_table, missing_column, other_type, swapped_tables, swapped_pages_of_tables),
        *(shared_pages, root_page, broken_statement, lying_type, many_tables, long_statement, plain_table),
        *(statistics, application),
    )
}
