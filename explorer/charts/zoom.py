"""The part of a chart over time that is shown: a range of days or years, inside the whole chart. No Qt."""

import math
import shlex
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from explorer.charts.spec import Axis, ChartSpec, Row, day_number, day_of
from explorer.charts.ticks import YEAR
from explorer.data.dates import FIRST_YEAR, show
from explorer.errors import KnownError
from explorer.language import gettext

# The shortest range that can be shown, in data coordinates.
SHORTEST = {"date": 14.0, "year": 2.0}
OVER_TIME = ("time", "areas", "metal strips", "timeline")
STEP = 1.25
# The strip with the whole chart below a part of it: its height in logical pixels, and how many points it takes.
OVERVIEW_HEIGHT, LEAST_OVERVIEW = 46.0, 12
PAGE = 0.25
EDGE_PART = 0.03


class Range(Struct, frozen=True):
    """A range of an axis of days or years."""

    low: float
    high: float

    @property
    def length(self) -> float:
        """The length of the range."""
        return self.high - self.low

    def holds(self, x: float) -> bool:
        """Return whether a place is in the range."""
        return self.low <= x <= self.high


def can_zoom(spec: ChartSpec) -> bool:
    """Return whether a chart has a range that can be chosen: one over days or years that is not short."""
    return spec.shape in OVER_TIME and whole(spec).length > 2 * SHORTEST.get(spec.x.kind, float("inf"))


def can_measure(spec: ChartSpec) -> bool:
    """Return whether the change over a span can be measured on a chart: one over time with figures."""
    return can_zoom(spec) and bool(spec.series)


def check_range(spec: ChartSpec) -> None:
    """Raise KnownError if a chart over time has no figure, or no row, in its range."""
    shown = whole(spec)
    has_figure = any(shown.holds(p.x) for s in spec.series for p in s.points)
    if spec.shape in OVER_TIME and not has_figure and not rows_between(spec.rows, shown):
        raise KnownError(gettext("This chart has no figure in that range; choose other dates."))


def has_overview(spec: ChartSpec) -> bool:
    """Return whether the whole chart is shown in a strip below, too: where it has more than a few points."""
    return can_zoom(spec) and max((len(s.points) for s in spec.series), default=0) >= LEAST_OVERVIEW


def whole(spec: ChartSpec) -> Range:
    """Return the range of the whole chart."""
    return Range(spec.x.low, spec.x.high)


def rows_between(rows: Iterable[Row], shown: Range) -> tuple[Row, ...]:
    """Return the rows with a span in a range of days."""
    return tuple(row for row in rows if any(span.meets(shown.low, shown.high) for span in row.spans))


def limited(wanted: Range, limits: Range, shortest: float) -> Range:
    """Return a range inside limits: moved if it is beyond them, not shorter than `shortest`, not longer than they."""
    length = min(max(wanted.length, shortest), limits.length)
    middle = (wanted.low + wanted.high) / 2 if wanted.length < shortest else None
    low = wanted.low if middle is None else middle - length / 2
    low = min(max(low, limits.low), limits.high - length)
    return Range(low, low + length)


def zoomed(shown: Range, factor: float, at: float, limits: Range, shortest: float) -> Range:
    """Return a range with its length multiplied, in which a place keeps its position."""
    length = min(max(shown.length * factor, shortest), limits.length)
    part = (at - shown.low) / shown.length
    return limited(Range(at - part * length, at + (1 - part) * length), limits, shortest)


def moved(shown: Range, by: float, limits: Range) -> Range:
    """Return a range moved inside limits."""
    return limited(Range(shown.low + by, shown.high + by), limits, 0.0)


