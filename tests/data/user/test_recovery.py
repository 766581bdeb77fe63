"""A damaged file is renamed, the backup is used, and one sentence says so; newer files are left alone."""

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from explorer.data.user import schema
from explorer.data.user.series import all_series
from explorer.data.user.user_file import UserFile
from explorer.data.user.watchlist import add_to_watchlist, watchlist
from explorer.errors import UserFileError

SET_ASIDE = "own.db.damaged-2026-11-28"


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        for statement in statements:
            connection.execute(statement)


def overwrite(path: Path, start: int, data: bytes) -> None:
    content = bytearray(path.read_bytes())
    content[start : start + len(data)] = data
    path.write_bytes(content)


def damage_pages(path: Path) -> None:
    overwrite(path, path.stat().st_size - 4096, b"\xff" * 4096)


STRICT = "REPLACE(sql, 'currency TEXT NOT NULL', 'currency TEXT')"
FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "text": (lambda p: p.write_text("my notes\n" * 999), "file is not a database"),
    "empty": (lambda p: p.write_bytes(b""), "It was not written by this program."),
    "zeros": (lambda p: p.write_bytes(b"\0" * 8192), "file is not a database"),
    "truncated": (lambda p: p.write_bytes(p.read_bytes()[:-9000]), "SQLite reports"),
    "pages": (damage_pages, ""),
    "application": (lambda p: run(p, "PRAGMA application_id = 7"), "It was not written by this program."),
    "version 0": (lambda p: run(p, "PRAGMA user_version = 0"), "not from this program"),
    "version -1": (lambda p: run(p, "PRAGMA user_version = -1"), "not from this program"),
    "trigger": (
        lambda p: run(p, "CREATE TRIGGER gone AFTER INSERT ON watchlist BEGIN DELETE FROM series; END"),
        "It has a table, view or trigger that is not from this program: gone.",
    ),
    "view": (lambda p: run(p, "CREATE VIEW endless AS SELECT 1"), "not from this program: endless"),
    "table": (lambda p: run(p, "CREATE TABLE more (x)"), "not from this program: more"),
    "index": (lambda p: run(p, "CREATE INDEX fast ON watchlist (added)"), "not from this program: fast"),
    "column": (lambda p: run(p, "ALTER TABLE watchlist ADD COLUMN more TEXT"), "not that of this program"),
    "dropped": (lambda p: run(p, "DROP TABLE notes"), "not that of this program"),
    "definition": (
        lambda p: run(p, f"UPDATE sqlite_schema SET sql = {STRICT} WHERE name = 'series'"),
        "not that of this program",
    ),
    "wal": (lambda p: run(p, "PRAGMA journal_mode = WAL"), "It was changed by another program."),
    "word": (
        lambda p: run(p, "UPDATE series SET frequency = 'often'"),
        "series.frequency has an invalid value",
    ),
    "control": (lambda p: run(p, "UPDATE series SET name = 'a' || char(8238) || 'b'"), "series.name"),
    "long": (lambda p: run(p, "UPDATE series SET name = printf('%.*c', 9000, 'x')"), "series.name"),
    "date": (
        lambda p: run(p, "UPDATE series_points SET date = '2026-02-31' WHERE date = '2026-02'"),
        "not a date",
    ),
    "negative": (lambda p: run(p, "UPDATE series_points SET value = -1"), "series_points.value"),
    "infinite": (lambda p: run(p, "UPDATE series_points SET value = 9e999"), "series_points.value"),
    "orphans": (lambda p: run(p, "DELETE FROM series"), "missing in the table series"),
    "no points": (lambda p: run(p, "DELETE FROM series_points"), "has no prices"),
    "note": (
        lambda p: run(
            p, "INSERT INTO notes VALUES ('metal', 'tin', printf('%.*c', 20000, 'x'), '2026-11-28')"
        ),
        "notes.text",
    ),
    "watchlist": (
        lambda p: run(p, "INSERT INTO watchlist VALUES ('../x y', '2026-11-28')"),
        "watchlist.metal_id",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_damaged_file_is_set_aside_and_the_backup_used(
    saved: UserFile, open_file: Callable[[], UserFile], path: Path, reports: list[str], fault: str
) -> None:
    add_to_watchlist(open_file(), "tin")  # so that the backup has the series and one metal on the watchlist
    damage, cause = FAULTS[fault]
    damage(path)
    broken = path.read_bytes()
    assert [s.metal_id for s in watchlist(open_file())] == ["tungsten"]
    assert [s.name for s in all_series(open_file())] == ["Gallium, Rotterdam"]
    (report,) = reports
    assert report.startswith(
        f"The file with your own data was damaged and has been renamed to {path.with_name(SET_ASIDE)}."
    )
    assert cause in report and re.search(
        r"The backup of \d+ \w+ \d{4}, \d\d:\d\d was restored\. Later changes are lost\.$", report
    )
    assert report.isprintable() and len(report) < len(str(path)) + 400
    assert path.with_name(SET_ASIDE).read_bytes() == broken
    assert add_to_watchlist(open_file(), "tin") and len(reports) == 1


def test_without_a_backup_the_sentence_says_what_is_lost(
    saved: UserFile, open_file: Callable[[], UserFile], path: Path, reports: list[str]
) -> None:
    path.write_text("nothing")
    assert watchlist(open_file()) == ()
    assert reports[0].endswith(
        "your series, watchlist, notes, entries and parts lists are lost unless the file is repaired."
    )
    assert not path.exists() and path.with_name(SET_ASIDE).read_text() == "nothing"
    assert add_to_watchlist(open_file(), "tin") and len(watchlist(open_file())) == len(reports) == 1


def test_no_file_set_aside_is_replaced(
    saved: UserFile, open_file: Callable[[], UserFile], path: Path, reports: list[str]
) -> None:
    for text in ("one", "two", "three"):
        path.write_text(text)
        assert watchlist(open_file()) == ()
    aside = [path.with_name(SET_ASIDE + end).read_text() for end in ("", "-2", "-3")]
    assert aside == ["one", "two", "three"] and len(reports) == 3


def test_a_write_to_a_damaged_file_goes_to_the_backup(
    saved: UserFile, open_file: Callable[[], UserFile], path: Path, reports: list[str]
) -> None:
    add_to_watchlist(open_file(), "tin")
    path.write_text("nothing")
    add_to_watchlist(open_file(), "indium")
    assert [s.metal_id for s in watchlist(saved)] == ["indium", "tungsten"] and len(reports) == 1


def test_a_damaged_backup_is_set_aside_too(
    saved: UserFile, open_file: Callable[[], UserFile], path: Path, reports: list[str]
) -> None:
    add_to_watchlist(open_file(), "tin")
    path.write_text("nothing")
    path.with_name("own.db.bak").write_text("no backup")
    assert watchlist(open_file()) == ()
    assert "no usable backup" in reports[0]
    assert path.with_name("own.db.bak.damaged-2026-11-28").read_text() == "no backup"


def test_a_file_that_is_gone_comes_back_from_the_backup(
    saved: UserFile, open_file: Callable[[], UserFile], path: Path, reports: list[str]
) -> None:
    add_to_watchlist(open_file(), "tin")
    path.unlink()
    assert [s.metal_id for s in watchlist(open_file())] == ["tungsten"]
    assert reports[0].startswith(f"The file with your own data is missing: {path}. The backup of ")


def unfinished_journal(path: Path) -> bytes:
    """Return the journal that a process would leave that is killed within a change of a file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        for number in range(400):
            connection.execute("INSERT INTO watchlist VALUES (?, '2026-11-28')", (f"{'x' * 90}{number}",))
        journal = path.with_name("own.db-journal").read_bytes()
        connection.execute("ROLLBACK")
    return journal


@pytest.mark.parametrize("has_file", [True, False])
@pytest.mark.parametrize("has_backup", [True, False])
def test_the_journal_of_a_file_that_is_gone_is_not_applied_to_the_next(
    saved: UserFile,
    open_file: Callable[[], UserFile],
    path: Path,
    reports: list[str],
    has_file: bool,
    has_backup: bool,
) -> None:
    """SQLite would put pages of the old file into the new one."""
    if has_backup:
        add_to_watchlist(open_file(), "tin")
    journal = unfinished_journal(path)
    if has_file:
        path.write_text("nothing")
    else:
        path.unlink()
    path.with_name("own.db-journal").write_bytes(journal)
    add_to_watchlist(open_file(), "zinc")
    assert [s.metal_id for s in watchlist(open_file())] == (["tungsten", "zinc"] if has_backup else ["zinc"])
    assert len(all_series(open_file())) == has_backup
    assert not path.with_name("own.db-journal").exists()


@pytest.mark.parametrize("of_backup", [False, True])
def test_a_file_of_a_newer_version_is_left_alone(
    saved: UserFile, open_file: Callable[[], UserFile], path: Path, reports: list[str], of_backup: bool
) -> None:
    add_to_watchlist(open_file(), "tin")
    newer = path.with_name("own.db.bak") if of_backup else path
    run(newer, f"PRAGMA user_version = {schema.newest_version() + 1}")
    if of_backup:
        path.unlink()
    before = {p.name: p.read_bytes() for p in path.parent.iterdir()}
    for use in (watchlist, all_series, lambda f: add_to_watchlist(f, "indium")):
        with pytest.raises(UserFileError, match=f"by a newer version of this program .*{newer.name}$"):
            use(open_file())
    assert {p.name: p.read_bytes() for p in path.parent.iterdir()} == before and not reports


def test_every_flipped_byte_ends_in_a_whole_state_or_in_a_sentence(
    saved: UserFile, path: Path, tmp_path: Path
) -> None:
    """Each 7th byte is turned over; what is read then is the old data or the backup, or a value that is allowed."""
    good = path.read_bytes()
    folder = tmp_path / "flipped"
    seen = set()
    for place in [*range(0, 120), *range(120, len(good), 97)]:
        folder.mkdir()
        broken = bytearray(good)
        broken[place] ^= 0xFF
        (folder / "own.db").write_bytes(broken)
        (folder / "own.db.bak").write_bytes(good)
        reports: list[str] = []
        try:
            series = all_series(UserFile(folder / "own.db", reports.append))
            assert len(series) == 1 and series[0].points == 3
            seen.add("recovered" if reports else "unchanged")
            assert not reports or any("damaged-" in p.name for p in folder.iterdir())
        except UserFileError:
            seen.add("refused")
        shutil.rmtree(folder)
    assert {"recovered", "unchanged"} <= seen
