"""The tiles of the periodic table with the values of a colouring."""

from collections.abc import Mapping

from msgspec import Struct

from explorer.data.periodic.layout import Tile, tiles
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.records import Metal


class ValueTile(Struct, frozen=True):
    """A tile with the value of its metal, None where the element is not on file."""

    tile: Tile
    value: MetalValue | None


def value_tiles(metals: Mapping[str, Metal], values: Mapping[str, MetalValue]) -> tuple[ValueTile, ...]:
    """Return the tiles of all elements, then those of the materials, with their values."""
    return tuple(
        ValueTile(tile, values[tile.metal.metal_id] if tile.metal is not None else None)
        for tile in tiles(metals)
    )
