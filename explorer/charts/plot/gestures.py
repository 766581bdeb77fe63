"""What a reader does with the mouse on a chart over time: choose a range, move it, measure, drag the as-of line."""

from collections.abc import Callable
from datetime import date

from msgspec import Struct
from PySide6.QtCore import QPointF

from explorer.charts.plot.frame import Frame
from explorer.charts.spec import Axis
from explorer.charts.zoom import Range, day_at, limited, moved

CLICK = 4.0


class Gesture:
    """A drag from the press of a button to its release; `frame` is that of the plot at the press."""

    def __init__(self, start: QPointF, frame: Frame) -> None:
        self.start, self.frame = start, frame
        self.is_drag = False

    def move(self, position: QPointF) -> None:
        """Follow the pointer once it has left the place of the press."""
        self.is_drag = self.is_drag or (position - self.start).manhattanLength() > CLICK
        if self.is_drag:
            self._follow(position)

    def end(self, position: QPointF) -> None:
        """Do what the gesture is for; a press without a drag does nothing."""
        if self.is_drag:
            self._finish(position)

    def cancel(self) -> None:
        """Leave everything as it was."""

    def _follow(self, position: QPointF) -> None:
        """Show what the release would do."""

    def _finish(self, position: QPointF) -> None:
        """Do it."""

    def _range_to(self, position: QPointF) -> Range:
        """Return the range from the press to a position, inside the plot."""
        area = self.frame.area
        ends = sorted(min(max(at.x(), area.left()), area.right()) for at in (self.start, position))
        return Range(self.frame.x_at(ends[0]), self.frame.x_at(ends[1]))


class Select(Gesture):
    """A range is chosen; `show` marks it and `done` receives it."""

    def __init__(
        self,
        start: QPointF,
        frame: Frame,
        show: Callable[[Range | None], None],
        done: Callable[[Range], None],
        *,
        keep: bool = False,
    ) -> None:
        super().__init__(start, frame)
        self._show, self._done, self._keep = show, done, keep

    def _follow(self, position: QPointF) -> None:
        self._show(self._range_to(position))

    def _finish(self, position: QPointF) -> None:
        chosen = self._range_to(position)
        if not self._keep:
            self._show(None)
        self._done(chosen)

    def cancel(self) -> None:
        """Remove the mark."""
        self._show(None)


class Limits(Struct, frozen=True):
    """The whole range, the shortest one that can be shown, and the range at the press."""

    whole: Range
    shortest: float
    shown: Range


class Drag(Gesture):
    """A range is changed while the pointer moves: as a whole or at one of its edges."""

    def __init__(
        self, start: QPointF, frame: Frame, part: str, limits: Limits, show: Callable[[Range], None]
    ) -> None:
        super().__init__(start, frame)
        self._part, self._limits, self._show = part, limits, show

    def _follow(self, position: QPointF) -> None:
        by = self.frame.x_at(position.x()) - self.frame.x_at(self.start.x())
        shown, whole = self._limits.shown, self._limits.whole
        if self._part == "low":
            low = min(max(shown.low + by, whole.low), shown.high - self._limits.shortest)
            self._show(Range(low, shown.high))
        elif self._part == "high":
            high = max(min(shown.high + by, whole.high), shown.low + self._limits.shortest)
            self._show(Range(shown.low, high))
        elif self._part == "plot":
            self._show(moved(shown, -by, whole))
        else:
            self._show(moved(shown, by, whole))

    def _finish(self, position: QPointF) -> None:
        self._follow(position)

    def cancel(self) -> None:
        """Return to the range at the press."""
        self._show(limited(self._limits.shown, self._limits.whole, self._limits.shortest))


class DragDay(Gesture):
    """The as-of line is dragged; `show` receives each day, and whether it is the last one."""

    def __init__(
        self, start: QPointF, frame: Frame, axis: Axis, day: date, show: Callable[[date, bool], None]
    ) -> None:
        super().__init__(start, frame)
        self._axis, self._day, self._show = axis, day, show

    def _follow(self, position: QPointF) -> None:
        self._show(self._at(position), False)

    def _finish(self, position: QPointF) -> None:
        self._show(self._at(position), True)

    def cancel(self) -> None:
        """Return to the day at the press."""
        self._show(self._day, True)

    def _at(self, position: QPointF) -> date:
        area = self.frame.area
        return day_at(self.frame.x_at(min(max(position.x(), area.left()), area.right())), self._axis)
