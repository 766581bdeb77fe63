"""The drawn map: its countries under the pointer, its strip, its patterns and the sentence on boundaries."""

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from explorer import palette
from explorer.charts.builders.world_map import world_map
from explorer.charts.output.options import ExportOptions
from explorer.charts.output.render import render
from explorer.charts.plot.map_parts import Areas, Line, look_of
from explorer.charts.plot.world_shapes import place
from explorer.charts.shapes import shape_of
from explorer.charts.spec import Axis, Point, Series
from explorer.data.context import Context
from explorer.data.supply.map_choice import BOUNDARIES
from tests.charts import made, pictures


def drawn(*points: Point, show="output"):
    spec = made.chart(
        Series("Output", points, key=show), x=Axis("value", "Output", "t"), y=Axis("category"), shape="map"
    )
    return pictures.plot_of(spec)


def point(country_id, value=1.0, share=10.0, **changes):
    return Point(0, value, country_id, share_pct=share, country_id=country_id, **changes)


def at(plot, longitude, latitude):
    return plot.chart_shape.placed(plot.frame).point(place(longitude, latitude))


@pytest.fixture
def antimony(store, today, qapp):
    return pictures.plot_of(world_map(store, "antimony", today))


def test_every_country_of_the_table_can_be_reached_in_its_order(antimony):
    _scene, plot = antimony
    assert [h.point.country_id for h in plot.hits] == [
        p.country_id for p in plot.chart_shape.spec.series[0].points
    ]
    assert all(plot.frame.whole.contains(hit.at) for hit in plot.hits)


def test_the_pointer_finds_a_country_with_a_figure_and_one_without(antimony):
    _scene, plot = antimony
    china, brazil, sea = at(plot, 108.9, 34.3), at(plot, -47.9, -15.8), at(plot, -30, 0)
    assert plot.hits[plot.hit_at(china)].point.country_id == "CHN"
    assert plot.hit_at(brazil) is None and plot.chart_shape.place_at(plot.frame, brazil) == "BRA"
    assert plot.hit_at(sea) is None and plot.chart_shape.place_at(plot.frame, sea) == ""
    outline = plot.chart_shape.mark(plot.hits[plot.hit_at(china)])
    assert outline.contains(china) and not outline.contains(brazil)


def test_what_has_no_place_is_in_the_strip_and_can_be_reached(qapp):
    _scene, plot = drawn(point("CHN"), point("SUN"), point("OTH"))
    strip = {h.point.country_id: h for h in plot.hits if h.point.country_id != "CHN"}
    assert set(strip) == {"SUN", "OTH"}
    for country_id, hit in strip.items():
        assert hit.at.y() > plot.frame.area.bottom()
        assert plot.chart_shape.place_at(plot.frame, hit.at) == country_id
        assert plot.hits[plot.hit_at(hit.at)].point.country_id == country_id


def test_a_bloc_is_found_in_each_of_its_members(qapp):
    _scene, plot = drawn(
        point("EUU", None, None, word="licence required", word_key="licence", members=("DEU", "ESP")),
        show="controls",
    )
    (hit,) = plot.hits
    for place_of in ((10.0, 51.0), (-4.0, 40.0)):
        assert plot.hit_at(at(plot, *place_of)) == 0
        assert plot.chart_shape.mark(hit).contains(at(plot, *place_of))
    assert plot.hit_at(at(plot, 2.5, 47.0)) is None  # France


def parts(plot):
    return [p for item in plot.childItems() for p in getattr(item, "parts", ())]


@pytest.mark.parametrize("theme", [palette.LIGHT, palette.DARK], ids=["light", "dark"])
def test_zero_withheld_unknown_and_unnamed_look_different(qapp, theme):
    _scene, plot = drawn(
        point("CAN", 0.0, 0.0),
        point("USA", None, None, flag="W"),
        point("RUS", None, None, low=1.0, high=2.0),
        point("CHN", 60.0, 60.0),
        point("AUS", 40.0, 40.0, flag="e"),
    )
    classes = plot.chart_shape.classes
    looks = [look_of(classes.of(p), theme) for p in classes.points]
    unnamed = look_of(classes.key()[-1].map_class, theme)
    assert len({(look.fill, look.pattern) for look in (*looks, unnamed)}) == 6
    assert unnamed.fill == theme.land != looks[0].fill == theme.surface
    assert any(isinstance(p, Areas) for p in parts(plot)) and any(isinstance(p, Line) for p in parts(plot))


