"""Stacked bars over time: the counts of a period on top of each other, coloured by kind of measure."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from explorer.charts.colours import kind_colours
from explorer.charts.plot import space
from explorer.charts.plot.frame import Frame
from explorer.charts.shapes.stacked_areas import StackedAreas
from explorer.charts.spec import Point
from explorer.data.controls.quarters import PRESUMED
from explorer.data.controls.status import ANNOUNCED
from explorer.data.numbers import exact
from explorer.language import gettext, ngettext, paragraph
from explorer.palette import Theme

if TYPE_CHECKING:
    from explorer.charts.plot.legend import Swatch
    from explorer.charts.plot.names import Part
    from explorer.charts.plot.plot import Plot

_DASHES = {PRESUMED: (1.5, 1.5), ANNOUNCED: (4.0, 3.0)}


class StackedBars(StackedAreas):
    """Bars of periods on top of each other; each has its own number."""

    end_gap = space.GAP

    def colour(self, series: int, theme: Theme) -> str:
        """Return the colour of the kind of measure of a series."""
        return kind_colours([s.status for s in self.spec.series], theme)[series]

    def _add_series(self, plot: "Plot") -> None:
        from explorer.charts.plot.stacked_bars import StackedBarItems

        colours = kind_colours([s.status for s in self.spec.series], plot.theme)
        StackedBarItems(plot, self.spec.series, colours)

    def _end_parts(self, frame: Frame, plot: "Plot") -> "list[Part]":
        """Return no names at the ends: the legend has them."""
        return []

    def _swatch(self, plot: "Plot") -> "Swatch":
        from explorer.charts.plot.names import Patch, Stroke
        from explorer.charts.plot.painting import pen

        def swatch(index: int, at: QPointF) -> "Part":
            colour, dash = self.colour(index, plot.theme), _DASHES.get(self.spec.series[index].certainty)
            if dash is not None:
                return Stroke(at, at + QPointF(14, 0), pen(colour, 2.0, dash))
            return Patch(QRectF(at.x(), at.y() - 5, 12, 10), colour)

        return swatch

    def _figures(self, known: list[Point]) -> str:
        """Return the number of measures of each kind, and the period with the most."""
        totals: dict[float, float] = {}
        for point in known:
            totals[point.x] = totals.get(point.x, 0.0) + (point.y or 0.0)
        most = max(totals, key=lambda x: (totals[x], x))
        label = next(p.label for p in known if p.x == most)
        each = "; ".join(
            gettext("{name} {figure}").format(name=s.name, figure=exact(sum(p.y or 0.0 for p in s.points)))
            for s in self.spec.series
        )
        count = int(sum(totals.values()))
        text = ngettext("{count} measure: {figures}.", "{count} measures: {figures}.", count)
        peak = gettext("Peak: {number} in {period}.").format(period=label, number=exact(totals[most]))
        return paragraph((text.format(count=count, figures=each), peak))
