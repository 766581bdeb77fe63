"""The watchlist is changed by the star beside the name, by key, by menu and by a command of the search."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer import paths
from explorer.data.user.user_file import UserFile
from explorer.data.user.watchlist import add_to_watchlist, watchlist
from explorer.ui.windows.command_rows import commands


@pytest.fixture(autouse=True)
def own_file(tmp_path, monkeypatch) -> UserFile:
    """The user's file of one test, which the window of the test uses."""
    monkeypatch.setenv(paths.USER_DATA_VARIABLE, str(tmp_path / "user"))
    return UserFile()


def watched(file: UserFile) -> list[str]:
    return [metal.metal_id for metal in watchlist(file)]


@pytest.fixture
def star(workspace):
    return workspace.detail.header.watch


def test_the_star_watches_the_metal_shown_and_no_longer(workspace, star, own_file):
    assert (star.isChecked(), star.accessibleName()) == (False, "Watch this metal")
    unfilled = star.grab().toImage()
    star.click()
    assert watched(own_file) == ["gallium"]
    assert workspace.status.sentence == "Gallium is now on your watchlist."
    assert (star.isChecked(), star.accessibleName()) == (True, "Watched")
    assert star.grab().toImage() != unfilled and "stop watching" in star.toolTip()
    star.click()
    assert watched(own_file) == [] and not star.isChecked()
    assert workspace.status.sentence == "Gallium is no longer on your watchlist."


def test_the_star_follows_the_metal_and_other_programs(workspace, star, own_file):
    star.click()
    workspace.state.set_metal("tin")
    assert not star.isChecked()
    workspace.state.set_metal("gallium")
    assert star.isChecked()
    add_to_watchlist(own_file, "tin")
    workspace.state.set_metal("tin")
    workspace.shared.watchlist.reload()
    assert star.isChecked()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_star_is_pressed_by_key(window, workspace, star, own_file, key):
    window.activateWindow()
    star.setFocus()
    QTest.keyClick(star, key)
    assert watched(own_file) == ["gallium"] and star.isChecked()


def test_a_star_that_cannot_be_saved_stays_empty_and_the_banner_says_why(workspace, star, own_file):
    own_file.path.mkdir(parents=True)
    star.click()
    assert not star.isChecked() and star.accessibleName() == "Watch this metal"
    assert str(own_file.path) in workspace.banner.sentence


def test_the_key_works_in_every_view(window, workspace, own_file):
    window.activateWindow()
    workspace.state.set_view("timeline")
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_W, keys)
    assert watched(own_file) == ["gallium"]


@pytest.mark.parametrize("words", ["watch this", "watch star", "favourite"])
def test_the_search_finds_the_command(workspace, own_file, words):
    workspace.top.search.setText(f"> {words}")
    QTest.keyClick(workspace.top.search, Qt.Key.Key_Return)
    assert watched(own_file) == ["gallium"]


@pytest.mark.parametrize("word", ["watch", "star", "favourite", "favorite", "watchlist"])
def test_each_word_lists_the_command(word):
    assert "watch" in [row.key for row in commands(word)]


def test_the_menu_of_a_line_watches_its_metal(workspace, own_file):
    pane = workspace.list
    index = pane.model.index(pane.model.row_of("germanium"), 0)
    for text, expected in (("Watch", ["germanium"]), ("Stop watching", [])):
        (entry,) = [e for e in pane.view.entries(index) if e.text == text]
        entry.run()
        assert watched(own_file) == expected
    assert workspace.state.metal_id == "gallium"


def test_today_says_that_its_metals_are_examples_until_one_is_watched(workspace, qtbot):
    workspace.state.set_view("today")
    view = workspace.views.view("today")
    qtbot.waitUntil(lambda: view.prices.table.model().rowCount() > 1)
    card = view.prices
    assert card.hint.isVisible() and "these are examples" in card.hint.text()
    workspace.shared.watchlist.set_watched("tin", is_watched=True)
    assert not card.hint.isVisible()
    model = card.table.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Tin"]
    workspace.shared.watchlist.set_watched("tin", is_watched=False)
    assert card.hint.isVisible() and model.rowCount() > 1


def test_compare_offers_the_watched_metals_at_once(workspace, qtbot):
    workspace.state.set_view("compare")
    view = workspace.views.view("compare")
    qtbot.waitUntil(lambda: "gallium" in view.empty.watched.text.text())
    workspace.shared.watchlist.set_watched("tin", is_watched=True)
    assert view.empty.watched.text.text() == "tin"
