"""Columns give the room of a hidden widget to the others."""

from PySide6.QtWidgets import QApplication, QLabel

from explorer.ui.widgets.layouts import Columns


def test_a_hidden_widget_leaves_no_gap(qtbot):
    first, second = QLabel("a"), QLabel("b")
    columns = Columns((first, 1), (second, 1), least=100)
    qtbot.addWidget(columns)
    columns.resize(600, 100)
    columns.show()
    qtbot.waitUntil(lambda: second.x() > first.x())
    half = first.width()
    second.hide()
    QApplication.processEvents()
    assert first.width() > 1.5 * half
    second.show()
    QApplication.processEvents()
    assert abs(first.width() - half) < 10 and second.x() > first.x()


def test_widgets_that_wait_for_their_window_are_placed(qtbot):
    parts = [QLabel(text) for text in "abc"]
    columns = Columns(*((part, 1) for part in parts), least=100)
    qtbot.addWidget(columns)
    columns.resize(250, 300)
    columns.show()
    qtbot.waitUntil(lambda: parts[2].y() > parts[0].y())
    assert all(part.isVisible() for part in parts)


def test_columns_without_widgets_are_made(qtbot):
    columns = Columns(least=100)
    qtbot.addWidget(columns)
    columns.resize(500, 100)
    assert columns.count == 1
