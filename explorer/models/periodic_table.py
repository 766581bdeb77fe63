"""The periodic table as a model: a tile for each element in its place, and the other materials below."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from explorer.data.metal_names import short_name
from explorer.data.periodic.coloured_table import ColouredTable
from explorer.data.periodic.elements import COLUMNS, PERIODS, SYMBOLS, Place, place_of
from explorer.data.periodic.elements import ROWS as ELEMENT_ROWS
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.periodic.value_texts import spoken_text, tip_text
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.tooltip import wrapped

Index = QModelIndex | QPersistentModelIndex
# Empty rows above the lanthanides and above the materials.
GAPS = (PERIODS, ELEMENT_ROWS + 1)
FIRST_OF_MATERIALS = ELEMENT_ROWS + 2
MATERIAL_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile: an element, or a material without an atomic number; without a metal it is not on file."""

    symbol: str
    atomic_number: int | None
    metal: Metal | None = None
    value: MetalValue | None = None


@guarded
class PeriodicTableModel(QAbstractTableModel):
    """Tiles in rows and columns; only those of metals on file can be selected."""

    TileRole = Qt.ItemDataRole.UserRole + 1
    KeyRole = Qt.ItemDataRole.UserRole + 2

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tiles: dict[tuple[int, int], Tile] = {}
        self._places: dict[str, tuple[int, int]] = {}
        metals = list(store.metals.values())
        by_number = {m.atomic_number: m for m in metals if m.atomic_number is not None}
        for number, symbol in enumerate(SYMBOLS, start=1):
            self._add(_shifted(place_of(number)), Tile(symbol, number, by_number.get(number)))
        self.materials = tuple(m for m in metals if m.atomic_number is None)
        for position, metal in enumerate(self.materials):
            row, column = divmod(position, COLUMNS // MATERIAL_COLUMNS)
            place = (FIRST_OF_MATERIALS + row, column * MATERIAL_COLUMNS)
            self._add(place, Tile(short_name(metal), None, metal))

    def _add(self, place: tuple[int, int], tile: Tile) -> None:
        self._tiles[place] = tile
        if tile.metal is not None:
            self._places[tile.metal.metal_id] = place

    def show_table(self, found: ColouredTable) -> None:
        """Show the values of a colouring."""
        for place, tile in self._tiles.items():
            if tile.metal is not None:
                value = found.values[tile.metal.metal_id]
                self._tiles[place] = Tile(tile.symbol, tile.atomic_number, tile.metal, value)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, COLUMNS - 1))

    @property
    def active(self) -> Sequence[tuple[int, int]]:
        """The rows and columns of the tiles that can be selected, in reading order."""
        return sorted(self._places.values())

    def spans(self) -> Iterable[tuple[int, int]]:
        """Return the rows and columns of the tiles that are MATERIAL_COLUMNS wide."""
        return (self._places[metal.metal_id] for metal in self.materials)

    def index_of(self, metal_id: str) -> QModelIndex:
        """Return the place of a metal."""
        return self.index(*self._places[metal_id])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        rows = -(-len(self.materials) // (COLUMNS // MATERIAL_COLUMNS))
        return 0 if parent.isValid() else FIRST_OF_MATERIALS + rows

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
        if role == self.TileRole:
            return tile
        if role == self.KeyRole:
            return tile.metal.metal_id if tile.metal is not None else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return tile.symbol
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(tile)
        if role == Qt.ItemDataRole.ToolTipRole and tile.metal is not None and tile.value is not None:
            return wrapped(tip_text(tile.metal, tile.value))
        if role == Qt.ItemDataRole.ToolTipRole:
            return _spoken(tile)
        return None


def _shifted(place: Place) -> tuple[int, int]:
    """Return the row and column of an element in the model, which has an empty row above the lanthanides."""
    return place.row + (place.row >= GAPS[0]), place.column


def _spoken(tile: Tile) -> str:
    if tile.metal is None or tile.value is None:
        text = gettext("{symbol}, element {number}: not on file")
        return text.format(symbol=tile.symbol, number=tile.atomic_number)
    return spoken_text(tile.metal, tile.value)
