"""The field for a day: the forms that it accepts, invalid text, keys and the calendar."""

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
    field = DayField("As of")
    field.show_day(date(2026, 10, 8))
    qtbot.addWidget(field)
    field.show()
    qtbot.waitExposed(field)
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


@pytest.mark.parametrize("typed", ["2024-12-10", "10 Dec 2024", "10dec2024", "20241210", "10 December 2024"])
def test_a_typed_day_is_chosen(field, typed):
    days = []
    field.dayChosen.connect(days.append)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert days == [date(2024, 12, 10)]
    assert field.text() == "10 Dec 2024"


def test_pasted_text_may_have_line_breaks_and_invisible_characters(field):
    days = []
    field.dayChosen.connect(days.append)
    QGuiApplication.clipboard().setText("\u200f10\u00a0Dec\n2024\r\n")
    field.selectAll()
    field.paste()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert days == [date(2024, 12, 10)]
    assert field.text() == "10 Dec 2024"


@pytest.mark.parametrize(("typed", "offset"), [("+30d", 30), ("-2w", -14), ("yesterday", -1)])
def test_relative_days_count_from_today(field, typed, offset):
    days = []
    field.dayChosen.connect(days.append)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert days == [date.today() + timedelta(days=offset)]


def test_the_word_today_has_a_signal_of_its_own(field, qtbot):
    days = []
    field.dayChosen.connect(days.append)
    QTest.keyClicks(field, "today")
    with qtbot.waitSignal(field.todayChosen):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert days == [] and field.day() == date.today()


def marked(field, typed):
    """Return whether the field shows a text as invalid, also to screen readers."""
    sentence = field.fault.sentence
    shown = field.text() == typed and field.property("invalid") and field.toolTip() == wrapped(sentence)
    return bool(sentence) and shown and field.accessibleDescription() == sentence


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("10/12/2024", "can mean 10 Dec 2024 or 12 Oct 2024"),
        ("31 Feb 2024", "is not a date. Try 10 Dec 2024 or 2024-12-10."),
        ("2024-13-01", "is not a date."),
        ("soon", "is not a date."),
        ("2024", "is not a full date."),
        ("1 Jan 1850", "out of range (1900 to 2199)"),
    ],
)
def test_invalid_text_stays_marked_until_escape(field, typed, expected):
    days, hint = [], field.toolTip()
    field.dayChosen.connect(days.append)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert days == [] and field.day() == date(2026, 10, 8)
    assert expected in field.fault.sentence and marked(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "8 Oct 2026"
    assert not field.property("invalid") and field.fault.sentence == field.accessibleDescription() == ""
    assert field.toolTip() == hint


def test_invalid_text_stays_marked_without_the_focus(field, qtbot):
    other = QLineEdit()
    qtbot.addWidget(other)
    QTest.keyClicks(field, "soon")
    for _ in range(2):
        field.clearFocus()
        assert marked(field, "soon") and field.day() == date(2026, 10, 8)
        field.setFocus()
    assert marked(field, "soon")


def test_the_field_stays_marked_while_the_text_is_corrected(field):
    days = []
    field.dayChosen.connect(days.append)
    QTest.keyClicks(field, "10 Dec 202")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "4")
    assert field.property("invalid") and days == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert days == [date(2024, 12, 10)] and not field.property("invalid")


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown])
def test_arrow_keys_keep_invalid_text(field, key):
    QTest.keyClicks(field, "soon")
    QTest.keyClick(field, key)
    assert marked(field, "soon") and field.day() == date(2026, 10, 8)


def test_a_day_from_the_calendar_replaces_invalid_text(field):
    QTest.keyClicks(field, "soon")
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.open_calendar()
    calendar = field.findChild(QCalendarWidget)
    calendar.clicked.emit(calendar.selectedDate())
    assert field.text() == "8 Oct 2026" and not field.fault.sentence


def test_a_new_day_keeps_text_that_is_being_typed(field):
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
def test_keys_step_by_days_and_months(field, key, day):
    field.show_day(date(2024, 1, 31))
    days = []
    field.dayChosen.connect(days.append)
    QTest.keyClick(field, key)
    assert days == [day]


def test_a_day_is_chosen_in_the_calendar(field, qtbot):
    days = []
    field.dayChosen.connect(days.append)
    QTest.keyClick(field, Qt.Key.Key_F4)
    calendar = field.findChild(QCalendarWidget)
    assert calendar.isVisible()
    assert calendar.selectedDate().toString(Qt.DateFormat.ISODate) == "2026-10-08"
    QTest.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Escape)
    field.open_calendar()
    calendar.clicked.emit(calendar.selectedDate().addDays(3))
    assert days == [date(2026, 10, 11)]
    assert not calendar.isVisible()


def test_no_step_goes_past_the_last_day(field):
    field.show_day(date(2199, 12, 31))
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.day() == date(2199, 12, 31)
