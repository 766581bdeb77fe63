"""Charts over time: grid, axes, lines with markers, bars of periods, control dates and the as-of date."""

import math
from collections.abc import Iterator
from itertools import groupby, pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from explorer.charts.plot import axes, control_dates, end_labels, stacked_areas, typeset
from explorer.charts.plot.axes import scaled
from explorer.charts.plot.control_dates import BADGES, CAPTION
from explorer.charts.plot.end_labels import series_colour
from explorer.charts.plot.frame import Frame, Hit, Margins, crop, disc, hatch, outline, pen, polyline
from explorer.charts.spec import SPARSE, ChartSpec, Point, Series
from explorer.charts.text import value_text
from explorer.data.supply.amounts import NET_EXPORTER

DOT, DENSE_DOT = 3.6, 1.7
ARROW, HEAD = 20.0, 7.0
REACH = 26.0
WIDEST_BAR = 56.0


def margins(spec: ChartSpec, width: float, height: float) -> Margins:
    """Return the room that ticks, badges, names of series and a legend take."""
    below = end_labels.legend_height(end_labels.legend_names(spec, width), width)
    top = CAPTION + (BADGES if spec.events or spec.x.reference_lines else 8)
    right = 12.0 + end_labels.end_room(spec, width)
    return Margins(axes.tick_room(spec, height - below), top, right, axes.foot(spec) + below)


def paint(painter: QPainter, frame: Frame) -> None:
    """Draw the chart from the background to the foreground."""
    spec = frame.spec
    axes.grid(painter, frame)
    axes.across(painter, frame)
    control_dates.as_of(painter, frame, typeset.small().width(axes.axis_caption(spec.y)))
    axes.reference_lines(painter, frame)
    axes.reference_labels(painter, frame)
    if spec.stacked:
        stacked_areas.paint(painter, frame)
    control_dates.lines(painter, frame)
    for i, series in enumerate(spec.series):
        if series.style == "bars":
            _bars(painter, frame, series, series_colour(frame, i))
        elif series.style == "line":
            _line(painter, frame, series, series_colour(frame, i))
    control_dates.badges(painter, frame)
    end_labels.ends(painter, frame, stacked_areas.last_places(frame) if spec.stacked else _ends(frame))
    end_labels.legend(painter, frame, frame.area.bottom() + axes.foot(spec))


def _ends(frame: Frame) -> list[QPointF | None]:
    """Return where each line ends, None for one without figures."""
    return [
        next((at for p in reversed(s.points) if p.y is not None and (at := _place(frame, p))), None)
        for s in frame.spec.series
    ]


def _at(frame: Frame, point: Point) -> QPointF:
    y = 0.0 if point.y is None else point.y
    return QPointF(frame.px(point.x), frame.py(scaled(frame.spec.y, y)))


def _line(painter: QPainter, frame: Frame, series: Series, colour: str) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    width = 1.4 if series.background else 1.9
    for known, run in groupby(series.points, key=lambda p: _known(frame, p) and not _arrowed(series, p)):
        for sparse, points in joins(frame, list(run)) if known else ():
            dash = (1.2, 3.2) if sparse else (4.0, 3.0) if series.background else ()
            painter.setPen(pen(colour, 1.2 if sparse else width, dash))
            for part in crop(points, frame.area):
                painter.drawPath(polyline(part))
    dense = _dense(frame, series)
    for point in series.points:
        _marker(painter, frame, series, point, colour, dense)
    single = len(series.points) <= 12 and len(frame.spec.series) == 1
    if single and frame.spec.y.unit == "%" and frame.spec.x.kind == "year":
        _values(painter, frame, series)


def _arrowed(series: Series, point: Point) -> bool:
    """Return whether a point is drawn as an arrow, which a published bound is."""
    return point.is_bound and not series.joined_bounds


def _known(frame: Frame, point: Point) -> bool:
    """Whether a point has a figure, on a log axis one that has a logarithm."""
    return point.y is not None and (point.y > 0 or frame.spec.y.scale == "linear")


def _place(frame: Frame, point: Point) -> QPointF | None:
    """Return the place of a point, at the bottom if it has only a word; None if the plot does not show it."""
    if _known(frame, point):
        at = _at(frame, point)
    elif point.is_range:
        low, high = (frame.py(scaled(frame.spec.y, v or 0.0)) for v in (point.low, point.high))
        at = QPointF(frame.px(point.x), (low + high) / 2)
    elif point.y is None and point.word:
        at = QPointF(frame.px(point.x), frame.area.bottom())
    else:
        return None
    return at if frame.shows(at) else None


