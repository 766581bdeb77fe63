"""Stacked areas over years: one step per year and series, as high as its figure."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from explorer.charts.plot import space
from explorer.charts.plot.frame import Frame, Hit
from explorer.charts.plot.point_places import in_order
from explorer.charts.plot.shape import box_outline
from explorer.charts.plot.stacking import steps, visible_step
from explorer.charts.shapes.points import PointShape
from explorer.charts.shapes.time_series import TimeSeries
from explorer.charts.spec import Point
from explorer.charts.words.reading import Reading
from explorer.language import ngettext

if TYPE_CHECKING:
    from explorer.charts.plot.figures import Figures
    from explorer.charts.plot.plot import Plot


class StackedAreas(TimeSeries):
    """Areas on top of each other; each has its own figures."""

    end_gap = space.WIDE_GAP

    @property
    def _from_zero(self) -> bool:
        return True

    @cached_property
    def _figures_of_series(self) -> "list[Figures]":
        """Return the height of all areas together, as one series for the scale of values."""
        from explorer.charts.plot.figures import Figures

        totals: dict[float, float] = {}
        for series in self.spec.series:
            for point in series.points:
                if point.y is not None:
                    totals[point.x] = totals.get(point.x, 0.0) + point.y
        points = [Point(x, total, "") for x, total in sorted(totals.items())]
        return [Figures.of(points, self.spec.y)]

    def overview(self) -> "Figures | None":
        """Return the height of all areas together for the strip below the chart."""
        (total,) = self._figures_of_series
        return total if len(total.x) else None

    def build(self, plot: "Plot") -> None:
        """Add axes, control dates, the as-of date, a measured span and areas."""
        from explorer.charts.plot.areas import AreaItems

        AreaItems(plot, self.spec, self._figures_of_series, self.end_gap)

    def hits(self, frame: Frame) -> list[Hit]:
        """Return the place of every step."""
        found = []
        for s, layer in enumerate(steps(self.spec.series)):
            for i, point, whole in layer:
                step = visible_step(whole, frame)
                if not step.isNull():
                    corner = QPointF(frame.px(step.left()), frame.py(step.bottom()))
                    box = QRectF(corner, QPointF(frame.px(step.right()), frame.py(step.top())))
                    found.append(Hit(box.center(), box, s, i, point))
        return in_order(found)

    def reading(self, series: int, index: int) -> Reading:
        """Return the figure of one step."""
        return PointShape.reading(self, series, index)

    def mark(self, hit: Hit) -> QPainterPath:
        """Return a frame around a step."""
        return box_outline(hit.box)

    def _count_text(self, count: int) -> str:
        return ngettext(
            "{count} area; last figure: {figures}.",
            "{count} areas; last figure of each: {figures}.",
            count,
        )
