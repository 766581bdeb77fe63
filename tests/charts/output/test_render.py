"""Exported images: size, resolution, metadata, the same bytes twice, nothing at the edges."""

import math
from itertools import pairwise

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageReader

from explorer import palette
from explorer.charts.builders import registry
from explorer.charts.output.layout import lay_out
from explorer.charts.output.options import ExportOptions
from explorer.charts.output.render import paint_plot, render
from explorer.charts.plot import space
from explorer.charts.plot.page_painter import PagePainter
from explorer.charts.plot.painting import painting
from explorer.charts.shapes import shape_of
from explorer.charts.spec import ChartSpec
from explorer.data.supply.price_points import SPARSE
from explorer.errors import KnownError
from tests.charts import pictures


def _read(data: bytes) -> tuple[QImage, dict[str, str]]:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    image = reader.read()
    return image, {key: image.text(key) for key in image.textKeys()}


def test_a_png_has_its_size_resolution_and_words(store, today, qapp):
    spec = registry.price(store, "gallium", today, series="usgs-gallium-import-unit-value")
    image, words = _read(render(spec, ExportOptions(1920, 1080, 300), "png"))
    assert (image.width(), image.height()) == (1920, 1080)
    assert image.dotsPerMeterX() == image.dotsPerMeterY() == round(300 / 0.0254)
    assert words["Title"] == "Gallium: unit value and control dates"
    assert "U.S. Geological Survey" in words["Source"]
    assert "minor-metals export gallium --chart price --on 2026-11-24" in words["Comment"]
    assert "controls checked to 8 Oct 2026" in words["Description"]


@pytest.mark.parametrize(
    "kind", ["price", "production", "production-years", "controls", "uses", "trade", "reliance"]
)
def test_the_same_chart_is_the_same_bytes(store, today, qapp, kind):
    spec = registry.KINDS[kind].build(store, "antimony", today)
    assert isinstance(spec, ChartSpec)
    options = ExportOptions(960, 540, 96)
    assert render(spec, options, "png") == render(spec, options, "png")


