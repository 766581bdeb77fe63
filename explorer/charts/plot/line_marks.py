"""What a line cannot show: published bounds and ranges, words in place of figures, and figures at the points."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF

from explorer.charts.figures import is_arrow, range_ends
from explorer.charts.plot import typeset
from explorer.charts.plot.bounds import HEAD, Arrow, Bounds, Mark, RangeBar, Ring, Triangle
from explorer.charts.plot.frame import Frame
from explorer.charts.plot.names import Name, Names, Patch, centred
from explorer.charts.plot.plot import ABOVE, Plot
from explorer.charts.plot.point_places import place
from explorer.charts.spec import ChartSpec, Point, Series
from explorer.charts.text import value_text
from explorer.data.supply.amounts import NET_EXPORTER

RANGE_WIDTH, BESIDE = 2.4, 8.0
MOST_VALUES = 12


class LineMarks:
    """The marks and figures of one series."""

    def __init__(self, plot: Plot, series: Series, colour: str, spec: ChartSpec) -> None:
        self._spec, self._series = spec, series
        self._colour, self._theme = colour, plot.theme
        self._marked = [p for p in series.points if _has_mark(series, p)]
        single = len(series.points) <= MOST_VALUES and len(spec.series) == 1 and not spec.hidden
        self._with_values = single and spec.y.unit == "%" and spec.x.kind == "year"
        if self._marked or self._with_values:
            self._bounds, self._names = plot.lay(Bounds(), ABOVE), plot.lay(Names(), ABOVE)
            plot.follow(self.place)

    def place(self, frame: Frame) -> None:
        """Draw the marks inside the frame."""
        marks: list[Mark] = []
        parts: list[Name | Patch] = []
        for point in self._marked:
            at = place(self._spec, frame, point)
            if at is not None:
                marks += self._marks(frame, point, at)
                parts += [self._range_words(frame, point, at)] if point.is_range else []
        if self._with_values:
            parts += self._values(frame)
        self._bounds.show_parts(frame.whole, marks)
        self._names.show_parts(frame.whole, parts)

    def _marks(self, frame: Frame, point: Point, at: QPointF) -> Iterator[Mark]:
        hollow = self._theme.surface if point.flag in ("e", "p") else ""
        if point.is_range:
            yield from self._range(frame, point, RANGE_WIDTH)
        elif is_arrow(self._series, point):
            up = point.qualifier == ">"
            room = at.y() - frame.area.top() if up else frame.area.bottom() - at.y()
            yield Arrow(at, up, room, self._colour, hollow)
        elif point.word_key == NET_EXPORTER and point.y is None:
            yield Triangle(at, self._colour, hollow)
        elif point.y is None:
            yield Ring(at, self._colour, self._theme.surface)
        else:
            yield from self._range(frame, point, 1.2)

    def _range(self, frame: Frame, point: Point, width: float) -> Iterator[Mark]:
        """Yield the bar of a range, without caps where it leaves the plot."""
        ends = range_ends(self._spec.y, point)
        if ends is None:
            return
        area, x = frame.area, frame.px(point.x)
        rows = [frame.py(value) for value in ends]
        inside = [min(max(row, area.top()), area.bottom()) for row in rows]
        if inside[0] == inside[1] and rows[0] != rows[1]:
            return
        capped = tuple(abs(row - kept) < 1 for row, kept in zip(rows, inside, strict=True))
        yield RangeBar(
            (QPointF(x, inside[0]), QPointF(x, inside[1])), (capped[0], capped[1]), self._colour, width
        )

    def _range_words(self, frame: Frame, point: Point, at: QPointF) -> Name:
        """Return a published range next to its bar, on the side with enough space."""
        small, text = typeset.small(), value_text(point, "")
        right = at.x() + BESIDE + small.width(text) <= frame.area.right()
        x, align = (at.x() + BESIDE, "left") if right else (at.x() - BESIDE, "right")
        return centred(x, at.y(), text, small, self._theme.text, align)

    def _values(self, frame: Frame) -> Iterator[Name | Patch]:
        """Yield each figure at its point, or below it if there is no room above; none where one would be cut."""
        small = typeset.small()
        room = frame.area.width() / max(len(self._series.points), 1) - 4
        texts = [value_text(p, self._spec.y.unit) for p in self._series.points]
        if any(small.width(word) > room for text in texts for word in text.split(" ")):
            return
        for point in self._series.points:
            at = place(self._spec, frame, point)
            if at is None:
                continue
            lines = typeset.wrap(value_text(point, self._spec.y.unit), small, room, 2)
            height = len(lines) * small.line
            above = at.y() - HEAD - height
            upwards = is_arrow(self._series, point) and point.qualifier == ">"
            top = at.y() + 6 if above <= frame.area.top() - 2 or upwards else above
            wide = max(small.width(line) for line in lines)
            yield Patch(QRectF(at.x() - wide / 2, top, wide, height), self._theme.surface)
            for i, line in enumerate(lines):
                yield Name(at.x(), top + i * small.line, line, small, self._theme.text, "centre")


def _has_mark(series: Series, point: Point) -> bool:
    """Return whether a point has more than its marker."""
    if point.y is None:
        return point.is_range or bool(point.word)
    return is_arrow(series, point) or (point.low is not None and point.high is not None)
