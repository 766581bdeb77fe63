"""Charts over time: grid, axes, lines with markers, bars of periods, control dates and the day asked."""

import math
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from explorer.charts import parts_events, typeset
from explorer.charts.frame import Frame, Hit, Margins, disc, hatch, outline, pen, polyline
from explorer.charts.parts_events import BADGES, CAPTION
from explorer.charts.spec import Axis, ChartSpec, Point, Series
from explorer.charts.text import value_text
from explorer.charts.ticks import Tick, date_ticks, linear_ticks, log_ticks, spread, year_ticks

AXIS = 26.0
DOT, DENSE_DOT = 3.6, 1.7
REACH = 26.0
WIDEST_BAR = 56.0
_SCALES = ((1e9, "billion"), (1e6, "million"))


def scaled(axis: Axis, value: float) -> float:
    """Return a value as the plot keeps it: its logarithm on a log axis."""
    return math.log10(value) if axis.scale == "log" and value > 0 else value


def margins(spec: ChartSpec, width: float, height: float) -> Margins:
    """Return the room that ticks, badges and names of series take."""
    small = typeset.small()
    labels = [t.label for t in _value_ticks(spec, height)]
    left = max((small.width(t) for t in labels), default=0) + 10
    top = CAPTION + (BADGES if spec.events else 8)
    right = 12.0
    if named(spec):
        right += min(max(small.width(s.name) for s in spec.series) + 8, 0.3 * width)
    return Margins(left, top, right, AXIS)


def named(spec: ChartSpec) -> bool:
    """Tell whether the lines are named at their ends."""
    return len(spec.series) > 1


def paint(painter: QPainter, frame: Frame) -> None:
    """Draw the chart from the ground up."""
    _grid(painter, frame)
    _time_axis(painter, frame)
    parts_events.as_of(painter, frame, typeset.small().width(axis_caption(frame.spec.y)))
    parts_events.lines(painter, frame)
    for i, series in enumerate(frame.spec.series):
        colour = series_colour(frame, i)
        if series.style == "bars":
            _bars(painter, frame, series, colour)
        else:
            _line(painter, frame, series, colour)
    parts_events.badges(painter, frame)
    if named(frame.spec):
        _names(painter, frame)


def series_colour(frame: Frame, index: int) -> str:
    """Return the colour of a series; a quiet one is grey and takes none of the others'."""
    series = frame.spec.series
    if series[index].quiet:
        return frame.theme.muted
    return frame.theme.colour(sum(not s.quiet for s in series[:index]))


def _value_ticks(spec: ChartSpec, height: float) -> list[Tick]:
    """Return the ticks that fit the height, closer ones where the foot of the axis would lack its figure."""
    axis = spec.y
    count = max(3, min(7, int((height - CAPTION - BADGES - AXIS) / 42)))
    if axis.scale == "log":
        return log_ticks(axis.low, axis.high, count)
    factor, _ = unit_scale(axis)
    tries = [linear_ticks(axis.low / factor, axis.high / factor, n) for n in range(count, 8)]
    footed = (t for t in tries if t and t[0].at == axis.low / factor and len(t) <= 2 * count + 1)
    ticks = next(footed, tries[0])
    return [Tick(t.at * factor, t.label, t.label_at * factor) for t in ticks]


def unit_scale(axis: Axis) -> tuple[float, str]:
    """Return the factor and the word by which large figures on an axis are told: millions, billions."""
    if axis.scale == "linear":
        for factor, word in _SCALES:
            if axis.high >= 5 * factor:
                return factor, word
    return 1.0, ""


def axis_caption(axis: Axis) -> str:
    """Return the unit as it stands above the value axis."""
    _, word = unit_scale(axis)
    unit = f"{word} {axis.unit}".strip()
    return f"{unit}, log scale" if axis.scale == "log" else unit


