"""The control dates around a day: on a line and in rows, with the numbers of metals by status."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from explorer.charts.plot.frame import Frame, Hit, Margins, Ranges
from explorer.charts.plot.shape import Reduction, Shape, box_outline
from explorer.charts.shapes.bars import row_at
from explorer.charts.spec import ChartSpec, with_note
from explorer.charts.words import table
from explorer.charts.words.reading import Entry, Reading
from explorer.charts.words.table import Cell, Table
from explorer.data.controls.pill import state_label
from explorer.data.dates import distance, show
from explorer.data.overview.date_entry import DateEntry, NearDates
from explorer.data.overview.date_rows import HEADER, rows
from explorer.language import gettext, list_of, ngettext

if TYPE_CHECKING:
    from explorer.charts.plot.date_rows import DateRows
    from explorer.charts.plot.plot import Plot

COLUMNS = (
    *("date", "what", "document", "places", "before", "state"),
    *("presumed", "your_entry", "unchecked", "metals"),
)
LEAST = 1
NOTES = ((None, False), (2, False), (1, True))


class NearDatesShape(Shape):
    """The dates in the order of the image: those ahead, then the earlier ones."""

    def __init__(self, spec: ChartSpec) -> None:
        super().__init__(spec)
        self._rows: dict[float, DateRows] = {}

    @property
    def dates(self) -> NearDates:
        """The dates and the counts."""
        assert self.spec.dates is not None
        return self.spec.dates

    @cached_property
    def _shown(self) -> tuple[DateEntry, ...]:
        return self.dates.shown

    # the space

    def rows_in(self, width: float) -> "DateRows":
        """Return the rows in a width."""
        from explorer.charts.plot.date_rows import DateRows

        if width not in self._rows:
            self._rows[width] = DateRows(self.dates, width)
        return self._rows[width]

    def margins(self, width: float, height: float, ranges: Ranges | None = None) -> Margins:
        """Return no space around the area."""
        return Margins(0.0, 0.0, 0.0, 0.0)

    def preferred_height(self, width: float) -> float:
        """Return the height of the line, the rows and the counts."""
        from explorer.charts.plot import space, typeset
        from explorer.charts.plot.date_items import count_labels
        from explorer.charts.plot.date_line import HEIGHT

        labels = count_labels(self.dates)
        counts = space.legend_height(labels, width) + 2 * typeset.small().line if labels else 0.0
        return HEIGHT + self.rows_in(width).height + counts

    def good_height(self, width: float) -> float:
        """Return the height of all rows."""
        return self.preferred_height(width)

    def least_height(self, width: float) -> float:
        """Return the height of all rows: fewer are shown where there is less."""
        return self.preferred_height(width)

    def reductions(self) -> Iterator[Reduction]:
        """Yield fewer notes, then fewer and fewer rows, those nearest to the as-of date."""
        for count in range(self.row_count, min(LEAST, self.row_count) - 1, -1):
            yield from (self._reduction(count, lines, brief) for lines, brief in NOTES)

    def smallest(self) -> Reduction:
        """Return the rows nearest to the as-of date, and one line of notes."""
        return self._reduction(min(LEAST, self.row_count), *NOTES[-1])

    def _reduction(self, count: int, lines: int | None, brief: bool) -> Reduction:
        spec = self.fewer_rows(count)
        return Reduction(spec, type(self)(spec).least_height, None, lines, brief)

    @property
    def row_count(self) -> int:
        """The number of dates shown."""
        return len(self._shown)

    def fewer_rows(self, count: int) -> ChartSpec:
        """Return the chart with rows for the dates nearest to the as-of date, and a note on the others."""
        if count >= self.row_count:
            return self.spec
        left_out = self.row_count - count
        text = ngettext(
            "{count} of {total} dates not listed.", "{count} of {total} dates not listed.", left_out
        )
        spec = replace(self.spec, dates=replace(self.dates, most_rows=count))
        return with_note(spec, text.format(count=left_out, total=self.row_count))

    # the drawing

    def build(self, plot: "Plot") -> None:
        """Add the line, the rows and the counts."""
        from explorer.charts.plot.date_items import DateItems

        DateItems(plot, self.spec, self.rows_in)

    def hits(self, frame: Frame) -> list[Hit]:
        """Return the places of the rows."""
        from explorer.charts.plot.date_line import HEIGHT

        found = []
        for row, top in self.rows_in(frame.whole.width()).placed(HEIGHT):
            box = QRectF(frame.whole.left(), top, frame.whole.width(), row.height)
            index = next(n for n, entry in enumerate(self._shown) if entry is row.entry)
            found.append(Hit(box.center(), box, 0, index))
        return found

    def hit_at(self, frame: Frame, hits: list[Hit], position: QPointF) -> int | None:
        """Return the row at a position."""
        return row_at(hits, position)

    def mark(self, hit: Hit) -> QPainterPath:
        """Return the outline of a row."""
        return box_outline(hit.box)

    # words and figures

    @property
    def unit(self) -> str:
        """The unit of the figures, which are days."""
        return ""

    def sentences(self) -> Iterator[str]:
        """Yield the places, each date with the state from then on, and the counts."""
        yield gettext("{text}.").format(text=self.spec.subtitle)
        for entry in self._shown:
            yield _sentence(entry)
        counts = [c for c in self.dates.counts if c.metal_ids]
        if counts:
            text = gettext("{status}: {count}")
            texts = (text.format(status=state_label(c.state), count=len(c.metal_ids)) for c in counts)
            yield gettext("{text}.").format(text="; ".join(texts))

    def describe(self, series: int, index: int) -> tuple[str, ...]:
        """Return the day, what happens, the state from then on, document, places and metals."""
        entry = self._shown[index]
        return (
            show(entry.published),
            entry.words,
            gettext("From then on: {state}").format(state=entry.after.text),
            entry.document,
            list_of(entry.places),
            *filter(None, (list_of(entry.metal_names), *_flags(entry))),
        )

    def reading(self, series: int, index: int) -> Reading:
        """Return what a reader is shown at a date."""
        day, words, *lines = self.describe(series, index)
        when = distance(self._shown[index].day, self.dates.as_of)
        return Reading(day, (Entry(series, when, words, tuple(lines)),))

    def spoken(self, series: int, index: int) -> str:
        """Return a date in a line."""
        return _sentence(self._shown[index])

    # table and CSV

    def csv_places(self) -> list[tuple[int, int]]:
        """Return each date that is shown."""
        return [(0, index) for index in range(self.row_count)]

    def table(self) -> Table:
        """Return every date shown with what is before and after it."""
        heads = {
            "date": gettext("Date"),
            "what": gettext("What happens"),
            "document": gettext("Document"),
            "places": gettext("Exports"),
            "before": gettext("Before"),
            "state": gettext("Status from then on"),
        }
        header = [heads[column] if column in heads else table.head(column) for column in COLUMNS]
        return table.table_of(COLUMNS, header, map(_row, self._shown))

    def csv_rows(self) -> Iterator[tuple[str, ...]]:
        """Yield the heads, the dates and the counts, as the command `today` prints them."""
        yield HEADER
        for row in rows(self.dates):
            yield tuple(map(str, row))


def _sentence(entry: DateEntry) -> str:
    text = gettext("{day}: {what} ({document}; {places}); from then on {state}.")
    return text.format(
        day=show(entry.published),
        what=entry.words,
        document=entry.document,
        places=list_of(entry.places),
        state=entry.after.text,
    )


def _flags(entry: DateEntry) -> Iterator[str]:
    if entry.by_statement:
        yield gettext("The pause is based only on a statement.")
    if entry.beyond_verified:
        yield gettext("This date is after the last day checked; anything announced since then is missing.")


def _row(entry: DateEntry) -> tuple[Cell, ...]:
    return (
        (show(entry.published), entry.day.isoformat()),
        table.word(entry.words),
        table.word(entry.document),
        table.word(list_of(entry.places)),
        table.word(entry.before.text),
        table.word(entry.after.text),
        table.word(gettext("presumed") if entry.after.presumed else ""),
        table.word(gettext("your entry") if entry.after.your_entry else ""),
        table.word(gettext("not checked") if entry.beyond_verified else ""),
        table.word(list_of(entry.metal_names)),
    )
