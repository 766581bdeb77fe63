"""Points between two axes of values: a shape and a colour per status, a name at every point."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from explorer.charts.plot import axes, end_labels, label_places, typeset
from explorer.charts.plot.frame import Frame, Hit, Margins, pen
from explorer.charts.spec import ChartSpec, Point
from explorer.data.controls.pill import is_paused, kind_of
from explorer.palette import Theme

RADIUS = 4.6
REACH = 18.0
TOP = 24.0
_CORNERS = {
    "other": ((-1.35, -0.62), (1.35, -0.62), (1.35, 0.62), (-1.35, 0.62)),
    "prohibition": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "technology": ((0, -1.25), (1.2, 0.9), (-1.2, 0.9)),
    "announced": ((0, 1.25), (1.2, -0.9), (-1.2, -0.9)),
}
_PAUSED_CORNERS = ((0, -1.35), (1.35, 0), (0, 1.35), (-1.35, 0))


def margins(spec: ChartSpec, width: float, height: float) -> Margins:
    """Return the room of ticks, of the name of the axis and of the legend."""
    below = end_labels.legend_height(_names(spec), width)
    left = axes.tick_room(spec, height - below)
    return Margins(left, TOP, 14.0, axes.foot(spec) + below)


def _names(spec: ChartSpec) -> tuple[str, ...]:
    return tuple(s.name for s in spec.series)


def paint(painter: QPainter, frame: Frame) -> None:
    """Draw grid, reference lines, points, their names and the legend of shapes."""
    axes.grid(painter, frame)
    axes.across(painter, frame)
    axes.reference_lines(painter, frame)
    axes.reference_labels(painter, frame)
    for series in frame.spec.series:
        for point in filter(partial(_shown, frame), series.points):
            _shape(painter, _at(frame, point), series.status, frame.theme, point.flag in ("e", "p"))
    _labels(painter, frame)
    _legend(painter, frame)


def _at(frame: Frame, point: Point) -> QPointF:
    return QPointF(frame.px(point.x), frame.py(point.y or 0.0))


def _shown(frame: Frame, point: Point) -> bool:
    """Return whether a point has a figure and is inside the plot."""
    return point.y is not None and frame.shows(_at(frame, point))


def ink(theme: Theme, status: str) -> str:
    """Return the colour of points of a state: that of its kind, or of the kind that returns after a pause."""
    return theme.kind(kind_of(status)).ink


def _shape(painter: QPainter, at: QPointF, status: str, theme: Theme, hollow: bool) -> None:
    """Draw a point in the shape of its state, hollow for an estimate."""
    colour = ink(theme, status)
    painter.setPen(pen(colour, 1.6))
    painter.setBrush(QColor(theme.surface if hollow else colour))
    corners = _PAUSED_CORNERS if is_paused(status) else _CORNERS.get(status)
    if corners is not None:
        size = RADIUS * 0.92
        painter.drawPolygon(QPolygonF([QPointF(at.x() + size * x, at.y() + size * y) for x, y in corners]))
    else:
        radius = RADIUS if status != "none" else RADIUS * 0.72
        painter.drawEllipse(at, radius, radius)


def _labels(painter: QPainter, frame: Frame) -> None:
    """Name every point, by its symbol if there is no room for its name; a line joins a distant name to its point."""
    small, theme, area = typeset.small(), frame.theme, frame.area
    known = [p for s in frame.spec.series for p in s.points if _shown(frame, p)]
    places = [_at(frame, p) for p in known]
    texts = [(p.label, p.symbol) if p.symbol else (p.label,) for p in known]
    found = label_places.place(
        [(at.x(), at.y()) for at in places],
        [[small.width(t) for t in options] for options in texts],
        small.line - 2,
        RADIUS,
        label_places.Box(
            area.left() + 2, frame.whole.top() + TOP - 8, frame.whole.right(), area.bottom() - 1
        ),
        [label_places.Box(b.left(), b.top(), b.right(), b.bottom()) for b in axes.word_boxes(frame)],
    )
    for at, options, label in zip(places, texts, found, strict=True):
        if label is None:
            continue
        box = QRectF(QPointF(label.box.left, label.box.top), QPointF(label.box.right, label.box.bottom))
        if label.far:
            painter.setPen(pen(theme.muted, 0.7))
            x = min(max(at.x(), box.left()), box.right())
            y = min(max(at.y(), box.top()), box.bottom())
            painter.drawLine(at, QPointF(x, y))
        painter.fillRect(box, QColor(theme.surface))
        typeset.put_centred(painter, box.left(), box.center().y(), options[label.choice], small, theme.text)


def _legend(painter: QPainter, frame: Frame) -> None:
    small, top = typeset.small(), frame.area.bottom() + axes.foot(frame.spec)
    entries, _ = end_labels.lay_out(_names(frame.spec), frame.whole.width())
    for entry, series in zip(entries, frame.spec.series, strict=True):
        x, y = frame.whole.left() + entry.x, top + end_labels.ABOVE + entry.top
        _shape(painter, QPointF(x + 6, y + small.line / 2), series.status, frame.theme, False)
        for n, line in enumerate(entry.lines):
            typeset.put(painter, x + end_labels.SWATCH, y + n * small.line, line, small, frame.theme.text)


def hits(frame: Frame) -> list[Hit]:
    """Return the places of the points, from left to right."""
    found = []
    for s, series in enumerate(frame.spec.series):
        for i, point in enumerate(series.points):
            if _shown(frame, point):
                at = _at(frame, point)
                found.append(Hit(at, QRectF(at.x() - 5, at.y() - 5, 10, 10), s, i, point))
    return sorted(found, key=lambda h: (h.at.x(), h.at.y()))


def hit_at(frame: Frame, found: list[Hit], position: QPointF) -> int | None:
    """Return the nearest point within reach."""
    best, reach = None, REACH * REACH
    for i, hit in enumerate(found):
        dx, dy = hit.at.x() - position.x(), hit.at.y() - position.y()
        if dx * dx + dy * dy < reach:
            best, reach = i, dx * dx + dy * dy
    return best


def paint_highlight(painter: QPainter, frame: Frame, hit: Hit) -> None:
    """Draw a ring around the selected point."""
    painter.setPen(pen(frame.theme.text, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(hit.at, RADIUS + 4, RADIUS + 4)
