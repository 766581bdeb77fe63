"""Where a chart is drawn: inside the frame, in proportion to the image, with markers at their values."""

import math
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF

from explorer import palette
from explorer.charts.output.options import ExportOptions
from explorer.charts.output.render import render
from explorer.charts.plot.bounds import DOT
from explorer.charts.plot.crop import Bounds, Path, cropped
from explorer.charts.spec import Axis, Series
from tests.charts import made, pictures

BORDER = 60
BLUE = palette.LIGHT.colour(0)
ACROSS = {"points": Axis("value", "Share", low=0.0, high=9.0), "area": Axis("year", low=2019.5, high=2026.5)}
FAR = [40.0, 160.0, 30.0, -80.0, 1e6, 55.0, -1e6, 20.0]


def _all_inside(spec, slack: float) -> None:
    image, frame = pictures.plot_image(spec, 420, 240, BORDER)
    found = pictures.coloured(image, BLUE)
    area = frame.area.translated(BORDER, BORDER).adjusted(-slack, -slack, slack, slack)
    assert not found.isEmpty() and area.contains(QRectF(found))


@pytest.mark.parametrize("kind", ["line", "bars"])
@pytest.mark.parametrize("marks", [{}, {"flag": "e"}, {"flag": "o"}, {"low": -500.0, "high": 1e5}])
def test_figures_beyond_the_axis_are_cropped(qapp, kind, marks):
    _all_inside(made.chart(made.series(FAR, kind, **marks)), DOT + 2)


def test_days_beyond_the_axis_are_cropped(qapp):
    early = made.Point(made.DAYS.low - 900, 30.0, "early")
    late = made.Point(made.DAYS.high + 900, 70.0, "late")
    for kind in ("line", "bars"):
        line = made.series([50.0, 60.0], kind)
        _all_inside(made.chart(Series("A", (early, *line.points, late), kind, bar_width=200.0)), DOT + 2)


def test_rows_and_areas_beyond_the_axis_are_cropped(qapp):
    _all_inside(made.bars([60.0, 150.0, 1e7]), 1.5)
    _all_inside(made.bars([60.0, 150.0], flag="e"), 1.5)
    years = Axis("year", low=2019.5, high=2026.5)
    for flag in (None, "e"):
        figures = tuple(made.Point(float(y), 400.0, str(y), flag=flag) for y in range(2018, 2029))
        _all_inside(made.chart(Series("A", figures), x=years, shape="areas"), 1.5)


def test_the_axis_is_visible_between_areas(qapp):
    years = Axis("year", low=2019.5, high=2026.5)
    figures = tuple(made.Point(float(y), 40.0, str(y)) for y in (2020, 2021, 2024))
    image, frame = pictures.plot_image(
        made.chart(Series("A", figures), x=years, shape="areas"), 420, 240, BORDER
    )
    foot = round(BORDER + frame.area.bottom())
    darkest = pictures.pixels(image)[foot - 2 : foot + 2].min(axis=0)
    between, after = (darkest[round(BORDER + frame.px(year))] for year in (2022.5, 2025.5))
    assert (between == after).all() and (after < 255).all()


def test_points_beyond_the_axes_are_left_out(qapp):
    figures = (made.Point(50.0, 50.0, "in"), made.Point(500.0, 50.0, "right"), made.Point(50.0, -50.0, "low"))
    x = Axis("value", "Share", "%", low=0.0, high=100.0)
    spec = made.chart(Series("none", figures, status="prohibition"), x=x, shape="points")
    _scene, plot = pictures.plot_of(spec)
    assert [hit.point.label for hit in plot.hits] == ["in"]
    text = pictures.words(spec, ExportOptions(900, 700, 96)).split()
    assert "in" in text and "right" not in text and "low" not in text


def test_cropped_points_cannot_be_selected(qapp):
    _scene, plot = pictures.plot_of(made.chart(made.series(FAR)))
    assert [hit.point.y for hit in plot.hits] == [40.0, 30.0, 55.0, 20.0]


