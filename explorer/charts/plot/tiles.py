"""Draws a tile of the periodic table: number, Chinese name, sign and value."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from explorer.charts.plot.painting import painting
from explorer.charts.plot.tile_looks import RADIUS, Look, paint_ground
from explorer.data.periodic.layout import Tile
from explorer.data.periodic.metal_value import MetalValue
from explorer.language import enumeration, gettext

# Pixels between the edge of a tile and its texts: at the sides, above and below, and to the right of a value. A tile
# narrower than NARROW has the margin of above and below at its sides too.
SIDE, MARGIN, BESIDE_VALUE, NARROW = 3.0, 2.0, 1.0, 50.0
# Pixels: symbol, name of a material, and number, Chinese name and value, which are smaller where they do not fit.
SIGN, NAME, LETTERS, SMALL_LETTERS = 15, 12, 10, 9
LINE_HEIGHT, GAP_BELOW = 11.0, 6.0
RING, RING_GAP = 2.0, 1.0
FLAGGED = "*"
LINES = 2
Measure = Callable[[str], float]


class TileTexts(Struct, frozen=True):
    """The texts of a tile: an element has a number. `versions` of the value are the longest first, none without one."""

    number: str
    sign: str
    versions: tuple[str, ...] = ()
    name_zh: str = ""


def tile_texts(tile: Tile, value: MetalValue | None) -> TileTexts:
    """Return the texts of a tile with its value, which has a sign where it has a remark."""
    versions = value.versions if value is not None else ()
    if value is not None and value.flags:
        versions = tuple(f"{version}{FLAGGED}" for version in versions)
    number = str(tile.atomic_number) if tile.atomic_number is not None else ""
    return TileTexts(number, tile.sign, versions, tile.metal.name_zh if tile.metal is not None else "")


def _picture(width: float, height: float, ratio: float, look: Look, ring: str) -> QPixmap:
    """Return the ground of a tile as a picture, since lines of hatching take long to draw; with a ring around it."""
    pixmap = QPixmap(QSizeF(width * ratio, height * ratio).toSize())
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    box = QRectF(0, 0, width, height)
    with painting(QPainter(pixmap)) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if ring:
            half = RING / 2
            painter.setPen(QPen(QColor(ring), RING))
            painter.drawRoundedRect(box.adjusted(half, half, -half, -half), RADIUS, RADIUS)
            gap = RING + RING_GAP
            box.adjust(gap, gap, -gap, -gap)
        paint_ground(painter, box, look if not ring else replace(look, edge=""))
    return pixmap


def tile_height(*, with_number: bool) -> int:
    """Return the height of a tile with room for its texts: an element also has its number."""
    return (2 * LETTERS + SIGN if with_number else NAME + 2) + LINES * int(LINE_HEIGHT) + 3


def _sized(font: QFont, pixels: int, *, bold: bool = False) -> tuple[QFont, QFontMetricsF]:
    result = QFont(font)
    result.setPixelSize(pixels)
    if bold:
        result.setWeight(QFont.Weight.DemiBold)
    return result, QFontMetricsF(result)


class TilePainter:
    """Draws tiles in a font; grounds as pictures and the lines of a value are made once for a size."""

    def __init__(self, font: QFont) -> None:
        self._small, self._metrics = _sized(font, LETTERS)
        self._smaller, self._smaller_metrics = _sized(font, SMALL_LETTERS)
        self._sign, self._sign_metrics = _sized(font, SIGN, bold=True)
        self._name, self._name_metrics = _sized(font, NAME, bold=True)
        self._fitted = lru_cache(1_000)(self._fit)
        self._pictures = lru_cache(100)(_picture)

    def paint_picture(self, painter: QPainter, box: QRectF, look: Look, ring: str) -> None:
        """Draw the ground of a tile in a window, with a ring where a colour is given."""
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(box.topLeft(), self._pictures(box.width(), box.height(), ratio, look, ring))

    def paint_texts(self, painter: QPainter, box: QRectF, texts: TileTexts, colour: str) -> None:
        """Draw the texts of a tile."""
        side = SIDE if box.width() >= NARROW else MARGIN
        inner = box.adjusted(side, MARGIN, -side, -MARGIN)
        painter.setPen(QColor(colour))
        if texts.number:
            self._paint_element(painter, inner, texts)
        else:
            self._paint_name(painter, inner, texts)
        if texts.versions:
            value = inner.adjusted(0, 0, side - BESIDE_VALUE, 0)
            self._paint_value(painter, value, texts.versions, LINES if texts.number else 1)

    def _paint_value(self, painter: QPainter, box: QRectF, versions: tuple[str, ...], most: int) -> None:
        lines, small = self._fitted(versions, box.width(), most)
        painter.setFont(self._smaller if small else self._small)
        bottom = box.bottom() - self._metrics.descent()
        for number, text in enumerate(reversed(lines)):
            painter.drawText(QPointF(box.left(), bottom - number * LINE_HEIGHT), text)

    def _paint_element(self, painter: QPainter, box: QRectF, texts: TileTexts) -> None:
        """Draw number, Chinese name and sign."""
        top = box.top() + self._metrics.ascent()
        painter.setFont(self._small)
        painter.drawText(QPointF(box.left(), top), texts.number)
        left = box.right() - self._metrics.horizontalAdvance(texts.name_zh)
        painter.drawText(QPointF(left, top), texts.name_zh)
        painter.setFont(self._sign)
        painter.drawText(QPointF(box.left(), top + self._sign_metrics.capHeight() + GAP_BELOW), texts.sign)

    def _paint_name(self, painter: QPainter, box: QRectF, texts: TileTexts) -> None:
        """Draw the names of a material in a line."""
        names = gettext("{metal} {chinese}").format(metal=texts.sign, chinese=texts.name_zh)
        text = self._name_metrics.elidedText(names, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(self._name)
        painter.drawText(QPointF(box.left(), box.top() + self._name_metrics.ascent()), text)

    def _fit(self, versions: tuple[str, ...], width: float, most: int) -> tuple[tuple[str, ...], bool]:
        """Return the lines of the longest version that fits, and whether in small letters; else the shortest, cut."""
        for small, metrics in ((False, self._metrics), (True, self._smaller_metrics)):
            lines = fitted(versions, metrics.horizontalAdvance, width, most)
            if lines:
                return lines, small
        lines = _wrapped(self._smaller_metrics.horizontalAdvance, _in_lines(versions[-1], most), width)
        shown = (*lines[: most - 1], " ".join(lines[most - 1 :]))
        cut = (self._smaller_metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in shown)
        return tuple(cut), True


def fitted(versions: Iterable[str], measured: Measure, width: float, most: int) -> tuple[str, ...]:
    """Return the lines of the first version that fits into a number of lines of a width, none without one.

    `measured` returns the width of a text.
    """
    for version in versions:
        lines = _wrapped(measured, _in_lines(version, most), width)
        if len(lines) <= most and all(measured(line) <= width for line in lines):
            return lines
    return ()


def _in_lines(version: str, most: int) -> str:
    """Return a version of a value for a number of lines: in one line, its parts follow each other."""
    return version if most > 1 else enumeration(version.split("\n"))


def _wrapped(measured: Measure, text: str, width: float) -> tuple[str, ...]:
    """Return a text in lines, broken at spaces."""
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in part.split(" "):
            longer = f"{line} {word}" if line else word
            if line and measured(longer) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return tuple(lines)
