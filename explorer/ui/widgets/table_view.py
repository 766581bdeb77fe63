"""A table as tall as its rows, with wrapped cells and columns that share the width."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from explorer.charts.plot.frame import restored
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.table import Cell, RecordTable
from explorer.ui.widgets.clipboard import copy_text
from explorer.ui.widgets.context_menu import Entry, RowSource, SourceEntries, copy_entry, open_menu
from explorer.ui.widgets.running_text import unbroken_dates

ModelIndex = QModelIndex | QPersistentModelIndex
_BREAKS = re.compile("[ \n\t]+|(?<=[\u2e80-\u9fff\uff00-\uffef])|(?=[\u2e80-\u9fff\uff00-\uffef])|(?<=[-/])")
MIN_COLUMN, MAX_MINIMUM, WORD_MARGIN, MAX_TITLE = 36, 150, 16, 110


@guarded
class _WrappedText(QStyledItemDelegate):
    """Draws a cell in as many lines as the width of its column needs."""

    PAD_X, PAD_Y = 6, 4
    ground = ""  # the colour behind a marked row
    _FLAGS = Qt.TextFlag.TextWordWrap

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        view = option.widget
        assert isinstance(view, QTableView)
        width = view.columnWidth(index.column()) - 2 * self.PAD_X
        box = QRect(0, 0, max(width, 10), 100_000)
        used = view.fontMetrics().boundingRect(box, int(self._FLAGS), _text(index))
        return QSize(width, max(used.height(), view.fontMetrics().height()) + 2 * self.PAD_Y + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        rect: QRect = option.rect
        palette: QPalette = option.palette
        state: QStyle.StateFlag = option.state
        with restored(painter):
            if index.data(RecordTable.MarkedRole):
                painter.fillRect(rect, QColor(self.ground))
                if index.column() == 0:
                    painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), palette.link())
            elif state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, palette.alternateBase())
                painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), palette.link())
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            inner = rect.adjusted(self.PAD_X, self.PAD_Y, -self.PAD_X, -self.PAD_Y)
            side = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
            painter.drawText(inner, int(self._FLAGS) | int(side), _text(index))
            painter.setPen(palette.color(QPalette.ColorRole.Mid))
            painter.setOpacity(0.5)
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def _text(index: ModelIndex) -> str:
    return unbroken_dates(str(index.data() or ""))


@guarded
class TableView(QTableView):
    """A table as tall as its rows, at most `max_height` pixels if not 0; Enter or a double click emits `opened`.

    Its menu copies a cell or a row. `record_name` adds an entry that opens the record of a row.
    `source_of` gives what a row is cited by, `open_address` opens its address; `source_entries` adds what concerns the
    sources of its cells. Ctrl+C copies the current cell.
    """

    opened = Signal(str)
    record_name = ""
    source_of: Callable[[str], RowSource] | None = None
    open_address: Callable[[str], object] | None = None
    source_entries: SourceEntries | None = None

    def __init__(
        self, header: Sequence[str], name: str, parent: QWidget | None = None, *, max_height: int = 0
    ) -> None:
        super().__init__(parent)
        self.records = RecordTable(header, self)
        self.setModel(self.records)
        self._max_height = max_height
        self.setAccessibleName(name)
        self._texts = _WrappedText(self)
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
        copy = QAction(gettext("Copy value"), self)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self._copy_value)
        self.addAction(copy)
        self.records.layoutChanged.connect(self._fit)
        self._weights: tuple[int, ...] = tuple(1 for _ in header)
        self._header = tuple(header)
        self._minimums = [MIN_COLUMN] * len(header)

    def set_weights(self, *weights: int) -> None:
        """Set how the columns share the width."""
        self._weights = weights
        self._set_widths()

    def set_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Replace the rows; an order chosen by the reader stays."""
        header_view = self.horizontalHeader()
        self.records.set_rows(rows)
        self.records.sort(header_view.sortIndicatorSection(), header_view.sortIndicatorOrder())
        self._measure(rows)
        if rows:
            self.setCurrentIndex(self.records.index(0, 0))
            self.clearSelection()
        self._set_widths()

    def mark(self, key: str, ground: str) -> int:
        """Mark the row of a key with a colour behind it, select it, and return its top in pixels, -1 without one."""
        self._texts.ground = ground
        row = self.records.mark(key)
        if row < 0:
            return -1
        self.setCurrentIndex(self.records.index(row, 0))
        return self.rowViewportPosition(row) + self.horizontalHeader().height()

    def _measure(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Measure the minimum width of each column, that of its longest word."""
        metrics = self.fontMetrics()
        for column, title in enumerate(self._header):
            words = {word for row in rows for word in _words(row[column].text)} | set(title.split())
            longest = sorted(words, key=len)[-3:]
            widths = [metrics.horizontalAdvance(w) for w in longest]
            widest = max([*widths, min(metrics.horizontalAdvance(title), MAX_TITLE)]) + WORD_MARGIN
            self._minimums[column] = min(max(widest, MIN_COLUMN), MAX_MINIMUM)

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().resizeEvent(event)
        self._set_widths()

    def wheelEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if self._max_height:
            super().wheelEvent(event)
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the row under the pointer, or by key that of the current one."""
        if event.reason() == QContextMenuEvent.Reason.Mouse and self.indexAt(event.pos()).isValid():
            self.setCurrentIndex(self.indexAt(event.pos()))
        index = self.currentIndex()
        if not index.isValid():
            event.ignore()
            return
        place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        open_menu(self, self.entries(), event, place)

    def entries(self) -> list[Entry]:
        """Return the entries of the menu of the current row: its record, its texts, and its sources."""
        index = self.currentIndex()
        columns = range(self.records.columnCount())
        cells = (str(index.siblingAtColumn(c).data() or "") for c in columns)
        row = "\t".join(cell.replace("\n", "; ") for cell in cells)
        key = self._key(index)
        found = [Entry(self.record_name, partial(self.opened.emit, key))] if self.record_name and key else []
        found.append(
            copy_entry(gettext("Copy value"), str(index.data() or ""), self, new_section=bool(found))
        )
        found.append(copy_entry(gettext("Copy row"), row, self))
        source = self.source_of(key) if self.source_of is not None and key else RowSource()
        if source.citation:
            found.append(copy_entry(gettext("Copy citation"), source.citation, self))
        if source.address and self.open_address is not None:
            found.append(Entry(gettext("Open source in browser"), partial(self.open_address, source.address)))
        if self.source_entries is not None:
            found += self.source_entries(index.data(RecordTable.SourcesRole) or ())
        return found

    @Slot()
    def _copy_value(self) -> None:
        copy_text(self, str(self.currentIndex().data() or ""))

    def _set_widths(self) -> None:
        header_view = self.horizontalHeader()
        blocked = header_view.blockSignals(True)
        available = self.viewport().width()
        if self._max_height:  # it scrolls sideways, so every word fits
            available = max(available, sum(self._minimums))
        for column, width in enumerate(_column_widths(available, self._weights, self._minimums)):
            header_view.resizeSection(column, width)
        header_view.blockSignals(blocked)
        header_view.viewport().update()
        self._fit()

    def _fit(self, *_: object) -> None:
        self.resizeRowsToContents()
        height = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + 4
        self.setFixedHeight(min(height, self._max_height) if self._max_height else height)

    @staticmethod
    def _key(index: QModelIndex) -> str:
        """Return the key of a cell, or of its row."""
        return str(
            index.data(RecordTable.KeyRole) or index.siblingAtColumn(0).data(RecordTable.KeyRole) or ""
        )

    @Slot(QModelIndex)
    def _activated(self, index: QModelIndex) -> None:
        key = self._key(index)
        if key:
            self.opened.emit(key)


def _words(text: str) -> list[str]:
    """Return the parts of a text between which a line may end: words, and Chinese characters one by one."""
    return [word for word in _BREAKS.split(text) if word]


def _column_widths(width: int, weights: Sequence[int], minimums: Sequence[int]) -> list[int]:
    """Return the widths of columns in pixels by weight, none below its minimum while the width suffices."""
    minimums = _reduced(minimums, width)
    fixed: dict[int, int] = {}
    while True:
        rest = width - sum(fixed.values())
        total = sum(w for i, w in enumerate(weights) if i not in fixed) or 1
        widths = [fixed.get(i, rest * w // total) for i, w in enumerate(weights)]
        below = {i: minimums[i] for i, size in enumerate(widths) if i not in fixed and size < minimums[i]}
        if not below:
            widths = [max(size, MIN_COLUMN) for size in widths]
            widths[-1] += max(0, width - sum(widths))  # what the division leaves over
            return widths
        fixed |= below


def _reduced(minimums: Sequence[int], width: int) -> list[int]:
    """Return minimums that fit a width, taken off the widest ones: there a long word is broken."""
    reduced = list(minimums)
    while sum(reduced) > width and max(reduced) > MIN_COLUMN:
        reduced[reduced.index(max(reduced))] -= 1
    return reduced
