"""The last five years of a price series as a small line, without a scale."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from explorer.data.dates import first_day, last_day, show
from explorer.data.supply.price_change_texts import flagged_price
from explorer.data.supply.price_points import SPARSE, SeriesPrices, up_to
from explorer.data.supply.records import Price
from explorer.language import ngettext

YEARS = 5
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sparkline:
    """Strokes through places from 0 to 1: time to the right, price upwards; no stroke crosses a long gap in the prices.

    That of a unit value is drawn dotted. `held` is the series, `prices` are those shown, `until` is the right end.
    """

    strokes: tuple[tuple[Place, ...], ...]
    is_unit_value: bool
    held: SeriesPrices = field(compare=False, repr=False)
    prices: tuple[Price, ...] = field(repr=False)
    until: date = field(compare=False, repr=False)

    @property
    def end(self) -> Place:
        """The place of the last price."""
        return self.strokes[-1][-1]

    @property
    def text(self) -> str:
        """What a screen reader says: series, number of figures, their span, the lowest, the highest and the last."""
        return _text(self.held, self.prices)


def sparkline(held: SeriesPrices, as_of: date, earlier: Sparkline | None = None) -> Sparkline | None:
    """Return the prices of the five years to the end of the as-of month, those known by the day; None without any.

    `earlier` is the line of the series for another day, which is returned where it is the same.
    """
    end = last_day(f"{as_of.year}-{as_of.month:02}")
    start = date(end.year - YEARS, end.month, 28)
    shown = tuple(p for p in up_to(held.prices, as_of) if _middle(p.date) > start)
    if not shown:
        return None
    if earlier is not None and (earlier.until, earlier.prices) == (end, shown):
        return earlier
    low, high = min(p.value for p in shown), max(p.value for p in shown)
    length, height = (end - start).days, high - low

    def place(price: Price) -> Place:
        up = (price.value - low) / height if height else 0.5
        return (_middle(price.date) - start).days / length, up

    strokes = tuple(tuple(map(place, stroke)) for stroke in _strokes(shown))
    return Sparkline(strokes, held.series.is_unit_value, held, shown, end)


def _strokes(prices: Sequence[Price]) -> Iterator[list[Price]]:
    """Yield the prices that a line joins: those no further apart than the charts allow."""
    stroke = [prices[0]]
    for price in prices[1:]:
        if (_middle(price.date) - _middle(stroke[-1].date)).days > SPARSE:
            yield stroke
            stroke = []
        stroke.append(price)
    yield stroke


@lru_cache(maxsize=8192)
def _middle(partial: str) -> date:
    """Return the middle of a day, month or year."""
    start = first_day(partial)
    return start + (last_day(partial) - start) / 2


def _text(held: SeriesPrices, prices: Sequence[Price]) -> str:
    unit = held.series.unit
    low, high = min(prices, key=lambda p: p.value), max(prices, key=lambda p: p.value)
    if held.series.is_unit_value:
        text = ngettext(
            "Unit value, last 5 years: {count} figure; {last_price} ({last}). Series: {series}.",
            "Unit value, last 5 years: {count} figures from {first} to {last}; lowest {lowest}, highest {highest}, "
            "last {last_price}. Series: {series}.",
            len(prices),
        )
    else:
        text = ngettext(
            "Price, last 5 years: {count} figure; {last_price} ({last}). Series: {series}.",
            "Price, last 5 years: {count} figures from {first} to {last}; lowest {lowest}, highest {highest}, "
            "last {last_price}. Series: {series}.",
            len(prices),
        )
    return text.format(
        count=len(prices),
        first=show(prices[0].date),
        last=show(prices[-1].date),
        lowest=flagged_price(low, unit),
        highest=flagged_price(high, unit),
        last_price=flagged_price(prices[-1], unit),
        series=held.series.name,
    )
