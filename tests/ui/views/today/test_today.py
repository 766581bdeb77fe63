"""The view Today: it follows the state, its counts open the list, and it agrees with the command."""

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from explorer.commands.support.overview_record import as_dict
from explorer.data.dates import show
from explorer.data.overview.overview import overview
from explorer.ui.widgets.running_text import TextLabel
from tests.ui.finding import focus_chain

LAST_DAY = date(2026, 11, 27)


@pytest.fixture
def today(workspace, qtbot):
    workspace.state.set_context(day=LAST_DAY, origin="CHN", destination="USA")
    workspace.state.set_view("today")
    view = workspace.views.view("today")
    qtbot.waitUntil(lambda: bool(view.counts.buttons))
    return view


def texts(table) -> list[list[str]]:
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_it_follows_date_destination_and_theme(today, workspace):
    assert today.title.text() == "As of 27 Nov 2026"
    first = today.notices.grab().toImage(), texts(today.dates.ahead)
    workspace.state.set_context(day=date(2026, 11, 28))
    assert today.title.text() != "As of 27 Nov 2026" and texts(today.dates.ahead) != first[1]
    workspace.state.set_context(destination="JPN")
    assert "Japan" in today.subtitle.text()
    workspace.state.set_theme("dark")
    assert today.notices.grab().toImage() != first[0]


def test_the_last_day_of_the_pause_is_its_first_notice(today, workspace):
    assert "Last day of the pause" in texts(today.dates.ahead)[0][1]
    (button,) = [b for b in today.notices.findChildren(type(today.dates.calendar)) if "28 Nov" in b.text()]
    button.click()
    assert workspace.state.context.as_of == date(2026, 11, 28)


def test_where_nothing_ends_or_begins_the_next_date_on_file_is_named(today, workspace, store, qtbot):
    day = date(2026, 11, 25)
    workspace.state.set_context(day=day, destination="JPN")
    found = overview(store, workspace.state.context, date.today())
    assert not found.notices and found.ahead
    shown = [part.text() for part in today.notices.findChildren(TextLabel) if not part.isHidden()]
    (title,) = [text for text in shown if text.startswith("Next date on file")]
    following = found.ahead[0]
    assert show(following.published) in title and following.words_with_note in shown
    (button,) = today.notices.buttons
    button.click()
    assert workspace.state.record == ("document", following.document.instrument_id)


def test_counts_have_a_line_for_the_day_after_only_where_one_differs(today, workspace):
    changing = {button.height() for button in today.counts.buttons.values()}
    workspace.state.set_context(day=date(2026, 11, 20))
    same = {button.sizeHint().height() for button in today.counts.buttons.values()}
    assert max(same) < max(changing)


def test_counts_and_dates_agree_with_the_command(today, workspace, store):
    found = overview(store, workspace.state.context, date.today())
    record = json.loads(json.dumps(as_dict(store, found)))
    counted = {c["pill_state"]: c["count"] for c in record["counts"] if c["count"] or c["next_count"]}
    numbers = {
        state: button.findChild(type(today.title)).text() for state, button in today.counts.buttons.items()
    }
    assert {state: int(number) for state, number in numbers.items()} == counted
    listed = {show(d["published"]) for d in record["dates"]}
    cells = texts(today.dates.ahead) + texts(today.dates.before)
    assert cells and {row[0].splitlines()[0] for row in cells} <= listed


def test_a_count_opens_the_list_with_its_filter(today, workspace):
    today.counts.buttons["licence"].click()
    assert workspace.state.view == "metals"
    assert workspace.list.model.counts()["licence"] == workspace.list.model.rowCount()


def test_a_question_opens_its_answer(today, workspace):
    question = today.examples.cards[0].title
    today.examples.cards[0].link.click()
    assert workspace.state.record == ("answer", question)


def test_a_click_on_the_card_of_a_question_opens_its_answer(today, workspace, qtbot):
    card = today.examples.cards[1]
    qtbot.mouseClick(card.text, Qt.MouseButton.LeftButton)
    assert workspace.state.record == ("answer", card.title)


