"""The user's file: nothing before something is saved, whole changes, several processes."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from explorer.data.user.lock import exclusive
from explorer.data.user.notes import note_on, notes, set_note
from explorer.data.user.records import SeriesFacts, UserPoint
from explorer.data.user.series import add_series, all_series, points_of, remove_series, replace_points
from explorer.data.user.user_file import UserFile
from explorer.data.user.watchlist import add_to_watchlist, remove_from_watchlist, watchlist
from explorer.errors import KnownError, NotFound, UserFileError
from tests.imports import ROOT

FACTS = SeriesFacts("gallium", "Mine", "USD/kg", "USD")
POINT = UserPoint("2026-11-27", 5.0)


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_nothing_is_created_before_something_is_saved(file: UserFile, path: Path) -> None:
    assert all_series(file) == () and watchlist(file) == () and notes(file) == ()
    assert note_on(file, "metal", "gallium") is None
    assert not remove_from_watchlist(file, "gallium")
    set_note(file, "metal", "gallium", "  ")
    with pytest.raises(NotFound):
        remove_series(file, "gallium-00000000")
    assert file.is_empty and not path.parent.exists()


def test_what_is_saved_is_there_for_the_next_start(
    saved: UserFile, open_file: Callable[[], UserFile], path: Path
) -> None:
    (series,) = all_series(open_file())
    assert (series.metal_id, series.name, series.unit, series.currency) == (
        "gallium",
        "Gallium, Rotterdam",
        "USD/kg",
        "USD",
    )
    assert (series.first_date, series.last_date, series.points) == ("2026-01", "2026-03", 3)
    assert (series.frequency, series.file_name, series.added) == ("monthly", "gallium.csv", "2026-11-28")
    assert points_of(open_file(), series.series_id) == (
        UserPoint("2026-01", 101.0),
        UserPoint("2026-02", 102.0, flag="e"),
        UserPoint("2026-03", 103.0),
    )
    assert [s.metal_id for s in watchlist(open_file())] == ["tungsten"]
    assert all_series(saved, "tin") == ()
    if os.name == "posix":
        assert path.parent.stat().st_mode & 0o077 == 0


def test_points_of_all_kinds_are_in_the_order_of_time(file: UserFile) -> None:
    dates = ("2025", "2026-Q3", "2026-07-02", "2026-11", "2026-11-27")
    points = [UserPoint(date, 1.0, 0.5, 2.0) for date in reversed(dates)]
    series = add_series(file, FACTS, points)
    assert [p.date for p in points_of(file, series.series_id)] == list(dates)
    assert (series.first_date, series.last_date) == ("2025", "2026-11-27")


def test_the_prices_of_a_series_are_replaced_as_a_whole(file: UserFile) -> None:
    series = add_series(file, FACTS, [POINT, UserPoint("2026-11-28", 6.0)])
    changed = replace_points(file, series.series_id, [UserPoint("2026-12", 7.0)], "monthly", "new.csv")
    assert (changed.series_id, changed.points, changed.frequency) == (series.series_id, 1, "monthly")
    assert points_of(file, series.series_id) == (UserPoint("2026-12", 7.0),)


def test_removed_series_take_their_points_along(saved: UserFile, path: Path) -> None:
    (series,) = all_series(saved)
    assert remove_series(saved, series.series_id) == series
    assert all_series(saved) == ()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM series_points").fetchone() == (0,)
    for call in (remove_series, points_of):
        with pytest.raises(NotFound, match="You have no series with the ID"):
            call(saved, series.series_id)


def test_watchlist_and_notes_change(file: UserFile) -> None:
    assert add_to_watchlist(file, "tin") and not add_to_watchlist(file, "tin")
    assert remove_from_watchlist(file, "tin") and not remove_from_watchlist(file, "tin")
    set_note(file, "measure", "cn-2023-23", "ask\r\nagain\u202e\0 ")
    set_note(file, "metal", "tin", "a")
    set_note(file, "metal", "tin", "b")
    assert [(n.kind, n.subject_id, n.text) for n in notes(file)] == [
        ("measure", "cn-2023-23", "ask\nagain"),
        ("metal", "tin", "b"),
    ]
    set_note(file, "metal", "tin", "")
    assert note_on(file, "metal", "tin") is None
    with pytest.raises(KnownError, match="more than 10000 characters"):
        set_note(file, "metal", "tin", "x" * 10_001)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (SeriesFacts("tin", " \u202e ", "USD/kg", "USD"), "Give the series a name."),
        (
            SeriesFacts("tin", "a" * 201, "USD/kg", "USD"),
            "The name of the series has more than 200 characters.",
        ),
        (SeriesFacts("tin", "a", "", "USD"), "Give the unit of the series, such as USD/kg."),
        (SeriesFacts("tin", "a", "k" * 41, "USD"), "The unit of the series has more than 40 characters."),
        (SeriesFacts("tin", "a", "kg", "dollar"), "“dollar” is not a currency."),
    ],
)
def test_what_a_series_lacks_is_said_before_a_file_is_made(
    file: UserFile, path: Path, facts: SeriesFacts, sentence: str
) -> None:
    with pytest.raises(KnownError) as raised:
        add_series(file, facts, [POINT])
    assert str(raised.value).startswith(sentence) and not path.exists()


@pytest.mark.parametrize(
    "point",
    [UserPoint("2026-11-27", 0.0), UserPoint("2026-11-27", float("nan")), UserPoint("2026-02-30", 1.0)],
)
def test_a_point_that_is_none_is_an_error_of_the_program(
    file: UserFile, path: Path, point: UserPoint
) -> None:
    with pytest.raises(ValueError):
        add_series(file, FACTS, [point])
    assert not path.exists()


def test_an_error_within_a_change_leaves_the_old_state(saved: UserFile) -> None:
    with pytest.raises(ZeroDivisionError), saved.writing() as connection:
        connection.execute("DELETE FROM watchlist")
        connection.execute("DELETE FROM series")
        raise ZeroDivisionError
    assert len(all_series(saved)) == len(watchlist(saved)) == 1


def test_the_backup_is_the_state_before_the_first_change_of_a_session(
    saved: UserFile, open_file: Callable[[], UserFile], path: Path
) -> None:
    backup = path.with_name("own.db.bak")
    assert not backup.exists()
    later = open_file()
    add_to_watchlist(later, "tin")
    add_to_watchlist(later, "indium")
    assert [s.metal_id for s in watchlist(UserFile(backup))] == ["tungsten"]
    add_to_watchlist(open_file(), "bismuth")
    assert [s.metal_id for s in watchlist(UserFile(backup))] == ["indium", "tin", "tungsten"]
    assert names(path.parent) == ["own.db", "own.db.bak", "own.db.lock"]


def test_a_window_sees_what_another_one_saved(saved: UserFile, open_file: Callable[[], UserFile]) -> None:
    assert len(watchlist(saved)) == 1
    add_to_watchlist(open_file(), "tin")
    assert [s.metal_id for s in watchlist(saved)] == ["tin", "tungsten"]


WRITER = """
import sys
from pathlib import Path
from explorer.data.user.records import SeriesFacts, UserPoint
from explorer.data.user.series import add_series
from explorer.data.user.watchlist import add_to_watchlist
from explorer.data.user.user_file import UserFile
file = UserFile(Path(sys.argv[1]), print)
for number in range(int(sys.argv[3])):
    add_to_watchlist(file, f"{sys.argv[2]}-{number}")
    with file.writing() as connection:
        [[count]] = connection.execute("SELECT count(*) FROM notes WHERE subject_id = 'counter'").fetchall()
        if not count:
            connection.execute("INSERT INTO notes VALUES ('metal', 'counter', '0', '2026-11-28')")
        connection.execute("UPDATE notes SET text = CAST(text AS INTEGER) + 1 WHERE subject_id = 'counter'")
