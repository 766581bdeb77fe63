"""The table in the window: its order and its selection."""

import pytest
from PySide6.QtCore import Qt

from explorer.models.table import Cell
from explorer.ui.widgets.table_view import TableView


@pytest.fixture
def table(qtbot):
    table = TableView(("Name", "Points"), "Metals")
    qtbot.addWidget(table)
    table.set_rows([(Cell("b"), Cell("2", 2)), (Cell("a"), Cell("10", 10)), (Cell("c"), Cell("1", 1))])
    table.show()
    return table


def names(table: TableView) -> list[str]:
    return [table.records.index(i, 0).data() for i in range(table.records.rowCount())]


def test_rows_keep_their_order_until_a_column_sorts_them(table):
    assert names(table) == ["b", "a", "c"]
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert names(table) == ["a", "b", "c"]


def test_new_rows_are_sorted_in_the_chosen_order(table):
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    table.set_rows([(Cell("x"), Cell("1", 1)), (Cell("z"), Cell("2", 2)), (Cell("y"), Cell("3", 3))])
    assert names(table) == ["z", "y", "x"]


def test_the_selected_row_stays_selected(table):
    table.selectRow(1)
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    (selected,) = table.selectionModel().selectedRows(0)
    assert selected.data() == "a" and table.currentIndex().data() == "a"
