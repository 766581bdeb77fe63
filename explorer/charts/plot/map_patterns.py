"""Hatching, crosses and dots inside the outlines of countries, as paths: no clipping, which SVG files would lose."""

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtGui import QPainterPath

from explorer.charts.plot.world_shapes import Points, path_of

GAP, DOT_GAP, DOT = 5.0, 4.6, 1.5
_ROOT = math.sqrt(0.5)
# The columns are the directions of the lines and across them.
_RISING = np.array([[_ROOT, _ROOT], [-_ROOT, _ROOT]])
_FALLING = np.array([[_ROOT, -_ROOT], [_ROOT, _ROOT]])


def hatching(rings: Sequence[Points], gap: float = GAP) -> QPainterPath:
    """Return rising lines inside closed rings."""
    return path_of(_lines(rings, _RISING, gap))


def crosses(rings: Sequence[Points], gap: float = GAP) -> QPainterPath:
    """Return rising and falling lines inside closed rings."""
    return path_of([*_lines(rings, _RISING, gap), *_lines(rings, _FALLING, gap)])


def dots(rings: Sequence[Points], gap: float = DOT_GAP) -> QPainterPath:
    """Return dots in offset rows inside closed rings."""
    path = QPainterPath()
    for row, left, right in zip(*_spans(rings, gap), strict=True):
        offset = gap / 2 if row % 2 else 0.0
        x = math.ceil((left - offset) / gap) * gap + offset
        while x <= right:
            path.addRect(x - DOT / 2, row * gap - DOT / 2, DOT, DOT)
            x += gap
    return path


def _lines(rings: Sequence[Points], turn: Points, gap: float) -> list[Points]:
    """Return the lines across rings whose direction is the first column of `turn`."""
    rows, left, right = _spans([ring @ turn for ring in rings], gap)
    ends = np.stack((np.column_stack((left, rows * gap)), np.column_stack((right, rows * gap))), axis=1)
    return list(ends @ turn.T)


def _spans(rings: Sequence[Points], gap: float) -> tuple[Points, Points, Points]:
    """Return the parts of horizontal lines that are inside closed rings: line number, left and right end of each."""
    start = np.concatenate([ring[:-1] for ring in rings])
    end = np.concatenate([ring[1:] for ring in rings])
    first = np.ceil(np.minimum(start[:, 1], end[:, 1]) / gap).astype(int)
    last = np.ceil(np.maximum(start[:, 1], end[:, 1]) / gap).astype(int)  # the line after the last one
    count = last - first
    edge = np.repeat(np.arange(len(start)), count)
    row = first[edge] + np.arange(len(edge)) - np.repeat(np.cumsum(count) - count, count)
    along = (row * gap - start[edge, 1]) / (end[edge, 1] - start[edge, 1])
    x = start[edge, 0] + along * (end[edge, 0] - start[edge, 0])
    order = np.lexsort((x, row))
    return row[order][::2], x[order][::2], x[order][1::2]
