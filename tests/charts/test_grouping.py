"""Badges that share a place."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.charts.grouping import group_close, group_label


def test_close_badges_are_grouped_and_named():
    groups = group_close([10, 100, 110, 115, 300], 25)
    assert groups == [[0], [1, 2, 3], [4]]
    assert [group_label(g) for g in groups] == ["1", "2–4", "5"]


@given(st.lists(st.floats(0, 1000), max_size=30).map(sorted), st.floats(1, 100))
def test_groups_keep_every_event_once_and_in_order(positions, width):
    groups = group_close(positions, width)
    assert [i for g in groups for i in g] == list(range(len(positions)))
