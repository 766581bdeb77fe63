"""Bars in rows with labels, figures and shares; hatched where estimated, outlined for outliers."""

from PySide6.QtCore import QPointF, QRectF

from explorer.charts.plot import typeset
from explorer.charts.plot.bars import bar_item, set_boxes
from explorer.charts.plot.bounds import Bounds, RangeBar
from explorer.charts.plot.frame import Frame
from explorer.charts.plot.hatching import HatchedBox, Hatching
from explorer.charts.plot.names import Name, Names, Part, Stroke, centred
from explorer.charts.plot.painting import pen
from explorer.charts.plot.plot import ABOVE, BARS, BELOW, Plot
from explorer.charts.plot.row_space import GAP, SHARE_GAP, RowSpace, figure_text, share_text
from explorer.charts.plot.strip_rows import StripRows
from explorer.charts.spec import Point

BAR, THINNEST = 20.0, 1.5
TRACK = BARS - 1
LABEL_LINE = 15.5
MOST_SEPARATE = 200  # rows; in a longer chart, all bars of a colour share one item


class RowItems:
    """A track and a bar for each row; a row without a figure has a broken outline. Texts out of sight are not drawn."""

    def __init__(self, plot: Plot, space: RowSpace) -> None:
        self._points, self._space, self._theme = space.points, space, plot.theme
        self._is_separate = len(self._points) <= MOST_SEPARATE
        self.tracks = bar_item(plot, plot.theme.track, TRACK)
        keys = (self._item_key(row, point) for row, point in enumerate(self._points) if (point.y or 0) > 0)
        self.bars = {key: bar_item(plot, key[1]) for key in dict.fromkeys(keys)}
        self._hatching = plot.add(Hatching(), BARS)
        self._bounds = plot.lay(Bounds(), ABOVE)
        slots = [point.x for point in self._points]
        self._names = plot.lay(StripRows(plot, slots, self._texts, _nothing), ABOVE)
        self._base = plot.lay(Names(), BELOW)
        plot.follow(self.place)

    def _item_key(self, row: int, point: Point) -> tuple[int, str]:
        """Return the key of the item that draws the bar of a row, which ends with its colour."""
        return row if self._is_separate else 0, self._fill(point)

    def _fill(self, point: Point) -> str:
        return self._theme.surface if point.flag in ("e", "p", "o") else self._theme.colour(0)

    def place(self, frame: Frame) -> None:
        """Draw the rows in the height that the frame gives them."""
        area, theme = frame.area, self._theme
        hatched: list[HatchedBox] = []
        ranges: list[RangeBar] = []
        tracks: list[QRectF] = []
        bars: dict[tuple[int, str], list[QRectF]] = {key: [] for key in self.bars}
        half = min(BAR, 0.5 * (frame.py(1) - frame.py(0))) / 2
        thick = frame.down(2 * half)
        left, right = frame.ranges.x_low + frame.across(0.5), frame.ranges.x_high
        for row, point in enumerate(self._points):
            foot = point.x - thick / 2
            track = QRectF(left, foot, right - left, thick)
            if not track.isEmpty():
                tracks.append(track)
            if point.is_range:
                ranges.append(self._range(frame, point, half))
            elif point.y is None:
                hatched.append(HatchedBox(track, "", "", theme.axis, 1.0, (2, 2)))
            elif point.y > 0:
                wide = max(min(point.y, right) - left, frame.across(THINNEST))
                box = QRectF(left, foot, wide, thick)
                if not box.isEmpty():
                    bars[self._item_key(row, point)].append(box)
                hatched += self._uncertain(point, box)
        set_boxes(self.tracks, tracks)
        for key, boxes in bars.items():
            set_boxes(self.bars[key], boxes)
        self._hatching.show_boxes(hatched)
        self._bounds.show_parts(frame.whole, ranges)
        axis = Stroke(area.topLeft(), area.bottomLeft(), pen(theme.axis, 1.0))
        self._base.show_parts(frame.whole, [axis])
        self._names.place(frame)

    def _uncertain(self, point: Point, box: QRectF) -> list[HatchedBox]:
        """Return the hatching of an estimate or the outline of an outlier."""
        colour, ground = self._theme.colour(0), self._theme.surface
        if point.flag in ("e", "p"):
            return [HatchedBox(box, colour, ground, colour, 1.0)]
        return [HatchedBox(box, "", ground, colour, 1.4)] if point.flag == "o" else []

    def _range(self, frame: Frame, point: Point, half: float) -> RangeBar:
        """Return a published range as a bracket over its two ends."""
        y = frame.py(point.x)
        ends = QPointF(frame.px(point.low or 0.0), y), QPointF(frame.px(point.high or 0.0), y)
        return RangeBar(ends, (True, True), self._theme.colour(0), 2.0, half)

    def _texts(self, frame: Frame, index: int) -> list[Part]:
        """Return label, figure and share of a row."""
        point, (figures, shares, _) = self._points[index], self._space.columns
        theme, body, area = self._theme, typeset.body(), frame.area
        top, bottom = frame.py(point.x - 0.5), frame.py(point.x + 0.5)
        middle = (top + bottom) / 2
        room = area.left() - GAP - frame.whole.left()
        lines = typeset.wrap(point.label, body, room, max(1, int((bottom - top) / LABEL_LINE)))
        first = middle - len(lines) * body.line / 2
        parts: list[Part] = [
            Name(area.left() - GAP, first + i * body.line, line, body, theme.text, "right")
            for i, line in enumerate(lines)
        ]
        colour = theme.muted if point.y is None and not point.is_range else theme.text
        right = area.right() + GAP + figures
        parts.append(centred(right, middle, figure_text(point, self._space.unit), body, colour, "right"))
        share = share_text(point)
        if share:
            parts.append(centred(right + SHARE_GAP + shares, middle, share, body, theme.muted, "right"))
        return parts


def _nothing(_frame: Frame, _index: int) -> tuple[Part, ...]:
    """Return no spans: the bars of this chart are separate items."""
    return ()
