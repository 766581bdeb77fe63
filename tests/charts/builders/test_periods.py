"""The middle and the length of a period."""

from datetime import date

import pytest

from explorer.charts.builders.periods import middle, period_length


@pytest.mark.parametrize(
    ("text", "length"),
    [("2024", "year"), ("2024-05", "month"), ("2024-Q1", "quarter"), ("2024-01/2024-06", "span")],
)
def test_lengths_of_periods(text, length):
    assert period_length(text) == length


def test_middles_of_periods():
    assert middle("2024") == date(2024, 7, 1)
    assert middle("2024-02") == date(2024, 2, 15)
    assert middle("2024-02-29") == date(2024, 2, 29)
