"""Layouts that adapt to the width: columns in one or more rows, and a line of widgets that wraps."""

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget

from explorer.guard import guarded
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.style import STEP


def clear_layout(layout: QLayout) -> None:
    """Remove the widgets of a layout and delete them."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def stacked(*parts: QWidget, spacing: int = -1) -> QWidget:
    """Return widgets below one another, aligned to the top, with a spacing in pixels if it is not that of the style."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return holder


@guarded
class Columns(QWidget):
    """Places the widgets that are shown in as many columns as fit, each at least `least` pixels wide.

    A card of one line takes the whole width, below the others. `countChanged` reports another number of columns.
    """

    countChanged = Signal()

    def __init__(self, *parts: tuple[QWidget, int], least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._least = least
        self._arranged: tuple[int, tuple[QWidget, ...], tuple[QWidget, ...]] = (0, (), ())
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(3 * STEP)
        self._arrange(max(1, len(parts)))
        for widget, _ in parts:
            widget.installEventFilter(self)
            if isinstance(widget, Card):
                widget.oneLineChanged.connect(self._fit)

    @property
    def count(self) -> int:
        """The number of columns."""
        return self._arranged[0]

    def set_least(self, least: int) -> None:
        """Give each column another least width, in pixels."""
        if least != self._least:
            self._least = least
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return the size of one column; the number of columns follows from the width."""
        return QSize(min(self._least, 200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the others the room of a widget that is hidden."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._fit()
        return super().eventFilter(watched, event)

    @Slot()
    def _fit(self) -> None:
        """Arrange the widgets in as many columns as the width has room for."""
        self._arrange(max(1, self.width() // self._least))

    def _arrange(self, fitting: int) -> None:
        parts = [(widget, stretch) for widget, stretch in self._parts if not _is_hidden(widget)]
        lines = [widget for widget, _ in parts if isinstance(widget, Card) and widget.is_one_line]
        wide = [(widget, stretch) for widget, stretch in parts if widget not in lines]
        count = max(1, len(wide))
        while count > fitting:
            count = (count + 1) // 2
        arranged = (count, tuple(widget for widget, _ in parts), tuple(lines))
        if arranged == self._arranged:
            return
        self._arranged = arranged
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        for position, (widget, stretch) in enumerate(wide):
            self._grid.addWidget(widget, position // count, position % count)
            self._grid.setColumnStretch(position % count, stretch)
        for row, line in enumerate(lines, start=-(-len(wide) // count)):
            self._grid.addWidget(line, row, 0, 1, count)
        for widget, _ in parts:
            widget.show()  # now, and not only once Qt has time for it: until then the grid leaves no room for it
        self._grid.invalidate()
        self.countChanged.emit()


def _is_hidden(widget: QWidget) -> bool:
    """Return whether a widget was hidden, and is not just waiting to be shown with its window."""
    return widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


@guarded
class FlowLayout(QLayout):
    """Places widgets in lines from left to right, wrapping at the available width.

    Inside another layout, it follows a change of its widgets when that layout is next activated.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 2 * STEP) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._sizes: list[tuple[QLayoutItem, QSize, QSize]] | None = None
        self._gap = spacing
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._sizes = None

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._sizes = None
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the room of the widest item, and of one line: items keep the height of their hint."""
        size = QSize()
        for _, least, hint in self._known_sizes():
            size = size.expandedTo(QSize(least.width(), hint.height()))
        return size

    def invalidate(self) -> None:
        """Forget the sizes of the items."""
        self._sizes = None
        super().invalidate()

    def _known_sizes(self) -> list[tuple[QLayoutItem, QSize, QSize]]:
        """Return the items that are shown with their least and wanted sizes, which style sheets make slow to find."""
        if self._sizes is None:
            shown = (item for item in self._items if not item.isEmpty())
            self._sizes = [(item, item.minimumSize(), item.sizeHint()) for item in shown]
        return self._sizes

    def _place(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            tall = max(hint.height() for _, _, hint in line)
            if move:
                for item, x, hint in line:
                    at = QPoint(rect.x() + x, y + (tall - hint.height()) // 2)
                    item.setGeometry(QRect(at, hint))
            y += tall + self._gap
        return max(0, y - self._gap - rect.y())

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, int, QSize]]]:
        """Return the items of each line with their offsets from the left and their sizes, in pixels."""
        lines: list[list[tuple[QLayoutItem, int, QSize]]] = []
        x = 0
        for item, least, wanted in self._known_sizes():
            hint = wanted.boundedTo(QSize(max(width, least.width()), 10_000))
            if not lines or x + hint.width() > width:
                lines.append([])
                x = 0
            lines[-1].append((item, x, hint))
            x += hint.width() + self._gap
        return lines
