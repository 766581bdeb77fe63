"""One arrangement of the tiles of an image of the periodic table, with the height that it needs."""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct
from PySide6.QtCore import QRectF

from explorer.charts.plot import space
from explorer.charts.plot.table_legend import LegendEntry
from explorer.charts.plot.table_texts import Lines
from explorer.data.periodic.value_tile import ValueTile

SPACE, INSET = 0.75, 2.5  # around a tile, and around its texts
LINE, GAP, FOOT = 11.0, 8.0, 3.0
SIGN, SMALL_SIGN = 15, 12
SIGN_LINE, SMALL_SIGN_LINE, NUMBER_LINE = 18.0, 13.5, 12.0
MATERIAL, SMALL_MATERIAL = 30.0, 18.0
MOST_PART = 1.35  # of its width that a tile grows in height
Place = tuple[int, int]  # column and row
Element = tuple[ValueTile, Place, Lines]


class Material(Struct, frozen=True):
    """A material with its row, its left edge and its width."""

    tile: ValueTile
    row: int
    x: float
    width: float
    lines: Lines


class PlacedTile(Struct, frozen=True):
    """A tile with its box and the lines of its value; a tall one has a line for its number."""

    tile: ValueTile
    box: QRectF
    lines: Lines
    is_tall: bool = False


class Arrangement(Struct, frozen=True, dict=True):
    """The tiles of a table for a width: the places of the elements in columns and rows, and the materials below.

    `is_short` marks tiles with a figure or a number only, `gap_row` the row above which there is a gap.
    """

    width: float
    columns: int
    elements: tuple[Element, ...]
    materials: tuple[Material, ...]
    legend: tuple[LegendEntry, ...]
    is_short: bool = False
    gap_row: int | None = None

    @cached_property
    def legend_height(self) -> float:
        """The height of the legend."""
        labels = tuple(entry.label for entry in self.legend)
        return space.legend_height(labels, self.width) + space.ABOVE

    @cached_property
    def least_height(self) -> float:
        """The least height with the legend."""
        return self._rows * self._least_tile + self._fixed_height

    def height_in(self, height: float) -> float:
        """Return the height with the legend in a given one: tiles do not grow without limit."""
        tile = max(self._least_tile + NUMBER_LINE + LINE, MOST_PART * self.width / self.columns)
        return min(height, self._rows * tile + self._fixed_height)

    @property
    def _least_tile(self) -> float:
        lines = max((len(lines) for _, _, lines in self.elements), default=1)
        return (SMALL_SIGN_LINE if self.is_short else SIGN_LINE) + max(lines, 1) * LINE + FOOT

    @property
    def _rows(self) -> int:
        return 1 + max((row for _, (_, row), _ in self.elements), default=0)

    @property
    def _material_height(self) -> float:
        return SMALL_MATERIAL if self.is_short else MATERIAL

    @property
    def _fixed_height(self) -> float:
        rows = 1 + max((m.row for m in self.materials), default=-1)
        gaps = GAP * (bool(rows) + (self.gap_row is not None))
        return rows * self._material_height + gaps + self.legend_height

    def placed(self, height: float) -> Iterator[PlacedTile]:
        """Yield the tiles in a height with the legend, which is below them."""
        tall = (self.height_in(height) - self._fixed_height) / self._rows
        wide, is_tall = self.width / self.columns, tall >= self._least_tile + NUMBER_LINE
        for tile, (column, row), lines in self.elements:
            gap = GAP if self.gap_row is not None and row >= self.gap_row else 0.0
            box = QRectF(column * wide, row * tall + gap, wide, tall)
            yield PlacedTile(tile, _within(box), lines, is_tall)
        top = self._rows * tall + GAP * (1 + (self.gap_row is not None))
        for material in self.materials:
            y = top + material.row * self._material_height
            box = QRectF(material.x, y, material.width, self._material_height)
            yield PlacedTile(material.tile, _within(box), material.lines)


def text_width(width: float) -> float:
    """Return the width of the texts on a tile."""
    return width - 2 * (SPACE + INSET)


def _within(box: QRectF) -> QRectF:
    return box.adjusted(SPACE, SPACE, -SPACE, -SPACE)
