"""The part of a line that a plot shows, with no more points than it has pixels for."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

MOST_POINTS = 5_000

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


class Path(Struct, frozen=True):
    """The corners of a line in the order of x; `joined` says of each whether a line leads to the next."""

    x: Numbers
    y: Numbers
    joined: Flags


class Bounds(Struct, frozen=True):
    """The range of both axes that is shown."""

    x_low: float
    x_high: float
    y_low: float
    y_high: float


def cropped(path: Path, bounds: Bounds) -> Path:
    """Return the part of a line inside bounds; it ends where it crosses them (Liang and Barsky, 1984).

    Not every device and SVG viewer clips alike, so that nothing outside is drawn.
    """
    path = near(path, bounds)
    if _all_inside(path, bounds):
        return path
    starts = np.flatnonzero(path.joined[:-1])
    ax, ay, bx, by = path.x[starts], path.y[starts], path.x[starts + 1], path.y[starts + 1]
    enter, leave = np.zeros(len(starts)), np.ones(len(starts))
    inside = np.isfinite(ay) & np.isfinite(by)
    for way, room in (
        (ax - bx, ax - bounds.x_low),
        (bx - ax, bounds.x_high - ax),
        (ay - by, ay - bounds.y_low),
        (by - ay, bounds.y_high - ay),
    ):
        inside &= ~((way == 0) & (room < 0))
        with np.errstate(divide="ignore", invalid="ignore"):
            at = room / way
        enter = np.where(way < 0, np.maximum(enter, at), enter)
        leave = np.where(way > 0, np.minimum(leave, at), leave)
    inside &= enter < leave
    ax, ay, bx, by, enter, leave = (part[inside] for part in (ax, ay, bx, by, enter, leave))
    x, y = np.empty(2 * len(ax)), np.empty(2 * len(ax))
    x[0::2], x[1::2] = ax + enter * (bx - ax), ax + leave * (bx - ax)
    y[0::2], y[1::2] = ay + enter * (by - ay), ay + leave * (by - ay)
    joined = np.zeros(len(x), dtype=bool)
    joined[0::2] = True
    joined[1:-1:2] = (x[1:-1:2] == x[2::2]) & (y[1:-1:2] == y[2::2])
    return Path(x, y, joined)


def near(path: Path, bounds: Bounds) -> Path:
    """Return the points of a line inside the bounds of x, with one more at each end."""
    first = max(int(np.searchsorted(path.x, bounds.x_low, "left")) - 1, 0)
    last = min(int(np.searchsorted(path.x, bounds.x_high, "right")) + 1, len(path.x))
    return Path(path.x[first:last], path.y[first:last], path.joined[first:last])


def _all_inside(path: Path, bounds: Bounds) -> bool:
    known = path.y[np.isfinite(path.y)]
    return not len(known) or bool(
        path.x[0] >= bounds.x_low
        and path.x[-1] <= bounds.x_high
        and np.min(known) >= bounds.y_low
        and np.max(known) <= bounds.y_high
    )


def thinned(path: Path, columns: int) -> Path:
    """Return the lowest and the highest point of each column of pixels, in order; short lines as they are."""
    count = len(path.x)
    if count <= MOST_POINTS:
        return path
    size = -(-count // max(columns, 1))
    starts = np.arange(0, count, size)
    low = np.where(np.isfinite(path.y), path.y, np.inf)
    high = np.where(np.isfinite(path.y), path.y, -np.inf)
    whole = len(starts) * size - count
    lows = np.pad(low, (0, whole), constant_values=np.inf).reshape(-1, size).argmin(axis=1) + starts
    highs = np.pad(high, (0, whole), constant_values=-np.inf).reshape(-1, size).argmax(axis=1) + starts
    kept = np.unique(np.concatenate((lows, highs, [0, count - 1])))
    joined = np.ones(len(kept), dtype=bool)
    joined[:-1] = np.logical_and.reduceat(path.joined, kept)[:-1]
    joined[-1] = False
    return Path(path.x[kept], path.y[kept], joined)
