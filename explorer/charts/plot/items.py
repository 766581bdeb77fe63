"""A chart drawn on a plot, in the same way for window, file and print.

The plot has the ranges and the mapping; the drawing is one item that paints in the plot's pixels. A device that
scales the painter thus scales pens, markers and text alike.
"""

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsGridLayout, QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from explorer.charts.plot.frame import Frame, Hit, Margins
from explorer.charts.plot.shapes import parts, shown_range
from explorer.charts.spec import ChartSpec
from explorer.guard import guarded
from explorer.palette import Theme


class Plot(pg.GraphicsWidget):  # type: ignore[misc]
    """A view box in a frame. It has no axes, no menu and no mouse, which leaves wheel and pointer to the page.

    The library's own plot builds about 80 menu widgets, shown or not, and each change of the style sheet
    applies to them all.
    """

    def __init__(self) -> None:
        super().__init__()
        self.vb = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        self.vb.disableAutoRange()
        self._around = QGraphicsGridLayout()
        self._around.setSpacing(0)
        self._around.addItem(self.vb, 0, 0)
        self.setLayout(self._around)

    def lay_out(self, width: float, height: float, margins: Margins) -> None:
        """Set the size, in logical pixels, and the margins around the view box."""
        self._around.setContentsMargins(margins.left, margins.top, margins.right, margins.bottom)
        self.resize(width, height)
        self._around.activate()


@guarded
class Canvas(pg.GraphicsObject):  # type: ignore[misc]
    """Paints a chart on a plot; `hits` are the places of its points in the plot's pixels.

    `highlighted` is the index of the point with a ring, None if there is none.
    """

    def __init__(self, plot: Plot, spec: ChartSpec, theme: Theme) -> None:
        super().__init__()
        self._plot, self.spec, self.theme = plot, spec, theme
        self._parts = parts(spec)
        self.highlighted: int | None = None
        self.is_painted = False
        self.hits: list[Hit] = []
        self.setParentItem(plot)
        self.setZValue(10)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption, False)
        plot.vb.sigRangeChanged.connect(self._refresh)

    def frame(self) -> Frame:
        """Return the current area and ranges of the view box."""
        area = self._plot.vb.geometry()
        (x_low, x_high), (y_low, y_high) = self._plot.vb.viewRange()
        size = self._plot.size()
        return Frame(
            QRectF(0, 0, size.width(), size.height()),
            area,
            x_low,
            x_high,
            y_low,
            y_high,
            self.spec,
            self.theme,
        )

    def resize(self, width: float, height: float) -> None:
        """Lay the plot out for a size in logical pixels and locate its points."""
        margins: Margins = self._parts.margins(self.spec, width, height)
        self.prepareGeometryChange()
        self._plot.lay_out(width, height, margins)
        self._refresh()

    def highlight(self, index: int | None) -> None:
        """Draw a ring around the point of an index in `hits`, or remove the ring."""
        self.highlighted = index
        self.update()

    def hit_at(self, position: QPointF) -> int | None:
        """Return the index of the point under or near a position, None if there is none."""
        found: int | None = self._parts.hit_at(self.frame(), self.hits, position)
        return found

    def take_away(self) -> None:
        """Remove this drawing from the plot."""
        self._plot.vb.sigRangeChanged.disconnect(self._refresh)
        self.setParentItem(None)
        if self.scene() is not None:
            self.scene().removeItem(self)

    def boundingRect(self) -> QRectF:
        """Cover the whole plot."""
        size = self._plot.size()
        return QRectF(0, 0, size.width(), size.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw every part in order, the highlighted point last."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        frame = self.frame()
        self._parts.paint(painter, frame)
        if self.highlighted is not None and self.highlighted < len(self.hits):
            self._parts.paint_highlight(painter, frame, self.hits[self.highlighted])
        self.is_painted = True

    def _refresh(self, *_: object) -> None:
        self.hits = self._parts.hits(self.frame())
        self.update()


def populate(plot: Plot, spec: ChartSpec, theme: Theme) -> Canvas:
    """Set the plot's ranges from a chart and return its drawing; `resize` it before use."""
    plot.vb.setRange(xRange=shown_range(spec, "x"), yRange=shown_range(spec, "y"), padding=0)
    plot.vb.invertY(spec.horizontal)
    return Canvas(plot, spec, theme)
