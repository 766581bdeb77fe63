"""A chart as Qt exposes it to screen readers; tests/screen_readers reads it from outside."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from explorer.charts.spec import Missing
from explorer.charts.zoom import Range
from explorer.ui.cards import chart_interfaces
from explorer.ui.cards.chart_view import ChartView
from tests.charts import made

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def active():
    """Let Qt believe that there is a screen reader."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def shown(qtbot):
    """Return a function that shows a chart and returns its view and its interface."""
    view = ChartView()
    qtbot.addWidget(view)
    view.resize(640, 480)

    def show(spec):
        view.set_spec(spec)
        view.show()
        view.ensure_plot()
        qtbot.waitUntil(lambda: bool(view.plot.hits()))
        return view, QAccessible.queryAccessibleInterface(view.plot)

    return show


def names(chart) -> list[str]:
    return [chart.child(i).text(NAME) for i in range(chart.childCount())]


def test_a_plot_is_a_chart_with_its_points(shown):
    _, chart = shown(made.chart(made.series((10.0, None), flag="e")))
    assert chart.role() == QAccessible.Role.Chart
    assert chart.text(NAME) == "A title"
    assert names(chart) == ["point 0: 10 USD/kg, estimated", "point 1: no figure on file, estimated"]
    assert chart.child(2) is None
    point = chart.child(1)
    assert chart.indexOfChild(point) == 1
    assert point.parent() is chart
    assert (point.childCount(), point.child(0), point.object()) == (0, None, None)


def test_a_point_without_a_place_on_the_plot_is_off_the_screen(shown):
    view, chart = shown(made.chart(made.series((10.0, None))))
    first, second = chart.child(0), chart.child(1)
    assert not first.state().offscreen
    assert second.state().offscreen and second.rect().isNull()
    middle = first.rect().center()
    assert view.plot.rect().contains(view.plot.mapFromGlobal(middle))
    assert chart.childAt(middle.x(), middle.y()) is first
    assert chart.childAt(-1000, -1000) is None


def test_the_points_are_those_of_the_range_shown(shown):
    view, chart = shown(made.chart(made.series((10.0, 20.0, 30.0))))
    assert len(names(chart)) == 3
    old = chart.child(0)
    limits = view.plot.limits
    view.range.set_range(Range(limits.low + limits.length / 3, limits.high))
    assert names(chart) == ["point 1: 20 USD/kg", "point 2: 30 USD/kg"]
    assert not shiboken6.isValid(old)


def test_the_points_of_another_chart_replace_those_before(shown):
    _, chart = shown(made.chart(made.series((10.0, 20.0))))
    old = chart.child(0)
    _, same = shown(made.bars((60.0, 40.0)))
    assert same is chart
    assert not shiboken6.isValid(old)
    assert names(chart) == ["Country 0: 60\u202f%", "Country 1: 40\u202f%"]


def test_keys_move_the_focus_from_point_to_point(shown, qtbot, active):
    view, chart = shown(made.chart(made.series((10.0, 20.0))))
    assert chart.focusChild() is None
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert chart.focusChild().text(NAME) == "point 1: 20 USD/kg"
    assert [chart.child(i).state().focused for i in range(2)] == [False, True]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert chart.focusChild() is None


def test_points_are_made_only_when_they_are_asked_for(shown, monkeypatch):
    numbers = []

    class Counted(chart_interfaces.PointInterface):
        def __init__(self, chart, index):
            numbers.append(index)
            super().__init__(chart, index)

    monkeypatch.setattr(chart_interfaces, "PointInterface", Counted)
    _, chart = shown(made.chart(made.series([float(n % 90) for n in range(20_000)])))
    assert chart.childCount() == 20_000
    assert not numbers
    assert chart.child(19_999).text(NAME) == "point 19999: 19 USD/kg"
    assert numbers == [19_999]


def test_interfaces_end_with_their_view(shown):
    view, chart = shown(made.chart(made.series((10.0, 20.0))))
    point = chart.child(1)
    shiboken6.delete(view.plot)
    view.plot = None
    assert not shiboken6.isValid(chart) and not shiboken6.isValid(point)


def test_a_missing_chart_has_no_points(shown, qtbot):
    view, _ = shown(made.chart(made.series((10.0, 20.0))))
    view.set_spec(Missing("price", "No prices on file.", "thulium", "Thulium: price"))
    assert not view.plot.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_Right)


def test_keys_move_no_focus_without_a_screen_reader(shown, qtbot):
    view, chart = shown(made.chart(made.series((10.0, 20.0))))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.point_label.isVisible()
    assert chart.focusChild() is None
