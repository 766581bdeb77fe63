"""How high a chart wants to be, known before anything is drawn."""

from explorer.charts import parts_names, parts_rows
from explorer.charts.spec import ChartSpec

MIN_TIME_HEIGHT, MAX_TIME_HEIGHT = 230.0, 420.0
MIN_POINTS_HEIGHT, MAX_POINTS_HEIGHT = 380.0, 640.0
TIGHT, TIGHTEST = 0.84, 0.7
GOOD_PLOT, LEAST_PLOT = 200.0, 120.0
GOOD_POINTS, LEAST_POINTS = 330.0, 210.0


def preferred_height(spec: ChartSpec, width: float) -> float:
    """Return the height, in logical pixels, at which a chart of that width looks well."""
    if spec.horizontal:
        return parts_rows.preferred_height(spec, width)
    if spec.scattered:
        return min(max(MIN_POINTS_HEIGHT, 0.6 * width), MAX_POINTS_HEIGHT) + _legend(spec, width)
    return min(max(MIN_TIME_HEIGHT, 0.42 * width), MAX_TIME_HEIGHT) + _legend(spec, width)


def good_height(spec: ChartSpec, width: float) -> float:
    """Return the height from which on a chart looks well on a sheet."""
    if spec.horizontal:
        return TIGHT * preferred_height(spec, width)
    return (GOOD_POINTS if spec.scattered else GOOD_PLOT) + _legend(spec, width)


def least_height(spec: ChartSpec, width: float) -> float:
    """Return the height from which on a chart can be read, if closely set."""
    if spec.horizontal:
        return TIGHTEST * preferred_height(spec, width)
    return (LEAST_POINTS if spec.scattered else LEAST_PLOT) + _legend(spec, width)


def _legend(spec: ChartSpec, width: float) -> float:
    if spec.scattered:
        return parts_names.legend_height(tuple(s.name for s in spec.series), width)
    return parts_names.legend_height(parts_names.legend_names(spec, width), width)
