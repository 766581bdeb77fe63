"""The search field of the window, its results, and what they open."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLineEdit, QListView

from explorer.data.finding.rows import SOURCES, Group
from explorer.models.search_results import SearchResultsModel
from explorer.models.table import RecordTable
from explorer.palette import DARK
from explorer.ui.widgets.table_view import TableView

DAY = date(2026, 11, 27)


@pytest.fixture
def search(workspace):
    workspace.state.set_context(day=DAY, destination="USA")
    return workspace.top.search


def panel(window):
    """Return the list of results."""
    return window.findChild(QListView, "results")


def current(window):
    """Return the line that Enter chooses."""
    return panel(window).currentIndex().data(SearchResultsModel.LineRole)


def choose(window, search, kind):
    """Choose the first row of a kind, as a click does."""
    results = search.results
    row = next(r for r in range(results.rowCount()) if getattr(results.line(r), "kind", "") == kind)
    panel(window).clicked.emit(results.index(row, 0))


def test_enter_opens_the_first_row(window, workspace, search, qtbot):
    search.setText("锑")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert workspace.state.metal_id == "antimony"
    assert not panel(window).isVisible() and search.text() == ""


def test_the_answer_to_a_question_opens_its_view(workspace, search, qtbot):
    qtbot.keyClicks(search, "price of antimony")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert (workspace.state.metal_id, workspace.state.tab) == ("antimony", "prices")


def test_a_code_opens_its_item(workspace, search, qtbot):
    search.setText("8112 92 90 10")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert (workspace.state.tab, workspace.state.selected_item) == ("controls", "cn-2023-23-1-1")


def test_arrows_pass_over_headings(window, search, qtbot):
    search.setText("Germany")
    seen = [current(window)]
    for _ in range(30):
        qtbot.keyClick(search, Qt.Key.Key_Down)
        seen.append(current(window))
    assert all(not isinstance(line, Group) or line.group_id == SOURCES for line in seen)
    assert len({id(line) for line in seen}) > 2
    for _ in range(30):
        qtbot.keyClick(search, Qt.Key.Key_Up)
    assert current(window) is seen[0]


def test_page_keys_move_by_several_rows(window, search, qtbot):
    search.setText("gallium")
    qtbot.keyClick(search, Qt.Key.Key_PageDown)
    far = panel(window).currentIndex().row()
    assert far > 5
    qtbot.keyClick(search, Qt.Key.Key_PageUp)
    assert panel(window).currentIndex().row() == 1


def test_the_sources_open_with_enter_and_with_a_click(window, search, qtbot):
    search.setText("Germany")
    for _ in range(40):
        qtbot.keyClick(search, Qt.Key.Key_Down)
    closed = search.results.rowCount()
    assert isinstance(current(window), Group) and current(window).group_id == SOURCES
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert search.results.rowCount() > closed and panel(window).isVisible()
    heading = panel(window).currentIndex()
    assert heading.data(SearchResultsModel.LineRole).group_id == SOURCES
    panel(window).clicked.emit(heading)
    assert search.results.rowCount() == closed


def test_a_source_is_selected_on_its_tab(window, workspace, search):
    search.setText("Mineral Commodity Summaries 2026: Gallium")
    search.results.toggle_sources()
    choose(window, search, "source")
    index = workspace.detail.page("sources").findChild(TableView).currentIndex().siblingAtColumn(0)
    assert workspace.state.tab == "sources"
    assert index.data(RecordTable.KeyRole) == "usgs-mcs-2026-gallium"


def test_nothing_on_file_is_said_with_offers_to_choose(window, search, qtbot):
    qtbot.keyClicks(search, "F-35")
    assert "Nothing on file for “F-35”" in search.results.line(1).title
    assert current(window).kind == "offer"
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert search.text() == "aircraft" and panel(window).isVisible()
    assert search.results.line(1).kind != "not_on_file"


def test_a_text_without_any_offer_leaves_nothing_to_choose(window, workspace, search, qtbot):
    qtbot.keyClicks(search, "zzzzqqq")
    assert panel(window).isVisible() and "Nothing on file" in search.results.line(1).title
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert search.text() == "zzzzqqq" and workspace.state.metal_id == "gallium"


def test_a_document_and_a_claim_keep_the_metal(window, workspace, search, qtbot):
    search.setText("Announcement 46")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert workspace.state.record == ("document", "cn-2024-46") and workspace.state.metal_id == "gallium"
    search.setText("25 rare metals")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert workspace.state.record == ("claim", "25-rare-metals") and workspace.state.metal_id == "gallium"


def test_a_country_becomes_the_destination(workspace, search, qtbot):
    search.setText("Viet Nam")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert workspace.state.context.destination == "VNM"
    assert workspace.status.sentence == "Destination: Vietnam"


def test_a_day_becomes_the_as_of_date(workspace, search, qtbot):
    search.setText("10 Dec 2024")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert workspace.state.context.as_of == date(2024, 12, 10)


def test_what_is_banned_filters_the_list(workspace, search, qtbot):
    workspace.state.set_context(day=date(2024, 12, 10))
    search.setText("what is banned")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    model = workspace.list.model
    listed = [model.index(row, 0).data(model.MetalIdRole) for row in range(model.rowCount())]
    assert {"gallium", "germanium", "antimony"} <= set(listed) and "copper" not in listed


def test_escape_closes_the_results_and_then_clears_the_field(window, search, qtbot):
    qtbot.keyClicks(search, "gallium")
    assert panel(window).isVisible()
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert not panel(window).isVisible() and search.text() == "gallium"
    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert panel(window).isVisible()
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_closed_results_open_again_with_a_click_and_with_enter(window, search, qtbot):
    qtbot.keyClicks(search, "gallium")
    for reopen in (
        lambda: qtbot.mouseClick(search, Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(search, Qt.Key.Key_Return),
    ):
        qtbot.keyClick(search, Qt.Key.Key_Escape)
        assert not panel(window).isVisible()
        reopen()
        assert panel(window).isVisible() and search.text() == "gallium"


def test_a_text_that_is_too_long_is_reported_in_the_list(window, search):
    search.setText(" ".join(f"{n}" for n in range(1_000)))
    assert panel(window).isVisible() and search.results.rowCount() == 1
    assert "at most 50 words" in search.results.index(0).data()
    search.setText("gallium")
    assert "Gallium" in search.results.index(1).data()


def test_open_results_follow_the_context(window, workspace, search):
    search.setText("gallium")
    before = search.results.line(1).pill
    workspace.state.set_context(day=date(2024, 12, 10))
    assert search.results.line(1).pill == "refused in principle" != before


def test_a_screen_reader_hears_the_current_row(search, qtbot):
    search.setText("gallium")
    assert search.accessibleDescription().startswith("Gallium 镓, ")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.accessibleDescription() == ""


@pytest.mark.parametrize(("width", "height"), [(920, 600), (1440, 900), (1920, 1080)])
@pytest.mark.parametrize("text", ["gallium", "may gallium go to Japan", "8112 92 89", "xqzzy"])
def test_the_panel_stays_inside_the_window(window, search, width, height, text):
    window.resize(width, height)
    search.setText("")
    search.setText(text)
    results = panel(window)
    assert window.rect().contains(results.geometry())
    top = results.visualRect(search.results.index(0, 0)).top()
    assert top >= 0 and results.width() >= min(600, width - 40)
    assert results.mapTo(window, QPoint(0, 0)).y() >= search.mapTo(window, QPoint(0, search.height())).y()


def test_the_rows_are_painted_in_both_themes(window, search):
    search.setText("gallium arsenide")
    light = panel(window).grab().toImage()
    search.set_theme(DARK)
    panel(window).viewport().update()
    dark = panel(window).grab().toImage()
    assert light.size() == dark.size() and light != dark


@pytest.mark.parametrize(
    "text",
    [
        "gallium",  # a metal
        "price of antimony",  # an answer that opens a tab
        "what changed in 2024",  # an answer with a page
        "what is banned",  # a list with a filter
        "46/2024",  # a document
        "25 rare metals",  # a claim
        "Germany",  # a destination
        "10 Dec 2024",  # a day
        "8112 92 90 10",  # a code
    ],
)
def test_the_focus_lands_in_what_is_opened(window, workspace, search, qtbot, text):
    window.activateWindow()
    search.setFocus()
    search.setText(text)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    QApplication.processEvents()
    shown = workspace.records.record or workspace.detail.page(workspace.state.tab)
    focused = window.focusWidget()
    assert focused is shown or shown.isAncestorOf(focused)
    assert focused.isVisible() and not isinstance(focused, QLineEdit)


def test_a_long_answer_is_whole(window, search):
    search.setText("what does Germany depend on China for")
    line, painter = current(window), panel(window).painter
    metrics = QFontMetrics(panel(window).font())
    room = QRect(0, 0, painter.width - 24, 10_000)
    needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, line.title).height()
    assert needed > 3 * metrics.lineSpacing() and painter.height_of(line) >= needed
