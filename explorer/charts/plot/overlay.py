"""What the plotting library lacks, in logical pixels of the plot: names, badges, bounds and spans."""

from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from explorer.charts.plot.library import pg
from explorer.charts.plot.parts import moved_names
from explorer.guard import guarded


class Drawn(Protocol):
    """A part that draws itself."""

    def draw(self, painter: QPainter) -> None:
        """Draw the part."""


Part = TypeVar("Part", bound=Drawn)


def update_box(item: QGraphicsItem, box: QRectF) -> None:
    """Repaint a box of an item, nothing if it is empty: Qt would repaint the whole item."""
    if not box.isEmpty():
        item.update(box)


@guarded
class Overlay(pg.GraphicsObject, Generic[Part]):  # type: ignore[misc]
    """Draws parts in their order; each kind of part has a class of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: tuple[Part, ...] = ()
        self._whole = QRectF()

    def show_parts(self, whole: QRectF, parts: Iterable[Part]) -> None:
        """Draw other parts inside a box, such as the plot; where only names differ, repaint no more than these."""
        parts = tuple(parts)
        names = moved_names(self.parts, parts)
        if whole == self._whole and names is not None:
            self.parts = parts
            update_box(self, names)
            return
        self.prepareGeometryChange()
        self._whole, self.parts = whole, parts
        self.update()

    def boundingRect(self) -> QRectF:
        """Cover the box."""
        return self._whole

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw every part."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        for part in self.parts:
            part.draw(painter)
