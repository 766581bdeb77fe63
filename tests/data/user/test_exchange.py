"""Export and import as one file: the same data on another computer, and nothing of the user's is lost."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from explorer.data.user import exchange
from explorer.data.user.exchange import compare, export_to, import_from
from explorer.data.user.notes import note_on, set_note
from explorer.data.user.records import Note, UserPoint
from explorer.data.user.series import all_series, points_of, remove_series, replace_points
from explorer.data.user.user_file import UserFile
from explorer.data.user.watchlist import add_to_watchlist, watchlist
from explorer.errors import KnownError, NotFound


@pytest.fixture
def other(tmp_path: Path) -> UserFile:
    """The file of another computer, without data."""
    return UserFile(tmp_path / "other" / "own.db")


def exported(file: UserFile, path: Path) -> Path:
    export_to(file, path, force=True)
    return path


def test_an_export_has_everything_and_the_same_bytes_each_time(
    saved: UserFile, other: UserFile, tmp_path: Path
) -> None:
    set_note(saved, "metal", "tin", "two\nlines")
    add_to_watchlist(saved, "zinc")
    one = exported(saved, tmp_path / "one.db")
    merge = import_from(other, one)
    assert [s.name for s in merge.added_series] == ["Gallium, Rotterdam"]
    assert merge.added_to_watchlist == ("tungsten", "zinc") and len(merge.added_notes) == 1
    assert all_series(other) == all_series(saved) and watchlist(other) == watchlist(saved)
    (series,) = all_series(saved)
    assert points_of(other, series.series_id) == points_of(saved, series.series_id)
    assert exported(other, tmp_path / "two.db").read_bytes() == one.read_bytes()
    assert import_from(other, one).is_unchanged


def test_an_export_holds_nothing_that_was_removed(saved: UserFile, tmp_path: Path) -> None:
    set_note(saved, "metal", "tin", "a secret of mine")
    set_note(saved, "metal", "tin", "")
    assert b"a secret of mine" not in exported(saved, tmp_path / "one.db").read_bytes()
    assert b"a secret of mine" not in saved.path.read_bytes()


def test_an_export_replaces_a_file_only_when_forced(saved: UserFile, tmp_path: Path) -> None:
    path = exported(saved, tmp_path / "one.db")
    with pytest.raises(KnownError, match="already exists") as raised:
        export_to(saved, path, force=False)
    assert raised.value.for_command_line.endswith("already exists. Add --force to replace it.")


def test_without_data_there_is_nothing_to_export(other: UserFile, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="You have not saved any data of your own yet"):
        export_to(other, tmp_path / "one.db", force=False)
    assert list(tmp_path.iterdir()) == []


def test_what_differs_is_kept_and_reported_unless_it_is_to_be_replaced(
    saved: UserFile, other: UserFile, tmp_path: Path
) -> None:
    set_note(saved, "metal", "tin", "old")
    import_from(other, exported(saved, tmp_path / "one.db"))
    (series,) = all_series(saved)
    replace_points(other, series.series_id, [UserPoint("2026-04", 9.0)], "monthly", None)
    set_note(other, "metal", "tin", "new")
    add_to_watchlist(other, "zinc")
    theirs = exported(other, tmp_path / "two.db")
    merge = import_from(saved, theirs)
    assert [s.series_id for s in merge.differing_series] == [series.series_id]
    assert [n.subject_id for n in merge.differing_notes] == ["tin"] and not merge.is_replaced
    assert len(points_of(saved, series.series_id)) == 3
    assert merge.added_to_watchlist == ("zinc",) and len(watchlist(saved)) == 2
    merge = import_from(saved, theirs, replace=True)
    assert merge.is_replaced and points_of(saved, series.series_id) == (UserPoint("2026-04", 9.0),)
    note = note_on(saved, "metal", "tin")
    assert note is not None and note.text == "new"


def test_a_comparison_counts_and_writes_nothing(saved: UserFile, other: UserFile, tmp_path: Path) -> None:
    set_note(saved, "metal", "tin", "old")
    import_from(other, exported(saved, tmp_path / "one.db"))
    set_note(other, "metal", "tin", "new")
    set_note(other, "metal", "zinc", "another")
    theirs = exported(other, tmp_path / "two.db")
    before = saved.path.read_bytes()
    found = compare(saved, theirs)
    assert (found.same, len(found.differences), len(found.added_notes)) == (2, 1, 1)
    (difference,) = found.differences
    assert isinstance(difference.yours, Note) and isinstance(difference.theirs, Note)
    assert (difference.yours.text, difference.theirs.text) == ("old", "new")
    assert saved.path.read_bytes() == before and found.copy is None


def test_each_replacement_keeps_a_copy_of_what_was_there(
    saved: UserFile, other: UserFile, tmp_path: Path
) -> None:
    set_note(saved, "metal", "tin", "first")
    import_from(other, exported(saved, tmp_path / "one.db"))
    for text in ("second", "third"):
        set_note(other, "metal", "tin", text)
        merge = import_from(saved, exported(other, tmp_path / "two.db"), replace=True)
        assert merge.copy is not None
    copies = sorted(saved.path.parent.glob("own-before-import-*.db"))
    assert [path.name for path in copies] == [
        "own-before-import-2026-11-28-2.db",
        "own-before-import-2026-11-28.db",
    ]
    kept = [note_on(UserFile(path), "metal", "tin") for path in copies]
    assert [note.text for note in kept if note is not None] == ["second", "first"]
    assert import_from(saved, exported(other, tmp_path / "two.db"), replace=True).copy is None


def test_nothing_of_the_user_s_is_removed(saved: UserFile, other: UserFile, tmp_path: Path) -> None:
    import_from(other, exported(saved, tmp_path / "one.db"))
    (series,) = all_series(other)
    remove_series(other, series.series_id)
    import_from(saved, exported(other, tmp_path / "two.db"), replace=True)
    assert len(all_series(saved)) == 1 and len(watchlist(saved)) == 1


def changed(path: Path, *statements: str) -> Path:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        for statement in statements:
            connection.execute(statement)
    return path


ATTACKS = {
    "trigger": "CREATE TRIGGER t AFTER INSERT ON watchlist BEGIN DELETE FROM series; END",
    "view": "CREATE VIEW v AS WITH RECURSIVE n AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT * FROM n",
    "virtual": "CREATE VIRTUAL TABLE f USING fts5(x)",
    "column": "ALTER TABLE notes ADD COLUMN x TEXT GENERATED ALWAYS AS (hex(randomblob(9))) VIRTUAL",
    "default": "UPDATE sqlite_schema SET sql = replace(sql, 'file_name TEXT', 'file_name TEXT DEFAULT (1)')",
    "application": "PRAGMA application_id = 1",
    "markup": "UPDATE series SET unit = 'USD' || char(10) || 'kg'",
    "bidi": "UPDATE series SET name = char(8238) || 'gnp.exe'",
    "huge": "UPDATE series SET name = printf('%.*c', 15000000, 'x')",
    "not text": "UPDATE series SET name = CAST(x'fffe' AS TEXT)",
    "kind": "INSERT INTO notes VALUES ('spell', 'tin', 'x', '2026-11-28')",
    "day": "UPDATE watchlist SET added = '2026-13-01'",
    "zero": "UPDATE series_points SET value = 0",
    "currency": "UPDATE series SET currency = 'dollars'",
    "flag": "UPDATE series_points SET flag = 'x'",
    "id": "UPDATE watchlist SET metal_id = '<script>'",
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_hostile_file_is_refused_with_one_sentence(
    saved: UserFile, other: UserFile, tmp_path: Path, attack: str
) -> None:
    path = changed(exported(saved, tmp_path / "one.db"), ATTACKS[attack])
    before = path.read_bytes()
    with pytest.raises(KnownError) as raised:
        import_from(other, path)
    sentence = str(raised.value)
    assert sentence.startswith(f"{path} cannot be imported. ") and sentence.isprintable()
    assert len(sentence) < len(str(path)) + 250
    assert other.is_empty and path.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == ["one.db"]


def test_files_that_are_none_are_refused(
    other: UserFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(KnownError, match="cannot be read: No such file"):
        import_from(other, tmp_path / "none.db")
    with pytest.raises(KnownError, match="is not a regular file"):
        import_from(other, tmp_path)
    with pytest.raises(KnownError, match="not a valid file name"):
        import_from(other, tmp_path / "a\0b")
    (tmp_path / "empty.db").touch()
    with pytest.raises(KnownError, match="cannot be imported"):
        import_from(other, tmp_path / "empty.db")
    monkeypatch.setattr(exchange, "MOST_BYTES", 1_000)
    (tmp_path / "large.db").write_bytes(b"x" * 1_001)
    with pytest.raises(KnownError, match="is too large"):
        import_from(other, tmp_path / "large.db")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_does_not_hang_an_import(other: UserFile, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(KnownError, match="is not a regular file"):
        import_from(other, tmp_path / "pipe")


def test_every_flipped_byte_is_refused_or_leaves_allowed_values(
    saved: UserFile, other: UserFile, tmp_path: Path
) -> None:
    good = exported(saved, tmp_path / "one.db").read_bytes()
    path = tmp_path / "flipped.db"
    refused = 0
    for place in [*range(0, 120), *range(120, len(good), 61)]:
        broken = bytearray(good)
        broken[place] ^= 0xFF
        path.write_bytes(broken)
        try:
            import_from(other, path, replace=True)
        except KnownError as error:
            refused += 1
            assert str(error).isprintable()
    assert refused > 50
    for series in all_series(other):
        assert points_of(other, series.series_id)


def test_a_file_with_a_write_ahead_log_is_named_as_what_cannot_be_imported(
    saved: UserFile, other: UserFile, tmp_path: Path
) -> None:
    path = exported(saved, tmp_path / "one.db")
    content = bytearray(path.read_bytes())
    content[18:20] = b"\x02\x02"
    path.write_bytes(content)
    with pytest.raises(
        KnownError, match=r"one\.db cannot be imported\. It was changed by another program\.$"
    ):
        import_from(other, path)
