"""The tables of the user's file, version by version, and the values that their columns allow.

A later version adds a tuple of statements at the end of MIGRATIONS and its columns to TABLES; earlier statements never
change, since files of that version exist.
"""

import sqlite3
from contextlib import closing
from functools import cache

from explorer.data.storage.description import Column, Description
from explorer.data.user import parts_tables
from explorer.data.user.entry_records import BASES, COVERS, EVENTS, IN_PRINCIPLE, KINDS
from explorer.data.user.records import FLAGS, FREQUENCIES, LONGEST_NOTE, NOTE_KINDS
from explorer.data.user.table_columns import (
    ADDRESS_PATTERN,
    CODE_PATTERN,
    COUNTRY_PATTERN,
    DATE_PATTERN,
    DESTINATION_PATTERN,
    NAME_PATTERN,
    TITLE_PATTERN,
    UNIT_PATTERN,
    day_column,
    id_column,
    legal_day_column,
    price_column,
    table,
    text_column,
    words_column,
    yes_or_no_column,
)
from explorer.data.user.table_columns import CURRENCY_PATTERN as CURRENCY_PATTERN
from explorer.data.user.table_columns import ENTRY_ID_PATTERN as ENTRY_ID_PATTERN
from explorer.data.user.table_columns import ID_PATTERN as ID_PATTERN

