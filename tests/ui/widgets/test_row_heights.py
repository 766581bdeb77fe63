"""The heights of rows: when they are measured, and what they are until then."""

from itertools import cycle, islice

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from explorer.models import step_runner
from explorer.models.table import Cell, RecordTable
from explorer.ui.widgets.row_heights import AT_ONCE, FIRST, RowHeights

COUNT = 2 * AT_ONCE


class Measured:
    """Rows of a table whose heights follow from their texts; `rows` are those that were measured, in this order."""

    def __init__(self, view: QTableView) -> None:
        self.view, self.rows = view, []
        self.records = RecordTable(("Height",), view)
        view.setModel(self.records)
        self.heights = RowHeights(self.records, self.measure, view)

    def measure(self, row: int) -> int:
        self.rows.append(row)
        return int(self.records.index(row, 0).data())

    def show(self, count: int) -> None:
        self.records.set_rows([(Cell(str(40 + 7 * n % 60), 7 * n % 60),) for n in range(count)])
        self.heights.measure_rows()

    def shown(self) -> list[int]:
        self.heights.apply_to(self.view.verticalHeader())
        return [self.view.rowHeight(row) for row in range(self.records.rowCount())]

    def own(self) -> list[int]:
        return [int(self.records.index(row, 0).data()) for row in range(self.records.rowCount())]


@pytest.fixture
def table(qtbot):
    view = QTableView()
    qtbot.addWidget(view)
    return Measured(view)


def test_few_rows_are_measured_at_once(table):
    table.show(AT_ONCE)
    assert table.rows == list(range(AT_ONCE)) and table.shown() == table.own()


def test_many_rows_have_the_average_height_until_they_are_measured(table, qtbot):
    table.show(COUNT)
    shown = table.shown()
    assert table.rows == list(range(FIRST)) and shown[:FIRST] == table.own()[:FIRST]
    assert set(shown[FIRST:]) == {round(sum(shown[:FIRST]) / FIRST)}
    with qtbot.waitSignal(table.heights.measured):
        pass
    assert table.rows == list(range(COUNT)) and table.shown() == table.own()


def test_a_row_that_is_seen_is_measured_now(table, qtbot):
    table.show(COUNT)
    table.heights.measure_seen([3, COUNT - 1])
    assert table.rows[FIRST:] == [COUNT - 1]
    with qtbot.waitSignal(table.heights.measured):
        pass
    assert table.shown()[-1] == table.own()[-1]


def test_a_row_keeps_its_height_when_the_rows_are_sorted(table, qtbot):
    table.show(COUNT)
    with qtbot.waitSignal(table.heights.measured):
        pass
    table.records.sort(0, Qt.SortOrder.DescendingOrder)
    table.heights.measure_rows()
    assert len(table.rows) == COUNT and table.shown() == sorted(table.shown(), reverse=True)


def test_rows_that_are_sorted_while_they_are_measured_all_get_their_height(table, qtbot):
    table.show(COUNT)
    table.records.sort(0, Qt.SortOrder.DescendingOrder)
    table.heights.measure_rows()
    with qtbot.waitSignal(table.heights.measured):
        pass
    assert len(table.rows) == COUNT and table.shown() == table.own()


def test_rows_that_are_sorted_again_and_again_all_get_their_height(table, qtbot, qapp, monkeypatch):
    monkeypatch.setattr(step_runner, "STEP_SECONDS", 1e-4)
    table.show(COUNT)
    with qtbot.waitSignal(table.heights.measured) as found:
        for order in islice(cycle((Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder)), 20 * COUNT):
            if found.signal_triggered:
                break
            table.records.sort(0, order)
            table.heights.measure_rows()
            qapp.processEvents()
    assert len(table.rows) == COUNT and table.shown() == table.own()


def test_forgotten_heights_are_measured_again(table):
    table.show(AT_ONCE)
    table.heights.forget()
    table.heights.measure_rows()
    assert table.rows == 2 * list(range(AT_ONCE))
