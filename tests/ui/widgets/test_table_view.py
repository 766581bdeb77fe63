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


def test_a_marked_row_is_current_and_its_place_is_known(table):
    table.set_rows([(Cell("b", key="1"), Cell("2")), (Cell("a", key="2"), Cell("10"))])
    assert table.mark("nothing", "#ff0000") == -1
    top = table.mark("2", "#ff0000")
    assert table.currentIndex().data() == "a"
    assert top == table.horizontalHeader().height() + table.rowHeight(0)


def test_a_mark_is_in_the_colour_given(table, qtbot):
    table.resize(300, 200)
    table.set_rows([(Cell("b", key="1"), Cell("2")), (Cell("a", key="2"), Cell("10"))])
    table.mark("2", "#ff0000")
    row = table.visualRect(table.records.index(1, 1))
    image = table.viewport().grab(row).toImage()
    assert image.pixelColor(image.width() - 3, 3).name() == "#ff0000"


def test_rows_are_as_tall_as_their_texts_after_the_table_gets_narrower(table, qtbot):
    long = "Anyone in any country who transfers items of this origin is held liable " * 6
    table.set_rows([(Cell("b"), Cell(long))])
    for width in (900, 400, 250):
        table.resize(width, table.height())
        assert table.rowHeight(0) >= table.sizeHintForRow(0)
        assert sum(table.columnWidth(c) for c in range(2)) == table.viewport().width()


def test_columns_of_chinese_text_and_long_words_fit_the_width(table, qtbot):
    table.set_rows([(Cell("镓" * 80), Cell("dysprosium-terbium-alloys " * 3))])
    table.resize(260, table.height())
    assert sum(table.columnWidth(c) for c in range(2)) <= table.viewport().width()
