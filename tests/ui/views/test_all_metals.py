"""All metals as a table: chosen columns, order, copies, and the way back to the list."""

from datetime import date

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from explorer.data.comparison.comparison import comparison
from explorer.data.comparison.key_figures import DEFAULT_COLUMNS
from explorer.data.comparison.record import csv_of
from explorer.models.compared import compared
from explorer.models.state import AppState
from explorer.models.view_request import read, write
from explorer.ui.widgets.file_saving import workbook

DAY = date(2026, 11, 24)


@pytest.fixture
def page(workspace, qtbot):
    workspace.state.set_context(day=DAY, origin="CHN", destination="USA")
    workspace.list.as_table.click()
    page = workspace.metals.table
    qtbot.waitUntil(lambda: page.table is not None)
    return page


def keys(page) -> list[str]:
    return [row[0].key for row in page.table.records.rows]


def test_it_has_a_row_for_every_metal_as_the_command_has_it(page, store, workspace):
    assert workspace.metals.currentWidget() is page and keys(page) == list(store.metals)
    found = comparison(store, workspace.state.context, tuple(store.metals), DEFAULT_COLUMNS)
    assert page.csv_text() == csv_of(store, found)
    assert workbook(page.table).startswith(b"PK")


def test_it_follows_the_day(page, workspace):
    column = page.table.records.header.index("Status")
    row = keys(page).index("gallium")
    assert page.table.records.rows[row][column].text == "refusal paused"
    workspace.state.set_context(day=date(2026, 11, 28))
    assert "paused" not in page.table.records.rows[row][column].text


def test_columns_are_chosen_and_keep_the_order(page, workspace):
    share = page.table.records.header.index("Origin's share")
    page.table.sortByColumn(share, Qt.SortOrder.DescendingOrder)
    before = keys(page)
    page.columns.list.actions()[0].toggle()
    assert "Status" not in page.table.records.header and keys(page) == before
    assert workspace.state.options("metals")["columns"].startswith("first-control,share")
    page.columns.list.actions()[-1].trigger()
    assert page.table.figures == DEFAULT_COLUMNS and workspace.state.options("metals")["columns"] == ""


def test_one_column_always_stays(page, workspace):
    workspace.state.set_option("metals", "columns", "hhi")
    tick = next(a for a in page.columns.list.actions() if a.isChecked())
    assert page.table.figures == ("hhi",) and not tick.isEnabled()


def test_unknown_values_come_last_in_both_orders(page):
    column = page.table.records.header.index("Origin's share")
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        page.table.sortByColumn(column, order)
        known = [row[column].raw is not None for row in page.table.records.rows]
        assert known == sorted(known, reverse=True) and not all(known)
    values = [row[column].raw for row in page.table.records.rows if row[column].raw is not None]
    assert values == sorted(values, reverse=True)


def test_the_table_is_copied_in_the_order_shown(page):
    page.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    page.copy.click()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:2] == ["Metal", "Status"] and lines[1].startswith("Zinc 锌\t")
    assert len(lines) == 1 + len(page.table.records.rows)


def test_a_row_opens_its_metal_in_the_list(page, workspace):
    page.table.opened.emit("tungsten")
    assert workspace.metals.currentWidget() is workspace.metals.parts
    assert (workspace.state.metal_id, workspace.state.options("metals")["layout"]) == ("tungsten", "list")


def test_the_menu_of_a_row_compares_its_metal(page, workspace):
    for text, chosen in (("Compare", ("gallium",)), ("Remove from comparison", ())):
        page.table.mark("gallium", "#ffffff")
        next(entry for entry in page.table.entries() if entry.text == text).run()
        assert compared(workspace.state) == chosen


def test_the_link_restores_layout_and_columns(page, workspace, store):
    workspace.state.set_option("metals", "columns", "share,hhi")
    other = AppState()
    request, faults = read(write(workspace.state.as_request()), store)
    other.apply(request)
    assert not faults and other.options("metals") == {"layout": "table", "columns": "share,hhi"}


def test_going_back_shows_the_table_again(page, workspace, qtbot):
    qtbot.waitUntil(lambda: workspace.history.can_go_back)
    page.table.opened.emit("tungsten")
    qtbot.wait(10)
    workspace.history.go_back()
    assert workspace.metals.currentWidget() is page
    workspace.history.go_back()
    assert workspace.metals.currentWidget() is workspace.metals.parts


def test_columns_and_compared_metals_are_remembered(tmp_path):
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    state, again = AppState(), AppState()
    state.set_option("metals", "columns", "share,hhi")
    state.set_option("metals", "layout", "table")
    state.set_option("compare", "metals", "gallium,gone,tungsten")
    state.save(settings)
    again.restore(settings, {"gallium", "tungsten"}, set(), set())
    assert again.options("metals") == {"layout": "list", "columns": "share,hhi"}
    assert compared(again) == ("gallium", "tungsten")
