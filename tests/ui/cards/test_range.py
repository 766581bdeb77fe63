"""The range of a chart in the window: keys, buttons, what is kept, linked axes, the export of what is shown."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from explorer.charts.builders import registry
from explorer.charts.plot.view import PlotView
from explorer.charts.shapes import shape_of
from explorer.charts.spec import Missing
from explorer.charts.summary import sentence
from explorer.charts.zoom import Range, last_years
from explorer.data.context import Context
from explorer.palette import DARK
from explorer.ui.cards.axis_link import AxisLink
from explorer.ui.cards.chart_card import ChartCard
from explorer.ui.cards.chart_view import ChartView

DAY = Context(date(2026, 11, 24), "CHN", "USA")
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qtbot, store) -> ChartView:
    return shown(qtbot, ChartView(), registry.price(store, "tungsten", DAY))


def shown(qtbot, view: ChartView, spec) -> ChartView:
    qtbot.addWidget(view)
    view.resize(700, 560)
    view.set_spec(spec)
    view.show()
    qtbot.waitUntil(lambda: view.plot is not None and bool(view.plot.hits()))
    return view


def test_keys_move_and_zoom_the_range(view, qtbot):
    qtbot.keyClick(view, "+")
    assert view.range.shown.length == pytest.approx(view.plot.limits.length / 1.25)
    before = view.range.shown
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert view.range.shown.high == view.plot.limits.high and view.range.shown.low > before.low
    qtbot.keyClick(view, Qt.Key.Key_Left, SHIFT)
    qtbot.keyClick(view, "-")
    assert view.range.shown is None


def test_escape_undoes_one_thing_at_a_time(view, qtbot):
    qtbot.keyClick(view, "+")
    qtbot.keyClick(view, Qt.Key.Key_Right)
    view.plot.set_span(Range(view.plot.shown.low, view.plot.shown.high))
    assert view.range.buttons.result.text()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.plot.span is None and view.point_label.isVisible() and view.plot.is_zoomed
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.point_label.isVisible() and view.plot.is_zoomed
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.plot.is_zoomed


def test_buttons_show_the_last_years_and_the_whole_chart(view, qtbot):
    buttons = view.range.buttons.years
    assert buttons[0].isChecked() and not buttons[1].isChecked()
    buttons[1].click()
    assert view.range.shown == last_years(view.spec(), 1) and buttons[1].isChecked()
    buttons[0].click()
    assert view.range.shown is None and buttons[0].isChecked() and not buttons[1].isChecked()


def test_a_measured_span_can_be_copied(view, qtbot):
    view.plot.set_span(view.plot.limits)
    text = view.range.buttons.result.text()
    assert " over " in text and " to " in text and view.accessibleDescription() == text
    view.range.buttons.copy.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[1] == text.replace("\u202f", " ")


def test_a_span_is_measured_by_keyboard(view, qtbot):
    first, third = view.spec().series[0].points[0], view.spec().series[0].points[2]
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.plot.span == Range(first.x, third.x)
    assert first.label in view.range.buttons.result.text() and third.label in view.range.buttons.result.text()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.plot.span is None
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.plot.span is None


def test_the_same_chart_on_another_day_keeps_its_range(view, store, qtbot):
    view.range.buttons.years[1].click()
    kept = view.range.shown
    view.set_spec(registry.price(store, "tungsten", Context(date(2026, 11, 20), "CHN", "USA")))
    assert view.range.shown.low == pytest.approx(kept.low, abs=8)
    view.set_spec(registry.price(store, "gallium", DAY))
    assert view.range.shown is None


def test_a_range_that_was_left_does_not_return_after_a_chart_that_is_missing(view, store):
    view.range.buttons.years[1].click()
    chart = registry.price(store, "tungsten", Context(date(2026, 11, 20), "CHN", "USA"))
    view.set_spec(chart)
    assert view.range.shown is not None
    view.range.reset()
    view.set_spec(Missing("price", "No prices."))
    view.set_spec(chart)
    assert view.range.shown is None


def test_the_control_dates_below_are_those_of_the_range(view, qtbot):
    whole = view.texts.control_dates.text()
    with qtbot.waitSignal(view.range.settled):
        view.range.buttons.years[1].click()
    shown = view.texts.control_dates.text()
    assert view.accessibleDescription() == sentence(view.range.spec) != sentence(view.spec())
    assert shown != whole and "4&nbsp;Feb&nbsp;2025" in whole and "4&nbsp;Feb&nbsp;2025" not in shown


def test_a_theme_keeps_range_and_span(view):
    view.range.buttons.years[3].click()
    shown = view.range.shown
    view.plot.set_span(Range(shown.low + 30, shown.high - 30))
    text = view.range.buttons.result.text()
    view.set_theme(DARK)
    assert view.range.shown == shown and view.range.span == Range(shown.low + 30, shown.high - 30)
    assert view.range.buttons.result.text() == text and view.accessibleDescription() == text


def test_a_chart_of_another_metal_keeps_no_span(view, store):
    view.plot.set_span(view.plot.limits)
    view.set_spec(registry.price(store, "gallium", DAY))
    assert view.range.span is None and not view.range.buttons.result.text()


def test_turning_measuring_off_ends_a_span_begun_by_keyboard(view, qtbot):
    view.range.buttons.measure.click()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    view.range.buttons.measure.click()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.plot.span is None


def test_a_plot_can_begin_with_a_range(qtbot, store):
    spec = registry.price(store, "tungsten", DAY)
    plot = PlotView(shape_of(spec), DARK, shown=last_years(spec, 1))
    qtbot.addWidget(plot)
    assert plot.is_zoomed and plot.shown == last_years(spec, 1)


def test_linked_charts_show_the_same_days(qtbot, store):
    price = shown(qtbot, ChartView(), registry.price(store, "tungsten", DAY))
    years = shown(qtbot, ChartView(), registry.production_years(store, "tungsten", DAY))
    link = AxisLink([price, years])
    for view in (price, years):
        view.set_spec(view.spec())
    qtbot.waitUntil(lambda: bool(price.plot.hits() and years.plot.hits()))
    assert price.range.buttons.link.isVisible()
    price.range.buttons.link.click()
    assert link.is_on and years.range.buttons.link.isChecked()
    price.range.set_range(Range(price.plot.limits.low + 200, price.plot.limits.high - 200))
    first, last = price.plot.shown.low, price.plot.shown.high
    assert years.plot.shown.low == pytest.approx(1970 + first / 365.2425 - 0.5, abs=0.01)
    assert years.plot.shown.high == pytest.approx(1970 + last / 365.2425 - 0.5, abs=0.01)
    price.range.buttons.link.click()
    before = years.plot.shown
    price.plot.reset()
    assert years.plot.shown == before


def test_an_export_has_no_measurement_within_a_day(qtbot, store):
    card = ChartCard()
    qtbot.addWidget(card)
    card.resize(700, 600)
    card.show()
    card.show_chart(registry.price(store, "tungsten", DAY), DARK)
    qtbot.waitUntil(lambda: card.view.is_drawn)
    low = card.view.plot.limits.low
    for span, is_exported in ((Range(low + 300.2, low + 300.4), False), (Range(low + 300, low + 302), True)):
        card.view.plot.set_span(span)
        with qtbot.waitSignal(card.exportRequested) as asked:
            card.export()
        assert ("--measure" in asked.args[0].query) == is_exported


def test_an_export_has_the_range_shown(qtbot, store):
    card = ChartCard()
    qtbot.addWidget(card)
    spec = registry.price(store, "tungsten", DAY)
    from explorer.palette import LIGHT

    card.show_chart(spec, LIGHT)
    card.resize(700, 600)
    card.show()
    qtbot.waitUntil(lambda: card.view.plot is not None and bool(card.view.plot.hits()))
    card.view.range.buttons.years[1].click()
    with qtbot.waitSignal(card.exportRequested) as asked:
        card.export()
    exported = asked.args[0]
    shown = last_years(spec, 1)
    assert (exported.x.low, exported.x.high) == pytest.approx((shown.low, shown.high), abs=1)
    assert exported.series == spec.series
