"""The field for a day: what can be typed, what stays marked, and that no day is taken or put back unseen."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QLineEdit

from explorer.models.tooltip import wrapped
from explorer.ui.widgets.day_field import DayField


@pytest.fixture
def field(qtbot):
    made = DayField("As of")
    made.show_day(date(2026, 10, 8))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.mark.parametrize("typed", ["2024-12-10", "10 Dec 2024", "10dec2024", "20241210", "10 December 2024"])
def test_typing_over_the_day_shown(field, typed):
    told = []
    field.dayChosen.connect(told.append)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == [date(2024, 12, 10)]
    assert field.text() == "10 Dec 2024"


def test_pasted_text_may_hold_line_feeds_and_hidden_signs(field):
    told = []
    field.dayChosen.connect(told.append)
    QGuiApplication.clipboard().setText("\u200f10\u00a0Dec\n2024\r\n")
    field.selectAll()
    field.paste()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == [date(2024, 12, 10)]
    assert field.text() == "10 Dec 2024"


@pytest.mark.parametrize(("typed", "days"), [("+30d", 30), ("-2w", -14), ("yesterday", -1)])
def test_days_counted_from_today_whatever_is_shown(field, typed, days):
    told = []
    field.dayChosen.connect(told.append)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == [date.today() + timedelta(days=days)]


def test_today_by_name_is_told_as_such(field, qtbot):
    told = []
    field.dayChosen.connect(told.append)
    QTest.keyClicks(field, "today")
    with qtbot.waitSignal(field.todayChosen):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == [] and field.day() == date.today()


def marked(field, typed):
    """Return whether the field shows a text that is not applied, and says so to all users."""
    sentence = field.fault.sentence
    shown = field.text() == typed and field.property("invalid") and field.toolTip() == wrapped(sentence)
    return bool(sentence) and shown and field.accessibleDescription() == sentence


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("10/12/2024", "can mean 10 Dec 2024 or 12 Oct 2024"),
        ("31 Feb 2024", "is not a date. Try 10 Dec 2024 or 2024-12-10."),
        ("2024-13-01", "is not a date."),
        ("soon", "is not a date."),
        ("2024", "is not a full date."),
        ("1 Jan 1850", "out of range (1900 to 2199)"),
    ],
)
def test_what_is_not_a_date_stays_marked_until_escape(field, typed, said):
    told, hint = [], field.toolTip()
    field.dayChosen.connect(told.append)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == [] and field.day() == date(2026, 10, 8)
    assert said in field.fault.sentence and marked(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "8 Oct 2026"
    assert not field.property("invalid") and field.fault.sentence == field.accessibleDescription() == ""
    assert field.toolTip() == hint


def test_leaving_with_what_is_not_a_date_keeps_it_marked(field, qtbot):
    other = QLineEdit()
    qtbot.addWidget(other)
    QTest.keyClicks(field, "soon")
    for _ in range(2):
        field.clearFocus()
        assert marked(field, "soon") and field.day() == date(2026, 10, 8)
        field.setFocus()
    assert marked(field, "soon")


def test_the_mark_stays_while_the_text_is_corrected(field):
    told = []
    field.dayChosen.connect(told.append)
    QTest.keyClicks(field, "10 Dec 202")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "4")
    assert field.property("invalid") and told == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == [date(2024, 12, 10)] and not field.property("invalid")


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown])
def test_no_step_leads_away_from_what_is_not_a_date(field, key):
    QTest.keyClicks(field, "soon")
    QTest.keyClick(field, key)
    assert marked(field, "soon") and field.day() == date(2026, 10, 8)


def test_a_day_of_the_calendar_replaces_what_is_not_a_date(field):
    QTest.keyClicks(field, "soon")
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.open_calendar()
    calendar = field.findChild(QCalendarWidget)
    calendar.clicked.emit(calendar.selectedDate())
    assert field.text() == "8 Oct 2026" and not field.fault.sentence


def test_the_clock_replaces_no_text_that_is_being_typed(field):
    field.follow_clock(date(2026, 10, 9))
    assert field.text() == "9 Oct 2026"
    QTest.keyClicks(field, "soon")
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.follow_clock(date(2026, 10, 10))
    assert marked(field, "soon") and field.day() == date(2026, 10, 10)


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Up, date(2024, 2, 1)),
        (Qt.Key.Key_Down, date(2024, 1, 30)),
        (Qt.Key.Key_PageUp, date(2024, 2, 29)),
        (Qt.Key.Key_PageDown, date(2023, 12, 31)),
    ],
)
def test_steps_by_key(field, key, day):
    field.show_day(date(2024, 1, 31))
    told = []
    field.dayChosen.connect(told.append)
    QTest.keyClick(field, key)
    assert told == [day]


def test_a_day_of_the_calendar(field, qtbot):
    told = []
    field.dayChosen.connect(told.append)
    QTest.keyClick(field, Qt.Key.Key_F4)
    calendar = field.findChild(QCalendarWidget)
    assert calendar.isVisible()
    assert calendar.selectedDate().toString(Qt.DateFormat.ISODate) == "2026-10-08"
    QTest.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Escape)
    field.open_calendar()
    calendar.clicked.emit(calendar.selectedDate().addDays(3))
    assert told == [date(2026, 10, 11)]
    assert not calendar.isVisible()


def test_a_step_past_the_last_day_stays(field):
    field.show_day(date(2199, 12, 31))
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.day() == date(2199, 12, 31)
