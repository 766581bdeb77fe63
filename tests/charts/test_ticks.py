"""Ticks and ranges of axes."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from explorer.charts import ticks
from explorer.charts.spec import day_number, day_of


def test_log_ticks_are_at_their_values():
    assert [t.at for t in ticks.log_ticks(10, 1000, 7)] == [10, 20, 50, 100, 200, 500, 1000]
    assert [t.label for t in ticks.log_ticks(0.5, 2, 5)] == ["0.5", "1", "2"]


def test_bars_start_at_zero_and_prices_need_not():
    assert ticks.linear_range(0, 93, from_zero=True) == (0, 100)
    low, high = ticks.linear_range(277, 580, from_zero=False)
    assert (low, high) == (200, 600)


@given(st.floats(0.001, 1e9), st.floats(0.001, 1e9))
def test_a_range_holds_its_values(a, b):
    low, high = ticks.linear_range(min(a, b), max(a, b), from_zero=False)
    assert low <= min(a, b) * 1.000001
    assert high >= max(a, b) * 0.999999


def test_years_have_a_tick_on_1_january_and_a_label_in_their_middle():
    low, high = day_number(date(2021, 5, 1)), day_number(date(2024, 12, 31))
    result = ticks.date_ticks(low, high, 10)
    assert [t.label for t in result] == ["2021", "2022", "2023", "2024"]
    assert day_of(result[1].at) == date(2022, 1, 1)
    assert abs(result[1].label_at - day_number(date(2022, 7, 2))) <= 1


def test_short_ranges_have_months():
    low, high = day_number(date(2025, 1, 1)), day_number(date(2025, 12, 31))
    result = ticks.date_ticks(low, high, 5)
    assert [t.label for t in result] == ["Jan 2025", "Apr", "Jul", "Oct"]


def test_days_from_an_event_have_a_sign():
    result = ticks.day_count_ticks(-377, 377, 9)
    assert [t.label for t in result] == [
        "\u2212360",
        "\u2212270",
        "\u2212180",
        "\u221290",
        "0",
        *(f"+{d}" for d in (90, 180, 270, 360)),
    ]
    assert [t.at for t in ticks.day_count_ticks(-377, 377, 4)] == [-365, 0, 365]


@given(st.lists(st.floats(0, 100), min_size=1, max_size=7))
def test_names_at_line_ends_never_overlap(positions):
    placed = sorted(ticks.spread(positions, 15, 0, 200))
    assert all(b - a >= 15 - 1e-6 for a, b in pairwise(placed))
