"""The rail: which view is open, opening one by mouse and key, and its names where there is room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer.models.views import OPENED_FROM, VIEWS
from explorer.ui.views.registry import VIEW_KINDS, WITHOUT_BUTTON


def test_every_view_has_a_button_and_the_open_one_is_marked(workspace):
    assert tuple(workspace.rail.buttons) == VIEWS == tuple(kind.view for kind in VIEW_KINDS)
    workspace.state.set_view("today")
    assert [view for view, button in workspace.rail.buttons.items() if button.isChecked()] == ["today"]


def test_a_view_without_a_button_marks_the_one_that_opens_it(workspace):
    assert tuple(kind.view for kind in WITHOUT_BUTTON) == tuple(OPENED_FROM)
    for view, button in OPENED_FROM.items():
        workspace.state.set_view(view)
        assert workspace.rail.buttons[button].isChecked()
        workspace.rail.buttons[button].click()
        assert workspace.state.view == button


def test_a_button_opens_its_view(workspace):
    workspace.rail.buttons["today"].click()
    assert workspace.state.view == "today"
    assert workspace.views.currentWidget() is workspace.views.view("today")


def test_keys_open_the_views_and_move_the_focus_there(workspace, qtbot):
    QTest.keyClick(workspace, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert workspace.state.view == "today"
    qtbot.waitUntil(workspace.views.view("today").hasFocus)
    QTest.keyClick(workspace, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert workspace.state.view == "metals"


@pytest.mark.parametrize(("key", "view"), [(Qt.Key.Key_6, "compare"), (Qt.Key.Key_7, "stress")])
def test_the_key_of_a_view_leads_to_its_first_field_and_leaves_the_focus_in_it(window, workspace, key, view):
    window.activateWindow()
    QTest.keyClick(workspace, key, Qt.KeyboardModifier.ControlModifier)
    page = workspace.views.view(view)
    field = page.metals.field if view == "compare" else page.removal.field
    assert window.focusWidget() in (field, field.lineEdit())
    page.setFocus()
    QTest.keyClick(workspace, key, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is page
    workspace.top.search.setFocus()
    QTest.keyClick(workspace, key, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() in (field, field.lineEdit())


def test_the_names_give_way_in_a_narrow_window(window, workspace):
    window.resize(1300, 700)
    assert workspace.rail.buttons["today"].toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextUnderIcon
    window.resize(920, 700)
    button = workspace.rail.buttons["today"]
    assert button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    assert button.toolTip() and button.accessibleName() == "Today"


def test_what_is_about_a_metal_opens_the_metals(workspace):
    for act in (
        lambda: workspace.state.set_tab("prices"),
        lambda: workspace.state.open_record("document", "cn-2024-46"),
        lambda: workspace.state.request_filter("licence"),
    ):
        workspace.state.set_view("today")
        act()
        assert workspace.state.view == "metals"


def test_back_and_forward_go_through_the_views(workspace, qtbot):
    workspace.state.set_view("today")
    workspace.state.set_option("today", "origins", "this")
    qtbot.waitUntil(lambda: workspace.history.can_go_back)
    workspace.state.set_tab("prices")
    qtbot.wait(10)
    workspace.history.go_back()
    assert workspace.state.view == "today" and workspace.state.options("today") == {"origins": "this"}
    workspace.history.go_forward()
    assert workspace.state.view == "metals" and workspace.state.tab == "prices"


def test_the_title_names_the_view(window, workspace):
    workspace.state.set_view("stress")
    assert window.windowTitle() == "Stress test – Minor Metals Explorer"
    workspace.state.set_view("metals")
    assert window.windowTitle() == "Gallium – Minor Metals Explorer"


def test_going_back_restores_the_options_of_a_view(workspace, qtbot):
    workspace.state.set_view("stress")
    qtbot.waitUntil(lambda: workspace.history.can_go_back)
    workspace.state.set_option("stress", "without", "CHN")
    workspace.state.set_option("stress", "threshold", "50")
    workspace.state.set_tab("prices")
    qtbot.wait(10)
    workspace.state.set_option("stress", "without", "")
    workspace.history.go_back()
    options = workspace.state.options("stress")
    assert workspace.state.view == "stress" and (options["without"], options["threshold"]) == ("CHN", "50")
    workspace.history.go_back()
    assert workspace.state.view == "metals" and workspace.state.tab == "overview"


def test_the_key_for_the_export_takes_the_chart_of_the_open_view(workspace, qtbot, monkeypatch):
    exported = []
    monkeypatch.setattr(workspace.dialogs.exports, "export_chart", exported.append)
    workspace.state.set_option("stress", "without", "CHN")
    workspace.state.set_view("stress")
    view = workspace.views.view("stress")
    view.exportRequested.connect(exported.append)
    qtbot.waitUntil(lambda: view.chart.has_chart and view.chart.isVisible())
    workspace.window_actions.action("export_chart").trigger()
    assert exported and {chart.kind for chart in exported} == {"stress"} and workspace.state.view == "stress"
