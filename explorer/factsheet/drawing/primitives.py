"""What is drawn on a sheet, as data: marks with their places, and blocks of marks with the height they take."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from explorer.charts.output.render import paint_plot
from explorer.charts.plot import typeset
from explorer.charts.plot.frame import pen
from explorer.charts.plot.typeset import Face
from explorer.charts.spec import ChartSpec
from explorer.factsheet.drawing.style import HAIRLINE
from explorer.palette import LIGHT


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text whose line box begins at (x, y)."""

    x: float
    y: float
    text: str
    face: Face
    colour: str

    def draw(self, painter: QPainter) -> None:
        """Draw the line of text."""
        typeset.put(painter, self.x, self.y, self.text, self.face, self.colour)


@dataclass(frozen=True, slots=True)
class Rule:
    """A quiet horizontal line."""

    x: float
    y: float
    width: float
    colour: str = LIGHT.grid
    thick: float = HAIRLINE

    def draw(self, painter: QPainter) -> None:
        """Draw the line."""
        painter.setPen(pen(self.colour, self.thick))
        painter.drawLine(QPointF(self.x, self.y), QPointF(self.x + self.width, self.y))


@dataclass(frozen=True, slots=True)
class Fill:
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


@dataclass(frozen=True, slots=True)
class Plot:
    """The plot of a chart; `width` and `height` are in the chart's own pixels, `scale` makes them half points."""

    x: float
    y: float
    width: float
    height: float
    scale: float
    spec: ChartSpec

    def draw(self, painter: QPainter) -> None:
        """Draw the plot at its scale."""
        painter.save()
        painter.translate(self.x, self.y)
        painter.scale(self.scale, self.scale)
        paint_plot(painter, QRectF(0, 0, self.width, self.height), self.spec, LIGHT)
        painter.restore()


Mark = Words | Rule | Fill | Plot


@dataclass(frozen=True, slots=True)
class Block:
    """Marks and blocks at their places below and right of a corner, and the height they take together."""

    height: float
    items: "tuple[Item, ...]" = ()

    def at(self, x: float, y: float) -> "tuple[Placed]":
        """Return the block with its corner put at a place."""
        return (Placed(x, y, self),)

    def marks(self, x: float = 0.0, y: float = 0.0) -> Iterator[Mark]:
        """Yield all marks with the corner put at a place, in the order in which they are drawn."""
        for item in self.items:
            if isinstance(item, Placed):
                yield from item.block.marks(x + item.x, y + item.y)
            else:
                yield replace(item, x=item.x + x, y=item.y + y)


@dataclass(frozen=True, slots=True)
class Placed:
    """A block inside another; its marks are moved only when the page is drawn, for most pages are only measured."""

    x: float
    y: float
    block: Block


Item = Mark | Placed


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


def beside(blocks: Sequence[Block], lefts: Sequence[float]) -> Block:
    """Return blocks side by side, each at its left edge, as high as the highest."""
    items = tuple(Placed(left, 0.0, block) for block, left in zip(blocks, lefts, strict=True))
    return Block(max((b.height for b in blocks), default=0.0), items)


def padded(block: Block, top: float, bottom: float) -> Block:
    """Return a block with room above and below."""
    return Block(block.height + top + bottom, block.at(0, top))
