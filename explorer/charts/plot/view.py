"""A plot in a window: it draws a chart, finds points under the pointer, and shows a range that a reader chooses."""

from datetime import date

import shiboken6
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from explorer.charts.plot.crosshair import Crosshair
from explorer.charts.plot.frame import Hit
from explorer.charts.plot.library import pg
from explorer.charts.plot.measured import add_region
from explorer.charts.plot.overview import Overview
from explorer.charts.plot.plot import NO_INDEX, Plot
from explorer.charts.plot.pointer import Pointer
from explorer.charts.plot.shape import Shape
from explorer.charts.zoom import (
    OVERVIEW_HEIGHT,
    SHORTEST,
    STEP,
    Range,
    can_zoom,
    has_overview,
    limited,
    moved,
    whole,
    zoomed,
)
from explorer.guard import guarded
from explorer.palette import Theme

DEFER_MS = 150


@guarded
class PlotView(pg.GraphicsView):  # type: ignore[misc]
    """Shows one chart; the page around it handles the wheel, menu and keys.

    Drag to choose a range, with Shift or the middle button to move it, with Ctrl to measure; the wheel with Ctrl
    zooms, a double click shows the whole chart. `rangeChanged` and `spanChanged` report a Range or None,
    `rangeSettled` that the range has been still for a moment, `asOfDragged` and `baseDragged` a day and whether the
    drag has ended, `nameClicked` the index of a series, `rowClicked` that of a row that opens a document,
    `placeClicked` the country of a map, `placeHovered` another one under the pointer, empty at sea.
    """

    hovered = Signal(object)
    appeared = Signal()
    shapeChanged = Signal()
    rangeChanged = Signal(object)
    rangeSettled = Signal()
    spanChanged = Signal(object)
    asOfDragged = Signal(date, bool)
    baseDragged = Signal(date, bool)
    nameClicked = Signal(int)
    rowClicked = Signal(int)
    placeClicked = Signal(str)
    placeHovered = Signal(str)

    def __init__(
        self, shape: Shape, theme: Theme, parent: QWidget | None = None, *, shown: Range | None = None
    ) -> None:
        super().__init__(parent, background=theme.surface)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.enableMouse(False)
        self.setAntialiasing(True)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)  # a picture of a long chart takes a gigabyte
        self.setMouseTracking(True)
        self.scene().setItemIndexMethod(NO_INDEX)
        self.measuring = False
        self.is_outdated = False
        self._has_appeared = False
        self.pointer = Pointer(self)
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(DEFER_MS)
        self._still.timeout.connect(self._draw_still)
        self._fill(shape, theme, shown)

    def useOpenGL(self, b: bool = True) -> None:
        """Use a viewport made in Python: for Qt's own, PySide would create the classes of all widgets."""
        if b:
            super().useOpenGL(b)
        else:
            self.setViewport(QWidget())

    # what is shown

    def _fill(self, shape: Shape, theme: Theme, shown: Range | None) -> None:
        """Make the items of a chart, with a range of it or as a whole."""
        spec, ratio = shape.spec, self.devicePixelRatioF()
        self.shape, self.theme = shape, theme
        self.plot = Plot(shape, theme, ratio=ratio, interactive=True)
        self.scene().addItem(self.plot)
        self._crosshair = Crosshair(self.plot)
        self.highlighted: int | None = None
        self._wanted: int | None = None
        self.span: Range | None = None
        self._region = add_region(self.plot)
        self._region.hide()
        self.limits = whole(spec)
        self.shown = self.limits
        self.can_zoom = can_zoom(spec)
        figures = shape.overview() if has_overview(spec) else None
        self.overview: Overview | None = None
        if figures is not None:
            self.overview = Overview(figures, self.limits, theme, ratio)
            self.scene().addItem(self.overview.item)
        if shown is not None and self.can_zoom:
            self.shown = limited(shown, self.limits, self.shortest)
            self.plot.ranges = self.shape.ranges_between(self.shown)

    def show_shape(self, shape: Shape, theme: Theme, shown: Range | None = None) -> None:
        """Show another chart, with a range of it or as a whole."""
        self.is_outdated = False
        self.pointer.begin_chart()
        self.setBackground(theme.surface)
        self._take_away()
        self._fill(shape, theme, shown)
        self.plot.keep_axis(self.pointer.kept_axis)
        self._lay_out()
        self.shapeChanged.emit()

    def reuse_for(self, shape: Shape) -> None:
        """Use the drawing for a chart that differs only in the as-of date and the ends of the axis."""
        self.shape = shape
        self.plot.reuse_for(shape)
        limits = whole(shape.spec)
        if limits == self.limits:
            return
        self.shown = limited(self.shown, limits, self.shortest) if self.is_zoomed else limits
        self.limits = limits
        self.plot.ranges = shape.ranges_between(self.shown) if self.is_zoomed else shape.ranges()
        if self.overview is not None:
            self.overview.limits = limits
        self.plot.keep_axis(self.pointer.kept_axis)
        self._lay_out()

    def _take_away(self) -> None:
        """Delete the items of the chart at once: Python would delete them later, and in another order."""
        for item in (self.plot, self.overview.item if self.overview is not None else None):
            if item is not None:
                shiboken6.delete(item)

    @property
    def overview_height(self) -> int:
        """The height of the strip below the plot, 0 without one."""
        return round(OVERVIEW_HEIGHT) if self.overview is not None else 0

    @property
    def shortest(self) -> float:
        """The shortest range that can be shown."""
        return SHORTEST.get(self.shape.spec.x.kind, 0.0)

    @property
    def is_zoomed(self) -> bool:
        """Whether a part of the chart is shown."""
        return self.shown != self.limits

    def set_range(self, shown: Range, *, free: bool = False) -> None:
        """Show a range of the chart; one that is `free` may go beyond its figures."""
        shown = shown if free else limited(shown, self.limits, self.shortest)
        if not self.can_zoom or shown == self.shown:
            return
        self.shown = shown
        self.highlight(None)
        self.plot.show_ranges(self.shape.ranges_between(shown), moving=True)
        self._still.start()
        if self.overview is not None:
            self.overview.show_range(shown)
        self.rangeChanged.emit(shown)

    @Slot()
    def _draw_still(self) -> None:
        """Draw a range that no longer moves as well as a file has it."""
        if shiboken6.isValid(self.plot) and self.plot.is_moving:
            self.plot.show_ranges(self.plot.ranges)
        self.rangeSettled.emit()

    def reset(self) -> None:
        """Show the whole chart."""
        self.set_range(self.limits)

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Change the length of the range around a place, by default its middle."""
        middle = (self.shown.low + self.shown.high) / 2 if at is None else at
        self.set_range(zoomed(self.shown, factor, middle, self.limits, self.shortest))

    def move_by(self, part: float) -> None:
        """Move the range by a part of its length."""
        self.set_range(moved(self.shown, part * self.shown.length, self.limits))

    def set_span(self, span: Range | None) -> None:
        """Mark a span that is measured, or none."""
        self.mark_span(span)
        if span != self.span:
            self.span = span
            self.spanChanged.emit(span)

    def mark_span(self, span: Range | None) -> None:
        """Mark a span without measuring it."""
        self._region.setVisible(span is not None)
        if span is not None:
            self._region.setRegion((span.low, span.high))

    # points

    def hits(self) -> list[Hit]:
        """Return the places of the points, in pixels of this view."""
        return self.plot.hits

    def highlight(self, index: int | None) -> None:
        """Mark a point, or none; before the plot has a size, once it has one."""
        self._wanted = index
        if not shiboken6.isValid(self.plot):
            return
        self.highlighted = index if index is not None and index < len(self.plot.hits) else None
        if self.highlighted is None:
            self._crosshair.hide()
            return
        hit = self.plot.hits[self.highlighted]
        self._crosshair.show_at([self.shape.mark(hit)])
        if self.can_zoom and hit.point is not None and hit.point.y is not None:
            self._crosshair.show_lines(hit.at, self.shape.axis_figure(hit.point, self.plot.ranges))

    # size and paint

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Lay the drawing out again."""
        super().resizeEvent(event)
        if hasattr(self, "plot") and shiboken6.isValid(self.plot) and not self.is_outdated:
            self._lay_out()

    def _lay_out(self) -> None:
        width, height = self.width(), self.height() - self.overview_height
        self.plot.resize_to(width, height)
        if self.overview is not None:
            area = self.plot.frame.area
            self.overview.shown = self.shown
            self.overview.place(area.left(), area.right(), height, width)
        if self._wanted is not None:
            self.highlight(self._wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and emit `appeared` once a chart is drawn."""
        super().paintEvent(event)
        if not self._has_appeared:
            self._has_appeared = True
            self.appeared.emit()

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture on a chart over time; leave other presses to the page."""
        event.setAccepted(self.pointer.press(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow a gesture, or report the point under the pointer."""
        self.pointer.move(QPointF(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a gesture; leave other releases to the page."""
        event.setAccepted(self.pointer.release(event))

    def cancel_gesture(self) -> bool:
        """End a gesture without an effect; return whether there was one."""
        return self.pointer.cancel()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the whole chart."""
        if self.can_zoom and self.is_zoomed:
            self.reset()
        else:
            event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """Report that no point is under the pointer any more."""
        self.pointer.leave()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl around the pointer; without, let the page scroll."""
        turns = event.angleDelta().y() / 120
        if not self.can_zoom or not event.modifiers() & Qt.KeyboardModifier.ControlModifier or not turns:
            event.ignore()
            return
        area = self.plot.frame.area
        x = min(max(event.position().x(), area.left()), area.right())
        self.zoom(STEP**-turns, self.plot.frame.x_at(x))
        event.accept()
