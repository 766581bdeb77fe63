"""The day on which prices are set to 100, as a broken line with a handle at its top, where the prices are not."""

from PySide6.QtCore import QRectF

from explorer.charts.plot import typeset
from explorer.charts.plot.frame import Frame
from explorer.charts.plot.library import pg
from explorer.charts.plot.names import Name, Names, Part, Patch
from explorer.charts.plot.plot import ABOVE, AS_OF, Plot
from explorer.language import gettext

SIDE, EDGE = 6.0, 3.0


class BaseLine:
    """The line of the base date; in a window its name is the handle to drag it."""

    def __init__(self, plot: Plot, at: float) -> None:
        self._theme, self.at = plot.theme, at
        colour = plot.theme.muted
        self.line = plot.add(pg.InfiniteLine(at, 90, plot.pen(colour, 1.0, (5, 3))), AS_OF)
        self._names = plot.lay(Names(), ABOVE)
        self.handle = QRectF()
        plot.follow(self.place)

    def place(self, frame: Frame) -> None:
        """Show the line if its day is inside the range, with the handle at its top."""
        inside = frame.shows_x(self.at)
        self.line.setVisible(inside)
        parts: list[Part] = []
        self.handle = QRectF()
        if inside:
            small, text, area = typeset.small(), gettext("= 100"), frame.area
            width = small.width(text) + 2 * SIDE
            left = min(max(frame.px(self.at) - width / 2, area.left()), area.right() - width)
            self.handle = QRectF(left, area.top() + EDGE, width, small.line)
            middle = self.handle.center().x()
            parts = [
                Patch(self.handle, self._theme.muted),
                Name(middle, self.handle.top(), text, small, self._theme.surface, "centre"),
            ]
        self._names.show_parts(frame.whole, parts)
