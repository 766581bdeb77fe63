"""Points between two axes of values: a shape and a colour per status, a name at every point."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from explorer.charts.plot import space
from explorer.charts.plot.frame import Frame, Hit, Margins, Ranges
from explorer.charts.plot.shape import LINES, Reduction, ring
from explorer.charts.shapes.points import FIRST
from explorer.charts.shapes.value_axes import ValueAxes
from explorer.charts.spec import Point, Series
from explorer.charts.text import value_text
from explorer.charts.words import table
from explorer.charts.words.table import Cell
from explorer.data.numbers import exact, with_unit
from explorer.language import gettext, ngettext

if TYPE_CHECKING:
    from explorer.charts.plot.plot import Plot

MIN_HEIGHT, MAX_HEIGHT, HEIGHT_PART = 380.0, 640.0, 0.6
GOOD_PLOT, FAIR_PLOT, LEAST_PLOT = 330.0, 240.0, 200.0
TOP, RIGHT = 24.0, 14.0
REACH, HALF_HIT, RING = 18.0, 5.0, 8.6


class Scatter(ValueAxes):
    """Points, each with a figure on both axes."""

    # the space

    def margins(self, width: float, height: float, ranges: Ranges | None = None) -> Margins:
        """Return the space for ticks, the name of the axis and the legend."""
        below = self._legend_height(width)
        left = space.tick_space(self.spec.y, height - below)
        return Margins(left, TOP, RIGHT, space.foot(self.spec.x) + below)

    def _names(self) -> tuple[str, ...]:
        return tuple(s.name for s in self.spec.series)

    def _legend_height(self, width: float) -> float:
        return space.legend_height(self._names(), width)

    def preferred_height(self, width: float) -> float:
        """Return a height in proportion to the width, inside limits."""
        return min(max(MIN_HEIGHT, HEIGHT_PART * width), MAX_HEIGHT) + self._legend_height(width)

    def good_height(self, width: float) -> float:
        """Return the least height at which an exported chart has enough space."""
        return GOOD_PLOT + self._legend_height(width)

    def fair_height(self, width: float) -> float:
        """Return the least height of points with names, at the expense of notes."""
        if len(self.spec.series) < 2:
            return self.least_height(width)
        return FAIR_PLOT + self._legend_height(width)

    def least_height(self, width: float) -> float:
        """Return the least height at which a chart is legible."""
        return LEAST_PLOT + self._legend_height(width)

    def reductions(self) -> Iterator[Reduction]:
        """Yield fewer lines of notes, then a smaller plot."""
        for needs in (self.fair_height, self.least_height):
            yield from (Reduction(self.spec, needs, dates, notes) for dates, notes in LINES)

    def smallest(self) -> Reduction:
        """Return the plot with one line of notes."""
        return Reduction(self.spec, self.least_height, *LINES[-1])

    # the drawing

    def build(self, plot: "Plot") -> None:
        """Add axes, reference lines, points, their names and the legend."""
        from explorer.charts.plot.axis import ReferenceLines, across_parts, add_axis, value_parts
        from explorer.charts.plot.scatter import ScatterItems

        spec, theme = self.spec, plot.theme
        add_axis(plot, "left", lambda frame: value_parts(spec.y, theme, frame))
        add_axis(plot, "bottom", lambda frame: across_parts(spec.x, theme, frame))
        ReferenceLines(plot, spec.x, spec.y, spec.series)
        ScatterItems(plot, spec.series, spec.y, spec.x, TOP)

    def hits(self, frame: Frame) -> list[Hit]:
        """Return the places of the points, from left to right."""
        found = []
        for s, series in enumerate(self.spec.series):
            for i, point in enumerate(series.points):
                at = QPointF(frame.px(point.x), frame.py(point.y or 0.0))
                if point.y is not None and frame.shows(at):
                    box = QRectF(at.x() - HALF_HIT, at.y() - HALF_HIT, 2 * HALF_HIT, 2 * HALF_HIT)
                    found.append(Hit(at, box, s, i, point))
        return sorted(found, key=lambda h: (h.at.x(), h.at.y()))

    def hit_at(self, frame: Frame, hits: list[Hit], position: QPointF) -> int | None:
        """Return the nearest point within reach."""
        best, reach = None, REACH * REACH
        for i, hit in enumerate(hits):
            away = hit.at - position
            if QPointF.dotProduct(away, away) < reach:
                best, reach = i, QPointF.dotProduct(away, away)
        return best

    def mark(self, hit: Hit) -> QPainterPath:
        """Return a ring around a point."""
        return ring(hit.at, RING)

    # words and figures

    def _figures(self, known: list[Point]) -> str:
        """Return the number of points and the highest of them."""
        points = sorted(known, key=lambda p: -(p.y or 0))
        figures = "; ".join(
            gettext("{name} {value} at {position}").format(
                name=p.label, value=value_text(p, self.unit), position=with_unit(exact(p.x), self.spec.x.unit)
            )
            for p in points[:FIRST]
        )
        return ngettext(
            "{count} point. {axis}, highest first: {figures}.",
            "{count} points. {axis}, highest first: {figures}.",
            len(points),
        ).format(count=len(points), axis=self.spec.y.label, figures=figures)

    def _name(self, series: Series, point: Point) -> str:
        return gettext("{name}: {series}").format(name=point.label, series=series.name)

    def _spoken_name(self, series: Series, point: Point) -> str:
        return gettext("{name} ({series})").format(name=point.label, series=series.name)

    def _figure(self, point: Point, *, in_words: bool = False) -> str:
        return gettext("{axis} {value}; {other_axis} {other_value}").format(
            axis=self.spec.y.label,
            value=value_text(point, self.unit, in_words=in_words),
            other_axis=self.spec.x.label,
            other_value=with_unit(exact(point.x), self.spec.x.unit),
        )

    def _name_head(self) -> str:
        return gettext("Name")

    def _name_cell(self, point: Point) -> Cell:
        return table.word(point.label)