@pytest.mark.parametrize("kind", ["price", "production", "controls", "reserves", "trade"])
@pytest.mark.parametrize(("width", "height"), [(800, 450), (1600, 900), (600, 800)])
def test_nothing_is_drawn_over_the_edge(store, today, qapp, kind, width, height):
    spec = registry.KINDS[kind].build(store, "antimony", today)
    image, _ = _read(render(spec, ExportOptions(width, height, 96), "png"))
    ground = QColor(palette.LIGHT.surface).rgb()
    edge = round(0.012 * width)
    for x in range(0, width, 3):
        assert image.pixel(x, edge // 2) == ground
        assert image.pixel(x, height - 1 - edge // 2) == ground
    for y in range(0, height, 3):
        assert image.pixel(edge // 2, y) == ground
        assert image.pixel(width - 1 - edge // 2, y) == ground


def test_dark_images_are_dark(store, today, qapp):
    spec = registry.price(store, "gallium", today)
    image, _ = _read(render(spec, ExportOptions(800, 450, 96, dark=True), "png"))
    assert image.pixelColor(2, 2) == QColor(palette.DARK.surface)


def test_a_larger_image_has_the_same_proportion_of_ink(store, today, qapp):
    spec = registry.price(store, "gallium", today)
    parts = []
    for width in (800, 1600):
        image, _ = _read(render(spec, ExportOptions(width, width * 9 // 16, 96 * width // 800), "png"))
        small = image.scaled(200, 112).convertToFormat(QImage.Format.Format_Grayscale8)
        parts.append(sum(255 - small.pixelColor(x, y).red() for x in range(200) for y in range(112)))
    assert math.isclose(parts[0], parts[1], rel_tol=0.12)


def test_a_brush_left_on_the_painter_does_not_fill_lines(store, today, qapp):
    spec = registry.price(store, "gallium", today)
    pages = []
    for brush in (Qt.BrushStyle.NoBrush, QColor("#e2e8f0")):
        image = QImage(480, 260, QImage.Format.Format_RGB32)
        image.fill(QColor("#ffffff"))
        with painting(PagePainter(image)) as painter:
            painter.setBrush(brush)
            paint_plot(painter, QRectF(0, 0, 480, 260), spec, palette.LIGHT)
        pages.append(image)
    assert pages[0] == pages[1]


def test_log_markers_are_at_the_logarithm(store, today, qapp):
    spec = registry.price(store, "tungsten", today, log=True)
    _scene, plot = pictures.plot_of(spec, 700, 320)
    area = plot.frame.area
    low, high = math.log10(spec.y.low), math.log10(spec.y.high)
    for hit in plot.hits:
        expected = area.bottom() - (math.log10(hit.point.y) - low) / (high - low) * area.height()
        assert abs(hit.at.y() - expected) < 0.01


def test_points_are_inside_the_area_and_in_order(store, today, qapp):
    for kind in ("price", "production-years", "reliance", "trade"):
        spec = registry.KINDS[kind].build(store, "antimony", today)
        _scene, plot = pictures.plot_of(spec, 480, 260)
        area = plot.frame.area.adjusted(-1, -1, 1, 1)
        assert all(area.contains(h.at) for h in plot.hits)
        columns = [h.at.x() for h in plot.hits]
        assert columns == sorted(columns)


def test_rows_are_hit_under_the_pointer(store, today, qapp):
    spec = registry.production(store, "antimony", today)
    _scene, plot = pictures.plot_of(spec, 480, 400)
    for i, hit in enumerate(plot.hits):
        assert plot.hit_at(hit.box.center()) == i
    assert QRectF(0, 0, 480, 400).contains(plot.hits[-1].box)


METALS = ("antimony", "gallium", "tungsten", "holmium", "yttrium", "cesium")
NEW = [
    ("price", ("tungsten",), {"index": True, "series": ("apt-china-smm", "apt-china-ctia")}),
    ("price-change", METALS, {}),
    ("production-years", ("antimony",), {"shape": "stacked"}),
    ("production-years", ("gallium",), {"shape": "share"}),
    ("concentration", METALS, {}),
    ("controls-all", (), {}),
    ("measures-quarters", (), {}),
    ("risk", (), {}),
    ("compare", METALS, {}),
]


@pytest.fixture(params=NEW, ids=lambda p: f"{p[0]}-{len(p[1])}")
def many(request, store, today) -> ChartSpec:
    """A chart of several series or metals."""
    kind, metals, options = request.param
    spec = registry.make(registry.KINDS[kind], store, metals, today, **options)
    assert isinstance(spec, ChartSpec)
    return spec


@pytest.mark.parametrize(
    "options", [ExportOptions(1600, 900), ExportOptions(700, 500, 96), ExportOptions(1890, 1063, 300)]
)
def test_charts_of_many_series_stay_on_the_sheet(many, qapp, options):
    data = render(many, options, "png")
    assert data == render(many, options, "png")
    image, words = _read(data)
    assert words["Comment"].startswith("minor-metals export ")
    ground = QColor(palette.LIGHT.surface).rgb()
    edge = round(0.006 * options.width)
    assert all(image.pixel(x, edge) == ground for x in range(0, options.width, 3))
    assert all(image.pixel(x, options.height - 1 - edge) == ground for x in range(0, options.width, 3))
    assert all(image.pixel(options.width - 1 - edge, y) == ground for y in range(0, options.height, 3))


@pytest.mark.parametrize("form", ["svg", "pdf", "csv"])
def test_charts_of_many_series_have_all_formats(many, qapp, form):
    data = render(many, ExportOptions(1600, 900, dark=True), form)
    assert len(data) > 1000
    if form == "csv":
        sources = {s.source_id for s in many.sources}
        rows = [line for line in data.decode().splitlines() if not line.startswith("#")][1:]
        spans = [span for r in many.rows for span in r.spans]
        assert len(rows) == len(spans or [p for s in many.series for p in s.points])
        assert sources and all(any(i in line for line in rows) for i in sources)


@pytest.mark.parametrize("width", [420, 1000])
def test_every_figure_of_several_series_can_be_selected(many, qapp, width):
    height = shape_of(many).preferred_height(width)
    _scene, plot = pictures.plot_of(many, width, height)
    area = plot.frame.area.adjusted(-1, -1, 1, 1)
    shown = sum(
        p.y is not None or (bool(p.word) and many.shape != "areas") for s in many.series for p in s.points
    )
    assert many.rows or len(plot.hits) == shown
    assert all(area.contains(h.at) for h in plot.hits)
    found = [plot.hit_at(h.at) for h in plot.hits]
    assert all(i is not None for i in found)


def test_names_at_the_ends_of_lines_are_inside_the_area(store, today, qapp):
    spec = registry.make(registry.KINDS["compare"], store, METALS, today)
    names = space.end_names(spec.series, 700)
    assert names == ("Antimony", "Gallium", "Tungsten", "Holmium", "Yttrium", "Cesium")
    assert space.legend_names(spec.series, 700) == tuple(s.name for s in spec.series)
    entries, height = space.legend_entries(space.legend_names(spec.series, 700), 700)
    assert height < shape_of(spec).preferred_height(700) / 2
    assert all("…" not in line for e in entries for line in e.lines)


def test_a_small_page_says_what_it_omits(store, today, qapp):
    spec = registry.make(registry.KINDS["price-change"], store, METALS, today)
    options = ExportOptions(700, 500, 150)
    notes = " ".join(run.text for lines in lay_out(spec, options).foot for line in lines for _, run in line)
    assert "Series names omitted for space; see the CSV export." in notes
    assert "more notes in the CSV file." in notes
    roomy = " ".join(
        run.text
        for lines in lay_out(spec, ExportOptions(1600, 900)).foot
        for line in lines
        for _, run in line
    )
    assert "in the CSV file" not in roomy


def test_a_column_with_little_room_still_names_a_source(store, today, qapp):
    spec = registry.KINDS["controls"].build(store, "gallium", today)
    column = ExportOptions(1004, 1417, 300)
    words = " ".join(run.text for lines in lay_out(spec, column).foot for line in lines for _, run in line)
    assert "Sources: MOFCOM (China); " in words and "more (see the CSV file)." in words
    assert "see the table" not in words and "see the table" in spec.source_line


def test_areas_are_stacked_and_years_without_table_are_empty(store, today, qapp):
    spec = registry.production_years(store, "tungsten", today, "wmd|mine|W content|t", None, "share")
    _scene, plot = pictures.plot_of(spec, 800, 400)
    frame, hits = plot.frame, sorted(plot.hits, key=lambda h: h.series)
    for year in (2007, 2015, 2018, 2024):
        boxes = [h.box for h in hits if h.point.x == year]
        assert math.isclose(boxes[0].bottom(), frame.area.bottom(), abs_tol=0.01)
        assert all(math.isclose(a.top(), b.bottom(), abs_tol=0.01) for a, b in pairwise(boxes))
        assert math.isclose(boxes[-1].top(), frame.py(100), abs_tol=0.2)
    assert not any(h.point.x in (2016, 2017) for h in hits)


def test_prices_far_apart_are_joined_by_dots(store, today, qapp):
    spec = registry.price(store, "antimony", today, series="antimony-rotterdam-argus")
    _scene, plot = pictures.plot_of(spec, 800, 400)
    points = spec.series[0].points
    far = sum(b.x - a.x > SPARSE for a, b in pairwise(points))
    line, dots = (item for item in pictures.curves(plot) if len(item.getData()[0]))
    assert far == dots.opts["connect"].sum() == 1
    assert len(points) - 1 - far == line.opts["connect"].sum()
    assert "Dotted: gap of more than 13 months." in spec.notes


def test_an_image_too_large_for_the_memory_is_reported(store, today, qapp, monkeypatch):
    class Nothing(QImage):
        def __init__(self, *_):
            super().__init__()

    monkeypatch.setattr("explorer.charts.output.render.QImage", Nothing)
    with pytest.raises(KnownError, match="not enough memory"):
        render(registry.price(store, "gallium", today), ExportOptions(), "png")


def test_an_image_that_cannot_be_written_is_reported(store, today, qapp, monkeypatch):
    monkeypatch.setattr("explorer.charts.output.render.QImageWriter.write", lambda *_: False)
    with pytest.raises(KnownError, match="could not be written"):
        render(registry.price(store, "gallium", today), ExportOptions(), "png")
