"""Stacked areas: one step per year, as high as its figure; a year that is not on file stays empty."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor

from explorer.charts.colours import series_colour
from explorer.charts.plot.frame import Frame
from explorer.charts.plot.hatching import HatchedBox, Hatching
from explorer.charts.plot.legend import Swatch, area_ends, area_swatch
from explorer.charts.plot.library import pg
from explorer.charts.plot.names import Part
from explorer.charts.plot.plot import AREAS, Plot
from explorer.charts.plot.stacking import steps, visible_step
from explorer.charts.plot.time_items import TimeItems
from explorer.charts.spec import Series

FINE = 0.8
GAP = 0.01


class StackedAreaItems:
    """An item for each area, filled from zero to its top: areas further down cover it."""

    def __init__(self, plot: Plot, series: tuple[Series, ...]) -> None:
        self._ground = plot.theme.surface
        self._colours = [series_colour(series, i, plot.theme) for i in range(len(series))]
        self._layers = steps(series)
        self.areas = [
            plot.add(
                pg.PlotDataItem(
                    pen=plot.pen(self._ground, FINE),
                    fillLevel=0.0,
                    fillBrush=QBrush(QColor(colour)),
                    antialias=True,
                ),
                AREAS + 0.5 * (1 - (i + 1) / (len(series) + 1)),
            )
            for i, colour in enumerate(self._colours)
        ]
        self._hatching = plot.add(Hatching(), AREAS + 0.6)
        plot.follow(self.place)

    def place(self, frame: Frame) -> None:
        """Draw the steps inside the frame, estimated years hatched."""
        hatched: list[HatchedBox] = []
        for layer, area, colour in zip(self._layers, self.areas, self._colours, strict=True):
            shown = [
                (point, box) for _, point, whole in layer if not (box := visible_step(whole, frame)).isNull()
            ]
            x, y, joined = _edges([box for _, box in shown])
            area.setData(x=x, y=y, connect=joined)
            hatched += [
                HatchedBox(box, colour, self._ground, colour, 0.8, (), 2.2)
                for point, box in shown
                if point.flag in ("e", "p")
            ]
        self._hatching.show_boxes(hatched)


class AreaItems(TimeItems):
    """The items of a chart of areas on top of each other; names are beside their right edges."""

    def _add_series(self) -> None:
        StackedAreaItems(self._plot, self._spec.series)

    def _end_parts(self, frame: Frame) -> list[Part]:
        series = self._spec.series
        return area_ends(frame, series, area_places(series, frame), self._theme, self._end_gap)

    def _swatch(self) -> Swatch:
        return area_swatch(self._spec.series, self._theme)


def _edges(boxes: list[QRectF]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the line over the steps from zero and back, and which of its points are joined to the next.

    Steps that are not neighbours have lines of their own, so that no edge covers the axis between them.
    """
    x: list[float] = []
    y: list[float] = []
    joined: list[int] = []
    for n, box in enumerate(boxes):
        starts = n == 0 or box.left() > boxes[n - 1].right() + GAP
        ends = n + 1 == len(boxes) or boxes[n + 1].left() > box.right() + GAP
        x += [box.left()] * starts + [box.left(), box.right()] + [box.right()] * ends
        y += [0.0] * starts + [box.bottom()] * 2 + [0.0] * ends
        joined += [1] * starts + [1, 1] + [0] * ends
    return np.array(x), np.array(y), np.array(joined, dtype=np.int32)


def area_places(series: tuple[Series, ...], frame: Frame) -> list[QPointF | None]:
    """Return the middle of each area's right edge; an area that ended before the last year is named at the bottom."""
    layers = [
        [box for _, _, step in layer if not (box := visible_step(step, frame)).isNull()]
        for layer in steps(series)
    ]
    last = max((box.right() for layer in layers for box in layer), default=0.0)
    ends: list[QPointF | None] = []
    for layer in layers:
        high = [box for box in layer if box.height() > 0]
        box = high[-1] if high else QRectF()
        if not high:
            ends.append(None)
        elif box.right() < last - 1e-6:
            ends.append(QPointF(frame.px(box.right()), frame.area.bottom()))
        else:
            ends.append(QPointF(frame.px(box.right()), frame.py(box.center().y())))
    return ends