"""


def test_two_processes_that_write_at_the_same_time_lose_nothing(path: Path, file: UserFile) -> None:
    count = 30
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), name, str(count)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for name in ("a", "b")
    ]
    outputs = [writer.communicate(timeout=120)[0] for writer in writers]
    assert outputs == ["", ""] and [writer.returncode for writer in writers] == [0, 0]
    assert len(watchlist(file)) == 2 * count
    counter = note_on(file, "metal", "counter")
    assert counter is not None and counter.text == str(2 * count)


def test_a_lock_that_is_not_released_is_one_sentence(path: Path) -> None:
    path.parent.mkdir()
    with (
        exclusive(path),
        pytest.raises(UserFileError, match="in use by another window"),
        exclusive(path, 0.05),
    ):
        pass


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    file = UserFile(tmp_path / "data" / "own.db")
    assert watchlist(file) == ()
    with pytest.raises(UserFileError, match=r"cannot be read or saved: File exists\. File: .*own\.db$"):
        add_to_watchlist(file, "tin")


def test_a_folder_in_its_place_is_one_sentence(path: Path, file: UserFile) -> None:
    path.mkdir(parents=True)
    with pytest.raises(UserFileError, match="cannot be read or saved"):
        watchlist(file)
    assert path.is_dir()


FULL = """
import resource, signal, sys
from pathlib import Path
from explorer.data.user.records import SeriesFacts, UserPoint
from explorer.data.user.series import add_series
from explorer.data.user.watchlist import add_to_watchlist
from explorer.data.user.user_file import UserFile
from explorer.errors import KnownError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
file = UserFile(Path(sys.argv[1]), print)
if sys.argv[2] == "late":
    add_to_watchlist(file, "indium")  # which makes the backup
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
points = [UserPoint(f"{year}-{month:02}", 1.0) for year in range(1900, 2190) for month in range(1, 13)]
try:
    add_series(file, SeriesFacts("tin", "Large", "USD/kg", "USD"), points)
except KnownError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
@pytest.mark.parametrize("when", ["first", "late"])
def test_a_disk_that_is_full_is_one_sentence_and_keeps_the_old_state(
    saved: UserFile, path: Path, when: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(path), when], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.stderr == "" and done.stdout.count("\n") == 1 and "cannot be" in done.stdout
    assert [s.name for s in all_series(saved)] == ["Gallium, Rotterdam"]
    assert "-journal" not in "".join(names(path.parent))


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only_is_one_sentence(saved: UserFile, path: Path) -> None:
    path.parent.chmod(0o500)
    try:
        assert len(watchlist(saved)) == 1
        with pytest.raises(KnownError, match="cannot be"):
            add_to_watchlist(saved, "tin")
    finally:
        path.parent.chmod(0o700)
    assert len(watchlist(saved)) == 1
