"""Charts over days or years of which a part can be shown: its figures, and the scale of values fitted to them."""

from collections.abc import Collection
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace

from explorer.charts.axis_note import axis_note
from explorer.charts.figures import scaled
from explorer.charts.plot import space
from explorer.charts.plot.frame import Ranges
from explorer.charts.shapes.points import PointShape
from explorer.charts.spec import ChartSpec, Point
from explorer.charts.ticks import linear_range, log_range
from explorer.charts.zoom import Range, query_of, whole
from explorer.data.numbers import short

if TYPE_CHECKING:
    from explorer.charts.plot.figures import Figures


class RangedPoints(PointShape):
    """Figures of which a range of days or years is shown."""

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

    def axis_figure(self, point: Point, ranges: Ranges) -> str:
        """Return the figure of a point in the unit of the axis."""
        factor, _ = space.unit_scale(space.shown_axis(self.spec.y, ranges))
        return short((point.y or 0.0) / factor)


def _scaled_to(spec: ChartSpec, low: float, high: float) -> ChartSpec:
    """Return a chart with another scale of its values, and the note that goes with it."""
    y = replace(spec.y, low=low, high=high)
    notes = (*(n for n in spec.notes if n not in axis_note(spec.y)), *axis_note(y))
    return replace(spec, y=y, notes=notes)
