"""Messages move nothing, and never cover what has the focus."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

MESSAGE = "The disk is full. Choose another folder. " * 4


@pytest.fixture(autouse=True)
def size(window):
    window.resize(1000, 700)
    window.activateWindow()
    QApplication.processEvents()


def place(widget: QWidget) -> QRect:
    """Return the place of a widget in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def places(workspace) -> list[QRect]:
    parts = (workspace.top, workspace.list, workspace.detail, workspace.detail.tabs, workspace.status)
    return [place(part) for part in parts]


def fail_a_field(workspace) -> None:
    """Type a destination that does not exist."""
    workspace.top.destination.lineEdit().setText("Atlantis")
    workspace.top.destination.lineEdit().editingFinished.emit()
    QApplication.processEvents()


def test_a_message_moves_nothing(workspace):
    before = places(workspace)
    workspace.show_message(MESSAGE)
    fail_a_field(workspace)
    assert workspace.banner.isVisible() and workspace.top.notice.isVisible()
    assert places(workspace) == before
    workspace.banner.close_button.click()
    assert not workspace.banner.isVisible() and workspace.messages.isVisible()
    assert places(workspace) == before


def test_a_message_is_read_in_full_above_the_lower_edge_of_the_page(workspace):
    workspace.show_message(MESSAGE)
    fail_a_field(workspace)
    QApplication.processEvents()
    area, page = place(workspace.messages), place(workspace.views)
    assert page.contains(area) and page.bottom() - area.bottom() < 20
    for part in (workspace.banner, workspace.top.notice):
        assert part.height() >= part.heightForWidth(part.width())
    workspace.window().resize(1300, 800)
    QApplication.processEvents()
    assert place(workspace.detail).bottom() - place(workspace.messages).bottom() < 20


def test_without_a_message_nothing_is_in_the_way(workspace):
    assert not workspace.messages.isVisible()
    workspace.show_message(MESSAGE)
    assert workspace.messages.isVisible()
    workspace.state.set_metal("antimony")
    assert not workspace.messages.isVisible()


def test_a_message_does_not_cover_what_has_the_focus(workspace, qtbot):
    button = QPushButton("low", workspace.detail)
    button.setGeometry(60, workspace.detail.height() - 50, 80, 24)
    button.show()
    workspace.show_message(MESSAGE)
    assert place(workspace.messages).intersects(place(button))
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert not place(workspace.messages).intersects(place(button))
    workspace.list.filter.setFocus()
    assert place(workspace.messages).intersects(place(button))


def test_a_message_is_above_a_record(workspace, qtbot):
    workspace.state.open_record("document", "cn-2024-46")
    workspace.show_message(MESSAGE)
    qtbot.waitUntil(lambda: workspace.messages.isVisible())
    area = place(workspace.messages)
    assert place(workspace.views).contains(area)
    assert workspace.banner.isAncestorOf(workspace.window().childAt(area.center())) or (
        workspace.window().childAt(area.center()) is workspace.banner
    )


def test_a_message_can_be_closed_by_key(workspace, qtbot):
    workspace.show_message(MESSAGE)
    workspace.banner.close_button.setFocus()
    QTest.keyClick(workspace.banner.close_button, Qt.Key.Key_Space)
    assert not workspace.messages.isVisible()
