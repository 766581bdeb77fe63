"""A read-only table of ready-made cells, sorted on raw values rather than on what is printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from explorer.guard import guarded
from explorer.models.tooltip import wrapped

Index = QModelIndex | QPersistentModelIndex


_AS_PRINTED: Any = object()


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell prints, what it sorts by, and a longer text for its tooltip; `key` is what opening its row opens.

    A cell sorts by its text unless `sort` is given: all values of a column can be compared, or are None for unknown.
    """

    text: str
    sort: Any = _AS_PRINTED
    tip: str = ""
    key: str = ""

    @property
    def raw(self) -> Any:
        """The value to sort by, None for an unknown one."""
        return (self.text.casefold() or None) if self.sort is _AS_PRINTED else self.sort


@guarded
class RecordTable(QAbstractTableModel):
    """Rows of cells under a header; unknown values sort last in either direction of reading."""

    KeyRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, header: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._header = tuple(header)
        self._rows: list[tuple[Cell, ...]] = []

    def set_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = [tuple(row) for row in rows]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._header)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._header[section] if 0 <= section < len(self._header) else None
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return wrapped(cell.tip) or None
        if role == self.KeyRole:
            return cell.key
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort on the raw values of a column, unknown ones always last; a selected row stays selected."""
        if column < 0:
            return
        values = [row[column].raw for row in self._rows]
        places = sorted(
            (place for place, value in enumerate(values) if value is not None),
            key=lambda place: values[place],
            reverse=order == Qt.SortOrder.DescendingOrder,
        )
        places += [place for place, value in enumerate(values) if value is None]
        self.layoutAboutToBeChanged.emit()
        now = {place: row for row, place in enumerate(places)}
        self._rows = [self._rows[place] for place in places]
        held = self.persistentIndexList()
        self.changePersistentIndexList(held, [self.index(now[i.row()], i.column()) for i in held])
        self.layoutChanged.emit()
