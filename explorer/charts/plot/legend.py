"""Which line is which: names at the ends of lines, and a legend below the plot where names are long."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF

from explorer.charts.colours import series_colour
from explorer.charts.plot import typeset
from explorer.charts.plot.bars import BROKEN
from explorer.charts.plot.frame import Frame
from explorer.charts.plot.hatching import HatchedBox
from explorer.charts.plot.names import Name, Part, Patch, Stroke, centred
from explorer.charts.plot.painting import OWN_DASH_IN_LEGEND, pen
from explorer.charts.plot.space import ABOVE, CHIP, SWATCH, end_names, legend_entries
from explorer.charts.spec import Series
from explorer.charts.ticks import spread
from explorer.palette import Theme

# Returns the mark of an entry of a legend by its index, for the middle of its left edge.
Swatch = Callable[[int, QPointF], Part]


def spread_ends(frame: Frame, ends: Sequence[QPointF | None]) -> list[tuple[int, QPointF, float]]:
    """Return the index, the end and the row of the name of each line that has an end, moved apart if close."""
    last = [(i, at) for i, at in enumerate(ends) if at is not None]
    line = typeset.small().line
    rows = spread([at.y() for _, at in last], line, frame.area.top(), frame.area.bottom() - 2)
    return [(i, at, row) for (i, at), row in zip(last, rows, strict=True)]


def line_ends(
    frame: Frame, series: tuple[Series, ...], ends: Sequence[QPointF | None], theme: Theme, gap: float
) -> list[Part]:
    """Return the name of each line at its last figure, joined to it where it is away from it."""

    def marks(i: int, at: QPointF, name: QPointF) -> Iterator[Part]:
        if name.x() - at.x() > 18 or abs(name.y() - at.y()) > 3:
            lead = pen(theme.axis, 0.8, (1.5, 2))
            yield Stroke(QPointF(at.x() + 5, at.y()), name - QPointF(2, 0), lead)
        dash = OWN_DASH_IN_LEGEND if series[i].own else ()
        yield Stroke(name, name + QPointF(9, 0), pen(series_colour(series, i, theme), 2.4, dash))

    return _end_names(frame, series, ends, theme, gap, marks)


def area_ends(
    frame: Frame, series: tuple[Series, ...], ends: Sequence[QPointF | None], theme: Theme, gap: float
) -> list[Part]:
    """Return the name of each area beside its right edge."""

    def marks(i: int, at: QPointF, name: QPointF) -> Iterator[Part]:
        colour = series_colour(series, i, theme)
        if at.x() > frame.area.right() - 1:
            yield Stroke(QPointF(at.x() + 2, at.y()), name - QPointF(2, 0), pen(colour, 1.0))
        yield Patch(QRectF(name.x(), name.y() - 4, 8, 8), colour)

    return _end_names(frame, series, ends, theme, gap, marks)


def _end_names(
    frame: Frame,
    series: tuple[Series, ...],
    ends: Sequence[QPointF | None],
    theme: Theme,
    gap: float,
    marks: Callable[[int, QPointF, QPointF], Iterator[Part]],
) -> list[Part]:
    """Return the names right of the plot; `marks` returns what joins a series to the middle left of its name."""
    names = end_names(series, frame.whole.width())
    parts: list[Part] = []
    for i, at, row in spread_ends(frame, ends) if names else ():
        name = QPointF(frame.area.right() + gap, row)
        parts += marks(i, at, name)
        parts.append(centred(name.x() + CHIP, row, names[i], typeset.small(), theme.text))
    return parts


def name_boxes(series: Sequence[Series], parts: Sequence[Part]) -> list[tuple[QRectF, int]]:
    """Return the boxes of the names of series among parts, each with the index of its series."""
    boxes = []
    for part in parts:
        if isinstance(part, Name):
            found = next((i for i, s in enumerate(series) if part.text in (s.short, s.name)), None)
            if found is not None:
                width = CHIP + part.face.width(part.text)
                boxes.append((QRectF(part.x - CHIP, part.top, width, part.face.line), found))
    return boxes


def legend(names: tuple[str, ...], frame: Frame, top: float, theme: Theme, swatch: Swatch) -> list[Part]:
    """Return a legend from a height on; `swatch` returns the mark of an entry for the middle of its left edge."""
    small = typeset.small()
    parts: list[Part] = []
    for i, entry in enumerate(legend_entries(names, frame.whole.width())[0]):
        x, y = frame.whole.left() + entry.x, top + ABOVE + entry.top
        parts.append(swatch(i, QPointF(x, y + small.line / 2)))
        parts += [
            Name(x + SWATCH, y + n * small.line, line, small, theme.text)
            for n, line in enumerate(entry.lines)
        ]
    return parts


def sample_box(at: QPointF) -> QRectF:
    """Return the box of a mark in a legend from the middle of its left edge."""
    return QRectF(at.x(), at.y() - 5, 12, 10)


def line_swatch(series: tuple[Series, ...], theme: Theme) -> Swatch:
    """Return the marks of lines and bars in a legend; those of unfinished years are hatched as their bars are."""

    def swatch(index: int, at: QPointF) -> Part:
        colour, line = series_colour(series, index, theme), series[index]
        if line.style == "bars":
            box = sample_box(at)
            return (
                HatchedBox(box, colour, theme.surface, colour, dash=BROKEN)
                if line.is_partial
                else Patch(box, colour)
            )
        dash = OWN_DASH_IN_LEGEND if line.own else (4, 3) if line.background else ()
        return Stroke(at, at + QPointF(14, 0), pen(colour, 2.0, dash))

    return swatch


def area_swatch(series: tuple[Series, ...], theme: Theme) -> Swatch:
    """Return the marks of areas in a legend."""

    def swatch(index: int, at: QPointF) -> Part:
        return Patch(sample_box(at), series_colour(series, index, theme))

    return swatch
