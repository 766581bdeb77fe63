"""The texts on the tiles of an image of the periodic table: whole words where they fit, otherwise only figures."""

from collections.abc import Sequence
from functools import lru_cache

from explorer.charts.plot import typeset
from explorer.charts.plot.table_legend import status_numbers
from explorer.charts.plot.tile_looks import NOTHING
from explorer.charts.plot.tiles import FLAGGED, fitted, tile_texts
from explorer.charts.plot.typeset import Face
from explorer.charts.spec import ColouredTiles
from explorer.charts.style import SMALLEST
from explorer.data.periodic.colourings import STATUS
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.periodic.value_tile import ValueTile
from explorer.language import gettext

NAME = 11
MOST_LINES = 4
Lines = tuple[str, ...]


def value_face() -> Face:
    """Return the face of a value, the smallest that is legible."""
    return typeset.face(SMALLEST)


def name_face() -> Face:
    """Return the face of the name of a material."""
    return typeset.face(NAME, bold=True)


@lru_cache(4_000)
def value_width(text: str) -> float:
    """Return the width of a line of a value."""
    return value_face().width(text)


@lru_cache(1_000)
def name_width(text: str) -> float:
    """Return the width of the name of a material."""
    return name_face().width(text)


class TableTexts:
    """The texts of the tiles of one table."""

    def __init__(self, table: ColouredTiles) -> None:
        self._table = table
        self._numbers = status_numbers(table) if table.colouring == STATUS else {}

    def words(self, tiles: Sequence[ValueTile], width: float, most: int = MOST_LINES) -> list[Lines] | None:
        """Return each value in words, in as few lines of a width as all of them need; None where one does not fit.

        Where there is no room for the words of an unknown value, they are left to the legend.
        """
        for with_unknown in (True, False):
            for count in range(1, most + 1):
                found = [self._words(t, width, count, with_unknown=with_unknown) for t in tiles]
                whole = [lines for lines in found if lines is not None]
                if len(whole) == len(found):
                    return whole
        return None

    def short(self, tiles: Sequence[ValueTile], width: float) -> list[Lines] | None:
        """Return each value as a figure without spaces or as the number of a status, None where one does not fit.

        What the colour of a tile says already, such as that a value is unknown, is left to the legend.
        """
        found = [self._short(tile.value) for tile in tiles]
        fits = all(value_width(text) <= width for text in found)
        return [(text,) if text else () for text in found] if fits else None

    def _words(self, tile: ValueTile, width: float, most: int, *, with_unknown: bool) -> Lines | None:
        value = tile.value
        if value is None or not (with_unknown or value.is_known):
            return ()
        versions = tile_texts(tile.tile, value).versions
        if value.value is not None:
            versions += (self._short(value),)
        return fitted(versions, value_width, width, most) or None

    def _short(self, value: MetalValue | None) -> str:
        if value is None or value.state == NOTHING:
            return ""
        if value.state:
            text = str(self._numbers[value.versions[0]])
        else:
            text = "".join(value.versions[-1].split()) if value.value is not None else ""
        return f"{text}{FLAGGED}" if text and value.flags else text


def material_name(tile: ValueTile, width: float) -> str:
    """Return the names of a material that fit a width: both, the English one, or none."""
    metal = tile.tile.metal
    assert metal is not None
    both = gettext("{metal} {chinese}").format(metal=tile.tile.sign, chinese=metal.name_zh)
    return next((text for text in (both, tile.tile.sign) if name_width(text) <= width), "")
