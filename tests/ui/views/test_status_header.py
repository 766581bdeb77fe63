"""The header of a metal: three lines of one height that are shortened to the width, and completed in tooltips."""

from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication, QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QMainWindow

from explorer.models.state import AppState
from explorer.palette import DARK
from explorer.ui.windows.workspace import Workspace


def settle() -> None:
    """Let the window lay itself out."""
    for _ in range(3):
        QApplication.processEvents()


def plain(tip: str) -> str:
    return QTextDocumentFragment.fromHtml(tip).toPlainText()


@pytest.mark.parametrize("width", [920, 1440])
def test_the_height_is_the_same_for_every_metal_and_context(window, workspace, qtbot, width):
    window.resize(width, 700)
    heights = set()
    for metal, day, to in (
        ("gallium", date(2026, 11, 27), "USA"),
        ("antimony", date(2026, 11, 28), "USA"),
        ("copper", date(2026, 11, 27), "ALL"),
        ("gallium", date(2026, 11, 27), "CHN"),
        ("graphite", date(2026, 11, 27), "USA"),
    ):
        workspace.state.set_metal(metal)
        workspace.state.set_context(day=day, destination=to)
        settle()
        heights.add(workspace.detail.header.height())
    assert len(heights) == 1


def test_no_line_is_wider_than_the_window_and_the_tooltip_has_all_of_it(window, workspace):
    window.resize(920, 700)
    workspace.state.set_metal("graphite")
    workspace.state.set_context(day=date(2026, 11, 27), destination="USA")
    settle()
    for line in workspace.detail.header.lines:
        assert line.fontMetrics().horizontalAdvance(line.text()) <= line.width()
        assert plain(line.toolTip()) == line.accessibleName() and line.accessibleName()
    assert workspace.detail.header.lines[0].text().endswith("…")


def test_the_second_line_has_the_colour_of_what_comes_next(workspace):
    workspace.state.set_metal("gallium")
    workspace.state.set_context(day=date(2026, 11, 27), destination="USA")
    header = workspace.detail.header
    assert header.countdown.isVisible() and header.countdown.text() == "last day of the pause"
    assert header.lines[1].property("kind") == "prohibition"
    workspace.state.set_context(day=date(2024, 12, 10))
    assert not header.countdown.isVisible() and not header.lines[1].property("kind")


def test_the_pill_has_its_terms_in_the_tooltip(workspace):
    workspace.state.set_metal("gallium")
    workspace.state.set_context(day=date(2026, 11, 27), destination="USA")
    tip = plain(workspace.detail.header.pill.toolTip())
    assert tip.startswith("Refused in principle: ") and "Paused: " in tip


def test_a_window_that_starts_dark_has_dark_pills(store, qtbot):
    state = AppState("gallium")
    state.set_theme("dark")
    window = QMainWindow()
    qtbot.addWidget(window)
    workspace = Workspace(store, state, None, str, window)
    assert workspace.detail.header.pill.theme is DARK
    state.set_theme("light")


def test_the_menu_copies_the_whole_status_with_its_documents(window, workspace):
    workspace.state.set_metal("gallium")
    workspace.state.set_context(day=date(2026, 11, 28), destination="USA")
    (entry,) = workspace.detail.header.entries()
    assert entry.text == "Copy status with documents"
    entry.run()
    copied = QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    workspace.window_actions.action("copy_status").trigger()
    assert QGuiApplication.clipboard().text() == copied
    assert copied.startswith("Gallium\n\nExports from China to the United States as of 28 Nov 2026\n\n")
    assert "Licences are refused in principle. Presumed: the pause ended on 27 Nov 2026" in copied
    assert copied.count("the last 51 days are not covered") == 1
    assert "MOFCOM, Announcement 72 of 2025" in copied
