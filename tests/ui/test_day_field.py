"""The field for a day: what can be typed, what is refused, and that no day is taken unseen."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget

from explorer.ui.day_field import DayField


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


@pytest.mark.parametrize("typed", ["10/12/2024", "31 Feb 2024", "2024-13-01", "soon", "2024"])
def test_what_is_no_day_is_told_and_not_taken(field, typed):
    told, refused = [], []
    field.dayChosen.connect(told.append)
    field.refused.connect(refused.append)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == []
    assert f"“{typed}” is no day" in refused[0]
    assert field.text() == typed
    assert field.property("invalid")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "8 Oct 2026"
    assert not field.property("invalid")


def test_leaving_with_what_is_no_day_brings_the_shown_one_back(field):
    refused = []
    field.refused.connect(refused.append)
    QTest.keyClicks(field, "soon")
    field.clearFocus()
    assert refused
    assert field.text() == "8 Oct 2026"
    assert field.day() == date(2026, 10, 8)


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