def last_years(spec: ChartSpec, years: int) -> Range:
    """Return the last years of a chart, up to the later of its last figure and the as-of date."""
    limits = whole(spec)
    length = years * (YEAR if spec.x.kind == "date" else 1.0)
    ends = [p.x for s in spec.series for p in s.points[-1:]] + [spec.x.place(spec.context.as_of)]
    end = max((x for x in ends if limits.holds(x)), default=limits.high)
    high = end + EDGE_PART * length if spec.x.kind == "date" else end + 0.5
    return limited(Range(end - length, min(high, limits.high)), limits, SHORTEST[spec.x.kind])


def years_around(spec: ChartSpec, years: int) -> Range:
    """Return a number of years around the as-of date, which is in the middle unless the chart ends before."""
    half, at = years * YEAR / 2, spec.x.place(spec.context.as_of)
    return limited(Range(at - half, at + half), whole(spec), SHORTEST[spec.x.kind])


def default_years(spec: ChartSpec, years: int) -> Range:
    """Return a number of years of a chart: the last ones of figures, those around the as-of date of measures.

    What is ahead is known of measures, and not of figures.
    """
    return last_years(spec, years) if spec.series else years_around(spec, years)


def rounded(shown: Range, axis: Axis) -> Range:
    """Return a range that begins and ends with a day or a year, so that a command can name it."""
    if axis.kind == "date":
        first = day_number(date(FIRST_YEAR, 1, 1))
        return Range(max(float(math.floor(shown.low)), first), float(math.ceil(shown.high)))
    first_year, last_year = _years_of(shown)
    return Range(first_year - 0.5, last_year + 0.5)


def _years_of(shown: Range) -> tuple[int, int]:
    """Return the first and last year whose middle is in a range, the year of the range where none is."""
    first, last = math.ceil(shown.low), math.floor(shown.high)
    if first > last:
        first = last = round((shown.low + shown.high) / 2)
    return first, last


def range_of(axis: Axis, since: date | None, until: date | None) -> Range:
    """Return the range between two days, both included; None for the end of the axis."""
    if axis.kind == "year":
        return Range(
            axis.low if since is None else since.year - 0.5, axis.high if until is None else until.year + 0.5
        )
    return Range(
        axis.low if since is None else axis.place(since), axis.high if until is None else axis.place(until)
    )


def converted(shown: Range, axis: Axis, other: Axis) -> Range:
    """Return a range of an axis in the numbers of another one, which may count years where the first counts days."""
    if axis.kind == other.kind:
        return shown
    return Range(*(other.place(day_at(x, axis)) for x in (shown.low, shown.high)))


def query_of(query: str, shown: Range, axis: Axis) -> str:
    """Return the command of a chart with the first and last day of a range."""
    words = shlex.split(query)
    if "--since" in words:
        at = words.index("--since")
        del words[at : at + 2]
    first, last = days_of(shown, axis)
    return shlex.join([*words, "--since", first.isoformat(), "--until", last.isoformat()])


def days_of(shown: Range, axis: Axis) -> tuple[date, date]:
    """Return the first and the last day of a range."""
    if axis.kind == "date":
        return day_of(shown.low), day_of(shown.high)
    first, last = _years_of(shown)
    return date(first, 1, 1), date(last, 12, 31)


def range_words(shown: Range, axis: Axis) -> tuple[str, str]:
    """Return the first and the last day, or year, of a range in words."""
    first, last = days_of(shown, axis)
    return (show(first), show(last)) if axis.kind == "date" else (str(first.year), str(last.year))


def measured_days(span: Range, axis: Axis) -> tuple[date, date]:
    """Return the first and the last day of a span, inside it: it has the same figures."""
    if axis.kind == "date":
        low = math.ceil(span.low)
        return day_of(low), day_of(max(low, math.floor(span.high)))
    return days_of(span, axis)


def day_at(x: float, axis: Axis) -> date:
    """Return the day at a place of an axis of days or years."""
    if axis.kind == "date":
        return day_of(round(x))
    year = int(x + 0.5)
    start, end = day_number(date(year, 1, 1)), day_number(date(year + 1, 1, 1))
    return day_of(round(start + (x + 0.5 - year) * (end - start)))
