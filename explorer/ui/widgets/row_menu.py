"""The context menu of the rows of a table: copy a value, the row or its citation, and open its source."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QTableView

from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.table import RecordTable


@dataclass(frozen=True, slots=True)
class RowSource:
    """What a row can be cited by, and the address of its source; either may be empty."""

    citation: str = ""
    address: str = ""


@guarded
class RowMenu(QObject):
    """Adds a context menu to a table of records; Ctrl+C copies the current value.

    `source_of` returns the source of a row by its key, `open_address` opens an address, and `open_record`, where given,
    opens the record of a row by its key under the name `record_name`.
    """

    def __init__(
        self,
        table: QTableView,
        source_of: Callable[[str], RowSource] | None = None,
        open_address: Callable[[str], object] | None = None,
        open_record: Callable[[str], object] | None = None,
        record_name: str = "",
    ) -> None:
        super().__init__(table)
        self._table = table
        self._source_of, self._open_address = source_of, open_address
        self._open_record, self._record_name = open_record, record_name
        table.installEventFilter(self)
        table.viewport().installEventFilter(self)
        copy = QAction(gettext("Copy value"), table)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self._copy_value)
        table.addAction(copy)
        self._copy = copy

    def menu(self) -> QMenu:
        """Return the menu of the current row, with what the row has."""
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._open_record is not None and self._key():
            menu.addAction(self._record_name).triggered.connect(self._open_current)
            menu.addSeparator()
        menu.addAction(self._copy)
        menu.addAction(gettext("Copy row")).triggered.connect(self._copy_row)
        source = self._source()
        if source.citation:
            menu.addAction(gettext("Copy citation")).triggered.connect(self._copy_citation)
        if source.address and self._open_address is not None:
            menu.addAction(gettext("Open source in browser")).triggered.connect(self._open_source)
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the menu at the pointer, or by key below the current row."""
        if not isinstance(event, QContextMenuEvent):
            return super().eventFilter(watched, event)
        at = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard or watched is self._table:
            at = self._table.visualRect(self._table.currentIndex()).bottomLeft()
        elif self._table.indexAt(at).isValid():
            self._table.setCurrentIndex(self._table.indexAt(at))
        if self._current().isValid():
            self.menu().popup(self._table.viewport().mapToGlobal(at))
        return True

    def _current(self) -> QModelIndex:
        return self._table.currentIndex()

    def _key(self) -> str:
        return str(self._current().siblingAtColumn(0).data(RecordTable.KeyRole) or "")

    def _source(self) -> RowSource:
        key = self._key()
        return self._source_of(key) if self._source_of is not None and key else RowSource()

    @Slot()
    def _copy_value(self) -> None:
        _to_clipboard(_plain(self._current().data()))

    @Slot()
    def _copy_row(self) -> None:
        index = self._current()
        count = self._table.model().columnCount()
        cells = (_plain(index.siblingAtColumn(column).data()) for column in range(count))
        _to_clipboard("\t".join(cell.replace("\n", "; ") for cell in cells))

    @Slot()
    def _copy_citation(self) -> None:
        _to_clipboard(self._source().citation)

    @Slot()
    def _open_source(self) -> None:
        if self._open_address is not None:
            self._open_address(self._source().address)

    @Slot()
    def _open_current(self) -> None:
        if self._open_record is not None:
            self._open_record(self._key())


def _plain(value: object) -> str:
    """Return the text of a cell with plain spaces in place of those at which no line may end."""
    return str(value or "").replace("\u00a0", " ").replace("\u202f", " ")


def _to_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
