"""The periodic table as a model: a tile for each element in its place, and the other materials below."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from explorer.data.periodic.coloured_table import ColouredTable
from explorer.data.periodic.elements import COLUMNS
from explorer.data.periodic.layout import Tile, tiles
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.periodic.value_texts import spoken_text, tip_text
from explorer.data.store import Store
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.tooltip import wrapped

Index = QModelIndex | QPersistentModelIndex


@guarded
class PeriodicTableModel(QAbstractTableModel):
    """Tiles in rows and columns; only those of metals on file can be selected."""

    TileRole = Qt.ItemDataRole.UserRole + 1
    KeyRole = Qt.ItemDataRole.UserRole + 2
    ValueRole = Qt.ItemDataRole.UserRole + 3

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        every = tiles(store.metals)
        self._tiles = {(tile.row, tile.column): tile for tile in every}
        self._places = {t.metal.metal_id: place for place, t in self._tiles.items() if t.metal is not None}
        self._rows = 1 + max(tile.row for tile in every)
        self._values: Mapping[str, MetalValue] = {}

    def show_table(self, found: ColouredTable) -> None:
        """Show the values of a colouring."""
        self._values = found.values
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, COLUMNS - 1))

    @property
    def active(self) -> Sequence[tuple[int, int]]:
        """The rows and columns of the tiles that can be selected, in reading order."""
        return sorted(self._places.values())

    def spans(self) -> Iterable[tuple[int, int]]:
        """Return the rows and columns of the tiles that are MATERIAL_COLUMNS wide."""
        return (place for place, tile in self._tiles.items() if tile.is_material)

    def index_of(self, metal_id: str) -> QModelIndex:
        """Return the place of a metal."""
        return self.index(*self._places[metal_id])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else COLUMNS

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that the tile of a metal can be selected, and nothing else."""
        tile = self._tiles.get((index.row(), index.column()))
        if tile is None or tile.metal is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        tile = self._tiles.get((index.row(), index.column())) if index.isValid() else None
        if tile is None:
            return None
        value = self._values.get(tile.metal.metal_id) if tile.metal is not None else None
        if role == self.TileRole:
            return tile
        if role == self.ValueRole:
            return value
        if role == self.KeyRole:
            return tile.metal.metal_id if tile.metal is not None else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return tile.sign
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(tile, value)
        if role == Qt.ItemDataRole.ToolTipRole and tile.metal is not None and value is not None:
            return wrapped(tip_text(tile.metal, value))
        if role == Qt.ItemDataRole.ToolTipRole:
            return _spoken(tile, value)
        return None


def _spoken(tile: Tile, value: MetalValue | None) -> str:
    if tile.metal is None:
        text = gettext("{symbol}, element {number}: not on file")
        return text.format(symbol=tile.sign, number=tile.atomic_number)
    return spoken_text(tile.metal, value) if value is not None else tile.sign
