"""The space that axes, names at the ends of lines and legends take: measured before anything is drawn."""

import math

from msgspec import Struct
from msgspec.structs import replace

from explorer.charts.figures import unscaled
from explorer.charts.hidden_series import are_named
from explorer.charts.plot import typeset
from explorer.charts.plot.frame import Ranges
from explorer.charts.spec import Axis, Series
from explorer.charts.ticks import Tick, linear_ticks, log_ticks
from explorer.language import gettext, gettext_noop

AXIS, TITLED = 26.0, 42.0
CAPTION, BADGES = 18.0, 24.0
END_PART = 0.3
SWATCH, SPACE = 20.0, 18.0
GAP, WIDE_GAP, CHIP = 8.0, 18.0, 13.0
ABOVE = 4.0
_SCALES = ((1e9, gettext_noop("billion {unit}")), (1e6, gettext_noop("million {unit}")))


def foot(axis: Axis) -> float:
    """Return the space below the area: tick labels and, for an axis of values, its name."""
    return TITLED if axis.kind == "value" else AXIS


def unit_scale(axis: Axis) -> tuple[float, str]:
    """Return the factor of the figures on an axis, and the unit with the word for the factor: `million t`."""
    if axis.scale == "linear":
        for factor, caption in _SCALES:
            if axis.high >= 5 * factor:
                return factor, gettext(caption).format(unit=axis.unit).strip()
    return 1.0, axis.unit


def value_ticks(axis: Axis, height: float) -> list[Tick]:
    """Return the ticks that fit the height, closer ones if an end of the axis would have no figure."""
    count = max(3, min(7, int((height - CAPTION - BADGES - AXIS) / 42)))
    if axis.scale == "log":
        return log_ticks(axis.low, axis.high, count)
    factor, _ = unit_scale(axis)
    tries = [linear_ticks(axis.low / factor, axis.high / factor, n) for n in range(count, 8)]
    footed = [t for t in tries if t and t[0].at == axis.low / factor and len(t) <= 2 * count + 1]
    whole = [t for t in footed if math.isclose(t[-1].at, axis.high / factor)]
    ticks = next(iter((*whole, *footed, *tries)))
    return [Tick(t.at * factor, t.label, t.label_at * factor) for t in ticks]


def shown_axis(axis: Axis, ranges: Ranges) -> Axis:
    """Return the value axis with the range that is shown."""
    return replace(axis, low=unscaled(axis, ranges.y_low), high=unscaled(axis, ranges.y_high))


def tick_space(axis: Axis, height: float) -> float:
    """Return the width of the labels of the value axis."""
    return max((typeset.small().width(t.label) for t in value_ticks(axis, height)), default=0) + 10


class Entry(Struct, frozen=True):
    """A place in a legend: where it begins and its text in lines."""

    x: float
    top: float
    lines: tuple[str, ...]


def end_names(series: tuple[Series, ...], width: float) -> tuple[str, ...]:
    """Return the names at the ends of the lines, none for bars, where the line needs no name or names are too long."""
    if not are_named(series) or any(s.style == "bars" for s in series):
        return ()
    names = tuple(s.short or s.name for s in series)
    return names if max(map(typeset.small().width, names)) <= END_PART * width else ()


def end_space(series: tuple[Series, ...], width: float, gap: float) -> float:
    """Return the space that names at the ends take, with the gap between lines and names."""
    names = end_names(series, width)
    return max(map(typeset.small().width, names)) + gap + CHIP if names else 0.0


def legend_names(series: tuple[Series, ...], width: float) -> tuple[str, ...]:
    """Return the names of a legend, none if the names at the ends of the lines are complete."""
    if not are_named(series) or (end_names(series, width) and not any(s.short for s in series)):
        return ()
    return tuple(s.name for s in series)


def legend_entries(names: tuple[str, ...], width: float) -> tuple[list[Entry], float]:
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
    return legend_entries(names, width)[1]
