"""Volatility and percentile, with figures worked out by hand from made-up rows and from the rows of the CSV files."""

import math
from datetime import date

import pytest

from explorer.data.store import Store
from explorer.data.supply.price_points import SeriesPrices, default_prices
from explorer.data.supply.price_statistics import PriceStatistics, monthly, price_statistics
from explorer.data.supply.price_statistics_texts import statistics_texts
from tests.charts.facts import Facts

TODAY = date(2026, 11, 28)


def held(
    values: dict[str, float], basis: str = "nominal", flags: dict[str, str] | None = None
) -> SeriesPrices:
    facts = Facts()
    facts.add_prices("s", "tin", values, basis=basis, flags=flags)
    return SeriesPrices(facts.series[0], facts.prices("s"))


def months(first: str, *values: float) -> dict[str, float]:
    """Return the values of consecutive months."""
    year, month = map(int, first.split("-"))
    return {f"{year + (month - 1 + n) // 12}-{(month - 1 + n) % 12 + 1:02}": v for n, v in enumerate(values)}


def of(values: dict[str, float], as_of: date = TODAY) -> PriceStatistics:
    found = price_statistics(held(values), as_of)
    assert found is not None
    return found


SWINGS = months("2025-01", *(100.0, 110.0) * 6, 100.0)


def test_volatility_is_the_sample_deviation_of_monthly_changes_times_the_root_of_twelve() -> None:
    # Twelve changes of ln 1.1 = 0.0953102, up and down in turn: their mean is 0, their squares add up to
    # 12 x 0.0090840 = 0.1090083; divided by 11 0.0099098, root 0.0995482; times 3.4641016 is 0.344845.
    volatility = of(SWINGS).volatility
    assert volatility.count == 12
    assert volatility.percent == pytest.approx(34.4845, abs=1e-3)


def test_a_steady_growth_has_no_volatility() -> None:
    assert of(months("2025-01", *(2.0**n for n in range(13)))).volatility.percent == pytest.approx(
        0, abs=1e-9
    )


def test_ten_changes_are_enough_and_nine_are_not() -> None:
    # Ten changes: 10 x 0.0090840 / 9 = 0.0100934, root 0.1004657; times 3.4641016 is 0.348023.
    ten = of(months("2025-01", *(100.0, 110.0) * 5, 100.0)).volatility
    assert (ten.count, ten.percent) == (10, pytest.approx(34.8023, abs=1e-3))
    nine = of(months("2025-01", *(100.0, 110.0) * 5)).volatility
    assert (nine.count, nine.percent) == (9, None)


def test_a_missing_month_is_two_changes_less() -> None:
    volatility = of({m: v for m, v in SWINGS.items() if m != "2025-06"}).volatility
    assert volatility.count == 10 and volatility.percent is not None
    two = {m: v for m, v in SWINGS.items() if m not in ("2025-06", "2025-09")}
    assert (of(two).volatility.count, of(two).volatility.percent) == (8, None)


def test_only_the_twelve_months_to_the_last_price_count() -> None:
    wild = months("2024-01", *(1.0, 900.0) * 6) | SWINGS
    assert of(wild).volatility.percent == of(SWINGS).volatility.percent


def test_of_a_daily_series_the_last_price_of_each_month_counts() -> None:
    daily = {f"{m}-{d}": v * f for m, v in SWINGS.items() for d, f in (("05", 3.0), ("27", 1.0))}
    assert of(daily).volatility.percent == of(SWINGS).volatility.percent
    assert of(daily).percentile.percent == of(SWINGS).percentile.percent


def test_prices_of_a_year_or_a_quarter_are_too_few_points() -> None:
    annual = of({str(year): float(year) for year in range(2005, 2026)})
    quarters = of({f"{y}-Q{q}": 10.0 * q for y in range(2020, 2026) for q in (1, 2, 3, 4)})
    for found in (annual, quarters):
        assert (found.volatility.percent, found.percentile.percent) == (None, None)
        assert (found.volatility.count, found.percentile.count) == (0, 0)


def test_a_month_counts_once_it_has_ended() -> None:
    on_last_day, before = of(SWINGS, date(2026, 1, 31)), of(SWINGS, date(2026, 1, 30))
    assert on_last_day.volatility.prices[-1].date == "2026-01"
    assert before.volatility.prices[-1].date == "2025-12"


def test_without_a_price_by_the_day_there_are_no_statistics() -> None:
    assert price_statistics(held(SWINGS), date(2025, 1, 30)) is None
    assert price_statistics(None, TODAY) is None


