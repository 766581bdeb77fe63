"""The view Timeline: it follows the state, is used by mouse and keyboard, and agrees with the command."""

import csv
import io
import json
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from explorer.charts.builders.timeline import shown_timeline
from explorer.charts.output.csv_file import csv_bytes
from explorer.charts.spec import day_number
from explorer.charts.zoom import Range
from explorer.data.controls import timeline_record
from explorer.models.view_request import read, write


@pytest.fixture
def timeline(workspace, qtbot):
    workspace.state.set_context(day=date(2026, 11, 24), origin="CHN", destination="USA")
    workspace.state.set_view("timeline")
    view = workspace.views.view("timeline")
    qtbot.waitUntil(lambda: view.chart.has_chart and view.chart.view.is_drawn)
    return view


def labels(view) -> list[str]:
    return [row.label for row in view.chart.chart.rows]


def place_of(view, document_id: str) -> QPoint:
    """Return the place of the last span of a document's first row."""
    plot = view.chart.view.plot
    rows = plot.shape.spec.rows
    index = next(i for i, row in enumerate(rows) if row.facts.document_id == document_id)
    return [hit for hit in plot.hits() if hit.series == index][-1].at.toPoint()


def test_it_follows_day_places_and_theme(timeline, workspace):
    view = timeline
    assert "Checked to 8 Oct 2026" in view.warning.text()
    states = [row.detail for row in view.chart.chart.rows]
    workspace.state.set_context(day=date(2024, 12, 2))
    assert [row.detail for row in view.chart.chart.rows] != states and not view.warning.text()
    workspace.state.set_context(destination="JPN")
    assert any("Japan" in row.facts.rule for row in view.chart.chart.rows)
    workspace.state.set_context(origin="EUU")
    assert "Regulation (EU) 2017/852" in labels(view)
    before = view.chart.grab().toImage()
    workspace.state.set_theme("dark")
    assert view.chart.grab().toImage() != before


def test_a_metal_does_not_change_it(timeline, workspace):
    before = labels(timeline)
    workspace.state.set_metal("tungsten")
    assert labels(timeline) == before


def test_the_choices_are_options_of_the_state(timeline, workspace, store):
    view, state = timeline, workspace.state
    QTest.keyClick(view.by, Qt.Key.Key_Down)
    assert state.options("timeline")["by"] == "metal" and view.chart.chart.rows[0].group
    view.kind.setCurrentIndex(view.kind.findData("licence"))
    view.kind.activated.emit(view.kind.currentIndex())
    assert {row.kind for row in view.chart.chart.rows} == {"licence"}
    view.everywhere.click()
    view.full.click()
    chosen = {"by": "metal", "kind": "licence", "destinations": "all", "history": "full"}
    chosen |= {"since": "", "until": ""}
    assert state.options("timeline") == chosen
    link = write(state.as_request())
    state.apply(read("minor-metals:view/timeline", store)[0])
    assert view.by.currentData() == "document" and not view.everywhere.isChecked()
    state.apply(read(link, store)[0])
    assert state.options("timeline") == chosen and view.full.isChecked()


@pytest.mark.parametrize("by", ["document", "metal"])
def test_its_table_and_file_agree_with_the_command(timeline, workspace, store, by):
    view = timeline
    workspace.state.set_option("timeline", "by", by)
    _, shown, days = shown_timeline(store, workspace.state.context, "default", by)
    record = json.loads(json.dumps(timeline_record.as_dict(store, shown, days)))
    spans = [(row, span) for row in record["rows"] for span in row["spans"]]
    lines = [x for x in csv_bytes(view.chart.chart, "").decode().splitlines() if not x.startswith("#")]
    written = list(csv.DictReader(io.StringIO("\n".join(lines))))
    assert [(r["measure"], r["state"], r["from"], r["metal"]) for r in written] == [
        (row["measure"], span["state"], span["from"], row["metal"] or "") for row, span in spans
    ]
    view.chart.table_button.click()
    rows, header = view.chart.table.records.rows, view.chart.table.records.header
    at = header.index("Measure"), header.index("Start")
    assert [(row[at[0]].text, row[at[1]].sort) for row in rows] == [
        (row["measure"], span["from"]) for row, span in spans
    ]
    view.chart.table_button.click()


def test_a_click_on_a_bar_or_a_name_opens_the_document(timeline, workspace):
    port, at = timeline.chart.view.plot.viewport(), place_of(timeline, "cn-2024-33")
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=at)
    assert workspace.state.record == ("document", "cn-2024-33") and workspace.state.view == "metals"
    workspace.state.set_view("timeline")
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(30, place_of(timeline, "cn-2023-39").y()))
    assert workspace.state.record == ("document", "cn-2023-39")


