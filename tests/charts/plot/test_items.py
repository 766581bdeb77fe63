"""The items of a plot: those of the library for figures, our own only for what it lacks."""

import ast
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage

from explorer import palette
from explorer.charts import plot as package
from explorer.charts.builders import registry
from explorer.charts.plot.library import pg
from explorer.charts.plot.page_painter import PagePainter
from explorer.charts.plot.painting import painting
from explorer.charts.plot.plot import paint_plot
from explorer.charts.plot.space import CAPTION
from explorer.charts.plot.view import PlotView
from explorer.charts.shapes import shape_of
from explorer.charts.spec import ChartSpec
from tests.charts import made, pictures

METALS = {"one": ("antimony",), "several": ("antimony", "gallium"), "all": ()}
# The classes that paint for themselves: axes, names, badges, bounds and spans through one base, and hatching.
OWN_PAINT = {"PlotAxis", "Overlay", "Hatching", "StripRows"}


def chart(store, context, kind: str) -> ChartSpec:
    spec = registry.make(registry.KINDS[kind], store, METALS[registry.KINDS[kind].metals], context)
    assert isinstance(spec, ChartSpec)
    return spec


@pytest.mark.parametrize("kind", list(registry.KINDS))
def test_each_series_bar_and_control_date_is_an_item_of_the_library(store, today, qapp, kind):
    spec = chart(store, today, kind)
    _scene, plot = pictures.plot_of(spec)
    found = Counter(type(item) for item in plot.box.allChildren())
    days = spec.x.kind in ("date", "year")
    lines = len(spec.x.reference_lines) + len(spec.y.reference_lines) + days + (spec.base is not None)
    assert found[pg.InfiniteLine] == len(spec.events) + lines
    known = [p for s in spec.series for p in s.points if p.y is not None]
    if spec.shape == "bars":
        drawn = sum((p.y or 0) > 0 for p in known)
        assert found[pg.BarGraphItem] == drawn + 1, "one more for the tracks of all bars"
    elif spec.shape == "points":
        assert found[pg.ScatterPlotItem] == len(spec.series)
        assert sum(len(i.data) for i in plot.box.allChildren() if isinstance(i, pg.ScatterPlotItem)) == len(
            known
        )
    elif spec.shape in ("time", "around event", "areas", "stacked bars"):
        bars = [p for s in spec.series if s.style == "bars" for p in s.points if p.y is not None]
        assert found[pg.BarGraphItem] == len(bars)
        assert found[pg.PlotDataItem] == sum(s.style == "line" for s in spec.series)
    elif spec.shape in ("map", "table", "dates"):
        assert not found[pg.BarGraphItem] and not found[pg.PlotDataItem]
    else:
        assert not spec.series and found[pg.InfiniteLine] == 1


def test_the_bars_of_a_long_chart_share_an_item_for_each_colour(qapp):
    spec = made.bars([float(n % 90 + 1) for n in range(300)])
    _scene, plot = pictures.plot_of(spec)
    items = [item for item in plot.box.allChildren() if isinstance(item, pg.BarGraphItem)]
    tracks, bars = (len(item.opts["x0"]) for item in items)
    assert (tracks, bars) == (300, 300)


def test_only_what_the_library_lacks_paints_for_itself():
    painting_classes = {
        node.name
        for path in Path(package.__path__[0]).glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        and any(isinstance(f, ast.FunctionDef) and f.name == "paint" for f in node.body)
    }
    assert painting_classes == OWN_PAINT | {"OffScreen"}


def test_a_figure_is_where_its_item_has_it(qapp):
    spec = made.chart(made.series([10.0, 60.0, 30.0]))
    _scene, plot = pictures.plot_of(spec)
    (line,) = (i for i in plot.box.allChildren() if isinstance(i, pg.PlotDataItem))
    x, y = line.getData()
    assert list(zip(x, y, strict=True)) == [(p.x, p.y) for p in spec.series[0].points]
    for point, hit in zip(spec.series[0].points, plot.hits, strict=True):
        at = plot.box.mapViewToScene(pg.Point(point.x, point.y))
        assert (at.x(), at.y()) == pytest.approx((hit.at.x(), hit.at.y()), abs=0.01)


@pytest.mark.parametrize("theme", [palette.LIGHT, palette.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", list(registry.KINDS))
def test_the_window_shows_the_picture_of_a_file(qtbot, store, today, kind, theme):
    """Above the strip with the whole chart, and below the name of the as-of date, which is a handle in the window."""
    shape = shape_of(chart(store, today, kind))
    view = PlotView(shape, theme)
    qtbot.addWidget(view)
    view.resize(701, 450)
    view.show()
    height = 450 - view.overview_height
    seen = view.grab(QRect(0, 0, 701, height)).toImage()
    drawn = QImage(seen.size(), QImage.Format.Format_RGB32)
    drawn.fill(theme.surface)
    with painting(PagePainter(drawn)) as painter:
        paint_plot(painter, shape, theme, QRectF(0, 0, 701, height))
    apart = np.abs(pictures.pixels(seen) - pictures.pixels(drawn)).max(axis=2)[round(CAPTION) :]
    assert (apart > 100).mean() < 0.002
