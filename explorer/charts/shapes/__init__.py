"""The shapes of charts: one file each, chosen by the word in the description of a chart."""

from explorer.charts.plot.shape import Shape
from explorer.charts.shapes.around_event import AroundEvent
from explorer.charts.shapes.bars import Bars
from explorer.charts.shapes.metal_strips import MetalStrips
from explorer.charts.shapes.near_dates import NearDatesShape
from explorer.charts.shapes.periodic_table import PeriodicTable
from explorer.charts.shapes.scatter import Scatter
from explorer.charts.shapes.stacked_areas import StackedAreas
from explorer.charts.shapes.stacked_bars import StackedBars
from explorer.charts.shapes.strips import Strips
from explorer.charts.shapes.time_series import TimeSeries
from explorer.charts.shapes.timeline import Timeline
from explorer.charts.shapes.world_map import WorldMap
from explorer.charts.spec import ChartSpec, ShapeName

SHAPES: dict[ShapeName, type[Shape]] = {
    "time": TimeSeries,
    "around event": AroundEvent,
    "areas": StackedAreas,
    "stacked bars": StackedBars,
    "points": Scatter,
    "bars": Bars,
    "strips": Strips,
    "metal strips": MetalStrips,
    "timeline": Timeline,
    "map": WorldMap,
    "table": PeriodicTable,
    "dates": NearDatesShape,
}


def shape_of(spec: ChartSpec) -> Shape:
    """Return a chart in its shape."""
    return SHAPES[spec.shape](spec)
