"""Dates as a user types them."""

from datetime import date

import pytest

from explorer.data.dates import (
    age,
    first_day,
    is_quarter,
    last_day,
    means_today,
    months_old,
    read_day,
    show,
    with_dates_in_words,
)
from explorer.errors import KnownError

TODAY = date(2024, 3, 31)


@pytest.mark.parametrize(
    "text",
    [
        "2024-12-03",
        " 2024/12/3 ",
        "2024.12.03",
        "20241203",
        "3 Dec 2024",
        "03dec2024",
        "3-Dec-2024",
        "3 december 2024",
        "3. December 2024",
        "3rd December 2024",
        "Dec 3, 2024",
        "Dec. 3, 2024",
        "December 3 2024",
        "December 3rd, 2024",
        "3.12.2024",
        "2024年12月3日",
        "２０２４年１２月３日",
        "２０２４-12-03",
        "٢٠٢٤-١٢-٠٣",
        "3\u00a0Dec\u00a02024",
        "3 Dec\n2024\n",
        "\u200f2024-12-03\u200e",
        "\ufeff2024-12-03",
        "2024–12–03",
        "2024\u201112\u201103",
    ],
)
def test_a_date_in_many_notations(text: str) -> None:
    assert read_day(text) == date(2024, 12, 3)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", date(2024, 3, 31)),
        (" Today\u00a0", date(2024, 3, 31)),
        ("yesterday", date(2024, 3, 30)),
        ("TOMORROW", date(2024, 4, 1)),
        ("+30d", date(2024, 4, 30)),
        ("+0d", date(2024, 3, 31)),
        ("-2w", date(2024, 3, 17)),
        ("−2W", date(2024, 3, 17)),
        ("＋３d", date(2024, 4, 3)),
        ("+ 3 m", date(2024, 6, 30)),
        ("-1m", date(2024, 2, 29)),
        ("-13m", date(2023, 2, 28)),
        ("+9m", date(2024, 12, 31)),
        ("-1y", date(2023, 3, 31)),
        ("+175y", date(2199, 3, 31)),
    ],
)
def test_days_counted_from_today(text: str, day: date) -> None:
    assert read_day(text, TODAY) == day


def test_a_leap_day() -> None:
    assert read_day("29 Feb 2024") == date(2024, 2, 29)
    assert read_day("+1y", date(2024, 2, 29)) == date(2025, 2, 28)
    assert read_day("+4y", date(2024, 2, 29)) == date(2028, 2, 29)


@pytest.mark.parametrize(
    "text",
    ["3/12/2024", "03-12-2024", "\u200e3/12/2024\n"],
)
def test_an_ambiguous_date_raises_with_both_readings(text: str) -> None:
    with pytest.raises(
        KnownError, match=r"^“.*” can mean 3 Dec 2024 or 12 Mar 2024: write the month as a word\.$"
    ):
        read_day(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("13/12/2024", date(2024, 12, 13)),
        ("12/13/2024", date(2024, 12, 13)),
        ("31-01-2024", date(2024, 1, 31)),
        ("10/10/2024", date(2024, 10, 10)),
    ],
)
def test_a_date_valid_in_one_order_only(text: str, day: date) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "2024",
        "2024-12",
        "2024/12",
        "12/2024",
        "12.2024",
        "Dec 2024",
        "December, 2024",
        "2024 Dec",
        "2024年12月",
    ],
)
def test_a_date_without_its_day_raises(text: str) -> None:
    with pytest.raises(KnownError) as caught:
        read_day(text)
    assert str(caught.value) == f"“{text}” is not a full date. Try 10 Dec 2024 or 2024-12-10."


