"""Papers, sizes and colours of a fact sheet. Lengths are in half points, so that text can be of 7.5 points."""

from dataclasses import dataclass
from types import MappingProxyType

from explorer.charts.style import LIGHT

POINT = 2.0
GRID = 4 * POINT
MARGIN = 8 * GRID
GUTTER = 4 * GRID
SECTION = 2 * GRID

NAME, VALUE, HEADING, LEAD, BODY, SMALL, TINY = 44, 32, 18, 17, 15, 14, 13
BAR = 3 * POINT
HAIRLINE = 0.5 * POINT

INK, MUTED, LINE, TRACK = LIGHT.text, LIGHT.muted, LIGHT.grid, "#f6f8fa"
ACCENT = "#0f56ab"

# Text on ground, as the window's pills have them on white.
TONES: MappingProxyType[str, tuple[str, str]] = MappingProxyType(
    {
        "prohibition": ("#8c1d0b", "#fde2dd"),
        "licence": ("#7a4b00", "#fff1d6"),
        "suspended": ("#15457a", "#e3ecf7"),
        "technology": ("#4b2f8c", "#ece7f8"),
        "announced": ("#5a5a00", "#f4f4c8"),
        "other": ("#3d4a59", "#edf0f3"),
        "none": ("#566270", "#edf0f3"),
    }
)


@dataclass(frozen=True, slots=True)
class Paper:
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
