"""Strips: one row per measure, its states as bars over time, the as-of date as a line through all rows."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from explorer.charts import style
from explorer.charts.plot import axes, end_labels, typeset
from explorer.charts.plot.frame import Frame, Hit, Margins, hatch, outline, pen
from explorer.charts.spec import ChartSpec, Row, SpanBar, day_number
from explorer.charts.ticks import date_ticks
from explorer.data.controls.status import ANNOUNCED, IN_FORCE, IN_PRINCIPLE, SUSPENDED
from explorer.data.dates import show
from explorer.data.records import KIND_RANK
from explorer.data.words import kind_word, rule_word, state_words
from explorer.language import gettext, gettext_noop, list_of
from explorer.palette import LIGHT, KindColours, Theme

BAR, HEAD = 13.0, 40.0
ROW, STACKED_ROW, METAL_ROW = 44.0, 58.0, 20.0
NARROW, NARROWEST = 640.0, 520.0
NAMES_PART, SHORT_NAMES_PART, STATE_PART = 0.6, 0.55, 0.32
GAP = 14.0
# The legend of strips by state and whether it is presumed.
_LEGEND = {
    (IN_FORCE, True): gettext_noop("{kinds} (presumed)"),
    (SUSPENDED, False): gettext_noop("{kinds} paused"),
    (SUSPENDED, True): gettext_noop("{kinds} paused (presumed)"),
    (ANNOUNCED, False): gettext_noop("{kinds} announced"),
    (ANNOUNCED, True): gettext_noop("{kinds} announced (presumed)"),
}


def preferred_height(spec: ChartSpec, width: float) -> float:
    """Return the height that gives each measure two lines and its strip, each metal one line."""
    if spec.by_metal:
        legend = end_labels.legend_height(legend_names(spec), width)
        return HEAD + len(spec.rows) * METAL_ROW + 6 + legend
    return HEAD + len(spec.rows) * (STACKED_ROW if stacked(spec, width) else ROW) + 6


def margins(spec: ChartSpec, width: float) -> Margins:
    """Return the room of the names on the left, none if they are above their strips."""
    if spec.by_metal:
        return _metal_margins(spec, width)
    if stacked(spec, width):
        return Margins(2, HEAD, 2, 6)
    return Margins(min(_names_width(spec), NAMES_PART * width) + GAP + typeset.body().width(" "), HEAD, 2, 6)


def _names_width(spec: ChartSpec) -> float:
    """Return the width of the longest name or state of the measures."""
    small, bold = typeset.small(), typeset.face(12, bold=True)
    return max((max(bold.width(r.label), small.width(r.detail)) for r in spec.rows), default=0.0)


def stacked(spec: ChartSpec, width: float) -> bool:
    """Return whether names are above their strips: on a narrow chart, unless short names leave enough room."""
    if spec.by_metal or width >= NARROW:
        return False
    return width < NARROWEST or _names_width(spec) > SHORT_NAMES_PART * width


def _metal_margins(spec: ChartSpec, width: float) -> Margins:
    """Return the room of the metals' names, of their status on the as-of date, and of the legend."""
    small, bold = typeset.small(), typeset.face(12, bold=True)
    names = max((bold.width(r.label) for r in spec.rows), default=0)
    words = max((small.width(_status(spec, r, width)) for r in spec.rows), default=0)
    below = 6 + end_labels.legend_height(legend_names(spec), width)
    return Margins(min(names, 0.3 * width) + GAP, HEAD, min(words, STATE_PART * width) + GAP, below)


def _status(spec: ChartSpec, row: Row, width: float) -> str:
    """Return the status of a metal on the as-of date, that of a pause in as many words as there is room for."""
    day = spec.context.as_of
    span = next((s for s in row.spans if s.start <= day and (s.end is None or s.end >= day)), None)
    if span is None or span.state != SUSPENDED:
        return row.detail
    texts = (row.detail, _look([span])) if width >= NARROW else (_look([span]),)
    fitting = (t for t in texts if typeset.small().width(t) <= STATE_PART * width)
    return next(fitting, state_words(span.state, None, presumed=span.presumed))


