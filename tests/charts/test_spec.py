"""Days as numbers of an axis."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from explorer.charts.spec import day_number, day_of


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_day_is_the_same_after_the_axis(day):
    assert day_of(day_number(day)) == day
