"""A read-only table of ready-made cells, sorted on raw values rather than on what is printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell prints, what it sorts by, and a longer text for its tooltip; `key` is what a click opens."""

    text: str
    sort: Any = None
    tip: str = ""
    number: bool = False
    key: str = ""


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
            return cell.tip or None
        if role == self.KeyRole:
            return cell.key
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if cell.number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignTop
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort on the raw values of a column, unknown ones always last."""
        if column < 0:
            return
        known = [row for row in self._rows if _raw(row[column]) is not None]
        unknown = [row for row in self._rows if _raw(row[column]) is None]
        self.layoutAboutToBeChanged.emit()
        known.sort(key=lambda row: _raw(row[column]), reverse=order == Qt.SortOrder.DescendingOrder)
        self._rows = [*known, *unknown]
        self.layoutChanged.emit()


def _raw(cell: Cell) -> Any:
    return cell.sort if cell.sort is not None else (cell.text.casefold() or None)
