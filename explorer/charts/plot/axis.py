"""The axes of a chart: grid, ticks, units, reference lines."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from explorer.charts.figures import scaled
from explorer.charts.plot import typeset
from explorer.charts.plot.bounds import DOT
from explorer.charts.plot.frame import Frame
from explorer.charts.plot.library import pg
from explorer.charts.plot.names import Name, Names, Part, Stroke, centred
from explorer.charts.plot.overlay import update_box
from explorer.charts.plot.painting import pen
from explorer.charts.plot.parts import moved_names
from explorer.charts.plot.plot import BELOW, REFERENCE, Plot
from explorer.charts.plot.space import shown_axis, unit_scale, value_ticks
from explorer.charts.spec import Axis, Series
from explorer.charts.ticks import Tick, date_ticks, day_count_ticks, linear_ticks, year_ticks
from explorer.guard import guarded
from explorer.language import gettext
from explorer.palette import Theme

PLACES = 6
APART, NEAR, MARK = 8.0, 5.0, 4.0
LINE_ABOVE = 4.0


@guarded
class PlotAxis(pg.AxisItem):  # type: ignore[misc]
    """An axis of the library whose ticks and names `lay_out` returns for a frame, in pixels of the plot."""

    def __init__(self, orientation: str, lay_out: Callable[[Frame], Sequence[Part]]) -> None:
        self._whole = QRectF()
        super().__init__(orientation)
        self._lay_out = lay_out
        self.parts: tuple[Part, ...] = ()

    def place(self, frame: Frame) -> None:
        """Show the ticks of a frame."""
        parts = tuple(self._lay_out(frame))
        names = moved_names(self.parts, parts)
        if frame.whole == self._whole and names is not None:  # another as-of date moves at most a name
            self.parts = parts
            update_box(self, names)
            return
        self.prepareGeometryChange()
        self._whole, self.parts = frame.whole, parts
        self.setGeometry(frame.whole)
        self.update()

    def boundingRect(self) -> QRectF:
        """Cover the plot, which the lines of the grid cross; the library keeps the axis itself low or narrow."""
        return self._whole

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw grid, ticks and names; the library would record them for one size of text."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        for part in self.parts:
            part.draw(painter)


def add_axis(plot: Plot, orientation: str, lay_out: Callable[[Frame], Sequence[Part]]) -> PlotAxis:
    """Add an axis to a plot."""
    axis = PlotAxis(orientation, lay_out)
    plot.lay(axis, BELOW - 1)
    axis.linkToView(plot.box)
    plot.follow(axis.place)
    return axis


def axis_caption(axis: Axis) -> str:
    """Return the unit above the value axis."""
    if axis.scale == "log":
        return gettext("{unit}, log scale").format(unit=axis.unit) if axis.unit else gettext("log scale")
    return unit_scale(axis)[1]


def value_parts(axis: Axis, theme: Theme, frame: Frame) -> list[Part]:
    """Return a line at every tick of the value axis, with its figure, and the unit above."""
    area, small, grid = frame.area, typeset.small(), pen(theme.grid, 1.0)
    axis = shown_axis(axis, frame.ranges)
    parts: list[Part] = []
    for tick in value_ticks(axis, frame.whole.height()):
        y = frame.py(scaled(axis, tick.at))
        if area.top() - 0.5 <= y <= area.bottom() + 0.5:
            parts.append(Stroke(QPointF(area.left(), y), QPointF(area.right(), y), grid))
            parts.append(centred(area.left() - 8, y, tick.label, small, theme.muted, "right"))
    parts.append(Name(frame.whole.left(), 0, axis_caption(axis), small, theme.muted))
    return parts


def across_ticks(axis: Axis, frame: Frame) -> list[Tick]:
    """Return the ticks of the horizontal axis that fit its width."""
    widest = "2026" if axis.kind in ("date", "year") else "\u2212360"
    count = int(frame.area.width() / (typeset.small().width(widest) + 22))
    if axis.kind == "value":
        make = day_count_ticks if axis.unit == "days" else linear_ticks
    else:
        make = year_ticks if axis.kind == "year" else date_ticks
    return make(frame.ranges.x_low, frame.ranges.x_high, count)


def across_parts(axis: Axis, theme: Theme, frame: Frame) -> list[Part]:
    """Return the horizontal axis: days, years, or values with the name of the axis below them."""
    area, small, line = frame.area, typeset.small(), pen(theme.axis, 1.0)
    ticks = across_ticks(axis, frame)
    parts: list[Part] = [Stroke(area.bottomLeft(), area.bottomRight(), line)]
    for tick in ticks:
        if frame.shows_x(tick.at):
            x = frame.px(tick.at)
            parts.append(Stroke(QPointF(x, area.bottom()), QPointF(x, area.bottom() + MARK), line))
    for x, label in named(frame, ticks, frame.whole.left(), frame.whole.right()):
        parts.append(Name(x, area.bottom() + 6, label, small, theme.muted, "centre"))
    if axis.kind == "value":
        label = axis.label
        if axis.unit == "%":
            label = gettext("{name}, %").format(name=label)
        name = typeset.wrap(label, small, area.width(), 1)[0]
        parts.append(Name(area.center().x(), area.bottom() + 22, name, small, theme.muted, "centre"))
    return parts


def named(
    frame: Frame, ticks: list[Tick], low: float, high: float, line: float | None = None
) -> list[tuple[float, str]]:
    """Return the names of ticks with the x of their middles: inside two ends, clear of each other and of a line.

    The first month loses its year if the next name needs the room, as that name then has a year.
    """
    small = typeset.small()

    def span(at: float, label: str) -> tuple[float, float]:
        half = small.width(label) / 2
        middle = min(max(frame.px(at), low + half), high - half)
        if line is not None and abs(middle - line) < half + NEAR:
            middle = line + half + NEAR if frame.px(at) >= line else line - half - NEAR
        return middle - half, middle + half

    shown = [t for t in ticks if t.label]
    names = [(t.label_at, t.label) for t in shown]
    if len(names) > 1 and span(*names[0])[1] + APART > span(*names[1])[0]:
        names[0] = names[0][0], shown[0].short or shown[0].label
    found: list[tuple[float, str]] = []
    taken = low - 1
    for at, label in names:
        left, right = span(at, label)
        if left > taken and right < high + 1:
            found.append(((left + right) / 2, label))
            taken = right + APART
    return found


class ReferenceLines:
    """The lines across a plot at values of its axes, and their labels, which hide no figure."""

    def __init__(self, plot: Plot, x_axis: Axis, y_axis: Axis, series: tuple[Series, ...]) -> None:
        self._x, self._y, self._series, self._theme = x_axis, y_axis, series, plot.theme
        line_pen = plot.pen(plot.theme.muted, 1.0, (5, 3))
        self._lines: list[tuple[Any, float]] = []
        for axis, angle in ((y_axis, 0), (x_axis, 90)):
            for line in axis.reference_lines:
                at = scaled(axis, line.at)
                self._lines.append((plot.add(pg.InfiniteLine(at, angle, line_pen), REFERENCE), at))
        self._names = plot.lay(Names(), BELOW) if self._lines else None
        plot.follow(self.place)

    def place(self, frame: Frame) -> None:
        """Write the labels where they are clear of each other and of the figures."""
        if self._names is None:
            return
        parts: list[Part] = []
        area, theme, small = frame.area, self._theme, typeset.small()
        across = len(self._y.reference_lines)
        for item, at in self._lines[:across]:
            item.setVisible(frame.ranges.y_low <= at <= frame.ranges.y_high)
        for line, box in zip(self._y.reference_lines, label_boxes(frame, self._y, self._series), strict=True):
            if line.label and frame.whole.contains(box):
                parts.append(Name(box.left() + 2, box.top(), line.label, small, theme.muted))
        for line, (item, at) in zip(self._x.reference_lines, self._lines[across:], strict=True):
            item.setVisible(frame.shows_x(at))
            if not frame.shows_x(at):
                continue
            x, half = frame.px(at), small.width(line.label) / 2
            dash = pen(theme.muted, 1.0, (5, 3))
            parts.append(Stroke(QPointF(x, area.top() - LINE_ABOVE), QPointF(x, area.top()), dash))
            x = min(max(x, frame.whole.left() + half), frame.whole.right() - half)
            top = area.top() - LINE_ABOVE - small.line
            parts.append(Name(x, top, line.label, small, theme.text, "centre"))
        self._names.show_parts(frame.whole, parts)


def label_boxes(frame: Frame, axis: Axis, series: tuple[Series, ...]) -> list[QRectF]:
    """Return the boxes of the labels of the reference lines: above their lines, clear of the figures."""
    area, small = frame.area, typeset.small()
    inked = _inked(frame, axis, series) if axis.reference_lines else []
    boxes: list[QRectF] = []
    for line in axis.reference_lines:
        wide = small.width(line.label) + 4 if line.label else 0.0
        y = frame.py(scaled(axis, line.at)) - small.line - 1
        lefts = [area.left() + 4 + part * (area.width() - wide - 8) / PLACES for part in range(PLACES + 1)]
        tries = [QRectF(left, y, wide, small.line) for left in lefts]
        clear = [box for box in tries if not any(box.intersects(b) for b in boxes)] or tries
        boxes.append(min(clear, key=lambda box: sum(_around(box).contains(at) for at in inked)))
    return boxes


def _around(box: QRectF) -> QRectF:
    """Return a box with the markers whose middles are beside it."""
    return box.adjusted(-DOT, -DOT, DOT, DOT)


def _inked(frame: Frame, axis: Axis, series: tuple[Series, ...]) -> list[QPointF]:
    """Return places on the drawn lines and points, close enough together to find what a label would cover."""
    found: list[QPointF] = []
    for line in series:
        before: QPointF | None = None
        for point in line.points:
            at = None if point.y is None else QPointF(frame.px(point.x), frame.py(scaled(axis, point.y)))
            if at is not None and before is not None and line.style == "line":
                found += [before + (at - before) * (n / 12) for n in range(1, 12)]
            found += [at] if at is not None else []
            before = at
    return found
