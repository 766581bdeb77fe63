"""The steps between two lists of rows lead from one to the other, and are no more than needed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.models.row_changes import RowChange, row_changes

LISTS = st.lists(st.sampled_from("abcdefghij"), unique=True)


def applied(old: list[str], new: list[str]) -> list[str]:
    """Return the rows after all steps."""
    rows = list(old)
    for change in row_changes(old, new):
        if change.source is not None:
            assert rows.pop(change.source) == change.key
        if change.target is not None:
            rows.insert(change.target, change.key)
    return rows


@given(old=LISTS, new=LISTS)
@settings(max_examples=300, derandomize=True)
def test_the_steps_lead_to_the_new_rows(old, new):
    assert applied(old, new) == new


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [("abcd", "abcd", 0), ("abcd", "bcda", 1), ("abcd", "dabc", 1), ("abcd", "dcba", 3)],
)
def test_a_row_that_can_stay_is_not_moved(old, new, count):
    assert len(list(row_changes(old, new))) == count


def test_steps_name_their_rows():
    assert list(row_changes("abcd", "acd")) == [RowChange("b", 1, None)]
    assert list(row_changes("acd", "abcd")) == [RowChange("b", None, 1)]
    assert list(row_changes("abcd", "bcda")) == [RowChange("a", 0, 3)]
