"""Charts over time: lines with markers, bars of periods, control dates and the as-of date."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from explorer.charts.axis_note import axis_note
from explorer.charts.colours import series_colour
from explorer.charts.figures import is_known, scaled
from explorer.charts.hidden_series import are_named
from explorer.charts.plot import space, typeset
from explorer.charts.plot.frame import Frame, Hit, Margins, Ranges
from explorer.charts.plot.shape import Reduction, ring
from explorer.charts.shapes.points import PointShape
from explorer.charts.spec import ChartSpec, Point, Series, day_of, with_note
from explorer.charts.ticks import linear_range, log_range
from explorer.charts.words.figures import figure, line_sentence
from explorer.charts.words.reading import Entry, Reading, changes
from explorer.charts.zoom import Range, query_of, whole
from explorer.data.numbers import short
from explorer.language import gettext, ngettext, paragraph
from explorer.palette import Theme

if TYPE_CHECKING:
    from explorer.charts.plot.figures import Figures
    from explorer.charts.plot.legend import Swatch
    from explorer.charts.plot.names import Part
    from explorer.charts.plot.plot import Plot

MIN_HEIGHT, MAX_HEIGHT, HEIGHT_PART = 230.0, 420.0, 0.42
GOOD_PLOT, FAIR_PLOT, LEAST_PLOT = 200.0, 150.0, 120.0
AROUND = space.CAPTION + space.BADGES + space.AXIS
RIGHT, PLAIN_TOP = 12.0, 8.0
REACH, HALF_HIT, RING = 26.0, 4.0, 7.6
# How far points of several series may be apart, in data coordinates, to be read together.
TOGETHER = {"date": 200.0, "year": 0.5, "value": 20.0}
# How many lines of control dates and of notes fit below the plot, from the most to the fewest; None for all.
LINES = (
    *((dates, None) for dates in range(40, 2, -1)),
    *((2, notes) for notes in range(12, 1, -1)),
    *((1, notes) for notes in (2, 1)),
)


class TimeSeries(PointShape):
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

    # the range shown

    def between(self, shown: Range) -> ChartSpec:
        """Return the chart with a range of days or years, the scale of its values fitted to the figures in it."""
        spec = self.spec
        if shown == whole(spec):
            return spec
        low, high = self.value_limits(shown)
        events = tuple(e for e in spec.events if shown.holds(spec.x.place(e.day)))
        notes = tuple(n for n in spec.notes if n not in spec.range_notes)
        x, query = replace(spec.x, low=shown.low, high=shown.high), query_of(spec.query, shown, spec.x)
        ranged = replace(
            spec, x=x, events=events, notes=notes, query=query, without_own=self._plain_between(shown)
        )
        return _scaled_to(ranged, low, high)

    def without(self, hidden: Collection[str]) -> ChartSpec:
        """Return the chart without some series, the scale of its values fitted to the figures of the others."""
        spec = super().without(hidden)
        if spec is self.spec:
            return spec
        from_zero = spec.y.low == 0.0
        spec = replace(spec, without_own=self._plain_without(hidden))
        return _scaled_to(spec, *type(self)(spec)._fitted_limits(whole(spec), from_zero=from_zero))

    def _plain_without(self, hidden: Collection[str]) -> ChartSpec | None:
        """Return the chart without the user's and without other series, None where nothing else is left."""
        plain = self.spec.without_own
        if plain is None or all(s.choice.key in hidden for s in plain.series):
            return None
        return type(self)(plain).without(hidden)

    def _plain_between(self, shown: Range) -> ChartSpec | None:
        """Return the chart without the user's series with a range, None where it has no figure there."""
        plain = self.spec.without_own
        if plain is None or not any(shown.holds(p.x) for s in plain.series for p in s.points):
            return None
        return type(self)(plain).between(shown)

    def ranges_between(self, shown: Range) -> Ranges:
        """Return the ranges of both axes for a range of days or years."""
        low, high = self.value_limits(shown)
        y = self.spec.y
        return Ranges(shown.low, shown.high, scaled(y, low), scaled(y, high))

    def value_limits(self, shown: Range) -> tuple[float, float]:
        """Return round ends around the figures in a range; from zero where the whole chart has to begin there."""
        y = self.spec.y
        if shown == whole(self.spec):
            return y.low, y.high
        return self._fitted_limits(shown, from_zero=self._from_zero)

    def _fitted_limits(self, shown: Range, *, from_zero: bool) -> tuple[float, float]:
        y = self.spec.y
        found = [ends for figures in self._figures_of_series if (ends := figures.ends(shown))]
        if not found:
            return y.low, y.high
        low, high = min(e[0] for e in found), max(e[1] for e in found)
        if y.scale == "log":
            low, high = log_range(low, high)
            return (low, high) if high > low else (low / 2, high * 2)
        return linear_range(low, high, from_zero=from_zero)

    @property
    def _from_zero(self) -> bool:
        return any(s.style == "bars" for s in self.spec.series)

    @cached_property
    def _figures_of_series(self) -> "list[Figures]":
        from explorer.charts.plot.figures import Figures

        return [Figures.of(s.points, self.spec.y) for s in self.spec.series]

    def overview(self) -> "Figures | None":
        """Return the figures for the strip below the chart: those of the series with the most points.

        A series of the user is shown there only where no other one is drawn.
        """
        pairs = zip(self.spec.series, self._figures_of_series, strict=True)
        found = [(not s.own, len(f.x), f) for s, f in pairs if len(f.x)]
        return max(found, key=lambda each: each[:2])[2] if found else None

    def colour(self, series: int, theme: Theme) -> str:
        """Return the colour of a series, grey in the background."""
        return series_colour(self.spec.series, series, theme)

    def axis_figure(self, point: Point, ranges: Ranges) -> str:
        """Return the figure of a point in the unit of the axis."""
        factor, _ = space.unit_scale(space.shown_axis(self.spec.y, ranges))
        return short((point.y or 0.0) / factor)

    # the drawing

    def build(self, plot: "Plot") -> None:
        """Add axes, control dates, the as-of date, a measured span, lines and bars."""
        from explorer.charts.plot.axis import (
            ReferenceLines,
            across_parts,
            add_axis,
            axis_caption,
            value_parts,
        )
        from explorer.charts.plot.base_line import BaseLine
        from explorer.charts.plot.control_dates import AsOfLine, ControlDates
        from explorer.charts.plot.measured import add_measured

        spec, theme = self.spec, plot.theme
        add_axis(plot, "left", lambda frame: value_parts(spec.y, theme, frame))
        add_axis(plot, "bottom", lambda frame: across_parts(spec.x, theme, frame))
        if spec.x.kind in ("date", "year"):
            taken = typeset.small().width(axis_caption(spec.y))
            plot.as_of = AsOfLine(plot, spec.x, spec.context.as_of, taken)
        if spec.base is not None:
            plot.base = BaseLine(plot, spec.x.place(spec.base))
        ReferenceLines(plot, spec.x, spec.y, spec.series)
        plot.control_dates = ControlDates(plot, spec.x, spec.events)
        if spec.measured is not None:
            add_measured(plot, spec.x, spec.measured)
        self._add_series(plot)
        self._add_names(plot)

    def _add_series(self, plot: "Plot") -> None:
        """Add a line, or bars, for each series."""
        from explorer.charts.plot.bars import PeriodBars
        from explorer.charts.plot.line_marks import LineMarks
        from explorer.charts.plot.lines import LineItems

        for i, series in enumerate(self.spec.series):
            colour = series_colour(self.spec.series, i, plot.theme)
            if series.style == "bars":
                PeriodBars(plot, series, colour)
            else:
                LineItems(plot, series, colour, self.spec.x, self.spec.y)
                LineMarks(plot, series, colour, self.spec, place)

    def _add_names(self, plot: "Plot") -> None:
        """Add the names at the ends of the lines and the legend."""
        from explorer.charts.plot import legend
        from explorer.charts.plot.names import Names
        from explorer.charts.plot.plot import ABOVE

        names, spec = plot.lay(Names(), ABOVE), self.spec

        def lay_out(frame: Frame) -> None:
            top = frame.area.bottom() + space.foot(spec.x)
            entries = self._legend_names(frame.whole.width())
            swatch = self._swatch(plot)
            parts = (
                *self._end_parts(frame, plot),
                *legend.legend(entries, frame, top, plot.theme, swatch),
            )
            names.show_parts(frame.whole, parts)
            plot.names = legend.name_boxes(spec.series, parts)

        plot.follow(lay_out)

    def _end(self, frame: Frame, points: tuple[Point, ...], count: int) -> QPointF | None:
        """Return the place of the last figure, of a number of points, that the plot shows."""
        for i in range(count - 1, -1, -1):
            point = points[i]
            if point.x < frame.ranges.x_low:
                return None
            if point.y is not None and (at := place(self.spec, frame, point)):
                return at
        return None

    def _swatch(self, plot: "Plot") -> "Swatch":
        """Return what marks an entry of the legend."""
        from explorer.charts.plot.legend import line_swatch

        return line_swatch(self.spec.series, plot.theme)

    def _end_parts(self, frame: Frame, plot: "Plot") -> "list[Part]":
        """Return the names at the ends of the lines."""
        from explorer.charts.plot.legend import line_ends

        ends = [
            self._end(frame, s.points, figures.up_to(frame.ranges.x_high))
            for s, figures in zip(self.spec.series, self._figures_of_series, strict=True)
        ]
        return line_ends(frame, self.spec.series, ends, plot.theme, self.end_gap)

    def hits(self, frame: Frame) -> list[Hit]:
        """Return the places of all points with a figure or a word, in the order of the axis."""
        found = []
        for s, (series, figures) in enumerate(zip(self.spec.series, self._figures_of_series, strict=True)):
            for i in figures.shown(frame.ranges.x_low, frame.ranges.x_high):
                point = series.points[i]
                at = place(self.spec, frame, point)
                if at is not None:
                    box = QRectF(at.x() - HALF_HIT, at.y() - HALF_HIT, 2 * HALF_HIT, 2 * HALF_HIT)
                    found.append(Hit(at, box, s, i, point))
        return in_order(found)

    def hit_at(self, frame: Frame, hits: list[Hit], position: QPointF) -> int | None:
        """Return the point that is nearest in time, of several series the one that is also nearest in height."""
        if not frame.area.adjusted(-REACH, -REACH, REACH, REACH).contains(position):
            return None
        near = _nearest_of_each(hits, position)
        if not near:
            return None
        closest = min(_apart(hits[i], position) for i in near)
        at_that_time = [i for i in near if _apart(hits[i], position) <= closest + REACH]
        return min(at_that_time, key=lambda i: (_apart(hits[i], position) + _above(hits[i], position), i))

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
        whole = [s for s in self._series_in_range if not s.is_partial]
        if are_named(whole) or not whole:
            return self._last_figures()
        parts = [p for s in self._series_in_range if s.is_partial for p in s.points]
        sentence = line_sentence(self.spec, [p for p in known if p not in parts], self.unit)
        if not parts:
            return sentence
        figures = "; ".join(figure(self.spec, p, self.unit) for p in parts)
        return paragraph((sentence, gettext("Part of the year only: {figures}.").format(figures=figures)))

    def _last_figures(self) -> str:
        """Return the number of lines and the last figure of each; a unit with a comma, that of an index, once."""
        unit, count = self.unit, len(self.spec.series)
        shared = "," in unit
        figures = "; ".join(self._last_figure(s, "" if shared else unit) for s in self._series_in_range)
        if shared:
            text = ngettext(
                "{count} line ({unit}); last figure: {figures}.",
                "{count} lines ({unit}); last figure of each: {figures}.",
                count,
            )
        else:
            text = self._count_text(count)
        return text.format(count=count, unit=unit, figures=figures)

    def _count_text(self, count: int) -> str:
        return ngettext(
            "{count} line; last figure: {figures}.",
            "{count} lines; last figure of each: {figures}.",
            count,
        )

    def _last_figure(self, series: Series, unit: str) -> str:
        name = series.short or series.name
        last = next((p for p in reversed(series.points) if p.y is not None), None)
        if last is None:
            return gettext("{name}: no figure").format(name=name)
        return gettext("{name} {figure}").format(name=name, figure=figure(self.spec, last, unit))

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


