"""The page of an answer: how it is reached, what it shows, what its lines open, and how it is left."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from explorer.models.view_request import write
from explorer.ui.cards.metal_chip import MetalChip
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.table_view import TableView
from tests.ui.finding import by_name, by_text

CHANGES, RANKING = "what changed on 10 Nov 2026", "what does Germany depend on China for"
SEVERAL = "who makes tungsten and what changed for it in 2025"


@pytest.fixture
def state(window, workspace):
    workspace.state.set_context(day=date(2026, 11, 27), destination="USA")
    window.activateWindow()
    return workspace.state


def ask(window, workspace, question: str) -> None:
    """Type a question and press Enter."""
    workspace.top.search.setFocus()
    workspace.top.search.setText(question)
    QTest.keyClick(workspace.top.search, Qt.Key.Key_Return)
    QApplication.processEvents()


def texts(workspace) -> list[str]:
    return [x.text() for x in workspace.records.record.findChildren(QLabel) if x.text()]


def row_of(table: TableView, text: str) -> int:
    model = table.records
    cells = ((r, c) for r in range(model.rowCount()) for c in range(model.columnCount()))
    return next(r for r, c in cells if model.index(r, c).data() == text)


def test_enter_on_an_answer_opens_all_of_it(window, workspace, state):
    ask(window, workspace, CHANGES)
    assert state.record == ("answer", CHANGES) and state.context.as_of == date(2026, 11, 10)
    shown = texts(workspace)
    assert f"“{CHANGES}”" in shown and "China to the United States · 10 Nov 2026" in shown
    nothing = "No change on file takes effect on 10 Nov 2026 for these exports, but other dates on file "
    assert nothing + "fall on that day." in shown
    assert "Checked to 8 Oct 2026: the last 33 days are not covered." in shown
    table = by_name(workspace.records.record, TableView, "Changes and dates")
    assert row_of(table, "Announcement 70 of 2025") >= 0
    assert window.windowTitle() == f"“{CHANGES}” – Minor Metals Explorer"
    assert window.focusWidget() is table


def test_several_questions_open_a_page_with_a_card_for_each(window, workspace, state):
    ask(window, workspace, SEVERAL)
    assert state.record == ("answer", SEVERAL) and state.context.as_of == date(2026, 11, 27)
    shown = texts(workspace)
    assert "“who makes tungsten”" in shown and "“what changed for it in 2025”" in shown
    first = next(b for b in workspace.records.record.findChildren(QPushButton) if b.text() == "Copy answer")
    first.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("who makes tungsten") and "what changed" not in copied
    table = by_name(workspace.records.record, TableView, "Changes and dates")
    table.opened.emit(str(row_of(table, "Announcement 10 of 2025")))
    assert state.record == ("document", "cn-2025-10")


def test_a_line_opens_its_document_and_back_leads_to_the_answer(window, workspace, state):
    ask(window, workspace, CHANGES)
    table = by_name(workspace.records.record, TableView, "Changes and dates")
    table.setCurrentIndex(table.records.index(row_of(table, "Announcement 70 of 2025"), 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert state.record == ("document", "cn-2025-70")
    workspace.history.go_back()
    assert state.record == ("answer", CHANGES)
    workspace.history.go_back()
    assert state.record is None and state.context.as_of == date(2026, 11, 27)
    workspace.history.go_forward()
    assert state.record == ("answer", CHANGES)


def test_a_line_of_the_ranking_opens_the_tab_that_shows_it(window, workspace, state, qtbot):
    ask(window, workspace, RANKING)
    table = by_name(workspace.records.record, TableView, "Customs headings")
    table.setCurrentIndex(table.records.index(row_of(table, "Bismuth"), 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert (state.record, state.metal_id, state.tab) == (None, "bismuth", "trade")
    qtbot.waitUntil(lambda: window.focusWidget() is workspace.detail.page("trade"))
    assert state.context.destination == "DEU"


def test_a_line_opens_its_own_customs_heading(window, workspace, state):
    """Germany imports natural graphite under two headings, of which the Trade tab opens with the other."""
    ask(window, workspace, RANKING)
    table = workspace.records.record.findChild(TableView)
    model = table.records
    cells = ((r, str(model.index(r, 1).data())) for r in range(model.rowCount()))
    table.opened.emit(str(next(r for r, text in cells if "250490" in text)))
    assert (state.metal_id, state.tab, state.selected_heading) == ("graphite", "trade", "250490")
    page = workspace.detail.page("trade")
    heading = by_name(page, ChoiceBox, "Customs code of the suppliers")
    assert heading.currentData() == "250490"


def test_a_question_on_two_destinations_opens_a_line_for_each(window, workspace, state):
    ask(window, workspace, "may gallium go to the US and to Japan")
    assert state.record == ("answer", "may gallium go to the US and to Japan")
    assert state.context.destination == "USA"  # as before: none of the two is chosen for the reader
    table = by_name(workspace.records.record, TableView, "Destinations")
    assert window.focusWidget() is table
    assert "Press Enter or double-click a row to set its destination and open it." in texts(workspace)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert (state.record, state.metal_id, state.tab) == (None, "gallium", "controls")
    assert state.context.destination == "JPN"
    workspace.history.go_back()
    assert state.record is not None and state.context.destination == "USA"


def test_a_code_to_two_destinations_is_shown_for_the_one_that_is_opened(window, workspace, state, qtbot):
    ask(window, workspace, "may 8112 92 89 go to the US, to Japan?")
    table = by_name(workspace.records.record, TableView, "Destinations")
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert (state.code, state.context.destination, state.selected_item) == (
        "8112 92 89",
        "JPN",
        "cn-2023-23-1-1",
    )
    assert workspace.detail.code_note.question.text() == "China to Japan · 27 Nov 2026"
    line = workspace.detail.page("controls").list.line("cn-2023-23")
    qtbot.waitUntil(lambda: window.focusWidget() is line.button)


def test_a_line_that_only_sets_the_destination_leaves_the_answer_in_view(window, workspace, state):
    """No item on file has the code, so that there is nothing else to open."""
    ask(window, workspace, "may 7403110000 go to Germany and to Japan")
    table = by_name(workspace.records.record, TableView, "Destinations")
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert state.context.destination == "JPN" and state.record is not None
    assert workspace.status.sentence == "Destination: Japan"
    assert window.focusWidget() is by_name(workspace.records.record, TableView, "Destinations")


def test_a_list_filters_the_metals_and_shows_them(window, workspace, state):
    state.set_context(day=date(2024, 12, 10))
    ask(window, workspace, "what is banned")
    table = by_name(workspace.records.record, TableView, "Metals and materials")
    table.setCurrentIndex(table.records.index(row_of(table, "Antimony"), 0))
    table.opened.emit(table.currentIndex().data(table.records.KeyRole))
    assert (state.metal_id, state.tab) == ("antimony", "controls")


def test_several_metals_are_links_to_their_tab(window, workspace, state):
    ask(window, workspace, "who makes gallium and tungsten")
    chips = workspace.records.record.findChildren(MetalChip)
    assert len(chips) == 2
    chips[1].click()
    assert (state.record, state.metal_id, state.tab) == (None, "tungsten", "supply")


def test_escape_leaves_it_and_the_answer_of_one_metal_opens_its_tab(window, workspace, state):
    ask(window, workspace, CHANGES)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert state.record is None and workspace.detail.isVisible()
    ask(window, workspace, "who makes antimony")
    assert (state.record, state.metal_id, state.tab) == (None, "antimony", "supply")


def test_it_follows_the_places_that_the_question_does_not_name(window, workspace, state):
    ask(window, workspace, CHANGES)
    state.set_context(destination="DEU")
    assert "China to Germany · 10 Nov 2026" in texts(workspace)
    ask(window, workspace, RANKING)
    state.set_context(destination="JPN")
    assert "China to Germany · 10 Nov 2026" in texts(workspace)


def test_a_link_opens_it(workspace, state):
    state.open_record("answer", CHANGES, date(2026, 11, 27))
    link = write(state.as_request())
    state.close_record()
    workspace.follow(link)
    assert state.record == ("answer", CHANGES) and state.asked == date(2026, 11, 27)
    assert not workspace.banner.isVisible()


def test_a_link_with_a_question_that_is_not_understood_says_so(workspace, state):
    workspace.follow("minor-metals:?answer=why%20is%20gallium%20controlled")
    assert any("“why”" in text for text in texts(workspace))
    assert "Questions that are understood:" in texts(workspace)


def test_the_answer_is_copied_and_that_is_said(workspace, state):
    state.open_record("answer", CHANGES, date(2026, 11, 27))
    by_text(workspace.records.record, "Copy answer").click()
    copied = QGuiApplication.clipboard().text()
    last_day = "Last day of a pause that continues until 10 Jan 2027 by a statement only: licence requirement"
    assert copied.startswith(CHANGES) and f"10 Nov 2026\tAnnouncement 70 of 2025\t{last_day}" in copied
    assert workspace.status.sentence == "Copied to the clipboard."


def test_a_copied_row_says_how_far_the_controls_were_checked(workspace, state):
    state.open_record("answer", CHANGES, date(2026, 11, 27))
    table = by_name(workspace.records.record, TableView, "Changes and dates")
    next(entry for entry in table.entries() if entry.text == "Copy row").run()
    copied = QGuiApplication.clipboard().text()
    assert copied.endswith("\nChecked to 8 Oct 2026: the last 33 days are not covered.")


def test_its_texts_can_be_selected(workspace, state):
    state.open_record("answer", CHANGES, date(2026, 11, 27))
    (shown,) = [
        x for x in workspace.records.record.findChildren(QLabel) if x.text().startswith("No change on file")
    ]
    assert shown.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
