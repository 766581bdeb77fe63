"""The tiles of the periodic table: the arrow keys go over those on file, Enter opens the metal."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from explorer.charts.plot.tile_looks import value_look
from explorer.charts.plot.tiles import TilePainter, tile_height, tile_texts
from explorer.data.periodic.coloured_table import ColouredTable
from explorer.data.periodic.elements import COLUMNS
from explorer.data.periodic.layout import FIRST_OF_MATERIALS, GAPS, MATERIAL_COLUMNS
from explorer.data.store import Store
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.periodic_table import PeriodicTableModel
from explorer.palette import LIGHT, Theme

Index = QModelIndex | QPersistentModelIndex
LEAST_WIDTH, MOST_WIDTH = 42, 80
GAP_HEIGHT, SPACE = 8, 0.5
_MOVES = {
    QAbstractItemView.CursorAction.MoveUp: (-1, 0),
    QAbstractItemView.CursorAction.MovePageUp: (-1, 0),
    QAbstractItemView.CursorAction.MoveDown: (1, 0),
    QAbstractItemView.CursorAction.MovePageDown: (1, 0),
    QAbstractItemView.CursorAction.MoveLeft: (0, -1),
    QAbstractItemView.CursorAction.MovePrevious: (0, -1),
    QAbstractItemView.CursorAction.MoveRight: (0, 1),
    QAbstractItemView.CursorAction.MoveNext: (0, 1),
}


@guarded
class TileDelegate(QStyledItemDelegate):
    """Draws the tiles of a view in a colouring."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view, self._tiles = view, TilePainter(view.font())
        self._theme, self._colouring = LIGHT, ""

    def set_look(self, theme: Theme, colouring: str) -> None:
        """Draw in another theme or colouring."""
        self._theme, self._colouring = theme, colouring

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tile = index.data(PeriodicTableModel.TileRole)
        if tile is None:
            return
        theme, value = self._theme, index.data(PeriodicTableModel.ValueRole)
        look = value_look(value, self._colouring, theme)
        ring = ""
        if index == self._view.currentIndex():
            ring = theme.text if self._view.hasFocus() else theme.accent
        box = QRectF(option.rect).adjusted(SPACE, SPACE, -SPACE, -SPACE)
        self._tiles.paint_picture(painter, box, look, ring)
        self._tiles.paint_texts(painter, box, tile_texts(tile, value), look.colours.text)


@guarded
class PeriodicTiles(QTableView):
    """`selected` reports the metal that the user chose, `opened` one that was opened by Enter or a double click."""

    selected = Signal(str)
    opened = Signal(str)

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_selecting = False
        self.tiles = PeriodicTableModel(store, self)
        self.setModel(self.tiles)
        self.setAccessibleName(gettext("Periodic table"))
        self.setProperty("role", "tiles")
        self.setItemDelegate(TileDelegate(self))
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
        for row, column in self.tiles.spans():
            self.setSpan(row, column, 1, MATERIAL_COLUMNS)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.activated.connect(self._activated)
        self._arrange(COLUMNS * LEAST_WIDTH)

    def show_table(self, found: ColouredTable, theme: Theme) -> None:
        """Show the values of a colouring."""
        delegate = self.itemDelegate()
        assert isinstance(delegate, TileDelegate)
        delegate.set_look(theme, found.colouring)
        self.tiles.show_table(found)

    def select(self, metal_id: str) -> None:
        """Make the tile of a metal the current one."""
        index = self.tiles.index_of(metal_id)
        if index != self.currentIndex():
            self._is_selecting = True
            self.setCurrentIndex(index)
            self._is_selecting = False

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return the next tile on file in the direction of a key; left and right go on in the next row."""
        current = self.currentIndex()
        active = list(self.tiles.active)
        at = (current.row(), current.column())
        if at not in active or action == QAbstractItemView.CursorAction.MoveHome:
            return self.model().index(*active[0])
        if action == QAbstractItemView.CursorAction.MoveEnd:
            return self.model().index(*active[-1])
        down, right = _MOVES[action]
        if right:
            place = min(max(active.index(at) + right, 0), len(active) - 1)
            return self.model().index(*active[place])
        rows = [row for row, _ in active if (row - at[0]) * down > 0]
        if not rows:
            return current
        row = min(rows, key=lambda r: abs(r - at[0]))
        column = min((c for r, c in active if r == row), key=lambda c: abs(c - at[1]))
        return self.model().index(row, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current metal by Enter on every system."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._activated(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the metal under the pointer, also where the system opens by one click."""
        index = self.indexAt(event.position().toPoint())
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self._activated(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(COLUMNS * LEAST_WIDTH, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(COLUMNS * LEAST_WIDTH // 2, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        """Share a width among the columns; the rows are as high as their texts need."""
        column = min(MOST_WIDTH, width // COLUMNS)
        height = tile_height(with_number=True)
        header = self.horizontalHeader()
        if header.sectionSize(0) == column and self.rowHeight(0) == height:
            return
        header.setDefaultSectionSize(column)
        for row in range(self.tiles.rowCount()):
            is_material = row >= FIRST_OF_MATERIALS
            tall = GAP_HEIGHT if row in GAPS else tile_height(with_number=not is_material)
            self.setRowHeight(row, tall)
        self.setFixedHeight(self.verticalHeader().length() + 2 * self.frameWidth())

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.viewport().update()
        metal_id = current.data(PeriodicTableModel.KeyRole)
        if metal_id and not self._is_selecting:
            self.selected.emit(metal_id)

    @Slot(QModelIndex)
    def _activated(self, index: QModelIndex) -> None:
        metal_id = index.data(PeriodicTableModel.KeyRole)
        if metal_id:
            self.opened.emit(metal_id)
