"""The tables of the user's file, version by version, and the values that their columns allow.

A later version adds a tuple of statements at the end of MIGRATIONS and its columns to TABLES; earlier statements never
change, since files of that version exist.
"""

import sqlite3
from contextlib import closing
from functools import cache

from explorer.data.storage.description import Column, Description, Table
from explorer.data.user.entry_records import (
    BASES,
    COVERS,
    EVENTS,
    IN_PRINCIPLE,
    KINDS,
    LONGEST_ADDRESS,
    LONGEST_TITLE,
    PREFIX,
)
from explorer.data.user.records import (
    FLAGS,
    FREQUENCIES,
    LEAST_PRICE,
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_UNIT,
    MOST_PRICE,
    NOTE_KINDS,
)
from explorer.errors import MARKS

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
)

_PLAIN = f"[^\x00-\x1f{MARKS}]"
ID_PATTERN = r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}"
NAME_PATTERN = rf"(?=.*\S){_PLAIN}{{1,{LONGEST_NAME}}}"
UNIT_PATTERN = rf"(?=.*\S){_PLAIN}{{1,{LONGEST_UNIT}}}"
CURRENCY_PATTERN = r"[A-Z]{3}"
ENTRY_ID_PATTERN = rf"{PREFIX}[0-9a-f]{{8}}"
TITLE_PATTERN = rf"(?=.*\S){_PLAIN}{{1,{LONGEST_TITLE}}}"
ADDRESS_PATTERN = rf"https?://[!-~]{{1,{LONGEST_ADDRESS}}}"
COUNTRY_PATTERN = r"[A-Z]{3}"
DESTINATION_PATTERN = r"[A-Z]{3}(-MIL)?"
CODE_PATTERN = r"[0-9A-Za-z.]{2,50}"
DATE_PATTERN = r"\d{4}(-(\d\d(-\d\d)?|Q[1-4]))?"


def _id(name: str, refers: str = "", pattern: str = ID_PATTERN) -> Column:
    return Column(name, "TEXT", "text", required=True, refers=refers, pattern="" if refers else pattern)


def _text(name: str, pattern: str, *, required: bool = True) -> Column:
    return Column(name, "TEXT", "text", required=required, pattern=pattern)


def _words(name: str, words: tuple[str, ...], *, required: bool = True) -> Column:
    return Column(name, "TEXT", "text", required=required, words=words)


def _day(name: str, low: int = 2000, *, required: bool = True) -> Column:
    return Column(name, "TEXT", "day", required=required, low=low, high=2199)


def _legal_day(name: str, *, required: bool = False) -> Column:
    return _day(name, 1900, required=required)


def _price(name: str, *, required: bool = False) -> Column:
    return Column(name, "REAL", "real", required=required, low=LEAST_PRICE, high=MOST_PRICE)


def _table(name: str, key: tuple[str, ...], *columns: Column, without_rowid: bool = False) -> Table:
    return Table(name, key, without_rowid, {column.name: column for column in columns})


TABLES = (
    _table(
        "series",
        ("series_id",),
        _id("series_id"),
        _id("metal_id"),
        _text("name", NAME_PATTERN),
        _text("unit", UNIT_PATTERN),
        _text("currency", CURRENCY_PATTERN),
        _words("frequency", FREQUENCIES),
        _text("file_name", NAME_PATTERN, required=False),
        _day("added"),
    ),
    _table(
        "series_points",
        ("series_id", "date"),
        _id("series_id", refers="series"),
        _text("date", DATE_PATTERN),
        _price("value", required=True),
        _price("low"),
        _price("high"),
        _words("flag", FLAGS, required=False),
        without_rowid=True,
    ),
    _table("watchlist", ("metal_id",), _id("metal_id"), _day("added")),
    _table(
        "notes",
        ("kind", "subject_id"),
        _words("kind", NOTE_KINDS),
        _id("subject_id"),
        Column("text", "TEXT", "text", required=True, has_lines=True),
        _day("changed"),
    ),
    _table(
        "entries",
        ("entry_id",),
        _id("entry_id", pattern=ENTRY_ID_PATTERN),
        _text("title", TITLE_PATTERN),
        _text("address", ADDRESS_PATTERN),
        _day("read"),
        _day("added"),
        Column("is_on", "INTEGER", "integer", required=True, low=0, high=1),
    ),
    _table(
        "entry_events",
        ("entry_id",),
        _id("entry_id", refers="entries"),
        _id("measure_id"),
        _words("event", EVENTS),
        _legal_day("date", required=True),
        _legal_day("until"),
        _words("basis", BASES),
    ),
    _table(
        "entry_measures",
        ("entry_id",),
        _id("entry_id", refers="entries"),
        _text("document", NAME_PATTERN),
        _text("jurisdiction", COUNTRY_PATTERN),
        _text("destination", DESTINATION_PATTERN),
        _words("kind", KINDS),
        _legal_day("announced"),
        _legal_day("effective"),
        _legal_day("expires"),
        _text("issuer", NAME_PATTERN, required=False),
        _words("strictness", (IN_PRINCIPLE,), required=False),
        _words("covers", COVERS),
        _text("scope", TITLE_PATTERN, required=False),
    ),
    _table(
        "entry_metals",
        ("entry_id", "metal_id"),
        _id("entry_id", refers="entry_measures"),
        _id("metal_id"),
        without_rowid=True,
    ),
    _table(
        "entry_codes",
        ("entry_id", "code"),
        _id("entry_id", refers="entry_measures"),
        _text("code", CODE_PATTERN),
        without_rowid=True,
    ),
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
