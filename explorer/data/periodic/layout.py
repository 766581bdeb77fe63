"""Where the tiles of the elements and of the other materials are, for window and image alike."""

from collections.abc import Mapping

from msgspec import Struct

from explorer.data.metal_names import short_name
from explorer.data.periodic.elements import COLUMNS, PERIODS, ROWS, SYMBOLS, place_of
from explorer.data.records import Metal

# Empty rows above the lanthanides and above the materials.
GAPS = (PERIODS, ROWS + 1)
FIRST_OF_MATERIALS = ROWS + 2
MATERIAL_COLUMNS = 3


class Tile(Struct, frozen=True):
    """A tile in a row and a column: an element, or a material without an atomic number, which is wider.

    `sign` is the symbol of the element or the name of the material. Without a metal the element is not on file.
    """

    row: int
    column: int
    sign: str
    atomic_number: int | None
    metal: Metal | None

    @property
    def is_material(self) -> bool:
        """Whether it is MATERIAL_COLUMNS wide."""
        return self.atomic_number is None


def tiles(metals: Mapping[str, Metal]) -> tuple[Tile, ...]:
    """Return the tiles of all elements, then those of the metals and materials that are not elements."""
    by_number = {m.atomic_number: m for m in metals.values() if m.atomic_number is not None}
    elements = []
    for number, symbol in enumerate(SYMBOLS, start=1):
        place = place_of(number)
        row = place.row + (place.row >= GAPS[0])
        elements.append(Tile(row, place.column, symbol, number, by_number.get(number)))
    materials = (m for m in metals.values() if m.atomic_number is None)
    a_row = COLUMNS // MATERIAL_COLUMNS
    return (
        *elements,
        *(
            Tile(FIRST_OF_MATERIALS + i // a_row, i % a_row * MATERIAL_COLUMNS, short_name(m), None, m)
            for i, m in enumerate(materials)
        ),
    )
