"""The heights that a chart needs, in logical pixels, known before it is drawn."""

from explorer.charts.plot import bars, end_labels, strips, typeset
from explorer.charts.plot.axes import AXIS
from explorer.charts.plot.control_dates import BADGES, CAPTION
from explorer.charts.spec import ChartSpec

MIN_TIME_HEIGHT, MAX_TIME_HEIGHT = 230.0, 420.0
MIN_POINTS_HEIGHT, MAX_POINTS_HEIGHT = 380.0, 640.0
TIGHT, TIGHTEST, TIGHTEST_STACKED = 0.84, 0.7, 0.94
GOOD_PLOT, FAIR_PLOT, LEAST_PLOT = 200.0, 150.0, 120.0
GOOD_POINTS, FAIR_POINTS, LEAST_POINTS = 330.0, 240.0, 200.0
AROUND = CAPTION + BADGES + AXIS


def preferred_height(spec: ChartSpec, width: float) -> float:
    """Return the height, in logical pixels, at which a chart of a width has enough space."""
    if spec.horizontal:
        return bars.preferred_height(spec, width)
    if spec.scattered:
        return min(max(MIN_POINTS_HEIGHT, 0.6 * width), MAX_POINTS_HEIGHT) + _legend(spec, width)
    return min(max(MIN_TIME_HEIGHT, 0.42 * width), MAX_TIME_HEIGHT) + _legend(spec, width)


def good_height(spec: ChartSpec, width: float) -> float:
    """Return the least height at which an exported chart has enough space."""
    if spec.horizontal:
        return max(TIGHT, _least_part(spec, width)) * preferred_height(spec, width)
    return _with_names(spec, width, GOOD_POINTS if spec.scattered else GOOD_PLOT)


def fair_height(spec: ChartSpec, width: float) -> float:
    """Return the height that a plot keeps at the expense of control dates and notes.

    A single line is legible at the least height; several lines or named points need more.
    """
    if spec.horizontal or len(spec.series) < 2:
        return least_height(spec, width)
    return _with_names(spec, width, FAIR_POINTS if spec.scattered else FAIR_PLOT)


def least_height(spec: ChartSpec, width: float) -> float:
    """Return the least height at which a chart is legible."""
    if spec.horizontal:
        return _least_part(spec, width) * preferred_height(spec, width)
    return _with_names(spec, width, LEAST_POINTS if spec.scattered else LEAST_PLOT)


def _least_part(spec: ChartSpec, width: float) -> float:
    """Return the part of the preferred height that rows need; strips with names above them need more of it."""
    return TIGHTEST_STACKED if spec.rows and strips.stacked(spec, width) else TIGHTEST


def _with_names(spec: ChartSpec, width: float, plot: float) -> float:
    """Return the height of a plot with room for the names at the ends of its lines, and of its legend."""
    names = len(end_labels.end_names(spec, width)) * typeset.small().line
    return max(plot, names + AROUND) + _legend(spec, width)


def _legend(spec: ChartSpec, width: float) -> float:
    if spec.scattered:
        return end_labels.legend_height(tuple(s.name for s in spec.series), width)
    return end_labels.legend_height(end_labels.legend_names(spec, width), width)