def joins(frame: Frame, run: list[Point]) -> Iterator[tuple[bool, list[QPointF]]]:
    """Yield the lines between neighbouring figures and whether the gap is too long for a solid line."""
    longest = SPARSE if frame.spec.x.kind == "date" else math.inf
    joins = [(b.x - a.x > longest, a, b) for a, b in pairwise(run)]
    for sparse, group in groupby(joins, key=lambda j: j[0]):
        pairs = list(group)
        yield sparse, [_at(frame, pairs[0][1]), *(_at(frame, b) for _, _, b in pairs)]


def _dense(frame: Frame, series: Series) -> bool:
    return len(series.points) * 9 > frame.area.width()


def _marker(painter: QPainter, frame: Frame, series: Series, point: Point, colour: str, dense: bool) -> None:
    """Draw a point: filled, hollow where estimated or preliminary, ringed if an outlier, an arrow for a bound."""
    at = _place(frame, point)
    if at is None:
        return
    if point.is_range:
        _range(painter, frame, point, colour, 2.4)
        _range_words(painter, frame, point, at)
        return
    if _arrowed(series, point):
        _arrow(painter, frame, point, at, colour)
        return
    if point.word_key == NET_EXPORTER and point.y is None:
        _triangle(painter, at, -HEAD, colour, "" if point.flag not in ("e", "p") else frame.theme.surface)
        return
    if point.y is None:
        disc(painter, at, DOT, frame.theme.surface, colour, 1.6)
        return
    _range(painter, frame, point, colour)
    radius = DENSE_DOT if dense else DOT
    if point.flag in ("e", "p"):
        disc(painter, at, max(radius, 2.6), frame.theme.surface, colour, 1.7)
    else:
        disc(painter, at, radius, colour)
    if point.flag == "o":
        painter.setPen(pen(colour, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, radius + 3.5, radius + 3.5)


def _arrow(painter: QPainter, frame: Frame, point: Point, at: QPointF, colour: str) -> None:
    """Draw a bound: a tick at its figure and an arrow towards the value, shortened to the space available."""
    up = point.qualifier == ">"
    room = at.y() - frame.area.top() if up else frame.area.bottom() - at.y()
    way = max(min(ARROW, room), HEAD + 2) * (-1 if up else 1)
    tip = QPointF(at.x(), at.y() + way)
    painter.setPen(pen(colour, 2.0))
    painter.drawLine(QPointF(at.x() - 5, at.y()), QPointF(at.x() + 5, at.y()))
    painter.setPen(pen(colour, 1.6))
    painter.drawLine(at, QPointF(at.x(), tip.y() + (HEAD if up else -HEAD)))
    hollow = frame.theme.surface if point.flag in ("e", "p") else ""
    _triangle(painter, tip, HEAD if up else -HEAD, colour, hollow)


def _triangle(painter: QPainter, tip: QPointF, height: float, colour: str, hollow: str) -> None:
    """Draw the head of an arrow from its tip downwards, or upwards where the height is negative."""
    painter.setPen(pen(colour, 1.4))
    painter.setBrush(QColor(hollow or colour))
    foot = tip.y() + height
    corners = (tip, QPointF(tip.x() + HEAD * 0.6, foot), QPointF(tip.x() - HEAD * 0.6, foot))
    painter.drawPolygon(QPolygonF(corners))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _range_words(painter: QPainter, frame: Frame, point: Point, at: QPointF) -> None:
    """Write a published range next to its bar, on the side with enough space."""
    small, text = typeset.small(), value_text(point, "")
    right = at.x() + 8 + small.width(text) <= frame.area.right()
    x, align = (at.x() + 8, "left") if right else (at.x() - 8, "right")
    typeset.put_centred(painter, x, at.y(), text, small, frame.theme.text, align)


def _range(painter: QPainter, frame: Frame, point: Point, colour: str, width: float = 1.2) -> None:
    if point.low is None or point.high is None or (point.low <= 0 and frame.spec.y.scale == "log"):
        return
    x = frame.px(point.x)
    ends = [QPointF(x, frame.py(scaled(frame.spec.y, v))) for v in (point.high, point.low)]
    painter.setPen(pen(colour, width))
    for end in filter(frame.shows, ends):
        painter.drawLine(QPointF(x - 3, end.y()), QPointF(x + 3, end.y()))
    for part in crop(ends, frame.area):
        painter.drawLine(part[0], part[-1])


def _values(painter: QPainter, frame: Frame, series: Series) -> None:
    """Write each figure at its point, or below it if there is no room above."""
    small = typeset.small()
    room = frame.area.width() / max(len(series.points), 1) - 4
    for point in series.points:
        at = _place(frame, point)
        if at is None:
            continue
        text = value_text(point, frame.spec.y.unit)
        lines = typeset.wrap(text, small, room, 2)
        height = len(lines) * small.line
        above = at.y() - 7 - height
        below = above <= frame.area.top() - 2 or (_arrowed(series, point) and point.qualifier == ">")
        top = at.y() + 6 if below else above
        wide = max(small.width(line) for line in lines)
        painter.fillRect(QRectF(at.x() - wide / 2, top, wide, height), QColor(frame.theme.surface))
        for i, line in enumerate(lines):
            typeset.put(painter, at.x(), top + i * small.line, line, small, frame.theme.text, "centre")


def _bars(painter: QPainter, frame: Frame, series: Series, colour: str) -> None:
    """Draw one bar per period from zero up; a published zero is a flat line, an unknown figure stays empty."""
    half = series.bar_width * 0.4 / (frame.x_high - frame.x_low) * frame.area.width()
    half = min(max(half, 1.2), WIDEST_BAR / 2)
    for point in series.points:
        if point.y is None:
            continue
        at = _at(frame, point)
        box = frame.inside(QRectF(at.x() - half, at.y(), 2 * half, frame.py(0) - at.y()))
        if point.y == 0:
            flat = QRectF(at.x() - half, frame.area.bottom() - 2, 2 * half, 2)
            painter.fillRect(frame.inside(flat), QColor(colour))
        elif box.isEmpty():
            continue
        elif point.flag in ("e", "p"):
            hatch(painter, box, colour, frame.theme.surface)
            outline(painter, box, colour)
        else:
            painter.fillRect(box, QColor(colour))


def hits(frame: Frame) -> list[Hit]:
    """Return the places of all points with a figure or a word, in the order of the axis."""
    if frame.spec.stacked:
        return sorted(stacked_areas.hits(frame), key=lambda h: (h.at.x(), h.series))
    found = []
    for s, series in enumerate(frame.spec.series):
        for i, point in enumerate(series.points):
            at = _place(frame, point)
            if at is not None:
                found.append(Hit(at, QRectF(at.x() - 4, at.y() - 4, 8, 8), s, i, point))
    return sorted(found, key=lambda h: (h.at.x(), h.series))


def hit_at(frame: Frame, found: list[Hit], position: QPointF) -> int | None:
    """Return the point that is nearest in time, of several series the one that is also nearest in height."""
    if not frame.area.adjusted(-REACH, -REACH, REACH, REACH).contains(position):
        return None
    near = _nearest_of_each(found, position)
    if not near:
        return None
    closest = min(_apart(found[i], position) for i in near)
    at_that_time = [i for i in near if _apart(found[i], position) <= closest + REACH]
    return min(at_that_time, key=lambda i: (_above(found[i], position), i))


def _nearest_of_each(found: list[Hit], position: QPointF) -> list[int]:
    """Return the hit of each series that is nearest in time."""
    near: dict[int, int] = {}
    for i, hit in enumerate(found):
        best = near.get(hit.series)
        if best is None or _apart(hit, position) < _apart(found[best], position):
            near[hit.series] = i
    return list(near.values())


def _apart(hit: Hit, position: QPointF) -> float:
    """Return how far a hit is from a position to the side."""
    return abs(hit.at.x() - position.x())


def _above(hit: Hit, position: QPointF) -> float:
    """Return how far a position is above or below the box of a hit, 0 inside it."""
    return max(hit.box.top() - position.y(), position.y() - hit.box.bottom(), 0.0)


def paint_highlight(painter: QPainter, frame: Frame, hit: Hit) -> None:
    """Draw a ring around the selected point, or a frame around the selected step."""
    if frame.spec.stacked:
        outline(painter, hit.box, frame.theme.text, 1.6)
        return
    painter.setPen(pen(frame.theme.text, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(hit.at, DOT + 4, DOT + 4)
