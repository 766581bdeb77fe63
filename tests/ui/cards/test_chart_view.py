"""The chart in the window: late import, keys, reasons, sizes and drawings."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from explorer import palette
from explorer.charts.builders import registry
from explorer.charts.builders.reserves import reserves as build_reserves
from explorer.charts.same_drawing import looks_same
from explorer.charts.spec import Missing
from explorer.charts.zoom import Range, last_years
from explorer.data.context import Context
from explorer.ui.cards import chart_view
from explorer.ui.cards.chart_view import ChartView
from tests.ui.wheel import turned


@pytest.fixture
def context():
    from datetime import date

    return Context(date(2026, 11, 24), "CHN", "USA")


@pytest.fixture
def view(qtbot):
    view = ChartView()
    qtbot.addWidget(view)
    view.resize(640, 480)
    return view


def test_the_plotting_library_is_not_imported_with_the_module():
    code = (
        "import sys, explorer.ui.cards.chart_view; "
        "print(sorted(m for m in ('pyqtgraph', 'numpy') if m in sys.modules))"
    )
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert process.stdout.strip() == "[]"


def test_a_missing_chart_has_its_reason_for_screen_readers(view):
    view.set_spec(Missing("price", "No prices on file for thulium.", "thulium", "Thulium: price"))
    view.show()
    assert view.accessibleDescription() == "No prices on file for thulium."
    assert view.plot is None


@pytest.fixture
def reserves(store):
    """Return the reserves of a metal on a day, a chart without an axis of time."""

    def on(day, destination="USA"):
        return build_reserves(store, "tungsten", Context(day, "CHN", destination))

    return on


def test_a_plot_stands_for_the_same_chart_on_another_day(view, reserves):
    from datetime import date

    view.show()
    view.set_spec(reserves(date(2026, 9, 1)))
    view.ensure_plot()
    drawn, later = view.plot.plot, reserves(date(2026, 9, 2))
    view.set_spec(later)
    assert view.plot.plot is drawn and view.is_drawn
    assert view.spec() is later and view.range.spec is later and view.plot.shape.spec is later
    assert drawn.chart_shape is view.plot.shape
    assert callable(drawn.shape)  # the method of the toolkit, which turning the wheel calls


def test_another_place_or_theme_is_drawn_anew(view, reserves):
    from datetime import date

    view.show()
    view.set_spec(reserves(date(2026, 9, 1)))
    view.ensure_plot()
    drawn = view.plot.plot
    view.set_spec(reserves(date(2026, 9, 1), "JPN"))
    view.ensure_plot()
    assert view.plot.plot is not drawn
    drawn = view.plot.plot
    view.set_theme(palette.DARK)
    view.ensure_plot()
    assert view.plot.plot is not drawn


def test_a_day_beyond_the_checks_looks_different(store, reserves):
    from datetime import date

    covered, beyond = reserves(date(2026, 9, 1)), reserves(date(2026, 11, 1))
    assert looks_same(reserves(date(2026, 9, 2)), covered) and not looks_same(beyond, covered)


@pytest.mark.parametrize(
    ("kind", "options", "day", "is_kept"),
    [
        ("price", {}, (2025, 3, 12), True),
        ("price", {}, (2026, 9, 17), True),  # after the last price: the axis reaches as far as the date
        ("production-years", {}, (2025, 3, 12), True),
        ("controls", {}, (2025, 3, 12), True),
        ("map", {"show": "controls"}, (2025, 3, 12), True),
        ("compare", {}, (2025, 3, 12), True),
        ("controls-all", {"by": "document"}, (2025, 3, 12), True),
        ("controls-all", {}, (2025, 3, 12), False),
        ("dates", {}, (2025, 3, 12), False),
    ],
)
@pytest.mark.parametrize("is_zoomed", [False, True])
def test_for_another_day_only_its_line_moves_where_all_else_looks_the_same(
    qtbot, store, kind, options, day, is_kept, is_zoomed
):
    """The picture is that of a view that never showed another day; the first picture may have another font."""
    from datetime import date, timedelta

    days = (Context(date(*day) + timedelta(days=n), "CHN", "USA") for n in (0, 4))
    charts = [registry.make(registry.KINDS[kind], store, ("gallium",), on, **options) for on in days]
    pictures, plots = [], []
    for shown in (charts[1:], charts, charts[1:]):
        view = ChartView()
        qtbot.addWidget(view)
        view.resize(900, 1200)
        view.show()
        for chart in shown:
            view.set_spec(chart)
            qtbot.waitUntil(lambda view=view: view.is_drawn and bool(view.plot.hits()))
            plots.append(view.plot.plot)
            if is_zoomed:
                view.range.set_range(Range(view.plot.limits.low + 200, view.plot.limits.low + 1200))
                qtbot.waitUntil(lambda view=view: not view.plot.plot.is_moving)
        pictures.append(view.plot.grab().toImage())
    assert pictures[1] == pictures[2]
    assert (plots[1] is plots[2]) is is_kept


@pytest.fixture
def yearly(store, context):
    """Five yearly unit values: 277, 432, 365, 439 and, estimated, 580 USD/kg."""
    return registry.price(store, "gallium", context, "usgs-gallium-import-unit-value")


def test_the_plot_is_drawn_when_the_view_is_shown(view, qtbot, yearly):
    view.set_spec(yearly)
    assert view.plot is None
    view.show()
    qtbot.waitUntil(lambda: view.plot is not None and bool(view.plot.hits()))
    assert view.accessibleName() == "Gallium: unit value and control dates"
    assert "580 USD/kg (estimated)" in view.accessibleDescription()


def test_keys_go_through_the_points(view, qtbot, yearly):
    view.set_spec(yearly)
    view.show()
    qtbot.waitUntil(lambda: view.plot is not None and len(view.plot.hits()) == 5)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert "277 USD/kg" in view.point_label.text()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert "580 USD/kg · estimated" in view.point_label.text()
    assert "580 USD/kg" in view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert "439 USD/kg" in view.point_label.text()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.point_label.isVisible()


def test_nothing_is_measured_on_a_chart_without_time(view, qtbot, store, context):
    view.set_spec(registry.production(store, "gallium", context))
    view.show()
    qtbot.waitUntil(lambda: view.plot is not None and bool(view.plot.hits()))
    assert not view.plot.can_zoom
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.point_label.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.point_label.isVisible()


def test_the_height_depends_on_the_rows(view, qtbot, store, context):
    view.show()
    view.set_spec(registry.controls(store, "holmium", context))
    tall = view.plot_area.height()
    view.set_spec(registry.controls(store, "lithium", context))
    assert view.plot_area.height() < tall
    assert view.sizeHint().height() >= view.plot_area.height()


@pytest.mark.parametrize("width", [420, 1000])
@pytest.mark.parametrize("theme", [palette.LIGHT, palette.DARK], ids=["light", "dark"])
def test_charts_are_drawn_at_any_width_and_in_both_themes(view, qtbot, store, context, width, theme):
    view.set_theme(theme)
    view.resize(width, 420)
    view.show()
    for kind in ("price", "production", "controls", "trade"):
        view.set_spec(registry.KINDS[kind].build(store, "antimony", context))
        qtbot.waitUntil(lambda: view.plot is not None and bool(view.plot.hits()))
        assert not view.grab().isNull()
        assert view.plot.width() <= width


def test_the_wheel_scrolls_the_page(view, qtbot, store, context):
    view.set_spec(registry.price(store, "gallium", context))
    view.show()
    qtbot.waitUntil(lambda: view.plot is not None)
    event = turned(50)
    event.accept()
    view.plot.wheelEvent(event)
    assert not event.isAccepted()


@pytest.fixture
def without_library(monkeypatch):
    """Make views treat the plotting library as not yet imported, as at start-up."""
    monkeypatch.setattr(chart_view, "PLOT_MODULE", "not imported")


def test_the_first_plot_is_drawn_after_the_view_is_painted(view, qtbot, store, context, without_library):
    view.set_spec(registry.price(store, "antimony", context))
    view.show()
    assert view.plot is None and not view.is_drawn
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.point_label.isHidden()
    qtbot.waitUntil(lambda: view.is_drawn and view.plot.isVisible() and bool(view.plot.hits()))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.point_label.isVisible()


def test_the_first_point_is_highlighted_if_the_view_was_focused_by_keyboard(
    view, qtbot, store, context, without_library
):
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.set_spec(registry.price(store, "antimony", context))
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.hasFocus() and view.plot is None
    qtbot.waitUntil(lambda: view.is_drawn and view.plot.highlighted == 0)


def test_a_view_that_is_not_visible_is_drawn_after_a_time(
    view, qtbot, store, context, without_library, monkeypatch
):
    monkeypatch.setattr(chart_view, "LONGEST_WAIT_MS", 20)
    monkeypatch.setattr(ChartView, "paintEvent", lambda *_: None)
    view.set_spec(registry.price(store, "antimony", context))
    view.show()
    qtbot.waitUntil(lambda: view.is_drawn)


def test_another_chart_replaces_the_one_shown(view, qtbot, store, context):
    view.show()
    view.set_spec(registry.price(store, "antimony", context))
    view.set_spec(registry.uses(store, "gallium", context))
    assert view.plot.accessibleName() == "Gallium: uses"
    assert view.plot.plot.chart_shape.spec.kind == "uses"


@pytest.fixture
def page(qtbot, store, context, monkeypatch):
    """A page with a drawn chart of gallium out of sight, and the chart."""
    monkeypatch.setattr(chart_view, "LONGEST_WAIT_MS", 1_000_000)
    area, content, view = QScrollArea(), QWidget(), ChartView()
    column = QVBoxLayout(content)
    column.addSpacing(2_000)
    column.addWidget(view)
    area.setWidgetResizable(True)
    area.setWidget(content)
    qtbot.addWidget(area)
    area.resize(700, 500)
    area.show()
    view.set_spec(registry.price(store, "gallium", context))
    view.ensure_plot()
    qtbot.waitUntil(lambda: view.is_drawn and view.plot.isVisible())
    return area, view


def test_a_chart_out_of_sight_waits_and_shows_no_other_chart_meanwhile(page, qtbot, store, context):
    area, view = page
    view.set_spec(registry.price(store, "antimony", context))
    assert not view.is_drawn and not view.plot.isVisible()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: view.is_drawn and view.plot.isVisible())
    view.set_spec(registry.price(store, "tungsten", context))
    assert view.is_drawn and view.plot.isVisible()


def test_keys_on_a_chart_that_waits_are_for_it_and_not_for_the_chart_before(page, qtbot, store, context):
    view = page[1]
    spec = registry.price(store, "antimony", context)
    view.set_spec(spec)
    assert not view.is_drawn
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.is_drawn and view.plot.shape.spec is spec and view.range.shown is not None


def test_a_range_chosen_while_a_chart_waits_is_shown_once_it_is_drawn(page, qtbot, store, context):
    view = page[1]
    spec = registry.price(store, "antimony", context)
    view.set_spec(spec)
    view.range.show_years(1)
    view.ensure_plot()
    assert view.range.shown == last_years(spec, 1)
    view.range.show_years(0)
    assert view.range.shown is None


def test_a_chart_that_was_drawn_is_still_shown_when_its_page_is_opened_again(qtbot, store, context):
    pages, first, view = QStackedWidget(), QWidget(), ChartView()
    pages.addWidget(view)
    pages.addWidget(first)
    qtbot.addWidget(pages)
    pages.resize(700, 500)
    pages.show()
    view.set_spec(registry.price(store, "gallium", context))
    view.ensure_plot()
    qtbot.waitUntil(lambda: view.is_drawn and view.plot.isVisible())
    pages.setCurrentWidget(first)
    pages.setCurrentWidget(view)
    qtbot.wait(50)
    assert view.is_drawn and view.plot.isVisible()
