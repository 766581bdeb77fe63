"""A table as tall as its rows, whose cells wrap and whose columns share the width there is."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
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
from explorer.models.table import Cell, RecordTable

ModelIndex = QModelIndex | QPersistentModelIndex
LEAST_COLUMN, WIDEST_FLOOR, WORD_ROOM, LONGEST_TITLE = 36, 150, 16, 110


@guarded
class _WrappedText(QStyledItemDelegate):
    """Prints a cell over as many lines as its column's width asks for, and asks for just that height."""

    PAD_X, PAD_Y = 6, 4
    _FLAGS = Qt.TextFlag.TextWordWrap

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        view = option.widget
        assert isinstance(view, QTableView)
        width = view.columnWidth(index.column()) - 2 * self.PAD_X
        box = QRect(0, 0, max(width, 10), 100_000)
        used = view.fontMetrics().boundingRect(box, int(self._FLAGS), str(index.data() or ""))
        return QSize(width, max(used.height(), view.fontMetrics().height()) + 2 * self.PAD_Y + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        rect: QRect = option.rect
        palette: QPalette = option.palette
        state: QStyle.StateFlag = option.state
        with restored(painter):
            if state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, palette.alternateBase())
                painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), palette.link())
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            inner = rect.adjusted(self.PAD_X, self.PAD_Y, -self.PAD_X, -self.PAD_Y)
            side = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
            painter.drawText(inner, int(self._FLAGS) | int(side), str(index.data() or ""))
            painter.setPen(palette.color(QPalette.ColorRole.Mid))
            painter.setOpacity(0.5)
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())


@guarded
class TableView(QTableView):
    """A table as tall as its rows, so that the page scrolls and not the table; Enter or a double click opens a row."""

    opened = Signal(str)

    def __init__(
        self, header: Sequence[str], name: str, parent: QWidget | None = None, *, tallest: int = 0
    ) -> None:
        super().__init__(parent)
        self.records = RecordTable(header, self)
        self.setModel(self.records)
        self._tallest = tallest
        self.setAccessibleName(name)
        self.setItemDelegate(_WrappedText(self))
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        top = self.horizontalHeader()
        top.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        top.setHighlightSections(False)
        top.setStretchLastSection(not tallest)
        top.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        top.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if not tallest:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._open)
        self.records.layoutChanged.connect(self._fit)
        self._weights: tuple[int, ...] = tuple(1 for _ in header)
        self._header = tuple(header)
        self._floors = [LEAST_COLUMN] * len(header)

    def set_weights(self, *weights: int) -> None:
        """Say how the columns share the width."""
        self._weights = weights
        self._spread()

    def set_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Show other rows, in the order that the reader chose if any."""
        top = self.horizontalHeader()
        self.records.set_rows(rows)
        self.records.sort(top.sortIndicatorSection(), top.sortIndicatorOrder())
        self._measure(rows)
        if rows:
            self.setCurrentIndex(self.records.index(0, 0))
            self.clearSelection()
        self._spread()

    def _measure(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Find how wide each column must be for its longest word, which no line break can shorten."""
        metrics = self.fontMetrics()
        for column, title in enumerate(self._header):
            words = {word for row in rows for word in row[column].text.split()} | set(title.split())
            longest = sorted(words, key=len)[-3:]
            wide = [metrics.horizontalAdvance(w) for w in longest]
            widest = max([*wide, min(metrics.horizontalAdvance(title), LONGEST_TITLE)]) + WORD_ROOM
            self._floors[column] = min(max(widest, LEAST_COLUMN), WIDEST_FLOOR)

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().resizeEvent(event)
        self._spread()

    def wheelEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if self._tallest:
            super().wheelEvent(event)
        else:
            event.ignore()

    def _spread(self) -> None:
        top = self.horizontalHeader()
        blocked = top.blockSignals(True)
        room = self.viewport().width()
        if self._tallest:  # it scrolls: no column need be narrower than its longest word
            room = max(room, sum(self._floors))
        for column, width in enumerate(_shared(room, self._weights, self._floors)):
            top.resizeSection(column, width)
        top.blockSignals(blocked)
        top.viewport().update()
        self._fit()

    def _fit(self, *_: object) -> None:
        self.resizeRowsToContents()
        height = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + 4
        self.setFixedHeight(min(height, self._tallest) if self._tallest else height)

    def _open(self, index) -> None:  # type: ignore[no-untyped-def]
        key = index.data(RecordTable.KeyRole) or index.siblingAtColumn(0).data(RecordTable.KeyRole)
        if key:
            self.opened.emit(key)


def _shared(width: int, weights: Sequence[int], floors: Sequence[int]) -> list[int]:
    """Return the widths of columns by weight, none narrower than its floor as far as the width suffices."""
    held: dict[int, int] = {}
    while True:
        rest = width - sum(held.values())
        total = sum(w for i, w in enumerate(weights) if i not in held) or 1
        found = [held.get(i, rest * w // total) for i, w in enumerate(weights)]
        below = {i: floors[i] for i, size in enumerate(found) if i not in held and size < floors[i]}
        if not below:
            return [max(size, LEAST_COLUMN) for size in found]
        held |= below
