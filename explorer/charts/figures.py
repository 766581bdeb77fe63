"""How the figure of a point is drawn: at its value or its logarithm, as a bound, or not at all. No Qt."""

import math

from explorer.charts.spec import Axis, Point, Series


def scaled(axis: Axis, value: float) -> float:
    """Return a value in the numbers of the plot: its logarithm on a log axis."""
    return math.log10(value) if axis.scale == "log" and value > 0 else value


def unscaled(axis: Axis, number: float) -> float:
    """Return the value of a number of the plot."""
    return 10.0**number if axis.scale == "log" else number


def is_known(axis: Axis, point: Point) -> bool:
    """Return whether a point has a figure, on a log axis one that has a logarithm."""
    return point.y is not None and (point.y > 0 or axis.scale == "linear")


def is_arrow(series: Series, point: Point) -> bool:
    """Return whether a point is drawn as an arrow, which a published bound is."""
    return point.is_bound and not series.joined_bounds


def range_ends(axis: Axis, point: Point) -> tuple[float, float] | None:
    """Return the ends of a published range in the numbers of the plot, None where it has none to draw."""
    if point.low is None or point.high is None or (point.low <= 0 and axis.scale == "log"):
        return None
    return scaled(axis, point.low), scaled(axis, point.high)
