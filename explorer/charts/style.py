"""Colours, sizes and the fonts of charts as data; colours as `#rrggbb`, sizes in logical pixels."""

from dataclasses import dataclass
from types import MappingProxyType

# In this order two neighbours stay apart for readers who see few colours (Okabe and Ito, 2008).
_OKABE_ITO = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#6b6b6b", "#14202e")
_OKABE_ITO_DARK = ("#56a8e0", "#f0894a", "#2dbd97", "#dd9bc0", "#e6b04a", "#8fd0f5", "#a8a8a8", "#e8ecf0")


@dataclass(frozen=True, slots=True)
class KindColours:
    """How a kind of measure looks: `ink` for badges and text, `bar` for the days in force."""

    ink: str
    bar: str


@dataclass(frozen=True, slots=True)
class ChartTheme:
    """The colours of one theme; every text colour has a contrast of 4.5 to 1 or more on the background."""

    name: str
    background: str
    text: str
    muted: str
    grid: str
    axis: str
    track: str
    badge_text: str
    series: tuple[str, ...]
    kinds: MappingProxyType[str, KindColours]

    def colour(self, index: int) -> str:
        """Return the colour of the n-th series."""
        return self.series[index % len(self.series)]

    def kind(self, kind: str, state: str = "in_force") -> KindColours:
        """Return the colours of a kind of measure in a state; a suspended one has colours of its own."""
        if state == "suspended":
            return self.kinds["suspended"]
        return self.kinds.get(kind, self.kinds["other"])


def _kinds(**pairs: tuple[str, str]) -> MappingProxyType[str, KindColours]:
    return MappingProxyType({name: KindColours(*pair) for name, pair in pairs.items()})


LIGHT = ChartTheme(
    name="light",
    background="#ffffff",
    text="#14202e",
    muted="#55647a",
    grid="#e3e7eb",
    axis="#aab4be",
    track="#f0f2f5",
    badge_text="#ffffff",
    series=_OKABE_ITO,
    kinds=_kinds(
        prohibition=("#8c1d0b", "#d9705c"),
        licence=("#8f5600", "#f2bd5a"),
        suspended=("#15457a", "#6f9bd1"),
        technology=("#4b2f8c", "#a794d6"),
        announced=("#5a5a00", "#c2c24a"),
        other=("#5b6b7c", "#c9d2dc"),
    ),
)

DARK = ChartTheme(
    name="dark",
    background="#181f27",
    text="#e8ecf0",
    muted="#a3afbb",
    grid="#2d3742",
    axis="#5a6672",
    track="#222b35",
    badge_text="#181f27",
    series=_OKABE_ITO_DARK,
    kinds=_kinds(
        prohibition=("#f59a88", "#c9604c"),
        licence=("#f0b95a", "#c08a2e"),
        suspended=("#8fbcf0", "#4f7fb8"),
        technology=("#bba7f0", "#7f68bd"),
        announced=("#d8d86a", "#8c8c34"),
        other=("#a9b6c3", "#5d6b79"),
    ),
)

# Text sizes, in logical pixels; `line` is the height of a text line in times of its size.
TITLE, SUBTITLE, BODY, SMALL = 17, 12, 12, 11
LINE = 1.32

# The smallest of all, that of badges.
SMALLEST = 10

# The bundled fonts first; what follows stands in for a character that they lack.
FONT_FAMILIES = ("Inter Cut", "Noto Sans SC Cut", "Noto Sans", "DejaVu Sans")


def theme(dark: bool) -> ChartTheme:
    """Return the dark or the light theme."""
    return DARK if dark else LIGHT
