"""Bars on top of each other, one item of the library for each; presumed ones hatched, announced ones open."""

from explorer.charts.plot.bars import BROKEN, bar_item, set_box
from explorer.charts.plot.frame import Frame
from explorer.charts.plot.hatching import HatchedBox, Hatching
from explorer.charts.plot.plot import BARS, Plot
from explorer.charts.plot.stacking import steps, visible_step
from explorer.charts.spec import Series
from explorer.data.controls.quarters import PRESUMED
from explorer.data.controls.status import ANNOUNCED

EDGE = 1.2


class StackedBarItems:
    """A bar for each point on top of those of the series before."""

    def __init__(self, plot: Plot, series: tuple[Series, ...], colours: list[str]) -> None:
        self._series, self._colours, self._ground = series, colours, plot.theme.surface
        self._layers = steps(series)
        self.bars = [
            [
                bar_item(plot, colour if line.certainty not in (PRESUMED, ANNOUNCED) else self._ground)
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
                if line.certainty == PRESUMED:
                    edges.append(HatchedBox(box, colour, self._ground, colour, EDGE))
                elif line.certainty == ANNOUNCED:
                    edges.append(HatchedBox(box, "", "", colour, EDGE, BROKEN))
                else:
                    edges.append(HatchedBox(box, "", "", self._ground, EDGE / 2))
        self._edges.show_boxes(edges)
