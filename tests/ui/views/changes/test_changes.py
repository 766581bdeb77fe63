"""The view of what changed: it follows the state, shows what the command prints, and opens documents."""

import csv
import json
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from explorer.data.dates import show
from explorer.models.table import RecordTable
from explorer.models.view_request import write
from tests.commands.conftest import run as run  # the fixture
from tests.data.builders import event, measure
from tests.data.controls.test_changes import with_measures

SINCE, UNTIL = date(2026, 11, 27), date(2026, 11, 28)


@pytest.fixture
def changes(workspace, qtbot):
    state = workspace.state
    state.set_context(day=UNTIL, origin="CHN", destination="USA")
    state.set_option("changes", "since", SINCE.isoformat())
    state.set_view("changes")
    view = workspace.views.view("changes")
    qtbot.waitUntil(lambda: view.metals.records.rowCount() > 0)
    return view


def texts(table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.records.rows]


def test_the_end_of_the_pause_shows_both_pills_and_why(changes):
    rows = {row[0]: row for row in texts(changes.metals)}
    assert list(rows) == ["Antimony", "Gallium", "Germanium", "Superhard materials"]
    _, destination, before, after, why = rows["Gallium"]
    assert (destination, before) == ("the United States", "refusal paused\nuntil 27 Nov 2026")
    assert after == "refused in principle (presumed)"
    assert why == (
        "28 Nov 2026: In force again (presumed): refusal in principle. Measure: Announcement 46 of 2024, "
        "section 2, first clause. Basis: presumed: text of Announcement 72 of 2025; no notice confirms this."
    )
    pills = [changes.metals.records.index(1, column).data(RecordTable.PillRole) for column in (2, 3)]
    assert pills == ["prohibition-paused", "prohibition"]
    assert changes.warning.text() == "Checked to 8 Oct 2026: the last 51 days are not covered."
    assert [row[0] for row in texts(changes.measures)] == ["28 Nov 2026\nnot checked"] * 2


def test_it_agrees_with_the_command(changes, run):
    words = ("changes", "--since", "2026-11-27", "--until", "2026-11-28", "--from", "CHN", "--to", "USA")
    assert changes.csv() == run(*words, "--csv").out
    found = json.loads(run(*words, "--json").out)
    documents = [
        changes.metals.records.index(row, 0).data(RecordTable.KeyRole).split(";")
        for row in range(changes.metals.records.rowCount())
    ]
    assert documents == [m["documents"] for m in found["metals"]]
    pills = [(row[2].splitlines()[0], row[3].splitlines()[0]) for row in texts(changes.metals)]
    assert pills == [(m["before"]["pill"], m["after"]["pill"]) for m in found["metals"]]
    steps = [(show(s["published"]), s["words"]) for m in found["measures"] for s in m["steps"]]
    assert [(row[0].splitlines()[0], row[1]) for row in texts(changes.measures)] == steps


def test_it_follows_days_destination_origin_and_theme(changes, workspace):
    state = workspace.state
    picture = changes.metals.grab().toImage()
    state.set_theme("dark")
    assert changes.metals.grab().toImage() != picture
    state.set_context(destination="JPN")
    assert "Gallium" not in {row[0] for row in texts(changes.metals)}
    assert "Japan" in changes.subtitle.text()
    state.set_context(day=date(2026, 11, 11))
    assert changes.days.until.day() == date(2026, 11, 11)
    assert "must be before the last day, 11 Nov 2026" in changes.summary.heading.text()
    assert not changes.metals.isVisible() and not changes.save.isVisible() and changes.csv() == ""
    state.set_option("changes", "since", "2026-11-10")
    assert texts(changes.measures) and changes.days.since.day() == date(2026, 11, 10)
    state.set_context(origin="COD")
    assert "DR Congo" in changes.subtitle.text() and not texts(changes.measures)


def test_all_destinations_are_part_of_the_link(changes, workspace):
    changes.days.all_destinations.click()
    assert {row[1] for row in texts(changes.metals)} == {"the United States"}
    assert "all destinations" in changes.subtitle.text()
    link = write(workspace.state.as_request())
    assert "since=2026-11-27" in link and "destinations=all" in link and "on=2026-11-28" in link