def test_a_cropped_line_ends_where_it_crosses_the_frame():
    bounds = Bounds(0, 100, 0, 100)
    found = cropped(_path([10, 50, 90, 91], [50, -50, 50, 80]), bounds)
    assert list(zip(found.x, found.y, strict=True)) == [
        (10, 50),
        (30, 0),
        (70, 0),
        (90, 50),
        (90, 50),
        (91, 80),
    ]
    assert found.joined.tolist() == [True, False, True, True, True, False]
    assert not len(cropped(_path([10, 20, 30], [-5, -90, -20]), bounds).x)
    assert not len(cropped(_path([-30, -20, 110], [5, 9, math.nan]), bounds).x)
    whole = _path([10, 90], [50, 80])
    assert cropped(whole, bounds).x.tolist() == [10, 90]


def test_a_cropped_line_keeps_its_gaps():
    gap = _path([10, 20, 30, 40], [50, math.nan, 50, 150])
    found = cropped(gap, Bounds(0, 100, 0, 100))
    assert list(zip(found.x, found.y, strict=True)) == [(30, 50), (35, 100)]


def _path(x: list[float], y: list[float]) -> Path:
    """Return a line through points, with gaps at those without a figure."""
    known = np.isfinite(np.array(y, dtype=float))
    joined = np.append(known[:-1] & known[1:], False)
    return Path(np.array(x, dtype=float), np.array(y, dtype=float), joined)


