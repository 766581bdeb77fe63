"""The user's own price series as lines of a chart: marked as the user's, and only where units allow it."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from explorer.charts.builders.notes import flag_notes
from explorer.charts.builders.price_choices import choice_label
from explorer.charts.builders.price_lines import Line
from explorer.charts.spec import Choice, OwnFacts, Point
from explorer.data.dates import show
from explorer.data.reading.units import find_unit, find_weight
from explorer.data.records import Metal
from explorer.data.spelling import normalised
from explorer.data.supply.records import Price, PriceSeries
from explorer.data.user.records import UserPrices, UserSeries
from explorer.errors import quoted
from explorer.language import gettext, list_of

STORED = (("own", ""),)


class OwnSeries(Struct, frozen=True):
    """A series of the user for a chart, with the options of the command that draws it."""

    prices: UserPrices
    options: tuple[tuple[str, str], ...] = STORED

    @property
    def key(self) -> str:
        """The id of a saved series, or the name of one that is not saved."""
        return self.prices.series.series_id or self.prices.series.name


class _OwnPriceSeries(PriceSeries, frozen=True):
    """The description of a series of the user, whose name says nothing about the kind of its values."""

    @property
    def is_unit_value(self) -> bool:
        return False


class OwnLine(Line, frozen=True):
    """A series of the user as a line."""

    own: OwnSeries

    @property
    def about(self) -> str:
        """The name as the user wrote it, marked as the user's."""
        return self.series.name

    @property
    def name(self) -> str:
        """Metal, series and unit, as a legend of several metals has them."""
        return gettext("{metal}: {series}, {unit}").format(
            metal=self.metal.name_en, series=self.series.name, unit=self.series.unit
        )

    @property
    def facts(self) -> OwnFacts:
        """What a chart says about the series."""
        return OwnFacts(self.about, _file(self.own.prices.series))


def own_name(series: UserSeries) -> str:
    """Return the name of a series of the user, marked as the user's."""
    return gettext("{name} (yours)").format(name=series.name)


def own_unit(series: UserSeries) -> str:
    """Return the unit of a series with its currency, such as `USD/kg`."""
    if find_unit(series.unit)[0]:
        return series.unit
    weight = find_weight(series.unit)
    if weight:
        return f"{series.currency}/{weight}"
    return series.unit if series.currency in series.unit else f"{series.currency}, {series.unit}"


def own_choices(own: Iterable[OwnSeries], metal: Metal) -> tuple[Choice, ...]:
    """Return the series of the user among which a reader chooses."""
    lines = (own_line(metal, o) for o in own)
    return tuple(Choice(x.series.series_id, choice_label(x.series, x.about)) for x in lines)


def own_of(own: Iterable[OwnSeries], metal_id: str) -> tuple[OwnSeries, ...]:
    """Return the series of a metal."""
    return tuple(o for o in own if o.prices.series.metal_id == metal_id)


def own_line(metal: Metal, own: OwnSeries) -> OwnLine:
    """Return a series of the user as a line of a chart."""
    series = own.prices.series
    described = _OwnPriceSeries(
        series_id=own.key,
        metal_id=series.metal_id,
        name=own_name(series),
        specification=None,
        market=None,
        currency=series.currency,
        unit=own_unit(series),
        frequency=series.frequency,
        basis="nominal",
        provider=None,
        first_date=series.first_date,
        last_date=series.last_date,
        points=series.points,
        confidence="",
        source_ids=(),
        note=None,
    )
    prices = (Price(own.key, p.date, p.value, p.low, p.high, p.flag, "", (), None) for p in own.prices.points)
    return OwnLine(metal, described, tuple(prices), own)


class Added(Struct, frozen=True):
    """The lines of the user that a chart adds to others, with the points shown, and the notes on those left out."""

    shown: list[tuple[OwnLine, tuple[Point, ...]]]
    left_out: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[OwnLine, ...]:
        """The lines that are drawn."""
        return tuple(line for line, _ in self.shown)

    def with_points(self, points: Iterable[Point]) -> list[Point]:
        """Return the points of these lines and of others in the order of the axis."""
        own = (p for _, those in self.shown for p in those)
        return sorted((*points, *own), key=lambda p: p.x)

    def notes(self) -> tuple[str, ...]:
        """Return the notes on the flags of the points."""
        return flag_notes([p for _, points in self.shown for p in points], bars=False)

    def options(self, chosen: Iterable[Line]) -> tuple[tuple[str, str], ...]:
        """Return the options of the command that draws these lines and those of the user among the chosen ones."""
        return own_options((*chosen, *self.lines))


def added_in_unit(lines: Sequence[OwnLine], series: PriceSeries, first: float | None) -> Added:
    """Return the lines to add to a series from a day number on: those in its unit, none beside real prices."""
    unit = _plain_unit(series.unit)
    fit = [x for x in lines if series.basis == "nominal" and _plain_unit(x.series.unit) == unit]
    others = [
        gettext("{series} in {unit}").format(series=x.about, unit=x.series.unit)
        for x in lines
        if x not in fit
    ]
    text = gettext(
        "Not drawn because the unit or price basis differs: {series}. Set all series to 100 to compare them."
    )
    left_out = (text.format(series=list_of(others)),) if others else ()
    return Added(_from(((x, x.points()) for x in fit), first), left_out)


def added_indexed(lines: Sequence[OwnLine], base: date | None, first: float | None) -> Added:
    """Return the lines to add to others that are each 100 at a base date, or at their own first value without one."""
    indexed = [(x, x.indexed(base or x.first)) for x in lines]
    late = [x.about for x, points in indexed if points is None]
    text = gettext("Not drawn because there is no price on or before {day}: {series}.")
    left_out = (text.format(day=show(base), series=list_of(late)),) if late else ()
    return Added(_from(((x, points) for x, points in indexed if points is not None), first), left_out)


def _from(
    lines: Iterable[tuple[OwnLine, tuple[Point, ...]]], first: float | None
) -> list[tuple[OwnLine, tuple[Point, ...]]]:
    """Return the lines that have a point from a day number on, with those points."""
    cropped = ((x, tuple(p for p in points if first is None or p.x >= first)) for x, points in lines)
    return [(x, points) for x, points in cropped if points]


def _plain_unit(unit: str) -> str:
    """Return a unit in the form in which units are compared."""
    found, _, rest = find_unit(unit)
    return normalised(" ".join((found or unit, rest if found else "")))


def own_options(lines: Iterable[Line]) -> tuple[tuple[str, str], ...]:
    """Return the options of the command that draws the lines of the user among some lines."""
    own = (x.own for x in lines if isinstance(x, OwnLine))
    return tuple(dict.fromkeys(option for series in own for option in series.options))


def _file(series: UserSeries) -> str:
    day = show(series.added)
    if series.file_name is None:
        return gettext("{series}, pasted on {day}").format(series=quoted(series.name), day=day)
    return gettext("file {file}, read on {day}").format(file=series.file_name, day=day)
