"""Charts in rows: horizontal bars with their figures, and strips that show the history of measures."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from explorer.charts.plot import strips, typeset
from explorer.charts.plot.frame import Frame, Hit, Margins, hatch, outline, pen
from explorer.charts.spec import ChartSpec, Point
from explorer.charts.text import value_text
from explorer.data.numbers import percent
from explorer.language import gettext

BAR, ROW, TALL_ROW = 20.0, 26.0, 40.0
LABEL_PART = 0.42
GAP = 10.0


def preferred_height(spec: ChartSpec, width: float) -> float:
    """Return the height that gives each row its room."""
    if spec.rows:
        return strips.preferred_height(spec, width)
    tall = any(typeset.body().width(p.label) > LABEL_PART * width for p in _points(spec))
    return max(spec.row_count, 2) * (TALL_ROW if tall else ROW) + 8


def margins(spec: ChartSpec, width: float, height: float) -> Margins:
    """Return the room of the labels on the left and of the figures on the right."""
    if spec.rows:
        return strips.margins(spec, width)
    body = typeset.body()
    labels = max((body.width(p.label) for p in _points(spec)), default=0)
    left = min(labels, LABEL_PART * width) + GAP
    right = _columns(spec)[2] + GAP
    return Margins(left, 4, min(right, max(width - left - 60, 40)), 4)


def _points(spec: ChartSpec) -> tuple[Point, ...]:
    return spec.series[0].points if spec.series else ()


def _columns(spec: ChartSpec) -> tuple[float, float, float]:
    """Return the widths of figures, of shares, and of both with the gap between."""
    body = typeset.body()
    figures = max((body.width(bar_text(p, spec.x.unit)) for p in _points(spec)), default=0)
    shares = max((body.width(share_text(p)) for p in _points(spec)), default=0)
    return figures, shares, figures + (shares + 12 if shares else 0)


def bar_text(point: Point, unit: str) -> str:
    """Return the figure next to a bar; the subtitle gives the unit, except for per cent."""
    return value_text(point, unit if unit == "%" else "", narrow=True)


def share_text(point: Point) -> str:
    """Return the share next to a figure, with that of the value if both are known; empty if neither is."""
    shares = [] if point.share_pct is None else [percent(point.share_pct)]
    if point.value_share_pct is not None:
        shares.append(gettext("{share} of value").format(share=percent(point.value_share_pct)))
    return " · ".join(shares)


def paint(painter: QPainter, frame: Frame) -> None:
    """Draw bars or strips."""
    if frame.spec.rows:
        strips.paint(painter, frame)
        return
    painter.setPen(pen(frame.theme.axis, 1.0))
    painter.drawLine(frame.area.topLeft(), frame.area.bottomLeft())
    for point in _points(frame.spec):
        _bar(painter, frame, point)


def _row_box(frame: Frame, row: float) -> QRectF:
    top, bottom = frame.py(row - 0.5), frame.py(row + 0.5)
    return QRectF(frame.whole.left(), top, frame.whole.width(), bottom - top)


def _bar(painter: QPainter, frame: Frame, point: Point) -> None:
    """Draw one row: label, track, bar (hatched: estimated or preliminary; outlined: outlier), figure and share."""
    theme, body, area = frame.theme, typeset.body(), frame.area
    row = _row_box(frame, point.x)
    middle = row.center().y()
    thick = min(BAR, 0.5 * row.height())
    lines = typeset.wrap(
        point.label, body, area.left() - GAP - frame.whole.left(), 2 if row.height() > 31 else 1
    )
    top = middle - len(lines) * body.line / 2
    for i, line in enumerate(lines):
        typeset.put(painter, area.left() - GAP, top + i * body.line, line, body, theme.text, "right")
    track = QRectF(area.left() + 0.5, middle - thick / 2, area.width() - 0.5, thick)
    painter.fillRect(track, QColor(theme.track))
    if point.is_range:
        _range(painter, frame, point, track)
    elif point.y is None:
        outline(painter, track, theme.axis, 1.0, (2, 2))
    elif point.y > 0:
        wide = min(frame.px(point.y), track.right()) - track.left()
        _filled(painter, frame, point, QRectF(track.left(), track.top(), wide, thick))
    figures, shares, _ = _columns(frame.spec)
    colour = theme.muted if point.y is None and not point.is_range else theme.text
    right = area.right() + GAP + figures
    typeset.put_centred(painter, right, middle, bar_text(point, frame.spec.x.unit), body, colour, "right")
    typeset.put_centred(painter, right + 12 + shares, middle, share_text(point), body, theme.muted, "right")


def _range(painter: QPainter, frame: Frame, point: Point, track: QRectF) -> None:
    """Draw a published range as a bracket over its two ends."""
    colour = frame.theme.colour(0)
    left, right = frame.px(point.low or 0.0), frame.px(point.high or 0.0)
    painter.setPen(pen(colour, 2.0))
    for x in (left, right):
        painter.drawLine(QPointF(x, track.top()), QPointF(x, track.bottom()))
    painter.drawLine(QPointF(left, track.center().y()), QPointF(right, track.center().y()))


def _filled(painter: QPainter, frame: Frame, point: Point, box: QRectF) -> None:
    box.setWidth(max(box.width(), 1.5))
    colour = frame.theme.colour(0)
    if point.flag in ("e", "p"):
        hatch(painter, box, colour, frame.theme.surface)
        outline(painter, box, colour, 1.0)
    elif point.flag == "o":
        painter.fillRect(box, QColor(frame.theme.surface))
        outline(painter, box, colour, 1.4)
    else:
        painter.fillRect(box, QColor(colour))


def hits(frame: Frame) -> list[Hit]:
    """Return the places of the rows, or of the spans of all strips."""
    if frame.spec.rows:
        return strips.hits(frame)
    found = []
    for i, point in enumerate(_points(frame.spec)):
        row = _row_box(frame, point.x)
        found.append(Hit(QPointF(frame.px(point.y or 0), row.center().y()), row, 0, i, point))
    return found


def hit_at(frame: Frame, found: list[Hit], position: QPointF) -> int | None:
    """Return the row or span under a position."""
    return next((i for i, hit in enumerate(found) if hit.box.contains(position)), None)


def paint_highlight(painter: QPainter, frame: Frame, hit: Hit) -> None:
    """Draw a frame around the selected row or span."""
    outline(painter, hit.box.adjusted(1, 1, -1, -1), frame.theme.text, 1.4)
