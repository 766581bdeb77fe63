"""How much a price moves and how high the last one is: volatility over twelve months, percentile over five years.

Both are computed from the last figure of each month of one nominal series, so that daily, weekly and monthly series
are treated alike. A figure of a month counts once the month has ended; yearly and quarterly figures are too coarse.
"""

import math
import statistics
from datetime import date
from itertools import pairwise

from msgspec import Struct

from explorer.data.dates import first_day, is_quarter
from explorer.data.supply.figures import least_confidence
from explorer.data.supply.price_points import SeriesPrices, up_to
from explorer.data.supply.records import Price

MONTHS_A_YEAR = 12
PERCENTILE_MONTHS = 60
LEAST_CHANGES = 10
LEAST_FIGURES = LEAST_CHANGES + 1


class Statistic(Struct, frozen=True):
    """A figure in per cent with the prices it is computed from; None where they are too few.

    `count` is the number of changes behind a volatility, of prices behind a percentile.
    """

    percent: float | None
    count: int
    prices: tuple[Price, ...]

    @property
    def flagged(self) -> dict[str, int]:
        """How many of the prices have each flag, in the order of time."""
        counts: dict[str, int] = {}
        for price in self.prices:
            if price.flag:
                counts[price.flag] = counts.get(price.flag, 0) + 1
        return counts

    @property
    def confidence(self) -> str | None:
        """The lowest confidence of the prices, None without any."""
        return least_confidence(p.confidence for p in self.prices) if self.prices else None

    @property
    def source_ids(self) -> tuple[str, ...]:
        """The sources of the prices, each once."""
        return tuple(dict.fromkeys(i for p in self.prices for i in p.source_ids))


class PriceStatistics(Struct, frozen=True):
    """Volatility and percentile of one nominal series on a day."""

    held: SeriesPrices
    volatility: Statistic
    percentile: Statistic


def price_statistics(held: SeriesPrices | None, as_of: date) -> PriceStatistics | None:
    """Return the statistics of a series on a day; None without a nominal series that has a price by then."""
    if held is None or not held.is_nominal:
        return None
    known = up_to(held.prices, as_of)
    if not known:
        return None
    months = monthly(known)
    return PriceStatistics(held, volatility(months), percentile(months))


def monthly(prices: tuple[Price, ...]) -> dict[int, Price]:
    """Return the last price of each month, by the number of the month; prices of a year or quarter are left out."""
    return {_month(p.date): p for p in prices if len(p.date) > 4 and not is_quarter(p.date)}


def volatility(months: dict[int, Price]) -> Statistic:
    """Return the sample standard deviation of the logarithmic changes of twelve months times the square root of twelve.

    The twelve months end with that of the last price. A change is counted between neighbouring months only.
    """
    used = _latest(months, MONTHS_A_YEAR + 1)
    pairs = [
        (used[a], used[b])
        for a, b in pairwise(used)
        if b - a == 1 and used[a].value > 0 and used[b].value > 0
    ]
    prices = tuple(dict.fromkeys(p for pair in pairs for p in pair))
    if len(pairs) < LEAST_CHANGES:
        return Statistic(None, len(pairs), prices)
    changes = [math.log(b.value / a.value) for a, b in pairs]
    return Statistic(100 * statistics.stdev(changes) * math.sqrt(MONTHS_A_YEAR), len(pairs), prices)


def percentile(months: dict[int, Price]) -> Statistic:
    """Return the share of the monthly prices of five years that are at or below the last one."""
    prices = tuple(_latest(months, PERCENTILE_MONTHS).values())
    if len(prices) < LEAST_FIGURES:
        return Statistic(None, len(prices), prices)
    at_or_below = sum(p.value <= prices[-1].value for p in prices)
    return Statistic(100 * at_or_below / len(prices), len(prices), prices)


def _latest(months: dict[int, Price], count: int) -> dict[int, Price]:
    """Return the prices of a number of months up to that of the last price."""
    last = max(months, default=0)
    return {month: price for month, price in months.items() if month > last - count}


def _month(partial: str) -> int:
    day = first_day(partial)
    return day.year * MONTHS_A_YEAR + day.month