def _grid(painter: QPainter, frame: Frame) -> None:
    spec, theme, area = frame.spec, frame.theme, frame.area
    small = typeset.small()
    for tick in _value_ticks(spec, frame.whole.height()):
        y = frame.py(scaled(spec.y, tick.at))
        if not area.top() - 0.5 <= y <= area.bottom() + 0.5:
            continue
        painter.setPen(pen(theme.grid, 1.0))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        typeset.put_centred(painter, area.left() - 8, y, tick.label, small, theme.muted, "right")
    typeset.put(painter, frame.whole.left(), 0, axis_caption(spec.y), small, theme.muted)


def _time_axis(painter: QPainter, frame: Frame) -> None:
    area, theme, small = frame.area, frame.theme, typeset.small()
    by_year = frame.spec.x.kind == "year"
    count = int(area.width() / (small.width("2026") + 22))
    make = year_ticks if by_year else date_ticks
    painter.setPen(pen(theme.axis, 1.0))
    painter.drawLine(area.bottomLeft(), area.bottomRight())
    taken = frame.whole.left()
    for tick in make(frame.x_low, frame.x_high, count):
        x = frame.px(tick.at)
        if area.left() <= x <= area.right():
            painter.setPen(pen(theme.axis, 1.0))
            painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 4))
        half = small.width(tick.label) / 2
        middle = min(max(frame.px(tick.label_at), frame.whole.left() + half), frame.whole.right() - half)
        if tick.label and middle - half > taken:
            typeset.put(painter, middle, area.bottom() + 6, tick.label, small, theme.muted, "centre")
            taken = middle + half + 8


def _at(frame: Frame, point: Point) -> QPointF:
    y = 0.0 if point.y is None else point.y
    return QPointF(frame.px(point.x), frame.py(scaled(frame.spec.y, y)))


def _line(painter: QPainter, frame: Frame, series: Series, colour: str) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    width = 1.4 if series.quiet else 1.9
    for known, run in groupby(series.points, key=lambda p: p.y is not None):
        points = [_at(frame, p) for p in run] if known else []
        if len(points) > 1:
            painter.setPen(pen(colour, width, (4, 3) if series.quiet else ()))
            painter.drawPath(polyline(points))
    dense = _dense(frame, series)
    for point in series.points:
        _marker(painter, frame, point, colour, dense)
    if len(series.points) <= 12 and not named(frame.spec) and frame.spec.y.unit == "%":
        _values(painter, frame, series)


def _dense(frame: Frame, series: Series) -> bool:
    return len(series.points) * 9 > frame.area.width()


