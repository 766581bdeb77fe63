"""A plot as screen readers see it: a chart with one child for each value in its CSV file.

The children are those of the range shown, since an export has that range; they are made when they are asked for. Qt
owns the interfaces that it has given a number, Python their methods: both let go of them together.
"""

from bisect import bisect_left
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication

from explorer.charts.plot.frame import Hit
from explorer.charts.plot.shape import Shape
from explorer.charts.zoom import rounded
from explorer.guard import guarded

if TYPE_CHECKING:
    from explorer.charts.plot.view import PlotView

Place = tuple[int, int]


@guarded
class ChartInterface(QAccessibleWidget):
    """A plot as a chart; `focused` is the point that the keys have reached."""

    def __init__(self, plot: "PlotView") -> None:
        super().__init__(plot, QAccessible.Role.Chart)
        self._plot = plot
        self._shape: Shape | None = None
        self._places: list[Place] = []
        self._points: dict[int, tuple[PointInterface, int]] = {}
        self._hits: tuple[list[Hit], dict[Place, Hit]] = ([], {})
        self.focused: int | None = None
        plot.shapeChanged.connect(self._points_changed)
        plot.rangeChanged.connect(self._points_changed)
        plot.destroyed.connect(self.remove_points)

    @property
    def shape(self) -> Shape:
        """The chart that is shown, with the range that an export would have."""
        if self._shape is None:
            plot = self._plot
            shown = rounded(plot.shown, plot.shape.spec.x)
            self._shape = plot.shape.spoken_between(shown) if plot.is_zoomed else plot.shape
            self._places = self._shape.csv_places()
        return self._shape

    @property
    def places(self) -> list[Place]:
        """The series and the index of each point, or the row and the index of each span, in order."""
        return self._places if self.shape else []

    def rect_of(self, place: Place) -> QRect:
        """Return where a point is on the screen, nothing where the plot does not show it."""
        hits = self._plot.hits()
        if self._hits[0] is not hits:
            self._hits = (hits, {(hit.series, hit.index): hit for hit in hits})
        hit = self._hits[1].get(place)
        if hit is None or not self._plot.isVisible():
            return QRect()
        return QRect(self._plot.mapToGlobal(hit.box.topLeft().toPoint()), hit.box.size().toSize())

    # what Qt asks for; its types in Python leave out that there may be no interface

    def childCount(self) -> int:
        """Return the number of points."""
        return len(self.places)

    def child(self, index: int) -> "PointInterface | None":  # type: ignore[override]
        """Return a point."""
        if not 0 <= index < len(self.places):
            return None
        if index not in self._points:
            point = PointInterface(self, index)
            self._points[index] = (point, QAccessible.registerAccessibleInterface(point))
        return self._points[index][0]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the index of a point."""
        return child.index if isinstance(child, PointInterface) else -1

    def childAt(self, x: int, y: int) -> "PointInterface | None":  # type: ignore[override]
        """Return the point at or near a place on the screen."""
        hit = self._plot.plot.hit_at(QPointF(self._plot.mapFromGlobal(QPoint(x, y))))
        return None if hit is None else self._point_at(self._plot.hits()[hit])

    def focusChild(self) -> "PointInterface | None":  # type: ignore[override]
        """Return the point that the keys have reached."""
        return None if self.focused is None else self.child(self.focused)

    def _point_at(self, hit: Hit) -> "PointInterface | None":
        place, places = (hit.series, hit.index), self.places
        index = bisect_left(places, place)
        return self.child(index) if places[index : index + 1] == [place] else None

    # what changes

    def focus(self, hit: Hit | None) -> None:
        """Move the focus of screen readers to a point, or to the chart."""
        point = self._point_at(hit) if hit is not None else None
        had_focus, self.focused = self.focused is not None, point.index if point is not None else None
        if point is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(point, QAccessible.Event.Focus))
        elif had_focus:
            self._focus_widget()

    def _focus_widget(self) -> None:
        """Return the focus of screen readers to the widget that has the keys, if the plot is in it."""
        widget = QApplication.focusWidget()
        if widget is not None and widget.isAncestorOf(self._plot):
            QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Focus))

    def _points_changed(self) -> None:
        had_focus = self.focused is not None
        self.remove_points()
        if had_focus:
            self._focus_widget()

    def remove_points(self) -> None:
        """Remove the points of a chart or range that is not shown any more."""
        points, self._points = self._points, {}
        self._shape, self.focused, self._hits = None, None, ([], {})
        for _, number in points.values():
            QAccessible.deleteAccessibleInterface(number)


@guarded
class PointInterface(QAccessibleInterface):
    """A point of a chart, or a span of a strip."""

    def __init__(self, chart: ChartInterface, index: int) -> None:
        super().__init__()
        self._chart, self.index = chart, index
        self._place = chart.places[index]

    def isValid(self) -> bool:
        """Return whether the chart is there; points of an earlier one are removed."""
        return shiboken6.isValid(self._chart) and self._chart.isValid()

    def object(self) -> None:  # type: ignore[override]
        """Return nothing, since a point is not an object of Qt."""

    def parent(self) -> ChartInterface:
        """Return the chart."""
        return self._chart

    def child(self, _index: int) -> None:  # type: ignore[override]
        """Return nothing."""

    def childCount(self) -> int:
        """Return 0."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Return that nothing is in a point."""
        return -1

    def childAt(self, _x: int, _y: int) -> None:  # type: ignore[override]
        """Return nothing."""

    def text(self, kind: QAccessible.Text) -> str:
        """Return the figure with its date or name, or what is known about it besides."""
        if kind == QAccessible.Text.Name:
            return self._chart.shape.spoken(*self._place)
        if kind == QAccessible.Text.Description:
            return "\n".join(self._chart.shape.spoken_details(*self._place))
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Change nothing: points are read only."""

    def role(self) -> QAccessible.Role:
        """Return the role of one of several."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Return whether the point has the focus and is on the screen."""
        state = QAccessible.State()
        state.readOnly = state.focusable = True
        state.focused = self._chart.focused == self.index
        state.offscreen = self.rect().isNull()
        return state

    def rect(self) -> QRect:
        """Return where the point is on the screen."""
        return self._chart.rect_of(self._place)
