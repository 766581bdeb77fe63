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


def test_a_label_with_a_line_takes_no_place_beside_another_point():
    at = [(700.0, y) for y in (240.0, 241.0, 242.0, 262.0)]
    found = place(at, [(60.0,)] * 4, 12.0, RADIUS, Box(0, 0, 730, 500))
    lowest = found[3]
    assert not lowest.far and lowest.box.top < 262 < lowest.box.bottom
    (away,) = (label for label in found if label.far)
    assert not any(away.box.meets(Box(x - 9, y - 9, x + 9, y + 9)) for x, y in at)


def test_two_labels_on_one_line_do_not_read_as_one():
    left, right = place([(100, 100), (252, 100)], [(66.0,)] * 2, 12.0, RADIUS, Box(0, 0, 262, 500))
    assert not left.box.meets(right.box, 5.0)


def test_the_line_to_a_distant_label_crosses_no_other_label():
    at = [(400.0, 260.0), (390.0, 250.0), (405.0, 260.0), (385.0, 250.0), (415.0, 255.0)]
    found = place(at, [(60.0,)] * 5, 12.0, RADIUS, BOUNDS)
    away = [(point, label) for point, label in zip(at, found, strict=True) if label.far]
    assert away
    for (x, y), label in away:
        end_x, end_y = label.box.nearest((x, y))
        line = [(x + (end_x - x) * n / 100, y + (end_y - y) * n / 100) for n in range(100)]
        assert not any(other.box.has(*spot) for other in found if other is not label for spot in line)
