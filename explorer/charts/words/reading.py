"""What a chart over time says at one of its points: of each series the figure, and how it has changed."""

from datetime import date

from msgspec import Struct

from explorer.charts.spec import ChartSpec, ControlDate, Point, Series, day_of
from explorer.data.controls.status import IN_FORCE
from explorer.data.dates import last_day, show
from explorer.data.numbers import change
from explorer.language import gettext

STRICT = ("licence", "prohibition")


class Entry(Struct, frozen=True):
    """One series at a point: its index, its figure with its flag, and lines on changes, note and source."""

    series: int
    name: str
    figure: str
    lines: tuple[str, ...]


class Reading(Struct, frozen=True):
    """The day or year of a point, and the figures of all series there."""

    when: str
    entries: tuple[Entry, ...]


def first_control(spec: ChartSpec) -> ControlDate | None:
    """Return the first day on which a licence requirement or a ban was in force and not presumed."""
    found = (e for e in spec.events if e.kind in STRICT and e.state == IN_FORCE and not e.presumed)
    return next(found, None)


def changes(spec: ChartSpec, series: Series, index: int) -> tuple[str, ...]:
    """Return how much a figure differs from the one before, and from the last one before the first control.

    A figure of a month or a year is before the control where that month or year had ended.
    """
    point = series.points[index]
    if point.y is None or spec.y.unit == "%" or point.is_bound:
        return ()
    lines = []
    before = _last_known(spec, series, index)
    if before is not None:
        lines.append(gettext("{change} since {day}").format(change=_change(before, point), day=before.label))
    control = first_control(spec)
    if control is not None and spec.x.place(control.day) < point.x:
        base = _last_known(spec, series, index, control.day)
        if base is not None and base is not before:
            lines.append(
                gettext("{change} since the control date, {day}").format(
                    change=_change(base, point), day=show(control.day)
                )
            )
    return tuple(lines)


def _last_known(spec: ChartSpec, series: Series, index: int, before: date | None = None) -> Point | None:
    """Return the last point with a positive figure before an index, of those that had ended before a day."""
    up_to = float("inf") if before is None else spec.x.place(before)
    for i in range(index - 1, -1, -1):
        point = series.points[i]
        is_earlier = point.x <= up_to and (before is None or _end(spec, point) < before)
        if is_earlier and point.y is not None and point.y > 0 and not point.is_bound:
            return point
    return None


def _end(spec: ChartSpec, point: Point) -> date:
    """Return the last day of the day, month, year or span of a point."""
    if spec.x.kind == "year":
        return date(int(point.x), 12, 31)
    return last_day(point.when.split("/")[-1]) if point.when else day_of(point.x)


def _change(base: Point, point: Point) -> str:
    return change(100 * ((point.y or 0.0) / (base.y or 1.0) - 1))
