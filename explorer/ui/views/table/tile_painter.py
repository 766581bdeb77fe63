"""Draws a tile of the periodic table: number, Chinese name, symbol and value, in the colour of the value."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from explorer.charts.plot.painting import hatch, painting, restored
from explorer.charts.plot.pills import GAP, LINE, STRENGTH
from explorer.data.controls.pill import is_paused, kind_of
from explorer.data.periodic.colourings import PRICE
from explorer.data.periodic.metal_value import MetalValue
from explorer.language import enumeration, gettext
from explorer.models.periodic_table import Tile
from explorer.palette import StepColours, Theme
from explorer.ui.widgets.style import resized

RADIUS, MARGIN, SPACE = 3.0, 2.0, 1.0
SIGN, NAME, LETTERS = 15, 12, 10  # pixels: symbol, name of a material, and number, Chinese name and value
LINE_HEIGHT, GAP_BELOW = 11.0, 6.0
FLAGGED = "*"
LINES = 2


def value_colours(value: MetalValue | None, colouring: str, theme: Theme) -> StepColours:
    """Return the colours of a tile; an unknown value has those of the surface."""
    if value is None:
        return StepColours(theme.muted, theme.track)
    if value.state == "none":
        return StepColours(theme.muted, theme.surface)
    if value.state:
        kind = theme.kind(kind_of(value.state))
        return StepColours(kind.text, kind.ground)
    return step_colours(value.step, colouring, theme)


def step_colours(step: int | None, colouring: str, theme: Theme) -> StepColours:
    """Return the colours of a step of a colouring by figures."""
    if step is None:
        return StepColours(theme.muted, theme.surface)
    return (theme.changes if colouring == PRICE else theme.steps)[step]


def paint_ground(
    painter: QPainter, box: QRectF, colours: StepColours, edge: str, *, hatched: bool, width: float = 1.0
) -> None:
    """Fill a tile or a sample of the legend, with the faint hatching of a pause or of an unknown value.

    Without a colour of the edge it has none.
    """
    half = width / 2
    inner = box.adjusted(half, half, -half, -half)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.ground))
    painter.drawRoundedRect(inner, RADIUS, RADIUS)
    if hatched:
        with restored(painter):
            painter.setOpacity(STRENGTH)
            hatch(painter, inner, colours.text, "transparent", GAP, LINE)
    if edge:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(edge), width))
        painter.drawRoundedRect(inner, RADIUS, RADIUS)


def tile_height(*, with_number: bool) -> int:
    """Return the height of a tile with room for its texts: an element also has its number."""
    return (2 * LETTERS + SIGN if with_number else NAME + 2) + LINES * int(LINE_HEIGHT) + 3


def is_hatched(value: MetalValue | None) -> bool:
    """Return whether a tile is hatched: a measure is paused, or the value is unknown."""
    return value is not None and (is_paused(value.state) if value.state else not value.is_known)


def _ground(
    width: float,
    height: float,
    ratio: float,
    colours: StepColours,
    edge: str,
    hatched: bool,
    edge_width: float,
) -> QPixmap:
    """Return the ground of a tile as a picture, since lines of hatching take long to draw."""
    pixmap = QPixmap(QSizeF(width * ratio, height * ratio).toSize())
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with painting(QPainter(pixmap)) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, QRectF(0, 0, width, height), colours, edge, hatched=hatched, width=edge_width)
    return pixmap


class TilePainter:
    """Draws tiles in a font, a theme and a colouring; grounds and the lines of a value are made once for a size."""

    def __init__(self, font: QFont, theme: Theme, colouring: str) -> None:
        self._theme, self._colouring = theme, colouring
        self._small = resized(font, LETTERS)
        self._sign = resized(font, SIGN, QFont.Weight.DemiBold)
        self._name = resized(font, NAME, QFont.Weight.DemiBold)
        self._metrics, self._sign_metrics = QFontMetricsF(self._small), QFontMetricsF(self._sign)
        self._name_metrics = QFontMetricsF(self._name)
        self._fitted = lru_cache(1_000)(self._fit)
        self._grounds = lru_cache(100)(_ground)

    def paint(self, painter: QPainter, box: QRectF, tile: Tile, *, selected: bool, focused: bool) -> None:
        """Draw a tile; the selected one has a thick edge, in the colour of the text while it has the focus."""
        theme = self._theme
        colours = value_colours(tile.value, self._colouring, theme)
        edge = theme.text if focused else theme.accent if selected else theme.border if tile.value else ""
        hatched = is_hatched(tile.value)
        ratio = painter.device().devicePixelRatio()
        width = 2.0 if selected else 1.0
        ground = self._grounds(box.width(), box.height(), ratio, colours, edge, hatched, width)
        painter.drawPixmap(box.topLeft(), ground)
        inner = box.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        painter.setPen(QColor(colours.text))
        if tile.atomic_number is None:
            self._paint_name(painter, inner, tile)
        else:
            self._paint_element(painter, inner, tile)
        if tile.value is None:
            return
        painter.setFont(self._small)
        most = 1 if tile.atomic_number is None else LINES
        lines = self._fitted(tile.value.versions, bool(tile.value.flags), inner.width(), most)
        bottom = inner.bottom() - self._metrics.descent()
        for number, text in enumerate(reversed(lines)):
            painter.drawText(QPointF(inner.left(), bottom - number * LINE_HEIGHT), text)

    def _paint_element(self, painter: QPainter, box: QRectF, tile: Tile) -> None:
        top = box.top() + self._metrics.ascent()
        painter.setFont(self._small)
        painter.drawText(QPointF(box.left(), top), str(tile.atomic_number))
        if tile.metal is not None:
            name = tile.metal.name_zh
            painter.drawText(QPointF(box.right() - self._metrics.horizontalAdvance(name), top), name)
        painter.setFont(self._sign)
        painter.drawText(QPointF(box.left(), top + self._sign_metrics.capHeight() + GAP_BELOW), tile.symbol)

    def _paint_name(self, painter: QPainter, box: QRectF, tile: Tile) -> None:
        assert tile.metal is not None
        names = gettext("{metal} {chinese}").format(metal=tile.symbol, chinese=tile.metal.name_zh)
        text = self._name_metrics.elidedText(names, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(self._name)
        painter.drawText(QPointF(box.left(), box.top() + self._name_metrics.ascent()), text)

    def _fit(self, versions: tuple[str, ...], flagged: bool, width: float, most: int) -> tuple[str, ...]:
        """Return the lines of the longest version that fits, otherwise those of the shortest, cut off."""
        lines: tuple[str, ...] = ()
        for version in versions:
            text = version if most > 1 else enumeration(version.split("\n"))
            lines = self._wrapped(f"{text}{FLAGGED}" if flagged else text, width)
            if len(lines) <= most and all(self._metrics.horizontalAdvance(line) <= width for line in lines):
                return lines
        shown = (*lines[: most - 1], " ".join(lines[most - 1 :]))
        return tuple(self._metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in shown)

    def _wrapped(self, text: str, width: float) -> tuple[str, ...]:
        """Return a text in lines, broken at spaces."""
        lines: list[str] = []
        for part in text.split("\n"):
            line = ""
            for word in part.split(" "):
                longer = f"{line} {word}" if line else word
                if line and self._metrics.horizontalAdvance(longer) > width:
                    lines.append(line)
                    line = word
                else:
                    line = longer
            lines.append(line)
        return tuple(lines)