@pytest.mark.parametrize("theme", [palette.LIGHT, palette.DARK], ids=["light", "dark"])
def test_neighbouring_classes_differ_in_lightness_for_every_reader(theme):
    grounds = [theme.land, *(step.ground for step in theme.classes)]
    light = [luminance(colour) for colour in grounds]
    rising = theme is palette.DARK
    assert light == sorted(light, reverse=not rising)
    for a, b in pairwise(light):
        assert (max(a, b) + 0.05) / (min(a, b) + 0.05) > 1.25


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("show", ["output", "reserves", "controls"])
def test_every_file_has_the_sentence_on_boundaries(store, today, qapp, show):
    spec = world_map(store, "antimony", today, show=show)
    plain = ExportOptions(sources=False, title=False, outlines=False)
    assert BOUNDARIES in render(spec, plain, "csv").decode()
    svg = render(spec, plain, "svg").decode()
    assert "Boundaries: Natural Earth as modified by Visionscarto" in svg
    assert b"PNG" in render(spec, plain, "png")[:8] and render(spec, plain, "pdf").startswith(b"%PDF")


def test_the_csv_has_ids_classes_flags_and_sources(store, today):
    rows = list(shape_of(world_map(store, "antimony", today)).csv_rows())
    records = {row[0]: dict(zip(rows[0], row, strict=True)) for row in rows[1:]}
    assert records["CHN"]["value"] == "40000" and records["CHN"]["flag"] == "e"
    assert records["USA"]["class"] == "withheld" and records["USA"]["value"] == ""
    assert records["CAN"]["class"] == "zero" and records["CAN"]["value"] == "0"
    assert all(row["source_ids"] for row in records.values())


def test_labels_are_on_the_map_and_apart(antimony):
    from explorer.charts.plot.map_labels import labels

    _scene, plot = antimony
    placed = plot.chart_shape.placed(plot.frame)
    found = labels(plot.chart_shape.classes.points, plot.chart_shape.classes, placed, "t")
    assert {"CHN", "RUS", "TJK"} <= {label.point.country_id for label in found}
    boxes = [QRectF(label.box) for label in found]
    for n, box in enumerate(boxes):
        assert plot.frame.whole.contains(box.center())
        assert not any(box.adjusted(1, 1, -1, -1).intersects(other) for other in boxes[n + 1 :])


@pytest.mark.parametrize("width", [640, 1100])
def test_a_withheld_figure_has_a_label_inside_or_beside_its_country(store, today, qapp, width):
    spec = world_map(store, "antimony", today)
    texts = pictures.plot_texts(spec, width, width // 2)
    assert "United States withheld" in texts


def test_the_line_to_a_label_can_be_seen_on_every_colour(antimony):
    _scene, plot = antimony
    lines = [part for part in parts(plot) if isinstance(part, Line)]
    leads = [line for line in lines if line.pen.color() == QColor(palette.LIGHT.text)]
    assert leads
    for lead in leads:
        behind = lines[lines.index(lead) - 1]
        assert behind.path == lead.path and behind.pen.widthF() > lead.pen.widthF()
        assert behind.pen.color().name() == palette.LIGHT.surface


def test_the_map_is_described_in_words(store, today):
    from explorer.charts.summary import sentence

    text = sentence(world_map(store, "antimony", today))
    assert "China 40\u202f000 t (estimated)" in text and "and 11 more" in text
    controls = sentence(
        world_map(store, "gallium", Context(date(2026, 11, 24), "CHN", "DEU"), show="controls")
    )
    assert "China: licence required" in controls


def test_a_position_outside_is_no_place(antimony):
    _scene, plot = antimony
    assert plot.chart_shape.place_at(plot.frame, QPointF(-50, -50)) == ""


def lines_on_dot(plot) -> int:
    at_dot = plot.chart_shape.placed(plot.frame).middle("SGP")
    boxes = [p.path.boundingRect() for p in parts(plot) if isinstance(p, Line)]
    return sum(box.contains(at_dot) and box.width() < 10 for box in boxes)


def test_an_estimated_dot_is_hatched_too(qapp):
    (_scene, exact), (_other, estimated) = drawn(point("SGP")), drawn(point("SGP", flag="e"))
    assert lines_on_dot(estimated) == lines_on_dot(exact) + 1
