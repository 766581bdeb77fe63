"""The watchlist as the window has it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.data.user.user_file import UserFile
from explorer.data.user.watchlist import add_to_watchlist, remove_from_watchlist, watchlist
from explorer.models.own_watchlist import OwnWatchlistModel


@pytest.fixture
def file(tmp_path: Path) -> UserFile:
    return UserFile(tmp_path / "own.db")


def test_nothing_is_created_before_a_metal_is_watched(file: UserFile, tmp_path: Path) -> None:
    model = OwnWatchlistModel(file)
    assert model.metals() == () and not model.is_watched("tin")
    assert list(tmp_path.iterdir()) == []


def test_a_metal_is_watched_and_no_longer(file: UserFile, qtbot: QtBot) -> None:
    model = OwnWatchlistModel(file)
    for is_watched in (True, False):
        with qtbot.waitSignal(model.changed):
            assert model.set_watched("tin", is_watched=is_watched)
        assert model.is_watched("tin") is is_watched
        assert bool(watchlist(file)) is is_watched


def test_reload_reports_only_what_another_program_changed(file: UserFile, qtbot: QtBot) -> None:
    model = OwnWatchlistModel(file)
    assert model.metals() == ()
    add_to_watchlist(file, "tin")
    with qtbot.waitSignal(model.changed):
        model.reload()
    assert model.metals() == ("tin",)
    with qtbot.assertNotEmitted(model.changed):
        model.reload()
    remove_from_watchlist(file, "tin")
    with qtbot.waitSignal(model.changed):
        model.reload()


def test_a_file_that_cannot_be_read_is_reported_once_and_a_failed_change_each_time(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    path.mkdir()
    model = OwnWatchlistModel(UserFile(path))
    sentences: list[str] = []
    model.failed.connect(sentences.append)
    assert model.metals() == () == model.metals() and len(sentences) == 1
    assert not model.set_watched("tin", is_watched=True)
    assert not model.set_watched("tin", is_watched=True) and len(sentences) == 3


def test_what_was_read_stays_while_the_file_cannot_be_read(file: UserFile) -> None:
    add_to_watchlist(file, "tin")
    model = OwnWatchlistModel(file)
    assert model.metals() == ("tin",)
    file.path.write_bytes(b"")
    file.path.unlink()
    file.path.mkdir()
    sentences: list[str] = []
    model.failed.connect(sentences.append)
    model.reload()
    assert model.metals() == ("tin",) and len(sentences) == 1
