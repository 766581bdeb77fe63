"""A table as tall as its rows, with wrapped cells and columns that share the width.

Where the width does not suffice, columns of long text move below the other cells of their row.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScrollArea,
    QTableView,
    QWidget,
)

from explorer.charts.plot.painting import painting
from explorer.data.steps import Steps, collected, each, result_of
from explorer.data.web_address import opening_text
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.table import Cell, RecordTable
from explorer.palette import Theme
from explorer.ui.widgets.column_widths import MIN_COLUMN, Column, column_widths
from explorer.ui.widgets.context_menu import Entry, RowSource, SourceEntries, copy_entry
from explorer.ui.widgets.file_saving import save_table
from explorer.ui.widgets.needed_widths import NeededWidths
from explorer.ui.widgets.row_heights import AT_ONCE, RowHeights
from explorer.ui.widgets.row_menu import add_copy_key, copy_current_value, open_row_menu, spoken, spoken_row
from explorer.ui.widgets.table_texts import ModelIndex, TextsBelow, WrappedText

COMFORT = 130  # pixels for a column that may wrap, below which long columns move below the row
LONG_COMFORT = 200  # the same for a column of long text, and for one with a text above LONG_TEXT
LONG_TEXT = 400
ROW_MARGIN = 24  # pixels kept above and below the current row


@guarded
class TableView(QTableView):
    """A table as tall as its rows, at most `max_height` pixels if not 0; Enter or a double click emits `opened`.

    Its menu copies a cell or a row. `record_name` adds an entry that opens the record of a row.
    `source_of` gives what a row is cited by, `open_address` opens its address; `source_entries` adds what concerns the
    sources of its cells. Ctrl+C copies the current cell. A copied row ends with `remark`, on a line below.
    `source_rows` gives ID, publisher and title of the sources in a table that is saved. `comfort` and `long_comfort`
    are the widths below which long columns move below the row.
    """

    opened = Signal(str)
    record_name = ""
    source_of: Callable[[str], RowSource] | None = None
    open_address: Callable[[str], object] | None = None
    source_entries: SourceEntries | None = None
    source_rows: Callable[[Iterable[str]], Sequence[tuple[str, str, str]]] | None = None
    remark = ""
    comfort, long_comfort = COMFORT, LONG_COMFORT

    def __init__(
        self, header: Sequence[str], name: str, parent: QWidget | None = None, *, max_height: int = 0
    ) -> None:
        super().__init__(parent)
        self.records = RecordTable(header, self)
        self.setModel(self.records)
        self._max_height = max_height
        self.setAccessibleName(name)
        self._texts = WrappedText(self)
        self.setItemDelegate(self._texts)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        header_view = self.horizontalHeader()
        header_view.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header_view.setHighlightSections(False)
        # Qt would stretch the last column only after the heights of the rows are measured.
        header_view.setStretchLastSection(False)
        header_view.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header_view.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if not max_height:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._activated)
        add_copy_key(self, self._copy_value)
        self._heights = RowHeights(self.records, self.sizeHintForRow, self)
        self._heights.measured.connect(self._use_heights)
        self.records.layoutChanged.connect(self._fit)
        self._weights: tuple[int, ...] = tuple(1 for _ in header)
        self._header = tuple(header)
        self._given: tuple[tuple[Cell, ...], ...] = ()
        self._needs = [(MIN_COLUMN, MIN_COLUMN)] * len(header)
        self._long: tuple[int, ...] = ()
        self._below = TextsBelow(self, self._header)

    def set_weights(self, *weights: int, long: Sequence[int] = ()) -> None:
        """Set how the columns share the width.

        `long` are columns of long text, in the order in which they move below the row where there is no room.
        """
        self._weights, self._long = weights, tuple(long)
        self._set_widths()

    def set_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Replace the rows; an order chosen by the reader stays. The same rows again change nothing.

        If there are few rows, of the same records in the same order, only cells are updated, and the current row stays.
        """
        result_of(self.fill_in_steps(rows))

    def fill_in_steps(self, rows: Iterable[Sequence[Cell]]) -> Steps[None]:
        """Replace the rows in steps, in which an iterator may make them; the result is that of `set_rows`."""
        given = tuple((yield from collected(map(tuple, rows))))
        if given == self._given:
            return
        if self._has_same_records(given):
            self._update_rows(given)
            return
        needs = NeededWidths(self._header, self.fontMetrics().horizontalAdvance)
        yield from each(given, needs.add_row)
        self._given = given
        header_view = self.horizontalHeader()
        self._heights.forget()
        self.records.set_rows(given)
        self.records.sort(header_view.sortIndicatorSection(), header_view.sortIndicatorOrder())
        self._needs = needs.widths()
        if given:
            self.setCurrentIndex(self.records.index(0, 0))
            self.clearSelection()
        self._set_widths()

    def _has_same_records(self, rows: Sequence[Sequence[Cell]]) -> bool:
        keys = _keys(rows)
        is_sorted = self.horizontalHeader().sortIndicatorSection() >= 0
        return not is_sorted and 0 < len(keys) <= AT_ONCE and keys == _keys(self._given)

    def _update_rows(self, rows: tuple[tuple[Cell, ...], ...]) -> None:
        """Show other cells of the same records; widths and heights change only where a new text needs it."""
        self._given = rows
        before = [self.records.identity(row) for row in range(len(rows))]
        changed = self.records.update_rows(rows)
        columns = sorted({column for _, column in changed})
        needs = NeededWidths([self._header[c] for c in columns], self.fontMetrics().horizontalAdvance)
        for cells in rows:
            needs.add_row([cells[c] for c in columns])
        widths = dict(zip(columns, needs.widths(), strict=True))
        self._heights.keep(
            {
                before[row]: self.records.identity(row)
                for row in set(range(len(rows))).difference(row for row, _ in changed)
            }
        )
        if any(self._needs[column] != width for column, width in widths.items()):
            self._needs = [widths.get(column, width) for column, width in enumerate(self._needs)]
            self._set_widths()
        elif changed:
            self._fit()
            self._paint_below({row for row, _ in changed})

    def _paint_below(self, rows: Iterable[int]) -> None:
        """Paint rows with texts below their cells as a whole: these move where a cell gets taller or less tall."""
        for row in rows if self._below.columns else ():
            top, height = self.rowViewportPosition(row), self.rowHeight(row)
            self.viewport().update(0, top, self.viewport().width(), height)

    def set_theme(self, theme: Theme) -> None:
        """Draw the pills in the colours of a theme."""
        if theme is not self._texts.theme:
            self._texts.theme = theme
            self.viewport().update()

    def mark(self, key: str, ground: str) -> int:
        """Mark the row of a key with a colour behind it, select it, and return its top in pixels, -1 without one."""
        self._texts.ground = ground
        row = self.records.mark(key)
        if row < 0:
            return -1
        self.setCurrentIndex(self.records.index(row, 0))
        return self.rowViewportPosition(row) + self.horizontalHeader().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share another width among the columns; the height follows from the rows."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._set_widths()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave paging to the page around a table that does not scroll."""
        if not self._max_height and event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: ModelIndex, previous: ModelIndex) -> None:
        """Bring the current row into view in the page that scrolls the table."""
        super().currentChanged(current, previous)
        page = self._page() if self.hasFocus() and not self._max_height else None
        content = page.widget() if page is not None else None
        if page is None or content is None or not current.isValid():
            return
        top = self.rowViewportPosition(current.row())
        for y in (top + self.rowHeight(current.row()), top):
            place = self.viewport().mapTo(content, QPoint(0, y))
            page.ensureVisible(place.x(), place.y(), 0, ROW_MARGIN)

    def _page(self) -> QScrollArea | None:
        above: QWidget | None = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above

    def sizeHintForRow(self, row: int) -> int:
        return super().sizeHintForRow(row) + self._below.height(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._heights.measure_seen(self._below.rows_in(event.rect()))
        with painting(QPainter(self.viewport())) as painter:
            self._below.paint(painter, event.rect())

    def indexAt(self, at: QPoint) -> QModelIndex:
        index = super().indexAt(at)
        column = self._below.column_at(index.row(), at) if index.isValid() else None
        return index if column is None else index.siblingAtColumn(column)

    def visualRect(self, index: ModelIndex) -> QRect:
        """Return the place of a cell, without the texts below its row."""
        if index.isValid() and index.column() in self._below.columns:
            return self._below.place(index)
        return super().visualRect(index).adjusted(0, 0, 0, -self._below.height(index.row()))

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Let Left and Right reach the texts below a row too, after its cells."""
        current = self.currentIndex()
        step = {self.CursorAction.MoveLeft: -1, self.CursorAction.MoveRight: 1}.get(action)
        if step is None or not self._below.columns or not current.isValid():
            return super().moveCursor(action, modifiers)
        cells = [c for c in range(self.records.columnCount()) if c not in self._below.columns]
        order = [*cells, *self._below.columns]
        place = min(max(order.index(current.column()) + step, 0), len(order) - 1)
        return current.siblingAtColumn(order[place])

    def wheelEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if self._max_height:
            super().wheelEvent(event)
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the row under the pointer, or by key that of the current one."""
        open_row_menu(self, self.entries, event)

    def entries(self) -> list[Entry]:
        """Return the entries of the menu of the current row: its record, its texts, and its sources."""
        index = self.currentIndex()
        row = spoken_row(index)
        key = self.key_at(index)
        found = [Entry(self.record_name, partial(self.opened.emit, key))] if self.record_name and key else []
        found.append(copy_entry(gettext("Copy value"), spoken(index), self, new_section=bool(found)))
        found.append(copy_entry(gettext("Copy row"), "\n".join(filter(None, (row, self.remark))), self))
        source = self.source_of(key) if self.source_of is not None and key else RowSource()
        if source.citation:
            found.append(copy_entry(gettext("Copy citation"), source.citation, self))
        if source.address and self.open_address is not None:
            found.append(Entry(opening_text(source.address), partial(self.open_address, source.address)))
        found.append(Entry(gettext("Save table as XLSX…"), partial(save_table, self)))
        if self.source_entries is not None:
            found += self.source_entries(index.data(RecordTable.SourcesRole) or ())
        return found

    @Slot()
    def _copy_value(self) -> None:
        copy_current_value(self)

    def _set_widths(self) -> None:
        header_view = self.horizontalHeader()
        blocked = header_view.blockSignals(True)
        available = self.viewport().width()
        if self._max_height:  # it scrolls sideways, so every word fits
            available = max(available, sum(least for least, _ in self._needs))
        below = self._below.columns = self._without_room(available)
        for column in self._long:
            self.setColumnHidden(column, column in below)
        shown = [c for c in range(len(self._header)) if c not in below]
        columns = [Column(*self._needs[c], self._weights[c]) for c in shown]
        for column, width in zip(shown, column_widths(available, columns), strict=True):
            header_view.resizeSection(column, width)
        header_view.blockSignals(blocked)
        header_view.viewport().update()
        self.viewport().update()
        self._heights.forget()
        self._fit()

    def _without_room(self, width: int) -> tuple[int, ...]:
        """Return the columns of long text that a width has no room for beside the others."""
        comfortable = [
            max(
                least,
                min(whole, self.long_comfort if column in self._long or whole > LONG_TEXT else self.comfort),
            )
            for column, (least, whole) in enumerate(self._needs)
        ]
        below: list[int] = []
        for column in self._long:
            if sum(size for c, size in enumerate(comfortable) if c not in below) <= width:
                break
            below.append(column)
        return tuple(sorted(below))

    @Slot()
    def _fit(self) -> None:
        self._heights.measure_rows()
        self._use_heights()

    @Slot()
    def _use_heights(self) -> None:
        """Give the rows their known heights; the row at the top of the page stays where it is."""
        page = self._page()
        top = self.viewport().mapFrom(page.viewport(), QPoint(0, 0)).y() if page is not None else 0
        row = self.rowAt(top) if top > 0 and self.isVisible() else -1
        before = self.rowViewportPosition(row) if row >= 0 else 0
        self._heights.apply_to(self.verticalHeader())
        height = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + 4
        self.setFixedHeight(min(height, self._max_height) if self._max_height else height)
        if page is not None and row >= 0:
            bar = page.verticalScrollBar()
            bar.setValue(bar.value() + self.rowViewportPosition(row) - before)

    @staticmethod
    def key_at(index: QModelIndex) -> str:
        """Return the key of a cell, or of its row."""
        return str(
            index.data(RecordTable.KeyRole) or index.siblingAtColumn(0).data(RecordTable.KeyRole) or ""
        )

    @Slot(QModelIndex)
    def _activated(self, index: QModelIndex) -> None:
        key = self.key_at(index)
        if key:
            self.opened.emit(key)


def _keys(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """Return the key of each row, none where not all rows have one."""
    keys = [row[0].key for row in rows]
    return keys if all(keys) else []
