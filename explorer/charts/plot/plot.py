"""A chart as items of the plotting library: a view box with the figures, and around it axes and names.

Window and files show the same plot: a file has it painted by `paint_plot`, a window in a view.
"""

from collections.abc import Callable
from contextlib import closing
from typing import Any

import shiboken6
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QGraphicsView, QStyleOptionGraphicsItem

from explorer.charts.plot.frame import Frame, Hit, Margins, Ranges, frame_of
from explorer.charts.plot.library import pg
from explorer.charts.plot.page_painter import PagePainter
from explorer.charts.plot.painting import fixed_pen, restored
from explorer.charts.plot.shape import Shape
from explorer.palette import Theme

# Items of the library change their size without telling the index of a scene, which then keeps what is deleted.
NO_INDEX = QGraphicsScene.ItemIndexMethod.NoIndex
# The order of drawing: in the view box, and around it below and above the view box.
BELOW, ABOVE = -1.0, 1.0
AS_OF, REFERENCE, AREAS, CONTROLS, BARS, LINES, MARKERS = -7.0, -6.0, -5.0, -4.0, 0.0, 1.0, 2.0


class Plot(pg.GraphicsWidget):  # type: ignore[misc]
    """The items of one chart. `placed` reports that they have moved.

    `ratio` is the number of pixels of the device in a logical pixel; `complete` is set in files, where no point is left
    out because others cover it; `interactive` in a window, where lines have handles. The library's own plot item builds
    about 80 widgets for menus that nobody sees.
    """

    placed = Signal()

    def __init__(
        self,
        shape: Shape,
        theme: Theme,
        *,
        ratio: float = 1.0,
        complete: bool = False,
        interactive: bool = False,
        box: pg.ViewBox | None = None,
    ) -> None:
        super().__init__()
        self.chart_shape, self.theme = shape, theme
        self.complete, self.interactive = complete, interactive
        self._ratio = ratio
        self.is_moving = False
        self._followers: list[Callable[[Frame], None]] = []
        self._kept: Frame | None = None
        self.ranges = shape.ranges()
        self.box = box if box is not None else pg.ViewBox(enableMenu=False, enableMouse=False)
        self.box.setParentItem(self)
        self.box.setZValue(0)
        self.box.disableAutoRange()
        self.box.invertY(self.ranges.downwards)
        self.box.setFlag(QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape, False)
        self.frame: Frame = frame_of(1, 1, Margins(0, 0, 0, 0), self.ranges)
        self._hits: list[Hit] | None = None
        self.as_of: Any = None
        self.base: Any = None
        self.control_dates: Any = None
        self.names: list[tuple[QRectF, int]] = []
        shape.build(self)

    def pen(self, colour: str, width: float, dash: tuple[float, ...] = ()) -> QPen:
        """Return a pen for items in the view box, with a width in logical pixels."""
        return fixed_pen(colour, width, dash, self._ratio)

    def add(self, item: Any, z: float) -> Any:
        """Add an item in data coordinates, and return it."""
        self.box.addItem(item, ignoreBounds=True)
        item.setZValue(z)  # afterwards: the box raises items that are below it
        return item

    def lay(self, item: Any, z: float) -> Any:
        """Add an item in pixels of the plot, and return it."""
        item.setParentItem(self)
        item.setZValue(z)
        return item

    def follow(self, place: Callable[[Frame], None]) -> None:
        """Call a function with the frame whenever the size or ranges change."""
        self._followers.append(place)

    def resize_to(self, width: float, height: float) -> None:
        """Lay the plot out for a size in logical pixels."""
        self.resize(width, height)
        self._place()

    def show_ranges(self, ranges: Ranges, *, moving: bool = False) -> None:
        """Show other ranges; while they move, long lines are drawn faster."""
        self.ranges, self.is_moving = ranges, moving
        self._place()

    def reuse_for(self, shape: Shape) -> None:
        """Use the drawing for a chart that differs only in the as-of date, whose line is moved."""
        self.chart_shape = shape
        if self.as_of is not None:
            self.as_of.move(shape.spec.context.as_of)

    def keep_axis(self, frame: Frame | None) -> None:
        """Keep the horizontal axis of a frame, whatever the chart itself needs; None for its own axis."""
        if frame is not self._kept:
            self._kept = frame
            self._place()

    @property
    def hits(self) -> list[Hit]:
        """The places of the points, located when they are first asked for; none before the plot has a size."""
        if self.size().isEmpty():
            return []
        if self._hits is None:
            self._hits = self.chart_shape.hits(self.frame)
        return self._hits

    def hit_at(self, position: QPointF) -> int | None:
        """Return the index of the point under or near a position in pixels of the plot."""
        return self.chart_shape.hit_at(self.frame, self.hits, position)

    def name_at(self, position: QPointF) -> int | None:
        """Return the index of the series whose name is at a position in pixels of the plot."""
        return next((index for box, index in self.names if box.contains(position)), None)

    def _place(self) -> None:
        size, ranges = self.size(), self.ranges
        if size.isEmpty():
            return
        margins = self.chart_shape.margins(size.width(), size.height(), ranges)
        if self._kept is not None:
            ranges = replace(ranges, x_low=self._kept.ranges.x_low, x_high=self._kept.ranges.x_high)
            right = self._kept.whole.right() - self._kept.area.right()
            margins = replace(margins, left=self._kept.area.left(), right=right)
        self.frame = frame_of(size.width(), size.height(), margins, ranges)
        self.box.setGeometry(self.frame.area)
        self.box.setRange(
            xRange=(ranges.x_low, ranges.x_high), yRange=(ranges.y_low, ranges.y_high), padding=0
        )
        self.box.updateMatrix()  # the library would do so while painting, and paint again
        for place in self._followers:
            place(self.frame)
        self._hits = None
        self.placed.emit()


