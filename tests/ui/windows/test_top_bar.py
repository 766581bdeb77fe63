"""The top bar: what fits at each width, and what keeps its place."""

from datetime import date
from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QStyleOptionFrame, QWidget

from explorer.data.dates import show


def parts(top) -> list[QWidget]:
    """Return the visible parts of the bar from left to right."""
    shown = [top.layout().itemAt(i).widget() for i in range(top.layout().count())]
    return [top.back, top.forward, *(w for w in shown if w is not None and w.isVisible())]


def places(top) -> list[QRect]:
    return [part.geometry() for part in parts(top)]


@pytest.mark.parametrize("width", [920, 1000, 1080, 1180, 1320, 1440, 1920])
def test_everything_fits_side_by_side(window, workspace, width):
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
    assert top.search.width() >= 100
    for name in (w for w in shown if isinstance(w, QLabel)):
        assert name.width() >= name.fontMetrics().horizontalAdvance(name.text())


def test_more_names_are_shown_where_there_is_room(window, workspace):
    counts = []
    for width in (920, 1200, 1440):
        window.resize(width, 700)
        QApplication.processEvents()
        counts.append(sum(isinstance(part, QLabel) for part in parts(workspace.top)))
    assert counts == [2, 3, 4]


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


def test_today_keeps_its_place_when_it_is_not_needed(window, workspace):
    workspace.state.set_context(day=date(2024, 9, 30))
    QApplication.processEvents()
    assert workspace.top.today.isVisible()
    before = places(workspace.top)
    workspace.state.set_context(today=True)
    QApplication.processEvents()
    assert not workspace.top.today.isVisible()
    today = before.pop(next(i for i, place in enumerate(before) if place == workspace.top.today.geometry()))
    assert today.width() > 0 and places(workspace.top) == before


def test_other_places_and_another_date_move_nothing(window, workspace):
    before = places(workspace.top)
    workspace.state.set_context(origin="COD", destination="JPN-MIL")
    QApplication.processEvents()
    assert places(workspace.top) == before