def test_enter_opens_the_document_of_the_bar_that_a_key_has_reached(timeline, workspace):
    chart = timeline.chart.view
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert workspace.state.record is None
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    last = timeline.chart.chart.rows[-1]
    assert workspace.state.record == ("document", last.facts.document_id)


def test_a_bar_that_a_key_has_reached_is_in_sight_below_the_axis(timeline, workspace, qtbot):
    workspace.state.set_option("timeline", "by", "metal")
    bar = timeline.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > timeline.chart.view.plot.height() / 2)
    QTest.keyClick(timeline.chart.view, Qt.Key.Key_End)
    plot = timeline.chart.view.plot
    below = plot.mapTo(timeline.viewport(), plot.hits()[-1].at.toPoint())
    assert bar.value() > 0 and 0 < below.y() < timeline.viewport().height()


def test_keys_and_drags_zoom_and_move_the_years(timeline):
    chart, plot = timeline.chart.view, timeline.chart.view.plot
    whole = plot.shown
    QTest.keyClick(chart, Qt.Key.Key_Plus)
    assert plot.shown.length < whole.length
    part = plot.shown
    QTest.keyClick(chart, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert plot.shown.low > part.low
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert plot.shown == whole
    area, port = plot.plot.frame.area, plot.viewport()
    start, end = (
        QPoint(int(area.left()) + 40, int(area.top()) + 5),
        QPoint(int(area.left()) + 140, int(area.top()) + 5),
    )
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    assert plot.shown.length < whole.length
    chart.range.show_years(1)
    assert plot.shown.length < 400 and not chart.range.buttons.measure.isVisible()
    assert timeline.chart.as_request() is not None


def test_the_days_shown_are_in_link_and_history_and_come_back(timeline, workspace, store, qtbot):
    state, chart = workspace.state, timeline.chart.view
    with qtbot.waitSignal(chart.range.settled):
        chart.range.set_range(Range(day_number(date(2025, 1, 1)), day_number(date(2027, 1, 31))))
    assert (state.options("timeline")["since"], state.options("timeline")["until"]) == (
        "2025-01-01",
        "2027-01-31",
    )
    link = write(state.as_request())
    assert "since=2025-01-01&until=2027-01-31" in link
    state.set_view("today")
    state.set_option("timeline", "since", "")
    state.set_option("timeline", "until", "")
    workspace.history.go_back()
    assert timeline.chart.days == ("2025-01-01", "2027-01-31")
    state.apply(read("minor-metals:view/timeline", store)[0])
    assert not chart.plot.is_zoomed and timeline.chart.days == ("", "")
    state.apply(read(link, store)[0])
    assert timeline.chart.days == ("2025-01-01", "2027-01-31")
    state.set_option("timeline", "by", "metal")
    assert timeline.chart.days == ("2025-01-01", "2027-01-31")


def test_a_link_with_days_opens_the_view_on_them(workspace, store, qtbot):
    link = "minor-metals:view/timeline?on=2026-11-24&from=CHN&to=USA&since=2026-06-01"
    workspace.state.apply(read(link, store)[0])
    view = workspace.views.view("timeline")
    qtbot.waitUntil(lambda: view.chart.has_chart and view.chart.view.is_drawn)
    assert view.chart.days[0] == "2026-06-01" and view.chart.view.plot.is_zoomed


def test_the_export_has_the_days_shown_and_the_command_repeats_it(timeline, workspace, store):
    timeline.chart.view.range.ask_for(Range(day_number(date(2025, 10, 1)), day_number(date(2026, 1, 31))))
    shown = timeline.chart.shown_chart
    assert "--since 2025-10-01 --until 2026-01-31" in shown.query
    _, rows, _ = shown_timeline(store, workspace.state.context, "default", "document")
    inside = rows.between(date(2025, 10, 1), date(2026, 1, 31))
    assert [row.label for row in shown.rows] == [timeline_record.row_name(row) for row in inside.rows]
    count = len(timeline.chart.chart.rows)
    note = f"{count - len(shown.rows)} of {count} rows not shown: nothing on file for these dates."
    assert len(shown.rows) < count and note in shown.notes
    assert note not in timeline.chart.view.texts.notes.text()  # the window shows every row


def test_years_are_shown_around_the_date(timeline, workspace):
    chart = timeline.chart.view
    workspace.state.set_context(day=date(2025, 6, 1))
    chart.range.buttons.years[1].click()
    middle = (chart.plot.shown.low + chart.plot.shown.high) / 2
    assert middle == pytest.approx(day_number(date(2025, 6, 1)), abs=1) and chart.plot.shown.length < 367
    assert chart.range.buttons.years[1].isChecked()
    assert chart.range.buttons.years[1].accessibleName() == "Show 1 year around the as-of date"
    workspace.state.set_context(day=date(2026, 11, 24))
    chart.range.buttons.years[3].click()
    assert chart.plot.shown.high == chart.plot.limits.high > day_number(date(2027, 1, 10))


def test_the_dates_ahead_are_those_of_the_rule_and_open_their_documents(timeline, workspace):
    ahead = timeline.ahead
    shown = [b for b in ahead.buttons if not b.isHidden()]
    assert [b.day.text() for b in shown] == ["27 Nov 2026", "31 Dec 2026", "10 Jan 2027", "31 Dec 2027"]
    assert [b.distance.text() for b in shown] == ["in 3 days", "in 37 days", "in 47 days", "in 402 days"]
    assert shown[0].words.text() == "Last day of the pause: refusal in principle and end-use rule"
    assert (
        "Announcement 72 of 2025" in shown[0].about.text() and shown[0].status.text() == "in force (presumed)"
    )
    assert "8 Oct 2026" in ahead.unchecked.text() and ahead.unchecked.isVisible()
    QTest.keyClick(shown[0], Qt.Key.Key_Return)
    assert workspace.state.record == ("document", "cn-2025-72")


def test_the_dates_ahead_follow_day_and_places(timeline, workspace, store):
    ahead, state = timeline.ahead, workspace.state
    state.set_context(day=date(2026, 11, 27))
    assert ahead.buttons[0].distance.text() == "on the as-of date"
    state.set_context(day=date(2026, 11, 28))  # on which they are in force again, presumed
    assert (ahead.buttons[0].day.text(), ahead.buttons[0].distance.text()) == (
        "28 Nov 2026",
        "on the as-of date",
    )
    state.set_context(day=date(2026, 11, 29))
    assert (ahead.buttons[0].day.text(), ahead.buttons[0].distance.text()) == ("31 Dec 2026", "in 32 days")
    state.set_context(destination="DEU")
    assert ahead.subtitle.text() == "Exports from China to Germany, from 29 Nov 2026 on"
    assert not any("United States" in b.about.text() for b in ahead.buttons if not b.isHidden())
    state.set_option("timeline", "destinations", "all")
    assert "all destinations" in ahead.subtitle.text()
    state.set_context(origin="EUU", destination="USA")
    assert ahead.nothing.isVisible() and not ahead.unchecked.isVisible()
    state.set_option("timeline", "destinations", "this")
    state.set_context(origin="CHN", destination="CHN")
    assert ahead.isHidden()


def test_many_dates_ahead_are_shown_on_request(timeline, workspace):
    ahead = timeline.ahead
    workspace.state.set_context(day=date(2024, 12, 2))
    assert sum(not b.isHidden() for b in ahead.buttons) == 10 and ahead.more.isVisible()
    ahead.more.click()
    assert sum(not b.isHidden() for b in ahead.buttons) > 50 and ahead.more.text() == "Show fewer"


def test_the_way_to_the_dates_ahead_is_offered_where_they_are_below(timeline, window, qtbot):
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: timeline.columns.count == 2)
    assert not timeline.to_ahead.isVisible()
    window.resize(920, 700)
    qtbot.waitUntil(lambda: timeline.columns.count == 1)
    timeline.to_ahead.click()
    assert timeline.ahead.buttons[0].hasFocus() and timeline.verticalScrollBar().value() > 0


