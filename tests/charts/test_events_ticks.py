"""Badges that share a place, ticks at round places, numbers as they are printed."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.charts import text, ticks
from explorer.charts.grouping import group_close, group_label
from explorer.charts.spec import Point, day_number, day_of
from explorer.data import numbers


def test_close_badges_are_grouped_and_named():
    groups = group_close([10, 100, 110, 115, 300], 25)
    assert groups == [[0], [1, 2, 3], [4]]
    assert [group_label(g) for g in groups] == ["1", "2–4", "5"]


@given(st.lists(st.floats(0, 1000), max_size=30).map(sorted), st.floats(1, 100))
def test_groups_keep_every_event_once_and_in_order(positions, width):
    groups = group_close(positions, width)
    assert [i for g in groups for i in g] == list(range(len(positions)))


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_days_survive_the_axis(day):
    assert day_of(day_number(day)) == day


def test_log_ticks_stand_at_their_values():
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


def test_years_are_marked_at_the_first_of_january_and_named_in_their_middle():
    low, high = day_number(date(2021, 5, 1)), day_number(date(2024, 12, 31))
    found = ticks.date_ticks(low, high, 10)
    assert [t.label for t in found] == ["2021", "2022", "2023", "2024"]
    assert day_of(found[1].at) == date(2022, 1, 1)
    assert abs(found[1].label_at - day_number(date(2022, 7, 2))) <= 1


def test_short_ranges_have_months():
    low, high = day_number(date(2025, 1, 1)), day_number(date(2025, 12, 31))
    found = ticks.date_ticks(low, high, 5)
    assert [t.label for t in found] == ["Jan 2025", "Apr", "Jul", "Oct"]


def test_days_from_an_event_carry_their_sign():
    found = ticks.day_count_ticks(-377, 377, 9)
    assert [t.label for t in found] == [
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


@pytest.mark.parametrize(
    ("value", "published"),
    [
        (60000, "60\u202f000"),
        (290.643, "290.643"),
        (0, "0"),
        (-5, "\u22125"),
        (0.35, "0.35"),
        (1e9, "1\u202f000\u202f000\u202f000"),
    ],
)
def test_exact_numbers(value, published):
    assert numbers.exact(value) == published


def test_shares_and_words():
    assert numbers.percent(0.01) == "<\u202f0.1\u202f%"
    assert numbers.percent(4.52) == "4.5\u202f%"
    assert numbers.percent(98.6) == "99\u202f%"
    assert [numbers.percent(v) for v in (99.6, 99.97, 100.0)] == [
        "99.6\u202f%",
        ">\u202f99.9\u202f%",
        "100\u202f%",
    ]
    assert text.value_text(Point(0, None, "x", flag="W", word="withheld"), "t") == "withheld"
    assert text.value_text(Point(0, 50, "x", qualifier=">"), "%") == ">\u00a050\u202f%"
    assert text.value_text(Point(0, 8, "x", qualifier="~"), "%") == "about\u00a08\u202f%"
    assert text.value_text(Point(0, None, "x"), "t") == "no figure on file"