def test_constant_prices_have_no_statistics() -> None:
    assert price_statistics(held(SWINGS, basis="constant 1998 USD"), TODAY) is None


def test_percentile_is_the_share_of_prices_at_or_below_the_last_one() -> None:
    # Of 13 prices seven are 100, as is the last one: 7 / 13 = 53.846 %.
    percentile = of(SWINGS).percentile
    assert (percentile.count, percentile.percent) == (13, pytest.approx(53.846, abs=1e-3))
    highest = of(months("2025-01", *map(float, range(1, 13)))).percentile
    assert highest.percent == 100
    lowest = of(months("2025-01", *map(float, range(12, 0, -1)))).percentile
    assert lowest.percent == pytest.approx(100 / 12)


def test_percentile_counts_sixty_months() -> None:
    percentile = of(months("2020-01", *(9.0,) * 12, *(1.0,) * 59, 5.0)).percentile
    assert (percentile.count, percentile.percent) == (60, 100)  # the twelve of 9 are before


def test_a_price_of_zero_gives_no_change() -> None:
    found = of(SWINGS | {"2025-06": 0.0})
    assert found.volatility.count == 10 and math.isfinite(found.volatility.percent or math.nan)


def test_flags_and_the_lowest_confidence_of_the_prices_are_kept() -> None:
    found = price_statistics(held(SWINGS, flags={"2025-02": "e", "2025-03": "o", "2025-04": "e"}), TODAY)
    assert found is not None and found.volatility.flagged == {"e": 2, "o": 1}
    volatility, percentile = statistics_texts(found.held, TODAY)
    for text in (volatility, percentile):
        assert "2 of 13 figures: estimated and 1 of 13 figures: outlier" in text.details


# The rows of tests/edition/prices.csv by hand: the changes of the last thirteen months, and the months of the last
# sixty with a figure that is not above the last one.
@pytest.mark.parametrize(
    ("metal_id", "series_id", "volatility", "at_or_below", "figures"),
    [
        ("tin", "wb-tin", 21.4199, 49, 50),
        ("germanium", "us-import-uv-germanium-unwrought", 118.949, 41, 42),
        ("tungsten", "tungsten-oxide-china-daily", 91.06, 49, 57),
    ],
)
def test_three_metals_on_file(
    store: Store, metal_id: str, series_id: str, volatility: float, at_or_below: int, figures: int
) -> None:
    found = price_statistics(default_prices(store, metal_id), TODAY)
    assert found is not None and found.held.series.series_id == series_id
    assert found.volatility.percent == pytest.approx(volatility, abs=1e-2)
    assert found.percentile.count == figures
    assert found.percentile.percent == pytest.approx(100 * at_or_below / figures)


def test_the_month_of_a_price_is_its_last_one(store: Store) -> None:
    tungsten = default_prices(store, "tungsten")
    assert tungsten is not None
    by_date = {p.date: p.value for p in monthly(tungsten.prices).values()}
    assert by_date["2026-03-31"] == 1560000 and "2026-03-12" not in by_date


def test_the_texts_name_series_span_points_and_unit(store: Store) -> None:
    volatility, percentile = statistics_texts(default_prices(store, "germanium"), TODAY)
    assert volatility.label == "Unit value volatility, 12 months"
    assert volatility.qualification == "12 monthly changes, Jul 2025 to Jul 2026"
    assert volatility.details[:2] == (
        "Germanium, unwrought, average unit value of US imports",
        "USD/kg",
    )
    assert volatility.source_ids and volatility.confidence == "medium"
    assert percentile.label == "Unit value percentile, 5 years"
    assert percentile.unit == "of 42 months"
    assert percentile.qualification == "at or below the figure for Jul 2026; Jan 2023 to Jul 2026"


def test_the_texts_give_the_reason_where_there_is_no_figure(store: Store) -> None:
    volatility, percentile = statistics_texts(default_prices(store, "holmium"), TODAY)
    assert (volatility.value, percentile.value) == ("", "")
    assert volatility.details[0] == "too few points: 0 monthly changes, 10 needed"
    assert percentile.details[0] == "too few points: 0 months with a figure, 11 needed"
    assert statistics_texts(None, TODAY)[0].details == ("no prices on file",)
    constant = held(SWINGS, basis="constant 1998 USD")
    assert statistics_texts(constant, TODAY)[1].details == ("only constant (real) prices on file",)
    assert statistics_texts(held(SWINGS), date(2024, 1, 1))[0].details == ("no price on file by 1 Jan 2024",)
