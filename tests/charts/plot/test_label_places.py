"""Labels next to points: inside the bounds, clear of other labels and of points."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from explorer.charts.plot.label_places import Box, place

BOUNDS = Box(0, 0, 800, 500)
RADIUS = 4.0
points = st.lists(st.tuples(st.floats(40, 760), st.floats(40, 460)), min_size=1, max_size=30)


@given(points)
def test_labels_overlap_neither_labels_nor_points(at):
    found = [x for x in place(at, [(60.0, 12.0)] * len(at), 12.0, RADIUS, BOUNDS) if x is not None]
    discs = [Box(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS) for x, y in at]
    for one, other in combinations(found, 2):
        assert not one.box.meets(other.box)
    for label in found:
        assert BOUNDS.holds(label.box)
        assert not any(label.box.meets(disc) for disc in discs)


def test_a_lone_point_has_its_name_on_the_right():
    (label,) = place([(100, 100)], [(50.0, 10.0)], 12.0, RADIUS, BOUNDS)
    assert (label.choice, label.far) == (0, False)
    assert label.box.left > 100 and label.box.top < 100 < label.box.bottom


def test_a_short_name_nearby_is_preferred_to_a_long_one_far_away():
    narrow = Box(60, 94, 140, 106)
    (label,) = place([(100, 100)], [(70.0, 10.0)], 11.0, RADIUS, narrow)
    assert (label.choice, label.far) == (1, False)


def test_labels_leave_reserved_boxes_free():
    free = Box(100, 80, 200, 120)
    (label,) = place([(100, 100)], [(50.0,)], 12.0, RADIUS, BOUNDS, [free])
    assert not label.box.meets(free)


def test_without_any_room_there_is_no_label():
    assert place([(10, 10)], [(50.0,)], 12.0, RADIUS, Box(0, 0, 20, 20)) == [None]
