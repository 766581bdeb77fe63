"""Strips of metals: the strictest control on each over time, in one line with its status on the as-of date."""

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace

from explorer.charts.plot import strip_space
from explorer.charts.plot.frame import Frame, Hit, Margins, Ranges
from explorer.charts.plot.strip_space import METAL_ROW
from explorer.charts.shapes.bars import LEAST
from explorer.charts.shapes.strips import REACH, Strips
from explorer.charts.spec import ChartSpec, Row, SpanBar, with_note
from explorer.charts.zoom import Range, query_of, rows_between, whole
from explorer.language import ngettext

if TYPE_CHECKING:
    from explorer.charts.plot.plot import Plot


class MetalStrips(Strips):
    """The history of the controls on metals."""

    id_column, name_column = "metal_id", "metal"
    _last_column = "measure_ids"
    as_of_is_only_a_line = False  # the words for a pause depend on that day

    def preferred_height(self, width: float) -> float:
        """Return the height that gives each metal one line, and the legend enough space."""
        margins = self.margins(width, 0.0)
        return margins.top + self.slot_count * METAL_ROW + margins.bottom

    @property
    def slot_count(self) -> int:
        """The number of lines that rows and headings take."""
        return len(self.spec.rows)

    def margins(self, width: float, height: float, ranges: Ranges | None = None) -> Margins:
        """Return the space for the names, the status on the as-of date, and the legend."""
        if width not in self._margins:
            self._margins[width] = self._margins_of(width)
        return self._margins[width]

    @cached_property
    def _margins(self) -> dict[float, Margins]:
        """The space around the area by the width of the plot: a range that moves asks for it again and again."""
        return {}

    def _margins_of(self, width: float) -> Margins:
        return strip_space.metal_margins(self.spec, width)

    # the range shown

    def between(self, shown: Range) -> ChartSpec:
        """Return the chart with a range of days, without the rows that have no span in it, which a note counts."""
        spec = self.spec
        if shown == whole(spec):
            return spec
        rows = rows_between(spec.rows, shown)
        x, y = replace(spec.x, low=shown.low, high=shown.high), replace(spec.y, high=len(rows) - 0.5)
        part = replace(spec, x=x, y=y, rows=rows, query=query_of(spec.query, shown, spec.x))
        gone = len(spec.rows) - len(rows)
        return with_note(part, self._outside_text(gone, len(spec.rows))) if gone else part

    def _outside_text(self, count: int, total: int) -> str:
        """Return the note on rows without a span in the range."""
        text = ngettext(
            "{count} of {total} metals not shown: nothing on file for these dates.",
            "{count} of {total} metals not shown: nothing on file for these dates.",
            count,
        )
        return text.format(count=count, total=total)

    def csv_places(self) -> list[tuple[int, int]]:
        """Return row and index of each span of the metals with a span in the days shown."""
        low, high = self.spec.x.low, self.spec.x.high
        shown = [any(span.meets(low, high) for span in row.spans) for row in self.spec.rows]
        return [(i, n) for i, n in super().csv_places() if shown[i]]

    def spoken_between(self, shown: Range) -> "MetalStrips":
        """Return the chart with a range of days and all of its rows."""
        return type(self)(replace(self.spec, x=replace(self.spec.x, low=shown.low, high=shown.high)))

    def ranges_between(self, shown: Range) -> Ranges:
        """Return the ranges of both axes for a range of days."""
        return replace(self.ranges(), x_low=shown.low, x_high=shown.high)

    def _least(self, width: float) -> float:
        return LEAST

    def _left_out_text(self, count: int) -> str:
        return ngettext(
            "{count} of {total} metals not shown: {groups}.",
            "{count} of {total} metals not shown: {groups}.",
            count,
        )

    def build(self, plot: "Plot") -> None:
        """Add years, names, spans, status words, the as-of date and the legend."""
        from explorer.charts.plot.strips import MetalStripItems

        MetalStripItems(plot, self.spec)

    def hits(self, frame: Frame) -> list[Hit]:
        """Return the shown spans row by row."""
        found = []
        for i, row in enumerate(self.spec.rows):
            for n, span in enumerate(row.spans):
                box = strip_space.thin_span_box(frame, span, i)
                if box is not None:
                    found.append(Hit(box.center(), box.adjusted(0, -REACH, 0, REACH), i, n))
        return found

    def _count_text(self, count: int) -> str:
        return ngettext("{count} metal: {rows}.", "{count} metals: {rows}.", count)

    def _id(self, row: Row) -> str:
        return row.metal_id

    def _csv_last(self, row: Row, span: SpanBar) -> str:
        return ";".join(span.measure_ids)