def _marker(painter: QPainter, frame: Frame, point: Point, colour: str, dense: bool) -> None:
    """Draw a point: filled, hollow where estimated or preliminary, ringed where it stands out."""
    if point.y is None:
        if point.word:
            at = QPointF(frame.px(point.x), frame.area.bottom())
            disc(painter, at, DOT, frame.theme.background, colour, 1.6)
        return
    at = _at(frame, point)
    _range(painter, frame, point, colour)
    radius = DENSE_DOT if dense else DOT
    if point.flag in ("e", "p"):
        disc(painter, at, max(radius, 2.6), frame.theme.background, colour, 1.7)
    else:
        disc(painter, at, radius, colour)
    if point.flag == "o":
        painter.setPen(pen(colour, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, radius + 3.5, radius + 3.5)


def _range(painter: QPainter, frame: Frame, point: Point, colour: str) -> None:
    if point.low is None or point.high is None or (point.low <= 0 and frame.spec.y.scale == "log"):
        return
    x = frame.px(point.x)
    top, bottom = (frame.py(scaled(frame.spec.y, v)) for v in (point.high, point.low))
    painter.setPen(pen(colour, 1.2))
    for y in (top, bottom):
        painter.drawLine(QPointF(x - 3, y), QPointF(x + 3, y))
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def _values(painter: QPainter, frame: Frame, series: Series) -> None:
    """Write each figure at its point, below it where there is no room above."""
    small = typeset.small()
    room = frame.area.width() / max(len(series.points), 1) - 4
    for point in series.points:
        if point.y is None and point.word is None:
            continue
        text = value_text(point, frame.spec.y.unit)
        lines = typeset.wrap(text, small, room, 2)
        at = QPointF(frame.px(point.x), frame.area.bottom()) if point.y is None else _at(frame, point)
        height = len(lines) * small.line
        top = at.y() - 7 - height if at.y() - 7 - height > frame.area.top() - 2 else at.y() + 6
        wide = max(small.width(line) for line in lines)
        painter.fillRect(QRectF(at.x() - wide / 2, top, wide, height), QColor(frame.theme.background))
        for i, line in enumerate(lines):
            typeset.put(painter, at.x(), top + i * small.line, line, small, frame.theme.text, "centre")


def _bars(painter: QPainter, frame: Frame, series: Series, colour: str) -> None:
    """Draw one bar a period from zero up; a printed zero is a flat mark, an unknown figure stays empty."""
    half = series.bar_width * 0.4 / (frame.x_high - frame.x_low) * frame.area.width()
    half = min(max(half, 1.2), WIDEST_BAR / 2)
    for point in series.points:
        if point.y is None:
            continue
        at = _at(frame, point)
        box = QRectF(at.x() - half, at.y(), 2 * half, frame.py(0) - at.y())
        if point.y == 0:
            painter.fillRect(QRectF(at.x() - half, frame.area.bottom() - 2, 2 * half, 2), QColor(colour))
        elif point.flag in ("e", "p"):
            hatch(painter, box, colour, frame.theme.background)
            outline(painter, box, colour)
        else:
            painter.fillRect(box, QColor(colour))


def _names(painter: QPainter, frame: Frame) -> None:
    """Name each line at its right end, moved apart where ends lie close."""
    small = typeset.small()
    ends = [
        (i, next((p for p in reversed(s.points) if p.y is not None), None))
        for i, s in enumerate(frame.spec.series)
    ]
    last = [(i, _at(frame, p)) for i, p in ends if p is not None]
    rows = spread([at.y() for _, at in last], small.line, frame.area.top(), frame.area.bottom() - 2)
    room = frame.whole.right() - frame.area.right() - 8
    for (i, at), y in zip(last, rows, strict=True):
        colour = series_colour(frame, i)
        name = typeset.wrap(frame.spec.series[i].name, small, room, 1)[0]
        x = frame.area.right() + 8
        if x - at.x() > 14 or abs(y - at.y()) > 3:
            painter.setPen(pen(colour, 0.8, (1.5, 2)))
            painter.drawLine(QPointF(at.x() + 5, at.y()), QPointF(x - 2, y))
        typeset.put_centred(painter, x, y, name, small, frame.theme.text)


def hits(frame: Frame) -> list[Hit]:
    """Return the places of all points with a figure or a word, in the order of the axis."""
    found = []
    for s, series in enumerate(frame.spec.series):
        for i, point in enumerate(series.points):
            if point.y is not None or point.word:
                at = (
                    _at(frame, point)
                    if point.y is not None
                    else QPointF(frame.px(point.x), frame.area.bottom())
                )
                found.append(Hit(at, QRectF(at.x() - 4, at.y() - 4, 8, 8), s, i, point))
    return sorted(found, key=lambda h: (h.at.x(), h.series))


def hit_at(frame: Frame, found: list[Hit], position: QPointF) -> int | None:
    """Return the nearest point within reach; a bar is found anywhere in its column."""
    best, reach = None, REACH * REACH
    bars = frame.spec.series and frame.spec.series[0].style == "bars"
    for i, hit in enumerate(found):
        dx, dy = hit.at.x() - position.x(), 0.0 if bars else hit.at.y() - position.y()
        if dx * dx + dy * dy < reach:
            best, reach = i, dx * dx + dy * dy
    return best


def paint_mark(painter: QPainter, frame: Frame, hit: Hit) -> None:
    """Ring the point that a reader is at."""
    painter.setPen(pen(frame.theme.text, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(hit.at, DOT + 4, DOT + 4)
