"""Horizontal bars: one row per country or use, with its figure and its share."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from explorer.charts.plot import row_space
from explorer.charts.plot.frame import Frame, Hit, Margins, Ranges
from explorer.charts.plot.shape import Reduction, box_outline
from explorer.charts.shapes.points import FIRST, PointShape
from explorer.charts.spec import ChartSpec, Point, with_note
from explorer.charts.words import table
from explorer.charts.words.figures import figure, is_text
from explorer.charts.words.table import Cell
from explorer.language import gettext, ngettext, paragraph

if TYPE_CHECKING:
    from explorer.charts.plot.plot import Plot

GOOD, LEAST, STRETCH = 0.84, 0.7, 1.7
LEAST_ROWS = 3


class Bars(PointShape):
    """Bars from zero to the right; rows run downwards."""

    @property
    def unit(self) -> str:
        """The unit of the figures."""
        return self.spec.x.unit

    @property
    def _bars(self) -> tuple[Point, ...]:
        return self.spec.series[0].points if self.spec.series else ()

    # the space

    @cached_property
    def _space(self) -> row_space.RowSpace:
        return row_space.RowSpace(self._bars, self.unit)

    def preferred_height(self, width: float) -> float:
        """Return the height that gives each row enough space."""
        return self._space.height(width)

    def margins(self, width: float, height: float, ranges: Ranges | None = None) -> Margins:
        """Return the space for the labels on the left and for the figures on the right."""
        return self._space.margins(width)

    def good_height(self, width: float) -> float:
        """Return the least height at which an exported chart has enough space."""
        return GOOD * self.preferred_height(width)

    def least_height(self, width: float) -> float:
        """Return the least height at which a chart is legible."""
        return LEAST * self.preferred_height(width)

    def tallest(self, width: float) -> float:
        """Return the height up to which rows are stretched."""
        return STRETCH * self.preferred_height(width)

    @property
    def row_count(self) -> int:
        """The number of bars."""
        return max((len(s.points) for s in self.spec.series), default=0)

    def fewer_rows(self, count: int) -> ChartSpec:
        """Return the chart with its first rows."""
        if count >= self.row_count:
            return self.spec
        left_out = self.row_count - count
        text = ngettext("{count} of {total} rows not shown.", "{count} of {total} rows not shown.", left_out)
        series = tuple(replace(s, points=s.points[:count]) for s in self.spec.series)
        lower = replace(self.spec.y, high=self.spec.y.high - left_out)
        shorter = replace(self.spec, series=series, y=lower)
        return with_note(shorter, text.format(count=left_out, total=self.row_count))

    def reductions(self) -> Iterator[Reduction]:
        """Yield fewer and fewer rows."""
        for count in range(self.row_count, min(LEAST_ROWS, self.row_count) - 1, -1):
            yield self._reduction(count)

    def smallest(self) -> Reduction:
        """Return the chart with its first three rows."""
        return self._reduction(min(LEAST_ROWS, self.row_count))

    def _reduction(self, count: int) -> Reduction:
        shorter = self.fewer_rows(count)
        return Reduction(shorter, Bars(shorter).least_height)

    # the drawing

    def build(self, plot: "Plot") -> None:
        """Add bars, labels and figures."""
        from explorer.charts.plot.rows import RowItems

        RowItems(plot, self._space)

    def hits(self, frame: Frame) -> list[Hit]:
        """Return the places of the rows."""
        found = []
        for i, point in enumerate(self._bars):
            top, bottom = frame.py(point.x - 0.5), frame.py(point.x + 0.5)
            row = QRectF(frame.whole.left(), top, frame.whole.width(), bottom - top)
            found.append(Hit(QPointF(frame.px(point.y or 0), row.center().y()), row, 0, i, point))
        return found

    def hit_at(self, frame: Frame, hits: list[Hit], position: QPointF) -> int | None:
        """Return the row under a position."""
        return row_at(hits, position)

    def mark(self, hit: Hit) -> QPainterPath:
        """Return a frame around a row."""
        return box_outline(hit.box.adjusted(1, 1, -1, -1))

    # words and figures

    def _points(self) -> list[Point]:
        return list(self._bars)

    def _figures(self, known: list[Point]) -> str:
        """Return the first figures, the number of the others, and of those without a figure."""
        figures = "; ".join(figure(self.spec, p, self.unit) for p in known[:FIRST])
        more = len(known) - FIRST
        if more > 0:
            text = ngettext("{figures}; and {count} more.", "{figures}; and {count} more.", more).format(
                figures=figures, count=more
            )
        else:
            text = gettext("{text}.").format(text=figures)
        unknown = sum(p.y is None and not is_text(p) for p in self._bars)
        if not unknown:
            return text
        rest = ngettext("{count} without a figure.", "{count} without a figure.", unknown)
        return paragraph([text, rest.format(count=unknown)])

    def _name_head(self) -> str:
        return self.spec.y.label or gettext("Name")

    def _name_cell(self, point: Point) -> Cell:
        return table.word(point.label)


def row_at(hits: list[Hit], position: QPointF) -> int | None:
    """Return the row, span or tile under a position."""
    return next((i for i, hit in enumerate(hits) if hit.box.contains(position)), None)
