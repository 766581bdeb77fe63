"""Control dates and the as-of date on a chart over time: broken lines, numbered badges, one thin line."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from explorer.charts import style
from explorer.charts.grouping import group_close, group_label
from explorer.charts.plot import typeset
from explorer.charts.plot.frame import Frame, pen
from explorer.charts.spec import ControlDate
from explorer.data.controls.status import SUSPENDED
from explorer.data.dates import show
from explorer.language import gettext
from explorer.palette import Theme

CAPTION, BADGES = 18.0, 24.0
BADGE = 8.5


def as_of(painter: QPainter, frame: Frame, taken: float) -> None:
    """Draw the as-of date as a thin line if it is inside the range, with its name above the plot."""
    axis = frame.spec.x
    if (
        axis.kind not in ("date", "year")
        or not frame.x_low < axis.place(frame.spec.context.as_of) < frame.x_high
    ):
        return
    area, theme, small = frame.area, frame.theme, typeset.small()
    x = frame.px(axis.place(frame.spec.context.as_of))
    painter.setPen(pen(theme.text, 1.0))
    painter.drawLine(QPointF(x, CAPTION), QPointF(x, area.bottom()))
    text = gettext("as of {day}").format(day=show(frame.spec.context.as_of))
    half = small.width(text) / 2
    middle = min(max(x, frame.whole.left() + half), frame.whole.right() - half)
    if middle - half > taken + 12:
        typeset.put(painter, middle, 0, text, small, theme.text, "centre")


def _columns(frame: Frame) -> list[float]:
    return [frame.px(frame.spec.x.place(e.day)) for e in frame.spec.events]


def lines(painter: QPainter, frame: Frame) -> None:
    """Draw a broken line at every control date."""
    for event, x in zip(frame.spec.events, _columns(frame), strict=True):
        if frame.area.left() <= x <= frame.area.right():
            painter.setPen(pen(frame.theme.kind(event.kind).ink, 1.2, (3.5, 2.5)))
            painter.drawLine(QPointF(x, frame.area.top() - 6), QPointF(x, frame.area.bottom()))


def badges(painter: QPainter, frame: Frame) -> None:
    """Draw the numbers of the control dates; dates that are close share a badge, that of a pause is hollow."""
    columns = _columns(frame)
    shown = [i for i, x in enumerate(columns) if frame.area.left() <= x <= frame.area.right()]
    bold = typeset.face(style.SMALLEST, bold=True)
    y = frame.area.top() - 6 - BADGE
    for group in group_close([columns[i] for i in shown], 2 * BADGE + 10):
        members = [shown[i] for i in group]
        events = [frame.spec.events[i] for i in members]
        ink, is_hollow = badge_ink(frame.theme, events), all(e.state == SUSPENDED for e in events)
        label = group_label(members)
        half = max(BADGE, bold.width(label) / 2 + 5)
        x = (columns[members[0]] + columns[members[-1]]) / 2
        x = min(max(x, frame.whole.left() + half), frame.whole.right() - half)
        surface = frame.theme.surface
        painter.setPen(pen(ink, 1.2))
        painter.setBrush(QColor(surface if is_hollow else ink))
        inside = BADGE - 0.6
        painter.drawRoundedRect(
            QRectF(x - half + 0.6, y - inside, 2 * half - 1.2, 2 * inside), inside, inside
        )
        typeset.put_centred(painter, x, y, label, bold, ink if is_hollow else surface, "centre")


def badge_ink(theme: Theme, events: list[ControlDate]) -> str:
    """Return the colour of a badge: that of its events if they have the same, else a plain one."""
    inks = {theme.kind(e.kind).ink for e in events}
    return inks.pop() if len(inks) == 1 else theme.kind("other").ink