def _thickness(options: ExportOptions) -> float:
    """Return the thickness in pixels of the line of a flat series, between two of its points."""
    spec = made.chart(made.series([50.0] * 9))
    image = pictures.image(render(spec, options, "png"))
    line = pictures.coloured(image, BLUE)
    reds = pictures.pixels(image)[line.top() : line.bottom() + 1, line.left() + line.width() // 16, 0]
    return float((255 - reds).sum()) / 255


def test_lines_scale_with_the_image(qapp):
    once, twice, four = (_thickness(ExportOptions(800 * n, 450 * n, 96 * n)) for n in (1, 2, 4))
    assert once == pytest.approx(1.9, rel=0.1)
    assert twice == pytest.approx(2 * once, rel=0.06)
    assert four == pytest.approx(4 * once, rel=0.06)


def test_markers_of_a_log_axis_are_painted_at_the_logarithm(qapp):
    figures = [1.0, 10.0, 100.0, 1000.0, 5000.0]
    spec = made.chart(
        made.series(figures), y=Axis("value", unit="USD/kg", scale="log", low=1.0, high=10_000.0)
    )
    image, frame = pictures.plot_image(spec, 700, 320, BORDER)
    area = frame.area.translated(BORDER, BORDER)
    for point in spec.series[0].points:
        column = pictures.near(image, BLUE)[:, round(BORDER + frame.px(point.x) - 0.5)].nonzero()[0]
        expected = area.bottom() - math.log10(point.y) / 4 * area.height()
        assert (column[0] + column[-1] + 1) / 2 == pytest.approx(expected, abs=1.0)


def test_a_figure_without_logarithm_has_no_point_on_a_log_axis(qapp):
    spec = made.chart(
        made.series([10.0, 0.0, 100.0, -5.0]), y=Axis("value", scale="log", low=1.0, high=1000.0)
    )
    _scene, plot = pictures.plot_of(spec)
    assert [hit.point.y for hit in plot.hits] == [10.0, 100.0]


@pytest.mark.parametrize("form", ["png", "svg", "pdf", "csv"])
@pytest.mark.parametrize("kind", ["line", "bars", "hbars", "area", "points"])
@pytest.mark.parametrize("count", [0, 1])
def test_a_series_of_no_figure_or_one_is_drawn(qapp, kind, count, form):
    if kind == "hbars":
        spec = made.bars([40.0] * count)
    else:
        x = ACROSS.get(kind, made.DAYS)
        style = "bars" if kind == "bars" else "line"
        line = replace(made.series([40.0] * count, style, x), status="prohibition")
        shape = {"area": "areas", "points": "points"}.get(kind, "time")
        spec = made.chart(line, x=x, shape=shape)
    data = render(spec, ExportOptions(900, 600, 96), form)
    if form == "csv":
        rows = [line for line in data.decode().splitlines() if not line.startswith("#")]
        assert len(rows) == 1 + count
    if form == "png":
        ink = palette.LIGHT.kinds["prohibition"].ink if kind == "points" else BLUE
        found = pictures.coloured(pictures.image(data), ink)
        in_legend = 12 if kind == "points" else 0
        assert (found.height() > in_legend) is (count == 1)
    if form == "svg":
        assert "A title" in pictures.svg_words(pictures.svg_root(data))
    if form == "pdf":
        assert "A title" in pictures.plain(pictures.pdf_page(data).extract_text())


def test_a_chart_without_any_series_is_drawn(qapp):
    assert "A title" in pictures.words(made.chart(), ExportOptions(900, 600, 96))


@pytest.mark.parametrize("form", ["png", "svg", "pdf", "csv"])
def test_ten_thousand_figures_are_drawn(qapp, form):
    axis = Axis("date", low=made.DAYS.low, high=made.DAYS.high)
    spec = made.chart(made.series([50 + 40 * math.sin(n / 300) for n in range(10_000)], axis=axis))
    data = render(spec, ExportOptions(900, 500, 96), form)
    if form == "csv":
        assert sum(not line.startswith(b"#") for line in data.splitlines()) == 10_001
    else:
        assert data == render(spec, ExportOptions(900, 500, 96), form)
    if form == "pdf":
        assert "A title" in pictures.plain(pictures.pdf_page(data).extract_text())
    if form in ("png", "svg"):
        image = pictures.image(data) if form == "png" else pictures.svg_image(data, 900, 500)
        assert pictures.near(image, BLUE).any(axis=0).sum() > 750


def _crowded(gap: int):
    days = [date(2023, 1, 1) + timedelta(days=gap * n) for n in range(5)]
    events = tuple(made.event(day, f"change number {n}") for n, day in enumerate(days, 1))
    return made.chart(made.series([40.0, 60.0]), events=events)


@pytest.mark.parametrize(("gap", "badges"), [(1, ["1–5"]), (200, ["1", "2", "3", "4", "5"])])
def test_close_control_dates_share_a_badge_and_all_are_in_the_legend(qapp, gap, badges):
    spec, options = _crowded(gap), ExportOptions(900, 600, 96)
    lines = pictures.written(spec, options)
    whole = pictures.plain(" ".join(line.text for line in lines))
    assert all(f"change number {n}" in whole for n in range(1, 6))
    legend = next(line.box.top() for line in lines if line.text == "change")
    numbers = [line for line in lines if line.box.bottom() < legend and line.text in badges]
    assert [line.text for line in numbers] == badges
    assert all(b.box.left() - a.box.right() > 10 for a, b in pairwise(numbers))


def _column(image, frame, at: float) -> list[int]:
    """Return the pixel rows in the colour of the line in the column of an x."""
    found = pictures.near(image, BLUE)[:, round(BORDER + frame.px(at) - 0.5)].nonzero()[0]
    return [int(row) - BORDER for row in found]


def test_no_line_runs_through_a_published_bound(qapp):
    """More than 50 and less than 25 are arrows away from the figure; only values are joined."""
    given = ((60.0, None), (60.0, None), (50.0, ">"), (25.0, "<"), (60.0, None))
    years = tuple(
        made.Point(2020.0 + n, value, str(2020 + n), qualifier=sign) for n, (value, sign) in enumerate(given)
    )
    line = Series("A", years)
    spec = made.chart(line, x=Axis("year", low=2019.5, high=2024.5))
    image, frame = pictures.plot_image(spec, 700, 320, BORDER)
    assert _column(image, frame, 2020.5)
    assert not any(_column(image, frame, year) for year in (2021.5, 2022.5, 2023.5))
    up, down = _column(image, frame, 2022), _column(image, frame, 2023)
    assert frame.py(50) + 3 >= max(up) and min(up) < frame.py(50) - 10
    assert frame.py(25) - 3 <= min(down) and max(down) > frame.py(25) + 10
    joined = made.chart(replace(line, joined_bounds=True), x=spec.x)
    image, frame = pictures.plot_image(joined, 700, 320, BORDER)
    assert all(_column(image, frame, year) for year in (2021.5, 2022.5, 2023.5))


def test_a_net_exporter_is_a_triangle_at_the_bottom_and_not_a_ring(qapp):
    word = made.Point(2021.0, None, "2021", word="exportateur net", word_key="net exporter")
    spec = made.chart(Series("A", (word,)), x=Axis("year", low=2019.5, high=2022.5))
    image, frame = pictures.plot_image(spec, 500, 300, BORDER)
    rows = _column(image, frame, 2021)
    assert rows == list(range(rows[0], rows[-1] + 1)) and rows[-1] <= frame.area.bottom() + 2
