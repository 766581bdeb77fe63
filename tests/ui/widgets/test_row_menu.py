"""The context menu of rows: what it copies, opens and offers."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from explorer.models.table import Cell
from explorer.ui.widgets.row_menu import RowMenu, RowSource
from explorer.ui.widgets.table_view import TableView


@pytest.fixture
def table(qtbot):
    table = TableView(("Code", "Item"), "Items")
    qtbot.addWidget(table)
    table.set_rows(
        [
            (Cell("3C001", key="a"), Cell("Gallium\u00a0metal\n镓")),
            (Cell("3C002", key="b"), Cell("Germanium")),
            (Cell("none"), Cell("a row without a key")),
        ]
    )
    table.show()
    qtbot.waitExposed(table)
    return table


def source_of(key: str) -> RowSource:
    return RowSource(f"citation of {key}", "https://example.org/a" if key == "a" else "")


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_a_row_has_what_its_record_has(table):
    menu = RowMenu(table, source_of, lambda _address: True, lambda _key: None, "Open document")
    table.setCurrentIndex(table.records.index(0, 1))
    assert texts(menu.menu()) == [
        "Open document",
        "Copy value",
        "Copy row",
        "Copy citation",
        "Open source in browser",
    ]
    table.setCurrentIndex(table.records.index(1, 1))
    assert "Open source in browser" not in texts(menu.menu())
    table.setCurrentIndex(table.records.index(2, 1))
    assert texts(menu.menu()) == ["Copy value", "Copy row"]


def test_what_is_copied_and_opened(table):
    opened, records = [], []
    menu = RowMenu(table, source_of, opened.append, records.append, "Open document")
    table.setCurrentIndex(table.records.index(0, 1))
    choose(menu.menu(), "Copy value")
    assert clipboard() == "Gallium metal\n镓"
    choose(menu.menu(), "Copy row")
    assert clipboard() == "3C001\tGallium metal; 镓"
    choose(menu.menu(), "Copy citation")
    assert clipboard() == "citation of a"
    choose(menu.menu(), "Open source in browser")
    choose(menu.menu(), "Open document")
    assert (opened, records) == (["https://example.org/a"], ["a"])


def test_the_copy_key_copies_the_current_value(table):
    RowMenu(table)
    table.setFocus()
    table.setCurrentIndex(table.records.index(1, 0))
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == "3C002"


def shown_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_menu_key_opens_the_menu_of_the_current_row(table):
    RowMenu(table, source_of)
    table.setCurrentIndex(table.records.index(1, 0))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(table, event)
    choose(shown_menu(), "Copy citation")
    assert clipboard() == "citation of b"
    shown_menu().close()


def test_the_pointer_opens_the_menu_of_its_row(table):
    RowMenu(table, source_of)
    table.setCurrentIndex(table.records.index(1, 0))
    at = table.visualRect(table.records.index(0, 0)).center()
    viewport = table.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)
    choose(shown_menu(), "Copy citation")
    assert clipboard() == "citation of a"
    shown_menu().close()


def test_an_empty_table_has_no_menu(qtbot):
    table = TableView(("Code",), "Items")
    qtbot.addWidget(table)
    RowMenu(table)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(table, event)
    assert QApplication.activePopupWidget() is None
