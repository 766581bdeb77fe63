"""The axes of a chart: grid, ticks, units and reference lines."""

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from explorer.charts.plot import typeset
from explorer.charts.plot.control_dates import BADGES, CAPTION
from explorer.charts.plot.frame import Frame, pen
from explorer.charts.spec import Axis, ChartSpec
from explorer.charts.ticks import Tick, date_ticks, day_count_ticks, linear_ticks, log_ticks, year_ticks
from explorer.language import gettext, gettext_noop

AXIS, TITLED = 26.0, 42.0
PLACES = 6
APART, NEAR = 8.0, 5.0
_SCALES = ((1e9, gettext_noop("billion {unit}")), (1e6, gettext_noop("million {unit}")))


def scaled(axis: Axis, value: float) -> float:
    """Return a value in the numbers of the plot: its logarithm on a log axis."""
    return math.log10(value) if axis.scale == "log" and value > 0 else value


def foot(spec: ChartSpec) -> float:
    """Return the room below the area: tick labels and, for an axis of values, its name."""
    return TITLED if spec.x.kind == "value" else AXIS


def value_ticks(spec: ChartSpec, height: float) -> list[Tick]:
    """Return the ticks that fit the height, closer ones if an end of the axis would have no figure."""
    axis = spec.y
    count = max(3, min(7, int((height - CAPTION - BADGES - AXIS) / 42)))
    if axis.scale == "log":
        return log_ticks(axis.low, axis.high, count)
    factor, _ = unit_scale(axis)
    tries = [linear_ticks(axis.low / factor, axis.high / factor, n) for n in range(count, 8)]
    footed = [t for t in tries if t and t[0].at == axis.low / factor and len(t) <= 2 * count + 1]
    whole = [t for t in footed if math.isclose(t[-1].at, axis.high / factor)]
    ticks = next(iter((*whole, *footed, *tries)))
    return [Tick(t.at * factor, t.label, t.label_at * factor) for t in ticks]


def tick_room(spec: ChartSpec, height: float) -> float:
    """Return the width of the labels of the value axis."""
    return max((typeset.small().width(t.label) for t in value_ticks(spec, height)), default=0) + 10


def unit_scale(axis: Axis) -> tuple[float, str]:
    """Return the factor of the figures on an axis, and the unit with the word for the factor: `million t`."""
    if axis.scale == "linear":
        for factor, caption in _SCALES:
            if axis.high >= 5 * factor:
                return factor, gettext(caption).format(unit=axis.unit).strip()
    return 1.0, axis.unit


def axis_caption(axis: Axis) -> str:
    """Return the unit above the value axis."""
    if axis.scale == "log":
        return gettext("{unit}, log scale").format(unit=axis.unit) if axis.unit else gettext("log scale")
    return unit_scale(axis)[1]


def grid(painter: QPainter, frame: Frame) -> None:
    """Draw a line at every tick of the value axis, with its figure, and the unit above."""
    spec, theme, area = frame.spec, frame.theme, frame.area
    small = typeset.small()
    for tick in value_ticks(spec, frame.whole.height()):
        y = frame.py(scaled(spec.y, tick.at))
        if not area.top() - 0.5 <= y <= area.bottom() + 0.5:
            continue
        painter.setPen(pen(theme.grid, 1.0))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        typeset.put_centred(painter, area.left() - 8, y, tick.label, small, theme.muted, "right")
    typeset.put(painter, frame.whole.left(), 0, axis_caption(spec.y), small, theme.muted)


def _across_ticks(frame: Frame) -> list[Tick]:
    """Return the ticks of the horizontal axis that fit its width."""
    axis, small = frame.spec.x, typeset.small()
    widest = "2026" if axis.kind in ("date", "year") else "\u2212360"
    count = int(frame.area.width() / (small.width(widest) + 22))
    if axis.kind == "value":
        make = day_count_ticks if axis.unit == "days" else linear_ticks
    else:
        make = year_ticks if axis.kind == "year" else date_ticks
    return make(frame.x_low, frame.x_high, count)


