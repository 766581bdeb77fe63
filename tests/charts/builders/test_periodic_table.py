"""The periodic table as a chart: its series, its tiles, its words, and the image in the sizes it is made for."""

import pytest
from PySide6.QtCore import QPointF, QRectF

from explorer.data.periodic.metal_value import UNKNOWN
from explorer.charts.builders.registry import KINDS, make, periodic_table
from explorer.charts.output.options import ExportOptions
from explorer.charts.output.render import render
from explorer.charts.shapes import shape_of
from explorer.charts.shapes.periodic_table import top_of
from explorer.charts.spec import ChartSpec
from explorer.data.periodic.coloured_table import coloured_table
from explorer.data.periodic.colourings import COLOURINGS, colouring_name
from explorer.data.periodic.layout import FIRST_OF_MATERIALS
from explorer.errors import NotFound
from tests.charts import pictures


def points(spec: ChartSpec) -> dict:
    return {p.label: (series, p) for series in spec.series for p in series.points}


@pytest.mark.parametrize("colouring", COLOURINGS)
def test_every_metal_is_in_one_series(store, today, colouring):
    spec = periodic_table(store, today, series=colouring)
    assert isinstance(spec, ChartSpec) and colouring_name(colouring) in spec.title
    found = coloured_table(store, today, colouring)
    assert sum(len(s.points) for s in spec.series) == len(store.metals) == len(points(spec))
    unknown = next((s for s in spec.series if s.key == UNKNOWN), None)
    count = len(unknown.points) if unknown is not None else 0
    assert count == sum(not value.is_known for value in found.values.values())
    cells = {p.x for s in spec.series for p in s.points}
    assert len(cells) == len(store.metals)


def test_a_figure_has_its_flag_date_and_sources(store, today):
    series, point = points(periodic_table(store, today, series="share"))["Tungsten"]
    assert series.name.replace("\u202f", " ") == "75 % or more"
    assert (point.y, point.flag, point.symbol) == (78.69, "e", "W")
    assert (point.word or "").replace("\u202f", " ") == "79 %*"
    assert "estimated" in (point.note or "") and "2025" in (point.note or "")
    assert "usgs-mcs-2026-tungsten" in point.source_ids


def test_an_unknown_figure_has_its_reason_and_no_value(store, today):
    series, point = points(periodic_table(store, today, series="share"))["Dysprosium"]
    assert series.key == UNKNOWN and point.y is None and point.word == "group only"
    assert "see rare earths" in (point.note or "")


def test_a_status_has_short_words_and_the_full_ones_in_the_note(store, today):
    spec = periodic_table(store, today)
    series, point = points(spec)["Gallium"]
    words = coloured_table(store, today, "status").values["gallium"]
    assert series.key == series.status == words.state
    assert point.y is None and point.word.rstrip("*") == words.versions[-1]
    assert words.text in point.note


def test_an_unknown_colouring_lists_the_others(store, today):
    with pytest.raises(NotFound, match="status; share; buyer"):
        periodic_table(store, today, series="weight")


@pytest.mark.parametrize("colouring", COLOURINGS)
@pytest.mark.parametrize("options", [ExportOptions(1600, 900), ExportOptions(700, 500, 96)])
def test_the_image_is_the_same_twice(store, today, qapp, colouring, options):
    spec = make(KINDS["periodic-table"], store, (), today, series=colouring)
    assert isinstance(spec, ChartSpec)
    data = render(spec, options, "png")
    assert data == render(spec, options, "png") and len(data) > 10_000


def test_tiles_are_on_the_plot_and_found_where_they_are(store, today, qapp):
    spec = periodic_table(store, today)
    _scene, plot = pictures.plot_of(spec, 1000, 640)
    assert len(plot.hits) == len(store.metals)
    for number, hit in enumerate(plot.hits):
        assert QRectF(0, 0, 1000, 640).contains(hit.box)
        assert plot.hit_at(hit.box.center()) == number
    assert plot.hit_at(QPointF(500, 20)) is None
    assert plot.hits[0].point.label == "Helium"


def test_rows_follow_each_other_with_gaps_before_lanthanides_and_materials():
    tops = [top_of(row) for row in range(FIRST_OF_MATERIALS + 3)]
    assert tops == sorted(tops) and tops[7] == 7 and tops[8] == pytest.approx(7.2)
    assert tops[FIRST_OF_MATERIALS] == pytest.approx(9.4)


def test_the_sentences_name_the_metals_of_each_step(store, today):
    sentences = list(shape_of(periodic_table(store, today, series="hhi")).sentences())
    assert any(s.startswith("5000 to under 7500 (") and "Tungsten" in s for s in sentences)
