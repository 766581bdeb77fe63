"""Points in the shape and the colour of their status, with their names and a legend of the shapes."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPolygonF

from explorer.charts.plot import label_places, legend, space, typeset
from explorer.charts.plot.axis import label_boxes
from explorer.charts.plot.frame import Frame
from explorer.charts.plot.library import pg
from explorer.charts.plot.names import Name, Names, Part, Patch, Stroke, Symbol, centred
from explorer.charts.plot.painting import pen
from explorer.charts.plot.plot import ABOVE, MARKERS, Plot
from explorer.charts.spec import Axis, Point, Series
from explorer.data.controls.pill import is_paused, kind_of
from explorer.palette import Theme

RADIUS, CORNERS, SMALL_DOT = 4.6, 0.92, 0.72
EDGE = 1.6
_CORNERS = {
    "other": ((-1.35, -0.62), (1.35, -0.62), (1.35, 0.62), (-1.35, 0.62)),
    "prohibition": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "technology": ((0, -1.25), (1.2, 0.9), (-1.2, 0.9)),
    "announced": ((0, 1.25), (1.2, -0.9), (-1.2, -0.9)),
}
_PAUSED_CORNERS = ((0, -1.35), (1.35, 0), (0, 1.35), (-1.35, 0))


def ink(theme: Theme, status: str) -> str:
    """Return the colour of points of a state: that of its kind, or of the kind that returns after a pause."""
    return theme.kind(kind_of(status)).ink


@cache
def outline(status: str) -> QPainterPath:
    """Return the shape of a state, for a marker of the size 1."""
    corners = _PAUSED_CORNERS if is_paused(status) else _CORNERS.get(status)
    path = QPainterPath()
    if corners is None:
        reach = 0.5 if status != "none" else 0.5 * SMALL_DOT
        path.addEllipse(QRectF(-reach, -reach, 2 * reach, 2 * reach))
    else:
        path.addPolygon(QPolygonF([QPointF(x, y) * (CORNERS / 2) for x, y in corners]))
        path.closeSubpath()
    return path


class ScatterItems:
    """One item for each series; estimates are hollow."""

    def __init__(
        self, plot: Plot, series: tuple[Series, ...], y_axis: Axis, x_axis: Axis, top: float
    ) -> None:
        self._plot, self._series, self._y, self._x, self._top = plot, series, y_axis, x_axis, top
        self.items = [plot.add(self._item(s), MARKERS) for s in series]
        self._names = plot.lay(Names(), ABOVE)
        plot.follow(self.place)

    def _item(self, series: Series) -> pg.ScatterPlotItem:
        item = pg.ScatterPlotItem(pxMode=True, antialias=True, useCache=False)
        item.setSymbol(outline(series.status))
        item.setSize(2 * RADIUS)
        item.setPen(self._plot.pen(ink(self._plot.theme, series.status), EDGE))
        return item

    def place(self, frame: Frame) -> None:
        """Draw the points inside the frame, and their names."""
        theme = self._plot.theme
        shown: list[Point] = []
        for series, item in zip(self._series, self.items, strict=True):
            points = [p for p in series.points if _shown(frame, p)]
            colour = QColor(ink(theme, series.status))
            brushes = [QBrush(QColor(theme.surface) if p.flag in ("e", "p") else colour) for p in points]
            item.setData(x=[p.x for p in points], y=[p.y for p in points], brush=brushes)
            shown += points
        self._names.show_parts(frame.whole, [*self._labels(frame, shown), *self._legend(frame)])

    def _labels(self, frame: Frame, shown: list[Point]) -> list[Name | Patch | Stroke]:
        """Name every point, by its symbol if there is no room; a line joins a distant name to its point."""
        small, theme, area = typeset.small(), self._plot.theme, frame.area
        places = [_at(frame, p) for p in shown]
        texts = [(p.label, p.symbol) if p.symbol else (p.label,) for p in shown]
        found = label_places.place(
            [(at.x(), at.y()) for at in places],
            [[small.width(t) for t in options] for options in texts],
            small.line - 2,
            RADIUS,
            label_places.Box(area.left() + 2, self._top - 8, frame.whole.right(), area.bottom() - 1),
            [
                label_places.Box(b.left(), b.top(), b.right(), b.bottom())
                for b in label_boxes(frame, self._y, self._series)
            ],
        )
        parts: list[Name | Patch | Stroke] = []
        for at, options, label in zip(places, texts, found, strict=True):
            if label is None:
                continue
            box = QRectF(QPointF(label.box.left, label.box.top), QPointF(label.box.right, label.box.bottom))
            if label.far:
                x = min(max(at.x(), box.left()), box.right())
                y = min(max(at.y(), box.top()), box.bottom())
                parts.append(Stroke(at, QPointF(x, y), pen(theme.muted, 0.7)))
            parts.append(Patch(box, theme.surface))
            parts.append(centred(box.left(), box.center().y(), options[label.choice], small, theme.text))
        return parts

    def _legend(self, frame: Frame) -> list[Part]:
        names = tuple(s.name for s in self._series)
        top = frame.area.bottom() + space.foot(self._x)
        return legend.legend(names, frame, top, self._plot.theme, self._swatch())

    def _swatch(self) -> legend.Swatch:
        def swatch(index: int, at: QPointF) -> Part:
            status = self._series[index].status
            return Symbol(
                at + QPointF(6, 0), outline(status), 2 * RADIUS, ink(self._plot.theme, status), EDGE
            )

        return swatch


def _at(frame: Frame, point: Point) -> QPointF:
    return QPointF(frame.px(point.x), frame.py(point.y or 0.0))


def _shown(frame: Frame, point: Point) -> bool:
    """Return whether a point has a figure and is inside the plot."""
    return point.y is not None and frame.shows(_at(frame, point))
