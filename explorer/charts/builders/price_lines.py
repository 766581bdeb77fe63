"""Price series as lines of a chart: as published, or in per cent of the price at a base date."""

import itertools
from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from explorer.charts.builders.periods import middle
from explorer.charts.spec import OwnFacts, Point, Series, day_number
from explorer.charts.text import capital
from explorer.data.dates import first_day, is_quarter, show
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.data.supply.figures import default_series
from explorer.data.supply.records import Price, PriceSeries
from explorer.language import cached_by_language, gettext


class Line(Struct, frozen=True):
    """A price series of a metal with its prices in the order of time."""

    metal: Metal
    series: PriceSeries
    prices: tuple[Price, ...]

    @property
    def facts(self) -> OwnFacts | None:
        """What a chart says about a series of the user, None for one of the data."""
        return None

    @property
    def is_own(self) -> bool:
        """Whether the series is the user's, and not one of the data."""
        return self.facts is not None

    @property
    def about(self) -> str:
        """The name of the series without the metal's name in front."""
        return capital(self.series.name.removeprefix(f"{self.metal.name_en}: "))

    @property
    def name(self) -> str:
        """Metal, price series and unit, as a legend of several metals has them."""
        lead = "" if self.about.startswith(self.metal.name_en) else f"{self.metal.name_en}: "
        return f"{lead}{self.about}, {self.series.unit}"

    @property
    def first(self) -> date:
        """The day, or the first day of the month or year, of the first price."""
        return first_day(self.prices[0].date)

    @property
    def last(self) -> date:
        """The day, or the first day of the month or year, of the last price."""
        return first_day(self.prices[-1].date)

    def base_price(self, base: date) -> Price | None:
        """Return the last price dated no later than a day."""
        return next((p for p in reversed(self.prices) if first_day(p.date) <= base), None)

    def points(self) -> tuple[Point, ...]:
        """Return the prices as published."""
        return tuple(price_point(p) for p in self.prices)

    def indexed(self, base: date) -> tuple[Point, ...] | None:
        """Return the prices with the one at the base set to 100; None without a price by then."""
        start = self.base_price(base)
        if start is None or start.value == 0:
            return None
        return tuple(relative(p, start.value, shift=0.0, digits=2) for p in self.prices)


# Lines with the points that a chart shows of each.
Shown = list[tuple[Line, tuple[Point, ...]]]


@cached_by_language
def price_point(price: Price) -> Point:
    """Return a price as a point: a day at that day, a month in its middle, a year at 1 July."""
    label = show(price.date)
    if len(price.date) == 4:
        label = gettext("{year} (annual)").format(year=label)
    elif is_quarter(price.date):
        label = gettext("{quarter} (quarterly)").format(quarter=label)
    elif len(price.date) == 7:
        label = gettext("{month} (monthly)").format(month=label)
    return Point(
        x=day_number(middle(price.date)),
        y=price.value,
        label=label,
        low=price.low,
        high=price.high,
        flag=price.flag,
        note=price.note,
        source_ids=price.source_ids,
        confidence=price.confidence or None,
        when=price.date,
    )


@cached_by_language
def relative(price: Price, base: float, shift: float, digits: int) -> Point:
    """Return a price in per cent of a base plus a shift, rounded once, its published range likewise."""
    point = price_point(price)

    def in_per_cent(value: float | None) -> float | None:
        return None if value is None else round(100 * value / base + shift, digits) + 0.0

    return replace(
        point,
        y=in_per_cent(point.y),
        low=in_per_cent(point.low),
        high=in_per_cent(point.high),
        published=point.y,
    )


def line_of(store: Store, metal: Metal, series: PriceSeries) -> Line:
    """Return a series with its prices."""
    return Line(metal, series, tuple(store.prices(series.series_id)))


def default_line(store: Store, metal: Metal, keys: Sequence[str]) -> Line | None:
    """Return the series of a metal that is among the keys, else the default one, None without any."""
    all_series = store.price_series(metal.metal_id)
    named = next((s for s in all_series if s.series_id in keys), None)
    series = named or default_series(all_series, first_day(store.edition.verified_to))
    return line_of(store, metal, series) if series is not None else None


def price_keys(store: Store, metal_ids: Sequence[str]) -> list[str]:
    """Return the keys of all price series of some metals."""
    return [s.series_id for m in metal_ids for s in store.price_series(m)]


def line_series(
    lines: Sequence[tuple[Line, tuple[Point, ...]]], named: bool, relative: bool
) -> tuple[Series, ...]:
    """Return lines as series.

    `named` puts the metal's name at the end of each line; `relative` names the published unit behind each.
    """
    return tuple(
        Series(
            name=line.name if named else f"{line.about}, {line.series.unit}" if relative else line.about,
            points=points,
            short=(line.about if line.is_own else line.metal.name_en) if named else "",
            published_unit=line.series.unit if relative else "",
            key=line.series.series_id,
            own=line.facts,
        )
        for line, points in lines
    )


def in_colours_of_metals(
    series: Sequence[Series], lines: Sequence[Line], metal_ids: Sequence[str]
) -> tuple[Series, ...]:
    """Return the lines of several metals, each in the colour of its metal, whichever other metals are left out."""
    if len(metal_ids) < 2:
        return tuple(series)
    places = {metal_id: place for place, metal_id in enumerate(metal_ids)}
    own = itertools.count(len(metal_ids))
    return tuple(
        replace(each, colour=next(own) if line.is_own else places[line.metal.metal_id])
        for each, line in zip(series, lines, strict=True)
    )


def index_unit(base: date | None) -> str:
    """Return the unit of prices set to 100 at a base date, or each at its own first value."""
    if base is None:
        return gettext("index, first value = 100")
    return gettext("index, {day} = 100").format(day=show(base))
