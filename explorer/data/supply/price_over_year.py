"""The change of a price over a year: the last figure by the as-of date against the last one a year earlier."""

from datetime import date, timedelta

from msgspec import Struct

from explorer.data.dates import last_day
from explorer.data.supply.price_change import NO_SERIES, NOT_NOMINAL, PriceChange
from explorer.data.supply.price_points import SeriesPrices, up_to

NONE_KNOWN, TOO_OLD, NONE_EARLIER = "none known", "too old", "none earlier"
# How much older than a year the earlier figure may be: a quarter.
MOST_EARLIER = timedelta(days=92)


class PriceOverYear(Struct, frozen=True):
    """The change over a year; without one, `gap` is the key of the reason."""

    held: SeriesPrices | None
    change: PriceChange | None
    gap: str = ""


def price_over_year(held: SeriesPrices | None, as_of: date) -> PriceOverYear:
    """Compare the last figure by a day, at most a year old, with the last one a year before, of one nominal series.

    A figure of a month or a year counts once that month or year has ended. Without a figure in the quarter up to the
    day a year before, the change is unknown.
    """
    if held is None:
        return PriceOverYear(held, None, NO_SERIES)
    if not held.is_nominal:
        return PriceOverYear(held, None, NOT_NOMINAL)
    known = up_to(held.prices, as_of)
    if not known:
        return PriceOverYear(held, None, NONE_KNOWN)
    last = known[-1]
    end = last_day(last.date)
    if end < year_before(as_of):
        return PriceOverYear(held, None, TOO_OLD)
    before = year_before(end)
    earlier = up_to(known, before)
    if not earlier or earlier[-1].value == 0 or before - last_day(earlier[-1].date) > MOST_EARLIER:
        return PriceOverYear(held, None, NONE_EARLIER)
    return PriceOverYear(held, PriceChange(earlier[-1], last))


def year_before(day: date) -> date:
    """Return the same day of the year before; the last day of a month stays the last one."""
    end = last_day(f"{day.year - 1}-{day.month:02}")
    is_last = day == last_day(f"{day.year}-{day.month:02}")
    return end if is_last else date(day.year - 1, day.month, day.day)
