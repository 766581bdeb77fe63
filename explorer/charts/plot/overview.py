"""The whole of a chart over time in a low strip, with a window over the range shown: its edges can be dragged."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor

from explorer.charts.plot.crop import thinned
from explorer.charts.plot.figures import Figures
from explorer.charts.plot.frame import Frame, Margins, Ranges, frame_of
from explorer.charts.plot.library import pg
from explorer.charts.plot.names import Names, Part, Patch, Stroke
from explorer.charts.plot.painting import fixed_pen, pen
from explorer.charts.zoom import OVERVIEW_HEIGHT, Range
from explorer.palette import Theme

STRIP, TOP = 30.0, 10.0
GRIP, GRIP_WIDTH, GRIP_HEIGHT = 7.0, 7.0, 16.0
VEIL = 150


class Overview:
    """The strip below a plot. `part_at` says what of the window is under a position."""

    def __init__(self, figures: Figures, limits: Range, theme: Theme, ratio: float) -> None:
        self.limits, self._theme = limits, theme
        self._figures = figures
        self.item = pg.GraphicsWidget()
        self.box = pg.ViewBox(enableMenu=False, enableMouse=False)
        self.box.setParentItem(self.item)
        self.box.setZValue(0)
        self.box.disableAutoRange()
        line = fixed_pen(theme.muted, 1.0, (), ratio)
        self._line = pg.PlotDataItem(pen=line, fillBrush=QBrush(QColor(theme.track)), antialias=True)
        self.box.addItem(self._line, ignoreBounds=True)
        veil = QColor(theme.surface)
        veil.setAlpha(VEIL)
        nothing = pg.mkPen(None)
        self._veils = [
            pg.LinearRegionItem((0, 0), brush=QBrush(veil), pen=nothing, movable=False) for _ in range(2)
        ]
        for region in self._veils:
            self.box.addItem(region, ignoreBounds=True)
        self._edges = Names()
        self._edges.setParentItem(self.item)
        self._edges.setZValue(1)
        self.frame: Frame = frame_of(1, 1, Margins(0, 0, 0, 0), Ranges(0, 1, 0, 1))
        self.shown = limits

    def place(self, left: float, right: float, top: float, width: float) -> None:
        """Lay the strip out below a plot, in pixels of the view."""
        known = self._figures.high[self._figures.high == self._figures.high]
        high = float(known.max()) if len(known) else 1.0
        low = min(float(known.min()) if len(known) else 0.0, 0.0) if high > 0 else high - 1
        ranges = Ranges(self.limits.low, self.limits.high, low, max(high, low + 1e-9))
        margins = Margins(left, top + TOP, width - right, 0)
        self.frame = frame_of(width, top + TOP + STRIP, margins, ranges)
        self.item.setGeometry(QRectF(0, 0, width, top + OVERVIEW_HEIGHT))
        self.box.setGeometry(self.frame.area)
        self.box.setRange(
            xRange=(ranges.x_low, ranges.x_high), yRange=(ranges.y_low, ranges.y_high), padding=0
        )
        self.box.updateMatrix()
        path = thinned(self._figures.path(), round(self.frame.area.width()))
        self._line.setData(x=path.x, y=path.y, connect=path.joined.astype("int32"), fillLevel=None)
        self.show_range(self.shown)

    def show_range(self, shown: Range) -> None:
        """Move the window to another range."""
        self.shown = shown
        self._veils[0].setRegion((self.limits.low, shown.low))
        self._veils[1].setRegion((shown.high, self.limits.high))
        area, theme = self.frame.area, self._theme
        left, right = (
            self.frame.px(min(max(x, self.limits.low), self.limits.high)) for x in (shown.low, shown.high)
        )
        base, edge = pen(theme.border, 1.0), pen(theme.accent, 1.4)
        parts: list[Part] = [
            Stroke(area.bottomLeft(), area.bottomRight(), base),
            Stroke(area.topLeft(), area.topRight(), base),
            Stroke(QPointF(left, area.top()), QPointF(right, area.top()), edge),
            Stroke(QPointF(left, area.bottom()), QPointF(right, area.bottom()), edge),
        ]
        for x in (left, right):
            middle = area.center().y()
            grip = QRectF(x - GRIP_WIDTH / 2, middle - GRIP_HEIGHT / 2, GRIP_WIDTH, GRIP_HEIGHT)
            parts.append(Stroke(QPointF(x, area.top()), QPointF(x, area.bottom()), edge))
            parts.append(Patch(grip, theme.accent))
            line = pen(theme.accent_text, 1.0)
            parts.append(Stroke(QPointF(x, middle - 4), QPointF(x, middle + 4), line))
        self._edges.show_parts(
            QRectF(0, 0, self.frame.whole.width(), self.frame.whole.height() + GRIP), parts
        )

    def part_at(self, position: QPointF) -> str:
        """Return `low` or `high` at an edge of the window, `window` inside it, `strip` beside it, else nothing."""
        if not self.frame.area.adjusted(-GRIP, 0, GRIP, 0).contains(position):
            return ""
        for name, x in (("low", self.shown.low), ("high", self.shown.high)):
            if abs(self.frame.px(x) - position.x()) <= GRIP:
                return name
        return "window" if self.shown.holds(self.frame.x_at(position.x())) else "strip"
