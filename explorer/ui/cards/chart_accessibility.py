"""Connects the charts with screen readers: their interfaces, and the focus that keys move.

The interfaces are imported when a screen reader first asks for one.
"""

import atexit
from functools import cache
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtGui import QAccessible

if TYPE_CHECKING:
    from explorer.charts.plot.view import PlotView
    from explorer.ui.cards.chart_interfaces import ChartInterface

# Qt asks for an interface by the names of an object's classes.
PLOT_CLASS = "PlotView"

_charts: list["ChartInterface"] = []


@cache
def install() -> None:
    """Register the interfaces of plots with Qt, for whenever a screen reader starts."""
    QAccessible.installFactory(_interface)
    atexit.register(_let_go)


def _interface(class_name: str, item: Any) -> "ChartInterface | None":
    if class_name != PLOT_CLASS:
        return None
    from explorer.ui.cards.chart_interfaces import ChartInterface

    _charts[:] = [c for c in _charts if shiboken6.isValid(c)]
    _charts.append(ChartInterface(item))
    return _charts[-1]


def _let_go() -> None:
    """Remove all interfaces before Python deletes them, which Qt would do once more."""
    for chart in _charts:
        chart.remove_points()
        if shiboken6.isValid(chart):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(chart))
    _charts.clear()


def focus_point(plot: "PlotView", index: int | None) -> None:
    """Move the focus of screen readers, which speak what has it, to a point that keys have reached, or to the chart."""
    if not QAccessible.isActive():
        return
    from explorer.ui.cards.chart_interfaces import ChartInterface

    chart = QAccessible.queryAccessibleInterface(plot)
    if isinstance(chart, ChartInterface):
        chart.focus(plot.hits()[index] if index is not None else None)