APPLICATION_ID = 0x4D4D4F77
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE series (
            series_id TEXT NOT NULL PRIMARY KEY,
            metal_id TEXT NOT NULL,
            name TEXT NOT NULL,
            unit TEXT NOT NULL,
            currency TEXT NOT NULL,
            frequency TEXT NOT NULL,
            file_name TEXT,
            added TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE series_points (
            series_id TEXT NOT NULL REFERENCES series ON DELETE CASCADE,
            date TEXT NOT NULL,
            value REAL NOT NULL,
            low REAL,
            high REAL,
            flag TEXT,
            PRIMARY KEY (series_id, date)
        ) STRICT, WITHOUT ROWID""",
        "CREATE TABLE watchlist (metal_id TEXT NOT NULL PRIMARY KEY, added TEXT NOT NULL) STRICT",
        """CREATE TABLE notes (
            kind TEXT NOT NULL,
            subject_id TEXT NOT NULL,
            text TEXT NOT NULL,
            changed TEXT NOT NULL,
            PRIMARY KEY (kind, subject_id)
        ) STRICT""",
    ),
    (
        """CREATE TABLE entries (
            entry_id TEXT NOT NULL PRIMARY KEY,
            title TEXT NOT NULL,
            address TEXT NOT NULL,
            read TEXT NOT NULL,
            added TEXT NOT NULL,
            is_on INTEGER NOT NULL
        ) STRICT""",
        """CREATE TABLE entry_events (
            entry_id TEXT NOT NULL PRIMARY KEY REFERENCES entries ON DELETE CASCADE,
            measure_id TEXT NOT NULL,
            event TEXT NOT NULL,
            date TEXT NOT NULL,
            until TEXT,
            basis TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE entry_measures (
            entry_id TEXT NOT NULL PRIMARY KEY REFERENCES entries ON DELETE CASCADE,
            document TEXT NOT NULL,
            jurisdiction TEXT NOT NULL,
            destination TEXT NOT NULL,
            kind TEXT NOT NULL,
            announced TEXT,
            effective TEXT,
            expires TEXT,
            issuer TEXT,
            strictness TEXT,
            covers TEXT NOT NULL,
            scope TEXT
        ) STRICT""",
        """CREATE TABLE entry_metals (
            entry_id TEXT NOT NULL REFERENCES entry_measures ON DELETE CASCADE,
            metal_id TEXT NOT NULL,
            PRIMARY KEY (entry_id, metal_id)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE entry_codes (
            entry_id TEXT NOT NULL REFERENCES entry_measures ON DELETE CASCADE,
            code TEXT NOT NULL,
            PRIMARY KEY (entry_id, code)
        ) STRICT, WITHOUT ROWID""",
    ),
    parts_tables.STATEMENTS,
)

TABLES = (
    table(
        "series",
        ("series_id",),
        id_column("series_id"),
        id_column("metal_id"),
        text_column("name", NAME_PATTERN),
        text_column("unit", UNIT_PATTERN),
        text_column("currency", CURRENCY_PATTERN),
        words_column("frequency", FREQUENCIES),
        text_column("file_name", NAME_PATTERN, required=False),
        day_column("added"),
    ),
    table(
        "series_points",
        ("series_id", "date"),
        id_column("series_id", refers="series"),
        text_column("date", DATE_PATTERN),
        price_column("value", required=True),
        price_column("low"),
        price_column("high"),
        words_column("flag", FLAGS, required=False),
        without_rowid=True,
    ),
    table("watchlist", ("metal_id",), id_column("metal_id"), day_column("added")),
    table(
        "notes",
        ("kind", "subject_id"),
        words_column("kind", NOTE_KINDS),
        id_column("subject_id"),
        Column("text", "TEXT", "text", required=True, has_lines=True),
        day_column("changed"),
    ),
    table(
        "entries",
        ("entry_id",),
        id_column("entry_id", pattern=ENTRY_ID_PATTERN),
        text_column("title", TITLE_PATTERN),
        text_column("address", ADDRESS_PATTERN),
        day_column("read"),
        day_column("added"),
        yes_or_no_column("is_on"),
    ),
    table(
        "entry_events",
        ("entry_id",),
        id_column("entry_id", refers="entries"),
        id_column("measure_id"),
        words_column("event", EVENTS),
        legal_day_column("date", required=True),
        legal_day_column("until"),
        words_column("basis", BASES),
    ),
    table(
        "entry_measures",
        ("entry_id",),
        id_column("entry_id", refers="entries"),
        text_column("document", NAME_PATTERN),
        text_column("jurisdiction", COUNTRY_PATTERN),
        text_column("destination", DESTINATION_PATTERN),
        words_column("kind", KINDS),
        legal_day_column("announced"),
        legal_day_column("effective"),
        legal_day_column("expires"),
        text_column("issuer", NAME_PATTERN, required=False),
        words_column("strictness", (IN_PRINCIPLE,), required=False),
        words_column("covers", COVERS),
        text_column("scope", TITLE_PATTERN, required=False),
    ),
    table(
        "entry_metals",
        ("entry_id", "metal_id"),
        id_column("entry_id", refers="entry_measures"),
        id_column("metal_id"),
        without_rowid=True,
    ),
    table(
        "entry_codes",
        ("entry_id", "code"),
        id_column("entry_id", refers="entry_measures"),
        text_column("code", CODE_PATTERN),
        without_rowid=True,
    ),
    *parts_tables.TABLES,
)
DESCRIPTION = Description({table.name: table for table in TABLES}, {}, LONGEST_NOTE)


def newest_version() -> int:
    """Return the version of the tables that this program writes."""
    return len(MIGRATIONS)


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring the tables of an open transaction from a version, 0 for an empty file, to the newest one."""
    for statements in MIGRATIONS[version:]:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {newest_version()}")


def new_tables() -> sqlite3.Connection:
    """Return an open database in memory with the newest tables and no rows."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection, 0)
    return connection


@cache
def expected_statements(version: int) -> frozenset[tuple[str, str, str, str | None]]:
    """Return the definitions of all tables and indexes that a file of a version has."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for statements in MIGRATIONS[:version]:
            for statement in statements:
                connection.execute(statement)
        return frozenset(statements_of(connection))


def statements_of(connection: sqlite3.Connection) -> list[tuple[str, str, str, str | None]]:
    """Return the definitions of all tables, indexes, views and triggers of an open file."""
    return connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
