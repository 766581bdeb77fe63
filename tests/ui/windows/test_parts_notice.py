"""The line about parts lists: after the start, with another edition and another entry, only where a verdict changed."""

from datetime import date

import pytest

from explorer import paths
from explorer.data.parts.check import check_parts
from explorer.data.store import Store
from explorer.data.user.entry_records import EventFacts, Notice
from explorer.data.user.parts import add_parts, find_parts
from explorer.data.user.parts_records import PartsFacts, PartsLine
from explorer.data.user.parts_results import save_check
from explorer.data.user.user_file import UserFile

NOTICE = Notice("Announcement 80 of 2026", "https://www.mofcom.gov.cn/80.html", "2020-01-01")
ENDED = EventFacts("cn-2023-23", "repealed", "2020-01-01")


@pytest.fixture
def store(edition_file):
    """The frozen edition for one test, since entries change its facts."""
    with Store.open(edition_file) as opened:
        yield opened


@pytest.fixture(autouse=True)
def file(tmp_path, monkeypatch):
    """The user's file of one test."""
    monkeypatch.setenv(paths.USER_DATA_VARIABLE, str(tmp_path / "home"))
    return UserFile()


@pytest.fixture
def motors(file):
    """A saved list that was never checked."""
    return add_parts(file, PartsFacts("Motors", "CHN", "USA"), (PartsLine(1, "8112929010"),))


def test_a_start_checks_the_lists_after_the_page_is_shown(motors, file, workspace, qtbot):
    parts = workspace.shared.parts
    assert parts.results == ()
    with qtbot.waitSignal(parts.checked, timeout=10_000):
        pass
    assert find_parts(file, "Motors").last.day == date.today()
    assert not workspace.status.parts_button.isVisible()


def test_a_verdict_that_changed_is_a_line_that_opens_the_page(motors, file, store, workspace, qtbot):
    """The licence requirement began on 1 Aug 2023, so every later day differs from the day before."""
    save_check(file, motors.list_id, check_parts(store, motors, date(2023, 7, 31)).check)
    workspace.shared.parts.check()
    button = workspace.status.parts_button
    qtbot.waitUntil(lambda: button.isVisible())
    assert button.text() == "1 part has a different verdict"
    assert button.accessibleDescription() == (
        "1 verdict in your parts list “Motors” differs from that on 31 Jul 2023."
    )
    button.click()
    assert workspace.state.view == "parts"


def test_an_entry_changes_the_line_on_the_status_bar_and_on_today(motors, file, store, workspace, qtbot):
    save_check(file, motors.list_id, check_parts(store, motors, date.today()).check)
    workspace.state.set_view("today")
    line = workspace.views.view("today").parts
    with qtbot.waitSignal(workspace.shared.parts.checked, timeout=10_000):
        pass
    assert not line.isVisible()
    entry = workspace.shared.entries.add(ENDED, NOTICE)
    qtbot.waitUntil(lambda: workspace.status.parts_button.isVisible())
    assert line.isVisible() and line.text.text().startswith("1 verdict in your parts list “Motors” differs")
    workspace.state.set_options("parts", {"list": "none", "since": "2026-01-01"})
    line.button.click()
    assert workspace.state.view == "parts"
    assert workspace.state.options("parts") == {"list": "", "since": ""}
    workspace.shared.entries.remove(entry.entry_id)
    qtbot.waitUntil(lambda: not workspace.status.parts_button.isVisible())


def test_a_list_that_a_command_added_is_checked_when_the_window_is_active_again(
    file, store, workspace, window, qtbot
):
    parts = workspace.shared.parts
    with qtbot.waitSignal(parts.checked, timeout=10_000):
        pass
    assert parts.results == ()
    added = add_parts(file, PartsFacts("Motors", "CHN", "USA"), (PartsLine(1, "8112929010"),))
    save_check(file, added.list_id, check_parts(store, added, date(2023, 7, 31)).check)
    workspace.parts_notice.reload()
    qtbot.waitUntil(lambda: workspace.status.parts_button.isVisible())
    workspace.parts_notice.reload()
    assert len(parts.results) == 1


def test_a_file_that_cannot_be_read_is_named_once(file, workspace, qtbot):
    file.path.parent.mkdir(parents=True)
    file.path.mkdir()
    with qtbot.waitSignal(workspace.shared.parts.failed, timeout=10_000):
        workspace.shared.parts.check()
    assert workspace.banner.isVisible() and "cannot be read" in workspace.banner.sentence
