"""The palette: it holds every colour of the program, and what is written can be read on what is behind it."""

import ast
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec.structs import astuple, fields

from explorer import palette
from explorer.data.controls.pill import PILL_STATES, kind_of
from explorer.palette import Theme
from tests.imports import PACKAGE, ROOT

RESOURCES = ROOT / "resources"
PALETTE = PACKAGE / "palette.py"
STYLE_SHEETS = sorted((RESOURCES / "themes").glob("*.qss"))
SOURCES = [*(p for p in sorted(PACKAGE.rglob("*.py")) if p != PALETTE), *STYLE_SHEETS]
LITERAL = re.compile(
    r"#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b"
    r"|\b(?:rgba?|hsla?|QColor)\(\s*[\d\"']"
    r"|GlobalColor\.(?!transparent)\w+",
    re.IGNORECASE,
)
NAMED_IN_STYLE = re.compile(r"\b(?:color|background):\s*(?!transparent)[a-z]+", re.IGNORECASE)
READABLE = 4.5

both_themes = pytest.mark.parametrize("theme", [palette.LIGHT, palette.DARK], ids=["light", "dark"])


def literals(text: str) -> list[str]:
    """Return the colours that a text writes out, in code or in a style sheet."""
    return [*LITERAL.findall(text), *NAMED_IN_STYLE.findall(text)]


def literals_in_code(text: str) -> list[str]:
    """Return the colours that code writes out; a style is in a string, and `background: bool` is a field."""
    strings = (n.value for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Constant))
    styles = (s for s in strings if isinstance(s, str))
    return [*LITERAL.findall(text), *(name for s in styles for name in NAMED_IN_STYLE.findall(s))]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as the accessibility guidelines define it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_other_file_writes_a_colour(path: Path) -> None:
    search = literals_in_code if path.suffix == ".py" else literals
    assert search(path.read_text(encoding="utf-8")) == []


def test_the_search_finds_all_colours_of_the_palette() -> None:
    used = set()
    for theme in (palette.LIGHT, palette.DARK):
        used |= {getattr(theme, f.name) for f in fields(theme) if f.type is str} - {theme.name}
        used |= {*theme.series, *(c for kind in theme.kinds.values() for c in astuple(kind))}
        used |= {
            colour for step in (*theme.steps, *theme.changes, *theme.classes) for colour in astuple(step)
        }
    assert {*literals(PALETTE.read_text(encoding="utf-8"))} == used
    assert STYLE_SHEETS and len(SOURCES) > 100


@pytest.mark.parametrize(
    "text",
    [
        'pen("#D9705C", 1.0)',
        'QColor("#fff")',
        "QLabel { color: #80ffffff; }",
        "QColor(20, 32, 46)",
        'QColor("red")',
        "image.fill(Qt.GlobalColor.white)",
        "background: rgba(0, 0, 0, 40);",
        "QLabel { color: red; }",
    ],
)
def test_the_search_finds_a_colour(text: str) -> None:
    assert literals(text)


@pytest.mark.parametrize(
    "text",
    [
        "QWidget#page { background: $window; }",
        "QListView#results { color: ${text}; }",
        "QColor(theme.surface)",
        'f"color: {theme.text}; background: transparent;"',
        "pixmap.fill(Qt.GlobalColor.transparent)",
    ],
)
def test_the_search_passes_over_what_is_not_a_colour(text: str) -> None:
    assert literals(text) == []


@pytest.mark.parametrize(
    "code",
    [
        'pen("#D9705C", 1.0)',
        'QColor("red")',
        "image.fill(Qt.GlobalColor.white)",
        'label.setStyleSheet("background: red;")',
        'label.setStyleSheet(f"font-size: {size}px; color: red; width: {width}px")',
    ],
)
def test_the_search_finds_a_colour_in_code(code: str) -> None:
    assert literals_in_code(code)


@pytest.mark.parametrize(
    "code",
    [
        "class Series:\n    background: bool = False",
        "if series.background:\n    draw()",
        'f"color: {theme.text}; background: transparent;"',
    ],
)
def test_the_search_passes_over_code_without_a_colour(code: str) -> None:
    assert literals_in_code(code) == []


@both_themes
def test_each_status_has_colours_in_each_theme(theme: Theme) -> None:
    assert set(theme.kinds) == {kind_of(state) for state in PILL_STATES}
    assert theme.kind("quota") == theme.kinds["other"]


@both_themes
@pytest.mark.parametrize("kind", PILL_STATES)
def test_a_status_can_be_read(theme: Theme, kind: str) -> None:
    colours = theme.kind(kind_of(kind))
    assert contrast(colours.text, colours.ground) >= READABLE
    assert contrast(colours.ink, theme.surface) >= READABLE


@both_themes
def test_each_step_of_a_scale_can_be_read_and_differs(theme: Theme) -> None:
    for scale in (theme.steps, theme.changes):
        assert len({step.ground for step in scale}) == len(scale)
        for step in scale:
            assert contrast(step.text, step.ground) >= READABLE


@both_themes
def test_text_can_be_read(theme: Theme) -> None:
    for behind in (theme.window, theme.surface, theme.raised, theme.selected):
        assert contrast(theme.text, behind) >= 7
        assert contrast(theme.muted, behind) >= READABLE
    assert contrast(theme.text, theme.tile) >= 7
    assert contrast(theme.muted, theme.track) >= READABLE  # an element that is not on file
    assert contrast(theme.muted, theme.tile) >= READABLE  # the sign of a material without a symbol
    assert contrast(theme.accent, theme.surface) >= READABLE
    assert contrast(theme.accent_text, theme.accent) >= READABLE
    assert contrast(theme.kinds["prohibition"].text, theme.surface) >= READABLE  # a value that is not valid
    assert contrast(theme.kinds["licence"].text, theme.surface) >= READABLE  # a warning


@both_themes
@pytest.mark.parametrize(("icon", "colour"), [("arrow", "muted"), ("check", "accent_text")])
def test_an_icon_has_the_colour_of_its_theme(theme: Theme, icon: str, colour: str) -> None:
    svg = ElementTree.parse(RESOURCES / "icons" / f"{icon}-{theme.name}.svg")
    assert {e.attrib["stroke"] for e in svg.iter() if "stroke" in e.attrib} == {getattr(theme, colour)}


def test_the_contrast_of_black_on_white_is_the_highest() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


def test_series_begin_again_after_the_last_colour() -> None:
    series = palette.LIGHT.series
    assert palette.LIGHT.colour(len(series)) == palette.LIGHT.colour(0) == series[0]
    assert len({*series}) == len(series)