class AroundEvent(TimeSeries):
    """Figures over days before and after an event."""

    def _x_columns(self) -> tuple[str, ...]:
        return ("x",)

    def _head(self, column: str) -> str:
        return axis_head(self.spec, column) or super()._head(column)

    def csv_notes(self) -> Iterator[str]:
        """Yield what the flags and the columns of the axes mean."""
        yield from super().csv_notes()
        yield gettext("x: {x}. value: {value}.").format(x=self.spec.x.label, value=self.spec.y.label)


def axis_head(spec: ChartSpec, column: str) -> str:
    """Return the head of a column of figures along an axis, empty for other columns."""
    return {"x": spec.x.label, "value": spec.y.label}.get(column, "")


def place(spec: ChartSpec, frame: Frame, point: Point) -> QPointF | None:
    """Return the place of a point, at the bottom if it has only a word; None if the plot does not show it."""
    x = frame.px(point.x)
    if is_known(spec.y, point):
        at = QPointF(x, frame.py(scaled(spec.y, point.y or 0.0)))
    elif point.is_range:
        low, high = (frame.py(scaled(spec.y, v or 0.0)) for v in (point.low, point.high))
        at = QPointF(x, (low + high) / 2)
    elif point.y is None and point.word:
        at = QPointF(x, frame.area.bottom())
    else:
        return None
    return at if frame.shows(at) else None


def _scaled_to(spec: ChartSpec, low: float, high: float) -> ChartSpec:
    """Return a chart with another scale of its values, and the note that goes with it."""
    y = replace(spec.y, low=low, high=high)
    notes = (*(n for n in spec.notes if n not in axis_note(spec.y)), *axis_note(y))
    return replace(spec, y=y, notes=notes)


def in_order(hits: list[Hit]) -> list[Hit]:
    """Return hits from left to right."""
    return sorted(hits, key=lambda h: (h.at.x(), h.series))


def _nearest_of_each(found: list[Hit], position: QPointF) -> list[int]:
    """Return the hit of each series that is nearest in time."""
    near: dict[int, int] = {}
    for i, hit in enumerate(found):
        best = near.get(hit.series)
        if best is None or _apart(hit, position) < _apart(found[best], position):
            near[hit.series] = i
    return list(near.values())


def _apart(hit: Hit, position: QPointF) -> float:
    """Return how far a hit is from a position to the side."""
    return abs(hit.at.x() - position.x())


def _above(hit: Hit, position: QPointF) -> float:
    """Return how far a position is above or below the box of a hit, 0 inside it."""
    return max(hit.box.top() - position.y(), position.y() - hit.box.bottom(), 0.0)
