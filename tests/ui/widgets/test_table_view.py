"""The table in the window: its order and its selection."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from explorer.models.table import Cell
from explorer.palette import DARK, LIGHT
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


def test_the_same_rows_again_change_nothing(table):
    table.selectRow(1)
    resets = []
    table.records.modelReset.connect(lambda: resets.append(True))
    rows = [(Cell("b"), Cell("2", 2)), (Cell("a"), Cell("10", 10)), (Cell("c"), Cell("1", 1))]
    table.set_rows(rows)
    assert not resets and len(table.selectionModel().selectedRows(0)) == 1
    table.set_rows(rows[:2])
    assert resets
    table.set_rows(rows)
    table.selectRow(1)
    assert table.currentIndex().data() == "a"


def test_new_cells_of_the_same_records_keep_the_current_row_and_have_the_sizes_of_new_rows(qtbot):
    def rows(day: str, points: int) -> list[tuple[Cell, Cell]]:
        return [
            (Cell("Tin", key="tin"), Cell(day, points)),
            (Cell("Ruby", key="ruby"), Cell("no price", None)),
        ]

    tables = [TableView(("Name", "Price"), "Metals") for _ in range(2)]
    for table in tables:
        qtbot.addWidget(table)
        table.resize(160, 300)
        table.show()
    kept, fresh = tables
    kept.set_rows(rows("4 Jan 2026", 1))
    kept.selectRow(1)
    changed = []
    kept.records.dataChanged.connect(lambda first, last: changed.append((first.row(), first.column())))
    for text in ("5 Jan 2026", "the price of a day on which the markets were closed for the whole day"):
        kept.set_rows(rows(text, 2))
    fresh.set_rows(rows(text, 2))
    assert changed == [(0, 1), (0, 1)] and kept.currentIndex().row() == 1
    assert kept.records.rows == fresh.records.rows
    for size in (TableView.rowHeight, TableView.columnWidth):
        assert [size(kept, n) for n in range(2)] == [size(fresh, n) for n in range(2)]
    assert kept.height() == fresh.height()
    kept.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    kept.set_rows([*rows("6 Jan 2026", 3), (Cell("Zinc", key="zinc"), Cell("0", 0))])
    assert names(kept) == ["Zinc", "Tin", "Ruby"]


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


LONG = "Bans all import and export activity with China, in controlled goods or not, and all dealings. " * 2


@pytest.fixture
def rules(qtbot):
    """A table with a day, a code and a long text, in a page that scrolls it."""
    page = QScrollArea()
    page.setWidgetResizable(True)
    rules = TableView(("Document", "Effective", "Code", "Summary"), "Rules")
    rules.set_weights(4, 2, 2, 8, long=(3,))
    rules.set_rows(
        [
            (
                Cell(f"Notice {n} of 2025, named companies only"),
                Cell("10 Nov 2026"),
                Cell("8112.92.9010"),
                Cell(LONG),
            )
            for n in range(12)
        ]
    )
    page.setWidget(rules)
    qtbot.addWidget(page)
    page.resize(1200, 300)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page, rules


def fits(table: TableView, column: int, text: str) -> bool:
    return table.fontMetrics().horizontalAdvance(text) <= table.columnWidth(column) - 12


def test_a_long_column_moves_below_the_row_where_there_is_no_room(rules, qtbot):
    page, table = rules
    assert not table.isColumnHidden(3)
    page.resize(460, 300)
    qtbot.waitUntil(lambda: table.isColumnHidden(3))
    assert fits(table, 1, "10 Nov 2026") and fits(table, 2, "8112.92.9010")
    below = table.visualRect(table.records.index(0, 3))
    assert below.top() > table.rowViewportPosition(0) and below.bottom() < table.rowViewportPosition(1)
    assert table.indexAt(below.center()) == table.records.index(0, 3)
    assert below.width() > 0.9 * table.viewport().width()
    page.resize(1200, 300)
    qtbot.waitUntil(lambda: not table.isColumnHidden(3))


def test_days_and_codes_are_never_cut_or_wrapped(rules, qtbot):
    page, table = rules
    for width in (1200, 900, 700, 500, 420):
        page.resize(width, 300)
        qtbot.waitUntil(lambda width=width: page.viewport().width() <= width)
        assert fits(table, 1, "10 Nov 2026") and fits(table, 2, "8112.92.9010")
        qtbot.waitUntil(lambda: table.verticalHeader().length() <= table.viewport().height())


def test_a_text_below_its_row_is_drawn_and_reached_by_key(rules, qtbot):
    page, table = rules
    page.resize(460, 300)
    qtbot.waitUntil(lambda: table.isColumnHidden(3))
    table.setFocus()
    table.setCurrentIndex(table.records.index(0, 2))
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert table.currentIndex() == table.records.index(0, 3)
    QTest.keyClick(table, Qt.Key.Key_Left)
    assert table.currentIndex() == table.records.index(0, 2)
    below = table.visualRect(table.records.index(0, 3))
    image = table.viewport().grab(below).toImage()
    ground = image.pixelColor(image.width() - 1, 0)
    dark = sum(
        image.pixelColor(x, y) != ground for x in range(0, image.width(), 3) for y in range(image.height())
    )
    assert dark > 200


def test_a_row_whose_texts_below_move_is_painted_as_a_whole(qtbot):
    line = "licence required for exports"
    table = TableView(("Name", "State", "Rule"), "Rules")
    qtbot.addWidget(table)
    table.set_weights(1, 1, 1, long=(2,))
    table.resize(230, 300)
    table.set_rows([(Cell("tin", key="tin"), Cell("ban"), Cell(f"{line}\n{line}"))])
    table.show()
    assert table.isColumnHidden(2)
    QTest.qWait(50)
    height, painted = table.rowHeight(0), PaintedRegion(table.viewport())
    table.set_rows([(Cell("tin\ntin", key="tin"), Cell("ban"), Cell(line))])
    row = QRect(0, 0, table.viewport().width(), height)
    qtbot.waitUntil(lambda: painted.region.boundingRect().contains(row))
    assert table.rowHeight(0) == height
    assert painted.region.intersected(row) == QRegion(row)


class PaintedRegion(QObject):
    """What is painted of a widget."""

    def __init__(self, widget):
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.region = self.region.united(event.region())
        return False


def test_the_page_follows_the_current_row_and_keeps_paging(rules, qtbot):
    page, table = rules
    bar = page.verticalScrollBar()
    table.setFocus()
    table.setCurrentIndex(table.records.index(0, 0))
    for _ in range(11):
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 11 and bar.value() > 0
    bottom = table.rowViewportPosition(11) + table.rowHeight(11)
    assert table.viewport().mapTo(page.viewport(), QPoint(0, bottom)).y() <= page.viewport().height()
    bar.setValue(0)
    QTest.keyClick(table, Qt.Key.Key_PageDown)
    assert bar.value() > 0 and table.currentIndex().row() == 11


def test_a_cell_with_a_pill_has_its_ground_and_room_for_all_lines(table, qtbot):
    words = "licence requirement paused, some forms (presumed)"
    plain = [(Cell("a"), Cell("until 10 Jan 2027"))]
    table.resize(260, 200)
    table.set_rows(plain)
    low = table.rowHeight(0)
    table.set_rows([(Cell("a"), Cell(f"{words}\nuntil 10 Jan 2027", pill="licence-paused"))])
    assert table.rowHeight(0) > low + 1.5 * table.fontMetrics().height()  # a pill of two lines, and one below
    table.set_theme(LIGHT)
    light = table.grab().toImage()
    grounds = {light.pixelColor(x, y).name() for x in range(light.width()) for y in range(light.height())}
    assert LIGHT.kind("licence").ground in grounds
    table.set_theme(DARK)
    dark = table.grab().toImage()
    grounds = {dark.pixelColor(x, y).name() for x in range(dark.width()) for y in range(dark.height())}
    assert DARK.kind("licence").ground in grounds
