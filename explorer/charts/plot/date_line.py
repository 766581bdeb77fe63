"""A line of days with a point for each date, the as-of date and the last day checked, in window and image alike."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from explorer.charts.plot import typeset
from explorer.charts.plot.painting import pen
from explorer.charts.plot.parts import Name, Stroke, Symbol
from explorer.data.dates import month_name, show
from explorer.data.overview.date_entry import NearDates
from explorer.language import gettext
from explorer.palette import Theme

HEIGHT, AXIS, SIDE = 74.0, 46.0, 8.0
POINT, STACK, TOP = 7.0, 9.0, 8.0
TICK_ABOVE, TICK_BELOW, GAP = 4.0, 5.0, 5.0
Part = Name | Stroke | Symbol


class DateLine:
    """Draws dates in a width; those of one day are above each other, in the colours of their measures."""

    def __init__(self, found: NearDates, width: float, theme: Theme, top: float = 0.0) -> None:
        self._found, self._width, self._theme, self._top = found, width, theme, top

    def parts(self) -> Iterator[Part]:
        """Yield the line with its months, the points, and the two days."""
        yield from self._line()
        yield from self._points()
        yield from self._days()

    def _x(self, day: date) -> float:
        since, until = self._found.since, self._found.until
        return SIDE + (self._width - 2 * SIDE) * (day - since).days / (until - since).days

    def _line(self) -> Iterator[Part]:
        """Yield the line, stronger where it is checked, and the first day of each month."""
        found, theme, y = self._found, self._theme, self._top + AXIS
        checked = min(max(found.checked, found.since), found.until)
        for last, colour in ((found.until, theme.border), (checked, theme.accent)):
            yield Stroke(QPointF(self._x(found.since), y), QPointF(self._x(last), y), pen(colour, 2.0))
        months = [day for day in _months(found) if day >= found.since]
        small = typeset.small()
        for month, following in pairwise((*months, None)):
            assert month is not None
            x = self._x(month)
            yield Stroke(QPointF(x, y - TICK_ABOVE), QPointF(x, y + TICK_BELOW), pen(theme.axis))
            named = gettext("{month} {year}") if month.month == 1 else gettext("{month}")
            text = named.format(month=month_name(month.month), year=month.year)
            end = self._x(following) if following is not None else self._width
            if x + 3 + small.width(text) <= end:
                yield Name(x + 3, y + TICK_BELOW, text, small, theme.muted)

    def _points(self) -> Iterator[Part]:
        stacked: dict[date, int] = {}
        dot = QPainterPath()
        dot.addEllipse(QPointF(0, 0), 0.5, 0.5)
        for entry in self._found.shown:
            level = stacked[entry.day] = stacked.get(entry.day, -1) + 1
            ink = self._theme.kind(entry.kind).ink
            at = QPointF(self._x(entry.day), self._top + AXIS - level * STACK)
            yield Symbol(at, dot, POINT, ink, 0.0)

    def _days(self) -> Iterator[Part]:
        """Yield the as-of date, and the last day checked where it is before it in the span."""
        found, theme = self._found, self._theme
        as_of, bold = self._x(found.as_of), typeset.face(11, bold=True)
        yield self._upright(as_of, theme.text, ())
        yield Name(as_of + GAP, self._top, show(found.as_of), bold, theme.text)
        if not found.since <= found.checked < found.as_of:
            return
        text = gettext("checked to {day}").format(day=show(found.checked))
        small, x = typeset.small(), self._x(found.checked)
        ink = theme.kind("licence").ink
        width, dash = small.width(text), (3.0, 2.5)
        if x + GAP + width + GAP < as_of:
            yield self._upright(x, ink, dash)
            yield Name(x + GAP, self._top, text, small, ink)
        elif x - GAP - width >= 0:
            yield self._upright(x, ink, dash)
            yield Name(x - GAP, self._top, text, small, ink, "right")
        else:
            yield self._upright(x, ink, dash, small.line)
            yield Name(max(min(x, as_of - GAP - width / 2), width / 2), self._top, text, small, ink, "centre")

    def _upright(self, x: float, colour: str, dash: tuple[float, ...], top: float = TOP) -> Stroke:
        ends = QPointF(x, self._top + top), QPointF(x, self._top + AXIS + TICK_BELOW)
        return Stroke(*ends, pen(colour, 1.2 if dash else 2.0, dash))


def _months(found: NearDates) -> Iterator[date]:
    """Yield the first day of each month from that of the first date on."""
    month = date(found.since.year, found.since.month, 1)
    while month <= found.until:
        yield month
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
