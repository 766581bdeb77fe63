"""Strips of metals: the strictest control on each over time, in one line with its status on the as-of date."""

from typing import TYPE_CHECKING

from explorer.charts.plot import strip_space
from explorer.charts.plot.frame import Frame, Hit, Margins, Ranges
from explorer.charts.plot.strip_space import HEAD, METAL_ROW
from explorer.charts.shapes.bars import LEAST
from explorer.charts.shapes.strips import REACH, Strips
from explorer.charts.spec import Row, SpanBar
from explorer.language import ngettext

if TYPE_CHECKING:
    from explorer.charts.plot.plot import Plot


class MetalStrips(Strips):
    """The history of the controls on metals."""

    id_column, name_column = "metal_id", "metal"
    _last_column = "measure_ids"

    def preferred_height(self, width: float) -> float:
        """Return the height that gives each metal one line, and the legend enough space."""
        legend = strip_space.legend_height(self.spec, width)
        return HEAD + len(self.spec.rows) * METAL_ROW + strip_space.BELOW + legend

    def margins(self, width: float, height: float, ranges: Ranges | None = None) -> Margins:
        """Return the space for the names, the status on the as-of date, and the legend."""
        return strip_space.metal_margins(self.spec, width)

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
