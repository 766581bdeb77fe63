"""Cells: what counts as a number, a day, a date, a period."""

import datetime

import pytest

from db.columns import Column, date, day, integer, must, percent, period, text, words
from db.values import first_day, number, shape_rule, whole


@pytest.mark.parametrize(
    ("cell", "value"), [("0", 0), ("-38.8", -38.8), ("0.0007", 0.0007), ("15000000000", 15e9)]
)
def test_plain_numbers_parse(cell: str, value: float) -> None:
    assert number(cell) == value


@pytest.mark.parametrize("cell", ["", "1e5", "1,000", " 1", "01", "1.", ".5", "nan", "inf", "+1", "1_0", "١"])
def test_other_spellings_are_no_numbers(cell: str) -> None:
    assert number(cell) is None


def test_whole_numbers_have_no_point() -> None:
    assert whole("12") == 12
    assert whole("12.0") is None


@pytest.mark.parametrize(
    ("cell", "first"), [("2024", (2024, 1, 1)), ("2024-05", (2024, 5, 1)), ("2024-02-29", (2024, 2, 29))]
)
def test_a_partial_date_counts_as_its_first_day(cell: str, first: tuple[int, int, int]) -> None:
    assert first_day(cell) == datetime.date(*first)


@pytest.mark.parametrize(
    "cell", ["", "2023-02-29", "2024-13", "2024-5", "20240501", "2024-05-01/2024-06-01", "24"]
)
def test_days_that_do_not_exist_are_no_dates(cell: str) -> None:
    assert first_day(cell) is None


@pytest.mark.parametrize(
    ("column", "good", "bad"),
    [
        (date("c"), "2024-05", "2024-00"),
        (day("c"), "2024-05-31", "2024-05"),
        (period("c"), "2021/2024", "2024/2021"),
        (period("c"), "2025/2026-03", "2025/2026/2027"),
        (period("c"), "2025-10", "2025-10/"),
        (integer("c", 1, 9), "9", "10"),
        (integer("c", 1, 9), "1", "1.0"),
        (percent("c"), "99.5", "-1"),
        (words("c", "e", "p"), "e", "E"),
        (text("c", r"\d{8}(\d\d)?"), "8112929010", "811292901"),
        (text("c"), "氮化镓", "氮化镓 "),
        (text("c"), "", "a\nb"),
        (must(text("c")), "a", ""),
    ],
)
def test_a_column_takes_its_own_values_only(column: Column, good: str, bad: str) -> None:
    broken = shape_rule(column)
    assert broken(good) == ""
    assert broken(bad).endswith(".")
