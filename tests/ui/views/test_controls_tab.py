"""The Controls tab: chart, list and tab agree; switches, selection, the axis at the top, and the general rules."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from explorer.data.controls.documents import document
from explorer.models.state import TABS
from explorer.ui.cards.pinned_axis import PinnedAxis
from explorer.ui.widgets.table_view import TableView
from tests.ui.finding import by_name, by_text

SWITCHES = ("All destinations", "Show ended", "Full history")


@pytest.fixture
def page(workspace):
    workspace.state.set_context(day=date(2026, 11, 27), destination="USA")
    workspace.state.set_tab("controls")
    return workspace.detail.page("controls")


def rows(page) -> list[str]:
    return [row.measure_id for row in page.chart_cards[0].view.spec().rows]


def listed(page) -> list[str]:
    return [line.measure_id for line in page.list.lines()]


@pytest.mark.parametrize("metal", ["gallium", "antimony", "tungsten", "rare-earths", "rhenium"])
def test_chart_and_list_show_the_same_measures_in_the_same_order(workspace, page, metal):
    workspace.state.set_metal(metal)
    seen = []
    for switch in (None, *SWITCHES):
        if switch is not None:
            by_text(page, switch).click()
        assert rows(page) == listed(page) != []
        seen.append(tuple(listed(page)))
    assert len(set(seen)) > 1 or metal == "rhenium"


def test_show_ended_and_full_history_list_what_has_ended(workspace, page):
    """Tungsten had a quota until 2014 and an ordinary licence until 2025."""
    workspace.state.set_metal("tungsten")
    assert "choose “Show ended” to list" in page.list.remark.text()
    by_text(page, "Show ended").click()
    assert "cn-trade-licence-2015" in listed(page) and "cn-quota-w" not in listed(page)
    assert "choose “Full history” to list" in page.list.remark.text()
    by_text(page, "Full history").click()
    assert "cn-quota-w" in listed(page) and page.list.remark.text() == ""


@pytest.mark.parametrize(
    ("metal", "destination", "count"),
    [("gallium", "USA", 5), ("gallium", "ALL", 2), ("rhenium", "ALL", 1), ("cesium", "USA", 0)],
)
def test_the_tab_counts_the_lines_of_the_list(workspace, page, metal, destination, count):
    """Gallium: ban for military users, licence, re-export rule, technology control and the paused refusal."""
    workspace.state.set_metal(metal)
    workspace.state.set_context(destination=destination)
    text = workspace.detail.tabs.tabText(TABS.index("controls"))
    assert len(listed(page)) == count
    assert text == (f"Controls {count}" if count else "Controls")


def test_a_destination_that_is_the_origin_has_no_lines_and_no_count(workspace, page):
    assert listed(page)
    workspace.state.set_context(destination="CHN")
    assert listed(page) == []
    assert by_name(page, TableView, "General rules and company lists").records.rowCount() == 0
    assert workspace.detail.tabs.tabText(TABS.index("controls")) == "Controls"


def test_special_forms_are_lines_that_do_not_set_the_status(workspace, page):
    workspace.state.set_metal("rhenium")
    (line,) = page.list.lines()
    assert "licence for special forms" in line.button.kind.text()
    line.button.click()
    table = by_name(line, TableView, "Items and codes")
    assert table.records.index(0, 0).data() == "1C241"
    workspace.state.set_metal("cesium")
    assert not page.list.isVisible()


def test_ended_measures_for_named_parties_are_shown_like_the_others(page):
    def states():
        table = by_name(page, TableView, "General rules and company lists").records
        return [table.index(i, 3).data() for i in range(table.rowCount())]

    before = states()
    assert before and not any(s.startswith("ended") for s in before)
    by_text(page, "Show ended").click()
    assert any(s.startswith("ended") for s in states()) and len(states()) > len(before)


def top_of(page, widget, below=0) -> int:
    return widget.mapTo(page.viewport(), QPoint(0, below)).y()


def test_a_selected_item_is_opened_marked_and_in_view(workspace, page, qtbot):
    workspace.state.set_metal("antimony")
    workspace.state.select_measure("cn-2024-33", "cn-2024-33-1-3")
    line = page.list.line("cn-2024-33")
    table = line.card.items_table
    qtbot.waitUntil(lambda: table.currentIndex().siblingAtColumn(0).data() == "3C003.c")
    assert line.property("pointed")

    def in_view():
        place = table.visualRect(table.currentIndex()).top() + table.horizontalHeader().height()
        assert 0 <= top_of(page, table, place) < page.viewport().height()

    qtbot.waitUntil(in_view)


def test_a_selected_measure_that_is_hidden_is_shown(workspace, page, qtbot):
    """The quota on tungsten ended in 2014, before the time that the chart shows by default."""
    workspace.state.set_metal("tungsten")
    assert "cn-quota-w" not in listed(page)
    workspace.state.select_measure("cn-quota-w")
    qtbot.waitUntil(lambda: page.list.line("cn-quota-w") is not None)
    assert page.list.line("cn-quota-w").card is not None
    assert all(by_text(page, switch).isChecked() for switch in SWITCHES)


def test_a_selected_measure_on_named_parties_is_marked_in_its_table(workspace, page, qtbot):
    workspace.state.select_measure("cn-2025-1")
    table = by_name(page, TableView, "General rules and company lists")
    qtbot.waitUntil(lambda: "Announcement 1 of 2025" in str(table.currentIndex().siblingAtColumn(0).data()))


def test_a_general_rule_opens_its_document(workspace, page):
    table = by_name(page, TableView, "General rules and company lists")
    table.setCurrentIndex(table.records.index(0, 0))
    table.activated.emit(table.currentIndex())
    kind, instrument_id = workspace.state.record
    assert kind == "document"
    assert document(workspace.shared.store, instrument_id, workspace.state.context).measures


def test_the_years_stay_in_view_while_the_rows_scroll_past(window, workspace, page, qtbot):
    window.resize(1000, 560)
    workspace.state.set_metal("rare-earths")
    by_text(page, "All destinations").click()
    axis = page.findChild(PinnedAxis)
    bar, area = page.verticalScrollBar(), page.chart_cards[0].view.plot_area
    QApplication.processEvents()
    bar.setValue(0)
    assert not axis.isVisible()
    chart_top = bar.value() + top_of(page, area)
    bar.setValue(chart_top + 120)
    assert axis.isVisible() and (axis.x(), axis.y()) == (page.chart_cards[0].x() + page.widget().x(), 0)
    bar.setValue(chart_top + area.height() + 40)
    assert not axis.isVisible()


def test_the_axis_at_the_top_is_that_of_the_chart(window, workspace, page, qtbot):
    workspace.state.set_metal("rare-earths")
    by_text(page, "All destinations").click()
    axis = page.findChild(PinnedAxis)
    view = page.chart_cards[0].view
    qtbot.waitUntil(lambda: view.is_drawn)
    QApplication.processEvents()
    head = view.plot_area.grab().toImage().copy(0, 0, view.plot_area.width(), 38)
    bar = page.verticalScrollBar()
    bar.setValue(bar.value() + top_of(page, view.plot_area) + 100)
    left = view.plot_area.mapTo(page.chart_cards[0], QPoint(0, 0)).x()
    shown = axis.grab().toImage().copy(left, 0, head.width(), 38)
    different = sum(
        head.pixel(x, y) != shown.pixel(x, y) for x in range(0, head.width(), 3) for y in range(2, 36, 3)
    )
    assert different < 0.03 * (head.width() / 3) * 12


def test_the_table_of_the_chart_has_no_axis_at_the_top(workspace, page, qtbot):
    workspace.state.set_metal("rare-earths")
    by_text(page.chart_cards[0], "Show table").click()
    page.verticalScrollBar().setValue(200)
    assert not page.findChild(PinnedAxis).isVisible()


def test_the_tab_key_follows_the_reading_order(window, workspace, page):
    window.activateWindow()
    page.list.lines()[0].button.setChecked(True)
    by_text(page, "All destinations").click()
    QApplication.processEvents()
    last = by_name(page, TableView, "General rules and company lists")
    reached = [by_text(page, "Full history")]
    reached[0].setFocus()
    while reached[-1] is not last:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(window.focusWidget())
        assert len(reached) < 200
    tops = [widget.mapTo(page.widget(), QPoint(0, 0)).y() for widget in reached]
    assert {line.button for line in page.list.lines()} <= set(reached)
    buttons = [w for w in reached if w in [line.button for line in page.list.lines()]]
    assert buttons == [line.button for line in page.list.lines()]
    assert tops[-1] == max(tops)


def test_a_citation_that_is_copied_is_confirmed(window, workspace, page):
    window.activateWindow()
    line = page.list.lines()[0]
    line.button.setChecked(True)
    by_text(line, "Copy citation").click()
    assert workspace.status.sentence == "Copied to the clipboard."


def test_the_dates_ahead_of_the_metal_are_saved_as_a_calendar(workspace, monkeypatch, tmp_path, qtbot):
    state = workspace.state
    state.set_context(day=date(2026, 11, 28), destination="DEU")
    state.set_metal("dysprosium")
    state.set_tab("controls")
    page = workspace.detail.page("controls")
    qtbot.waitUntil(page.calendar.button.isVisible)
    chosen = tmp_path / "dysprosium.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    page.calendar.button.click()
    assert b"20270110" in chosen.read_bytes()
    state.set_metal("gallium")
    assert not page.calendar.button.isVisible()
