"""The chart in the window: late import, keys, reasons, sizes, pictures."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt

from explorer import palette
from explorer.charts.builders import registry
from explorer.charts.plot.first_paint import Sketch
from explorer.charts.plot.view import PlotView
from explorer.charts.spec import Missing
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
    shown = ChartView()
    qtbot.addWidget(shown)
    shown.resize(640, 480)
    return shown


def test_the_plotting_library_is_not_imported_with_the_module():
    code = (
        "import sys, explorer.ui.cards.chart_view; "
        "print(sorted(m for m in ('pyqtgraph', 'numpy') if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_missing_chart_says_why(view):
    view.set_spec(Missing("price", "No price on file for thulium.", "thulium", "Thulium: price"))
    view.show()
    assert view.reason.isVisibleTo(view)
    assert view.reason.text() == "No price on file for thulium."
    assert view.accessibleDescription() == "No price on file for thulium."
    assert view.plot is None


@pytest.fixture
def yearly(store, context):
    """Five yearly unit values: 277, 432, 365, 439 and, estimated, 580 USD/kg."""
    return registry.price(store, "gallium", context, "usgs-gallium-import-unit-value")


def test_the_plot_comes_when_the_view_is_shown(view, qtbot, yearly):
    view.set_spec(yearly)
    assert view.plot is None
    view.show()
    qtbot.waitUntil(lambda: view.plot is not None and bool(view.plot.hits()))
    assert view.accessibleName() == "Gallium: unit value and control dates"
    assert "580 USD/kg (estimated)" in view.accessibleDescription()


def test_keys_walk_through_the_points(view, qtbot, yearly):
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


def test_an_export_is_asked_for_by_key(view, qtbot, store, context):
    view.set_spec(registry.price(store, "gallium", context))
    with qtbot.waitSignal(view.exportRequested):
        qtbot.keyClick(view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def test_rows_decide_the_height(view, qtbot, store, context):
    view.show()
    view.set_spec(registry.controls(store, "holmium", context))
    tall = view.plot_area.height()
    view.set_spec(registry.controls(store, "lithium", context))
    assert view.plot_area.height() < tall
    assert view.sizeHint().height() >= view.plot_area.height()


@pytest.mark.parametrize("width", [420, 1000])
@pytest.mark.parametrize("theme", [palette.LIGHT, palette.DARK], ids=["light", "dark"])
def test_it_draws_at_any_width_and_in_both_themes(view, qtbot, store, context, width, theme):
    view.set_theme(theme)
    view.resize(width, 420)
    view.show()
    for kind in ("price", "production", "controls", "trade"):
        view.set_spec(registry.KINDS[kind].build(store, "antimony", context))
        qtbot.waitUntil(lambda: view.plot is not None and bool(view.plot.hits()))
        assert not view.grab().isNull()
        assert view.plot.width() <= width


def test_the_wheel_is_left_to_the_page(view, qtbot, store, context):
    view.set_spec(registry.price(store, "gallium", context))
    view.show()
    qtbot.waitUntil(lambda: view.plot is not None)
    event = turned(50)
    event.accept()
    view.plot.wheelEvent(event)
    assert not event.isAccepted()


@pytest.fixture
def without_library(monkeypatch):
    """Let every view think that the plotting library was not imported yet, as at a start."""
    monkeypatch.setattr(chart_view, "PLOT_MODULE", "not imported")


def test_the_plot_takes_the_place_of_a_sketch(view, qtbot, store, context, without_library):
    view.set_spec(registry.price(store, "antimony", context))
    view.show()
    assert view.sketch is not None and view.plot is None and not view.is_drawn
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.point_label.isHidden()
    with qtbot.waitSignal(view.sketch.painted):
        pass
    qtbot.waitUntil(lambda: view.is_drawn)
    qtbot.waitUntil(lambda: view.sketch is None)
    assert view.plot.canvas.is_painted and view.plot.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.point_label.isVisible()


def test_a_chart_that_was_reached_by_key_as_a_sketch_is_ringed_once_it_is_a_plot(
    view, qtbot, store, context, without_library
):
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.set_spec(registry.price(store, "antimony", context))
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.hasFocus() and view.plot is None
    qtbot.waitUntil(lambda: view.is_drawn)
    assert view.plot.canvas.marked == 0


def test_a_sketch_follows_the_chart(view, store, context, without_library):
    view.show()
    view.set_spec(registry.price(store, "antimony", context))
    view.set_spec(registry.uses(store, "gallium", context))
    assert view.sketch.accessibleName() == "Gallium: uses"
    view.ensure_plot()
    assert view.plot.canvas.spec.kind == "uses" and view.sketch.spec.kind == "uses"
    view.set_spec(registry.price(store, "antimony", context))
    view.ensure_plot()
    assert view.plot.canvas.spec.kind == "price" and view.sketch is None


def test_a_sketch_that_nobody_sees_becomes_a_plot_all_the_same(
    view, qtbot, store, context, without_library, monkeypatch
):
    monkeypatch.setattr(chart_view, "UNSEEN_MS", 20)
    monkeypatch.setattr(Sketch, "paintEvent", lambda *_: None)
    view.set_spec(registry.price(store, "antimony", context))
    view.show()
    qtbot.waitUntil(lambda: view.is_drawn)


@pytest.mark.parametrize("theme", [palette.LIGHT, palette.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", list(registry.KINDS))
def test_a_sketch_is_the_plot_to_the_pixel(qtbot, store, context, kind, theme):
    metals = {"one": ("antimony",), "several": ("antimony", "gallium"), "all": ()}[
        registry.KINDS[kind].metals
    ]
    spec = registry.make(registry.KINDS[kind], store, metals, context)
    shown = []
    for made in (Sketch(spec, theme), PlotView(spec, theme)):
        qtbot.addWidget(made)
        made.resize(701, 450)
        made.show()
        shown.append(made.grab().toImage())
    assert shown[0] == shown[1]
