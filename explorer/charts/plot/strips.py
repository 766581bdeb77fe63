"""Strips of measures and of metals: years, names, spans and the as-of date."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSizeF

from explorer.charts import style
from explorer.charts.plot import legend, typeset
from explorer.charts.plot.axis import add_axis, named
from explorer.charts.plot.frame import Frame
from explorer.charts.plot.library import pg
from explorer.charts.plot.names import Name, Names, Part, Patch, Stroke, centred
from explorer.charts.plot.painting import pen
from explorer.charts.plot.plot import ABOVE, BELOW, Plot
from explorer.charts.plot.spans import Span
from explorer.charts.plot.strip_rows import StripRows
from explorer.charts.plot.strip_space import (
    BELOW as FOOT,
)
from explorer.charts.plot.strip_space import (
    GAP,
    ROW,
    is_stacked,
    looks,
    span_box,
    status_text,
    thin_span_box,
)
from explorer.charts.spec import ChartSpec, Row, SpanBar, day_number
from explorer.charts.ticks import date_ticks
from explorer.data.dates import show
from explorer.palette import Theme

NAME_SIZE, DAY_SIZE = 12, 11
YEAR_LINE, YEAR_NAME, DAY_LINE, DAY_NAME = 18.0, 19.0, 20.0, 37.0
SWATCH = QRectF(0, -5, 14, 10)
DAY_ABOVE, DAY_BEHIND = ABOVE + 2, BELOW + 0.5


class StripItems:
    """What strips of measures and of metals have in common."""

    day_z = DAY_ABOVE

    def __init__(self, plot: Plot, spec: ChartSpec) -> None:
        self._plot, self._spec, self._theme = plot, spec, plot.theme
        self._axis = add_axis(plot, "top", self._years)
        self._rows = plot.lay(StripRows(plot, self._slots(), self._row_names, self._row_spans), ABOVE)
        self._legend_names = plot.lay(Names(), ABOVE)
        self._as_of = plot.as_of = AsOfRows(plot, spec.context.as_of, self._is_behind, self._place_around_day)
        plot.follow(self.place)

    def place(self, frame: Frame) -> None:
        """Draw the rows of a frame."""
        self._rows.place(frame)
        self._legend_names.show_parts(frame.whole, self._legend(frame))

    def _place_around_day(self, frame: Frame) -> None:
        """Place again what keeps clear of the label of the as-of date, which has moved."""
        self._axis.place(frame)

    def _slots(self) -> Sequence[float]:
        """Return the line of each row, counted from the top."""
        return range(len(self._spec.rows))

    def _row_names(self, frame: Frame, index: int) -> list[Part]:
        """Return the names of a row and the line below it."""
        bottom, whole = frame.py(index + 0.5), frame.whole
        ends = QPointF(whole.left(), bottom), QPointF(whole.right(), bottom)
        return [*self._texts(frame, self._spec.rows[index], index), Stroke(*ends, pen(self._theme.grid, 1.0))]

    def _row_spans(self, frame: Frame, index: int) -> Iterator[Part]:
        """Yield the spans of a row in the days shown."""
        row = self._spec.rows[index]
        for span in row.spans:
            box = self._box(frame, span, index)
            if box is not None:
                yield from self._drawn(row, span, box)

    def _drawn(self, row: Row, span: SpanBar, box: QRectF) -> Iterator[Part]:
        """Yield what shows a span."""
        yield drawn_span(self._theme, row, span, box, is_moving=self._plot.is_moving)

    def _is_behind(self, frame: Frame) -> bool:
        """Return whether the line of the as-of date runs behind the names."""
        return False

    def _texts(self, frame: Frame, row: Row, index: int) -> list[Part]:
        raise NotImplementedError

    def _box(self, frame: Frame, span: SpanBar, index: int) -> QRectF | None:
        raise NotImplementedError

    def _legend(self, frame: Frame) -> list[Part]:
        return []

    def _years(self, frame: Frame) -> list[Part]:
        """Return the lines and names of the years, clear of the as-of date."""
        area, theme, small, whole = frame.area, self._theme, typeset.small(), frame.whole
        grid = pen(theme.grid, 1.0)
        ticks = date_ticks(
            frame.ranges.x_low, frame.ranges.x_high, int(area.width() / (small.width("2026") + 22))
        )
        parts: list[Part] = []
        for tick in ticks:
            x = frame.px(tick.at)
            if area.left() <= x <= area.right():
                parts.append(Stroke(QPointF(x, area.top() - YEAR_LINE), QPointF(x, area.bottom()), grid))
        day = frame.px(self._as_of.at) if frame.shows_x(self._as_of.at) else None
        for x, label in named(frame, ticks, area.left(), area.right(), day):
            parts.append(Name(x, area.top() - YEAR_NAME, label, small, theme.muted, "centre"))
        top = area.top() - 1
        parts.append(Stroke(QPointF(whole.left(), top), QPointF(whole.right(), top), grid))
        return parts


class AsOfRows:
    """The as-of date as a line through all rows, with the date above it; `moved` is called after it has moved."""

    def __init__(
        self, plot: Plot, day: date, is_behind: Callable[[Frame], bool], moved: Callable[[Frame], None]
    ) -> None:
        self._theme, self.day, self._is_behind, self._moved = plot.theme, day, is_behind, moved
        self.at = day_number(day)
        self._plot, self.handle = plot, QRectF()
        self.line = pg.InfiniteLine(self.at, 90, plot.pen(plot.theme.text, 1.8))
        plot.add(self.line, 0)
        self._names = plot.lay(Names(), ABOVE + 2)
        plot.follow(self.place)

    def move(self, day: date) -> None:
        """Show another day."""
        self.day, self.at = day, day_number(day)
        self.line.setValue(self.at)
        self.place(self._plot.frame)
        self._moved(self._plot.frame)

    def place(self, frame: Frame) -> None:
        """Show the line if its day is inside the range."""
        inside = frame.shows_x(self.at)
        self.line.setVisible(inside)
        behind = self._is_behind(frame)
        self._plot.box.setZValue(0.0 if behind else ABOVE + 2)
        parts: list[Name | Stroke] = []
        self.handle = box = QRectF()
        if inside:
            x, area, bold = frame.px(self.at), frame.area, typeset.face(DAY_SIZE, bold=True)
            above = QPointF(x, area.top() - DAY_LINE)
            parts.append(Stroke(above, QPointF(x, area.top()), pen(self._theme.text, 1.8)))
            text = show(self.day)
            half = bold.width(text) / 2
            middle = min(max(x, area.left() + half), area.right() - half)
            top = area.top() - DAY_NAME
            self.handle = QRectF(middle - half, top, 2 * half, bold.line)
            parts.append(Name(middle, top, text, bold, self._theme.text, "centre"))
            box = QRectF(above, QSizeF(0, DAY_LINE)).united(self.handle).adjusted(-1, -1, 1, 1)
        self._names.show_parts(box, parts)


class MeasureStripItems(StripItems):
    """Strips with the name of a measure and its state, beside them or above them."""

    def _is_behind(self, frame: Frame) -> bool:
        return is_stacked(self._spec.rows, frame.whole.width())

    def _box(self, frame: Frame, span: SpanBar, index: int) -> QRectF | None:
        return span_box(frame, span, index, stacked=self._is_behind(frame))

    def _texts(self, frame: Frame, row: Row, index: int) -> list[Part]:
        theme, whole = self._theme, frame.whole
        top, bottom = frame.py(index - 0.5), frame.py(index + 0.5)
        bold, small = typeset.face(NAME_SIZE, bold=not row.background), typeset.small()
        stacked = self._is_behind(frame)
        room = whole.width() if stacked else frame.area.left() - GAP
        lines = 2 if not stacked and bottom - top >= ROW + 10 else 1
        if lines == 1 and bold.width(row.label) > room:
            bold = typeset.face(style.SMALL, bold=not row.background)
        names = typeset.wrap(row.label, bold, room, lines)
        y = top + 3 if stacked else (top + bottom - len(names) * bold.line - small.line) / 2
        detail = typeset.wrap(row.detail, small, room, 1)[0]
        parts: list[Part] = []
        if stacked:  # the line of the as-of date runs behind the words
            wide = max(bold.width(names[0]), small.width(detail)) + 6
            parts.append(Patch(QRectF(whole.left(), y, wide, bold.line + small.line), theme.surface))
        for name in names:
            parts.append(Name(whole.left(), y, name, bold, theme.text))
            y += bold.line
        parts.append(Name(whole.left(), y, detail, small, theme.muted))
        return parts


class MetalStripItems(StripItems):
    """Strips with the name of a metal before them and its status on the as-of date after them."""

    def _box(self, frame: Frame, span: SpanBar, index: int) -> QRectF | None:
        return thin_span_box(frame, span, index)

    def _texts(self, frame: Frame, row: Row, index: int) -> list[Part]:
        theme, small, area, whole = self._theme, typeset.small(), frame.area, frame.whole
        middle, bold = frame.py(index), typeset.face(NAME_SIZE, bold=True)
        name = typeset.wrap(row.label, bold, area.left() - GAP, 1)[0]
        room = whole.right() - area.right() - GAP / 2
        words = typeset.wrap(status_text(self._spec, row, whole.width()), small, room, 1)[0]
        return [
            centred(whole.left(), middle, name, bold, theme.text),
            centred(area.right() + GAP / 2, middle, words, small, theme.muted),
        ]

    def _legend(self, frame: Frame) -> list[Part]:
        """Return the legend of the colours and hatching."""
        shown = looks(self._spec)

        def swatch(index: int, at: QPointF) -> Part:
            return drawn_span(self._theme, self._spec.rows[0], shown[index][0], SWATCH.translated(at))

        names = tuple(name for _, name in shown)
        return legend.legend(names, frame, frame.area.bottom() + FOOT, self._theme, swatch)


def drawn_span(theme: Theme, row: Row, span: SpanBar, box: QRectF, *, is_moving: bool = False) -> Span:
    """Return a span in the colours of its kind; a row in the background is grey."""
    colours = theme.kind("other" if row.background else span.kind or row.kind)
    return Span(box, span, colours, theme.surface, is_moving)
