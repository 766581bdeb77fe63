"""The ticks of an axis: round numbers, decades, years and months. No Qt."""

import math
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from explorer.charts.spec import day_number, day_of
from explorer.data.dates import month_name
from explorer.data.numbers import exact
from explorer.language import gettext

_YEAR_STEPS = (1, 2, 5, 10, 20, 25, 50, 100)
_MONTH_STEPS = (1, 2, 3, 6)
YEAR = 365.2425


class Tick(Struct, frozen=True):
    """A tick at `at` on the axis; its label is at `label_at`, which for a year is the middle of the year.

    `short` is the label without its year, empty if there is none.
    """

    at: float
    label: str
    label_at: float
    short: str = ""


def nice_step(span: float, count: int) -> float:
    """Return a step of 1, 2, 2.5 or 5 times a power of ten that divides a span into about `count` parts."""
    rough = span / max(count, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    return next((m * power for m in (1, 2, 2.5, 5) if m * power >= rough * 0.999), 10 * power)


def linear_range(low: float, high: float, from_zero: bool, count: int = 5) -> tuple[float, float]:
    """Return round ends around the values; from zero for bars and if zero is close."""
    if low == high:
        low, high = (0.0, high or 1.0) if high >= 0 else (low, 0.0)
    if from_zero or (low >= 0 and low < 0.4 * (high - low)):
        low = min(low, 0.0)
    step = nice_step(high - low, count)
    return math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step


def log_range(low: float, high: float) -> tuple[float, float]:
    """Return ends of 1, 2 or 5 times a power of ten around positive values."""
    return _log_stop(low, up=False), _log_stop(high, up=True)


def _log_stop(value: float, up: bool) -> float:
    power = math.floor(math.log10(value))
    stops = [m * 10.0**p for p in (power - 1, power, power + 1) for m in (1, 2, 5)]
    if up:
        return min(s for s in stops if s >= value * 0.9999)
    return max(s for s in stops if s <= value * 1.0001)


def linear_ticks(low: float, high: float, count: int) -> list[Tick]:
    """Return ticks at round numbers inside the range."""
    if high <= low:
        return []
    step = nice_step(high - low, count)
    first = math.ceil(low / step - 1e-9)
    values = [round(i * step, 12) for i in range(first, math.floor(high / step + 1e-9) + 1)]
    return [Tick(v, exact(v), v) for v in values]


def day_count_ticks(low: float, high: float, count: int) -> list[Tick]:
    """Return ticks every 30, 90 or 180 days before and after day 0, with a sign for the days after it, too."""
    step = next((s for s in (30, 90, 180) if (high - low) / s <= count), 365)
    days = range(math.ceil(low / step) * step, math.floor(high / step) * step + 1, step)
    return [Tick(d, f"+{d}" if d > 0 else exact(d), d) for d in days]


def log_ticks(low: float, high: float, count: int) -> list[Tick]:
    """Return ticks at 1, 2 and 5 times powers of ten, only at the powers if there are many."""
    if low <= 0 or high <= low:
        return []
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    for factors in ((1, 2, 5), (1, 3), (1,)):
        values = [
            m * 10.0**p for p in powers for m in factors if low * 0.9999 <= m * 10.0**p <= high * 1.0001
        ]
        if len(values) <= max(count + 2, 3):
            break
    return [Tick(v, exact(round(v, 9)), v) for v in values]


def year_ticks(low: float, high: float, count: int) -> list[Tick]:
    """Return ticks at whole years, at most about `count` of them."""
    years = range(math.ceil(low), math.floor(high) + 1)
    step = next((s for s in _YEAR_STEPS if len(years) / s <= count), _YEAR_STEPS[-1])
    return [Tick(y, str(y), y) for y in years if y % step == 0 or len(years) <= 1]


def date_ticks(low: float, high: float, count: int) -> list[Tick]:
    """Return ticks on an axis of days: years named in their middle, every few years at 1 January, or months."""
    years = (high - low) / YEAR
    if years < 2.2:
        return _month_ticks(low, high, count)
    first, last = day_of(low).year, day_of(high).year
    if years + 1 <= count:
        return [_named_year(year, low, high) for year in range(first, last + 1)]
    step = next((s for s in _YEAR_STEPS if years / s <= count), _YEAR_STEPS[-1])
    days = [(y, day_number(date(y, 1, 1))) for y in range(first, last + 2) if y % step == 0]
    return [Tick(d, str(y), d) for y, d in days if low <= d <= high]


def _named_year(year: int, low: float, high: float) -> Tick:
    """Return a tick at 1 January with the year in the middle of its shown part, if that is long enough."""
    start, end = day_number(date(year, 1, 1)), day_number(date(year + 1, 1, 1))
    shown = max(low, start), min(high, end)
    label = str(year) if shown[1] - shown[0] >= 0.45 * YEAR else ""
    return Tick(start, label, sum(shown) / 2)


def _month_ticks(low: float, high: float, count: int) -> list[Tick]:
    first, last = day_of(low), day_of(high)
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    step = next((s for s in _MONTH_STEPS if len(months) / s <= count), 12)
    shown = [m for m in months if m % step == 0 and low <= _month_day(m) <= high]
    ticks = []
    for i, month in enumerate(shown):
        name = label = month_name(month % 12 + 1)
        if month % 12 == 0 or i == 0:
            label = gettext("{month} {year}").format(month=name, year=month // 12)
        ticks.append(Tick(_month_day(month), label, _month_day(month), name))
    return ticks


def _month_day(month: int) -> int:
    return day_number(date(month // 12, month % 12 + 1, 1))


def spread(positions: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Return positions moved apart to at least `gap`, in order, inside the ends if they fit."""
    placed = sorted(range(len(positions)), key=lambda i: positions[i])
    moved = [0.0] * len(positions)
    previous = low - gap
    for i in placed:
        previous = moved[i] = max(positions[i], previous + gap)
    limit = high
    for i in reversed(placed):
        moved[i] = min(moved[i], limit)
        limit = moved[i] - gap
    return moved
