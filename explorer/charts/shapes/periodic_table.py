"""The periodic table: a tile for each element and material with its value, in the colour of its step or status."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from explorer.charts.plot.frame import Frame, Hit, Margins, Ranges
from explorer.charts.plot.shape import LINES, Reduction, Shape, box_outline
from explorer.charts.shapes.bars import row_at
from explorer.charts.spec import ChartSpec, ColouredTiles
from explorer.charts.words import table
from explorer.charts.words.reading import Entry, Reading
from explorer.charts.words.table import Cell, Table
from explorer.data.controls.pill import PILL_STATES, state_label
from explorer.data.dates import first_day, show
from explorer.data.metal_names import short_name
from explorer.data.periodic.colourings import STATUS, legend
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.periodic.table_record import HEADER, row
from explorer.data.periodic.value_texts import flags_text, spoken_text, tip_text
from explorer.data.records import Metal
from explorer.data.supply.figure_text import entries
from explorer.data.writing.csv_file import yes_no
from explorer.language import gettext

if TYPE_CHECKING:
    from explorer.charts.plot.plot import Plot
    from explorer.charts.plot.table_arrangement import Arrangement
    from explorer.charts.plot.table_places import Arrangements

COLUMNS = ("metal", "symbol", "value", "date", "flag", "note", "source_ids")
# From this width on, a page is widened until each element has its place.
LEAST_TABLE, NEVER = 640.0, 10_000.0


class PeriodicTable(Shape):
    """The tiles of the metals in the order of the data; those of elements without data cannot be selected."""

    def __init__(self, spec: ChartSpec) -> None:
        super().__init__(spec)
        self._arrangements: dict[float, Arrangements] = {}

    @property
    def tiles(self) -> ColouredTiles:
        """The tiles with their values."""
        assert self.spec.tiles is not None
        return self.spec.tiles

    @cached_property
    def _metals(self) -> list[tuple[Metal, MetalValue]]:
        """The metals with their values, in the order of the data."""
        found = [(t.tile.metal, t.value) for t in self.tiles.tiles if t.tile.metal is not None and t.value]
        return sorted(((m, v) for m, v in found if m and v), key=lambda pair: pair[0].metal_id)

    # the space

    def _of_width(self, width: float) -> "Arrangements":
        from explorer.charts.plot.table_places import Arrangements

        if width not in self._arrangements:
            self._arrangements[width] = Arrangements(self.tiles, width)
        return self._arrangements[width]

    def arranged(self, width: float, height: float) -> "Arrangement":
        """Return the arrangement of the tiles for a size."""
        return self._of_width(width).for_height(height)

    def margins(self, width: float, height: float, ranges: Ranges | None = None) -> Margins:
        """Return the space for the legend below the tiles."""
        return Margins(0.0, 0.0, 0.0, self.arranged(width, height).legend_height)

    def preferred_height(self, width: float) -> float:
        """Return the height of the first arrangement that a width has room for."""
        return next(self._of_width(width).every()).least_height

    def good_height(self, width: float) -> float:
        """Return the least height with each element in its place in words; on a narrow page, in their order."""
        found = self._of_width(width)
        words = next(found.in_places(), None)
        if words is None and width < LEAST_TABLE:
            return min((a.least_height for a in found.in_order()), default=NEVER)
        return words.least_height if words is not None else NEVER

    def fair_height(self, width: float) -> float:
        """Return the least height with each element in its place, in order where they have no room."""
        return self._of_width(width).least_in_places or self.least_height(width)

    def least_height(self, width: float) -> float:
        """Return the least height at which a table is legible."""
        return self._of_width(width).least_height or NEVER

    def reductions(self) -> Iterator[Reduction]:
        """Yield fewer lines of notes, then the elements in their order."""
        for needs in (self.fair_height, self.least_height):
            yield from (Reduction(self.spec, needs, dates, notes) for dates, notes in LINES)
        yield self.smallest()

    def smallest(self) -> Reduction:
        """Return the lowest arrangement with one line of notes."""
        return Reduction(self.spec, self.least_height, *LINES[-1], brief_sources=True)

    # the drawing

    def build(self, plot: "Plot") -> None:
        """Add the tiles and the legend."""
        from explorer.charts.plot.table_items import TableItems

        TableItems(plot, self.tiles.colouring, self.arranged)

    def hits(self, frame: Frame) -> list[Hit]:
        """Return the places of the metals."""
        arranged = self.arranged(frame.whole.width(), frame.whole.height())
        boxes = {
            placed.tile.tile.metal.metal_id: placed.box
            for placed in arranged.placed(frame.whole.height())
            if placed.tile.tile.metal is not None
        }
        placed = [(i, boxes[metal.metal_id]) for i, (metal, _) in enumerate(self._metals)]
        return [Hit(box.center(), box, 0, i) for i, box in placed]

    def hit_at(self, frame: Frame, hits: list[Hit], position: QPointF) -> int | None:
        """Return the metal at a position."""
        return row_at(hits, position)

    def mark(self, hit: Hit) -> QPainterPath:
        """Return the outline of a tile."""
        return box_outline(hit.box)

    # words and figures

    @property
    def unit(self) -> str:
        """The unit of the figures, which their texts have."""
        return ""

    def sentences(self) -> Iterator[str]:
        """Yield how many metals each step or status has, then the value of each metal."""
        yield gettext("{text}.").format(text=self.spec.subtitle)
        text = gettext("{label}: {count}")
        counts = "; ".join(text.format(label=label, count=count) for label, count in self._counts())
        yield gettext("{text}.").format(text=counts)

    def _counts(self) -> Iterator[tuple[str, int]]:
        values = [value for _, value in self._metals]
        if self.tiles.colouring == STATUS:
            states = Counter(value.state for value in values)
            yield from ((state_label(s), states[s]) for s in PILL_STATES if s in states)
        steps = Counter(value.step for value in values if value.is_known)
        yield from ((step.label, steps[step.number]) for step in legend(self.tiles.colouring))
        unknown = sum(not value.is_known for value in values)
        if unknown:
            yield gettext("unknown"), unknown

    def describe(self, series: int, index: int) -> tuple[str, ...]:
        """Return the metal, what the value is of, the value with its flags and date, details and source."""
        return tuple(tip_text(*self._metals[index]).split("\n"))

    def reading(self, series: int, index: int) -> Reading:
        """Return what a reader is shown at a metal."""
        name, subject, value, *lines = self.describe(series, index)
        return Reading(name, (Entry(series, subject, value, tuple(lines)),))

    def spoken(self, series: int, index: int) -> str:
        """Return a metal and its value in a line."""
        return spoken_text(*self._metals[index])

    # table and CSV

    def csv_places(self) -> list[tuple[int, int]]:
        """Return each metal."""
        return [(0, index) for index in range(len(self._metals))]

    def table(self) -> Table:
        """Return every metal with its value, flags, details or the reason why it is unknown, and sources."""
        heads = {
            "symbol": gettext("Symbol"),
            "date": gettext("Date"),
            "flag": gettext("Remarks"),
            "note": gettext("Details"),
        }
        header = [heads[column] if column in heads else table.head(column) for column in COLUMNS]
        return table.table_of(COLUMNS, header, (self._table_row(m, v) for m, v in self._metals))

    def _table_row(self, metal: Metal, value: MetalValue) -> tuple[Cell, ...]:
        text = value.text or value.versions[0]
        return (
            table.word(short_name(metal)),
            table.word(metal.symbol),
            table.word(text) if self.tiles.colouring == STATUS else (text, value.value),
            (show(value.date), value.date or None),
            table.word(flags_text(value)),
            table.word("; ".join(entries(value.reason, *value.details))),
            table.word("; ".join(value.source_ids)),
        )

    def csv_rows(self) -> Iterator[tuple[str, ...]]:
        """Yield the heads and the metals, as the command `table` prints them."""
        is_beyond = self.spec.context.as_of > first_day(self.spec.verified_to)
        yield HEADER
        for metal, value in self._metals:
            yield tuple(map(_text, row(metal, value, is_beyond=is_beyond)))


def _text(cell: object) -> str:
    """Return a cell as it is written in files."""
    if cell is None:
        return ""
    return yes_no(cell) if isinstance(cell, bool) else str(cell)
