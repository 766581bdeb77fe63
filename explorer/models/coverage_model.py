"""The coverage of the metals as a table: a row for each metal, a column for each kind of fact."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from explorer.data.contents.coverage import (
    KINDS,
    Coverage,
    CoverageMatrix,
    confidence_text,
    explanation,
    latest_text,
)
from explorer.data.metal_names import short_name
from explorer.data.store import Store
from explorer.guard import guarded
from explorer.language import enumeration, gettext
from explorer.models.table import Index
from explorer.models.tooltip import wrapped


@guarded
class CoverageModel(QAbstractTableModel):
    """Shows the coverage; each cell gives its entry, and its text in words."""

    EntryRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.matrix = CoverageMatrix((), ())

    def show_matrix(self, matrix: CoverageMatrix) -> None:
        """Show another matrix."""
        self.beginResetModel()
        self.matrix = matrix
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.matrix.metals)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(KINDS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return gettext(KINDS[section].title) if 0 <= section < len(KINDS) else None
        return short_name(self.matrix.metals[section]) if 0 <= section < self.rowCount() else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.matrix.entries[index.row()][index.column()]
        if role == self.EntryRole:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return enumeration([text for text in (latest_text(entry), confidence_text(entry)) if text])
        if role == Qt.ItemDataRole.ToolTipRole:
            return wrapped(self._sentence(entry))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(entry)
        return None

    def _sentence(self, entry: Coverage) -> str:
        text = gettext("{metal}, {kind}: {explanation}")
        return text.format(
            metal=short_name(self._store.metal(entry.metal_id)),
            kind=gettext(entry.kind.title),
            explanation=explanation(self._store, entry),
        )
