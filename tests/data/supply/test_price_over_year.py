"""The change of a price over a year: which two figures are compared, and why there may be none."""

from datetime import date

import pytest

from explorer.data.supply.price_change import NO_SERIES, NOT_NOMINAL
from explorer.data.supply.price_over_year import (
    NONE_EARLIER,
    NONE_KNOWN,
    TOO_OLD,
    price_over_year,
    year_before,
)
from explorer.data.supply.price_points import SeriesPrices
from tests.charts.facts import Facts

TODAY = date(2026, 11, 24)


def held(values: dict[str, float], basis: str = "nominal") -> SeriesPrices:
    facts = Facts()
    facts.add_prices("s", "tin", values, basis=basis)
    return SeriesPrices(facts.series[0], facts.prices("s"))


def compared(values: dict[str, float], as_of: date = TODAY) -> tuple[str, str] | str:
    found = price_over_year(held(values), as_of)
    return (found.change.first.date, found.change.last.date) if found.change is not None else found.gap


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"2025-09": 1.0, "2025-10": 2.0, "2026-10": 3.0}, ("2025-10", "2026-10")),
        ({"2025-10": 2.0, "2026-10": 3.0, "2026-11": 4.0}, ("2025-10", "2026-10")),  # November has not ended
        ({"2025-11-19": 1.0, "2025-11-21": 2.0, "2026-11-20": 3.0}, ("2025-11-19", "2026-11-20")),
        ({"2024": 1.0, "2025": 2.0, "2026": 3.0}, ("2024", "2025")),
        ({"2025-07-31": 1.0, "2026-10-31": 3.0}, ("2025-07-31", "2026-10-31")),  # 92 days before the year
        ({"2025-07-30": 1.0, "2026-10-31": 3.0}, NONE_EARLIER),
        ({"2025-12": 1.0, "2026-10": 3.0}, NONE_EARLIER),
        ({"2024-11-23": 1.0, "2025-11-23": 3.0}, TOO_OLD),
        ({"2024-11-24": 1.0, "2025-11-24": 3.0}, ("2024-11-24", "2025-11-24")),
        ({"2027-01": 1.0}, NONE_KNOWN),
        ({"2025-10": 0.0, "2026-10": 3.0}, NONE_EARLIER),
    ],
)
def test_the_last_figure_is_compared_with_the_last_one_a_year_before(values, expected) -> None:
    assert compared(values) == expected


def test_the_change_is_in_per_cent_of_the_earlier_figure() -> None:
    change = price_over_year(held({"2025-10": 2.0, "2026-10": 3.0}), TODAY).change
    assert change is not None and change.percent == pytest.approx(50)


def test_constant_prices_and_no_series_have_no_change() -> None:
    assert price_over_year(held({"2024": 1.0, "2025": 2.0}, "constant"), TODAY).gap == NOT_NOMINAL
    assert price_over_year(None, TODAY).gap == NO_SERIES


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2026, 11, 24), date(2025, 11, 24)),
        (date(2024, 2, 29), date(2023, 2, 28)),
        (date(2025, 2, 28), date(2024, 2, 29)),
    ],
)
def test_the_last_day_of_a_month_stays_the_last_day(day: date, before: date) -> None:
    assert year_before(day) == before
