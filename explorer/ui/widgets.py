"""Small pieces that the panes are made of: labels by role, pills, cards, tables, links."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMargins, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLayout,
    QLayoutItem,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from explorer.models.table import Cell, RecordTable

ModelIndex = QModelIndex | QPersistentModelIndex
STEP = 4


def label(text: str = "", role: str = "body", *, wrap: bool = True, selectable: bool = True) -> QLabel:
    """Return a label whose role (`title`, `heading`, `number`, `muted`, `small`, `body`) the theme dresses."""
    made = QLabel(text)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def pill(text: str = "", state: str = "none") -> QLabel:
    """Return a label in the colours of a status; the word is always there."""
    made = QLabel(text)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    set_pill(made, text, state)
    return made


def set_pill(made: QLabel, text: str, state: str) -> None:
    """Give a pill another word and status."""
    made.setText(text)
    set_flag(made, "pill", state)


def set_flag(made: QWidget, name: str, value: object) -> None:
    """Give a property that the style sheet reads another value, and dress the widget anew."""
    if made.property(name) != value:
        made.setProperty(name, value)
        made.style().unpolish(made)
        made.style().polish(made)


def link_button(text: str, *, checkable: bool = False) -> QPushButton:
    """Return a quiet button that reads like a link."""
    made = QPushButton(text)
    made.setProperty("role", "link")
    made.setCheckable(checkable)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def rule() -> QFrame:
    """Return a thin horizontal line."""
    made = QFrame()
    made.setProperty("role", "rule")
    made.setFixedHeight(1)
    return made


def facts_html(rows: Sequence[tuple[str, str]], muted: str) -> str:
    """Return a two-column table of names and values; values are HTML, names plain text; empty values are left out."""
    cells = "".join(
        f'<tr><td style="color:{muted}; padding:2px 16px 2px 0; white-space:nowrap">{escape(name)}</td>'
        f'<td style="padding:2px 0">{value}</td></tr>'
        for name, value in rows
        if value
    )
    return f'<table cellspacing="0" cellpadding="0">{cells}</table>'


class Card(QFrame):
    """A bordered surface with a heading, a quiet subtitle, room for actions, and a body.

    `fill` lets the body take the height there is, `stacked` puts the subtitle below the heading, not beside it.
    """

    def __init__(
        self,
        heading: str = "",
        subtitle: str = "",
        parent: QWidget | None = None,
        *,
        fill: bool = False,
        stacked: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.setSpacing(2 * STEP)
        self._head = QHBoxLayout()
        self._head.setSpacing(2 * STEP)
        self.heading = label(heading, "heading", wrap=stacked)
        self.subtitle = label(subtitle, "muted")
        self._head.addWidget(self.heading, 1 if stacked else 0)
        outer.addLayout(self._head)
        if stacked:
            outer.addWidget(self.subtitle)
        else:
            self._head.addWidget(self.subtitle, 100)
            self._head.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setSpacing(2 * STEP)
        outer.addLayout(self.body, 1 if fill else 0)
        if not fill:
            outer.addStretch(1)
        self.heading.setVisible(bool(heading))
        self.subtitle.setVisible(bool(subtitle))

    def set_heading(self, heading: str, subtitle: str = "") -> None:
        """Name the card anew."""
        self.heading.setText(heading)
        self.heading.setVisible(bool(heading))
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def add_action(self, widget: QWidget) -> None:
        """Put a widget at the right end of the heading."""
        self._head.addWidget(widget)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget below what is there."""
        self.body.addWidget(widget, stretch)


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
        painter.save()
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
        painter.restore()


class TableView(QTableView):
    """A table as tall as its rows, so that the page scrolls and not the table; a row opens with Enter or a click."""

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
        top.setStretchLastSection(True)
        top.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        top.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if not tallest:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._open)
        self.records.layoutChanged.connect(self._fit)
        self._weights: tuple[int, ...] = tuple(1 for _ in header)

    def set_weights(self, *weights: int) -> None:
        """Say how the columns share the width."""
        self._weights = weights
        self._spread()

    def set_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Show other rows."""
        self.records.set_rows(rows)
        if rows:
            self.setCurrentIndex(self.records.index(0, 0))
            self.clearSelection()
        self._fit()

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
        total = sum(self._weights)
        width = self.viewport().width()
        blocked = top.blockSignals(True)
        for column, weight in enumerate(self._weights[:-1]):
            top.resizeSection(column, max(36, width * weight // total))
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


class Columns(QWidget):
    """Puts widgets side by side while each has its least width, else in fewer columns of equal rows."""

    def __init__(self, *parts: tuple[QWidget, int], least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._least = least
        self._count = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(3 * STEP)
        self._arrange(len(parts))

    def minimumSizeHint(self) -> QSize:
        """Ask for one column only: the rest is arranged by the width that there is."""
        return QSize(min(self._least, 200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = max(1, event.size().width() // self._least)
        count = len(self._parts)
        while count > fitting:
            count = (count + 1) // 2
        self._arrange(count)

    def _arrange(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        for position, (widget, stretch) in enumerate(self._parts):
            self._grid.addWidget(widget, position // count, position % count)
            self._grid.setColumnStretch(position % count, stretch)
        self._grid.invalidate()


class FlowLayout(QLayout):
    """Lays widgets in lines from left to right, wrapping at the width that there is."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 2 * STEP) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = spacing
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lay(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + self._gap
            line = max(line, hint.height())
        return y + line - rect.y()
