"""The items of a chart over time: axes, control dates, the as-of date, a measured span, lines or bars, and names."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF

from explorer.charts.colours import series_colour
from explorer.charts.plot import legend, space, typeset
from explorer.charts.plot.axis import ReferenceLines, across_parts, add_axis, axis_caption, value_parts
from explorer.charts.plot.bars import PeriodBars
from explorer.charts.plot.base_line import BaseLine
from explorer.charts.plot.control_dates import AsOfLine, ControlDates
from explorer.charts.plot.figures import Figures
from explorer.charts.plot.frame import Frame
from explorer.charts.plot.legend import Swatch, line_ends, line_swatch
from explorer.charts.plot.line_marks import LineMarks
from explorer.charts.plot.lines import LineItems
from explorer.charts.plot.measured import add_measured
from explorer.charts.plot.names import Names, Part
from explorer.charts.plot.plot import ABOVE, Plot
from explorer.charts.plot.point_places import place
from explorer.charts.spec import ChartSpec, Point


class TimeItems:
    """Adds the items of a chart to a plot; `end_gap` is the space between the lines and the names at their ends."""

    def __init__(self, plot: Plot, spec: ChartSpec, figures: Sequence[Figures], end_gap: float) -> None:
        self._plot, self._spec, self._theme = plot, spec, plot.theme
        self._figures, self._end_gap = figures, end_gap
        self._add_axes()
        self._add_days()
        self._add_series()
        self._names = plot.lay(Names(), ABOVE)
        plot.follow(self._place_names)

    def _add_axes(self) -> None:
        spec, theme = self._spec, self._theme
        add_axis(self._plot, "left", lambda frame: value_parts(spec.y, theme, frame))
        add_axis(self._plot, "bottom", lambda frame: across_parts(spec.x, theme, frame))

    def _add_days(self) -> None:
        """Add the as-of date, the base date, reference lines, control dates and a measured span."""
        plot, spec = self._plot, self._spec
        if spec.x.kind in ("date", "year"):
            taken = typeset.small().width(axis_caption(spec.y))
            plot.as_of = AsOfLine(plot, spec.x, spec.context.as_of, taken)
        if spec.base is not None:
            plot.base = BaseLine(plot, spec.x.place(spec.base))
        ReferenceLines(plot, spec.x, spec.y, spec.series)
        plot.control_dates = ControlDates(plot, spec.x, spec.events)
        if spec.measured is not None:
            add_measured(plot, spec.x, spec.measured)

    def _add_series(self) -> None:
        """Add a line, or bars, for each series."""
        plot, spec = self._plot, self._spec
        for i, series in enumerate(spec.series):
            colour = series_colour(spec.series, i, self._theme)
            if series.style == "bars":
                PeriodBars(plot, series, colour)
            else:
                LineItems(plot, series, colour, spec.x, spec.y)
                LineMarks(plot, series, colour, spec)

    def _place_names(self, frame: Frame) -> None:
        """Place the legend and the names at the ends of the lines."""
        spec = self._spec
        top = frame.area.bottom() + space.foot(spec.x)
        entries = space.legend_names(spec.series, frame.whole.width())
        parts = (
            *self._end_parts(frame),
            *legend.legend(entries, frame, top, self._theme, self._swatch()),
        )
        self._names.show_parts(frame.whole, parts)
        self._plot.names = legend.name_boxes(spec.series, parts)

    def _end_parts(self, frame: Frame) -> list[Part]:
        """Return the names at the ends of the lines."""
        series = self._spec.series
        ends = [
            self._end(frame, s.points, figures.up_to(frame.ranges.x_high))
            for s, figures in zip(series, self._figures, strict=True)
        ]
        return line_ends(frame, series, ends, self._theme, self._end_gap)

    def _end(self, frame: Frame, points: Sequence[Point], count: int) -> QPointF | None:
        """Return the place of the last figure, of a number of points, that the plot shows."""
        for i in range(count - 1, -1, -1):
            point = points[i]
            if point.x < frame.ranges.x_low:
                return None
            if point.y is not None and (at := place(self._spec, frame, point)):
                return at
        return None

    def _swatch(self) -> Swatch:
        """Return what marks an entry of the legend."""
        return line_swatch(self._spec.series, self._theme)
