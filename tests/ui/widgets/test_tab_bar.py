"""Tabs keep their places, and the one with the focus can be seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from explorer import palette
from explorer.models.state import TABS
from explorer.ui.widgets.style import TEXT, resized


def places(workspace):
    return [workspace.detail.tabs.tabRect(i) for i in range(len(TABS))]


def test_the_selected_tab_moves_no_other(workspace):
    before = places(workspace)
    for tab in TABS:
        workspace.state.set_tab(tab)
        QApplication.processEvents()
        assert places(workspace) == before


@pytest.mark.parametrize("text", ["Controls", "Controls 1", "Controls 25"])
def test_a_count_moves_no_tab(workspace, text):
    before = places(workspace)
    workspace.detail.tabs.setTabText(TABS.index("controls"), text)
    QApplication.processEvents()
    assert places(workspace) == before


def test_every_tab_shows_its_whole_text(window, workspace):
    window.resize(920, 600)
    QApplication.processEvents()
    tabs = workspace.detail.tabs
    for index in range(len(TABS)):
        workspace.state.set_tab(TABS[index])
        bold = QFontMetrics(resized(tabs.font(), TEXT, QFont.Weight.DemiBold))
        assert tabs.tabRect(index).width() >= bold.horizontalAdvance(tabs.tabText(index)) + 12
    assert places(workspace)[-1].right() <= tabs.width()


@pytest.mark.parametrize("theme", [palette.LIGHT, palette.DARK], ids=["light", "dark"])
def test_the_focus_is_seen(window, workspace, qtbot, theme):
    workspace.state.set_theme(theme.name)
    tabs = workspace.detail.tabs
    window.activateWindow()
    workspace.list.filter.setFocus()
    qtbot.waitUntil(workspace.list.filter.hasFocus)
    before = tabs.grab().toImage()
    tabs.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(tabs.hasFocus)
    after = tabs.grab().toImage()
    ring = QColor(theme.accent).rgb()
    top = tabs.tabRect(0).top()
    seen = [x for x in range(after.width()) if after.pixel(x, top) == ring != before.pixel(x, top)]
    assert len(seen) > 30
