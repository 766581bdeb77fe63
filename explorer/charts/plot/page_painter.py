"""A painter of pages: what the plotting library draws for a screen keeps its proportions at any size."""

from typing import Any

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPaintDevice, QPainter, QPainterPath, QPen, QTransform

from explorer.charts.plot.painting import restored


class PagePainter(QPainter):
    """Paints in logical pixels of a plot, which `plot_transform` places on the device.

    The plotting library sizes lines and markers in pixels of a screen: with pens that Qt does not scale, and by
    setting the transform of the painter aside. Here a pixel of a screen is a logical pixel of the plot. With
    `outlines`, letters are drawn as shapes, for viewers without the fonts.
    """

    def __init__(self, device: QPaintDevice, *, outlines: bool = False) -> None:
        super().__init__(device)
        self._outlines = outlines
        self._plot: QTransform | None = None

    def set_plot_transform(self, plot: QTransform | None) -> None:
        """Set the transform from the logical pixels of a plot to the device, None outside a plot."""
        self._plot = plot

    def transform(self) -> QTransform:
        """Return the transform to logical pixels."""
        whole = super().transform()
        if self._plot is None:
            return whole
        return whole * self._plot.inverted()[0]

    def resetTransform(self) -> None:
        """Return to the logical pixels of the plot."""
        super().setTransform(self._plot or QTransform())

    def setTransform(self, transform: QTransform, combine: bool = False) -> None:
        """Set the transform to logical pixels."""
        if combine or self._plot is None:
            super().setTransform(transform, combine)
        else:
            super().setTransform(transform * self._plot)

    def drawPath(self, path: QPainterPath) -> None:
        """Draw a path; a pen that Qt would not scale has a width in logical pixels."""
        if self._plot is None or not self.pen().isCosmetic():
            super().drawPath(path)
            return
        to_pixels = self.transform()
        with restored(self):
            super().setPen(_scaling(self.pen()))
            super().setTransform(self._plot)
            super().drawPath(to_pixels.map(path))

    def drawLine(self, *ends: Any) -> None:
        """Draw a line between two points, as a path."""
        start, end = (ends[0].p1(), ends[0].p2()) if isinstance(ends[0], QLineF) else ends
        if self._plot is None or not self.pen().isCosmetic():
            super().drawLine(QPointF(start), QPointF(end))
            return
        path = QPainterPath(QPointF(start))
        path.lineTo(QPointF(end))
        self.drawPath(path)

    def drawText(self, at: QPointF, text: str) -> None:  # type: ignore[override]
        """Draw a line of text whose baseline begins at a point."""
        if not self._outlines:
            super().drawText(at, text)
            return
        path = QPainterPath()
        path.addText(at, self.font(), text)
        self.fillPath(path, self.pen().color())


def _scaling(fixed: QPen) -> QPen:
    made = QPen(fixed)
    made.setCosmetic(False)
    return made
