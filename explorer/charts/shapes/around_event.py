"""Charts over the days before and after an event."""

from explorer.charts.shapes.time_series import TimeSeries
from explorer.charts.shapes.value_axes import ValueAxes


class AroundEvent(ValueAxes, TimeSeries):
    """Figures over days before and after an event."""
