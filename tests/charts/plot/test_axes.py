"""The names of ticks: apart from each other and from the line of the as-of date, at both ends of an axis."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF

from explorer.charts.builders import registry
from explorer.charts.plot import axis as axes
from explorer.charts.plot import typeset
from explorer.charts.plot.bounds import DOT
from explorer.charts.plot.space import value_ticks
from explorer.charts.spec import Axis, Point, ReferenceLine, Series, day_number
from explorer.charts.ticks import Tick, date_ticks, linear_range
from tests.charts import made, pictures


def _frame(days=("2023-10-16", "2025-12-15"), width=760):
    low, high = (day_number(made.date.fromisoformat(day)) for day in days)
    x = Axis("date", low=low, high=high)
    return pictures.frame_in(made.chart(made.series([50.0, 60.0], axis=x), x=x), width, 300)


def _named(frame, count, line=None):
    ticks = date_ticks(frame.ranges.x_low, frame.ranges.x_high, count)
    return axes.named(frame, ticks, frame.area.left(), frame.area.right(), line)


@pytest.mark.parametrize("width", range(300, 900, 37))
def test_names_of_months_are_apart_and_each_year_is_named(qapp, width):
    frame = _frame(width=width)
    small = typeset.small()
    found = _named(frame, int(frame.area.width() / 50))
    boxes = [(x - small.width(label) / 2, x + small.width(label) / 2) for x, label in found]
    assert all(right + 5 < left for (_, right), (left, _) in pairwise(boxes))
    assert boxes[0][0] >= frame.area.left() - 1 and boxes[-1][1] <= frame.area.right() + 1
    assert any("2024" in label for _, label in found) and any("2025" in label for _, label in found)


def test_a_name_moves_away_from_the_line_of_a_date(qapp):
    frame = _frame(("2021-01-01", "2026-12-31"))
    (x, _), *_ = [n for n in _named(frame, 12) if n[1] == "2026"]
    half = typeset.small().width("2026") / 2
    for line in (x - 3, x, x + 3):
        (moved, _), *_ = [n for n in _named(frame, 12, line) if n[1] == "2026"]
        assert abs(moved - line) > half


def test_a_name_without_room_next_to_the_line_is_left_out(qapp):
    frame = _frame()
    tick = Tick(frame.ranges.x_high, "Jan 2027", frame.ranges.x_high)
    edge = frame.area.right()
    assert axes.named(frame, [tick], frame.area.left(), edge)
    assert not axes.named(frame, [tick], frame.area.left(), edge, edge - 20)


@pytest.mark.parametrize("top", [7, 42, 80, 690, 8000])
@pytest.mark.parametrize("height", [180, 260, 400])
def test_both_ends_of_a_value_axis_have_their_figures(qapp, top, height):
    low, high = linear_range(0, top, from_zero=True)
    spec = made.chart(y=Axis("value", low=low, high=high))
    ticks = value_ticks(spec.y, height)
    assert (ticks[0].at, ticks[-1].at) == (low, pytest.approx(high))
    assert 3 <= len(ticks) <= 15


def test_charts_of_the_data_have_three_figures_or_more_on_the_value_axis(store, today, qapp):
    for metal_id in store.metals:
        spec = registry.production_years(store, metal_id, today)
        if hasattr(spec, "series"):
            assert len(value_ticks(spec.y, 260)) >= 3


@pytest.mark.parametrize(
    ("axis", "text"),
    [
        (Axis("value", unit="t", high=900.0), "t"),
        (Axis("value", unit="t", high=5e6), "million t"),
        (Axis("value", unit="", high=7e9), "billion"),
        (Axis("value", unit="USD/kg", scale="log", low=1.0, high=1e9), "USD/kg, log scale"),
        (Axis("value", scale="log", low=1.0, high=10.0), "log scale"),
    ],
)
def test_the_caption_of_an_axis_has_its_unit_and_scale(axis, text):
    assert axes.axis_caption(axis) == text


def test_the_first_month_loses_its_year_where_the_next_name_has_one(qapp):
    frame = _frame(("2023-12-01", "2024-03-01"), width=400)
    start, new_year = (day_number(made.date.fromisoformat(d)) for d in ("2023-12-20", "2024-01-01"))
    ticks = [Tick(start, "Dec 2023", start, "Dec"), Tick(new_year, "Jan 2024", new_year, "Jan")]
    labels = [label for _, label in axes.named(frame, ticks, frame.area.left(), frame.area.right())]
    assert labels == ["Dec", "Jan 2024"]


@pytest.mark.parametrize("above", [-6.0, -1.0, 3.0])
def test_the_label_of_a_reference_line_is_clear_of_markers(qapp, above):
    """A marker reaches into a label that its middle is outside of."""
    y = Axis("value", low=0.0, high=100.0, reference_lines=(ReferenceLine(25.0, "25: high"),))
    frame = pictures.frame_in(made.chart(y=y), 700, 300)
    (free,) = axes.label_boxes(frame, y, ())
    day, value = _value_at(frame, free.center().x()), _at_height(frame, free.top() - above)
    line = Series("A", (Point(day, value, "A"), Point(day + 10, value, "B")))
    (box,) = axes.label_boxes(frame, y, (line,))
    at = QPointF(frame.px(day), frame.py(value))
    assert not box.adjusted(-DOT, -DOT, DOT, DOT).contains(at)


def _value_at(frame, x: float) -> float:
    shown = frame.ranges
    return shown.x_low + (x - frame.area.left()) / frame.area.width() * (shown.x_high - shown.x_low)


def _at_height(frame, y: float) -> float:
    shown = frame.ranges
    return shown.y_low + (frame.area.bottom() - y) / frame.area.height() * (shown.y_high - shown.y_low)
