"""The items of an image of dates: the line of days, the rows below it, and the numbers of metals by status."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF

from explorer.charts.plot import typeset
from explorer.charts.plot.date_line import HEIGHT, DateLine
from explorer.charts.plot.date_rows import DateRows
from explorer.charts.plot.frame import Frame
from explorer.charts.plot.legend import legend
from explorer.charts.plot.names import Name, Names, Part
from explorer.charts.plot.plot import ABOVE, Plot
from explorer.charts.plot.tile_looks import Ground, state_look
from explorer.charts.spec import ChartSpec
from explorer.data.controls.pill import state_label
from explorer.data.dates import show
from explorer.data.overview.date_entry import NearDates
from explorer.language import gettext

SAMPLE = QRectF(0, -6, 16, 12)


class DateItems:
    """Draws the parts of an image of dates; everything is placed again when the size changes."""

    def __init__(self, plot: Plot, spec: ChartSpec, rows_in: Callable[[float], DateRows]) -> None:
        assert spec.dates is not None
        self._theme, self._found, self._rows_in = plot.theme, spec.dates, rows_in
        self._items = plot.lay(Names(), ABOVE)
        plot.follow(self.place)

    def place(self, frame: Frame) -> None:
        """Draw the line, the rows and the counts of a frame."""
        theme, width = self._theme, frame.whole.width()
        rows = self._rows_in(width)
        parts: list[Part] = [*DateLine(self._found, width, theme).parts()]
        for row, top in rows.placed(HEIGHT):
            parts += row.parts(top, theme)
        labels, small = count_labels(self._found), typeset.small()
        if labels:
            top = HEIGHT + rows.height + small.line / 2
            parts.append(Name(0, top, counts_heading(self._found), small, theme.muted))
            parts += legend(labels, frame, top + small.line, theme, self._sample)
        self._items.show_parts(frame.whole, parts)

    def _sample(self, index: int, at: QPointF) -> Part:
        state = [count.state for count in self._found.counts if count.metal_ids or count.next_count][index]
        return Ground(SAMPLE.translated(at), state_look(state, self._theme))


def counts_heading(found: NearDates) -> str:
    """Return what the counts are of."""
    total = sum(len(count.metal_ids) for count in found.counts)
    text = gettext("Status of {count} metals and materials on {day}")
    return text.format(count=total, day=show(found.as_of))


def count_labels(found: NearDates) -> tuple[str, ...]:
    """Return each status with its number of metals, and that of the day after where it differs."""
    labels = []
    for count in found.counts:
        text = gettext("{status}: {count}")
        if count.next_count != len(count.metal_ids):
            text = gettext("{status}: {count}, {next} on the day after")
        if count.metal_ids or count.next_count:
            labels.append(
                text.format(
                    status=state_label(count.state), count=len(count.metal_ids), next=count.next_count
                )
            )
    return tuple(labels)
