"""Control dates and the as-of date on a chart over time: broken lines, numbered badges, one thin line."""

from datetime import date
from typing import Any

from PySide6.QtCore import QPointF, QRectF

from explorer.charts import style
from explorer.charts.grouping import group_close, group_label
from explorer.charts.plot import typeset
from explorer.charts.plot.badges import RADIUS, STEM, Badge, Badges
from explorer.charts.plot.frame import Frame
from explorer.charts.plot.library import pg
from explorer.charts.plot.names import Name, Names, Part, Patch, Stroke
from explorer.charts.plot.painting import pen
from explorer.charts.plot.plot import ABOVE, AS_OF, BELOW, CONTROLS, Plot
from explorer.charts.plot.space import CAPTION
from explorer.charts.spec import Axis, ControlDate
from explorer.data.controls.status import SUSPENDED
from explorer.data.dates import show
from explorer.language import gettext
from explorer.palette import Theme

PAD = 6.0


class ControlDates:
    """A line for each control date and the badges with their numbers."""

    def __init__(self, plot: Plot, axis: Axis, events: tuple[ControlDate, ...]) -> None:
        self._theme, self._events = plot.theme, events
        self._days = [axis.place(e.day) for e in events]
        self.lines: list[Any] = [
            plot.add(
                pg.InfiniteLine(day, 90, plot.pen(plot.theme.kind(e.kind).ink, 1.2, (3.5, 2.5))), CONTROLS
            )
            for e, day in zip(events, self._days, strict=True)
        ]
        self._badges = plot.lay(Badges(), ABOVE)
        plot.follow(self.place)

    def place(self, frame: Frame) -> None:
        """Show the lines inside the frame, and their badges."""
        low, high = frame.ranges.x_low, frame.ranges.x_high
        shown = [i for i, day in enumerate(self._days) if low <= day <= high]
        for i, line in enumerate(self.lines):
            line.setVisible(i in shown)
        columns = [frame.px(self._days[i]) for i in shown]
        groups = group_close(columns, 2 * RADIUS + 10)
        badges = [
            self._badge(frame, group_label(group), [(shown[i], columns[i]) for i in group])
            for group in groups
        ]
        self._badges.show_parts(frame.whole, badges)

    def _badge(self, frame: Frame, label: str, members: list[tuple[int, float]]) -> Badge:
        """Return the badge of some events with their columns; those shown are numbered from 1."""
        events = [self._events[i] for i, _ in members]
        half = max(RADIUS, typeset.face(style.SMALLEST, bold=True).width(label) / 2 + 5)
        middle = (members[0][1] + members[-1][1]) / 2
        return Badge(
            x=min(max(middle, frame.whole.left() + half), frame.whole.right() - half),
            y=frame.area.top() - STEM - RADIUS,
            half=half,
            label=label,
            ink=badge_ink(self._theme, events),
            ground=self._theme.surface,
            is_hollow=all(e.state == SUSPENDED for e in events),
            stems=tuple((column, self._theme.kind(self._events[i].kind).ink) for i, column in members),
        )


def badge_ink(theme: Theme, events: list[ControlDate]) -> str:
    """Return the colour of a badge: that of its events if they have the same, else a plain one."""
    inks = {theme.kind(e.kind).ink for e in events}
    return inks.pop() if len(inks) == 1 else theme.kind("other").ink


class AsOfLine:
    """The as-of date as a thin line, with its name above the plot."""

    def __init__(self, plot: Plot, axis: Axis, day: date, taken: float) -> None:
        self._plot, self._axis = plot, axis
        self._theme, self._taken, self._day = plot.theme, taken, day
        self.at = axis.place(day)
        self.line = plot.add(pg.InfiniteLine(self.at, 90, plot.pen(plot.theme.text, 1.0)), AS_OF)
        self._names = plot.lay(Names(), ABOVE if plot.interactive else BELOW)
        self._has_handle = plot.interactive
        self.handle = QRectF()
        plot.follow(self.place)

    def move(self, day: date) -> None:
        """Show another day."""
        self._day, self.at = day, self._axis.place(day)
        self.line.setValue(self.at)
        self.place(self._plot.frame)

    def place(self, frame: Frame) -> None:
        """Show the line if its day is inside the range; in a window its name is the handle to drag it."""
        inside = frame.ranges.x_low < self.at < frame.ranges.x_high
        self.line.setVisible(inside)
        parts: list[Part] = []
        self.handle = QRectF()
        head = QRectF(frame.whole.topLeft(), QPointF(frame.whole.right(), frame.area.top() + 1))
        if inside:
            x, small = frame.px(self.at), typeset.small()
            top, foot = QPointF(x, CAPTION), QPointF(x, frame.area.top())
            parts.append(Stroke(top, foot, pen(self._theme.text, 1.0)))
            text = gettext("as of {day}").format(day=show(self._day))
            half = small.width(text) / 2
            edge = half + (PAD if self._has_handle else 0)
            middle = min(max(x, frame.whole.left() + edge), frame.whole.right() - edge)
            colour = self._theme.text
            if self._has_handle:
                self.handle = QRectF(middle - half - PAD, 0, 2 * (half + PAD), CAPTION)
                parts.append(Patch(self.handle, colour))
                colour = self._theme.surface
            if self._has_handle or middle - half > self._taken + 12:
                parts.append(Name(middle, 1 if self._has_handle else 0, text, small, colour, "centre"))
        self._names.show_parts(head, parts)
