"""The tiles of the periodic table as items of a plot, and the samples of its legend."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from explorer.charts.plot import typeset
from explorer.charts.plot.frame import Frame
from explorer.charts.plot.names import Name
from explorer.charts.plot.overlay import Drawn, Overlay
from explorer.charts.plot.plot import ABOVE, Plot
from explorer.charts.plot.space import ABOVE as LEGEND_GAP
from explorer.charts.plot.space import SWATCH, legend_entries
from explorer.charts.plot.tiles import (
    LETTERS,
    Look,
    TilePainter,
    TileTexts,
    not_on_file,
    paint_ground,
    state_look,
    step_look,
)
from explorer.charts.spec import Series
from explorer.data.periodic.elements import COLUMNS, SYMBOLS
from explorer.data.periodic.layout import tiles
from explorer.data.periodic.metal_value import UNKNOWN

if TYPE_CHECKING:
    from explorer.charts.shapes.periodic_table import PeriodicTable

SPACE = 0.5
SAMPLE_WIDTH, SAMPLE_HEIGHT = 14.0, 11.0


@dataclass(frozen=True, slots=True)
class TilePart:
    """A tile on a plot."""

    box: QRectF
    look: Look
    texts: TileTexts
    painter: TilePainter

    def draw(self, painter: QPainter) -> None:
        """Draw ground and texts."""
        paint_ground(painter, self.box, self.look)
        self.painter.paint_texts(painter, self.box, self.texts, self.look.colours.text)


@dataclass(frozen=True, slots=True)
class SamplePart:
    """A sample in a legend."""

    box: QRectF
    look: Look

    def draw(self, painter: QPainter) -> None:
        """Draw the ground."""
        paint_ground(painter, self.box, self.look)


class TileParts(Overlay[Drawn]):
    """The tiles and the legend."""


class TileItems:
    """All tiles of a plot in one item."""

    def __init__(self, plot: Plot, shape: "PeriodicTable") -> None:
        self._shape, self._theme = shape, plot.theme
        self._painter = TilePainter(typeset.face(LETTERS).font)
        self._parts = plot.lay(TileParts(), ABOVE)
        plot.follow(self.place)

    def place(self, frame: Frame) -> None:
        """Draw the tiles in the frame, and the legend below them."""
        self._parts.show_parts(frame.whole, (*self._tiles(frame), *self._legend(frame)))

    def _tiles(self, frame: Frame) -> Iterator[Drawn]:
        shape, taken = self._shape, set()
        for series in shape.spec.series:
            look = self._look(series)
            for point in series.points:
                taken.add(int(point.x))
                number = str(SYMBOLS.index(point.symbol) + 1) if point.symbol else ""
                texts = TileTexts(number, point.symbol or point.label, (point.word or "",))
                yield self._tile(frame, int(point.x), look, texts)
        for tile in tiles({}):
            cell = tile.row * COLUMNS + tile.column
            if cell not in taken:
                texts = TileTexts(str(tile.atomic_number), tile.sign)
                yield self._tile(frame, cell, not_on_file(self._theme), texts)

    def _tile(self, frame: Frame, cell: int, look: Look, texts: TileTexts) -> TilePart:
        box = self._shape.box(frame, cell).adjusted(SPACE, SPACE, -SPACE, -SPACE)
        return TilePart(box, look, texts, self._painter)

    def _look(self, series: Series) -> Look:
        """Return the look of a series, whose key is that of a status or of a step."""
        if series.status and series.key != UNKNOWN:
            return state_look(series.key, self._theme)
        step = None if series.key == UNKNOWN else int(series.key)
        return step_look(step, self._shape.colouring, self._theme)

    def _legend(self, frame: Frame) -> Iterator[Drawn]:
        small, theme, top = typeset.small(), self._theme, frame.area.bottom() + LEGEND_GAP
        looks = [*(self._look(series) for series in self._shape.spec.series), not_on_file(theme)]
        places = legend_entries(self._shape.legend_names(), frame.whole.width())[0]
        for look, entry in zip(looks, places, strict=True):
            x, y = frame.whole.left() + entry.x, top + entry.top
            yield SamplePart(
                QRectF(x, y + (small.line - SAMPLE_HEIGHT) / 2, SAMPLE_WIDTH, SAMPLE_HEIGHT), look
            )
            for number, line in enumerate(entry.lines):
                yield Name(x + SWATCH, y + number * small.line, line, small, theme.text)