def test_a_day_in_a_field_is_applied_and_a_fault_is_shown(changes, workspace, qtbot):
    changes.days.since.setText("nonsense")
    changes.days.since.returnPressed.emit()
    assert "nonsense" in changes.days.fault.text() and changes.days.fault.isVisible()
    changes.days.since.setText("2026-11-26")
    changes.days.since.returnPressed.emit()
    assert workspace.state.options("changes")["since"] == "2026-11-26" and not changes.days.fault.isVisible()
    changes.days.until.setText("29 Nov 2026")
    changes.days.until.returnPressed.emit()
    assert workspace.state.context.as_of == date(2026, 11, 29)


def test_what_changed_and_came_back_is_listed_apart(changes, workspace, store):
    pause = event("2025-02-01", "suspended", "2025-02-28"), event("2025-02-10", "resumed")
    changes.shared.store = with_measures(store, [measure("m0", events=pause)])
    workspace.state.set_context(day=date(2025, 3, 20))
    workspace.state.set_option("changes", "since", "2025-01-20")
    assert [row[0] for row in texts(changes.returned)] == ["1 Feb 2025", "10 Feb 2025"]
    assert changes.returned.isVisible() and not changes.metals.isVisible()
    sentence = "1 measure changed in between and has its first status again."
    assert changes.summary.heading.text().endswith(sentence)


def test_a_quiet_span_says_so(changes, workspace):
    workspace.state.set_context(destination="DEU", day=date(2026, 10, 21))
    workspace.state.set_option("changes", "since", "2026-10-20")
    sentence = "No metal or measure on file has a different status on the last day."
    assert changes.summary.heading.text() == sentence
    assert not changes.metals.isVisible() and not changes.hint.isVisible()
    assert changes.unchecked.isVisible()


def test_goods_that_are_not_exported_have_the_sentence_only(changes, workspace):
    workspace.state.set_context(destination="CHN")
    assert "not exports" in changes.summary.heading.text() and not changes.unchecked.isVisible()


def test_a_row_opens_the_document_and_its_menu_lists_all(changes, workspace):
    changes.metals.setCurrentIndex(changes.metals.records.index(1, 0))
    assert changes.metals.entries()[0].text == "Open Announcement 72 of 2025"
    changes.metals.activated.emit(changes.metals.records.index(1, 0))
    assert workspace.state.record == ("document", "cn-2025-72") and workspace.state.view == "metals"


def test_the_changes_are_copied_and_saved_as_csv(changes, monkeypatch, tmp_path):
    changes.copy.click()
    assert QGuiApplication.clipboard().text() == changes.csv()
    chosen = tmp_path / "changes"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), "CSV files (*.csv)"))
    changes.save.click()
    rows = list(csv.DictReader(StringIO(Path(f"{chosen}.csv").read_text(encoding="utf-8"))))
    assert [r["metal"] for r in rows if r["record"] == "metal"] == [
        *("antimony", "gallium", "germanium", "superhard")
    ]


def test_today_opens_it_from_the_last_visit_and_stays_marked(workspace, settings, qtbot):
    state = workspace.state
    state.set_context(day=UNTIL)
    state.set_view("today")
    today = workspace.views.view("today")
    qtbot.waitUntil(lambda: bool(today.counts.buttons))
    today.dates.changes.click()
    view = workspace.views.view("changes")
    assert state.view == "changes" and view.days.since.day() == UNTIL - timedelta(days=90)
    assert not view.days.last_visit.isVisible()
    assert [v for v, button in workspace.rail.buttons.items() if button.isChecked()] == ["today"]
    view.back.click()
    assert state.view == "today"


def test_the_last_visit_is_offered(changes, workspace, settings):
    settings.setValue("used", "2024-12-10")
    workspace.state.restore(settings, {"gallium"}, {"CHN"}, {"USA"})
    workspace.state.set_context(day=UNTIL)
    changes.invalidate()
    assert changes.days.last_visit.text() == "Since the last visit, 10 Dec 2024"
    changes.days.last_visit.click()
    assert changes.days.since.day() == date(2024, 12, 10) and not changes.days.last_visit.isVisible()
