"""A read-only table of formatted cells that sorts by their values, not by their texts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from explorer.data.glossary import explanation_of
from explorer.data.writing.csv_file import text_cell
from explorer.guard import guarded
from explorer.models.tooltip import wrapped

if TYPE_CHECKING:
    from explorer.data.supply.sparkline import Sparkline

Index = QModelIndex | QPersistentModelIndex


_BY_TEXT: Any = object()


class ShareBar(Struct, frozen=True):
    """A share in per cent as a bar below the text of a cell: hatched where uncertain, open where a lower bound."""

    share_pct: float
    is_uncertain: bool = False
    at_least: bool = False


class Cell(Struct, frozen=True):
    """The text of a cell, the value that it sorts by, its tooltip, and the key of what its row opens.

    `source_ids` are the sources of its row. `sparkline` is drawn in place of a text; its words are spoken and copied.
    `bar` is drawn below the text, which says the same.
    The first line of a cell with a `pill`, one of PILL_STATES, is drawn as a pill.
    Without a tooltip of its own a cell explains the terms in its text.

    Without a value a cell sorts by its text. The values of a column must be comparable; None stands for unknown.
    """

    text: str
    sort: Any = _BY_TEXT
    tip: str = ""
    key: str = ""
    source_ids: tuple[str, ...] = ()
    sparkline: "Sparkline | None" = None
    bar: ShareBar | None = None
    pill: str = ""

    @property
    def look(self) -> tuple[object, ...]:
        """What is painted, as opposed to tooltip and sort key."""
        return self.text, self.sparkline, self.bar, self.pill

    @property
    def spoken(self) -> str:
        """The text that a screen reader says, and that is copied."""
        return self.sparkline.text if self.sparkline is not None else self.text

    @property
    def plain_text(self) -> str:
        """The text on one line."""
        return self.spoken.replace("\n", "; ")

    @property
    def raw(self) -> Any:
        """The value to sort by, None for an unknown one."""
        return (self.text.casefold() or None) if self.sort is _BY_TEXT else self.sort


@guarded
class RecordTable(QAbstractTableModel):
    """Rows of cells under a header; unknown values come last in both sort orders."""

    KeyRole = Qt.ItemDataRole.UserRole + 1
    MarkedRole = Qt.ItemDataRole.UserRole + 3
    SourcesRole = Qt.ItemDataRole.UserRole + 4
    SparklineRole = Qt.ItemDataRole.UserRole + 5
    BarRole = Qt.ItemDataRole.UserRole + 6
    PillRole = Qt.ItemDataRole.UserRole + 7

    def __init__(self, header: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._header = tuple(header)
        self._rows: list[tuple[Cell, ...]] = []
        self._marked = ""

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self._header

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows in the order shown."""
        return tuple(self._rows)

    def identity(self, row: int) -> int:
        """Return a number that a row keeps while it is shown, in whatever order the rows are."""
        return id(self._rows[row])

    def as_text(self) -> str:
        """Return the header and the rows as text with tabs, a cell of several lines on one, for a spreadsheet."""
        lines = [self._header, *(tuple(cell.plain_text for cell in row) for row in self._rows)]
        return "\n".join("\t".join(map(text_cell, line)) for line in lines)

    def set_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = [tuple(row) for row in rows]
        self.endResetModel()

    def update_rows(self, rows: Sequence[Sequence[Cell]]) -> list[tuple[int, int]]:
        """Show other cells in as many rows as before; return row and column of each cell that looks different.

        Views need no signal for the rest, such as a tooltip, which they read when they show it.
        """
        before, self._rows = self._rows, [tuple(row) for row in rows]
        changed = [
            (row, column)
            for row, cells in enumerate(self._rows)
            for column, cell in enumerate(cells)
            if cell.look != before[row][column].look
        ]
        for row, column in changed:
            index = self.index(row, column)
            self.dataChanged.emit(index, index)
        return changed

    def mark(self, key: str) -> int:
        """Mark the row of a key and return its number, -1 without one; an empty key removes the mark."""
        self._marked = key
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._header) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [self.MarkedRole])
        return next((n for n, row in enumerate(self._rows) if key and row[0].key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._header)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._header[section] if 0 <= section < len(self._header) else None
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole:
            return wrapped(explanation_of(self._header[section])) or None
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == self.SparklineRole:
            return cell.sparkline
        if role == self.BarRole:
            return cell.bar
        if role == self.PillRole:
            return cell.pill
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return wrapped(cell.tip or explanation_of(cell.text)) or None
        if role == self.KeyRole:
            return cell.key
        if role == self.MarkedRole:
            return bool(self._marked) and self._rows[index.row()][0].key == self._marked
        if role == self.SourcesRole:
            row = self._rows[index.row()]
            return tuple(dict.fromkeys(i for each in row for i in each.source_ids))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by the values of a column, unknown ones last; a selected row stays selected."""
        if column < 0:
            return
        values = [row[column].raw for row in self._rows]
        order_of_rows = sorted(
            (row for row, value in enumerate(values) if value is not None),
            key=lambda row: values[row],
            reverse=order == Qt.SortOrder.DescendingOrder,
        )
        order_of_rows += [row for row, value in enumerate(values) if value is None]
        self.layoutAboutToBeChanged.emit()
        new_row = {old: new for new, old in enumerate(order_of_rows)}
        self._rows = [self._rows[row] for row in order_of_rows]
        before = self.persistentIndexList()
        self.changePersistentIndexList(before, [self.index(new_row[i.row()], i.column()) for i in before])
        self.layoutChanged.emit()