def legend_names(spec: ChartSpec) -> tuple[str, ...]:
    """Return the words of the kinds and states that the strips of metals show, the strictest first."""
    return tuple(name for _, name in _looks(spec))


def _looks(spec: ChartSpec) -> list[tuple[SpanBar, str]]:
    """Return one span of each appearance with its legend entry; kinds of the same colour share an entry."""
    spans = [s for r in spec.rows for s in r.spans if s.meets(spec.x.low, spec.x.high)]
    found: dict[tuple[str, str, bool], list[SpanBar]] = {}
    for span in sorted(spans, key=lambda s: (-KIND_RANK[s.kind], s.state, s.presumed)):
        own = span.kind if span.kind in LIGHT.kinds else "other"
        found.setdefault((own, span.state, span.presumed), []).append(span)
    return [(alike[0], _look(alike)) for alike in found.values()]


def _look(alike: list[SpanBar]) -> str:
    """Return the legend of spans that look alike."""
    state, presumed = alike[0].state, alike[0].presumed
    kinds = list_of(list(dict.fromkeys(map(_kind, alike))))
    if state == IN_FORCE and not presumed:
        return kinds
    return gettext(_LEGEND[state, presumed]).format(kinds=kinds)


def _kind(span: SpanBar) -> str:
    """Return the word for the kind of a span, that of a pause for the rule that is paused."""
    if span.state != SUSPENDED:
        return kind_word(span.kind, span.strictness)
    return gettext("refusal") if span.strictness == IN_PRINCIPLE else rule_word(span.kind)


def paint(painter: QPainter, frame: Frame) -> None:
    """Draw the year lines, the rows and the as-of date."""
    _years(painter, frame)
    if _stacked(frame):
        _as_of(painter, frame)
    for i, row in enumerate(frame.spec.rows):
        if frame.spec.by_metal:
            _metal(painter, frame, row, i)
        else:
            _row(painter, frame, row, i)
    if not _stacked(frame):
        _as_of(painter, frame)
    if frame.spec.by_metal:
        _legend(painter, frame)


def _stacked(frame: Frame) -> bool:
    return stacked(frame.spec, frame.whole.width())


def _metal(painter: QPainter, frame: Frame, row: Row, index: int) -> None:
    """Draw a metal in one line: its name, its strip, its status on the as-of date."""
    theme, small, area = frame.theme, typeset.small(), frame.area
    top, bottom = frame.py(index - 0.5), frame.py(index + 0.5)
    bold = typeset.face(12, bold=True)
    name = typeset.wrap(row.label, bold, area.left() - GAP, 1)[0]
    typeset.put_centred(painter, frame.whole.left(), (top + bottom) / 2, name, bold, theme.text)
    room = frame.whole.right() - area.right() - GAP / 2
    words = typeset.wrap(_status(frame.spec, row, frame.whole.width()), small, room, 1)[0]
    typeset.put_centred(painter, area.right() + GAP / 2, (top + bottom) / 2, words, small, theme.muted)
    for span in row.spans:
        box = _span_box(frame, span, index)
        if box is not None:
            _span(painter, theme, row, span, box)
    painter.setPen(pen(theme.grid, 1.0))
    painter.drawLine(QPointF(frame.whole.left(), bottom), QPointF(frame.whole.right(), bottom))


def _legend(painter: QPainter, frame: Frame) -> None:
    """Draw the legend of the colours and hatching of the strips of metals."""
    small, looks = typeset.small(), _looks(frame.spec)
    entries, _ = end_labels.lay_out(tuple(name for _, name in looks), frame.whole.width())
    for entry, (span, _name) in zip(entries, looks, strict=True):
        x, y = frame.whole.left() + entry.x, frame.area.bottom() + 6 + end_labels.ABOVE + entry.top
        _span(painter, frame.theme, frame.spec.rows[0], span, QRectF(x, y + small.line / 2 - 5, 14, 10))
        for n, line in enumerate(entry.lines):
            typeset.put(painter, x + end_labels.SWATCH, y + n * small.line, line, small, frame.theme.text)