class _View(QGraphicsView):
    """The view from which the library takes the size of a pixel, and the signals that it asks of one."""

    sigDeviceRangeChanged = Signal(object, object)
    sigDeviceTransformChanged = Signal(object)


class OffScreen:
    """A plot of a size that no window shows, kept in a scene for as long as it is needed."""

    def __init__(self, shape: Shape, theme: Theme, width: float, height: float) -> None:
        self._scene = pg.GraphicsScene()
        self._scene.setItemIndexMethod(NO_INDEX)
        self._view = _View(self._scene)
        self.plot = Plot(shape, theme, complete=True)
        self._scene.addItem(self.plot)
        self.plot.resize_to(width, height)

    def close(self) -> None:
        """Delete the scene with the items in it; Python would delete them in another order, which crashes Qt."""
        for owner in (self._view, self._scene):
            if shiboken6.isValid(owner):
                shiboken6.delete(owner)

    def paint(self, painter: PagePainter) -> None:
        """Paint the plot with its corner at the origin of the painter."""
        with restored(painter):
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.set_plot_transform(painter.transform())
            try:
                _paint(painter, self.plot)
            finally:
                painter.set_plot_transform(None)


def paint_plot(painter: PagePainter, shape: Shape, theme: Theme, box: QRectF) -> None:
    """Paint a chart into a box in the painter's units, which are logical pixels.

    Lines are drawn as paths, which a brush left by what was painted before would fill.
    """
    with restored(painter):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.translate(box.topLeft())
        with closing(OffScreen(shape, theme, box.width(), box.height())) as scene:
            scene.paint(painter)


def _paint(painter: PagePainter, item: QGraphicsItem) -> None:
    """Paint an item and those in it, in the order in which a scene paints them."""
    if not item.isVisible():
        return
    item.boundingRect()  # some items of the library measure the view only here
    with restored(painter):
        painter.setTransform(item.sceneTransform())
        painter.setOpacity(item.effectiveOpacity())
        if not isinstance(item, pg.ViewBox):  # it would paint the frame that it does not have
            item.paint(painter, QStyleOptionGraphicsItem(), None)
    for child in item.childItems():
        _paint(painter, child)
