"""Strips: one row a measure, its states as bars over the days, the day asked as a line through all."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from explorer.charts import typeset
from explorer.charts.frame import Frame, Hit, Margins, hatch, outline, pen
from explorer.charts.spec import ChartSpec, Row, SpanBar, day_number
from explorer.charts.style import ChartTheme, KindColours
from explorer.charts.ticks import date_ticks
from explorer.data.dates import show

BAR, HEAD = 13.0, 40.0
ROW, STACKED_ROW = 44.0, 58.0
NARROW = 640.0
GAP = 14.0


def preferred_height(spec: ChartSpec, width: float) -> float:
    """Return the height that gives each measure two lines and its strip."""
    return HEAD + len(spec.rows) * (STACKED_ROW if width < NARROW else ROW) + 6


def margins(spec: ChartSpec, width: float) -> Margins:
    """Return the room of the names on the left, none where they stand above their strips."""
    if width < NARROW:
        return Margins(2, HEAD, 2, 6)
    body, small = typeset.body(), typeset.small()
    bold = typeset.face(12, bold=True)
    names = max(max(bold.width(r.label), small.width(r.detail)) for r in spec.rows) if spec.rows else 0
    return Margins(min(names, 0.5 * width) + GAP + body.width(" "), HEAD, 2, 6)


def paint(painter: QPainter, frame: Frame) -> None:
    """Draw the year lines, the rows and the day asked."""
    _years(painter, frame)
    if _stacked(frame):
        _as_of(painter, frame)
    for i, row in enumerate(frame.spec.rows):
        _row(painter, frame, row, i)
    if not _stacked(frame):
        _as_of(painter, frame)


def _stacked(frame: Frame) -> bool:
    return frame.whole.width() < NARROW


def _years(painter: QPainter, frame: Frame) -> None:
    area, theme, small = frame.area, frame.theme, typeset.small()
    count = int(area.width() / (small.width("2026") + 22))
    taken = area.left() - 1
    for tick in date_ticks(frame.x_low, frame.x_high, count):
        x = frame.px(tick.at)
        if area.left() <= x <= area.right():
            painter.setPen(pen(theme.grid, 1.0))
            painter.drawLine(QPointF(x, area.top() - 18), QPointF(x, area.bottom()))
        half = small.width(tick.label) / 2
        middle = min(max(frame.px(tick.label_at), area.left() + half), area.right() - half)
        if tick.label and middle - half > taken:
            typeset.put(painter, middle, area.top() - 19, tick.label, small, theme.muted, "centre")
            taken = middle + half + 8
    painter.setPen(pen(theme.grid, 1.0))
    painter.drawLine(
        QPointF(frame.whole.left(), area.top() - 1), QPointF(frame.whole.right(), area.top() - 1)
    )


def _row(painter: QPainter, frame: Frame, row: Row, index: int) -> None:
    theme = frame.theme
    top, bottom = frame.py(index - 0.5), frame.py(index + 0.5)
    bold, small = typeset.face(12, bold=not row.quiet), typeset.small()
    stacked = _stacked(frame)
    room = frame.whole.width() if stacked else frame.area.left() - GAP
    names = typeset.wrap(row.label, bold, room, 2 if not stacked and bottom - top >= ROW + 10 else 1)
    y = top + 3 if stacked else (top + bottom - len(names) * bold.line - small.line) / 2
    detail = typeset.wrap(row.detail, small, room, 1)[0]
    if stacked:  # the line of the day asked runs behind the words
        wide = max(bold.width(names[0]), small.width(detail)) + 6
        painter.fillRect(
            QRectF(frame.whole.left(), y, wide, bold.line + small.line), QColor(theme.background)
        )
    for name in names:
        typeset.put(painter, frame.whole.left(), y, name, bold, theme.text)
        y += bold.line
    typeset.put(painter, frame.whole.left(), y, detail, small, theme.muted)
    for span in row.spans:
        box = _span_box(frame, span, index)
        if box is not None:
            _span(painter, theme, row, span, box)
    painter.setPen(pen(theme.grid, 1.0))
    painter.drawLine(QPointF(frame.whole.left(), bottom), QPointF(frame.whole.right(), bottom))


def _span_box(frame: Frame, span: SpanBar, index: int) -> QRectF | None:
    """Return the box of a span inside the shown days, None where it lies outside."""
    start = max(day_number(span.start), frame.x_low)
    end = frame.x_high if span.end is None else min(day_number(span.end) + 1, frame.x_high)
    if end <= start:
        return None
    left, right = frame.px(start), max(frame.px(end), frame.px(start) + 2)
    bottom = frame.py(index + 0.5)
    middle = bottom - 6 - BAR / 2 if _stacked(frame) else (frame.py(index - 0.5) + bottom) / 2
    return QRectF(left, middle - BAR / 2, right - left, BAR)


def _span(painter: QPainter, theme: ChartTheme, row: Row, span: SpanBar, box: QRectF) -> None:
    """Draw a span: announced outlined, in force solid, suspended hatched; presumed lighter, edge broken."""
    colours = theme.kind("other" if row.quiet else row.kind)
    edge = (3.0, 2.0) if span.presumed else ()
    if span.state == "announced":
        painter.fillRect(box, QColor(theme.background))
        outline(painter, box, colours.ink, 1.2, edge)
    elif span.state == "suspended":
        suspended = theme.kind(row.kind, "suspended")
        hatch(painter, box, _faded(suspended, theme, span.presumed), theme.background, 5.0, 1.4)
        outline(painter, box, suspended.ink, 1.0, edge)
    elif span.presumed:
        painter.fillRect(box, QColor(_faded(colours, theme, True)))
        outline(painter, box, colours.ink, 1.2, edge)
    else:
        painter.fillRect(box, QColor(colours.bar))


def _faded(colours: KindColours, theme: ChartTheme, fade: bool) -> str:
    """Return the bar colour, mixed with the ground where it is to be lighter."""
    bar, ground = QColor(colours.bar), QColor(theme.background)
    if not fade:
        return bar.name()
    red, green, blue = (
        round(0.4 * a + 0.6 * b)
        for a, b in (
            (bar.red(), ground.red()),
            (bar.green(), ground.green()),
            (bar.blue(), ground.blue()),
        )
    )
    return QColor(red, green, blue).name()


def _as_of(painter: QPainter, frame: Frame) -> None:
    day = day_number(frame.spec.as_of)
    if not frame.x_low <= day <= frame.x_high:
        return
    area, theme, bold = frame.area, frame.theme, typeset.face(11, bold=True)
    x = frame.px(day)
    painter.setPen(pen(theme.text, 1.8))
    painter.drawLine(QPointF(x, area.top() - 20), QPointF(x, area.bottom()))
    text = show(frame.spec.as_of)
    half = bold.width(text) / 2
    middle = min(max(x, area.left() + half), area.right() - half)
    typeset.put(painter, middle, area.top() - 37, text, bold, theme.text, "centre")


def hits(frame: Frame) -> list[Hit]:
    """Return the shown spans row by row."""
    found = []
    for i, row in enumerate(frame.spec.rows):
        for n, span in enumerate(row.spans):
            box = _span_box(frame, span, i)
            if box is not None:
                found.append(Hit(box.center(), box.adjusted(0, -4, 0, 4), i, n))
    return found
