"""The view Named parties: names from text, files and links, their verdicts and reasons, and what is saved."""

import csv
import io
import json
from datetime import date

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from python_calamine import CalamineWorkbook

from explorer.models.checked_lines import APPLIES, FOUND, NUMBER, VERDICT, WRITTEN
from explorer.models.view_request import read, write
from explorer.ui.widgets.source import Source
from tests.commands.conftest import run as run  # the fixture

DAY = date(2026, 10, 8)
TYPED = "Skydio, Inc.\n漢翔航空工業\nMitubishi Materials\nUmicore\n12"


@pytest.fixture
def names(workspace, qtbot):
    workspace.state.set_context(day=DAY, origin="CHN", destination="USA")
    workspace.state.set_view("names")
    view = workspace.views.view("names")
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def take(names, qtbot):
    """Return a function that gives the view a source and waits until every line is checked."""

    def give(source):
        names.input.take(source if isinstance(source, Source) else Source(text=source))
        qtbot.waitUntil(lambda: names.session.line_list is not None and not names.session.is_busy)
        return names

    return give


def column(view, number: int) -> list[str]:
    lines = view.session.lines
    return [str(lines.index(row, number).data()) for row in range(lines.rowCount())]


def explained(view, qtbot, part: str) -> None:
    qtbot.waitUntil(lambda: part in view.panel.page.toPlainText())


def test_the_switch_leads_from_codes_to_names_and_back(workspace, qtbot):
    state = workspace.state
    state.set_view("codes")
    codes = workspace.views.view("codes")
    codes.head.views["names"].click()
    assert state.view == "names" and workspace.rail.buttons["codes"].isChecked()
    names = workspace.views.view("names")
    assert names.head.views["names"].isChecked() and not names.head.views["codes"].isChecked()
    names.head.views["names"].click()
    assert state.view == "names" and names.head.views["names"].isChecked()
    names.head.views["codes"].click()
    assert state.view == "codes"


def test_without_names_it_says_what_to_paste_and_offers_two_examples(names, qtbot):
    assert names.empty.isVisible() and not names.result.isVisible()
    for button in (names.empty.list_button, names.empty.table_button):
        button.click()
        qtbot.waitUntil(lambda: names.session.line_list is not None and not names.session.is_busy)
        assert names.result.isVisible() and "ON A LIST" in column(names, VERDICT)
        names.input.clear.click()
        assert names.empty.isVisible() and names.input.edit.hasFocus()


def test_every_line_keeps_its_place_with_a_verdict_or_the_reason(take):
    view = take(TYPED)
    assert column(view, NUMBER) == ["1", "2", "3", "4", "5"]
    assert column(view, WRITTEN) == TYPED.split("\n")
    assert column(view, VERDICT) == [
        "ON A LIST",
        "ON A LIST",
        "SIMILAR",
        "NOT IN THIS DATABASE",
        "Not a name",
    ]
    assert column(view, APPLIES) == ["ban paused (presumed)", "ban", "", "", ""]
    found = column(view, FOUND)
    assert found[0] == "Skydio, Inc.: Notice 7 of 2025 (and 1 more)"
    assert found[2].startswith(
        "Mitsubishi Materials Corporation, words that match: Mitubishi (on file: Mitsubishi)"
    )
    assert found[4] == "“12” is not a name: it has no letters."
    counts = {name: chip.text() for name, chip in view.result.chips.items()}
    assert (counts["all"], counts["listed"], counts["similar"]) == ("All 5", "On a list 2", "Similar 1")
    assert "ownership is not covered" in view.result.caution.text()


def test_it_follows_day_and_origin_and_not_the_destination(take, workspace):
    view, state = take("Skydio\nRheinmetall AG"), workspace.state
    state.set_context(day=date(2025, 3, 3))
    assert column(view, VERDICT) == ["LISTED ON OTHER DAYS", "LISTED ON OTHER DAYS"]
    assert column(view, APPLIES) == ["not listed yet", "not listed yet"]
    state.set_context(day=date(2025, 3, 4), destination="JPN")
    assert (column(view, VERDICT)[0], column(view, APPLIES)[0]) == ("ON A LIST", "ban")
    state.set_context(origin="DEU")
    assert set(column(view, VERDICT)) == {"NOT IN THIS DATABASE"}
    assert "No lists of named parties issued by Germany are on file" in view.result.caution.text()
    assert "by Germany as of 4 Mar 2025" in view.head.subtitle.text()


