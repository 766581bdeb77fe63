"""A table of many rows: those in sight are measured first, the others while the window is idle."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from explorer.data.steps import result_of
from explorer.models.table import Cell
from explorer.ui.widgets.row_heights import AT_ONCE
from explorer.ui.widgets.table_view import TableView

COUNT = 2 * AT_ONCE
WORDS = "a text that needs several lines in a narrow column "


def rows(count: int) -> list[tuple[Cell, Cell]]:
    return [(Cell(f"{n:04}", key=str(n)), Cell(WORDS * (1 + n % 5), n % 7)) for n in range(count)]


@pytest.fixture
def page(qtbot):
    page = QScrollArea()
    qtbot.addWidget(page)
    page.setWidgetResizable(True)
    page.resize(360, 400)
    page.setWidget(TableView(("Name", "Text"), "Metals"))
    page.show()
    return page


@pytest.fixture
def table(page):
    return page.widget()


def unlike(table: TableView) -> list[int]:
    """Return the rows that are not as tall as their texts."""
    return [r for r in range(table.records.rowCount()) if table.rowHeight(r) != table.sizeHintForRow(r)]


def test_all_rows_of_a_short_table_are_measured_at_once(table):
    table.set_rows(rows(AT_ONCE))
    assert not unlike(table)


def test_a_long_table_becomes_as_tall_as_its_rows(table, qtbot):
    table.set_rows(rows(COUNT))
    qtbot.waitUntil(lambda: not unlike(table))
    assert table.height() >= sum(table.rowHeight(r) for r in range(COUNT))


def test_rows_that_are_seen_are_measured_before_the_others(page, table, qapp):
    table.set_rows(rows(20 * AT_ONCE))
    page.verticalScrollBar().setValue(table.rowViewportPosition(10 * AT_ONCE))
    page.grab()
    qapp.processEvents()
    page.grab()
    qapp.processEvents()
    top = page.verticalScrollBar().value()
    seen = {table.rowAt(y) for y in range(top, top + page.viewport().height() - 40, 5)}
    unmeasured = set(unlike(table))
    assert unmeasured and seen and not seen & unmeasured


def test_the_row_at_the_top_of_the_page_stays_there(page, table, qtbot):
    table.set_rows(rows(COUNT))
    bar = page.verticalScrollBar()
    bar.setValue(table.rowViewportPosition(COUNT // 2) + 60)
    row = table.rowAt(bar.value())
    above = bar.value() - table.rowViewportPosition(row)
    qtbot.waitUntil(lambda: not unlike(table))
    assert bar.value() - table.rowViewportPosition(row) == above


def test_rows_made_in_steps_are_shown_at_the_end(table):
    made = []

    def cells():
        for row in rows(COUNT):
            made.append(row)
            yield row

    steps = table.fill_in_steps(cells())
    next(steps)
    assert 0 < len(made) < COUNT and not table.records.rowCount()
    result_of(steps)
    assert table.records.rows == tuple(rows(COUNT))


def test_a_sorted_long_table_stays_sorted(table):
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    table.set_rows(rows(COUNT))
    values = [row[1].raw for row in table.records.rows]
    assert values == sorted(values, reverse=True)
