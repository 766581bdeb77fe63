"""The table in the window: the order and the row that a reader chose."""

import pytest
from PySide6.QtCore import Qt

from explorer.models.table import Cell
from explorer.ui.widgets.table_view import TableView


@pytest.fixture
def table(qtbot):
    made = TableView(("Name", "Points"), "Metals")
    qtbot.addWidget(made)
    made.set_rows([(Cell("b"), Cell("2", 2)), (Cell("a"), Cell("10", 10)), (Cell("c"), Cell("1", 1))])
    made.show()
    return made


def names(table: TableView) -> list[str]:
    return [table.records.index(i, 0).data() for i in range(table.records.rowCount())]


def test_rows_stand_as_given_until_a_header_is_clicked(table):
    assert names(table) == ["b", "a", "c"]
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert names(table) == ["a", "b", "c"]


def test_the_order_chosen_holds_for_other_rows(table):
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    table.set_rows([(Cell("x"), Cell("1", 1)), (Cell("z"), Cell("2", 2)), (Cell("y"), Cell("3", 3))])
    assert names(table) == ["z", "y", "x"]


def test_the_chosen_row_stays_chosen(table):
    table.selectRow(1)
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    (chosen,) = table.selectionModel().selectedRows(0)
    assert chosen.data() == "a" and table.currentIndex().data() == "a"
