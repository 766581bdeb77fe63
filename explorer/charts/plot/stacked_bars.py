"""Bars on top of each other, one item of the library for each; presumed ones hatched, announced ones open."""

from PySide6.QtCore import QPointF, QRectF

from explorer.charts.colours import kind_colours
from explorer.charts.plot.bars import BROKEN, DOTTED, bar_item, set_box
from explorer.charts.plot.frame import Frame
from explorer.charts.plot.hatching import HatchedBox, Hatching
from explorer.charts.plot.legend import Swatch, sample_box
from explorer.charts.plot.names import Part, Patch
from explorer.charts.plot.plot import BARS, Plot
from explorer.charts.plot.stacking import steps, visible_step
from explorer.charts.plot.time_items import TimeItems
from explorer.charts.spec import Series
from explorer.data.controls.quarters import PRESUMED, YOUR_ENTRY
from explorer.data.controls.status import ANNOUNCED

EDGE = 1.2
# The edge of bars without a filling.
_OPEN = {ANNOUNCED: BROKEN, YOUR_ENTRY: DOTTED}


class StackedBarItems(TimeItems):
    """The items of a chart of bars on top of each other; their names are in the legend."""

    @property
    def _colours(self) -> list[str]:
        return kind_colours([s.status for s in self._spec.series], self._theme)

    def _add_series(self) -> None:
        PeriodStacks(self._plot, self._spec.series, self._colours)

    def _end_parts(self, frame: Frame) -> list[Part]:
        return []

    def _swatch(self) -> Swatch:
        colours = self._colours

        def swatch(index: int, at: QPointF) -> Part:
            box, colour, certainty = sample_box(at), colours[index], self._spec.series[index].certainty
            return _uncertain(box, colour, certainty, self._theme.surface) or Patch(box, colour)

        return swatch


def _uncertain(box: QRectF, colour: str, certainty: str, ground: str) -> HatchedBox | None:
    """Return the look of a bar that is presumed, announced or yours, None for others."""
    if certainty == PRESUMED:
        return HatchedBox(box, colour, ground, colour, EDGE)
    return HatchedBox(box, "", "", colour, EDGE, _OPEN[certainty]) if certainty in _OPEN else None


class PeriodStacks:
    """A bar for each point on top of those of the series before."""

    def __init__(self, plot: Plot, series: tuple[Series, ...], colours: list[str]) -> None:
        self._series, self._colours, self._ground = series, colours, plot.theme.surface
        self._layers = steps(series)
        self.bars = [
            [
                bar_item(plot, colour if line.certainty not in (PRESUMED, *_OPEN) else self._ground)
                for _ in layer
            ]
            for line, layer, colour in zip(series, self._layers, colours, strict=True)
        ]
        self._edges = plot.add(Hatching(), BARS)
        plot.follow(self.place)

    def place(self, frame: Frame) -> None:
        """Draw the bars inside the frame, each with an edge in the colour behind it."""
        edges: list[HatchedBox] = []
        for line, layer, items, colour in zip(
            self._series, self._layers, self.bars, self._colours, strict=True
        ):
            for (_, _, whole), item in zip(layer, items, strict=True):
                box = visible_step(whole, frame)
                set_box(item, box)
                if box.isEmpty():
                    continue
                edges.append(
                    _uncertain(box, colour, line.certainty, self._ground)
                    or HatchedBox(box, "", "", self._ground, EDGE / 2)
                )
        self._edges.show_boxes(edges)