def across(painter: QPainter, frame: Frame) -> None:
    """Draw the horizontal axis: days, years, or values with the name of the axis below them."""
    area, theme, small = frame.area, frame.theme, typeset.small()
    painter.setPen(pen(theme.axis, 1.0))
    painter.drawLine(area.bottomLeft(), area.bottomRight())
    ticks = _across_ticks(frame)
    for tick in ticks:
        x = frame.px(tick.at)
        if area.left() - 0.5 <= x <= area.right() + 0.5:
            painter.setPen(pen(theme.axis, 1.0))
            painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 4))
    for x, label in named(frame, ticks, frame.whole.left(), frame.whole.right()):
        typeset.put(painter, x, area.bottom() + 6, label, small, theme.muted, "centre")
    if frame.spec.x.kind == "value":
        label = frame.spec.x.label
        if frame.spec.x.unit == "%":
            label = gettext("{name}, %").format(name=label)
        name = typeset.wrap(label, small, area.width(), 1)[0]
        typeset.put(painter, area.center().x(), area.bottom() + 22, name, small, theme.muted, "centre")


def named(
    frame: Frame, ticks: list[Tick], low: float, high: float, line: float | None = None
) -> list[tuple[float, str]]:
    """Return the names of ticks with the x of their middles: inside two ends, clear of each other and of a line.

    The first month loses its year if the next name needs the room, as that name then has a year.
    """
    small = typeset.small()

    def span(at: float, label: str) -> tuple[float, float]:
        half = small.width(label) / 2
        middle = min(max(frame.px(at), low + half), high - half)
        if line is not None and abs(middle - line) < half + NEAR:
            middle = line + half + NEAR if frame.px(at) >= line else line - half - NEAR
        return middle - half, middle + half

    shown = [t for t in ticks if t.label]
    names = [(t.label_at, t.label) for t in shown]
    if len(names) > 1 and span(*names[0])[1] + APART > span(*names[1])[0]:
        names[0] = names[0][0], shown[0].short or shown[0].label
    found: list[tuple[float, str]] = []
    taken = low - 1
    for at, label in names:
        left, right = span(at, label)
        if left > taken and right < high + 1:
            found.append(((left + right) / 2, label))
            taken = right + APART
    return found


def reference_lines(painter: QPainter, frame: Frame) -> None:
    """Draw every reference line across the plot."""
    area, theme = frame.area, frame.theme
    painter.setPen(pen(theme.muted, 1.0, (5, 3)))
    for line in frame.spec.y.reference_lines:
        y = frame.py(scaled(frame.spec.y, line.at))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
    for line in frame.spec.x.reference_lines:
        x = frame.px(line.at)
        painter.drawLine(QPointF(x, area.top() - 4), QPointF(x, area.bottom()))


def word_boxes(frame: Frame) -> list[QRectF]:
    """Return the boxes of the labels of the reference lines: above their lines, clear of the figures."""
    area, small = frame.area, typeset.small()
    boxes: list[QRectF] = []
    for line in frame.spec.y.reference_lines:
        wide = small.width(line.label) + 4 if line.label else 0.0
        y = frame.py(scaled(frame.spec.y, line.at)) - small.line - 1
        lefts = [area.left() + 4 + part * (area.width() - wide - 8) / PLACES for part in range(PLACES + 1)]
        tries = [QRectF(left, y, wide, small.line) for left in lefts]
        clear = [box for box in tries if not any(box.intersects(b) for b in boxes)] or tries
        boxes.append(min(clear, key=lambda box: sum(box.contains(at) for at in _inked(frame))))
    return boxes


def _inked(frame: Frame) -> list[QPointF]:
    """Return places on the drawn lines and points, close enough together to find what a label would cover."""
    found: list[QPointF] = []
    for series in frame.spec.series:
        before: QPointF | None = None
        for point in series.points:
            at = (
                None
                if point.y is None
                else QPointF(frame.px(point.x), frame.py(scaled(frame.spec.y, point.y)))
            )
            if at is not None and before is not None and series.style == "line":
                found += [before + (at - before) * (n / 12) for n in range(1, 12)]
            found += [at] if at is not None else []
            before = at
    return found


def reference_labels(painter: QPainter, frame: Frame) -> None:
    """Write the labels of the reference lines, before the figures, so that they hide nothing."""
    area, theme, small = frame.area, frame.theme, typeset.small()
    for line, box in zip(frame.spec.y.reference_lines, word_boxes(frame), strict=True):
        if line.label:
            typeset.put(painter, box.left() + 2, box.top(), line.label, small, theme.muted)
    for line in frame.spec.x.reference_lines:
        half = small.width(line.label) / 2
        x = min(max(frame.px(line.at), frame.whole.left() + half), frame.whole.right() - half)
        typeset.put(painter, x, area.top() - 4 - small.line, line.label, small, theme.text, "centre")
