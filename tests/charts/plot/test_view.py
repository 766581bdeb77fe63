"""The mouse on a chart over time: a range, a span, the as-of line, the strip with the whole chart."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGraphicsView

from explorer import palette
from explorer.charts.plot.library import pg
from explorer.charts.plot.view import PlotView
from explorer.charts.shapes import shape_of
from explorer.charts.spec import day_number, day_of
from explorer.charts.zoom import Range
from explorer.data.context import Context
from tests.charts import made
from tests.ui.wheel import turned

NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


@pytest.fixture
def view(qtbot) -> PlotView:
    axis = made.Axis("date", low=made.DAYS.low, high=day_number(date(2027, 1, 1)))
    spec = made.chart(made.series([float(n) for n in range(10, 50)], axis=axis), x=axis)
    view = PlotView(shape_of(spec), palette.LIGHT)
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    return view


def drag(view: PlotView, start: float, end: float, y: float | None = None, keys=NONE, button=LEFT) -> None:
    """Drag between two parts of the width of the plot."""
    area = view.plot.frame.area
    row = round(area.center().y() if y is None else y)
    at = [QPoint(round(area.left() + part * area.width()), row) for part in (start, (start + end) / 2, end)]
    QTest.mousePress(view.viewport(), button, keys, at[0])
    for position in at[1:]:
        QTest.mouseMove(view.viewport(), position)
    QTest.mouseRelease(view.viewport(), button, keys, at[-1])


def part(view: PlotView, part: float) -> float:
    return view.limits.low + part * view.limits.length


def test_a_long_chart_keeps_no_picture_of_its_background(view):
    """The library would keep one as large as the view; for a timeline of 5,000 metals it took 1.4 GB."""
    assert view.cacheMode() == QGraphicsView.CacheModeFlag.CacheNone


def test_the_scene_finds_the_chart_at_a_position(view):
    assert view.plot in view.items(view.plot.frame.area.center().toPoint())


def test_a_drag_shows_the_range_and_a_double_click_the_whole_chart(view, qtbot):
    with qtbot.waitSignal(view.rangeChanged):
        drag(view, 0.25, 0.75)
    assert view.shown.low == pytest.approx(part(view, 0.25), abs=4)
    assert view.shown.high == pytest.approx(part(view, 0.75), abs=4)
    assert view.plot.ranges.x_low == view.shown.low and view.is_zoomed
    QTest.mouseDClick(view.viewport(), LEFT, NONE, view.plot.frame.area.center().toPoint())
    assert view.shown == view.limits and not view.is_zoomed


def test_a_press_without_a_drag_does_nothing(view):
    QTest.mouseClick(view.viewport(), LEFT, NONE, view.plot.frame.area.center().toPoint())
    assert view.shown == view.limits and view.span is None


@pytest.mark.parametrize(("keys", "button"), [(SHIFT, LEFT), (NONE, MIDDLE)])
def test_shift_or_the_middle_button_moves_the_range(view, keys, button):
    view.set_range(Range(part(view, 0.4), part(view, 0.6)))
    drag(view, 0.8, 0.3, keys=keys, button=button)
    assert view.shown.low == pytest.approx(part(view, 0.5), abs=4)
    assert view.shown.length == pytest.approx(0.2 * view.limits.length)


def test_ctrl_or_the_button_measures_a_span(view, qtbot):
    with qtbot.waitSignal(view.spanChanged):
        drag(view, 0.2, 0.6, keys=CTRL)
    assert view.span.low == pytest.approx(part(view, 0.2), abs=4) and not view.is_zoomed
    view.measuring = True
    drag(view, 0.5, 0.9)
    assert view.span.low == pytest.approx(part(view, 0.5), abs=4) and not view.is_zoomed
    view.set_span(None)
    assert view.span is None


def test_the_wheel_zooms_with_ctrl_only(view):
    event = turned(1, CTRL, 1)
    view.wheelEvent(event)
    assert event.isAccepted() and view.shown.length == pytest.approx(view.limits.length / 1.25)
    shown = view.shown
    event = turned(1)
    event.accept()
    view.wheelEvent(event)
    assert not event.isAccepted() and view.shown == shown


def test_the_as_of_line_is_dragged_to_a_day(view, qtbot):
    line = view.plot.as_of
    start = (view.plot.frame.px(line.at) - view.plot.frame.area.left()) / view.plot.frame.area.width()
    days = []
    view.asOfDragged.connect(lambda day, done: days.append((day, done)))
    drag(view, start, 0.5, y=view.plot.frame.area.top() + 5)
    middle = date(1970, 1, 1) + timedelta(days=round(part(view, 0.5)))
    assert abs((days[-1][0] - middle).days) <= 8 and days[-1][1] and not any(done for _, done in days[:-1])
    assert not view.is_zoomed


def test_the_base_line_is_dragged_to_a_day(view):
    base = date(1970, 1, 1) + timedelta(days=round(part(view, 0.25)))
    view.show_shape(shape_of(replace(view.shape.spec, base=base)), palette.LIGHT)
    handle, area = view.plot.base.handle, view.plot.frame.area
    start = (handle.center().x() - area.left()) / area.width()
    days, as_of = [], []
    view.baseDragged.connect(lambda day, done: days.append((day, done)))
    view.asOfDragged.connect(lambda day, done: as_of.append(day))
    drag(view, start, 0.5, y=handle.center().y())
    middle = date(1970, 1, 1) + timedelta(days=round(part(view, 0.5)))
    assert abs((days[-1][0] - middle).days) <= 8 and days[-1][1] and not as_of and not view.is_zoomed


@pytest.fixture
def followed(view):
    """A chart whose axis ends a year after the as-of date, and whose days are as many as the axis."""
    days = []

    def follow(day: date, done: bool) -> None:
        days.append((day, done))
        axis = made.Axis("date", low=made.DAYS.low, high=day_number(day) + 365)
        spec = made.chart(
            made.series([float(n) for n in range(10, 50)], axis=axis),
            x=axis,
            context=Context(day, "CHN", "USA"),
        )
        view.show_shape(shape_of(spec), palette.LIGHT)

    view.asOfDragged.connect(follow)
    return days


def test_the_as_of_line_stays_under_the_pointer_where_the_axis_follows_it(view, followed):
    line, area = view.plot.as_of, view.plot.frame.area
    start, row = round(view.plot.frame.px(line.at)), round(area.top() + 5)
    QTest.mousePress(view.viewport(), LEFT, NONE, QPoint(start, row))
    low, high = view.plot.frame.ranges.x_low, view.plot.frame.ranges.x_high
    for step in range(20, 200, 20):
        QTest.mouseMove(view.viewport(), QPoint(start - step, row))
        shown = view.plot.frame
        assert (shown.ranges.x_low, shown.ranges.x_high) == (low, high)
        assert abs(shown.px(view.plot.as_of.at) - (start - step)) < 2
    assert not view.is_zoomed
    chosen = day_of(round(view.plot.frame.x_at(start - 180)))
    QTest.mouseRelease(view.viewport(), LEFT, NONE, QPoint(start - 180, row))
    assert followed[-1] == (chosen, True) and day_of(view.plot.as_of.at) == chosen
    assert view.plot.frame.ranges.x_high == day_number(chosen) + 365 and not view.is_zoomed


def test_a_drag_of_the_as_of_line_that_is_cancelled_gives_the_chart_its_axis_back(view, followed):
    line, area = view.plot.as_of, view.plot.frame.area
    before = view.shape.spec.context.as_of
    start, row = round(view.plot.frame.px(line.at)), round(area.top() + 5)
    QTest.mousePress(view.viewport(), LEFT, NONE, QPoint(start, row))
    QTest.mouseMove(view.viewport(), QPoint(start - 100, row))
    assert view.cancel_gesture()
    assert followed[-1] == (before, True)
    assert view.plot.frame.ranges.x_high == day_number(before) + 365


def test_an_edge_of_the_strip_changes_the_range(view):
    view.set_range(Range(part(view, 0.4), part(view, 0.6)))
    row = view.plot.frame.whole.height() + 25
    drag(view, 0.6, 0.8, y=row)
    assert view.shown.low == pytest.approx(part(view, 0.4), abs=1)
    assert view.shown.high == pytest.approx(part(view, 0.8), abs=10)
    drag(view, 0.5, 0.4, y=row)
    assert view.shown.low == pytest.approx(part(view, 0.3), abs=10)
    assert view.shown.length == pytest.approx(0.4 * view.limits.length, abs=10)


@pytest.mark.no_qt_log  # Qt reports a release that no widget takes
def test_a_drag_can_be_cancelled(view):
    area = view.plot.frame.area
    start, end = area.center().toPoint(), area.center().toPoint() + QPoint(90, 0)
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    QTest.mouseMove(view.viewport(), end)
    assert view.cancel_gesture() and not view.cancel_gesture()
    QTest.mouseRelease(view.viewport(), LEFT, NONE, end)
    assert view.shown == view.limits


def test_a_cancelled_measurement_leaves_the_span_before_it(view):
    drag(view, 0.2, 0.6, keys=CTRL)
    regions = [i for i in view.scene().items() if isinstance(i, pg.LinearRegionItem)]
    measured, marked = view.span, (view.span.low, view.span.high)
    [region] = [r for r in regions if r.getRegion() == marked]
    area = view.plot.frame.area
    QTest.mousePress(view.viewport(), LEFT, CTRL, area.center().toPoint())
    QTest.mouseMove(view.viewport(), area.center().toPoint() + QPoint(60, 0))
    assert view.cancel_gesture()
    assert view.span == measured and region.isVisible() and region.getRegion() == marked


def test_ticks_and_values_follow_the_range(view):
    labels = [p.text for axis in _axes(view) for p in axis.parts if hasattr(p, "text")]
    view.set_range(Range(part(view, 0.5), part(view, 0.6)))
    closer = [p.text for axis in _axes(view) for p in axis.parts if hasattr(p, "text")]
    assert labels != closer and any(text.startswith(("Jan", "Jul", "Oct", "Apr")) for text in closer)
    low, high = view.plot.ranges.y_low, view.plot.ranges.y_high
    inside = [p.y for p in view.shape.spec.series[0].points if view.shown.holds(p.x)]
    assert low <= min(inside) and max(inside) <= high and high - low < 20


def _axes(view: PlotView) -> list:
    from explorer.charts.plot.axis import PlotAxis

    return [item for item in view.plot.childItems() if isinstance(item, PlotAxis)]


@pytest.mark.no_qt_log
def test_a_chart_of_rows_leaves_the_mouse_to_the_page(qtbot):
    view = PlotView(shape_of(made.bars([10.0, 20.0])), palette.LIGHT)
    qtbot.addWidget(view)
    view.resize(500, 200)
    view.show()
    drag(view, 0.2, 0.8)
    assert not view.can_zoom and view.shown == view.limits and view.overview_height == 0
