"""What is drawn on a sheet, as data: primitives with their places, and blocks of primitives with their height."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout

from explorer.charts.output.render import paint_plot
from explorer.charts.plot.page_painter import PagePainter
from explorer.charts.plot.painting import pen
from explorer.charts.plot.pills import paint_ground
from explorer.charts.spec import ChartSpec
from explorer.factsheet.drawing.style import HAIRLINE
from explorer.palette import LIGHT, KindColours


class Text(Struct, frozen=True):
    """Lines of text whose first line box begins at (x, y)."""

    x: float
    y: float
    layout: QTextLayout

    def draw(self, painter: QPainter) -> None:
        """Draw the lines of text."""
        self.layout.draw(painter, QPointF(self.x, self.y))


class Rule(Struct, frozen=True):
    """A thin horizontal line."""

    x: float
    y: float
    width: float

    def draw(self, painter: QPainter) -> None:
        """Draw the line."""
        painter.setPen(pen(LIGHT.grid, HAIRLINE))
        painter.drawLine(QPointF(self.x, self.y), QPointF(self.x + self.width, self.y))


class Fill(Struct, frozen=True):
    """A filled box with round corners."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    radius: float = 0.0

    def draw(self, painter: QPainter) -> None:
        """Fill the box."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour))
        painter.drawRoundedRect(QRectF(self.x, self.y, self.width, self.height), self.radius, self.radius)


class Ground(Struct, frozen=True):
    """The ground of a pill in the colours of a kind of measure, hatched where it is paused."""

    x: float
    y: float
    width: float
    height: float
    colours: KindColours
    hatched: bool

    def draw(self, painter: QPainter) -> None:
        """Draw the ground."""
        box = QRectF(self.x, self.y, self.width, self.height)
        paint_ground(painter, box, self.colours, hatched=self.hatched)


class Plot(Struct, frozen=True):
    """The plot of a chart; `width` and `height` are in pixels of the chart, `scale` is half points per pixel."""

    x: float
    y: float
    width: float
    height: float
    scale: float
    spec: ChartSpec

    def draw(self, painter: PagePainter) -> None:
        """Draw the plot at its scale."""
        painter.save()
        painter.translate(self.x, self.y)
        painter.scale(self.scale, self.scale)
        paint_plot(painter, QRectF(0, 0, self.width, self.height), self.spec, LIGHT)
        painter.restore()


Primitive = Text | Rule | Fill | Ground | Plot


class Block(Struct, frozen=True):
    """Primitives and blocks, placed from the top left corner of the block, and the height they take together."""

    height: float
    items: "tuple[Item, ...]" = ()

    def at(self, x: float, y: float) -> "tuple[Placed]":
        """Return the block with its corner at a place."""
        return (Placed(x, y, self),)

    def primitives(self, x: float = 0.0, y: float = 0.0) -> Iterator[Primitive]:
        """Yield all primitives with the corner of the block at a place, in the order in which they are drawn."""
        for item in self.items:
            if isinstance(item, Placed):
                yield from item.block.primitives(x + item.x, y + item.y)
            else:
                yield replace(item, x=item.x + x, y=item.y + y)


class Placed(Struct, frozen=True):
    """A block inside another; its primitives move only for drawing, since most blocks are only measured."""

    x: float
    y: float
    block: Block


Item = Primitive | Placed


def stacked(blocks: Iterable[Block], gap: float = 0.0) -> Block:
    """Return blocks below one another; those without height take no gap."""
    items: list[Item] = []
    y = 0.0
    for block in blocks:
        if block.height:
            top = y + gap if y else y
            items += block.at(0, top)
            y = top + block.height
    return Block(y, tuple(items))


def side_by_side(blocks: Sequence[Block], lefts: Sequence[float]) -> Block:
    """Return blocks at their left edges, as high as the highest."""
    items = tuple(Placed(left, 0.0, block) for block, left in zip(blocks, lefts, strict=True))
    return Block(max((b.height for b in blocks), default=0.0), items)


def padded(block: Block, top: float, bottom: float) -> Block:
    """Return a block with room above and below."""
    return Block(block.height + top + bottom, block.at(0, top))
