"""The shapes of charts: one file each, chosen by the word in the description of a chart, imported when first needed."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from explorer.charts.plot.shape import Shape
from explorer.charts.spec import ChartSpec, ShapeName

# The module in this package and the class of each shape.
SHAPES: Mapping[ShapeName, str] = MappingProxyType(
    {
        "time": "time_series.TimeSeries",
        "around event": "around_event.AroundEvent",
        "areas": "stacked_areas.StackedAreas",
        "stacked bars": "stacked_bars.StackedBars",
        "points": "scatter.Scatter",
        "bars": "bars.Bars",
        "strips": "strips.Strips",
        "metal strips": "metal_strips.MetalStrips",
        "timeline": "timeline.Timeline",
        "map": "world_map.WorldMap",
        "table": "periodic_table.PeriodicTable",
        "dates": "near_dates.NearDatesShape",
    }
)


def shape_of(spec: ChartSpec) -> Shape:
    """Return a chart in its shape."""
    module, name = SHAPES[spec.shape].split(".")
    shape: Shape = getattr(import_module(f"{__name__}.{module}"), name)(spec)
    return shape
