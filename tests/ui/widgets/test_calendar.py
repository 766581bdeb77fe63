"""The calendar of the date field: what it marks, and that all of it is seen in both themes."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLabel, QTableView, QToolButton

from explorer import palette
from explorer.data.context import Context
from explorer.ui.windows.event_days import event_days

both_themes = pytest.mark.parametrize("theme", [palette.LIGHT, palette.DARK], ids=["light", "dark"])


@pytest.fixture
def opened(window, workspace, request):
    """Return a function that opens the calendar on a day in a theme."""

    def open_on(day, theme=palette.LIGHT):
        workspace.state.set_theme(theme.name)
        workspace.state.set_context(day=day, destination="USA")
        workspace.top.day.open_calendar()
        QApplication.processEvents()
        return workspace.top.day.findChild(QCalendarWidget)

    return open_on


def cell(calendar, day: date) -> QRect:
    """Return the place of a day of the month shown, in the calendar."""
    view = calendar.findChild(QTableView)
    model = view.model()
    first = date(calendar.yearShown(), calendar.monthShown(), 1)
    start = first - timedelta(days=first.weekday() or 7)
    row, column = divmod((day - start).days, 7)
    rect = view.visualRect(model.index(row + 1, column))
    return QRect(view.viewport().mapTo(calendar, rect.topLeft()), rect.size())


def colours(calendar, rect: QRect) -> list[str]:
    image = calendar.grab(rect).toImage()
    return [image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())]


@both_themes
def test_the_chosen_day_today_and_the_marks_are_seen(opened, theme):
    calendar = opened(date(2024, 12, 10), theme)
    assert colours(calendar, cell(calendar, date(2024, 12, 10))).count(theme.accent) > 200
    plain = colours(calendar, cell(calendar, date(2024, 12, 18)))
    assert theme.accent not in plain and plain.count(theme.surface) > 200
    assert theme.accent in colours(calendar, cell(calendar, date(2024, 12, 3)))  # the refusal for the US
    today = date.today()
    calendar = opened(today + timedelta(days=1 if today.day < 28 else -1), theme)
    assert colours(calendar, cell(calendar, today)).count(theme.accent) > 20


@both_themes
def test_the_arrows_and_the_border_are_seen(opened, theme):
    calendar = opened(date(2024, 12, 10), theme)
    for name in ("qt_calendar_prevmonth", "qt_calendar_nextmonth"):
        image = calendar.findChild(QToolButton, name).grab().toImage()
        pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        ground = QColor(theme.raised)
        assert sum(abs(p.lightness() - ground.lightness()) > 120 for p in pixels) > 8
    popup = calendar.parentWidget()
    image = popup.grab().toImage()
    edge = {image.pixelColor(x, 0).name() for x in range(5, image.width() - 5)}
    assert edge == {theme.axis}


def test_the_marks_are_explained(opened):
    calendar = opened(date(2024, 12, 10))
    (legend,) = [w for w in calendar.parentWidget().findChildren(QLabel) if "control date" in w.text()]
    text = QTextDocumentFragment.fromHtml(legend.text()).toPlainText()
    assert legend.isVisible()
    assert text.split("\n") == ["● control date of this metal", "○ date of another document"]


def test_a_marked_day_names_its_document(opened):
    calendar = opened(date(2024, 12, 10))
    tip = calendar.dateTextFormat(QDate(2024, 12, 3)).toolTip()
    assert "Refusal in principle" in tip and "Announcement 46 of 2024" in tip
    assert calendar.dateTextFormat(QDate(2024, 12, 18)).toolTip() == ""


def test_the_marks_are_those_of_the_metal_shown(opened, workspace):
    opened(date(2024, 9, 15))
    workspace.state.set_metal("antimony")
    calendar = opened(date(2024, 9, 15))
    assert "Licence, all destinations" in calendar.dateTextFormat(QDate(2024, 9, 15)).toolTip()
    assert calendar.dateTextFormat(QDate(2023, 8, 1)).toolTip() != ""
    assert "Licence, all destinations" not in calendar.dateTextFormat(QDate(2023, 8, 1)).toolTip()


def test_the_calendar_closes_by_key_and_by_a_choice(opened, workspace):
    calendar = opened(date(2024, 12, 10))
    assert calendar.isVisible()
    QTest.keyClick(calendar.findChild(QTableView), Qt.Key.Key_Escape)
    assert not calendar.isVisible()
    calendar = opened(date(2024, 12, 10))
    view = calendar.findChild(QTableView)
    at = view.viewport().mapFrom(calendar, cell(calendar, date(2024, 12, 18)).center())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at))
    assert workspace.state.context.as_of == date(2024, 12, 18) and not calendar.isVisible()


@pytest.mark.parametrize(
    ("day", "of_metal"),
    [
        (date(2023, 8, 1), True),  # the licence takes effect
        (date(2024, 12, 3), True),  # refused in principle for the United States
        (date(2025, 11, 9), True),  # the refusal is paused
        (date(2026, 11, 28), True),  # the pause has ended
        (date(2024, 9, 15), False),  # antimony
    ],
)
def test_control_dates_of_the_metal_and_of_others_are_told_apart(live_store, day, of_metal):
    notes = event_days(live_store, "gallium", Context(date(2023, 1, 1), "CHN", "USA"))
    assert notes[day].of_metal is of_metal and notes[day].text


def test_a_long_note_is_shortened(live_store):
    notes = event_days(live_store, "gallium", Context(date(2023, 1, 1), "CHN", "USA"))
    assert max(len(note.text.split("\n")) for note in notes.values()) <= 7
