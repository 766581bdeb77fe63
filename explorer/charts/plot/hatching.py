"""Boxes of uncertain figures: hatched where estimated or preliminary, outlined for outliers, withheld and ranges."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from explorer.charts.plot.library import pg
from explorer.charts.plot.painting import hatch, outline, restored
from explorer.guard import guarded

GAP, WIDTH = 5.0, 1.8
EDGE = 4.0  # pixels by which an edge may extend beyond its box


class HatchedBox(Struct, frozen=True):
    """A box in data coordinates, or in pixels in a legend.

    Without a colour of lines it is not hatched, without one of edges, open.
    """

    box: QRectF
    lines: str
    ground: str
    edge: str
    edge_width: float = 1.2
    dash: tuple[float, ...] = ()
    line_width: float = WIDTH

    def draw(self, painter: QPainter) -> None:
        """Draw the box in a legend."""
        _paint(painter, self.box, self)


@guarded
class Hatching(pg.GraphicsObject):  # type: ignore[misc]
    """Draws hatched and outlined boxes; lines and edges have the same width at any zoom."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.boxes: tuple[HatchedBox, ...] = ()
        self._bounds = QRectF()

    def show_boxes(self, boxes: Sequence[HatchedBox]) -> None:
        """Draw other boxes."""
        self.prepareGeometryChange()
        self.boxes = tuple(boxes)
        bounds = QRectF()
        for hatched in self.boxes:
            bounds = bounds.united(hatched.box)
        self._bounds = bounds
        self.update()

    def boundingRect(self) -> QRectF:
        """Cover all boxes."""
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw the boxes in the exposed part of the plot, in pixels; in a file, all of them."""
        to_pixels = painter.transform()
        exposed = to_pixels.mapRect(QRectF(option.exposedRect))
        seen = exposed.adjusted(-EDGE, -EDGE, EDGE, EDGE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        with restored(painter):
            painter.resetTransform()
            for hatched in self.boxes:
                box = to_pixels.mapRect(hatched.box)
                if exposed.isEmpty() or seen.intersects(box):
                    _paint(painter, box, hatched)


def _paint(painter: QPainter, box: QRectF, hatched: HatchedBox) -> None:
    if hatched.lines:
        hatch(painter, box, hatched.lines, hatched.ground, GAP, hatched.line_width)
    elif hatched.ground:
        painter.fillRect(box, QColor(hatched.ground))
    if hatched.edge:
        outline(painter, box, hatched.edge, hatched.edge_width, hatched.dash)