def _years(painter: QPainter, frame: Frame) -> None:
    area, theme, small = frame.area, frame.theme, typeset.small()
    count = int(area.width() / (small.width("2026") + 22))
    ticks = date_ticks(frame.x_low, frame.x_high, count)
    for tick in ticks:
        x = frame.px(tick.at)
        if area.left() <= x <= area.right():
            painter.setPen(pen(theme.grid, 1.0))
            painter.drawLine(QPointF(x, area.top() - 18), QPointF(x, area.bottom()))
    for x, label in axes.named(frame, ticks, area.left(), area.right(), _day_column(frame)):
        typeset.put(painter, x, area.top() - 19, label, small, theme.muted, "centre")
    painter.setPen(pen(theme.grid, 1.0))
    painter.drawLine(
        QPointF(frame.whole.left(), area.top() - 1), QPointF(frame.whole.right(), area.top() - 1)
    )


def _row(painter: QPainter, frame: Frame, row: Row, index: int) -> None:
    theme = frame.theme
    top, bottom = frame.py(index - 0.5), frame.py(index + 0.5)
    bold, small = typeset.face(12, bold=not row.background), typeset.small()
    stacked = _stacked(frame)
    room = frame.whole.width() if stacked else frame.area.left() - GAP
    lines = 2 if not stacked and bottom - top >= ROW + 10 else 1
    if lines == 1 and bold.width(row.label) > room:
        bold = typeset.face(style.SMALL, bold=not row.background)
    names = typeset.wrap(row.label, bold, room, lines)
    y = top + 3 if stacked else (top + bottom - len(names) * bold.line - small.line) / 2
    detail = typeset.wrap(row.detail, small, room, 1)[0]
    if stacked:  # the line of the as-of date runs behind the words
        wide = max(bold.width(names[0]), small.width(detail)) + 6
        painter.fillRect(QRectF(frame.whole.left(), y, wide, bold.line + small.line), QColor(theme.surface))
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
    """Return the box of a span inside the shown days, None if it is outside."""
    start = max(day_number(span.start), frame.x_low)
    end = frame.x_high if span.end is None else min(day_number(span.end) + 1, frame.x_high)
    if end <= start:
        return None
    left, right = frame.px(start), max(frame.px(end), frame.px(start) + 2)
    bottom = frame.py(index + 0.5)
    middle = bottom - 6 - BAR / 2 if _stacked(frame) else (frame.py(index - 0.5) + bottom) / 2
    thick = min(BAR, 0.68 * (bottom - frame.py(index - 0.5))) if frame.spec.by_metal else BAR
    return QRectF(left, middle - thick / 2, right - left, thick)


def _span(painter: QPainter, theme: Theme, row: Row, span: SpanBar, box: QRectF) -> None:
    """Draw a span: announced outlined, in force solid, suspended hatched; presumed lighter, edge broken."""
    kind = span.kind or row.kind
    colours = theme.kind("other" if row.background else kind)
    edge = (3.0, 2.0) if span.presumed else ()
    if span.state == "announced":
        painter.fillRect(box, QColor(theme.surface))
        outline(painter, box, colours.ink, 1.2, edge)
    elif span.state == "suspended":
        hatch(painter, box, _faded(colours, theme, span.presumed), theme.surface, 5.0, 1.4)
        outline(painter, box, colours.ink, 1.0, edge)
    elif span.presumed:
        painter.fillRect(box, QColor(_faded(colours, theme, True)))
        outline(painter, box, colours.ink, 1.2, edge)
    else:
        painter.fillRect(box, QColor(colours.bar))


def _faded(colours: KindColours, theme: Theme, fade: bool) -> str:
    """Return the bar colour, mixed with the background colour if it is to be lighter."""
    bar, ground = QColor(colours.bar), QColor(theme.surface)
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


def _day_column(frame: Frame) -> float | None:
    """Return the x of the as-of date, None if it is not shown."""
    day = day_number(frame.spec.context.as_of)
    return frame.px(day) if frame.x_low <= day <= frame.x_high else None


def _as_of(painter: QPainter, frame: Frame) -> None:
    x = _day_column(frame)
    if x is None:
        return
    area, theme, bold = frame.area, frame.theme, typeset.face(11, bold=True)
    painter.setPen(pen(theme.text, 1.8))
    painter.drawLine(QPointF(x, area.top() - 20), QPointF(x, area.bottom()))
    text = show(frame.spec.context.as_of)
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
