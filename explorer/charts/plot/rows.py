"""Bars in rows with labels, figures and shares; hatched where estimated, outlined for outliers."""

from PySide6.QtCore import QPointF, QRectF

from explorer.charts.plot import typeset
from explorer.charts.plot.bars import bar_item, set_box
from explorer.charts.plot.bounds import Bounds, RangeBar
from explorer.charts.plot.frame import Frame
from explorer.charts.plot.hatching import HatchedBox, Hatching
from explorer.charts.plot.names import Name, Names, Part, Stroke, centred
from explorer.charts.plot.painting import pen
from explorer.charts.plot.plot import ABOVE, BARS, BELOW, Plot
from explorer.charts.plot.row_space import GAP, SHARE_GAP, columns, figure_text, share_text
from explorer.charts.spec import Point

BAR, THINNEST = 20.0, 1.5
TRACK = BARS - 1
LABEL_LINE = 15.5


class RowItems:
    """A track and a bar for each row; a row without a figure has a broken outline."""

    def __init__(self, plot: Plot, points: tuple[Point, ...], unit: str) -> None:
        self._points, self._unit, self._theme = points, unit, plot.theme
        self.tracks = [bar_item(plot, plot.theme.track, TRACK) for _ in points]
        self.bars = [bar_item(plot, self._fill(p)) if (p.y or 0) > 0 else None for p in points]
        self._hatching = plot.add(Hatching(), BARS)
        self._bounds = plot.lay(Bounds(), ABOVE)
        self._names, self._base = plot.lay(Names(), ABOVE), plot.lay(Names(), BELOW)
        plot.follow(self.place)

    def _fill(self, point: Point) -> str:
        return self._theme.surface if point.flag in ("e", "p", "o") else self._theme.colour(0)

    def place(self, frame: Frame) -> None:
        """Draw the rows in the height that the frame gives them."""
        area, theme = frame.area, self._theme
        hatched: list[HatchedBox] = []
        ranges: list[RangeBar] = []
        half = min(BAR, 0.5 * (frame.py(1) - frame.py(0))) / 2
        thick = frame.down(2 * half)
        for point, track_item, bar in zip(self._points, self.tracks, self.bars, strict=True):
            foot = point.x - thick / 2
            left, right = frame.ranges.x_low + frame.across(0.5), frame.ranges.x_high
            track = QRectF(left, foot, right - left, thick)
            set_box(track_item, track)
            if point.is_range:
                ranges.append(self._range(frame, point, half))
            elif bar is None:
                if point.y is None:
                    hatched.append(HatchedBox(track, "", "", theme.axis, 1.0, (2, 2)))
            else:
                wide = max(min(point.y or 0.0, right) - left, frame.across(THINNEST))
                box = QRectF(left, foot, wide, thick)
                set_box(bar, box)
                hatched += self._uncertain(point, box)
        self._hatching.show_boxes(hatched)
        self._bounds.show_parts(frame.whole, ranges)
        axis = Stroke(area.topLeft(), area.bottomLeft(), pen(theme.axis, 1.0))
        self._base.show_parts(frame.whole, [axis])
        figures, shares, _ = columns(self._points, self._unit)
        texts = (self._texts(frame, point, figures, shares) for point in self._points)
        self._names.show_parts(frame.whole, [part for row in texts for part in row])

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

    def _texts(self, frame: Frame, point: Point, figures: float, shares: float) -> list[Part]:
        """Return label, figure and share of a row, in columns of these widths."""
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
        parts.append(centred(right, middle, figure_text(point, self._unit), body, colour, "right"))
        share = share_text(point)
        if share:
            parts.append(centred(right + SHARE_GAP + shares, middle, share, body, theme.muted, "right"))
        return parts
