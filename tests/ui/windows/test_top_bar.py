"""The top bar: what fits at each width, and what keeps its place."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QStyleOptionFrame, QWidget

from explorer.data.dates import show
from tests.ui.finding import focus_chain

WIDTHS = [920, 1000, 1080, 1180, 1320, 1440, 1920]


def lines(top) -> list[list[QWidget]]:
    """Return the visible parts of each line of the bar from left to right."""
    children = top.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    shown = [child for child in children if child.isVisible()]
    centres = sorted({w.geometry().center().y() for w in shown if w is top.search or w is top.day})
    nearest = {w: min(centres, key=lambda y: abs(y - w.geometry().center().y())) for w in shown}
    return [sorted((w for w in shown if nearest[w] == y), key=QWidget.x) for y in centres]


def parts(top) -> list[QWidget]:
    return [part for line in lines(top) for part in line]


def places(top) -> list[QRect]:
    return [part.geometry() for part in parts(top)]


@pytest.mark.parametrize("width", WIDTHS)
def test_everything_fits_and_the_search_field_is_wide(window, workspace, width):
    window.resize(width, 700)
    workspace.state.set_context(day=date(2024, 9, 30))
    QApplication.processEvents()
    top = workspace.top
    shown = parts(top)
    assert {top.search, top.day, top.today, top.origin, top.destination, top.export} <= set(shown)
    for one, other in combinations(places(top), 2):
        assert not one.intersects(other)
    for part in shown:
        least = part.minimumWidth() or part.minimumSizeHint().width()
        assert top.rect().contains(part.geometry()) and part.width() >= least
    assert top.search.width() >= 280
    for name in (w for w in shown if isinstance(w, QLabel)):
        assert name.width() >= name.fontMetrics().horizontalAdvance(name.text())


@pytest.mark.parametrize("width", WIDTHS)
def test_the_date_and_the_places_have_their_names_at_every_width(window, workspace, width):
    window.resize(width, 700)
    QApplication.processEvents()
    texts = [part.text() for part in parts(workspace.top) if isinstance(part, QLabel)]
    assert [text for text in texts if text != "Minor Metals Explorer"] == ["As of", "Exports from", "to"]


def test_a_narrow_bar_has_two_lines(window, workspace):
    found = {}
    for width in (920, 1440):
        window.resize(width, 700)
        QApplication.processEvents()
        found[width] = len(lines(workspace.top))
    assert found == {920: 2, 1440: 1}


def test_the_focus_of_the_search_moves_nothing(window, workspace, qtbot):
    window.resize(920, 700)
    window.activateWindow()
    workspace.top.day.setFocus()
    QApplication.processEvents()
    before = places(workspace.top)
    workspace.top.search.setFocus()
    qtbot.waitUntil(workspace.top.search.hasFocus)
    QApplication.processEvents()
    assert places(workspace.top) == before


@pytest.mark.parametrize("width", [920, 1440])
def test_the_tab_key_follows_the_lines(window, workspace, qtbot, width):
    window.activateWindow()
    for size in (1920 if width == 920 else 920, width):
        window.resize(size, 700)
        QApplication.processEvents()
    top = workspace.top
    workspace.state.set_context(day=date(2024, 9, 30))
    top.search.setFocus()
    qtbot.waitUntil(top.search.hasFocus)
    wanted = [w for w in parts(top) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled()]
    start = wanted.index(top.search)
    for part in wanted[start + 1 :]:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is part or part.isAncestorOf(window.focusWidget())


@pytest.mark.parametrize("month", range(1, 13))
def test_the_date_is_shown_whole(workspace, month):
    field = workspace.top.day
    day = date(2026, month, 28)
    workspace.state.set_context(day=day)
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    inner = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    icon = field.actions()[0].associatedObjects()
    beside = sum(w.width() for w in icon if isinstance(w, QWidget) and w is not field)
    room = inner.width() - beside - 2 * 2
    assert beside > 0 and field.fontMetrics().horizontalAdvance(show(day)) <= room
    assert field.cursorPosition() == 0 and field.text() == show(day)


def test_today_is_offered_for_another_date_only_and_keeps_its_place(window, workspace):
    workspace.state.set_context(day=date(2024, 9, 30))
    QApplication.processEvents()
    assert workspace.top.today.isEnabled()
    before = places(workspace.top)
    workspace.top.today.click()
    QApplication.processEvents()
    assert not workspace.top.today.isEnabled() and places(workspace.top) == before
    assert window.focusWidget() is workspace.top.day


def test_today_is_not_offered_where_the_date_that_was_typed_is_today(workspace):
    workspace.state.set_context(day=date.today())
    assert not workspace.state.follows_today and not workspace.top.today.isEnabled()


def test_today_is_offered_after_midnight(workspace, monkeypatch):
    class Tomorrow(date):
        @classmethod
        def today(cls):
            return date.today() + timedelta(days=1)

    workspace.state.set_context(day=date.today())
    monkeypatch.setattr("explorer.ui.windows.top_bar.date", Tomorrow)
    workspace.top.show_whether_today()
    assert workspace.top.today.isEnabled()


def test_other_places_and_another_date_move_nothing(window, workspace):
    before = places(workspace.top)
    workspace.state.set_context(origin="COD", destination="JPN-MIL")
    QApplication.processEvents()
    assert places(workspace.top) == before


def test_the_key_of_the_destination_selects_an_invalid_text_for_the_next_try(window, workspace):
    window.activateWindow()
    field = workspace.top.destination
    QTest.keyClick(workspace, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.focusWidget(), "xyzzy")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert field.fault.sentence
    QTest.keyClick(workspace, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert field.lineEdit().selectedText() == "xyzzy"


@pytest.mark.parametrize("width", [1440, 920])
def test_the_tab_key_goes_from_left_to_right(window, workspace, width):
    window.resize(width, 700)
    QApplication.processEvents()
    top = workspace.top
    fields = [top.day, top.today, top.origin, top.destination]
    menus = [top.export, top.theme, top.help]
    expected = [top.back, top.forward, top.search, *(fields + menus if width > 1000 else menus + fields)]
    assert [w for w in focus_chain(top.back) if w in expected] == expected
    chain = focus_chain(top.back)
    assert chain.index(expected[-1]) < chain.index(workspace.rail.buttons["today"])
