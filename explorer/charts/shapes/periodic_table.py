"""The periodic table: a tile for each element and material, with a legend of the colours."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from explorer.charts.plot import space
from explorer.charts.plot.frame import Frame, Hit, Margins, Ranges
from explorer.charts.plot.shape import Reduction, box_outline
from explorer.charts.shapes.bars import row_at
from explorer.charts.shapes.points import PointShape
from explorer.charts.shapes.time_series import LINES
from explorer.charts.spec import Point, with_note
from explorer.charts.words import table
from explorer.charts.words.table import Cell
from explorer.data.periodic.colourings import COLOURINGS, colouring_name
from explorer.data.periodic.elements import COLUMNS
from explorer.data.periodic.layout import FIRST_OF_MATERIALS, GAPS, MATERIAL_COLUMNS
from explorer.language import enumeration, gettext

if TYPE_CHECKING:
    from explorer.charts.plot.plot import Plot

# Heights of rows as parts of that of an element.
GAP, MATERIAL = 0.2, 0.6
MATERIAL_ROWS = 2
# Heights of a tile as parts of its width, and the least in logical pixels.
GOOD, PREFERRED, TALLEST = 0.8, 1.05, 1.3
LEAST_TILE, SIGN_TILE = 29.0, 21.0


class PeriodicTable(PointShape):
    """Tiles in rows and columns; the x of a point is the number of its cell, counted by rows."""

    @property
    def rows(self) -> float:
        """The height of the table in tiles of elements."""
        cells = (int(p.x) // COLUMNS for s in self.spec.series for p in s.points)
        return top_of(1 + max(cells, default=FIRST_OF_MATERIALS + MATERIAL_ROWS - 1))

    @property
    def colouring(self) -> str:
        """The colouring, whose name the vertical axis has."""
        return next(c for c in COLOURINGS if colouring_name(c) == self.spec.y.label)

    # the space

    def margins(self, width: float, height: float, ranges: Ranges | None = None) -> Margins:
        """Return the space for the legend."""
        return Margins(0, 0, 0, self._legend_height(width))

    def legend_names(self) -> tuple[str, ...]:
        """Return the names of the series, then that of elements not on file."""
        return (*(s.name for s in self.spec.series), gettext("not on file"))

    def _legend_height(self, width: float) -> float:
        return space.legend_height(self.legend_names(), width)

    def _height(self, width: float, part: float) -> float:
        tile = max(part * width / COLUMNS, LEAST_TILE)
        return tile * self.rows + self._legend_height(width)

    def preferred_height(self, width: float) -> float:
        """Return the height at which tiles are about square."""
        return self._height(width, PREFERRED)

    def good_height(self, width: float) -> float:
        """Return the least height at which an exported chart has enough space."""
        return self._height(width, GOOD)

    def least_height(self, width: float) -> float:
        """Return the height at which sign and value have room."""
        return self._height(width, 0)

    def sign_height(self, width: float) -> float:
        """Return the height at which signs have room."""
        return SIGN_TILE * self.rows + self._legend_height(width)

    def tallest(self, width: float) -> float:
        """Return the height up to which tiles are stretched."""
        return self._height(width, TALLEST)

    def reductions(self) -> Iterator[Reduction]:
        """Yield fewer lines of notes, then a lower table."""
        for needs in (self.good_height, self.least_height):
            yield from (Reduction(self.spec, needs, dates, notes) for dates, notes in LINES)
        yield self.smallest()

    def smallest(self) -> Reduction:
        """Return the table with signs only and one line of notes."""
        shorter = with_note(self.spec, gettext("Values omitted to fit; see the table."))
        return Reduction(shorter, self.sign_height, *LINES[-1])

    # the drawing

    def ranges(self) -> Ranges:
        """Return the columns and the height in tiles, downwards."""
        return Ranges(0, COLUMNS, 0, self.rows, downwards=True)

    def build(self, plot: "Plot") -> None:
        """Add the tiles and the legend."""
        from explorer.charts.plot.periodic_table import TileItems

        TileItems(plot, self)

    def box(self, frame: Frame, cell: int) -> QRectF:
        """Return the place of a cell in pixels of the plot."""
        row, column = divmod(cell, COLUMNS)
        wide = MATERIAL_COLUMNS if row >= FIRST_OF_MATERIALS else 1
        left, right = frame.px(column), frame.px(column + wide)
        return QRectF(QPointF(left, frame.py(top_of(row))), QPointF(right, frame.py(top_of(row + 1))))

    def hits(self, frame: Frame) -> list[Hit]:
        """Return the tiles of metals, in reading order."""
        found = []
        for s, series in enumerate(self.spec.series):
            for i, point in enumerate(series.points):
                box = self.box(frame, int(point.x))
                found.append((point.x, Hit(box.center(), box, s, i, point)))
        return [hit for _, hit in sorted(found, key=lambda pair: pair[0])]

    def hit_at(self, frame: Frame, hits: list[Hit], position: QPointF) -> int | None:
        """Return the tile under a position."""
        return row_at(hits, position)

    def mark(self, hit: Hit) -> QPainterPath:
        """Return a frame around a tile."""
        return box_outline(hit.box.adjusted(1, 1, -1, -1))

    # words and figures

    def sentences(self) -> Iterator[str]:
        """Yield the subtitle and the metals of each step."""
        yield gettext("{text}.").format(text=self.spec.subtitle)
        for series in self.spec.series:
            names = enumeration([p.label for p in series.points])
            yield gettext("{step} ({count}): {metals}.").format(
                step=series.name, count=len(series.points), metals=names
            )

    def _figures(self, known: list[Point]) -> str:
        return ""

    def _name_head(self) -> str:
        return gettext("Metal")

    def _name_cell(self, point: Point) -> Cell:
        return table.word(point.label)


def top_of(row: int) -> float:
    """Return the height of the rows above a row in tiles of elements."""
    gaps = sum(gap < row for gap in GAPS)
    materials = max(row - FIRST_OF_MATERIALS, 0)
    return row - gaps - materials + gaps * GAP + materials * MATERIAL
