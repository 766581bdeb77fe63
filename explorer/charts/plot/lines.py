"""A series of figures over time: a line, dotted over long gaps, and a marker for each figure."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen

from explorer.charts.figures import is_arrow, is_known, scaled
from explorer.charts.plot.bounds import DOT
from explorer.charts.plot.crop import MOST_POINTS, Bounds, Flags, Path, cropped, near, thinned
from explorer.charts.plot.frame import Frame
from explorer.charts.plot.library import pg
from explorer.charts.plot.painting import OWN_DASH
from explorer.charts.plot.plot import LINES, MARKERS, Plot
from explorer.charts.spec import Axis, Series
from explorer.data.supply.price_points import SPARSE

DENSE_DOT, HOLLOW_DOT = 1.7, 2.6
# More corners than these are drawn faster, and more markers from pictures of them; not in files.
FAST, FAST_WHILE_MOVING, MOST_DRAWN_MARKERS = 1_500, 300, 120
RING, RING_WIDTH = 3.5, 1.2
NO_PEN = QPen(pg.QtCore.Qt.PenStyle.NoPen)


class LineItems:
    """The items of one series; a line joins neighbouring figures, and ends at a gap and at a bound."""

    def __init__(self, plot: Plot, series: Series, colour: str, x_axis: Axis, y_axis: Axis) -> None:
        self._plot, self._series, self._colour = plot, series, colour
        width = 1.4 if series.background else 1.9
        dash = OWN_DASH if series.own else (4.0, 3.0) if series.background else ()
        self._dash, self._is_fast = dash, False
        self._pen = plot.pen(colour, width, dash)
        self.line = plot.add(pg.PlotDataItem(pen=self._pen, antialias=True), LINES)
        points = series.points
        self._drawn = [i for i, p in enumerate(points) if is_known(y_axis, p) and not is_arrow(series, p)]
        x = np.array([p.x for p in points], dtype=float)
        y = np.full(len(points), np.nan)
        for i in self._drawn:
            y[i] = scaled(y_axis, points[i].y or 0.0)
        near = np.ones(len(points), dtype=bool)
        near[-1:] = False
        far = np.zeros(len(points), dtype=bool)
        if x_axis.kind == "date" and len(points):
            near[:-1] = np.diff(x) <= SPARSE
            far[:-1] = ~near[:-1]
        known = np.isfinite(y)
        both = np.zeros(len(points), dtype=bool)
        both[:-1] = known[:-1] & known[1:]
        self._path = Path(x, y, both & near)
        self._gaps = Path(x, y, both & far)
        self._sparse: pg.PlotCurveItem | None = None
        if self._gaps.joined.any():
            pen = plot.pen(colour, 1.2, (1.2, 3.2))
            self._sparse = plot.add(pg.PlotCurveItem(pen=pen, antialias=True), LINES)
        self.markers = plot.add(pg.ScatterPlotItem(pxMode=True, antialias=True, useCache=False), MARKERS)
        self._flagged = np.array([p.flag in ("e", "p", "o") for p in points], dtype=bool)
        self._marked: tuple[bool, tuple[int, ...]] | None = None
        plot.follow(self.place)

    def place(self, frame: Frame) -> None:
        """Draw the part of the line that the frame shows."""
        shown = frame.ranges
        bounds = Bounds(shown.x_low, shown.x_high, shown.y_low, shown.y_high)
        line = self._path
        if not self._plot.complete:
            line = thinned(near(line, bounds), round(frame.area.width()))
        line = cropped(line, bounds)
        if not self._plot.complete:
            self._set_fast(len(line.x) > (FAST_WHILE_MOVING if self._plot.is_moving else FAST))
        self.line.setData(x=line.x, y=line.y, connect=_connected(line.joined))
        if self._sparse is not None:
            gaps = cropped(self._gaps, bounds)
            self._sparse.setData(x=gaps.x, y=gaps.y, connect=_connected(gaps.joined))
        self._mark(frame)

    def _set_fast(self, on: bool) -> None:
        """Draw a line of very many corners thin and without smoothing, which takes a tenth of the time."""
        if on != self._is_fast:
            self._is_fast = on
            dash = self._dash if self._series.own else ()
            self.line.setPen(self._plot.pen(self._colour, 1.0, dash) if on else self._pen)
            self.line.opts["antialias"] = self.line.curve.opts["antialias"] = not on

    def _mark(self, frame: Frame) -> None:
        """Draw a marker at each figure shown; where there are very many, only at those with a flag."""
        x, y, shown = self._path.x, self._path.y, frame.ranges
        slack_x, slack_y = frame.across(0.5), frame.down(0.5)
        with np.errstate(invalid="ignore"):
            inside = (
                (x >= shown.x_low - slack_x)
                & (x <= shown.x_high + slack_x)
                & (y >= shown.y_low - slack_y)
                & (y <= shown.y_high + slack_y)
            )
        indices = np.flatnonzero(inside)
        if len(indices) > MOST_POINTS:
            indices = np.flatnonzero(inside & self._flagged)
        dense = len(indices) * 9 > frame.area.width()
        marked = dense, tuple(indices.tolist())
        if marked != self._marked:
            self._marked = marked
            self._set_markers(marked[1], DENSE_DOT if dense else DOT)

    def _set_markers(self, indices: Sequence[int], radius: float) -> None:
        surface, colour = self._plot.theme.surface, self._colour
        hollow_pen, brush, ground = (
            self._plot.pen(colour, 1.7),
            QBrush(QColor(colour)),
            QBrush(QColor(surface)),
        )
        sizes, symbols, pens, brushes = [], [], [], []
        for i in indices:
            flag = self._series.points[i].flag
            hollow = flag in ("e", "p")
            sizes.append(2 * (max(radius, HOLLOW_DOT) if hollow else radius))
            symbols.append(ringed(radius) if flag == "o" else "o")
            pens.append(hollow_pen if hollow else NO_PEN)
            brushes.append(ground if hollow else brush)
        self.markers.opts["useCache"] = not self._plot.complete and len(indices) > MOST_DRAWN_MARKERS
        places = list(indices)
        self.markers.setData(
            x=self._path.x[places],
            y=self._path.y[places],
            size=sizes,
            symbol=symbols,
            pen=pens,
            brush=brushes,
        )


def _connected(joined: Flags) -> np.ndarray:
    return joined.astype(np.int32)


def ringed(radius: float) -> QPainterPath:
    """Return the marker of an outlier, a dot in a ring, for a marker with the diameter of the dot as its size."""
    unit = 1 / (2 * radius)
    path = QPainterPath()
    for outer in (radius, radius + RING + RING_WIDTH / 2, radius + RING - RING_WIDTH / 2):
        reach = outer * unit
        path.addEllipse(QRectF(-reach, -reach, 2 * reach, 2 * reach))
    return path
