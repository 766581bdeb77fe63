"""My parts: what changed for saved lists, as the command prints it, and the lists with rename, removal and undo."""

import csv
import json
from datetime import date, timedelta
from io import StringIO

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog

from explorer import paths
from explorer.data.parts.check import check_parts
from explorer.data.store import Store
from explorer.data.user.entry_records import EventFacts, Notice
from explorer.data.user.parts import add_parts, all_parts, find_parts
from explorer.data.user.parts_records import PartsFacts, PartsLine
from explorer.data.user.parts_results import save_check
from explorer.data.user.user_file import UserFile
from explorer.errors import KnownError
from explorer.models.table import RecordTable
from explorer.models.view_request import write
from explorer.ui.views.parts import view
from tests.commands.conftest import run as run
from tests.data.calendar_parser import events_of

CHECKED, PAUSE_END = date(2026, 10, 8), date(2026, 11, 27)
AFTER_END = PAUSE_END + timedelta(days=1)
LINES = (
    PartsLine(2, "8112929010", "A-1; gallium"),
    PartsLine(3, "8110.10.10.00", "A-2"),
    PartsLine(4, "999999"),
)


@pytest.fixture
def store(edition_file):
    """The frozen edition for one test, since entries change its facts."""
    with Store.open(edition_file) as opened:
        yield opened


@pytest.fixture(autouse=True)
def file(tmp_path, monkeypatch):
    """The user's file of one test."""
    monkeypatch.setenv(paths.USER_DATA_VARIABLE, str(tmp_path / "home"))
    return UserFile()


@pytest.fixture
def motors(file, store):
    """A saved list to the United States, last checked on 8 Oct 2026."""
    parts = add_parts(file, PartsFacts("Motors", "CHN", "USA", "motors.csv"), LINES)
    save_check(file, parts.list_id, check_parts(store, parts, CHECKED).check)
    return find_parts(file, parts.list_id)


@pytest.fixture
def magnets(file, store):
    """A saved list to Japan, last checked on 8 Oct 2026."""
    parts = add_parts(file, PartsFacts("Magnets", "CHN", "JPN"), LINES)
    save_check(file, parts.list_id, check_parts(store, parts, CHECKED).check)
    return find_parts(file, parts.list_id)


def opened(workspace, qtbot, day=AFTER_END, **options):
    """Return the page for a day, once the lists are checked."""
    state = workspace.state
    state.set_context(day=day, origin="CHN", destination="ALL")
    state.set_options("parts", options)
    state.set_view("parts")
    page = workspace.views.view("parts")
    qtbot.waitUntil(lambda: is_done(page))
    return page


def is_done(page) -> bool:
    is_checked = page.summary.isVisible() and page.summary.heading.text() != "Checking…"
    return page.empty.isVisible() or is_checked


def texts(table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.records.rows]


def test_what_changed_has_both_verdicts_the_day_and_why(motors, workspace, qtbot):
    page = opened(workspace, qtbot)
    assert page.summary.heading.text() == (
        "2 verdicts differ from the last check on 8 Oct 2026. By the data on file, no verdict changes "
        "until 28 Nov 2027."
    )
    gallium, _antimony = texts(page.changed)
    assert gallium[:5] == [
        "2: 8112929010\nA-1; gallium",
        "Motors",
        "28 Nov 2026\nnot checked",
        "licence\nrefusal paused\nLISTED",
        "refused in principle (presumed)\nLISTED",
    ]
    assert gallium[5].endswith("presumed: text of Announcement 72 of 2025; no notice confirms this.")
    pills = [page.changed.records.index(0, n).data(RecordTable.PillRole) for n in (3, 4)]
    assert pills == ["licence", "prohibition"]
    assert page.warning.text() == "Checked to 8 Oct 2026: the last 51 days are not covered."
    assert not page.ahead.isVisible()
    assert (
        page.calendar.isVisible()
    )  # the ordinary licence for antimony ends on 31 Dec 2026, whatever the verdict


def test_a_fault_in_the_check_ends_it_with_a_sentence(motors, workspace, qtbot, monkeypatch):
    def faulty(*_given):
        yield
        raise ValueError("no verdict")

    monkeypatch.setattr(view, "parts_steps", faulty)
    with qtbot.captureExceptions() as errors:
        page = opened(workspace, qtbot)
    assert page.summary.heading.text() == "The parts lists could not be checked."
    assert [str(error) for _, error, _ in errors] == ["no verdict"]


