"""Papers and sizes of a fact sheet. Lengths are in half points, so that text can have 7.5 points."""

from types import MappingProxyType

from msgspec import Struct

POINT = 2.0
GRID = 4 * POINT
MARGIN = 8 * GRID
GUTTER = 4 * GRID
SECTION = 2 * GRID

NAME, VALUE, HEADING, LEAD, BODY, SMALL, TINY = 44, 32, 18, 17, 15, 14, 13
BAR = 3 * POINT
HAIRLINE = 0.5 * POINT


class Paper(Struct, frozen=True):
    """A size of paper in millimetres."""

    key: str
    millimetres: tuple[float, float]

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in half points."""
        width, height = (mm / 25.4 * 72 * POINT for mm in self.millimetres)
        return width, height


PAPERS: MappingProxyType[str, Paper] = MappingProxyType(
    {"a4": Paper("a4", (210.0, 297.0)), "letter": Paper("letter", (215.9, 279.4))}
)
