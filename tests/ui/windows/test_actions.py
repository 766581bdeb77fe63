"""The registry of actions: its keys are those of the window, of the README and of the About window."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from explorer.models.state import TABS
from explorer.ui.dialogs.help import HelpDialog
from explorer.ui.widgets.focus import focus_and_select
from explorer.ui.widgets.table_view import TableView
from explorer.ui.windows.actions import ACTIONS, EXPORT_MENU, HELP_MENU, key_list, key_sections
from tests.ui.finding import by_name

README = Path(__file__).resolve().parents[3] / "README.md"


def test_ids_and_keys_are_unique():
    ids = [action.action_id for action in ACTIONS]
    keys = [QKeySequence(action.keys).toString() for action in ACTIONS if action.keys]
    assert len(set(ids)) == len(ids) and len(set(keys)) == len(keys) and "" not in keys


def test_every_key_has_a_line_in_the_list_and_every_entry_a_text():
    for action in ACTIONS:
        assert bool(action.keys) is bool(action.help), action.action_id
        assert bool(action.menu) is bool(action.text), action.action_id
        assert action.in_chart or action.in_search or action.command_text, action.action_id
    texts = [action.command_text for action in ACTIONS if action.command_text]
    assert len(set(texts)) == len(texts)


def test_the_readme_has_the_table_of_keys():
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", README.read_text(encoding="utf-8"), re.MULTILINE)
    start = rows.index(("Keys", "Action"))
    assert rows[start + 1 : start + 1 + len(key_list())] == key_list()


def test_the_window_has_an_action_for_each_that_is_not_a_chart_s(window, workspace):
    actions = {a.data(): a for a in workspace.actions()}
    assert set(actions) == {a.action_id for a in ACTIONS if not a.in_chart}
    for action in ACTIONS:
        if not action.in_chart:
            assert actions[action.action_id].shortcut().toString() == action.keys


@pytest.mark.parametrize(("button", "menu"), [("Export charts", EXPORT_MENU), ("Help", HELP_MENU)])
def test_a_menu_has_the_actions_of_the_registry(workspace, button, menu):
    shown = by_name(workspace.top, QPushButton, button).menu().actions()
    expected = [a.action_id for a in ACTIONS if a.menu == menu]
    assert [a.data() for a in shown if not a.isSeparator()] == expected
    assert not any(a.isSeparator() for a in (shown[0], shown[-1]))


@pytest.mark.parametrize("tab", TABS)
def test_each_tab_has_its_action(workspace, tab):
    (action,) = [a for a in workspace.actions() if a.data() == f"tab_{tab}"]
    action.trigger()
    assert workspace.state.tab == tab


@pytest.mark.parametrize("tab", TABS)
def test_a_tab_opened_by_key_has_the_focus_on_its_page_with_its_name(window, workspace, tab):
    window.activateWindow()
    focus_and_select(workspace.top.search)
    QTest.keyClick(window, str(TABS.index(tab) + 1), Qt.KeyboardModifier.AltModifier)
    page = workspace.detail.page(tab)
    expected = page.findChild(TableView) if tab == "sources" else page
    assert window.focusWidget() is expected and page.isVisible()
    assert page.accessibleName() == workspace.detail.tabs.tabText(TABS.index(tab)).split()[0]


def test_keys_leave_the_focus_on_the_tabs_and_take_it_from_the_page_before(window, workspace):
    window.activateWindow()
    workspace.detail.tabs.setFocus()
    QTest.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert workspace.state.tab == TABS[1] and workspace.detail.tabs.hasFocus()
    workspace.detail.page(TABS[1]).setFocus()
    QTest.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is workspace.detail.page(TABS[2])


def test_a_tab_opened_by_key_over_a_record_keeps_the_focus(window, workspace, qtbot):
    """The record returns the focus to where it was once it is closed, unless it was moved."""
    window.activateWindow()
    workspace.list.view.setFocus()
    workspace.detail.page("overview").setFocus()
    workspace.state.open_record("document", "cn-2023-23")
    QTest.keyClick(window, "3", Qt.KeyboardModifier.AltModifier)
    qtbot.wait(20)
    assert workspace.state.record is None
    assert window.focusWidget() is workspace.detail.page("controls")


def test_a_tab_opened_by_key_focuses_the_selected_measure_in_view(window, workspace, qtbot):
    window.activateWindow()
    workspace.state.select_measure("cn-2023-23")
    workspace.state.set_tab("overview")
    QTest.keyClick(window, "3", Qt.KeyboardModifier.AltModifier)
    page = workspace.detail.page("controls")
    button = page.list.line("cn-2023-23").button
    assert window.focusWidget() is button
    qtbot.waitUntil(lambda: 0 <= button.mapTo(page, button.rect().topLeft()).y() < page.height())


def test_the_next_tab_follows_the_last_one_and_back(workspace):
    actions = {a.data(): a for a in workspace.actions()}
    actions["previous_tab"].trigger()
    assert workspace.state.tab == TABS[-1]
    actions["next_tab"].trigger()
    assert workspace.state.tab == TABS[0]


def test_in_a_view_with_tabs_of_its_own_the_keys_go_to_those(window, workspace):
    window.activateWindow()
    workspace.state.set_view("data")
    data = workspace.views.view("data")
    alt, ctrl = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(window, "2", alt)
    assert workspace.state.options("data")["page"] == "coverage" and workspace.state.view == "data"
    assert data.page("coverage").isAncestorOf(window.focusWidget())
    QTest.keyClick(window, Qt.Key.Key_PageDown, ctrl)
    assert workspace.state.options("data")["page"] == "tables"
    QTest.keyClick(window, "9", alt)  # there are eight
    assert workspace.state.options("data")["page"] == "tables" and workspace.state.view == "data"
    QTest.keyClick(window, "1", alt)
    QTest.keyClick(window, Qt.Key.Key_PageUp, ctrl)
    assert workspace.state.options("data")["page"] == "edition-changes"


def test_the_command_that_names_a_tab_of_the_metal_opens_it_in_every_view(window, workspace):
    workspace.state.set_view("data")
    workspace.top.search.setText("> open the tab prices")
    QTest.keyClick(workspace.top.search, Qt.Key.Key_Return)
    assert (workspace.state.view, workspace.state.tab) == ("metals", "prices")


@pytest.mark.parametrize("place", ["search", "filter", "list", "as_of", "destination"])
def test_an_action_moves_the_focus(window, workspace, place):
    window.activateWindow()
    fields = {
        "search": workspace.top.search,
        "filter": workspace.list.filter,
        "list": workspace.list.view,
        "as_of": workspace.top.day,
        "destination": workspace.top.destination,
    }
    (action,) = [a for a in workspace.actions() if a.data() == place]
    action.trigger()
    assert window.focusWidget() in (fields[place], fields[place].focusProxy())


def test_an_action_closes_the_window(window, workspace):
    (action,) = [a for a in workspace.actions() if a.data() == "close"]
    action.trigger()
    assert not window.isVisible()


def test_the_keys_are_listed_in_the_help(window, workspace):
    workspace.dialogs.about.show_help()
    text = window.findChild(HelpDialog).page.toPlainText()
    for keys, what in key_list():
        assert keys in text and what in text
    assert [line for _, lines in key_sections() for line in lines if line not in key_list()] == []
    assert sorted(line for _, lines in key_sections() for line in lines) == sorted(key_list())
