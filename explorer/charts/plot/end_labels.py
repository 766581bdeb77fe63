"""Which line is which: names at the ends of lines, and a legend below the plot where names are long."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from explorer.charts.plot import typeset
from explorer.charts.plot.frame import Frame, pen
from explorer.charts.spec import ChartSpec
from explorer.charts.ticks import spread

END_PART = 0.3
SWATCH, SPACE = 20.0, 18.0
GAP, WIDE_GAP, CHIP = 8.0, 18.0, 13.0
ABOVE = 4.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in a legend: where it begins and its text in lines."""

    x: float
    top: float
    lines: tuple[str, ...]


def series_colour(frame: Frame, index: int) -> str:
    """Return the colour of a series; one in the background is grey and takes no colour of the others."""
    series = frame.spec.series
    if series[index].background:
        return frame.theme.muted
    return frame.theme.colour(sum(not s.background for s in series[:index]))


def end_names(spec: ChartSpec, width: float) -> tuple[str, ...]:
    """Return the names at the ends of the lines, none where there is one line or names are too long."""
    if len(spec.series) < 2:
        return ()
    names = tuple(s.short or s.name for s in spec.series)
    return names if max(map(typeset.small().width, names)) <= END_PART * width else ()


def end_room(spec: ChartSpec, width: float) -> float:
    """Return the room that names at the ends take."""
    names = end_names(spec, width)
    gap = (WIDE_GAP if spec.stacked else GAP) + CHIP
    return max(map(typeset.small().width, names)) + gap if names else 0.0


def legend_names(spec: ChartSpec, width: float) -> tuple[str, ...]:
    """Return the names of a legend, none if the names at the ends of the lines are complete."""
    if len(spec.series) < 2 or (end_names(spec, width) and not any(s.short for s in spec.series)):
        return ()
    return tuple(s.name for s in spec.series)


def lay_out(names: tuple[str, ...], width: float) -> tuple[list[Entry], float]:
    """Return the places of the entries of a legend and its height; a long entry is broken into lines, never cut."""
    small = typeset.small()
    entries: list[Entry] = []
    x = top = 0.0
    for name in names:
        lines = typeset.wrap(name, small, width - SWATCH, 3)
        wide = SWATCH + max(map(small.width, lines))
        if x and x + wide > width:
            x, top = 0.0, top + small.line
        entries.append(Entry(x, top, tuple(lines)))
        if len(lines) > 1:
            x, top = 0.0, top + len(lines) * small.line
        else:
            x += wide + SPACE
    height = max((e.top + len(e.lines) * small.line for e in entries), default=0.0)
    return entries, height + ABOVE if entries else 0.0


def legend_height(names: tuple[str, ...], width: float) -> float:
    """Return the height of a legend, 0 where there is none."""
    return lay_out(names, width)[1]


def ends(painter: QPainter, frame: Frame, at: list[QPointF | None]) -> None:
    """Name each line at its last figure, moved apart if the ends are close."""
    names = end_names(frame.spec, frame.whole.width())
    small = typeset.small()
    last = [(i, p) for i, p in enumerate(at) if p is not None] if names else []
    rows = spread([p.y() for _, p in last], small.line, frame.area.top(), frame.area.bottom() - 2)
    stacked = frame.spec.stacked
    x = frame.area.right() + (WIDE_GAP if stacked else GAP)
    for (i, p), y in zip(last, rows, strict=True):
        if stacked:
            if p.x() > frame.area.right() - 1:
                painter.setPen(pen(series_colour(frame, i), 1.0))
                painter.drawLine(QPointF(p.x() + 2, p.y()), QPointF(x - 2, y))
            painter.fillRect(QRectF(x, y - 4, 8, 8), QColor(series_colour(frame, i)))
        else:
            if x - p.x() > 18 or abs(y - p.y()) > 3:
                painter.setPen(pen(frame.theme.axis, 0.8, (1.5, 2)))
                painter.drawLine(QPointF(p.x() + 5, p.y()), QPointF(x - 2, y))
            painter.setPen(pen(series_colour(frame, i), 2.4))
            painter.drawLine(QPointF(x, y), QPointF(x + 9, y))
        typeset.put_centred(painter, x + CHIP, y, names[i], small, frame.theme.text)


def legend(painter: QPainter, frame: Frame, top: float) -> None:
    """Draw the legend of lines, or of areas, from a height on."""
    names = legend_names(frame.spec, frame.whole.width())
    small = typeset.small()
    for i, entry in enumerate(lay_out(names, frame.whole.width())[0]):
        x, y = frame.whole.left() + entry.x, top + ABOVE + entry.top
        middle, colour, series = y + small.line / 2, series_colour(frame, i), frame.spec.series[i]
        if series.style == "area":
            painter.fillRect(QRectF(x, middle - 5, 12, 10), QColor(colour))
        else:
            painter.setPen(pen(colour, 2.0, (4, 3) if series.background else ()))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawLine(QPointF(x, middle), QPointF(x + 14, middle))
        for n, line in enumerate(entry.lines):
            typeset.put(painter, x + SWATCH, y + n * small.line, line, small, frame.theme.text)
