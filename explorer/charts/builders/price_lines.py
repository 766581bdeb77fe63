"""Several price series in one chart: which series of a metal, set to 100, with the control dates of all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from explorer.charts.builders.common import plain_name
from explorer.charts.builders.control_dates import control_dates
from explorer.charts.builders.price_series import price_point
from explorer.charts.spec import ControlDate, Point, Series
from explorer.charts.text import capital
from explorer.data.context import Context
from explorer.data.controls.history import CONTROLS
from explorer.data.dates import first_day, show
from explorer.data.records import KIND_RANK, Metal
from explorer.data.store import Store
from explorer.data.supply.figures import default_series, value_words
from explorer.data.supply.records import Price, PriceSeries
from explorer.errors import NotFound
from explorer.language import list_of


@dataclass(frozen=True, slots=True)
class Line:
    """A price series of a metal with its prices in the order of time."""

    metal: Metal
    series: PriceSeries
    prices: tuple[Price, ...]

    @property
    def about(self) -> str:
        """What is priced where, without the metal's name in front."""
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
        """Return the prices as they are printed."""
        return tuple(price_point(p) for p in self.prices)

    def indexed(self, base: date) -> tuple[Point, ...] | None:
        """Return the prices with the one at the base set to 100; None where there is none by then."""
        start = self.base_price(base)
        if start is None or start.value == 0:
            return None
        return tuple(relative(p, start.value, shift=0.0, digits=2) for p in self.prices)


Shown = list[tuple[Line, tuple[Point, ...]]]


def relative(price: Price, base: float, shift: float, digits: int) -> Point:
    """Return a price in per cent of a base plus a shift, rounded once, its printed range likewise."""
    point = price_point(price)

    def turned(value: float | None) -> float | None:
        return None if value is None else round(100 * value / base + shift, digits) + 0.0

    return replace(
        point, y=turned(point.y), low=turned(point.low), high=turned(point.high), published=point.y
    )


def line_of(store: Store, metal: Metal, series: PriceSeries) -> Line:
    """Return a series with its prices."""
    return Line(metal, series, tuple(store.prices(series.series_id)))


def default_line(store: Store, metal: Metal, keys: Sequence[str]) -> Line | None:
    """Return the series of a metal that is among the keys, else the one a chart opens with, None without any."""
    all_series = store.price_series(metal.metal_id)
    named = next((s for s in all_series if s.series_id in keys), None)
    series = named or default_series(all_series, first_day(store.edition.verified_to))
    return line_of(store, metal, series) if series is not None else None


def refuse_foreign(store: Store, metal_ids: Sequence[str], keys: Iterable[str]) -> None:
    """Raise NotFound for a key that is no price series of the metals."""
    known = [s.series_id for m in metal_ids for s in store.price_series(m)]
    for key in keys:
        if key not in known:
            raise NotFound(
                f"No price series of these metals is called “{key}”. There is: {'; '.join(known)}."
            )


def drawn(
    lines: Sequence[tuple[Line, tuple[Point, ...]]], named: bool, published: bool
) -> tuple[Series, ...]:
    """Return lines as series, named by the metal at their ends where there are several metals."""
    return tuple(
        Series(
            name=line.name if named else f"{line.about}, {line.series.unit}" if published else line.about,
            style="line",
            points=points,
            short=line.metal.name_en if named else "",
            published_unit=line.series.unit if published else "",
        )
        for line, points in lines
    )


def joint_events(store: Store, metals: Sequence[Metal], context: Context) -> tuple[ControlDate, ...]:
    """Return the days on which licences and prohibitions on the metals changed, the metals named at each."""
    groups: dict[tuple[date, str, bool, str], list[tuple[str, ControlDate]]] = {}
    for metal in metals:
        for event in control_dates(store, metal.metal_id, context):
            if event.kind in CONTROLS:
                key = (event.day, event.state, event.presumed, event.label)
                groups.setdefault(key, []).append((plain_name(metal), event))
    marks = [_joint(members) for members in groups.values()]
    return tuple(sorted(marks, key=lambda e: (e.day, -KIND_RANK[e.kind], e.label)))


def _joint(members: list[tuple[str, ControlDate]]) -> ControlDate:
    names = capital(list_of([name for name, _ in members]))
    ids = dict.fromkeys(i for _, event in members for i in event.measure_ids)
    return replace(members[0][1], label=f"{names}: {members[0][1].label}", measure_ids=tuple(ids))


def line_notes(lines: Sequence[Line], several: bool) -> tuple[str, ...]:
    """Return what a reader has to know of the series: yearly averages, money of another year, remarks."""
    notes = []
    if any(x.series.frequency == "annual" for x in lines):
        notes.append("Yearly averages are marked in the middle of their year.")
    for line in lines:
        name = f"{line.metal.name_en if several else line.about}"
        if line.series.basis != "nominal":
            notes.append(f"{name}: not in the money of the day, {line.series.basis}.")
    if any("mtu" in x.series.unit for x in lines):
        notes.append("A metric ton unit (mtu) is 10 kg of what is contained.")
    return tuple(notes)


def base_words(lines: Sequence[Line], base: date, several: bool) -> str:
    """Return which price of each line is 100, the lines of one date together."""
    words = value_words(line.series for line in lines)
    dates: dict[str, list[str]] = {}
    for line in lines:
        price = line.base_price(base)
        if price is not None:
            dates.setdefault(price.date, []).append(line.metal.name_en if several else line.about)
    if len(dates) == 1:
        return f"100 is the {words.one} of {show(next(iter(dates)))}."
    said = "; ".join(f"{show(day)} ({', '.join(names)})" for day, names in dates.items())
    return f"100 is the last {words.one} on file by {show(base)}, of {said}."
