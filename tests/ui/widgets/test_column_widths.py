"""How columns share the width of a table."""

import pytest

from explorer.ui.widgets.column_widths import Column, column_widths


def test_columns_that_all_fit_share_the_rest_by_weight():
    assert column_widths(300, [Column(40, 60, 1), Column(40, 100, 2)]) == [60 + 46, 100 + 94]


def test_a_short_column_leaves_its_share_to_long_ones():
    widths = column_widths(600, [Column(40, 50, 3), Column(60, 900, 1), Column(60, 900, 2)])
    assert widths[0] == 50 and widths[1] == pytest.approx(550 / 3, abs=1)
    assert sum(widths) == 600


def test_no_column_is_narrower_than_its_longest_word():
    assert column_widths(300, [Column(140, 400, 1), Column(60, 4000, 9)]) == [140, 160]


def test_where_the_words_do_not_fit_the_longest_ones_are_cut():
    assert column_widths(200, [Column(150, 400, 1), Column(90, 400, 1)]) == [110, 90]


@pytest.mark.parametrize("width", [100, 333, 507, 1027, 2000])
def test_the_widths_add_up(width):
    columns = [
        Column(36, 80, 1),
        Column(90, 300, 4),
        Column(85, 90, 2),
        Column(60, 2500, 8),
        Column(50, 120, 3),
    ]
    widths = column_widths(width, columns)
    assert sum(widths) == max(width, 5 * 36)
    assert all(size >= 36 for size in widths)
