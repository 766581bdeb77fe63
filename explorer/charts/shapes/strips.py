"""Strips: one row per measure, its states as bars over time, the as-of date as a line through all rows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from explorer.charts.plot import strip_space
from explorer.charts.plot.frame import Frame, Hit, Margins, Ranges
from explorer.charts.plot.shape import Reduction, Shape, box_outline
from explorer.charts.plot.strip_space import HEAD
from explorer.charts.shapes import left_out_strips
from explorer.charts.shapes.bars import GOOD, LEAST, LEAST_ROWS, STRETCH, row_at
from explorer.charts.spec import ChartSpec, Row, SpanBar, with_note
from explorer.charts.words import table
from explorer.charts.words.reading import Entry, Reading
from explorer.charts.words.table import Cell, Table
from explorer.data.words import kind_word, state_name
from explorer.data.writing.csv_file import yes_no
from explorer.language import gettext, ngettext

if TYPE_CHECKING:
    from explorer.charts.plot.plot import Plot

LEAST_STACKED = 0.94
REACH = 4.0
# How much of notes and sources is shown below the strips, from the most to the least.
NOTES: tuple[tuple[int | None, bool], ...] = ((None, False), (None, True), (2, True), (1, True))


class Strips(Shape):
    """The history of measures."""

    id_column, name_column = "measure_id", "measure"

    # the space

    def preferred_height(self, width: float) -> float:
        """Return the height that gives each measure two lines and its strip."""
        return HEAD + len(self.spec.rows) * strip_space.row_height(self.spec.rows, width) + strip_space.BELOW

    def margins(self, width: float, height: float, ranges: Ranges | None = None) -> Margins:
        """Return the space for the names on the left, none if they are above their strips."""
        return strip_space.margins(self.spec.rows, width)

    def good_height(self, width: float) -> float:
        """Return the least height at which an exported chart has enough space."""
        return max(GOOD, self._least(width)) * self.preferred_height(width)

    def least_height(self, width: float) -> float:
        """Return the least height at which a chart is legible."""
        return self._least(width) * self.preferred_height(width)

    def _least(self, width: float) -> float:
        """Return the part of the preferred height that rows need; names above their strips need more of it."""
        return LEAST_STACKED if strip_space.is_stacked(self.spec.rows, width) else LEAST

    def tallest(self, width: float) -> float:
        """Return the height up to which rows are stretched."""
        return STRETCH * self.preferred_height(width)

    @property
    def row_count(self) -> int:
        """The number of strips."""
        return len(self.spec.rows)

    def fewer_rows(self, count: int) -> ChartSpec:
        """Return the chart without ended measures, then without those of the lowest rank."""
        spec = self.spec
        if count >= self.row_count:
            return spec
        kept, left_out = left_out_strips.split(spec.rows, count, spec.context.as_of)
        lower = replace(spec.y, high=spec.y.high - len(left_out))
        groups = left_out_strips.groups(left_out, spec.context.as_of)
        note = self._left_out_text(len(left_out)).format(
            count=len(left_out), total=len(spec.rows), groups=groups
        )
        return with_note(replace(spec, rows=kept, y=lower), note)

    def _left_out_text(self, count: int) -> str:
        return ngettext(
            "{count} of {total} measures not shown: {groups}.",
            "{count} of {total} measures not shown: {groups}.",
            count,
        )

    def reductions(self) -> Iterator[Reduction]:
        """Yield fewer and fewer rows; notes are cut before a measure that has not ended."""
        least = min(LEAST_ROWS, self.row_count)
        lasting = max(left_out_strips.lasting(self.spec.rows, self.spec.context.as_of), least)
        for count in range(self.row_count - 1, lasting - 1, -1):
            yield self._reduction(count, None, False)
        for count in range(lasting, least - 1, -1):
            yield from (self._reduction(count, lines, brief) for lines, brief in NOTES)

    def smallest(self) -> Reduction:
        """Return the chart with three rows and one line of notes."""
        return self._reduction(min(LEAST_ROWS, self.row_count), *NOTES[-1])

    def _reduction(self, count: int, note_lines: int | None, brief_sources: bool) -> Reduction:
        fewer = self.fewer_rows(count)
        return Reduction(fewer, type(self)(fewer).least_height, None, note_lines, brief_sources)

    # the drawing

    def build(self, plot: "Plot") -> None:
        """Add years, names, spans and the as-of date."""
        from explorer.charts.plot.strips import MeasureStripItems

        MeasureStripItems(plot, self.spec)

    def hits(self, frame: Frame) -> list[Hit]:
        """Return the shown spans row by row."""
        found = []
        stacked = strip_space.is_stacked(self.spec.rows, frame.whole.width())
        for i, row in enumerate(self.spec.rows):
            for n, span in enumerate(row.spans):
                box = strip_space.span_box(frame, span, i, stacked=stacked)
                if box is not None:
                    found.append(Hit(box.center(), box.adjusted(0, -REACH, 0, REACH), i, n))
        return found

    def hit_at(self, frame: Frame, hits: list[Hit], position: QPointF) -> int | None:
        """Return the span under a position."""
        return row_at(hits, position)

    def mark(self, hit: Hit) -> QPainterPath:
        """Return a frame around a span."""
        return box_outline(hit.box.adjusted(1, 1, -1, -1))

    # words

    @property
    def unit(self) -> str:
        """Strips have no unit."""
        return ""

    def sentences(self) -> Iterator[str]:
        """Yield the number of rows with the name and the state of each."""
        count = len(self.spec.rows)
        rows = "; ".join(
            gettext("{name}, {detail}").format(name=r.label, detail=r.detail) for r in self.spec.rows
        )
        yield self._count_text(count).format(count=count, rows=rows)

    def _count_text(self, count: int) -> str:
        return ngettext("{count} measure: {rows}.", "{count} measures: {rows}.", count)

    def describe(self, series: int, index: int) -> tuple[str, ...]:
        """Return name, state and scope of a row, and the days of a span."""
        row = self.spec.rows[series]
        return tuple(t for t in (row.label, row.detail, row.spans[index].label, row.scope) if t)

    def reading(self, series: int, index: int) -> Reading:
        """Return name and state of a row, and days and scope of a span."""
        name, *lines = self.describe(series, index)
        return Reading(name, (Entry(series, "", "", tuple(lines)),))

    def spoken(self, series: int, index: int) -> str:
        """Return the name of a row, and state and days of a span."""
        row = self.spec.rows[series]
        return gettext("{name}: {figure}").format(name=row.label, figure=row.spans[index].label)

    def spoken_details(self, series: int, index: int) -> tuple[str, ...]:
        """Return the state and the scope of a row."""
        row = self.spec.rows[series]
        return tuple(t for t in (row.detail, row.scope) if t)

    # table and CSV

    def table(self) -> Table:
        """Return every span with the state and the sources of its measure."""
        columns = (
            self.name_column,
            "kind",
            "state",
            "from",
            "to",
            "presumed",
            "your_entry",
            self._last_column,
            "source_ids",
        )
        rows = (self._cells(self.spec.rows[i], self.spec.rows[i].spans[n]) for i, n in self.csv_places())
        return table.table_of(columns, map(table.head, columns), rows)

    _last_column = "scope"

    def _last(self, row: Row, span: SpanBar, separator: str) -> str:
        """Return the content of the last column of its own: the forms covered."""
        return separator.join(span.measure_ids) or row.scope or ""

    def _cells(self, row: Row, span: SpanBar) -> tuple[Cell, ...]:
        return (
            table.word(row.label),
            table.word(kind_word(span.kind or row.kind, span.strictness)),
            table.word(state_name(span.state)),
            table.day(span.start),
            table.day(span.end),
            table.word(gettext("presumed") if span.presumed else ""),
            table.word(gettext("your entry") if span.your_entry else ""),
            table.word(self._last(row, span, "; ")),
            table.word("; ".join(row.source_ids)),
        )

    def csv_places(self) -> list[tuple[int, int]]:
        """Return row and index of each span."""
        return [(i, n) for i, row in enumerate(self.spec.rows) for n in range(len(row.spans))]

    def csv_rows(self) -> Iterator[tuple[str, ...]]:
        """Yield the heads and the spans."""
        states = ("kind", "state", "from", "to", "presumed", "your_entry")
        yield (self.id_column, self.name_column, *states, self._last_column, "source_ids")
        for i, n in self.csv_places():
            row, span = self.spec.rows[i], self.spec.rows[i].spans[n]
            yield (
                self._id(row),
                row.label,
                span.kind or row.kind,
                span.state,
                span.start.isoformat(),
                span.end.isoformat() if span.end else "",
                yes_no(span.presumed),
                yes_no(span.your_entry),
                self._csv_last(row, span),
                ";".join(row.source_ids),
            )

    def _id(self, row: Row) -> str:
        return row.measure_id

    def _csv_last(self, row: Row, span: SpanBar) -> str:
        return row.scope or ""
