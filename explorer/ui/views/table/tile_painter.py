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

RADIUS, MARGIN, SPACE = 3.0, 3.0, 0.5
# Pixels: symbol, name of a material, and number, Chinese name and value, which are smaller in narrow tiles.
SIGN, NAME, LETTERS, SMALL_LETTERS = 15, 12, 10, 9
NARROW = 52.0
LINE_HEIGHT, GAP_BELOW = 11.0, 6.0
RING, RING_GAP = 2.0, 1.0
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


def paint_ground(painter: QPainter, box: QRectF, colours: StepColours, edge: str, *, hatched: bool) -> None:
    """Fill a tile or a sample of the legend, with the faint hatching of a pause or of an unknown value.

    Without a colour of the edge it has none.
    """
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.ground))
    painter.drawRoundedRect(inner, RADIUS, RADIUS)
    if hatched:
        with restored(painter):
            painter.setOpacity(STRENGTH)
            hatch(painter, inner, colours.text, "transparent", GAP, LINE)
    if edge:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(edge), 1))
        painter.drawRoundedRect(inner, RADIUS, RADIUS)


def tile_height(*, with_number: bool) -> int:
    """Return the height of a tile with room for its texts: an element also has its number."""
    return (2 * LETTERS + SIGN if with_number else NAME + 2) + LINES * int(LINE_HEIGHT) + 3


def is_hatched(value: MetalValue | None) -> bool:
    """Return whether a tile is hatched: a measure is paused, or the value is unknown."""
    return value is not None and (is_paused(value.state) if value.state else not value.is_known)


def _ground(
    width: float, height: float, ratio: float, colours: StepColours, edge: str, hatched: bool, ring: str
) -> QPixmap:
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
        paint_ground(painter, box, colours, "" if ring else edge, hatched=hatched)
    return pixmap


class TilePainter:
    """Draws tiles in a font, a theme and a colouring; grounds and the lines of a value are made once for a size."""

    def __init__(self, font: QFont, theme: Theme, colouring: str) -> None:
        self._theme, self._colouring = theme, colouring
        self._small, self._smaller = resized(font, LETTERS), resized(font, SMALL_LETTERS)
        self._sign = resized(font, SIGN, QFont.Weight.DemiBold)
        self._name = resized(font, NAME, QFont.Weight.DemiBold)
        self._metrics, self._sign_metrics = QFontMetricsF(self._small), QFontMetricsF(self._sign)
        self._smaller_metrics = QFontMetricsF(self._smaller)
        self._name_metrics = QFontMetricsF(self._name)
        self._fitted = lru_cache(1_000)(self._fit)
        self._grounds = lru_cache(100)(_ground)

    def paint(self, painter: QPainter, box: QRectF, tile: Tile, *, selected: bool, focused: bool) -> None:
        """Draw a tile; the selected one has a ring, in the colour of the text while it has the focus."""
        theme = self._theme
        colours = value_colours(tile.value, self._colouring, theme)
        ratio = painter.device().devicePixelRatio()
        edge, hatched = theme.border if tile.value else "", is_hatched(tile.value)
        ring = (theme.text if focused else theme.accent) if selected else ""
        ground = self._grounds(box.width(), box.height(), ratio, colours, edge, hatched, ring)
        painter.drawPixmap(box.topLeft(), ground)
        inner = box.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        painter.setPen(QColor(colours.text))
        if tile.atomic_number is None:
            self._paint_name(painter, inner, tile)
        else:
            self._paint_element(painter, inner, tile)
        if tile.value is not None:
            self._paint_value(painter, inner, tile.value, 1 if tile.atomic_number is None else LINES)

    def _paint_value(self, painter: QPainter, box: QRectF, value: MetalValue, most: int) -> None:
        small = box.width() < NARROW
        painter.setFont(self._smaller if small else self._small)
        metrics = self._smaller_metrics if small else self._metrics
        bottom = box.bottom() - metrics.descent()
        lines = self._fitted(value.versions, bool(value.flags), box.width(), most)
        for number, text in enumerate(reversed(lines)):
            painter.drawText(QPointF(box.left(), bottom - number * LINE_HEIGHT), text)

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
        metrics = self._smaller_metrics if width < NARROW else self._metrics
        lines: tuple[str, ...] = ()
        for version in versions:
            text = version if most > 1 else enumeration(version.split("\n"))
            lines = _wrapped(metrics, f"{text}{FLAGGED}" if flagged else text, width)
            if len(lines) <= most and all(metrics.horizontalAdvance(line) <= width for line in lines):
                return lines
        shown = (*lines[: most - 1], " ".join(lines[most - 1 :]))
        return tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in shown)


def _wrapped(metrics: QFontMetricsF, text: str, width: float) -> tuple[str, ...]:
    """Return a text in lines, broken at spaces."""
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in part.split(" "):
            longer = f"{line} {word}" if line else word
            if line and metrics.horizontalAdvance(longer) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return tuple(lines)
