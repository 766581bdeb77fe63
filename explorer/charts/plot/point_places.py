"""Where the points of a chart over time are on the plot, and which of them a pointer means."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF

from explorer.charts.figures import is_known, scaled
from explorer.charts.plot.frame import Frame, Hit
from explorer.charts.spec import ChartSpec, Point

REACH, HALF_HIT = 26.0, 4.0


def place(spec: ChartSpec, frame: Frame, point: Point) -> QPointF | None:
    """Return the place of a point, at the bottom if it has only a word; None if the plot does not show it."""
    x = frame.px(point.x)
    if is_known(spec.y, point):
        at = QPointF(x, frame.py(scaled(spec.y, point.y or 0.0)))
    elif point.is_range:
        low, high = (frame.py(scaled(spec.y, v or 0.0)) for v in (point.low, point.high))
        at = QPointF(x, (low + high) / 2)
    elif point.y is None and point.word:
        at = QPointF(x, frame.area.bottom())
    else:
        return None
    return at if frame.shows(at) else None


def hits_of(spec: ChartSpec, frame: Frame, shown: Sequence[Sequence[int]]) -> Iterator[Hit]:
    """Yield the places of points with a figure or a word; `shown` are the indices to look at in each series."""
    for s, (series, indices) in enumerate(zip(spec.series, shown, strict=True)):
        for i in indices:
            at = place(spec, frame, series.points[i])
            if at is not None:
                box = QRectF(at.x() - HALF_HIT, at.y() - HALF_HIT, 2 * HALF_HIT, 2 * HALF_HIT)
                yield Hit(at, box, s, i, series.points[i])


def in_order(hits: Iterator[Hit] | Sequence[Hit]) -> list[Hit]:
    """Return hits from left to right."""
    return sorted(hits, key=lambda h: (h.at.x(), h.series))


def nearest(frame: Frame, hits: Sequence[Hit], position: QPointF) -> int | None:
    """Return the hit that is nearest in time, of several series the one that is also nearest in height."""
    if not frame.area.adjusted(-REACH, -REACH, REACH, REACH).contains(position):
        return None
    near = _nearest_of_each(hits, position)
    if not near:
        return None
    closest = min(_apart(hits[i], position) for i in near)
    at_that_time = [i for i in near if _apart(hits[i], position) <= closest + REACH]
    return min(at_that_time, key=lambda i: (_apart(hits[i], position) + _above(hits[i], position), i))


def _nearest_of_each(found: Sequence[Hit], position: QPointF) -> list[int]:
    """Return the hit of each series that is nearest in time."""
    near: dict[int, int] = {}
    for i, hit in enumerate(found):
        best = near.get(hit.series)
        if best is None or _apart(hit, position) < _apart(found[best], position):
            near[hit.series] = i
    return list(near.values())


def _apart(hit: Hit, position: QPointF) -> float:
    """Return how far a hit is from a position to the side."""
    return abs(hit.at.x() - position.x())


def _above(hit: Hit, position: QPointF) -> float:
    """Return how far a position is above or below the box of a hit, 0 inside it."""
    return max(hit.box.top() - position.y(), position.y() - hit.box.bottom(), 0.0)
