"""What the tables of the window share: the menu of a row, and the key and entries that copy."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from explorer.language import gettext
from explorer.ui.widgets.clipboard import copy_text
from explorer.ui.widgets.context_menu import Entry, open_menu

_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def spoken(index: QModelIndex) -> str:
    """Return what a cell says in words."""
    return str(index.data(_SPOKEN) or "")


def spoken_row(index: QModelIndex) -> str:
    """Return what the cells of a row say, each on one line, with tabs between them."""
    cells = (spoken(index.siblingAtColumn(column)) for column in range(index.model().columnCount()))
    return "\t".join(cell.replace("\n", "; ") for cell in cells)


def copy_current_value(view: QAbstractItemView) -> None:
    """Copy what the current cell says."""
    copy_text(view, spoken(view.currentIndex()))


def add_copy_key(view: QAbstractItemView, copy: Callable[[], object]) -> None:
    """Let Ctrl+C copy the current cell."""
    action = QAction(gettext("Copy value"), view)
    action.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(copy)
    view.addAction(action)


def open_row_menu(
    view: QAbstractItemView, entries: Callable[[], Sequence[Entry]], event: QContextMenuEvent
) -> None:
    """Open the menu of the row under the pointer, or by key that of the current one."""
    if event.reason() == QContextMenuEvent.Reason.Mouse and view.indexAt(event.pos()).isValid():
        view.setCurrentIndex(view.indexAt(event.pos()))
    index = view.currentIndex()
    if not index.isValid():
        event.ignore()
        return
    place = view.viewport().mapToGlobal(view.visualRect(index).bottomLeft())
    open_menu(view, entries(), event, place)
