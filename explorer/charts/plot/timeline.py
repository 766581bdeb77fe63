"""The items of a timeline: headings, names, states on the as-of date, spans with their ends, the last day checked."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from explorer.charts.plot import legend, timeline_space, typeset
from explorer.charts.plot.frame import Frame
from explorer.charts.plot.names import Name, Names, Part, Patch, Stroke, Symbol, centred
from explorer.charts.plot.painting import pen
from explorer.charts.plot.plot import ABOVE, Plot
from explorer.charts.plot.strip_space import GAP
from explorer.charts.plot.strips import DAY_NAME, DAY_SIZE, NAME_SIZE, SWATCH, StripItems, drawn_span
from explorer.charts.plot.timeline_space import MARKER, NAME_GAP
from explorer.charts.spec import ChartSpec, Row, SpanBar
from explorer.data.controls.status import SUSPENDED
from explorer.data.controls.timeline import ISSUED
from explorer.data.dates import show

END, END_WIDTH = 2.5, 2.0
BESIDE = 6.0
LEAST_ROOM = 24.0


class TimelineItems(StripItems):
    """Rows with their names before them and their states on the as-of date after them, the legend above."""

    def __init__(
        self, plot: Plot, spec: ChartSpec, slots: Sequence[float], entries: Sequence[tuple[SpanBar, str]]
    ) -> None:
        self._lines = slots
        self._entries = entries
        self._dot = QPainterPath()
        self._dot.addEllipse(QPointF(0, 0), 0.5, 0.5)
        self._checked = plot.lay(Names(), ABOVE + 1.5)
        super().__init__(plot, spec)

    def _slots(self) -> Sequence[float]:
        return self._lines

    def _box(self, frame: Frame, span: SpanBar, index: int) -> QRectF | None:
        return timeline_space.span_box(frame, span, self._lines[index])

    def _row_names(self, frame: Frame, index: int) -> list[Part]:
        """Return the names of a row, with the heading of its group above the first one."""
        rows = self._spec.rows
        row, before = rows[index], rows[index - 1] if index else None
        parts = self._texts(frame, row, index)
        begins = before is None or (row.group, row.facts.document_id) != (
            before.group,
            before.facts.document_id,
        )
        if row.group and (before is None or row.group != before.group):
            return [*self._heading(frame, row.group, self._lines[index] - 1), *parts]
        if begins and not row.group:
            top, whole = frame.py(self._lines[index] - 0.5), frame.whole
            ends = QPointF(whole.left(), top), QPointF(whole.right(), top)
            parts.append(Stroke(*ends, pen(self._theme.grid, 1.0)))
        return parts

    def _heading(self, frame: Frame, group: str, slot: float) -> list[Part]:
        """Return the heading of a group in its line."""
        theme, whole = self._theme, frame.whole
        top, bottom = frame.py(slot - 0.5), frame.py(slot + 0.5)
        bold = typeset.face(NAME_SIZE, bold=True)
        return [
            Patch(QRectF(whole.left(), top, whole.width(), bottom - top), theme.raised),
            centred(whole.left(), frame.py(slot), group, bold, theme.text),
        ]

    def _texts(self, frame: Frame, row: Row, index: int) -> list[Part]:
        theme, area, whole, small = self._theme, frame.area, frame.whole, typeset.small()
        middle, face = frame.py(self._lines[index]), timeline_space.name_face(row)
        room = area.left() - whole.left() - GAP
        name = typeset.wrap(row.label, face, room, 1)[0]
        parts: list[Part] = [centred(whole.left(), middle, name, face, theme.text)]
        x = whole.left() + face.width(name) + NAME_GAP
        if row.scope and area.left() - GAP - x >= LEAST_ROOM:
            scope = typeset.wrap(row.scope, small, area.left() - GAP - x, 1)[0]
            parts.append(centred(x, middle, scope, small, theme.muted))
        state = timeline_space.state_text(row, whole.width())
        right = area.right() + GAP / 2
        if state and whole.right() - right >= LEAST_ROOM:
            words = typeset.wrap(state, small, whole.right() - right, 1)[0]
            parts.append(centred(right, middle, words, small, theme.muted))
        return parts

    def _drawn(self, row: Row, span: SpanBar, box: QRectF) -> Iterator[Part]:
        """Yield a span, the end of a pause as a line, a document without a measure as a dot."""
        if span.state == ISSUED:
            yield self._document(box.center())
            return
        yield from super()._drawn(row, span, box)
        if _ends_pause(row, span) and box.right() < self._plot.frame.area.right():
            ink = self._theme.kind(span.kind or row.kind).ink
            top, bottom = QPointF(box.right(), box.top() - END), QPointF(box.right(), box.bottom() + END)
            yield Stroke(top, bottom, pen(ink, END_WIDTH))

    def _document(self, at: QPointF) -> Symbol:
        """Return the mark of a document without a measure."""
        return Symbol(at, self._dot, MARKER, self._theme.muted, 0.0)

    def place(self, frame: Frame) -> None:
        """Draw the rows of a frame, and the last day checked."""
        super().place(frame)
        self._place_checked(frame)

    def _place_around_day(self, frame: Frame) -> None:
        super()._place_around_day(frame)
        self._place_checked(frame)

    def _place_checked(self, frame: Frame) -> None:
        """Draw the last day checked as a dashed line."""
        parts: list[Part] = []
        for line in self._spec.x.reference_lines:
            if frame.shows_x(line.at):
                x, area = frame.px(line.at), frame.area
                dashed = pen(self._theme.text, 1.0, (4.0, 3.0))
                parts.append(Stroke(QPointF(x, area.top()), QPointF(x, area.bottom()), dashed))
                parts += self._line_name(frame, line.label, x)
        self._checked.show_parts(frame.whole, parts)

    def _line_name(self, frame: Frame, text: str, x: float) -> list[Part]:
        """Return the name of the last day checked, beside that of the as-of date."""
        small, area = typeset.small(), frame.area
        left, right = x - small.width(text) - BESIDE, x - BESIDE
        if frame.shows_x(self._as_of.at):
            half = typeset.face(DAY_SIZE, bold=True).width(show(self._as_of.day)) / 2
            middle = min(max(frame.px(self._as_of.at), area.left() + half), area.right() - half)
            if left < middle + half + BESIDE and right > middle - half - BESIDE:
                right = middle - half - 2 * BESIDE
                left = right - small.width(text)
        if left < frame.whole.left():
            return []
        return [Name(left, area.top() - DAY_NAME, text, small, self._theme.muted)]

    def _legend(self, frame: Frame) -> list[Part]:
        """Return the legend of the colours and the hatching."""
        shown = self._entries

        def swatch(index: int, at: QPointF) -> Part:
            span, box = shown[index][0], SWATCH.translated(at)
            if span.state == ISSUED:
                return self._document(box.center())
            return drawn_span(self._theme, self._spec.rows[0], span, box)

        return legend.legend(tuple(name for _, name in shown), frame, frame.whole.top(), self._theme, swatch)


def _ends_pause(row: Row, span: SpanBar) -> bool:
    """Return whether a span is the last one of a pause that has an end."""
    following = row.spans[row.spans.index(span) + 1 :][:1]
    goes_on = bool(following) and following[0].state == SUSPENDED
    return span.state == SUSPENDED and span.end is not None and not goes_on
