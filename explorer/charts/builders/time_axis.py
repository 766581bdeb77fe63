"""The axis of days of a chart over time, and the range of its figures."""

from collections.abc import Sequence
from datetime import date

from explorer.charts.spec import Axis, ControlDate, Point, Since, day_number, day_of
from explorer.charts.ticks import YEAR, linear_range, log_range
from explorer.data.context import Context
from explorer.language import gettext

DEFAULT_YEARS = 25
# The least length in days of an axis of yearly figures, at which its ticks are years.
YEARLY = 2.4 * YEAR


def first_shown(last: float, since: Since) -> float | None:
    """Return the first day number that a chart shows, by default 25 years before the last; None for all."""
    if since is None:
        return None
    return day_number(date(day_of(last).year - DEFAULT_YEARS, 1, 1) if since == "default" else since)


def time_axis(
    points: Sequence[Point], events: tuple[ControlDate, ...], context: Context, shortest: float = 0.0
) -> tuple[tuple[ControlDate, ...], Axis]:
    """Return the control dates inside the days shown, and an axis of days for them and the points.

    Control dates before the first point are left out unless they are within half a year or a tenth of the range of
    it; the as-of date is included where it is as close after the last. `shortest` is the least length in days.
    """
    first, last = points[0].x, points[-1].x
    lead = max(0.1 * (last - first), 183)
    kept = tuple(e for e in events if day_number(e.day) >= first - lead)
    days = [first, last, *(day_number(e.day) for e in kept)]
    as_of = day_number(context.as_of)
    if max(days) < as_of <= max(days) + lead:
        days.append(as_of)
    low, high = min(days), max(days)
    pad = max(0.03 * (high - low), 20, (shortest - (high - low)) / 2)
    return kept, Axis("date", gettext("Date"), "", "linear", low - pad, high + pad)


def year_axis(first: float, last: float) -> Axis:
    """Return an axis of years with a little room before the first and after the last."""
    pad = max(0.03 * (last - first), 0.4)
    return Axis("year", gettext("Year"), "", "linear", first - pad, last + pad)


def value_range(points: Sequence[Point], log: bool) -> tuple[float, float]:
    """Return round ends around figures and published ranges; they need not start at zero."""
    values = [v for p in points for v in (p.y, p.low, p.high) if v is not None]
    positive = [v for v in values if v > 0]
    if log and positive:
        return log_range(min(positive), max(positive))
    return linear_range(min(values), max(values), from_zero=False)
