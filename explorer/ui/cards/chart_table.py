"""The figures of a chart as a table, in place of the chart."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.charts import summary
from explorer.charts.hidden_series import are_named, hidden_note
from explorer.charts.shapes import shape_of
from explorer.charts.spec import ChartSpec
from explorer.charts.words.table import Table
from explorer.charts.zoom import Range, range_words
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.table import Cell
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.context_menu import Entry, SourceEntries
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.style import STEP

if TYPE_CHECKING:
    from explorer.ui.widgets.table_view import TableView

MAX_TABLE_HEIGHT = 420
TEXT_WEIGHT, FIGURE_WEIGHT = 5, 2
LONGEST_FIGURE = 16


@guarded
class ChartTable(QWidget):
    """Shows the table of a chart; where the chart shows a range, only that range until the reader asks for all.

    Notes above it name the range and the series that are hidden. A table is not used for another chart, since its
    columns depend on the chart.
    """

    source_entries: SourceEntries | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * STEP)
        self._chart: ChartSpec | None = None
        self._range: Range | None = None
        self._lists_all = False
        self.hidden, self.range_note = label("", "muted"), label("", "muted")
        self.all_button = link_button("")
        self.all_button.clicked.connect(self._toggle_all)
        row = QHBoxLayout()
        row.addWidget(self.range_note, 1)
        row.addWidget(self.all_button)
        self._column.addWidget(self.hidden)
        self._column.addLayout(row)
        self.table: TableView | None = None
        self.hide()

    def show_table(self, chart: ChartSpec | None, shown: Range | None) -> None:
        """Show the table of a chart, or of a range of it; nothing without a chart."""
        self._lists_all = self._lists_all and shown is not None
        self._chart, self._range = chart, shown
        self._fill()

    @Slot()
    def _toggle_all(self) -> None:
        """List the whole chart, or only the range again; the focus stays on the button."""
        self._lists_all = not self._lists_all
        self._fill()

    def _fill(self) -> None:
        self._remove_table()
        chart, shown = self._chart, self._range
        self.setVisible(chart is not None)
        if chart is None:
            return
        self.hidden.setText(hidden_note(chart) if chart.hidden else "")
        self.hidden.setVisible(bool(chart.hidden))
        self._show_range(chart, shown)
        name = gettext("{title}, as a table").format(title=chart.title)
        spec = chart
        if shown is not None and not self._lists_all:
            spec = shape_of(chart).between(shown)
            first, last = range_words(shown, chart.x)
            text = gettext("{title}, {first} to {last}, as a table")
            name = text.format(title=chart.title, first=first, last=last)
        figures = summary.table(spec)
        if not figures.rows:
            return
        self.table = _table(figures, name, named=not spec.series or are_named(spec.series))
        self.table.source_entries = partial(self._entries_of_sources, spec)
        rows = [(s.source_id, s.publisher, s.title) for s in spec.sources]
        own = [("", spec.own_sources, "")] if spec.own_sources else []
        self.table.source_rows = lambda _ids: (*rows, *own)
        self._column.addWidget(self.table)

    def _show_range(self, chart: ChartSpec, shown: Range | None) -> None:
        """Say which range is listed, and offer the other choice."""
        for part in (self.range_note, self.all_button):
            part.setVisible(shown is not None)
        if shown is None:
            return
        text = gettext("Only {first} to {last} is listed, the range that the chart shows.")
        if self._lists_all:
            text = gettext("The whole chart is listed; the chart shows {first} to {last}.")
        first, last = range_words(shown, chart.x)
        self.range_note.setText(text.format(first=first, last=last))
        self.all_button.setText(gettext("List this range only") if self._lists_all else gettext("List all"))

    def _remove_table(self) -> None:
        if self.table is not None:
            self._column.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
            self.table = None

    def _entries_of_sources(self, spec: ChartSpec, _of_row: tuple[str, ...]) -> Sequence[Entry]:
        """Return the entries for the sources of a chart, which those of a row are among."""
        return sources_of(spec, self.source_entries)


def sources_of(spec: ChartSpec, source_entries: SourceEntries | None) -> Sequence[Entry]:
    """Return the entries of a menu for the sources of a chart."""
    return () if source_entries is None else source_entries(tuple(s.source_id for s in spec.sources))


def _table(figures: Table, name: str, *, named: bool) -> "TableView":
    """Return figures as a table without empty columns, and without the first one where the series are not named."""
    from explorer.ui.widgets.table_view import TableView

    first = 0 if named else 1
    used = [i for i in range(first, len(figures.header)) if any(row[i] for row in figures.rows)]
    table = TableView([figures.header[i] for i in used], name, max_height=MAX_TABLE_HEIGHT)
    table.set_weights(*(_weight(row[i] for row in figures.rows) for i in used))
    pairs = zip(figures.rows, figures.raw, strict=True)
    table.set_rows([[Cell(texts[i], values[i]) for i in used] for texts, values in pairs])
    return table


def _weight(texts: Iterable[str]) -> int:
    """Return the weight of a column: sentences and lists get more of the width than figures and dates."""
    return TEXT_WEIGHT if max(map(len, texts)) > LONGEST_FIGURE else FIGURE_WEIGHT
