"""A table with rows of one line that scrolls in both directions; it never measures rows out of view."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from explorer.guard import guarded
from explorer.language import gettext
from explorer.ui.widgets.context_menu import Entry, copy_entry
from explorer.ui.widgets.row_menu import add_copy_key, copy_current_value, open_row_menu, spoken, spoken_row

LEAST_COLUMN, WIDEST_COLUMN, MARGIN, MEASURED = 48, 240, 16, 60
CELL_MARGIN = 6
LONGEST_TEXT = 200  # characters of a cell that are drawn


@guarded
class _OneLine(QStyledItemDelegate):
    """Draws each cell on one line, below the title of its column; the style sheet would take ten times as long."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell: QRect = option.rect
        palette: QPalette = option.palette
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, palette.color(QPalette.ColorRole.Highlight))
        text = str(index.data() or "")[:LONGEST_TEXT].replace("\n", " ")
        room = cell.adjusted(CELL_MARGIN, 0, -CELL_MARGIN, 0)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        elided = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            painter.drawRect(cell.adjusted(0, 0, -1, -1))


@guarded
class GridView(QTableView):
    """Shows a model; Enter or a double click emits `rowOpened`, another current cell `cellChanged`.

    Its menu copies the cell or the row, after the entries that `row_entries` gives for the row.
    """

    rowOpened = Signal(int)
    cellChanged = Signal()
    row_entries: Callable[[int], Sequence[Entry]] | None = None

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(_OneLine(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 10)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        columns.setSortIndicatorClearable(True)
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSortingEnabled(True)
        self.activated.connect(self._activated)
        add_copy_key(self, self._copy_value)

    def fit_columns(self) -> None:
        """Give each column the width of its title and of its first cells, and the last one what is left."""
        model, header = self.model(), self.horizontalHeader()
        advance = self.fontMetrics().horizontalAdvance
        for column in range(model.columnCount()):
            title = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            cells = (model.index(row, column).data() for row in range(min(MEASURED, model.rowCount())))
            width = max((advance(str(text or "").partition("\n")[0]) for text in cells), default=0)
            width = max(width, advance(title) + MARGIN) + MARGIN
            header.resizeSection(
                column, min(max(width, LEAST_COLUMN), max(WIDEST_COLUMN, advance(title) + 2 * MARGIN))
            )
        header.setStretchLastSection(True)

    def fit_height(self) -> None:
        """Make the view no taller than its rows, which scroll where there is less room."""
        bar = self.horizontalScrollBar().sizeHint().height()
        needed = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + bar
        self.setMaximumHeight(needed + 2 * self.frameWidth())

    def forget_order(self) -> None:
        """Show that the rows are in the order of their keys."""
        header = self.horizontalHeader()
        blocked = header.blockSignals(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.blockSignals(blocked)

    def select_row(self, row: int) -> None:
        """Make a row the current one and bring it into view."""
        index = self.model().index(row, max(0, self.currentIndex().column()))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.cellChanged.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the row under the pointer, or by key that of the current one."""
        open_row_menu(self, self.entries, event)

    def entries(self) -> list[Entry]:
        """Return the entries of the menu of the current row."""
        index = self.currentIndex()
        found = list(self.row_entries(index.row())) if self.row_entries is not None else []
        found.append(copy_entry(gettext("Copy value"), spoken(index), self, new_section=bool(found)))
        return [*found, copy_entry(gettext("Copy row"), spoken_row(index), self)]

    @Slot()
    def _copy_value(self) -> None:
        copy_current_value(self)

    @Slot(QModelIndex)
    def _activated(self, index: QModelIndex) -> None:
        self.rowOpened.emit(index.row())