@pytest.mark.parametrize(
    "text",
    [
        "soon",
        "30 Feb 2024",
        "2024-13-01",
        "2024-12/03",
        "2024-W50-2",
        "31/31/2024",
        "30/02/2024",
        "12.25.2024",
        "3 ju 2024",
        "3 J 2024",
        "ju 2024",
        "13/2024",
        "3/12/24",
        "0000-01-01",
        "+d",
        "30d",
        "+1x",
        "today+1d",
    ],
)
def test_text_that_is_not_a_date_raises(text: str) -> None:
    with pytest.raises(KnownError) as caught:
        read_day(text)
    assert str(caught.value) == f"“{text}” is not a date. Try 10 Dec 2024 or 2024-12-10."


@pytest.mark.parametrize("text", ["", " \n", "\u200f"])
def test_no_text_at_all(text: str) -> None:
    with pytest.raises(KnownError, match=r"Try 10 Dec 2024 or 2024-12-10\.$"):
        read_day(text)


@pytest.mark.parametrize(
    "text", ["31 Dec 1899", "2200-01-01", "9999-12-31", "1/1/1850", "-200y", "+99999y", "-99999m", "+99999w"]
)
def test_a_day_out_of_range(text: str) -> None:
    with pytest.raises(KnownError, match=r" is out of range \(1900 to 2199\)\.$"):
        read_day(text, TODAY)


@pytest.mark.parametrize("text", ["1 Jan 1900", "2199-12-31"])
def test_the_first_and_the_last_day(text: str) -> None:
    assert read_day(text).year in (1900, 2199)


def test_an_error_shows_one_line_without_invisible_characters() -> None:
    with pytest.raises(KnownError, match=r"^“so on” is not a date"):
        read_day("\u202eso\non\x00\u200f")


@pytest.mark.parametrize(
    ("text", "means"), [("today", True), (" Today\n", True), ("+0d", False), ("2024-03-31", False)]
)
def test_today_by_name(text: str, means: bool) -> None:
    assert means_today(text) is means


@pytest.mark.parametrize(
    ("partial", "text"),
    [
        ("2026-11-24", "24 Nov 2026"),
        (date(2026, 1, 2), "2 Jan 2026"),
        ("2026-04", "Apr 2026"),
        ("2026", "2026"),
        (None, ""),
    ],
)
def test_a_date_is_shown_as_precisely_as_it_is_known(partial: str | date | None, text: str) -> None:
    assert show(partial) == text


@pytest.mark.parametrize(
    ("months", "text"),
    [(0, ""), (1, "1 month"), (11, "11 months"), (12, "1 year"), (24, "2 years"), (32, "2 years 8 months")],
)
def test_an_age_in_years_and_months(months: int, text: str) -> None:
    assert age(months) == text


def test_dates_in_a_text_of_the_data_are_shown_as_words():
    text = (
        "Extended to 2027-01-10; no notice found up to 2026-10-08 (see 12335.gov/2025-01-02/x and 2025-13-40)"
    )
    assert with_dates_in_words(text) == (
        "Extended to 10 Jan 2027; no notice found up to 8 Oct 2026 (see 12335.gov/2025-01-02/x and 2025-13-40)"
    )
    assert with_dates_in_words(None) == ""


def test_quarters_are_dates_too() -> None:
    assert first_day("2026-Q3") == date(2026, 7, 1) and last_day("2026-Q3") == date(2026, 9, 30)
    assert last_day("2026-Q4") == date(2026, 12, 31) and show("2026-Q4") == "Q4 2026"
    assert months_old("2026-Q3", date(2026, 11, 28)) == 2
    assert is_quarter("2026-Q1") and not any(map(is_quarter, ("2026-Q5", "2026", "2026-01", "Q1 2026")))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("early works began 2025-10", "early works began Oct 2025"),
        ("for one year from 10 November 2025", "for one year from 10 Nov 2025"),
        ("tonnes in January-September 2025", "tonnes in Jan-Sep 2025"),
        ("since September 2025 and on April 4, 2025", "since Sep 2025 and on Apr 4, 2025"),
        ("every March", "every March"),
        ("Regulation 2024/1252 and 8112-12", "Regulation 2024/1252 and 8112-12"),
    ],
)
def test_months_in_a_text_have_one_form(text: str, shown: str) -> None:
    assert with_dates_in_words(text) == shown
