"""What a chart over time says at one of its points: of each series the figure, and how it has changed."""

from dataclasses import dataclass

from explorer.charts.spec import ChartSpec, ControlDate, Point, Series
from explorer.data.controls.status import IN_FORCE
from explorer.data.dates import show
from explorer.data.numbers import change
from explorer.language import gettext

STRICT = ("licence", "prohibition")


@dataclass(frozen=True, slots=True)
class Entry:
    """One series at a point: its index, its figure with its flag, and lines on changes, note and source."""

    series: int
    name: str
    figure: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The day or year of a point, and the figures of all series there."""

    when: str
    entries: tuple[Entry, ...]


def first_control(spec: ChartSpec) -> ControlDate | None:
    """Return the first day on which a licence requirement or a ban was in force and not presumed."""
    found = (e for e in spec.events if e.kind in STRICT and e.state == IN_FORCE and not e.presumed)
    return next(found, None)


def changes(spec: ChartSpec, series: Series, index: int) -> tuple[str, ...]:
    """Return how much a figure differs from the one before, and from the last one before the first control."""
    point = series.points[index]
    if point.y is None or spec.y.unit == "%" or point.is_bound:
        return ()
    lines = []
    before = _last_known(series, index)
    if before is not None:
        lines.append(gettext("{change} since {day}").format(change=_change(before, point), day=before.label))
    control = first_control(spec)
    if control is not None and spec.x.place(control.day) < point.x:
        base = _last_known(series, index, spec.x.place(control.day))
        if base is not None and base is not before:
            lines.append(
                gettext("{change} since the control date, {day}").format(
                    change=_change(base, point), day=show(control.day)
                )
            )
    return tuple(lines)


def _last_known(series: Series, index: int, up_to: float = float("inf")) -> Point | None:
    """Return the last point before an index, and up to a place, with a positive figure."""
    for i in range(index - 1, -1, -1):
        point = series.points[i]
        if point.x <= up_to and point.y is not None and point.y > 0 and not point.is_bound:
            return point
    return None


def _change(base: Point, point: Point) -> str:
    return change(100 * ((point.y or 0.0) / (base.y or 1.0) - 1))
