"""Stacked bars over time: the counts of a period on top of each other, coloured by kind of measure."""

from typing import TYPE_CHECKING

from explorer.charts.colours import kind_colours
from explorer.charts.plot import space
from explorer.charts.shapes.stacked_areas import StackedAreas
from explorer.charts.spec import Point
from explorer.data.numbers import exact
from explorer.language import gettext, ngettext, paragraph
from explorer.palette import Theme

if TYPE_CHECKING:
    from explorer.charts.plot.plot import Plot


class StackedBars(StackedAreas):
    """Bars of periods on top of each other; each has its own number."""

    end_gap = space.GAP

    def colour(self, series: int, theme: Theme) -> str:
        """Return the colour of the kind of measure of a series."""
        return kind_colours([s.status for s in self.spec.series], theme)[series]

    def build(self, plot: "Plot") -> None:
        """Add axes, control dates, the as-of date, a measured span, bars and the legend."""
        from explorer.charts.plot.stacked_bars import StackedBarItems

        StackedBarItems(plot, self.spec, self._figures_of_series, self.end_gap)

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
