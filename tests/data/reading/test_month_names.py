"""Months by their names in several languages."""

import pytest

from explorer.data.reading.month_names import month_of


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("sept", 9),
        ("oktober", 10),
        ("mär", 3),
        ("mai", 5),
        ("déc", 12),
        ("août", 8),
        ("enero", 1),
        ("jui", 0),  # juin or juillet
        ("d", 0),
        ("price", 0),
    ],
)
def test_a_name_or_its_start_is_a_month_where_it_is_only_one(name: str, month: int) -> None:
    assert month_of(name) == month
