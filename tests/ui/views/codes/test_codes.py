"""The view Code check: codes from text, files and links, their verdicts and reasons, and what is saved."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QStyleOptionViewItem
from python_calamine import CalamineWorkbook

from explorer.data.finding.code_explanation import Explanation
from explorer.data.writing.xlsx_file import Column, Sheet, workbook_bytes
from explorer.models.checked_lines import APPLIES, FOUND, NUMBER, VERDICT, WRITTEN
from explorer.models.view_request import read, write
from explorer.palette import LIGHT
from explorer.ui.views.codes.explanation_page import explanation_page
from explorer.ui.views.lists.input_card import TYPING_MS
from explorer.ui.widgets.source import Source
from tests.commands.conftest import run as run  # the fixture

DAY = date(2024, 12, 10)
# The README of the data: 8112929010 to the United States on 2024-12-10 is listed and refused.
TYPED = "8112.92.9010\n8413\n9999999999\n811292"


@pytest.fixture
def codes(workspace, qtbot):
    workspace.state.set_context(day=DAY, origin="CHN", destination="USA")
    workspace.state.set_view("codes")
    view = workspace.views.view("codes")
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def take(codes, qtbot):
    """Return a function that gives the view a source and waits until every line is checked."""

    def give(source):
        codes.input.take(source if isinstance(source, Source) else Source(text=source))
        qtbot.waitUntil(lambda: codes.session.line_list is not None and not codes.session.is_busy)
        return codes

    return give


def column(view, number: int) -> list[str]:
    lines = view.session.lines
    return [str(lines.index(row, number).data()) for row in range(lines.rowCount())]


def explained(view, qtbot, part: str) -> None:
    qtbot.waitUntil(lambda: part in view.panel.page.toPlainText())


def test_without_codes_it_says_what_to_paste_and_offers_two_examples(codes, qtbot):
    assert codes.empty.isVisible() and not codes.result.isVisible()
    for button in (codes.empty.list_button, codes.empty.table_button):
        button.click()
        qtbot.waitUntil(lambda: codes.session.line_list is not None and not codes.session.is_busy)
        assert codes.result.isVisible() and set(column(codes, VERDICT)) & {"LISTED", "SUSPENDED", "ANNOUNCED"}
        codes.input.clear.click()
        assert codes.empty.isVisible() and codes.input.edit.hasFocus()


def test_every_line_keeps_its_place_with_a_verdict_or_the_reason(take):
    view = take(TYPED)
    assert column(view, NUMBER) == ["1", "2", "3", "4"]
    assert column(view, WRITTEN) == ["8112.92.9010", "8413", "9999999999", "811292"]
    assert column(view, VERDICT) == ["LISTED", "Not a code", "NO REFERENCE CODE ON FILE", "POSSIBLE"]
    assert column(view, APPLIES)[0] == "refused in principle"
    assert "has 4 digits" in column(view, FOUND)[1]
    counts = {name: chip.text() for name, chip in view.result.chips.items()}
    assert (counts["all"], counts["listed"], counts["unreadable"]) == ("All 4", "LISTED 1", "Not a code 1")
    assert "None of these verdicts means “free to export”" in view.result.caution.text()


def test_typing_is_checked_after_a_pause(codes, qtbot):
    codes.focus_content()
    QTest.keyClicks(codes.input.edit, "3C001.a")
    qtbot.waitUntil(lambda: column(codes, VERDICT) == ["LISTED"])
    codes.input.edit.clear()
    qtbot.waitUntil(codes.empty.isVisible)


def test_it_follows_day_origin_destination_and_theme(take, workspace, qtbot):
    view, state = take("8112929010\n3C001.a"), workspace.state
    state.set_context(
        day=date(2023, 7, 10)
    )  # the licence was announced on 3 July, in force from 1 August 2023
    assert column(view, VERDICT) == ["ANNOUNCED", "ANNOUNCED"]
    state.set_context(day=DAY, destination="JPN")
    assert column(view, APPLIES) == ["licence", "licence"]
    state.set_context(origin="CAN")
    assert column(view, VERDICT)[0] == "NO REFERENCE CODE ON FILE"
    state.set_context(origin="CHN", destination="CHN")
    assert "are not exports" in view.refusal.text() and view.refusal.isVisible()
    assert column(view, VERDICT) == ["checking…", "checking…"] and not view.result.save_csv.isEnabled()
    state.set_context(destination="USA")
    assert not view.refusal.isVisible() and "the United States as of 10 Dec 2024" in view.head.subtitle.text()
    picture = view.grab().toImage()
    state.set_theme("dark")
    assert view.grab().toImage() != picture


def test_a_hidden_view_keeps_its_text_and_catches_up(take, workspace, qtbot):
    view = take(TYPED)
    workspace.state.set_view("today")
    workspace.state.set_context(day=date(2023, 7, 10))
    workspace.state.set_view("codes")
    qtbot.waitUntil(lambda: column(view, VERDICT)[0] == "ANNOUNCED")
    assert view.input.edit.toPlainText() == TYPED


def test_the_panel_explains_the_line_of_the_arrow_keys(take, workspace, qtbot):
    view = take(TYPED)
    explained(view, qtbot, "Gallium 3C001.a")
    text = view.panel.page.toPlainText()
    for part in (
        "金属镓",
        "Announcement 23 of 2023",
        "refused in principle: Announcement 46 of 2024, section 2, first clause, for item 3C001.a, Gallium",
        "refusal in principle",
    ):
        assert part in text
    assert "none of the verdicts means “free to export”" in text
    assert view.panel.written.text() == "8112.92.9010" and view.panel.pills[0].text() == "LISTED"
    view.focus_content()
    QTest.keyClick(view.result.table, Qt.Key.Key_Down)
    explained(view, qtbot, "has 4 digits")
    QTest.keyClick(view.result.table, Qt.Key.Key_Down)
    explained(view, qtbot, "No item on file names this code")
    assert "Order 792" in view.panel.page.toPlainText()  # the catch-all of 1 Dec 2024


def test_what_would_change_a_pause_is_dated(take, workspace, qtbot):
    view = take("8112929010")
    workspace.state.set_context(day=date(2026, 11, 27))
    explained(view, qtbot, "27 Nov 2026: Last day of the pause: refusal in principle")
    assert "Status from then on: in force (presumed)" in view.panel.page.toPlainText()
    assert column(view, APPLIES) == ["licence; refusal paused"]


def test_enter_and_links_open_the_metal_and_the_document(take, workspace, qtbot):
    view, state = take("3C001.a"), workspace.state
    explained(view, qtbot, "Gallium 3C001.a")
    QTest.keyClick(view.result.table, Qt.Key.Key_Return)
    assert (state.view, state.metal_id, state.code, state.tab) == ("metals", "gallium", "3C001.a", "controls")
    view.panel.page.anchorClicked.emit(QUrl("document:cn-2023-23"))
    assert state.record == ("document", "cn-2023-23")


def test_a_verdict_filters_the_lines(take, workspace):
    view = take(TYPED)
    view.result.chips["possible"].click()
    assert column(view, WRITTEN) == ["811292"] and workspace.state.options("codes")["verdict"] == "possible"
    view.result.chips["possible"].click()
    assert view.result.chips["possible"].isChecked()
    assert not view.result.chips["announced"].isEnabled()
    workspace.state.set_context(day=date(2023, 7, 10))
    assert column(view, WRITTEN) == ["811292"]


def test_few_codes_are_in_the_link_and_come_back_from_it(take, workspace, store, qtbot):
    view = take(TYPED)
    link = write(workspace.state.as_request())
    assert "codes=8112.92.9010%2C8413%2C9999999999%2C811292" in link
    view.input.clear.click()
    assert workspace.state.options("codes")["codes"] == ""
    workspace.state.apply(read(link, store)[0])
    qtbot.waitUntil(lambda: column(view, WRITTEN)[:1] == ["8112.92.9010"])
    assert view.input.edit.toPlainText() == TYPED


def test_many_codes_and_tables_are_not_in_the_link(take, workspace):
    take("\n".join(["3C001"] * 21))
    assert workspace.state.options("codes")["codes"] == ""
    take("part\tcode\nA\t3C001")
    assert workspace.state.options("codes")["codes"] == ""


def test_another_column_can_be_chosen(take):
    view = take("Old code;New code\n811292;8112929010\n811292;8112991000\n")
    assert [view.input.column.itemText(n) for n in range(2)] == ["Old code", "New code"]
    assert set(column(view, VERDICT)) == {"POSSIBLE"}
    view.input.columnChosen.emit(1)
    assert set(column(view, VERDICT)) == {"LISTED"}


def test_the_panel_explains_a_line_of_the_group_that_is_shown(take, workspace, qtbot):
    view = take(TYPED)
    view.result.table.select_line(1)
    qtbot.waitUntil(lambda: view.panel.number.text() == "Line 2")
    view.result.chips["possible"].click()
    qtbot.waitUntil(lambda: view.panel.number.text() == "Line 4")
    assert view.result.table.line == 3
    workspace.state.set_context(day=date(2024, 12, 11))
    qtbot.waitUntil(lambda: not view.session.is_busy and view.result.table.line == 3)
    qtbot.waitUntil(lambda: view.panel.number.text() == "Line 4")
    workspace.state.set_option("codes", "verdict", "announced")
    qtbot.waitUntil(lambda: "Select a line" in view.panel.page.toPlainText())
    assert view.panel.number.text() == ""


def drop(view, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where, actions = QPointF(QPoint(40, 40)), Qt.DropAction.CopyAction
    view.dropEvent(
        QDropEvent(where, actions, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    )


def test_a_file_can_be_dropped_on_the_view(codes, tmp_path, qtbot):
    path = tmp_path / "parts.csv"
    path.write_text("part;code\nA;8112929010\nB;84\n", encoding="utf-8-sig")
    drop(codes, path)
    qtbot.waitUntil(lambda: codes.session.line_list is not None and not codes.session.is_busy)
    assert column(codes, NUMBER) == ["2", "3"] and column(codes, VERDICT) == ["LISTED", "Not a code"]
    assert codes.input.file.isVisible() and codes.input.file.text() == "parts.csv"


def test_of_several_files_one_is_read_and_the_others_are_counted(codes, tmp_path):
    drop(codes, *(tmp_path / name for name in ("a.csv", "b.csv", "c.csv")))
    assert codes.input.file.text() == "a.csv\n2 more files were not read. Give one file at a time."


def test_typing_before_a_file_does_not_remove_its_list(codes, tmp_path, qtbot):
    path = tmp_path / "parts.csv"
    path.write_text("8112929010\n", encoding="utf-8")
    codes.focus_content()
    QTest.keyClicks(codes.input.edit, "84")
    drop(codes, path)
    qtbot.wait(2 * TYPING_MS)
    assert column(codes, VERDICT) == ["LISTED"]


def test_a_file_has_the_list_as_it_was_when_the_file_was_asked_for(take, workspace, tmp_path, monkeypatch):
    view, path = take("8112929010"), tmp_path / "codes.csv"

    def choose(*_: object) -> tuple[str, str]:
        workspace.state.set_context(day=date(2023, 7, 10), destination="ALL")
        return str(path), ""

    before = view.result.csv()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    view.result.save_csv.click()
    assert path.read_text(encoding="utf-8") == before and "LISTED" in before


def test_what_cannot_be_read_is_one_sentence(codes, tmp_path, qtbot):
    codes.input.take(Source(tmp_path / "nothing.csv"))
    qtbot.waitUntil(codes.input.message.isVisible)
    assert "cannot be read" in codes.input.message.text() and codes.empty.isVisible()


def test_the_csv_agrees_with_the_json_of_the_command(take, tmp_path, run):
    path = tmp_path / "parts.csv"
    path.write_text("part,code\nA,8112929010\nB,84\nC,999999\nD,1C240.a\n", encoding="utf-8")
    view = take(Source(path))
    rows = list(csv.DictReader(io.StringIO(view.result.csv())))
    out = run("check", "--file", path, "--format", "jsonl", "--on", DAY.isoformat(), "--to", "USA").out
    lines = [json.loads(line) for line in out.splitlines()]
    assert len(rows) == len(lines) == 4
    for row, line in zip(rows, lines, strict=True):
        for name, value in line.items():
            text = "; ".join(value) if isinstance(value, list) else str(value)
            assert row[name] == text


def test_the_workbook_has_the_codes_as_text(take, workspace):
    view = take("0504000000\n8112929010")
    (sheet,) = (CalamineWorkbook.from_filelike(io.BytesIO(view.result.workbook())).get_sheet_by_index(0),)
    rows = sheet.to_python()
    assert rows[0][0] == "Exports from China to the United States as of 10 Dec 2024"
    assert "0504000000" in rows[4] and "8112929010" in rows[5]


def test_rows_and_the_table_can_be_copied(take):
    view = take(TYPED)
    view.result.table.selectRow(0)
    view.result.table.copy_rows()
    assert (
        QGuiApplication.clipboard()
        .text()
        .startswith("1\t8112.92.9010\tLISTED\trefused in principle\t3C001.a, Announcement 46 of 2024")
    )
    view.result.copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Line\tCode\tVerdict") and len(lines) == 5


def test_checking_a_long_list_can_be_cancelled(codes, qtbot):
    codes.input.take(Source(text="\n".join(["8112929010"] * 20_000)))
    qtbot.waitUntil(lambda: codes.session.line_list is not None)
    codes.session.cancel()
    assert not codes.session.is_busy and "not checked" in codes.input.message.text()
    assert not codes.result.statement.isEnabled()


def test_closing_the_window_stops_reading(codes, workspace):
    codes.input.take(Source(text="\n".join(["8112929010"] * 20_000)))
    workspace.window().close()
    assert not codes.session.is_busy


def test_a_statement_is_written_without_blocking(take, workspace, tmp_path, qtbot, monkeypatch):
    path = tmp_path / "statement.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), "PDF"))
    view = take(TYPED)
    with qtbot.waitSignal(workspace.dialogs.exports.written):
        view.result.statement.click()
    assert Path(path).read_bytes().startswith(b"%PDF")


def test_a_sheet_can_be_chosen(take, tmp_path, qtbot):
    path = tmp_path / "parts.xlsx"
    codes = (("One", "8413"), ("Two", "8112929010"))
    path.write_bytes(workbook_bytes([Sheet(name, [Column("Code")], [[code]]) for name, code in codes]))
    view = take(Source(path))
    assert column(view, VERDICT) == ["Not a code"] and view.input.sheet.isVisible()
    view.input.sheetChosen.emit("Two")
    qtbot.waitUntil(lambda: column(view, VERDICT) == ["LISTED"])
    assert view.input.sheet.currentText() == "Two"


def test_the_tab_key_goes_in_reading_order(take, qtbot):
    view = take("8112929010")
    view.input.edit.setFocus()
    for expected in (
        view.input.open,
        view.input.paste,
        view.saved_lists.save,
        view.result.chips["all"],
        view.result.chips["listed"],
    ):
        QTest.keyClick(view.window().focusWidget(), Qt.Key.Key_Tab)
        assert view.window().focusWidget() is expected


def test_everything_has_an_accessible_name(take):
    view = take(TYPED)
    parts = (view, view.input.edit, view.input.column, view.result.table, view.panel.page, view.panel.copy)
    assert all(part.accessibleName() for part in parts)


def test_changes_beyond_those_shown_are_counted(store):
    changes = tuple(f"{n} Jan 2027: Pause ends." for n in range(1, 11))
    page = explanation_page(store, Explanation((), (), (), (), changes, ()), LIGHT)
    assert "8\u00a0Jan" in page and "9\u00a0Jan" not in page
    assert "2 later changes are on file. The statement (PDF) names them." in page


@pytest.mark.parametrize("size", [(920, 700), (1000, 700), (1440, 900)])
def test_a_verdict_is_never_cut(take, window, size):
    window.resize(*size)
    view = take("8112929010\n2804.90\n3C001.a\n8413")
    table, lines = view.result.table, view.session.lines
    option = QStyleOptionViewItem()
    table.initViewItemOption(option)
    rows = range(lines.rowCount())
    needed = [table.itemDelegate().sizeHint(option, lines.index(row, VERDICT)).width() for row in rows]
    assert "NO REFERENCE CODE ON FILE" in column(view, VERDICT)
    assert table.columnWidth(VERDICT) >= max(needed)
    assert all(lines.index(row, FOUND).data(Qt.ItemDataRole.ToolTipRole) for row in rows)
