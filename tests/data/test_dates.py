"""Days as a user types them."""

from datetime import date

import pytest

from explorer.data.dates import read_day
from explorer.errors import KnownError


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
        "Dec 3, 2024",
        "December 3 2024",
        "3.12.2024",
        "2024年12月3日",
        "２０２４-12-03",
    ],
)
def test_a_day_in_many_hands(text: str) -> None:
    assert read_day(text) == date(2024, 12, 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3/12/2024",
        "30 Feb 2024",
        "2024-13-01",
        "2024-12/03",
        "3 ju 2024",
        "3 J 2024",
        "2024-12",
        "0000-01-01",
    ],
)
def test_what_is_no_day_or_could_be_two(text: str) -> None:
    with pytest.raises(KnownError, match="is no day: write 2024-12-10 or 10 Dec 2024"):
        read_day(text)


def test_a_leap_day() -> None:
    assert read_day("29 Feb 2024") == date(2024, 2, 29)
