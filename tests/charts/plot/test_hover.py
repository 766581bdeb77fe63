"""The point under the pointer: the nearest in time, wherever the pointer is in the height of a chart."""

from datetime import date

import pytest
from PySide6.QtCore import QPointF

from explorer.charts.builders import registry
from explorer.charts.shapes import Shape, shape_of
from explorer.data.context import Context
from tests.charts import made, pictures

VALUES = [50.0, 90.0, 10.0, 60.0]


class Pointer:
    """A chart of a size and the point at a position."""

    def __init__(self, spec, width=600, height=320) -> None:
        self.shape: Shape = shape_of(spec)
        self.frame = pictures.frame_in(spec, width, height)
        self.found = self.shape.hits(self.frame)

    def at(self, position, found=None):
        return self.shape.hit_at(self.frame, self.found if found is None else found, position)


def hits(spec):
    pointer = Pointer(spec)
    return pointer, pointer.frame, pointer.found


@pytest.mark.parametrize("style", ["line", "bars"])
def test_the_height_of_the_pointer_does_not_matter(qapp, style):
    pointer, frame, found = hits(made.chart(made.series(VALUES, style)))
    assert len(found) == len(VALUES)
    for index, hit in enumerate(found):
        for y in (frame.area.top() + 1, frame.area.center().y(), frame.area.bottom() - 1):
            for aside in (-20.0, 0.0, 20.0):
                assert pointer.at(QPointF(hit.at.x() + aside, y)) == index


def test_between_two_points_the_nearer_one_is_found(qapp):
    pointer, frame, found = hits(made.chart(made.series(VALUES)))
    first, second = found[0].at.x(), found[1].at.x()
    assert second - first > 60
    middle = (first + second) / 2
    assert pointer.at(QPointF(middle - 2, frame.area.top())) == 0
    assert pointer.at(QPointF(middle + 2, frame.area.bottom())) == 1


def test_outside_the_area_there_is_no_point(qapp):
    pointer, frame, _found = hits(made.chart(made.series(VALUES)))
    for away in (QPointF(frame.area.center().x(), frame.area.bottom() + 60), QPointF(-60, 100)):
        assert pointer.at(away) is None
    assert pointer.at(frame.area.center(), []) is None


def test_of_two_lines_the_nearer_in_height_is_found(qapp):
    low, high = made.series([10.0, 10.0]), made.series([80.0, 80.0])
    pointer, _frame, found = hits(made.chart(low, high))
    for hit in found:
        position = QPointF(hit.at.x() + 15, hit.at.y() - 12)
        index = pointer.at(position)
        assert index is not None and (found[index].series, found[index].index) == (hit.series, hit.index)


def test_a_line_that_ended_long_before_is_not_found(qapp):
    early = made.Series("Early", made.points(VALUES * 5)[:3])
    late = made.series([20.0] * 20)
    pointer, frame, found = hits(made.chart(early, late))
    at = QPointF(found[-1].at.x(), frame.py(50.0))
    index = pointer.at(at)
    assert index is not None and found[index].series == 1


def test_an_area_is_found_above_and_inside_it(store, qapp):
    context = Context(date(2026, 11, 24))
    spec = registry.production_years(store, "antimony", context, shape="stacked")
    pointer, frame, found = hits(spec)
    for index, hit in enumerate(found):
        if hit.box.height() > 2:
            inside = pointer.at(hit.box.center())
            assert inside is not None and found[inside].box.contains(hit.box.center()), index
    above = pointer.at(QPointF(found[0].at.x(), frame.area.top()))
    assert above is not None and found[above].at.x() == found[0].at.x()
