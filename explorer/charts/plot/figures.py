"""The figures of a series as arrays, to find those in a range."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from explorer.charts.figures import is_known
from explorer.charts.plot.crop import MOST_POINTS, Path
from explorer.charts.spec import Axis, Point
from explorer.charts.zoom import Range

Numbers = NDArray[np.float64]


class Figures(Struct, frozen=True):
    """The place and the lowest and highest figure of each point; not a number where it has none."""

    x: Numbers
    low: Numbers
    high: Numbers

    @classmethod
    def of(cls, points: Sequence[Point], axis: Axis) -> "Figures":
        """Return the figures of points in the order of x."""
        x = np.array([p.x for p in points], dtype=float)
        y = np.array([p.y if is_known(axis, p) else np.nan for p in points], dtype=float)
        low = np.array([p.low if p.low is not None else np.nan for p in points], dtype=float)
        high = np.array([p.high if p.high is not None else np.nan for p in points], dtype=float)
        if axis.scale == "log":
            low[low <= 0] = np.nan
        return cls(x, np.fmin(y, low), np.fmax(y, high))

    def path(self) -> Path:
        """Return a line through the highest figures, with gaps at points without one."""
        known = np.isfinite(self.high)
        joined = np.zeros(len(self.x), dtype=bool)
        joined[:-1] = known[:-1] & known[1:]
        return Path(self.x, self.high, joined)

    def up_to(self, x: float) -> int:
        """Return the number of points up to a place."""
        return int(np.searchsorted(self.x, x, "right"))

    def shown(self, low: float, high: float) -> Sequence[int]:
        """Return the indices of the points in a range; of very many, the lowest and highest of each part."""
        first, last = int(np.searchsorted(self.x, low, "left")), self.up_to(high)
        first, last = max(first - 1, 0), min(last + 1, len(self.x))
        if last - first <= MOST_POINTS:
            return range(first, last)
        size = 2 * (last - first) // MOST_POINTS + 1
        starts = range(first, last, size)
        lows = (s + int(np.argmin(np.nan_to_num(self.low[s : s + size], nan=np.inf))) for s in starts)
        highs = (s + int(np.argmax(np.nan_to_num(self.high[s : s + size], nan=-np.inf))) for s in starts)
        return sorted({*lows, *highs, first, last - 1})

    def nearest(self, x: float, most: float) -> int | None:
        """Return the index of the point nearest to a place, None if it is further away than `most`."""
        after = int(np.searchsorted(self.x, x, "left"))
        near = [i for i in (after - 1, after) if 0 <= i < len(self.x)]
        best = min(near, key=lambda i: abs(float(self.x[i]) - x), default=None)
        return best if best is not None and abs(float(self.x[best]) - x) <= most else None

    def ends(self, shown: Range) -> tuple[float, float] | None:
        """Return the lowest and highest figure in a range, and where lines cross its ends; None without any."""
        first, last = int(np.searchsorted(self.x, shown.low, "left")), self.up_to(shown.high)
        parts = [self.low[first:last], self.high[first:last]]
        for at in (shown.low, shown.high):
            crossing = self._at(at)
            if crossing is not None:
                parts.append(np.array([crossing]))
        values = np.concatenate(parts)
        values = values[np.isfinite(values)]
        return (float(np.min(values)), float(np.max(values))) if len(values) else None

    def _at(self, x: float) -> float | None:
        """Return the height of the line between two points at a place."""
        after = int(np.searchsorted(self.x, x, "left"))
        if not 0 < after < len(self.x):
            return None
        return float(np.interp(x, self.x[after - 1 : after + 1], self.high[after - 1 : after + 1]))