def test_days_ahead_are_listed_and_saved_as_a_calendar_file(motors, workspace, qtbot, tmp_path, monkeypatch):
    page = opened(workspace, qtbot, day=CHECKED)
    assert not page.changed.isVisible() and not page.unchecked.isVisible()
    assert [row[2] for row in texts(page.ahead)] == ["28 Nov 2026\nnot checked"] * 2
    target = tmp_path / "parts.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.calendar.click()
    events = {event["SUMMARY"]: event for event in events_of(target.read_bytes())}
    assert "Motors: 2 lines get a different verdict (China to the United States)" in events
    term = "Motors: Last day of the term: ordinary export licence requirement (China to all destinations)"
    assert events[term]["DTSTART;VALUE=DATE"] == "20261231"
    assert events[term]["DESCRIPTION"].startswith("Line of the list: 3")


def test_a_list_without_a_measure_has_no_calendar(file, workspace, qtbot):
    add_parts(file, PartsFacts("Rest", "CHN", "USA", "rest.csv"), (PartsLine(1, "999999"),))
    page = opened(workspace, qtbot, day=CHECKED)
    assert page.save.isVisible() and not page.calendar.isVisible()


def test_the_csv_is_that_of_the_command_and_agrees_with_its_json(motors, magnets, workspace, qtbot, run):
    page = opened(workspace, qtbot, day=AFTER_END, since="2025-11-01")
    words = ("parts", "check", "--since", "2025-11-01", "--on", AFTER_END.isoformat())
    assert page.csv() == run(*words, "--csv").out
    rows = list(csv.DictReader(StringIO(page.csv())))
    lists = json.loads(run(*words, "--json").out)["lists"]
    changes = [change for found in lists for kind in ("changed", "ahead") for change in found[kind]]
    assert [(r["line"], r["day"], r["after_words"]) for r in rows] == [
        (str(c["line"]), c["day"], c["after"]["words"]) for c in changes
    ]
    assert len(rows) == len(texts(page.changed)) + len(texts(page.ahead)) > 0


def test_the_table_is_saved_as_xlsx_and_copied(motors, workspace, qtbot, tmp_path, monkeypatch):
    page = opened(workspace, qtbot)
    target = tmp_path / "parts.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.save.click()
    assert target.read_bytes()[:2] == b"PK"
    page.copy.click()
    assert QGuiApplication.clipboard().text() == page.csv()


def test_a_row_opens_the_document_behind_the_change(motors, workspace, qtbot):
    page = opened(workspace, qtbot)
    qtbot.keyClick(page.changed, Qt.Key.Key_Return)
    assert workspace.state.record == ("document", "cn-2025-72")


def test_one_list_can_be_chosen_and_is_part_of_the_link(motors, magnets, workspace, qtbot):
    page = opened(workspace, qtbot)
    assert [page.choices.list.itemText(n) for n in range(3)] == ["All parts lists", "Magnets", "Motors"]
    assert {row[1] for row in texts(page.changed)} == {"Motors"}
    page.choices.list.setCurrentIndex(1)
    page.choices.list.activated.emit(1)
    qtbot.waitUntil(lambda: is_done(page))
    assert f"view/parts?on={AFTER_END}&from=CHN&to=ALL&list={magnets.list_id}" in write(
        workspace.state.as_request()
    )
    assert texts(page.changed) == []
    workspace.state.set_option("parts", "list", "none")
    assert page.summary.heading.text() == "You have no parts list with the name “none”."


def test_another_day_to_compare_with_can_be_chosen(motors, workspace, qtbot):
    page = opened(workspace, qtbot, since="2025-11-01", day=PAUSE_END)
    assert [row[2] for row in texts(page.changed)] == ["9 Nov 2025"] * 2
    assert not page.choices.last_check.isChecked() and page.choices.since.day() == date(2025, 11, 1)
    page.choices.last_check.click()
    qtbot.waitUntil(lambda: is_done(page))
    assert texts(page.changed) == [] and page.choices.since.day() == CHECKED
    workspace.state.set_context(day=date(2026, 1, 1))
    qtbot.waitUntil(lambda: is_done(page))
    assert "is later than the as-of date (1 Jan 2026)." in page.summary.heading.text()
    assert (not page.save.isVisible() and not page.export_content()) or page.csv()


