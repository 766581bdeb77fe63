"""Work in steps: its results, and where it pauses."""

import pytest

from explorer.data.steps import each, result_of


def test_results_come_in_the_order_of_the_items():
    assert result_of(each(range(50), str, block=20)) == [str(n) for n in range(50)]


@pytest.mark.parametrize(("count", "pauses"), [(0, 0), (19, 0), (20, 1), (41, 2)])
def test_there_is_a_step_after_each_block(count, pauses):
    assert len(list(each(range(count), str, block=20))) == pauses
