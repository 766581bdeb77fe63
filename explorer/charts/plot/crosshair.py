"""The marks of the point that is read: lines to both axes, its value and a mark at each point read with it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QGraphicsPathItem

from explorer.charts.plot import typeset
from explorer.charts.plot.names import Names, Part, Patch, Stroke, centred
from explorer.charts.plot.painting import pen
from explorer.charts.plot.plot import Plot

Z, WIDTH = 50.0, 1.6
PAD = 5.0


class Crosshair:
    """Drawn above everything else on a plot."""

    def __init__(self, plot: Plot) -> None:
        self._plot = plot
        self._lines = plot.lay(Names(), Z - 1)
        self._mark = QGraphicsPathItem(plot)
        self._mark.setPen(pen(plot.theme.text, WIDTH))
        self._mark.setZValue(Z)
        self.hide()

    def hide(self) -> None:
        """Show no point."""
        self._mark.hide()
        self._lines.hide()

    def show_at(self, outlines: Sequence[QPainterPath]) -> None:
        """Mark points without lines to the axes."""
        path = QPainterPath()
        for outline in outlines:
            path.addPath(outline)
        self._mark.setPath(path)
        self._mark.show()
        self._lines.hide()

    def show_lines(self, at: QPointF, value: str) -> None:
        """Add the lines to both axes, and the value of the point at the left one."""
        area, theme, small = self._plot.frame.area, self._plot.theme, typeset.small()
        solid, dotted = pen(theme.muted, 1.0), pen(theme.muted, 1.0, (1.5, 2.5))
        parts: list[Part] = [
            Stroke(QPointF(at.x(), area.top()), QPointF(at.x(), area.bottom()), solid),
            Stroke(QPointF(area.left(), at.y()), at, dotted),
        ]
        if value:
            wide = small.width(value)
            right = area.left() - 8 + PAD
            box = QRectF(right - wide - 2 * PAD, at.y() - small.line / 2, wide + 2 * PAD, small.line)
            parts.append(Patch(box, theme.text))
            parts.append(centred(right - PAD, at.y(), value, small, theme.surface, "right"))
        self._lines.show_parts(self._plot.frame.whole, parts)
        self._lines.show()
