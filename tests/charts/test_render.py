"""Pictures: size, resolution, what they say of themselves, the same bytes twice, ink where it belongs."""

import math

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QImageReader
from PySide6.QtWidgets import QGraphicsScene

from explorer.charts import build, draw, style
from explorer.charts.picture import Picture
from explorer.charts.render import render
from explorer.charts.spec import ChartSpec


def _read(data: bytes) -> tuple[QImage, dict[str, str]]:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    image = reader.read()
    return image, {key: image.text(key) for key in image.textKeys()}


def test_a_png_has_its_size_resolution_and_words(store, today, qapp):
    spec = build.price(store, "gallium", today)
    image, words = _read(render(spec, Picture(1920, 1080, 300), "png"))
    assert (image.width(), image.height()) == (1920, 1080)
    assert image.dotsPerMeterX() == image.dotsPerMeterY() == round(300 / 0.0254)
    assert words["Title"] == "Gallium: price and control dates"
    assert "U.S. Geological Survey" in words["Source"]
    assert "minor-metals export gallium --chart price --on 2026-11-24" in words["Comment"]
    assert "verified to 8 Oct 2026" in words["Description"]


@pytest.mark.parametrize(
    "kind", ["price", "production", "production-years", "controls", "uses", "trade", "reliance"]
)
def test_the_same_chart_is_the_same_bytes(store, today, qapp, kind):
    spec = build.KINDS[kind].build(store, "antimony", today)
    assert isinstance(spec, ChartSpec)
    picture = Picture(960, 540, 96)
    assert render(spec, picture, "png") == render(spec, picture, "png")


@pytest.mark.parametrize("kind", ["price", "production", "controls", "reserves", "trade"])
@pytest.mark.parametrize(("width", "height"), [(800, 450), (1600, 900), (600, 800)])
def test_nothing_is_drawn_over_the_edge(store, today, qapp, kind, width, height):
    spec = build.KINDS[kind].build(store, "antimony", today)
    image, _ = _read(render(spec, Picture(width, height, 96), "png"))
    ground = QColor(style.LIGHT.background).rgb()
    edge = round(0.012 * width)
    for x in range(0, width, 3):
        assert image.pixel(x, edge // 2) == ground
        assert image.pixel(x, height - 1 - edge // 2) == ground
    for y in range(0, height, 3):
        assert image.pixel(edge // 2, y) == ground
        assert image.pixel(width - 1 - edge // 2, y) == ground


def test_dark_pictures_are_dark(store, today, qapp):
    spec = build.price(store, "gallium", today)
    image, _ = _read(render(spec, Picture(800, 450, 96, dark=True), "png"))
    assert image.pixelColor(2, 2) == QColor(style.DARK.background)


def test_a_larger_picture_has_the_same_proportion_of_ink(store, today, qapp):
    spec = build.price(store, "gallium", today)
    parts = []
    for width in (800, 1600):
        image, _ = _read(render(spec, Picture(width, width * 9 // 16, 96 * width // 800), "png"))
        small = image.scaled(200, 112).convertToFormat(QImage.Format.Format_Grayscale8)
        parts.append(sum(255 - small.pixelColor(x, y).red() for x in range(200) for y in range(112)))
    assert math.isclose(parts[0], parts[1], rel_tol=0.12)


def _canvas(spec: ChartSpec, width: float, height: float) -> tuple[QGraphicsScene, draw.Canvas]:
    scene = QGraphicsScene()
    plot = draw.new_plot()
    scene.addItem(plot)
    canvas = draw.populate(plot, spec, style.LIGHT)
    canvas.resize(width, height)
    return scene, canvas


def test_log_markers_stand_at_the_logarithm(store, today, qapp):
    spec = build.price(store, "tungsten", today, log=True)
    _scene, canvas = _canvas(spec, 700, 320)
    area = canvas.frame().area
    low, high = math.log10(spec.y.low), math.log10(spec.y.high)
    for hit in canvas.hits:
        expected = area.bottom() - (math.log10(hit.point.y) - low) / (high - low) * area.height()
        assert abs(hit.at.y() - expected) < 0.01


def test_points_lie_inside_the_area_and_in_order(store, today, qapp):
    for kind in ("price", "production-years", "reliance", "trade"):
        spec = build.KINDS[kind].build(store, "antimony", today)
        _scene, canvas = _canvas(spec, 480, 260)
        area = canvas.frame().area.adjusted(-1, -1, 1, 1)
        assert all(area.contains(h.at) for h in canvas.hits)
        columns = [h.at.x() for h in canvas.hits]
        assert columns == sorted(columns)


def test_rows_are_found_under_the_pointer(store, today, qapp):
    spec = build.production(store, "antimony", today)
    _scene, canvas = _canvas(spec, 480, 400)
    for i, hit in enumerate(canvas.hits):
        assert canvas.hit_at(hit.box.center()) == i
    assert QRectF(0, 0, 480, 400).contains(canvas.hits[-1].box)


@pytest.mark.parametrize("theme", [style.LIGHT, style.DARK])
def test_texts_can_be_read_on_their_ground(theme):
    inks = [theme.text, theme.muted, *(k.ink for k in theme.kinds.values())]
    assert all(_contrast(ink, theme.background) >= 4.5 for ink in inks)
    assert all(_contrast(k.ink, theme.badge_text) >= 4.5 for k in theme.kinds.values())


def _contrast(one: str, other: str) -> float:
    lights = sorted((_luminance(one), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
