"""A timeline: every measure of an origin as a row with its states, by document or by metal."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF

from explorer.charts.plot import timeline_space
from explorer.charts.plot.frame import Frame, Hit, Margins, Ranges
from explorer.charts.plot.shape import Reduction
from explorer.charts.shapes import left_out_strips
from explorer.charts.shapes.bars import LEAST_ROWS
from explorer.charts.shapes.metal_strips import MetalStrips
from explorer.charts.shapes.strips import NOTES, REACH
from explorer.charts.spec import ChartSpec, Row, SpanBar, with_note
from explorer.charts.words import table
from explorer.charts.words.table import Cell, Table
from explorer.data.controls.timeline import ISSUED
from explorer.data.controls.timeline_record import HEADER
from explorer.data.words import state_name
from explorer.data.writing.csv_file import yes_no
from explorer.language import gettext, ngettext

if TYPE_CHECKING:
    from explorer.charts.plot.plot import Plot

# The columns of the table; a file has ids and codes in place of words.
COLUMNS = (
    *("metal", "measure", "rule", "state", "from", "to", "presumed", "your_entry", "unchecked", "metals"),
    *("source_ids", "note"),
)
# An image keeps its notes down to so many rows; of many rows a part is left out at a time.
FEW_ROWS, STEPS = 16, 25


class Timeline(MetalStrips):
    """The history of measures in lines below each other, under headings where they are grouped by metal."""

    as_of_is_only_a_line = True

    @cached_property
    def slots(self) -> tuple[float, ...]:
        """The line of each row, counted from the top; a heading takes the line above the first row of its group."""
        return timeline_space.slots(self.spec.rows)

    @cached_property
    def _legend(self) -> list[tuple[SpanBar, str]]:
        return timeline_space.legend_entries(self.spec)

    @property
    def slot_count(self) -> int:
        """The number of lines that rows and headings take."""
        return int(self.slots[-1]) + 1 if self.slots else 1

    def ranges(self) -> Ranges:
        """Return the ranges of the whole chart, with a line for each row and heading."""
        return replace(super().ranges(), y_low=-0.5, y_high=self.slot_count - 0.5)

    def opens(self, row: int) -> str:
        """Return the document of a row."""
        return self.spec.rows[row].facts.document_id

    def _margins_of(self, width: float) -> Margins:
        return timeline_space.margins(self.spec, [text for _, text in self._legend], width)

    # fewer rows

    def fewer_rows(self, count: int) -> ChartSpec:
        """Return the chart without documents that have no measure, then without what ended or ranks low."""
        spec = self.spec
        if count >= self.row_count:
            return spec
        kept, left_out = left_out_strips.split(spec.rows, count, spec.context.as_of)
        note = self._left_out_text(len(left_out)).format(
            count=len(left_out),
            total=len(spec.rows),
            groups=left_out_strips.groups(left_out, spec.context.as_of),
        )
        return with_note(replace(spec, rows=kept, y=replace(spec.y, high=len(kept) - 0.5)), note)

    def reductions(self) -> Iterator[Reduction]:
        """Yield fewer and fewer rows, many fewer at a time while there are hundreds; then fewer notes."""
        count, least = self.row_count, min(LEAST_ROWS, self.row_count)
        while count > FEW_ROWS:
            count -= max(1, count // STEPS)
            yield self._reduction(count, None, False)
        for fewer in range(min(count, self.row_count), least - 1, -1):
            yield from (self._reduction(fewer, lines, brief) for lines, brief in NOTES)

    def _left_out_text(self, count: int) -> str:
        return ngettext(
            "{count} of {total} rows not shown: {groups}.",
            "{count} of {total} rows not shown: {groups}.",
            count,
        )

    def _outside_text(self, count: int, total: int) -> str:
        text = ngettext(
            "{count} of {total} rows not shown: nothing on file for these dates.",
            "{count} of {total} rows not shown: nothing on file for these dates.",
            count,
        )
        return text.format(count=count, total=total)

    # the drawing

    def build(self, plot: "Plot") -> None:
        """Add years, headings, names, spans, states, the as-of date and the legend."""
        from explorer.charts.plot.timeline import TimelineItems

        TimelineItems(plot, self.spec, self.slots, self._legend)

    def hits(self, frame: Frame) -> list[Hit]:
        """Return the shown spans row by row."""
        found = []
        for i, (row, slot) in enumerate(zip(self.spec.rows, self.slots, strict=True)):
            for n, span in enumerate(row.spans):
                box = timeline_space.span_box(frame, span, slot)
                if box is not None:
                    aside = REACH if span.state == ISSUED else 0.0
                    found.append(Hit(box.center(), box.adjusted(-aside, -REACH, aside, REACH), i, n))
        return found

    def hit_at(self, frame: Frame, hits: list[Hit], position: QPointF) -> int | None:
        """Return the span under a position; the name of a row is a part of its last span shown."""
        if position.x() >= frame.area.left():
            return super().hit_at(frame, hits, position)
        line = QRectF(frame.whole.left(), position.y() - 1, frame.whole.width(), 2)
        named = [i for i, hit in enumerate(hits) if hit.box.adjusted(0, REACH, 0, -REACH).intersects(line)]
        return named[-1] if named else None

    # words

    def _count_text(self, count: int) -> str:
        return ngettext("{count} row: {rows}.", "{count} rows: {rows}.", count)

    def sentences(self) -> Iterator[str]:
        """Yield the subtitle, which has the numbers; the rows are too many for a sentence."""
        yield gettext("{text}.").format(text=self.spec.subtitle)

    def describe(self, series: int, index: int) -> tuple[str, ...]:
        """Return name, kind with destination and metals of a row, the days of a span, and the metal of its group."""
        row = self.spec.rows[series]
        texts = (row.label, row.group, row.spans[index].label, row.scope, *self._flags(row.spans[index]))
        return tuple(t for t in texts if t)

    def _flags(self, span: SpanBar) -> tuple[str, ...]:
        """Return the sentence on a state that begins after the last check."""
        return (gettext("Begins after the last check of the controls."),) if span.beyond_verified else ()

    def spoken(self, series: int, index: int) -> str:
        """Return metal and name of a row, and state and days of a span."""
        row = self.spec.rows[series]
        text = super().spoken(series, index)
        return gettext("{metal}, {text}").format(metal=row.group, text=text) if row.group else text

    def spoken_details(self, series: int, index: int) -> tuple[str, ...]:
        """Return kind, destination and metals, the state on the as-of date, and whether the span is unchecked."""
        row = self.spec.rows[series]
        on_day = gettext("On the as-of date: {state}").format(state=row.detail) if row.detail else ""
        return tuple(t for t in (row.scope, on_day, *self._flags(row.spans[index])) if t)

    # table and CSV

    def csv_places(self) -> list[tuple[int, int]]:
        """Return row and index of each span in the days shown."""
        low, high = self.spec.x.low, self.spec.x.high
        rows = self.spec.rows
        return [(i, n) for i, n in super().csv_places() if rows[i].spans[n].meets(low, high)]

    def table(self) -> Table:
        """Return every span shown with its measure, kind, destination, metals and sources."""
        rows = (self._table_row(self.spec.rows[i], self.spec.rows[i].spans[n]) for i, n in self.csv_places())
        return table.table_of(COLUMNS, map(table.head, COLUMNS), rows)

    def _table_row(self, row: Row, span: SpanBar) -> tuple[Cell, ...]:
        return (
            table.word(row.group),
            table.word(row.label),
            table.word(row.facts.rule),
            table.word(gettext("issued") if span.state == ISSUED else state_name(span.state)),
            table.day(span.start),
            table.day(span.end),
            table.word(gettext("presumed") if span.presumed else ""),
            table.word(gettext("your entry") if span.your_entry else ""),
            table.word(gettext("not checked") if span.beyond_verified else ""),
            table.word(row.facts.metal_names),
            table.word("; ".join(row.source_ids)),
            table.word(span.note),
        )

    def csv_rows(self) -> Iterator[tuple[str, ...]]:
        """Yield the heads and the spans shown, as the command `timeline` writes them."""
        yield HEADER
        for i, n in self.csv_places():
            row, span = self.spec.rows[i], self.spec.rows[i].spans[n]
            yield (
                row.metal_id,
                row.facts.document_id,
                row.measure_id,
                row.label,
                row.kind,
                row.facts.strictness,
                row.facts.destination,
                yes_no(not row.facts.targeted),
                yes_no(row.facts.is_purchasing_rule),
                span.state,
                span.start.isoformat(),
                span.end.isoformat() if span.end else "",
                yes_no(span.presumed),
                yes_no(span.your_entry),
                yes_no(span.beyond_verified),
                ";".join(row.facts.metal_ids),
                ";".join(row.source_ids),
                span.note,
            )
