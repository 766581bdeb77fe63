"""A data file of about 100 times the size: copies of the metals with their figures, and a million prices."""

import math
import shutil
import sqlite3
from pathlib import Path

METALS, PRICES = 5_000, 1_000_000
# Facts of a metal that are copied with it; each has a table of its sources beside it.
COPIED = ("metals", "uses", "list_members", "measure_metals", "production", "dependence", "price_series")
# The columns by which rows are named or refer to each other; those of numbers are shifted.
_NAMED, _NUMBERED = ("metal_id", "series_id"), ("id",)


def make_large(source: Path, target: Path, metals: int = METALS, prices: int = PRICES) -> Path:
    """Write the large data file and return its path; `metals` and `prices` are the numbers of rows it has at least."""
    shutil.copyfile(source, target)
    database = sqlite3.connect(target)
    try:
        have = _count(database, "metals")
        for copy in range(1, math.ceil(metals / have)):
            for table in COPIED:
                _copy(database, table, copy)
        _fill_prices(database, prices)
        database.commit()
    finally:
        database.close()
    return target


def _copy(database: sqlite3.Connection, table: str, copy: int) -> None:
    """Add the original rows of a table, and of the table of their sources, once more under other names."""
    for name in (table, f"{table}_sources"):
        columns = [row[1] for row in database.execute(f'PRAGMA table_info("{name}")')]
        key = next(c for c in (*_NUMBERED, *reversed(_NAMED)) if c in columns)
        values = ", ".join(_value(database, table, c, copy) for c in columns)
        is_original = f"{key} NOT LIKE '%-copy%'" if key in _NAMED else f"{key} <= {_most(database, table)}"
        quoted = ", ".join(columns)
        database.execute(f'INSERT INTO "{name}" ({quoted}) SELECT {values} FROM "{name}" WHERE {is_original}')


def _value(database: sqlite3.Connection, table: str, column: str, copy: int) -> str:
    if column in _NAMED:
        return f"{column} || '-copy{copy}'"
    if column in _NUMBERED:
        return f"{column} + {copy * _most(database, table)}"
    if column == "name_en":
        return f"{column} || ' {copy}'"
    if column in ("symbol", "atomic_number"):
        return "NULL"
    return "'material'" if table == "metals" and column == "kind" else column


_HIGHEST: dict[str, int] = {}


def _most(database: sqlite3.Connection, table: str) -> int:
    """Return the highest number of an original row."""
    if table not in _HIGHEST:
        _HIGHEST[table] = database.execute(f'SELECT max(id) FROM "{table}"').fetchone()[0]
    return _HIGHEST[table]


def _fill_prices(database: sqlite3.Connection, wanted: int) -> None:
    """Give each series daily prices in a random walk, so that all series together have as many as wanted."""
    series = [row[0] for row in database.execute("SELECT series_id FROM price_series")]
    each, have = math.ceil(wanted / len(series)), _count(database, "prices")
    database.execute("DELETE FROM prices_sources")
    database.execute("DELETE FROM prices")
    source = database.execute("SELECT source_id FROM sources").fetchone()[0]
    rows = (
        (
            number * each + day,
            name,
            f"{2026 - day // 336}-{12 - day % 336 // 28:02}-{28 - day % 28:02}",
            source,
        )
        for number, name in enumerate(series)
        for day in range(each)
    )
    statement = (
        "INSERT INTO prices (id, series_id, date, value, confidence, source_ids) "
        "VALUES (?, ?, ?, 100 + abs(random() % 1000), 'high', ?)"
    )
    database.executemany(statement, rows)
    database.execute("INSERT INTO prices_sources SELECT id, 1, source_ids FROM prices")
    assert _count(database, "prices") >= max(wanted, have)


def _count(database: sqlite3.Connection, table: str) -> int:
    return int(database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])