def test_an_entry_of_the_user_changes_the_page_at_once(motors, workspace, qtbot, file):
    page = opened(workspace, qtbot, day=CHECKED)
    assert texts(page.changed) == []
    notice = Notice("Announcement 80 of 2026", "https://www.mofcom.gov.cn/80.html", "2020-01-01")
    workspace.shared.entries.add(EventFacts("cn-2023-23", "repealed", "2026-10-01"), notice)
    qtbot.waitUntil(lambda: page.changed.records.rowCount() == 1)
    [[_, _, day, _, _, why]] = texts(page.changed)
    assert day == "1 Oct 2026"
    assert why.startswith(
        "An entry of yours gives a different verdict from the last check.\n1 Oct 2026: Ended:"
    )


def test_marking_as_seen_makes_today_the_last_check(motors, workspace, qtbot, file):
    page = opened(workspace, qtbot)
    assert page.seen.isVisible() == (date.today() == AFTER_END)
    workspace.state.set_context(today=True)
    qtbot.waitUntil(lambda: is_done(page) and page.seen.isVisible())
    page.seen.click()
    assert find_parts(file, "Motors").last.day == date.today()
    qtbot.waitUntil(lambda: is_done(page) and not page.changed.records.rowCount())
    assert workspace.status.sentence == "Later checks are compared with the verdicts of today."


def test_lists_are_renamed_removed_and_restored(motors, workspace, qtbot, file, monkeypatch):
    page = opened(workspace, qtbot)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Engines", True))
    page.lists.rename.click()
    qtbot.waitUntil(lambda: [row[0] for row in texts(page.lists.table)] == ["Engines"])
    page.lists.remove.click()
    assert all_parts(file) == () and page.lists.message.text() == "Removed the parts list “Engines”."
    qtbot.waitUntil(lambda: page.empty.isVisible())
    page.lists.undo.click()
    [restored] = all_parts(file)
    assert restored == replace(motors, facts=replace(motors.facts, name="Engines"))
    qtbot.waitUntil(lambda: not page.empty.isVisible() and page.lists.table.isVisible())
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (" ", True))
    page.lists.rename.click()
    assert page.lists.message.text() == "Give the parts list a name."


def test_a_removal_that_fails_keeps_the_one_that_can_be_undone(
    motors, magnets, workspace, qtbot, file, monkeypatch
):
    page = opened(workspace, qtbot)
    first = texts(page.lists.table)[0][0]
    page.lists.remove.click()
    qtbot.waitUntil(lambda: len(texts(page.lists.table)) == 1)

    def refuse(_list_id):
        raise KnownError("The file is locked.")

    with monkeypatch.context() as patched:
        patched.setattr(workspace.shared.parts, "remove", refuse)
        page.lists.remove.click()
    assert page.lists.message.text() == "The file is locked."
    page.lists.undo.click()
    assert {parts.list_id for parts in all_parts(file)} == {motors.list_id, magnets.list_id}
    assert page.lists.message.text() == f"Restored the parts list “{first}”."


def test_a_list_opens_in_code_check_for_its_own_places(motors, workspace, qtbot):
    page = opened(workspace, qtbot)
    page.lists.open.click()
    codes = workspace.views.view("codes")
    state = workspace.state
    assert (state.view, state.context.destination) == ("codes", "USA")
    assert codes.session.line_list.lines[0].cells == ("A-1; gallium", "8112929010")
    assert f"list={motors.list_id}" in write(state.as_request())
    codes.input.clear.click()
    assert state.options("codes")["list"] == "" and codes.session.line_list is None


def test_without_lists_the_page_says_how_to_save_one(workspace, qtbot):
    page = opened(workspace, qtbot)
    assert page.empty.isVisible() and not page.summary.isVisible() and not page.lists.isVisible()
    page.focus_content()
    assert page.empty.button.hasFocus()
    page.empty.button.click()
    assert workspace.state.view == "codes"


def test_today_leads_to_the_page_and_back(motors, workspace, qtbot):
    workspace.state.set_view("today")
    today = workspace.views.view("today")
    today.my_parts.click()
    assert workspace.state.view == "parts"
    page = workspace.views.view("parts")
    page.back.click()
    assert workspace.state.view == "today"
