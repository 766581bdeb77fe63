"""How high a chart wants to be, known before anything is drawn."""

from explorer.charts import parts_rows
from explorer.charts.spec import ChartSpec

MIN_TIME_HEIGHT, MAX_TIME_HEIGHT = 230.0, 420.0


def preferred_height(spec: ChartSpec, width: float) -> float:
    """Return the height, in logical pixels, at which a chart of that width looks well."""
    if spec.horizontal:
        return parts_rows.preferred_height(spec, width)
    return min(max(MIN_TIME_HEIGHT, 0.42 * width), MAX_TIME_HEIGHT)
