"""The rows of strips: only those in sight are laid out and drawn, of which a window shows a few of hundreds.

While the range moves, names are drawn from pictures: they stay where they are, and text takes the most time.
"""

from collections.abc import Callable, Iterable, Sequence
from math import ceil, floor

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from explorer.charts.plot.frame import Frame
from explorer.charts.plot.library import pg
from explorer.charts.plot.names import Name, Part
from explorer.charts.plot.painting import painting
from explorer.charts.plot.plot import Plot
from explorer.guard import guarded

REACH = 1.5  # a heading is in the line above its row, and marks extend beyond their line


@guarded
class StripRows(pg.GraphicsObject):  # type: ignore[misc]
    """Draws rows in the lines of `slots`; `names` returns the parts that stay while a range moves, `spans` the rest."""

    def __init__(
        self,
        plot: Plot,
        slots: Sequence[float],
        names: Callable[[Frame, int], Iterable[Part]],
        spans: Callable[[Frame, int], Iterable[Part]],
    ) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._plot = plot
        self._slots, self._names, self._spans = slots, names, spans
        self._frame: Frame | None = None
        self._kept: dict[int, tuple[Part, ...]] = {}
        self._pictures: dict[int, QPixmap] = {}

    def place(self, frame: Frame) -> None:
        """Draw the rows in another frame; names are laid out again where their columns have changed."""
        before = self._frame
        if before is None or (before.whole, before.area) != (frame.whole, frame.area):
            self._kept, self._pictures = {}, {}
            self.prepareGeometryChange()
        if not self._plot.is_moving:
            self._pictures = {}
        self._frame = frame
        self.update()

    def boundingRect(self) -> QRectF:
        """Cover the plot."""
        return self._frame.whole if self._frame is not None else QRectF()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw the rows in the exposed part, all of them in a file."""
        frame = self._frame
        if frame is None:
            return
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        exposed = QRectF(option.exposedRect)
        for index in self._in_sight(frame, exposed):
            if self._plot.is_moving:
                box = self._picture_box(frame, index)
                painter.drawPixmap(box.topLeft(), self._picture(frame, box, index, painter))
            else:
                names = self._names_of(frame, index)
                _draw(painter, (part for part in names if exposed.isEmpty() or _is_exposed(part, exposed)))
            _draw(painter, self._spans(frame, index))

    def _names_of(self, frame: Frame, index: int) -> tuple[Part, ...]:
        if index not in self._kept:
            self._kept[index] = tuple(self._names(frame, index))
        return self._kept[index]

    def _picture_box(self, frame: Frame, index: int) -> QRectF:
        """Return the box of the picture of a row with the line of the heading above it, on whole pixels."""
        slot = self._slots[index]
        before = self._slots[index - 1] if index else -1.0
        top, bottom = floor(frame.py(before + 0.5)), floor(frame.py(slot + 0.5))
        return QRectF(floor(frame.whole.left()), top, ceil(frame.whole.width()), bottom - top)

    def _picture(self, frame: Frame, box: QRectF, index: int, painter: QPainter) -> QPixmap:
        """Return the names of a row as a picture; text looks the same only on the ground that it has in the plot."""
        if index not in self._pictures:
            ratio, ground = painter.device().devicePixelRatioF(), QColor(self._plot.theme.surface)
            picture = QPixmap(ceil(box.width() * ratio), ceil(box.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            with painting(QPainter(picture)) as inner:
                inner.setRenderHints(painter.renderHints())
                inner.translate(-box.topLeft())
                left, right = frame.area.left() - box.left(), box.right() - frame.area.right()
                inner.fillRect(QRectF(box.left(), box.top(), floor(left), box.height()), ground)
                inner.fillRect(QRectF(box.right() - floor(right), box.top(), right, box.height()), ground)
                _draw(inner, self._names_of(frame, index))
            self._pictures[index] = picture
        return self._pictures[index]

    def _in_sight(self, frame: Frame, exposed: QRectF) -> Iterable[int]:
        """Return the rows in a part of the plot, all where it is empty."""
        if exposed.isEmpty():
            return range(len(self._slots))
        height = frame.py(1) - frame.py(0)
        first = (exposed.top() - frame.py(0)) / height - REACH
        last = (exposed.bottom() - frame.py(0)) / height + REACH
        return (i for i, slot in enumerate(self._slots) if first <= slot <= last)


def _is_exposed(part: Part, exposed: QRectF) -> bool:
    """Return whether a part may be within the exposed columns, which hold no names where only the as-of line moves."""
    if not isinstance(part, Name):
        return True
    box = part.box
    return box.left() <= exposed.right() and box.right() >= exposed.left()


def _draw(painter: QPainter, parts: Iterable[Part]) -> None:
    for part in parts:
        part.draw(painter)
