"""The rows of one table of the data file, of which only those in view are read."""

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal, Slot

from explorer.data.contents.cells import cell_text
from explorer.data.contents.column_titles import column_title
from explorer.data.contents.key_names import KeyNames
from explorer.data.contents.rows import (
    FoundRows,
    Query,
    Row,
    RowQuery,
    all_found,
    find_at_once,
    find_rows,
    finding_query,
    read_rows,
)
from explorer.data.contents.tables import column_explanation
from explorer.data.storage.description import Column, Table
from explorer.data.store import Store
from explorer.guard import guarded
from explorer.models.background_query import BackgroundQuery
from explorer.models.table import Index
from explorer.models.tooltip import wrapped

Result = TypeVar("Result")
WINDOW, KEPT_WINDOWS = 200, 40  # rows that are read at once, and how many times that many are kept
MOST_AT_ONCE = 20_000  # rows of a table that is searched without a thread


class _Window(Struct, frozen=True):
    """Rows that were read, with the texts of their cells."""

    rows: list[Row]
    texts: list[list[str]]


@guarded
class RowsModel(QAbstractTableModel):
    """Shows the rows of a table that match a query; `rowsFound` reports that they are known.

    A large table is searched in the background; meanwhile `is_searching` is set and the earlier rows stay. `fault` is
    the sentence on why that failed.
    """

    rowsFound = Signal()

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._table: Table | None = None
        self._names: KeyNames | None = None
        self._columns: tuple[Column, ...] = ()
        self._wanted = RowQuery()
        self._found = FoundRows(0, ())
        self._windows: OrderedDict[int, _Window] = OrderedDict()
        self._search: BackgroundQuery | None = None
        self.fault = ""

    @property
    def table(self) -> Table | None:
        """The table shown, None before the first one."""
        return self._table

    @property
    def wanted(self) -> RowQuery:
        """The query whose rows are shown or searched for."""
        return self._wanted

    @property
    def is_searching(self) -> bool:
        """Whether rows are searched for in the background."""
        return self._search is not None

    def with_rows(self, work: Callable[[Query, Table, FoundRows], Result]) -> Result:
        """Return the result of work on the rows found."""
        assert self._table is not None
        return work(self._store.query, self._table, self._found)

    def in_background(self, work: Callable[[Query, Table, FoundRows], object]) -> BackgroundQuery | None:
        """Return work on the rows found for a thread of its own, None where they are few."""
        if self._table is None or self._found.count <= MOST_AT_ONCE:
            return None
        table, found = self._table, self._found
        return BackgroundQuery(self._store.path, lambda query: work(query, table, found), self)

    def show_rows(self, table: Table, wanted: RowQuery) -> None:
        """Show the rows of a table that match a query; its order is that chosen by the reader for the same table."""
        if self._table is table:
            wanted = replace(wanted, sort=self._wanted.sort, descending=self._wanted.descending)
            if wanted == self._wanted:
                return
        else:
            self._set_table(table)
        self._find(wanted)

    def row(self, number: int) -> Row:
        """Return the values of a row."""
        window = self._window(number // WINDOW)
        return window.rows[number % WINDOW]

    def column(self, number: int) -> Column:
        """Return the description of a column."""
        return self._columns[number]

    def stop(self) -> None:
        """Stop a search in the background."""
        if self._search is not None:
            self._search.stop()
            self._search.deleteLater()
            self._search = None

    def _set_table(self, table: Table) -> None:
        self.stop()
        self.beginResetModel()
        self._table = table
        self._names = KeyNames(self._store, table)
        self._columns = tuple(table.columns.values())
        self._wanted, self._found = RowQuery(), FoundRows(0, ())
        self._windows.clear()
        self.endResetModel()

    def _find(self, wanted: RowQuery) -> None:
        assert self._table is not None and self._names is not None
        self.stop()
        self._wanted, self.fault = wanted, ""
        plain = all_found(self._store.query, self._table) if wanted.is_plain else None
        if plain is not None:
            self._show_found(plain)
        elif self._store.count(self._table.name) <= MOST_AT_ONCE:
            self._show_found(find_rows(self._store.query, self._table, self._names, wanted))
        else:
            sql, values = finding_query(self._table, self._names, wanted)
            find = partial(find_at_once, table=self._table, sql=sql, values=values)
            self._search = BackgroundQuery(self._store.path, find, self)
            self._search.finished.connect(self._search_ended)
            self._search.failed.connect(self._search_failed)
            self._search.start()

    @Slot(object)
    def _search_ended(self, found: FoundRows) -> None:
        if self.sender() is self._search:
            self.stop()
            self._show_found(found)

    @Slot(str)
    def _search_failed(self, sentence: str) -> None:
        if self.sender() is self._search:
            self.stop()
            self.fault = sentence
            self._show_found(FoundRows(0, ()))

    def _show_found(self, found: FoundRows) -> None:
        self.beginResetModel()
        self._found = found
        self._windows.clear()
        self.endResetModel()
        self.rowsFound.emit()

    def _window(self, number: int) -> _Window:
        """Return some rows in a row, read when they are first needed."""
        if number not in self._windows:
            assert self._table is not None and self._names is not None
            rows = read_rows(self._store.query, self._table, self._found, number * WINDOW, WINDOW)
            names = self._names
            texts = [[cell_text(c, v, names) for c, v in zip(self._columns, r, strict=True)] for r in rows]
            self._windows[number] = _Window(rows, texts)
            if len(self._windows) > KEPT_WINDOWS:
                self._windows.popitem(last=False)
        self._windows.move_to_end(number)
        return self._windows[number]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._found.count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return column_title(self._columns[section].name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return wrapped(column_explanation(self._columns[section]))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            text = self._window(index.row() // WINDOW).texts[index.row() % WINDOW][index.column()]
            return wrapped(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, unknown values last; without a column in the order of the keys."""
        if self._table is None:
            return
        name = self._columns[column].name if 0 <= column < len(self._columns) else ""
        descending = bool(name) and order == Qt.SortOrder.DescendingOrder
        if (name, descending) != (self._wanted.sort, self._wanted.descending):
            self._find(replace(self._wanted, sort=name, descending=descending))
