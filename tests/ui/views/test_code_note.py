"""The verdict on a code above the Controls tab."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from explorer.models.table import RecordTable

SENTENCE = (
    "8112 92 89: POSSIBLE. It shares its first digits with codes of 4 items on file; the wording of the items "
    "decides."
)


@pytest.fixture
def state(window, workspace):
    workspace.state.set_context(day=date(2026, 11, 27), destination="USA")
    window.activateWindow()
    return workspace.state


@pytest.fixture
def note(workspace, state, qtbot):
    """The note after Enter on a code."""
    workspace.top.search.setFocus()
    workspace.top.search.setText("8112 92 89")
    QTest.keyClick(workspace.top.search, Qt.Key.Key_Return)
    QApplication.processEvents()
    return workspace.detail.code_note


def marked(workspace) -> str:
    """Return the item that is marked on the open card of the Controls tab, once it is in view."""
    page = workspace.detail.page("controls")
    card = page.list.line("cn-2023-23").card
    table = card.items_table
    for row in range(table.records.rowCount()):
        if table.records.index(row, 0).data(RecordTable.MarkedRole):
            top = table.mapTo(page, table.visualRect(table.records.index(row, 0)).topLeft()).y()
            assert 0 <= top < page.viewport().height()
            return table.records.index(row, 0).data()
    return ""


def marked_rows(workspace) -> list[str]:
    """Return the items that are marked on the card of Announcement 23 of 2023, in view or not."""
    records = workspace.detail.page("controls").list.line("cn-2023-23").card.items_table.records
    rows = (records.index(row, 0) for row in range(records.rowCount()))
    return [row.data() for row in rows if row.data(RecordTable.MarkedRole)]


def metal(note, name: str) -> QPushButton:
    """Return the link to a metal that is shown."""
    QApplication.processEvents()
    (button,) = [b for b in note.findChildren(QPushButton) if b.text() == name and b.isVisible()]
    return button


def test_the_code_and_its_verdict_stay_in_view_with_the_item_marked(window, workspace, state, note, qtbot):
    assert (state.metal_id, state.tab) == ("gallium", "controls")
    assert note.isVisible() and note.sentence.text() == SENTENCE
    assert note.question.text() == "China to the United States · 27 Nov 2026"
    assert note.verdict.text() == "POSSIBLE"
    qtbot.waitUntil(lambda: marked(workspace) == "3C001.a")
    assert window.focusWidget() is workspace.detail.page("controls").list.line("cn-2023-23").button


def test_each_metal_under_the_code_is_a_link(workspace, state, note, qtbot):
    assert not metal(note, "Gallium").isEnabled()
    metal(note, "Germanium").click()
    assert (state.metal_id, state.tab, state.code) == ("germanium", "controls", "8112 92 89")
    assert note.isVisible() and metal(note, "Gallium").isEnabled()
    qtbot.waitUntil(lambda: marked(workspace) == "3C002.a")


def test_it_follows_the_destination_and_the_day(state, note):
    assert note.applies.text() == "licence"
    state.set_context(day=date(2024, 12, 10))
    assert note.question.text() == "China to the United States · 10 Dec 2024"
    assert note.applies.text() == "refused in principle"
    state.set_context(destination="DEU")
    assert note.question.text() == "China to Germany · 10 Dec 2024" and note.applies.text() == "licence"
    state.set_context(destination="CHN")
    assert "are not exports" in note.sentence.text() and not note.verdict.isVisible()


@pytest.mark.parametrize(
    "change", [{"day": date(2025, 6, 2)}, {"destination": "DEU"}, {"destination": "USA-MIL"}]
)
def test_the_item_stays_marked_for_another_date_or_destination(workspace, state, note, qtbot, change):
    qtbot.waitUntil(lambda: marked(workspace) == "3C001.a")
    state.set_context(**change)
    QApplication.processEvents()
    assert note.isVisible() and marked_rows(workspace) == ["3C001.a"]
    assert workspace.detail.page("controls").list.line("cn-2023-23").property("pointed")


def test_the_mark_returns_with_the_measure(workspace, state, note, qtbot):
    """Announcement 23 of 2023 was published on 3 July 2023; before, and for other origins, it is not listed."""
    qtbot.waitUntil(lambda: marked(workspace) == "3C001.a")
    state.set_context(day=date(2023, 6, 1))
    assert workspace.detail.page("controls").list.line("cn-2023-23") is None
    state.set_context(day=date(2024, 12, 10))
    assert marked_rows(workspace) == ["3C001.a"]
    state.set_context(origin="USA")
    assert workspace.detail.page("controls").list.line("cn-2023-23") is None
    state.set_context(origin="CHN")
    assert marked_rows(workspace) == ["3C001.a"]


def test_the_item_stays_marked_when_its_line_is_closed_and_opened(workspace, state, note, qtbot):
    qtbot.waitUntil(lambda: marked(workspace) == "3C001.a")
    button = workspace.detail.page("controls").list.line("cn-2023-23").button
    button.click()
    button.click()
    assert marked_rows(workspace) == ["3C001.a"]


def test_it_is_closed_and_left_with_the_tab_and_the_metal(state, note):
    state.set_tab("supply")
    assert not note.isVisible()
    state.set_tab("controls")
    assert note.isVisible()
    note.close_button.click()
    assert not note.isVisible() and state.code == ""
    state.show_code("8112 92 89")
    state.set_metal("antimony")
    assert not note.isVisible()


def test_a_link_shows_the_code_and_marks_its_item(workspace, state, qtbot):
    workspace.follow("minor-metals:germanium?tab=controls&on=2026-11-27&to=USA&code=8112%2092%2089")
    QApplication.processEvents()
    assert workspace.detail.code_note.sentence.text() == SENTENCE
    qtbot.waitUntil(lambda: marked(workspace) == "3C002.a")


def test_its_close_button_is_reached_by_key(note):
    assert note.close_button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert note.close_button.accessibleName() == "Close code verdict"


def test_a_ban_for_military_users_alone_is_named(state, note):
    rules = "For military users only (not counted in the verdict): Gallium and Germanium: ban, to US military users"
    assert f"{rules} (first day: 3 Dec 2024), in force (Announcement 46" in note.causes.text()
    state.set_context(destination="DEU")
    assert "military users" not in note.causes.text()


def test_a_code_named_only_by_a_description_has_its_note_and_the_rules_for_military_users(workspace, state):
    workspace.top.search.setFocus()
    workspace.top.search.setText("8505111000")
    QTest.keyClick(workspace.top.search, Qt.Key.Key_Return)
    QApplication.processEvents()
    note = workspace.detail.code_note
    assert (state.metal_id, state.tab, note.isVisible()) == ("dysprosium", "controls", True)
    assert "The description of 1C905.a.4 names this code" in note.sentence.text()
    assert "For military users only (not counted in the verdict): Dysprosium: ban" in note.causes.text()
