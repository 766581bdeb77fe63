"""Cells: what counts as a number, a day, a date, a period."""

import datetime

import pytest

from db.columns import Column, date, day, integer, lines, must, percent, period, real, text, words
from db.values import first_day, is_period, number, shape_rule, whole


@pytest.mark.parametrize(
    ("cell", "value"), [("0", 0), ("-38.8", -38.8), ("0.0007", 0.0007), ("15000000000", 15e9)]
)
def test_plain_numbers_parse(cell: str, value: float) -> None:
    assert number(cell) == value


@pytest.mark.parametrize("cell", ["", "1e5", "1,000", " 1", "01", "1.", ".5", "nan", "inf", "+1", "1_0", "١"])
def test_other_spellings_are_not_numbers(cell: str) -> None:
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
def test_days_that_do_not_exist_are_not_dates(cell: str) -> None:
    assert first_day(cell) is None


@pytest.mark.parametrize(
    ("column", "good", "bad", "rule"),
    [
        (date("c", ""), "2024-05", "2024-00", "A date must be YYYY, YYYY-MM or YYYY-MM-DD and exist."),
        (day("c", ""), "2024-05-31", "2024-05", "A day must be YYYY-MM-DD and exist."),
        (day("c", ""), "2024-02-29", "2023-02-29", "A day must be YYYY-MM-DD and exist."),
        (
            period("c", ""),
            "2021/2024",
            "2024/2021",
            "A period must be a date, or two dates from/to in order.",
        ),
        (period("c", ""), "2025/2026-03", "2025/2026/2027", "A period must be a date, or two dates"),
        (period("c", ""), "2025-10", "2025-10/", "A period must be a date, or two dates from/to in order."),
        (integer("c", "", 1, 9), "9", "10", "The number must be at most 9."),
        (integer("c", "", 1, 9), "1", "0", "The number must be at least 1."),
        (integer("c", "", 1, 9), "1", "1.0", "The cell must be a plain whole number."),
        (percent("c", ""), "99.5", "100.01", "The number must be at most 100."),
        (percent("c", ""), "0", "-1", "The number must be at least 0."),
        (real("c", "", low=None), "-1000", "1e3", "The cell must be a plain number."),
        (words("c", "", "e", "p"), "e", "E", "The word must be one of: e, p."),
        (text("c", "", r"\d{8}(\d\d)?"), "8112929010", "811292901", "The text must have the shape "),
        (text("c", "", r"\d"), "1", "١", "The text must have the shape "),
        (text("c", ""), "氮化镓", "氮化镓 ", "A text must have no white space at its ends"),
        (text("c", ""), "a b", " a", "A text must have no white space at its ends"),
        (text("c", ""), "", "a\nb", "A text must have no white space at its ends and no control characters."),
        (
            lines("c", ""),
            "a\nb",
            "a\tb",
            "A text must have no white space at its ends and no control characters.",
        ),
        (
            lines("c", ""),
            "a\n\nb",
            "a\n",
            "A text must have no white space at its ends and no control characters.",
        ),
        (must(text("c", "")), "a", "", "The cell must not be empty."),
        (text("c", ""), "x" * 10_000, "x" * 10_001, "A text must have at most 10000 characters."),
        (date("c", ""), "1800", "1799-12-31", "The year of a date must be from 1800 to 2100."),
        (day("c", ""), "2100-12-31", "9999-12-31", "The year of a date must be from 1800 to 2100."),
        (period("c", ""), "2018/2100", "2018/2101", "The year of a date must be from 1800 to 2100."),
    ],
)
def test_a_column_takes_its_own_values_only(column: Column, good: str, bad: str, rule: str) -> None:
    broken = shape_rule(column)
    assert broken(good) == ""
    assert broken(bad).startswith(rule)


@pytest.mark.parametrize(
    "column",
    [date("c", ""), day("c", ""), period("c", ""), integer("c", ""), words("c", "", "e"), text("c", "", "x")],
)
def test_an_empty_cell_means_unknown_where_it_may_be_empty(column: Column) -> None:
    assert shape_rule(column)("") == ""
    assert shape_rule(must(column))("") == "The cell must not be empty."


@pytest.mark.parametrize("code", [*range(0x20), *range(0x7F, 0xA0)])
def test_no_text_has_control_characters_but_line_feeds_where_they_are_allowed(code: int) -> None:
    cell = f"a{chr(code)}b"
    assert shape_rule(text("c", ""))(cell)
    assert bool(shape_rule(lines("c", ""))(cell)) == (cell != "a\nb")


@pytest.mark.parametrize(
    ("cell", "is_valid"),
    [("2024", True), ("2024-05/2024-05", True), ("2024-05-31/2024", False), ("/2024", False), ("", False)],
)
def test_a_period_has_its_days_in_order(cell: str, is_valid: bool) -> None:
    assert is_period(cell) == is_valid
