"""The tables, their description, and the way from an earlier version to the newest one."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from explorer.data.storage.description import Column, Table
from explorer.data.user import exchange, schema
from explorer.data.user.series import all_series
from explorer.data.user.user_file import UserFile
from explorer.data.user.watchlist import add_to_watchlist, watchlist
from explorer.errors import KnownError, UserFileError

PARTS = ("CREATE TABLE parts (name TEXT NOT NULL PRIMARY KEY) STRICT", "INSERT INTO parts VALUES ('made')")


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> Callable[[tuple[str, ...]], None]:
    """Let the program have another version of the tables."""

    def use(statements: tuple[str, ...]) -> None:
        monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, statements))
        schema.expected_statements.cache_clear()

    return use


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_the_description_has_the_columns_of_the_tables() -> None:
    with closing(schema.new_tables()) as connection:
        rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        assert {name for (name,) in rows} == set(schema.DESCRIPTION.tables)
        for table in schema.TABLES:
            info = connection.execute(f"PRAGMA table_info({table.name})").fetchall()
            found = [(name, kind, bool(not_null)) for _, name, kind, not_null, _, _ in info]
            assert found == [(c.name, c.type, c.required) for c in table.columns.values()]
            keys = [name for _, name, _, _, _, key in sorted(info, key=lambda i: i[5]) if key]
            assert tuple(keys) == table.key


def test_a_file_has_the_application_and_the_version(saved: UserFile, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
    assert version(path) == schema.newest_version() == len(schema.MIGRATIONS)


def test_an_earlier_file_is_read_as_it_is_and_migrated_by_the_first_write(
    saved: UserFile,
    open_file: Callable[[], UserFile],
    path: Path,
    reports: list[str],
    next_version: Callable[[tuple[str, ...]], None],
) -> None:
    earlier, before = version(path), path.read_bytes()
    next_version(PARTS)
    file = open_file()
    with file.reading() as connection:
        assert connection.execute("SELECT name FROM parts").fetchall() == [("made",)]
    assert len(all_series(file)) == 1 and path.read_bytes() == before
    add_to_watchlist(file, "tin")
    assert version(path) == earlier + 1 and version(path.with_name("own.db.bak")) == earlier
    assert [s.metal_id for s in watchlist(file)] == ["tin", "tungsten"] and len(all_series(file)) == 1
    with file.reading() as connection:
        assert connection.execute("SELECT name FROM parts").fetchall() == [("made",)]
    assert not reports


def test_a_migration_that_fails_changes_nothing(
    saved: UserFile,
    open_file: Callable[[], UserFile],
    path: Path,
    next_version: Callable[[tuple[str, ...]], None],
) -> None:
    before = path.read_bytes()
    next_version((*PARTS, "UPDATE series SET frequency = 'often'"))
    with pytest.raises(UserFileError, match=r"series\.frequency has an invalid value"):
        add_to_watchlist(open_file(), "tin")
    assert path.read_bytes() == before


def test_an_earlier_export_is_imported_and_a_newer_one_is_not(
    saved: UserFile,
    tmp_path: Path,
    next_version: Callable[[tuple[str, ...]], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    exchange.export_to(saved, tmp_path / "earlier.db", force=False)
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, PARTS))
        schema.expected_statements.cache_clear()
        other = UserFile(tmp_path / "other.db")
        assert len(exchange.import_from(other, tmp_path / "earlier.db").added_series) == 1
        exchange.export_to(other, tmp_path / "newer.db", force=False)
    schema.expected_statements.cache_clear()
    with pytest.raises(KnownError, match="was written by a newer version of this program"):
        exchange.import_from(saved, tmp_path / "newer.db")


def test_dates_of_points_are_checked_by_pattern() -> None:
    (table,) = (t for t in schema.TABLES if t.name == "series_points")
    assert isinstance(table, Table)
    column: Column = table.columns["date"]
    assert all(map(column.accepts, ("2026", "2026-11", "2026-11-27", "2026-Q4")))
    assert not any(map(column.accepts, ("26", "2026-Q5", "2026-1", "2026-11-27T00:00", "")))
