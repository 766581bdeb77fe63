"""The module that draws a chart and the geometry of its plot, without a window or the plotting library."""

from types import ModuleType

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from explorer.charts.plot import bars, scatter, time_series
from explorer.charts.plot.axes import scaled
from explorer.charts.plot.frame import Frame, Margins
from explorer.charts.spec import ChartSpec
from explorer.palette import Theme


def parts(spec: ChartSpec) -> ModuleType:
    """Return the module that lays a chart out, draws it and finds its points."""
    return bars if spec.horizontal else scatter if spec.scattered else time_series


def shown_range(spec: ChartSpec, side: str) -> tuple[float, float]:
    """Return the range of an axis in the numbers of the plot: logarithms on a log axis."""
    axis = spec.x if side == "x" else spec.y
    low, high = scaled(axis, axis.low), scaled(axis, axis.high)
    return (low, high) if high > low else (low, low + 1)


def frame(spec: ChartSpec, theme: Theme, width: float, height: float) -> Frame:
    """Return the frame of a plot of a size in logical pixels."""
    margins: Margins = parts(spec).margins(spec, width, height)
    area = QRectF(
        margins.left,
        margins.top,
        max(width - margins.left - margins.right, 0.0),
        max(height - margins.top - margins.bottom, 0.0),
    )
    whole = QRectF(0, 0, width, height)
    return Frame(whole, area, *shown_range(spec, "x"), *shown_range(spec, "y"), spec, theme)


def paint(painter: QPainter, spec: ChartSpec, theme: Theme, width: float, height: float) -> None:
    """Draw a plot of a size in logical pixels at the painter's origin; its scale holds for all that is drawn."""
    parts(spec).paint(painter, frame(spec, theme, width, height))
