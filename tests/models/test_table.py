"""The table of cells: sorts on raw values, unknown ones last in both directions."""

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from explorer.models.table import Cell, RecordTable


@pytest.fixture
def table(qtbot):
    records = RecordTable(("Name", "Capacity"))
    records.set_rows(
        [
            (Cell("b", key="1"), Cell("1 000 t", 1000)),
            (Cell("a", key="2"), Cell("", None)),
            (Cell("C", key="3"), Cell("90 t", 90)),
        ]
    )
    return records


def names(table: RecordTable) -> list[str]:
    return [table.index(i, 0).data() for i in range(table.rowCount())]


def test_the_model_passes_the_model_tester(table, qtmodeltester):
    qtmodeltester.check(table)


@pytest.mark.parametrize(
    ("column", "order", "expected"),
    [
        (0, Qt.SortOrder.AscendingOrder, ["a", "b", "C"]),
        (1, Qt.SortOrder.AscendingOrder, ["C", "b", "a"]),
        (1, Qt.SortOrder.DescendingOrder, ["b", "C", "a"]),
    ],
)
def test_sorting(table, column, order, expected):
    table.sort(column, order)
    assert names(table) == expected


def test_a_row_keeps_its_key(table):
    table.sort(0)
    assert [table.index(i, 0).data(RecordTable.KeyRole) for i in range(3)] == ["2", "1", "3"]


def test_header_and_tooltip(table):
    assert table.headerData(1, Qt.Orientation.Horizontal) == "Capacity"
    assert table.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None


def test_a_known_text_of_an_unknown_value_sorts_last(qtbot):
    records = RecordTable(("Name", "Share"))
    records.set_rows(
        [(Cell("a"), Cell("not stated", None)), (Cell("b"), Cell("5 %", 5)), (Cell("c"), Cell("9 %", 9))]
    )
    records.sort(1, Qt.SortOrder.DescendingOrder)
    assert names(records) == ["c", "b", "a"]


def test_a_persistent_index_follows_its_row(table):
    indexes = [QPersistentModelIndex(table.index(i, 0)) for i in range(3)]
    before = [i.data() for i in indexes]
    table.sort(1, Qt.SortOrder.DescendingOrder)
    assert [i.data() for i in indexes] == before
    assert [i.row() for i in indexes] == [0, 2, 1]


def test_the_row_of_a_key_is_marked_and_stays_marked_when_it_moves(table, qtbot):
    def marked() -> list[str]:
        rows = range(table.rowCount())
        return [table.index(i, 0).data() for i in rows if table.index(i, 1).data(RecordTable.MarkedRole)]

    assert table.mark("2") == 1 and marked() == ["a"]
    table.sort(0)
    assert marked() == ["a"] and table.mark("2") == 0
    with qtbot.waitSignal(table.dataChanged):
        assert table.mark("") == -1
    assert marked() == [] and table.mark("nothing") == -1
