"""Charts over time: lines with markers, bars of periods, control dates and the as-of date."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from explorer.charts.colours import series_colour
from explorer.charts.hidden_series import are_named
from explorer.charts.plot import space, typeset
from explorer.charts.plot.frame import Frame, Hit, Margins, Ranges
from explorer.charts.plot.point_places import hits_of, in_order, nearest
from explorer.charts.plot.shape import LINES, Reduction, ring
from explorer.charts.shapes.ranged import RangedPoints
from explorer.charts.spec import Point, Series, day_of, with_note
from explorer.charts.words.lines import figures_sentence
from explorer.charts.words.reading import Entry, Reading, changes
from explorer.language import gettext, ngettext
from explorer.palette import Theme

if TYPE_CHECKING:
    from explorer.charts.plot.plot import Plot

MIN_HEIGHT, MAX_HEIGHT, HEIGHT_PART = 230.0, 420.0, 0.42
GOOD_PLOT, FAIR_PLOT, LEAST_PLOT = 200.0, 150.0, 120.0
AROUND = space.CAPTION + space.BADGES + space.AXIS
RIGHT, PLAIN_TOP = 12.0, 8.0
RING = 7.6
# How far points of several series may be apart, in data coordinates, to be read together.
TOGETHER = {"date": 200.0, "year": 0.5, "value": 20.0}


class TimeSeries(RangedPoints):
    """Figures over days or years."""

    end_gap = space.GAP

    # the space

    def margins(self, width: float, height: float, ranges: Ranges | None = None) -> Margins:
        """Return the space that ticks, badges, names of series and a legend take."""
        below = space.legend_height(self._legend_names(width), width)
        x = self.spec.x
        top = space.CAPTION + (space.BADGES if self.spec.events or x.reference_lines else PLAIN_TOP)
        right = RIGHT + space.end_space(self.spec.series, width, self.end_gap)
        axes = [self.spec.y, *([space.shown_axis(self.spec.y, ranges)] if ranges is not None else ())]
        left = max(space.tick_space(axis, height - below) for axis in axes)
        return Margins(left, top, right, space.foot(x) + below)

    def _legend_names(self, width: float) -> tuple[str, ...]:
        return space.legend_names(self.spec.series, width)

    def preferred_height(self, width: float) -> float:
        """Return a height in proportion to the width, inside limits."""
        height = min(max(MIN_HEIGHT, HEIGHT_PART * width), MAX_HEIGHT)
        return height + space.legend_height(self._legend_names(width), width)

    def good_height(self, width: float) -> float:
        """Return the least height at which an exported chart has enough space."""
        return self._with_names(width, GOOD_PLOT)

    def fair_height(self, width: float) -> float:
        """Return the least height of several lines; a single line is legible at the least height."""
        if len(self.spec.series) < 2:
            return self.least_height(width)
        return self._with_names(width, FAIR_PLOT)

    def least_height(self, width: float) -> float:
        """Return the least height at which a chart is legible."""
        return self._with_names(width, LEAST_PLOT)

    def _with_names(self, width: float, plot: float) -> float:
        """Return the height of a plot with space for the names at the ends of its lines, and of its legend."""
        names = len(space.end_names(self.spec.series, width)) * typeset.small().line
        return max(plot, names + AROUND) + space.legend_height(self._legend_names(width), width)

    def reductions(self) -> Iterator[Reduction]:
        """Yield fewer lines of control dates and notes, then shorter names, then a smaller plot."""
        shapes = list(dict.fromkeys((self, self._with_short_names())))
        tries = [*((shape, shape.fair_height) for shape in shapes), (shapes[-1], shapes[-1].least_height)]
        for shape, needs in tries:
            yield from (Reduction(shape.spec, needs, dates, notes) for dates, notes in LINES)

    def smallest(self) -> Reduction:
        """Return the plot with short names, one line of control dates and one of notes."""
        shape = self._with_short_names()
        return Reduction(shape.spec, shape.least_height, *LINES[-1])

    def _with_short_names(self) -> "TimeSeries":
        """Return the chart with the short names of its series, itself where there are none."""
        if not any(s.short for s in self.spec.series):
            return self
        note = gettext("Series names omitted for space; see the CSV export.")
        series = tuple(replace(s, name=s.short or s.name, short="") for s in self.spec.series)
        return type(self)(with_note(replace(self.spec, series=series), note))

    def colour(self, series: int, theme: Theme) -> str:
        """Return the colour of a series, grey in the background."""
        return series_colour(self.spec.series, series, theme)

    # the drawing

    def build(self, plot: "Plot") -> None:
        """Add axes, control dates, the as-of date, a measured span, lines and bars."""
        from explorer.charts.plot.time_items import TimeItems

        TimeItems(plot, self.spec, self._figures_of_series, self.end_gap)

    def hits(self, frame: Frame) -> list[Hit]:
        """Return the places of all points with a figure or a word, in the order of the axis."""
        low, high = frame.ranges.x_low, frame.ranges.x_high
        return in_order(hits_of(self.spec, frame, [f.shown(low, high) for f in self._figures_of_series]))

    def hit_at(self, frame: Frame, hits: list[Hit], position: QPointF) -> int | None:
        """Return the point that is nearest in time, of several series the one that is also nearest in height."""
        return nearest(frame, hits, position)

    def mark(self, hit: Hit) -> QPainterPath:
        """Return a ring around a point."""
        return ring(hit.at, RING)

    # words and figures

    @cached_property
    def _series_in_range(self) -> tuple[Series, ...]:
        """The series with the points inside the range of the axis."""
        return tuple(replace(s, points=tuple(filter(self._in_csv, s.points))) for s in self.spec.series)

    def _points(self) -> list[Point]:
        return [p for s in self._series_in_range for p in s.points]

    def _figures(self, known: list[Point]) -> str:
        return figures_sentence(self.spec, self._series_in_range, known, self._count_text)

    def _count_text(self, count: int) -> str:
        return ngettext(
            "{count} line; last figure: {figures}.",
            "{count} lines; last figure of each: {figures}.",
            count,
        )

    def reading(self, series: int, index: int) -> Reading:
        """Return the figures of all series at the time of a point, with their changes."""
        chosen = self.spec.series[series].points[index]
        entries = []
        for s, line in enumerate(self.spec.series):
            i = (
                index
                if s == series
                else self._figures_of_series[s].nearest(chosen.x, TOGETHER[self.spec.x.kind])
            )
            if i is not None:
                entries.append(self._entry(s, line, i, chosen))
        return Reading(chosen.label, tuple(entries))

    def _entry(self, s: int, line: Series, i: int, chosen: Point) -> Entry:
        point = line.points[i]
        name, _, *about = self.describe(s, i)
        several = are_named(self.spec.series)
        name = (line.short or line.name) if several else ""
        if several and point.label != chosen.label:
            name = gettext("{name}, {day}").format(name=name, day=point.label)
        return Entry(s, name, self._value(line, point), (*changes(self.spec, line, i), *about))

    def _name_head(self) -> str:
        return gettext("Year") if self.spec.x.kind == "year" else gettext("Date")

    def _in_csv(self, point: Point) -> bool:
        """Return whether a point is inside the range of the axis."""
        return self.spec.x.low <= point.x <= self.spec.x.high

    def _csv_name(self) -> str:
        return "year" if self.spec.x.kind == "year" else "date"

    def _csv_date(self, point: Point) -> str:
        return point.when or day_of(point.x).isoformat()