def test_the_panel_explains_the_line_of_the_arrow_keys(take, workspace, qtbot):
    view = take(TYPED)
    explained(view, qtbot, "The name is spelt as on file.")
    text = view.panel.page.toPlainText().replace("\u00a0", " ")
    for part in (
        "斯凯迪奥公司 (United States)",
        "Notice 7 of 2025",
        "4 Apr 2025: In force: ban",
        "listed, measures stopped since 10 Nov 2025",
        "Ownership is not covered",
    ):
        assert part in text
    assert view.panel.written.text() == "Skydio, Inc." and view.panel.pills[0].text() == "ON A LIST"
    assert view.panel.sentence.text() == "“Skydio, Inc.” is on a list as of 8 Oct 2026."
    view.focus_content()
    for _ in range(2):
        QTest.keyClick(view.result.table, Qt.Key.Key_Down)
    explained(view, qtbot, "Words that match: Mitubishi (on file: Mitsubishi) and Materials.")
    for _ in range(2):
        QTest.keyClick(view.result.table, Qt.Key.Key_Down)
    explained(view, qtbot, "“12” is not a name")
    view.panel.copy.click()


def test_the_explanation_can_be_copied(take, qtbot):
    view = take("漢翔航空工業")
    explained(view, qtbot, "The same name as")
    view.panel.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(
        "Lists of named parties issued by China as of 8 Oct 2026\n漢翔航空工業: ON A LIST\n"
    )
    assert "Announcement 35 of 2025 (in force): ban, listed on 9 Jul 2025, number 1 of the notice" in copied
    assert "Ownership is not covered" in copied


def test_enter_and_links_open_the_notice(take, workspace, qtbot):
    view, state = take("Skydio"), workspace.state
    explained(view, qtbot, "Notice 7 of 2025")
    QTest.keyClick(view.result.table, Qt.Key.Key_Return)
    assert state.record == ("document", "cn-uel-2025-7")
    view.panel.page.anchorClicked.emit(QUrl("document:cn-2025-13"))
    assert state.record == ("document", "cn-2025-13")


def test_a_verdict_filters_the_lines(take, workspace):
    view = take(TYPED)
    view.result.chips["similar"].click()
    assert column(view, WRITTEN) == ["Mitubishi Materials"]
    assert workspace.state.options("names")["verdict"] == "similar"


def test_few_names_are_in_the_link_and_come_back_from_it(take, workspace, store, qtbot):
    view = take(TYPED)
    link = write(workspace.state.as_request())
    assert link.startswith("minor-metals:view/names?") and "names=Skydio%2C%20Inc.%3B" in link
    view.input.clear.click()
    assert workspace.state.options("names")["names"] == ""
    workspace.state.apply(read(link, store)[0])
    qtbot.waitUntil(lambda: column(view, WRITTEN)[:1] == ["Skydio, Inc."])
    assert view.input.edit.toPlainText() == TYPED


def test_the_column_with_the_names_is_found_and_can_be_changed(take):
    view = take("Order;Customer;Owner\n1;Umicore;Leidos\n")
    assert column(view, WRITTEN) == ["Umicore"]
    view.input.columnChosen.emit(2)
    assert column(view, VERDICT) == ["ON A LIST"]


def test_the_csv_agrees_with_the_command(take, tmp_path, run):
    path = tmp_path / "partners.csv"
    path.write_text('order,company\n1,"Skydio, Inc."\n2,Umicore\n3,\n4,TDK株式会社\n', encoding="utf-8")
    view = take(Source(path))
    printed = run("parties", "--file", path, "--csv", "--on", DAY.isoformat()).out
    assert list(csv.reader(io.StringIO(view.result.csv()))) == list(csv.reader(io.StringIO(printed)))
    found = json.loads(run("parties", "--file", path, "--json", "--on", DAY.isoformat()).out)["names"]
    assert [n["verdict"] for n in found] == ["ON A LIST", "NOT IN THIS DATABASE", None, "ON A LIST"]


def test_the_workbook_begins_with_what_was_checked_and_what_is_open(take):
    view = take("Skydio")
    rows = (
        CalamineWorkbook.from_filelike(io.BytesIO(view.result.workbook())).get_sheet_by_index(0).to_python()
    )
    assert rows[0][0] == "Lists of named parties issued by China as of 8 Oct 2026"
    assert "ownership is not covered" in rows[1][0]
    assert rows[4][1:3] == ["Skydio", "ON A LIST"]


def test_a_statement_is_written(take, workspace, tmp_path, qtbot, monkeypatch):
    path = tmp_path / "statement.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), "PDF"))
    view = take(TYPED)
    with qtbot.waitSignal(workspace.dialogs.exports.written):
        view.result.statement.click()
    assert path.read_bytes().startswith(b"%PDF")


def test_a_long_list_is_checked_in_steps_and_can_be_cancelled(names, qtbot):
    names.input.take(Source(text="\n".join(f"Company {number} Ltd" for number in range(20_000))))
    qtbot.waitUntil(lambda: names.session.line_list is not None)
    names.session.cancel()
    assert not names.session.is_busy and "not checked" in names.input.message.text()


def test_everything_has_an_accessible_name(take):
    view = take(TYPED)
    parts = (view, view.input.edit, view.input.column, view.result.table, view.panel.page, view.panel.copy)
    assert all(part.accessibleName() for part in parts)
