"""The check in steps, and the table that it fills."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.entries.apply import with_entries
from explorer.data.reading.read_codes import read_code_text
from explorer.data.user.entry_records import EventFacts
from explorer.models.checked_lines import FOUND, VERDICT, WRITTEN, CheckedLines
from explorer.models.code_list_kind import CODES
from explorer.models.list_check import ListCheck
from tests.data.entries.conftest import entry

CONTEXT = Context(date(2024, 12, 10), "CHN", "USA")


@pytest.fixture
def lines(store, qapp, qtmodeltester):
    model = CheckedLines(store, CODES)
    yield model
    qtmodeltester.check(model, force_py=True)


@pytest.fixture
def check(store, lines):
    found = ListCheck(store, CODES)
    found.answered.connect(lines.add_answers)
    return found


def texts(lines: CheckedLines, column: int) -> list[str]:
    return [lines.index(row, column).data() for row in range(lines.rowCount())]


def test_the_first_lines_are_checked_at_once(lines, check, qtbot):
    codes = read_code_text("8112929010\n84\n999999")
    lines.set_list(codes)
    assert texts(lines, VERDICT) == ["checking…"] * 3
    with qtbot.waitSignal(check.finished):
        check.start(codes, CONTEXT)
    assert texts(lines, VERDICT) == ["LISTED", "Not a code", "NO REFERENCE CODE ON FILE"]
    assert dict(lines.counts) == {"listed": 1, "unreadable": 1, "none": 1}
    assert not check.is_running


def test_a_slow_check_goes_on_in_steps_and_can_be_stopped(store, lines, qtbot):
    ticks = iter(range(10_000))
    check = ListCheck(store, CODES, clock=lambda: float(next(ticks)))
    check.answered.connect(lines.add_answers)
    codes = read_code_text("\n".join(["3C001"] * 100))
    lines.set_list(codes)
    check.start(codes, CONTEXT)
    assert 0 < len(lines.checked) < 100 and check.is_running
    qtbot.waitUntil(lambda: not check.is_running)
    assert len(lines.checked) == 100
    lines.set_list(codes)
    check.start(codes, CONTEXT)
    check.stop()
    assert len(lines.checked) < 100


def test_a_group_is_filled_while_the_lines_are_checked(lines, check):
    codes = read_code_text("8112929010\n999999\n3C001.a\n84")
    lines.show_group("listed")
    lines.set_list(codes)
    assert lines.rowCount() == 0
    check.start(codes, CONTEXT)
    assert texts(lines, WRITTEN) == ["8112929010", "3C001.a"]
    assert (lines.row_of(2), lines.row_of(1)) == (1, -1)
    lines.show_group("unreadable")
    assert "2 digits" in texts(lines, FOUND)[0]
    assert lines.index(0, FOUND).data(CheckedLines.FaultRole)
    lines.show_group("all")
    assert lines.rowCount() == 4


def test_only_the_line_that_an_entry_changes_is_marked(store, qapp, qtbot):
    own = with_entries(store, (entry(EventFacts("cn-2023-23", "repealed", "2024-01-01")),))
    lines, check = CheckedLines(own, CODES), ListCheck(own, CODES)
    check.answered.connect(lines.add_answers)
    codes = read_code_text("999999\n8112929010\n999998")
    lines.set_list(codes)
    with qtbot.waitSignal(check.finished):
        check.start(codes, CONTEXT)
    nothing = "NO REFERENCE CODE ON FILE"
    assert texts(lines, VERDICT) == [nothing, f"{nothing} (your entry)", nothing]


def test_a_fault_ends_the_check_and_is_reported_once(store, qapp, monkeypatch):
    def faulty(*_given):
        raise ValueError("no verdict")

    check, failed = ListCheck(store, CODES), []
    check.failed.connect(lambda: failed.append(check.is_running))
    monkeypatch.setattr(type(CODES), "check_line", faulty)
    with pytest.raises(ValueError, match="no verdict"):
        check.start(read_code_text("8112929010"), CONTEXT)
    assert failed == [False]
