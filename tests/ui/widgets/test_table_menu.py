"""The menu of the rows of a table: what it copies, opens and offers."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from explorer.models.table import Cell
from explorer.ui.widgets.context_menu import Entry, RowSource
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


def texts(table: TableView) -> list[str]:
    return [entry.text for entry in table.entries()]


def choose(entries: list[Entry], text: str) -> None:
    next(entry for entry in entries if entry.text == text).run()


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_a_row_has_what_its_record_has(table):
    table.source_of, table.open_address = source_of, lambda _address: True
    table.record_name = "Open document"
    table.setCurrentIndex(table.records.index(0, 1))
    assert texts(table) == [
        "Open document",
        "Copy value",
        "Copy row",
        "Copy citation",
        "Open https://example.org/a in browser",
        "Save table as XLSX…",
    ]
    table.setCurrentIndex(table.records.index(1, 1))
    assert not any("in browser" in text for text in texts(table))
    table.setCurrentIndex(table.records.index(2, 1))
    assert texts(table) == ["Copy value", "Copy row", "Save table as XLSX…"]


def test_what_is_copied_and_opened(table):
    opened, records = [], []
    table.source_of, table.open_address, table.record_name = source_of, opened.append, "Open document"
    table.opened.connect(records.append)
    table.setCurrentIndex(table.records.index(0, 1))
    choose(table.entries(), "Copy value")
    assert clipboard() == "Gallium metal\n镓"
    choose(table.entries(), "Copy row")
    assert clipboard() == "3C001\tGallium metal; 镓"
    choose(table.entries(), "Copy citation")
    assert clipboard() == "citation of a"
    choose(table.entries(), "Open https://example.org/a in browser")
    choose(table.entries(), "Open document")
    assert (opened, records) == (["https://example.org/a"], ["a"])


def test_a_copied_row_ends_with_the_remark(table):
    table.remark = "Checked to 8 Oct 2026."
    table.setCurrentIndex(table.records.index(0, 0))
    choose(table.entries(), "Copy row")
    assert clipboard() == "3C001\tGallium metal; 镓\nChecked to 8 Oct 2026."
    choose(table.entries(), "Copy value")
    assert clipboard() == "3C001"


def test_the_copy_key_copies_the_current_value(table):
    table.setFocus()
    table.setCurrentIndex(table.records.index(1, 0))
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == "3C002"


def shown_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def pick(text: str) -> None:
    menu = shown_menu()
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def test_the_menu_key_opens_the_menu_of_the_current_row(table):
    table.source_of = source_of
    table.setCurrentIndex(table.records.index(1, 0))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(table, event)
    pick("Copy citation")
    assert clipboard() == "citation of b"


def test_the_pointer_opens_the_menu_of_its_row(table):
    table.source_of = source_of
    table.setCurrentIndex(table.records.index(1, 0))
    at = table.visualRect(table.records.index(0, 0)).center()
    viewport = table.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)
    pick("Copy citation")
    assert clipboard() == "citation of a"


def test_an_empty_table_has_no_menu(qtbot):
    table = TableView(("Code",), "Items")
    qtbot.addWidget(table)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(table, event)
    assert QApplication.activePopupWidget() is None
