"""Every colour of the program as data, light and dark, for the window, the charts and the fact sheet."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

_TEXT, _MUTED, _TRACK = "#14202e", "#55647a", "#f0f2f5"
_DARK_TEXT, _DARK_MUTED, _DARK_TRACK = "#e8ecf0", "#a3afbb", "#222b35"


class KindColours(Struct, frozen=True):
    """The colours of a kind of measure: `text` on `ground` in pills, `ink` and `bar` in charts.

    `ink` is for badges, lines and points, `bar` for the time in force.
    """

    text: str
    ground: str
    ink: str
    bar: str


class StepColours(Struct, frozen=True):
    """The colours of a step of a scale: `text` on `ground`."""

    text: str
    ground: str


class Theme(Struct, frozen=True):
    """The colours of one theme, each as `#rrggbb`; texts have a contrast of 4.5:1 or more on what is behind them."""

    name: str
    window: str
    surface: str  # cards, fields, charts and paper
    raised: str
    border: str
    line: str
    text: str
    muted: str
    accent: str
    accent_text: str
    selected: str
    tile: str
    grid: str  # in charts, like the two below
    axis: str
    track: str
    series: tuple[str, ...]
    kinds: Mapping[str, KindColours]
    steps: tuple[StepColours, ...]  # of a scale: none, then from low to high
    changes: tuple[StepColours, ...]  # from a large fall to a large rise, the third in between
    land: str  # on a map, where nothing is known
    classes: tuple[StepColours, ...]  # of a map, from low to high

    def colour(self, index: int) -> str:
        """Return the colour of the n-th series."""
        return self.series[index % len(self.series)]

    def kind(self, kind: str) -> KindColours:
        """Return the colours of a kind of measure, whatever its state: a paused one is hatched in them."""
        return self.kinds.get(kind, self.kinds["other"])


def _kinds(**colours: tuple[str, str, str, str]) -> Mapping[str, KindColours]:
    return MappingProxyType({kind: KindColours(*four) for kind, four in colours.items()})


def _steps(*pairs: tuple[str, str]) -> tuple[StepColours, ...]:
    return tuple(StepColours(*pair) for pair in pairs)


# The series are those of Okabe and Ito (2008): readers with colour blindness can tell neighbours apart.
LIGHT = Theme(
    name="light",
    window="#f3f5f8",
    surface="#ffffff",
    raised="#f6f8fa",
    border="#d5dde6",
    line="#e6ebf1",
    text=_TEXT,
    muted=_MUTED,
    accent="#0f56ab",
    accent_text="#ffffff",
    selected="#e6effa",
    tile="#e6ecf3",
    grid="#e3e7eb",
    axis="#aab4be",
    track=_TRACK,
    series=("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#6b6b6b", _TEXT),
    kinds=_kinds(
        prohibition=("#8c1d0b", "#fde2dd", "#8c1d0b", "#d9705c"),
        licence=("#7a4b00", "#fff1d6", "#8f5600", "#f2bd5a"),
        technology=("#4b2f8c", "#ece7f8", "#4b2f8c", "#a794d6"),
        announced=("#5a5a00", "#f4f4c8", "#5a5a00", "#c2c24a"),
        other=("#3d4a59", "#edf0f3", "#5b6b7c", "#c9d2dc"),
        none=("#566270", "#edf0f3", _MUTED, _TRACK),
    ),
    steps=_steps(
        (_TEXT, "#ffffff"),
        (_TEXT, "#e8f1fb"),
        (_TEXT, "#c3dcf3"),
        (_TEXT, "#8dbde6"),
        ("#ffffff", "#2f6fb0"),
        ("#ffffff", "#0d3f78"),
    ),
    changes=_steps(
        ("#ffffff", "#2f6fb0"),
        (_TEXT, "#c3dcf3"),
        (_TEXT, _TRACK),
        (_TEXT, "#fbe3c8"),
        (_TEXT, "#f2a65a"),
        ("#ffffff", "#a63d00"),
    ),
    land="#eaedf0",
    classes=_steps(
        (_TEXT, "#b0d0ee"),
        (_TEXT, "#7fb3e4"),
        (_TEXT, "#5396d4"),
        ("#ffffff", "#1f62a6"),
        ("#ffffff", "#0a3162"),
    ),
)

DARK = Theme(
    name="dark",
    window="#10151b",
    surface="#181f27",
    raised="#1e2630",
    border="#323d4a",
    line="#27313c",
    text=_DARK_TEXT,
    muted=_DARK_MUTED,
    accent="#7db4f5",
    accent_text="#0b1622",
    selected="#1f3247",
    tile="#28333f",
    grid="#2d3742",
    axis="#5a6672",
    track=_DARK_TRACK,
    series=("#56a8e0", "#f0894a", "#2dbd97", "#dd9bc0", "#e6b04a", "#8fd0f5", "#a8a8a8", _DARK_TEXT),
    kinds=_kinds(
        prohibition=("#ffb4a6", "#4d1a11", "#f59a88", "#c9604c"),
        licence=("#ffd38a", "#432d06", "#f0b95a", "#c08a2e"),
        technology=("#cdbcf7", "#322658", "#bba7f0", "#7f68bd"),
        announced=("#e2e28a", "#37370c", "#d8d86a", "#8c8c34"),
        other=("#c9d3de", "#2b3540", "#a9b6c3", "#5d6b79"),
        none=("#aab6c3", "#262f39", _DARK_MUTED, _DARK_TRACK),
    ),
    steps=_steps(
        (_DARK_TEXT, "#181f27"),
        (_DARK_TEXT, "#1c2f45"),
        (_DARK_TEXT, "#214a72"),
        (_DARK_TEXT, "#2b669f"),
        ("#0b1622", "#6aaee8"),
        ("#0b1622", "#b5d8f7"),
    ),
    changes=_steps(
        ("#0b1622", "#6aaee8"),
        (_DARK_TEXT, "#214a72"),
        (_DARK_TEXT, _DARK_TRACK),
        (_DARK_TEXT, "#4a3115"),
        (_DARK_TEXT, "#875114"),
        ("#0b1622", "#f2a65a"),
    ),
    land="#2a323b",
    classes=_steps(
        (_DARK_TEXT, "#1d4670"),
        (_DARK_TEXT, "#2a689f"),
        ("#0b1622", "#4f9ada"),
        ("#0b1622", "#8fc6f5"),
        ("#0b1622", "#d8ecfd"),
    ),
)


def theme(dark: bool) -> Theme:
    """Return the dark or the light theme."""
    return DARK if dark else LIGHT