def test_the_line_of_the_date_can_be_dragged_and_is_released_on_a_day(timeline, workspace, qtbot):
    plot = timeline.chart.view.plot
    frame, port = plot.plot.frame, plot.viewport()
    y = int(frame.area.top()) + 30

    def column(day: date) -> int:
        return round(frame.px(day_number(day)))

    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(column(date(2026, 11, 24)), y))
    QTest.mouseMove(port, QPoint(column(date(2025, 6, 1)), y))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(column(date(2025, 6, 1)), y))
    day = workspace.state.context.as_of
    assert abs((day - date(2025, 6, 1)).days) <= 3 and workspace.state.view == "timeline"
    assert timeline.chart.chart.context.as_of == day


def test_without_rows_it_says_why_and_keeps_the_choices(timeline, workspace):
    workspace.state.set_context(origin="EUU")
    workspace.state.set_option("timeline", "kind", "quota")
    assert "Nothing of the kind “Quotas” is on file" in timeline.chart.reason.text()
    assert timeline.chart.reason.isVisible() and timeline.kind.isVisible() and not timeline.hint.isVisible()
    workspace.state.set_context(origin="CHN", destination="CHN")
    assert "not exports" in timeline.chart.reason.text()


def test_its_chart_goes_to_the_one_export(timeline, workspace, monkeypatch):
    exported = []
    timeline.exportRequested.connect(exported.append)
    monkeypatch.setattr(workspace.dialogs.exports, "export_chart", exported.append)
    timeline.chart.export_button.click()
    assert {chart.kind for chart in exported} == {"controls-all"}
    assert "--by document" in exported[0].query
