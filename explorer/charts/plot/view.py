"""A plot in a window: it draws a chart and reports the point under the pointer."""

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QWidget

from explorer.charts.plot.frame import Hit
from explorer.charts.plot.items import Canvas, Plot, populate
from explorer.charts.spec import ChartSpec
from explorer.guard import guarded
from explorer.palette import Theme


@guarded
class PlotView(pg.GraphicsView):  # type: ignore[misc]
    """Shows one chart; the page around it handles wheel, menu and keys."""

    hovered = Signal(object)
    appeared = Signal()

    def __init__(self, spec: ChartSpec, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=theme.surface)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.enableMouse(False)
        self.setMouseTracking(True)
        self._plot = Plot()
        self.setCentralItem(self._plot)
        self._over: int | None = None
        self._has_appeared = False
        self.canvas: Canvas = populate(self._plot, spec, theme)

    def show_spec(self, spec: ChartSpec, theme: Theme) -> None:
        """Show another chart: filling a plot again is faster than creating one."""
        self._over = None
        self.setBackground(theme.surface)
        self.canvas.take_away()
        self.canvas = populate(self._plot, spec, theme)
        self.canvas.resize(self.width(), self.height())

    def hits(self) -> list[Hit]:
        """Return the places of the points, in pixels of this view."""
        return self.canvas.hits

    def highlight(self, index: int | None) -> None:
        """Draw a ring around a point."""
        self.canvas.highlight(index)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Lay the drawing out again."""
        super().resizeEvent(event)
        if hasattr(self, "canvas"):
            self.canvas.resize(self.width(), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and emit `appeared` once a chart is drawn: at first a view is empty."""
        super().paintEvent(event)
        if self.canvas.is_painted and not self._has_appeared:
            self._has_appeared = True
            self.appeared.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Report the point under the pointer, or that the pointer left one."""
        self._hover(self.canvas.hit_at(QPointF(event.position())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave presses to the page."""
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave releases to the page."""
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """Report that no point is under the pointer any more."""
        self._hover(None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def _hover(self, index: int | None) -> None:
        if index != self._over:
            self._over = index
            self.hovered.emit(index)
