"""A table with rows of one line: its menu, its keys and its columns."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest

from explorer.models.table import Cell, RecordTable
from explorer.ui.widgets.context_menu import Entry
from explorer.ui.widgets.grid_view import WIDEST_COLUMN, GridView


@pytest.fixture
def grid(qtbot):
    records = RecordTable(("Code", "Item"))
    records.set_rows(
        [(Cell("3C002"), Cell("Germanium\n锗")), (Cell("3C001"), Cell("x" * 500)), (Cell(""), Cell(""))]
    )
    grid = GridView("Items")
    grid.setModel(records)
    grid.records = records
    qtbot.addWidget(grid)
    grid.resize(900, 300)
    grid.show()
    qtbot.waitExposed(grid)
    return grid


def test_all_rows_have_the_same_height(grid):
    assert len({grid.rowHeight(row) for row in range(3)}) == 1
    assert grid.accessibleName() == "Items"


def test_a_column_is_as_wide_as_its_texts_up_to_a_limit(grid):
    grid.horizontalHeader().setStretchLastSection(False)
    grid.fit_columns()
    assert grid.columnWidth(0) < WIDEST_COLUMN


def test_the_menu_copies_value_and_row_after_its_own_entries(grid):
    grid.row_entries = lambda row: (Entry(f"Row {row}", lambda: None),)
    grid.select_row(0)
    first, value, row = grid.entries()
    assert (first.text, value.text, row.text) == ("Row 0", "Copy value", "Copy row")
    row.run()
    assert QGuiApplication.clipboard().text() == "3C002\tGermanium; 锗"
    QTest.keySequence(grid, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text() == "3C002"


def test_enter_opens_the_current_row(grid, qtbot):
    grid.select_row(1)
    with qtbot.waitSignal(grid.rowOpened) as opened:
        QTest.keyClick(grid, Qt.Key.Key_Return)
    assert opened.args == [1]


def test_a_click_on_a_title_sorts_and_the_order_can_be_forgotten(grid):
    grid.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [row[0].text for row in grid.records.rows] == ["3C001", "3C002", ""]
    grid.forget_order()
    assert grid.horizontalHeader().sortIndicatorSection() == -1


def test_a_view_can_be_no_taller_than_its_rows(grid):
    grid.fit_height()
    below = grid.viewport().height() - grid.rowViewportPosition(2) - grid.rowHeight(2)
    assert grid.height() < 300 and 0 <= below <= grid.rowHeight(2)
