"""What every shape of chart has: its space on a page, its drawing, its words and its table.

The plotting library takes longer to import than everything else, so `build` imports what needs it.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from explorer.charts.figures import scaled
from explorer.charts.hidden_series import without_series
from explorer.charts.plot.frame import Frame, Hit, Margins, Ranges
from explorer.charts.spec import Axis, ChartSpec, Point
from explorer.charts.words.reading import Reading
from explorer.charts.words.table import Table
from explorer.charts.zoom import Range
from explorer.palette import Theme

if TYPE_CHECKING:
    from explorer.charts.plot.figures import Figures
    from explorer.charts.plot.plot import Plot

# How many lines of control dates and of notes fit below the plot, from the most to the fewest; None for all.
LINES = (
    *((dates, None) for dates in range(40, 2, -1)),
    *((2, notes) for notes in range(12, 1, -1)),
    *((1, notes) for notes in (2, 1)),
)


class Reduction(Struct, frozen=True):
    """A reduced chart for a page that is too small; None for a number of lines means all of them.

    `needs` returns the height of the plot at which it is legible for a width, both in logical pixels.
    """

    spec: ChartSpec
    needs: Callable[[float], float]
    date_lines: int | None = None
    note_lines: int | None = None
    brief_sources: bool = False


class Shape(ABC):
    """One chart in its shape. Each shape is one file and registers its class in `SHAPES`.

    `as_of_is_only_a_line` is whether the as-of date changes nothing in the drawing except its own line, which can then
    be moved to another date.
    """

    as_of_is_only_a_line = True

    def __init__(self, spec: ChartSpec) -> None:
        self.spec = spec

    # the space on a page, in logical pixels

    @abstractmethod
    def margins(self, width: float, height: float, ranges: Ranges | None = None) -> Margins:
        """Return the space around the area; `ranges` are those shown, where they are a part of the chart."""

    @abstractmethod
    def preferred_height(self, width: float) -> float:
        """Return the height at which a chart of a width has enough space."""

    @abstractmethod
    def good_height(self, width: float) -> float:
        """Return the least height at which an exported chart has enough space."""

    @abstractmethod
    def least_height(self, width: float) -> float:
        """Return the least height at which a chart is legible."""

    def fair_height(self, width: float) -> float:
        """Return the height that a plot keeps at the expense of control dates and notes."""
        return self.least_height(width)

    def tallest(self, width: float) -> float | None:
        """Return the height beyond which a plot does not grow with its page, None without a limit."""
        return None

    @abstractmethod
    def reductions(self) -> Iterator[Reduction]:
        """Yield the chart with less and less in it, the last one with the least that is legible."""

    @abstractmethod
    def smallest(self) -> Reduction:
        """Return the last of the reductions."""

    # rows, of which there are none in a chart over time

    @property
    def row_count(self) -> int:
        """The number of bars or strips, one below the other."""
        return 0

    def fewer_rows(self, count: int) -> ChartSpec:
        """Return the chart with a number of its rows, and a note on those left out."""
        return self.spec

    def opens(self, row: int) -> str:
        """Return the document that a row opens, empty where it opens none."""
        return ""

    # the drawing

    def ranges(self) -> Ranges:
        """Return the ranges of the whole chart, logarithms on a log axis."""
        x, y = _range(self.spec.x), _range(self.spec.y)
        return Ranges(*x, *y, downwards=self.spec.y.kind == "category")

    @abstractmethod
    def build(self, plot: "Plot") -> None:
        """Add the items of the chart to a plot."""

    def ranges_between(self, shown: Range) -> Ranges:
        """Return the ranges of both axes for a range of days or years; a chart without has only its own."""
        return self.ranges()

    def between(self, shown: Range) -> ChartSpec:
        """Return the chart with a range of days or years; a chart without has only its own."""
        return self.spec

    def spoken_between(self, shown: Range) -> "Shape":
        """Return the chart with a range for screen readers, its points or rows in the places that the plot has."""
        return type(self)(self.between(shown))

    def without(self, hidden: Collection[str]) -> ChartSpec:
        """Return the chart without the series of some keys."""
        return without_series(self.spec, hidden)

    def colour(self, series: int, theme: Theme) -> str:
        """Return the colour of a series."""
        return theme.colour(series)

    def overview(self) -> "Figures | None":
        """Return the figures for the strip below a chart over time, None for others."""
        return None

    def axis_figure(self, point: Point, ranges: Ranges) -> str:
        """Return the figure of a point as the vertical axis has it."""
        return ""

    @abstractmethod
    def hits(self, frame: Frame) -> list[Hit]:
        """Return the places of the points or spans, in the order in which a reader goes through them."""

    @abstractmethod
    def hit_at(self, frame: Frame, hits: list[Hit], position: QPointF) -> int | None:
        """Return the index of the hit under or near a position, None if there is none."""

    def place_at(self, frame: Frame, position: QPointF) -> str:
        """Return the id of the country at a position of a map, with or without a figure; empty in other charts."""
        return ""

    @abstractmethod
    def mark(self, hit: Hit) -> QPainterPath:
        """Return the outline that marks a hit."""

    # words and figures

    @property
    @abstractmethod
    def unit(self) -> str:
        """The unit of the figures."""

    @abstractmethod
    def sentences(self) -> Iterator[str]:
        """Yield the content of the chart in sentences, after its title."""

    @abstractmethod
    def describe(self, series: int, index: int) -> tuple[str, ...]:
        """Return the lines shown at a point or span, the first one its name."""

    @abstractmethod
    def reading(self, series: int, index: int) -> Reading:
        """Return what a reader is shown at a point or span."""

    @abstractmethod
    def spoken(self, series: int, index: int) -> str:
        """Return a point or span as a screen reader speaks it: `3 Dec 2024: 440 USD/kg, estimated`."""

    def spoken_details(self, series: int, index: int) -> tuple[str, ...]:
        """Return what a screen reader adds to a point or span: changes, note, confidence and source."""
        return next(e.lines for e in self.reading(series, index).entries if e.series == series)

    @abstractmethod
    def table(self) -> Table:
        """Return every point or span in a row, flagged and withheld ones too."""

    @abstractmethod
    def csv_places(self) -> list[tuple[int, int]]:
        """Return series and index of each point, or row and index of each span, in the order of the CSV file."""

    @abstractmethod
    def csv_rows(self) -> Iterator[tuple[str, ...]]:
        """Yield the heads and rows of the CSV file: plain numbers, ISO dates, words as in the data."""

    def csv_notes(self) -> Iterable[str]:
        """Return the lines that explain the columns of the CSV file."""
        return ()


def _range(axis: Axis) -> tuple[float, float]:
    low, high = scaled(axis, axis.low), scaled(axis, axis.high)
    return (low, high) if high > low else (low, low + 1)


def box_outline(box: QRectF) -> QPainterPath:
    """Return the outline of a box."""
    path = QPainterPath()
    path.addRect(box)
    return path


def ring(at: QPointF, radius: float) -> QPainterPath:
    """Return a circle around a place."""
    path = QPainterPath()
    path.addEllipse(at, radius, radius)
    return path