def test_the_age_of_the_checks_is_counted_in_days(today, workspace):
    assert (today.age.day.text(), today.age.distance.text()) == ("8 Oct 2026", "50 days before 27 Nov 2026")
    assert today.age.accessibleName().startswith(
        "Controls checked to 8 Oct 2026, 50 days before 27 Nov 2026."
    )
    workspace.state.set_context(day=date(2026, 10, 8))
    assert today.age.distance.isHidden() and "covered" in today.age.meaning.text()


def test_the_state_after_a_date_is_a_pill_of_the_strictest_rule(today):
    pills = {row[1].text.splitlines()[0]: row[3].pill for row in today.dates.ahead.records.rows}
    assert pills["Last day of the pause: refusal in principle and end-use rule"] == "prohibition"
    assert pills["Last day: quota"] == "none"


def test_dates_of_one_origin_are_part_of_the_link(today, workspace):
    everything = texts(today.dates.ahead)
    today.dates.own_origin.click()
    own = texts(today.dates.ahead)
    assert len(own) < len(everything) and all("China" in row[2] for row in own)
    assert "origins=this" in write_link(workspace)


def write_link(workspace) -> str:
    from explorer.models.view_request import write

    return write(workspace.state.as_request())


def test_a_row_opens_its_document(today, workspace):
    today.dates.ahead.opened.emit("cn-2025-72")
    assert workspace.state.record == ("document", "cn-2025-72")


def test_the_dates_ahead_are_saved_as_a_calendar(today, workspace, monkeypatch, tmp_path):
    chosen = tmp_path / "dates"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    today.dates.calendar.click()
    content = Path(f"{chosen}.ics").read_bytes()
    assert content.startswith(b"BEGIN:VCALENDAR\r\n") and b"20261127" in content
    assert workspace.status.sentence == f"Saved {chosen}.ics"
    assert workspace.status.open_button.isVisible() and workspace.status.folder_button.isVisible()
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    workspace.status.open_button.click()
    assert opened == [f"{chosen}.ics"]


def test_a_calendar_file_that_was_not_confirmed_is_not_replaced(today, workspace, monkeypatch, tmp_path):
    mine = tmp_path / "dates.ics"
    mine.write_bytes(b"mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "dates"), ""))
    today.dates.calendar.click()
    assert mine.read_bytes() == b"mine" and "dates.ics" in workspace.status.sentence


def test_where_nothing_is_exported_it_says_so(today, workspace):
    workspace.state.set_context(destination="CHN")
    assert not today.counts.isVisible() and not today.examples.isVisible()
    assert today.dates.isVisible()


def test_options_of_another_view_do_not_fill_it_again(today, workspace, monkeypatch):
    filled = []
    monkeypatch.setattr(type(today), "fill", lambda view: filled.append(view))
    workspace.state.set_option("stress", "threshold", "50")
    assert not filled
    workspace.state.set_option("today", "origins", "this")
    assert filled == [today]


def test_its_tables_have_the_sources_of_their_rows(today):
    for table in (today.dates.ahead, today.prices.table):
        ids = {i for row in table.records.rows for cell in row for i in cell.source_ids}
        assert ids and {row[0] for row in table.source_rows(ids)} == ids


def test_the_tab_key_reaches_the_notices_before_the_dates(today):
    order = focus_chain(today.start.box)
    places = [order.index(part) for part in (today.notices.buttons[0], today.dates.ahead, today.prices.table)]
    assert places == sorted(places)
    assert order.index(next(iter(today.counts.buttons.values()))) < places[-1]


def test_a_rule_on_named_companies_is_named_where_a_metal_would_be(today, workspace):
    """Two statements of 5 Nov 2025 prolong pauses, of Notice 7 and of others: their rows must not look alike."""
    rows = [tuple(cell.text for cell in row) for row in today.dates.before.records.rows]
    statements = [row for row in rows if "Statement of 5 November 2025" in row[1]]
    assert any("Notice 7 of 2025, named companies only" in row[2] for row in statements)
    assert len(statements) == len(set(statements)) and not any("none named" in row[2] for row in rows)
