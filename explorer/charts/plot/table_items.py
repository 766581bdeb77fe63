"""The items of an image of the periodic table: the grounds of the tiles, their texts, and the legend below."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF

from explorer.charts.plot import typeset
from explorer.charts.plot.frame import Frame
from explorer.charts.plot.legend import legend
from explorer.charts.plot.names import Name, Names, Part
from explorer.charts.plot.plot import ABOVE, Plot
from explorer.charts.plot.table_arrangement import (
    INSET,
    LINE,
    NUMBER_LINE,
    SIGN,
    SMALL_SIGN,
    Arrangement,
    PlacedTile,
)
from explorer.charts.plot.table_legend import LegendEntry
from explorer.charts.plot.table_texts import material_name, name_face, value_face, value_width
from explorer.charts.plot.tile_looks import Ground, value_look
from explorer.charts.plot.tiles import tile_texts
from explorer.charts.plot.typeset import Face

SAMPLE = QRectF(0, -6, 16, 12)
BETWEEN = 3.0


class Beside(Struct, frozen=True):
    """Whether there is room for the Chinese name, and the number, beside the sign of every element."""

    name: bool
    number: bool


class TableItems:
    """Draws the tiles and the legend; everything is placed again when the size changes."""

    def __init__(self, plot: Plot, colouring: str, arranged: Callable[[float, float], Arrangement]) -> None:
        self._theme, self._colouring, self._arranged = plot.theme, colouring, arranged
        self._items = plot.lay(Names(), ABOVE)
        plot.follow(self.place)

    def place(self, frame: Frame) -> None:
        """Draw the tiles and the legend of a frame."""
        whole = frame.whole
        arranged = self._arranged(whole.width(), whole.height())
        tiles, parts = [*arranged.placed(whole.height())], list[Part]()
        beside = _beside(tiles, is_short=arranged.is_short)
        for placed in tiles:
            parts += self._tile(placed, beside, is_short=arranged.is_short)
        labels = tuple(entry.label for entry in arranged.legend)
        top = arranged.height_in(whole.height()) - arranged.legend_height
        parts += legend(labels, frame, top, self._theme, self._swatch(arranged.legend))
        self._items.show_parts(whole, parts)

    def _swatch(self, entries: tuple[LegendEntry, ...]) -> Callable[[int, QPointF], Part]:
        theme, bold = self._theme, typeset.face(SMALL_SIGN, bold=True)

        def swatch(index: int, at: QPointF) -> Part:
            entry = entries[index]
            if entry.look is None:
                x = at.x() + SAMPLE.width() / 2
                return Name(x, at.y() - bold.line / 2, entry.sign, bold, theme.text, "centre")
            return Ground(SAMPLE.translated(at), entry.look(theme), entry.sign)

        return swatch

    def _tile(self, placed: PlacedTile, beside: Beside, *, is_short: bool) -> Iterator[Part]:
        look = value_look(placed.tile.value, self._colouring, self._theme)
        yield Ground(placed.box, look)
        texts = placed.box.adjusted(INSET, INSET, -INSET, -INSET)
        colour = look.colours.text
        if placed.tile.tile.is_material:
            yield from _material(placed, texts, colour, is_short=is_short)
        else:
            yield from _element(placed, texts, colour, beside, is_short=is_short)


def _beside(tiles: Sequence[PlacedTile], *, is_short: bool) -> Beside:
    """Return what has room beside the signs: the same in all tiles."""
    sign = _sign_face(is_short=is_short)
    room = {"name": [0.0], "number": [0.0]}
    for placed in tiles:
        if not placed.tile.tile.is_material:
            texts = tile_texts(placed.tile.tile, placed.tile.value)
            free = placed.box.width() - 2 * INSET - sign.width(texts.sign)
            free -= value_width(texts.name_zh) + BETWEEN if texts.name_zh else 0.0
            room["name"].append(free)
            room["number"].append(free - value_width(texts.number) - BETWEEN)
    return Beside(**{name: min(free) >= 0 for name, free in room.items()})


def _sign_face(*, is_short: bool) -> Face:
    return typeset.face(SMALL_SIGN if is_short else SIGN, bold=True)


def _element(
    placed: PlacedTile, box: QRectF, colour: str, beside: Beside, *, is_short: bool
) -> Iterator[Part]:
    """Yield the sign, below the number where the tile is tall, what has room beside it, and the value."""
    texts, value = tile_texts(placed.tile.tile, placed.tile.value), value_face()
    sign = _sign_face(is_short=is_short)
    yield _line(box.left(), box.top() + NUMBER_LINE * placed.is_tall, texts.sign, sign, colour)
    if texts.name_zh and (beside.name or placed.is_tall):
        yield _line(box.right() - value_width(texts.name_zh), box.top(), texts.name_zh, value, colour)
    if beside.number or placed.is_tall:
        left = box.left() + (0.0 if placed.is_tall else sign.width(texts.sign) + BETWEEN)
        yield _line(left, box.top(), texts.number, value, colour)
    yield from _value(box, placed.lines, colour)


def _material(placed: PlacedTile, box: QRectF, colour: str, *, is_short: bool) -> Iterator[Part]:
    """Yield the names of a material and its value, below them or at the right."""
    name = name_face()
    used = sum(map(value_width, placed.lines)) + 2 * INSET if is_short and placed.lines else 0.0
    yield _line(box.left(), box.top(), material_name(placed.tile, box.width() - used), name, colour)
    if not is_short:
        yield from _value(box, placed.lines, colour)
        return
    for text in placed.lines:
        yield _line(box.right() - value_width(text), box.top(), text, value_face(), colour)


def _value(box: QRectF, lines: tuple[str, ...], colour: str) -> Iterator[Part]:
    face = value_face()
    first = box.bottom() - len(lines) * LINE
    for number, text in enumerate(lines):
        yield _line(box.left(), first + number * LINE, text, face, colour)


def _line(x: float, top: float, text: str, face: Face, colour: str) -> Name:
    """Return a line of text whose letters begin at a height, without the space above them."""
    return Name(x, top - (face.line - face.metrics.ascent()) / 2, text, face, colour)
