"""The places of the labels of points, so that none overlaps another. No Qt."""

import math
from collections.abc import Sequence

from msgspec import Struct

_NEAR = (5.0, 9.0)
_FAR = (16.0, 24.0, 34.0, 46.0, 60.0, 78.0, 100.0, 130.0, 170.0)
# The least gap between a label and anything else, and the gap beyond which it clearly names its own point only.
_GAP, _CLEAR = 1.0, 6.0
# For a distant label: the gap, and whether the line to it has to be open.
_WAYS = ((_CLEAR, True), (_CLEAR, False), (_GAP, False))
_STEPS = 24  # of a line to a distant label, to see what it meets
_DIRECTIONS = tuple(math.radians(a) for a in (0, 180, 270, 90, 315, 45, 225, 135, 337, 22, 202, 157))


class Box(Struct, frozen=True):
    """A rectangle by its left, top, right and bottom, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box", gap: float = 0.0) -> bool:
        """Return whether two boxes overlap or are closer than a gap."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def holds(self, other: "Box") -> bool:
        """Return whether another box is inside this one."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def has(self, x: float, y: float) -> bool:
        """Return whether a point is inside the box."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def nearest(self, point: tuple[float, float]) -> tuple[float, float]:
        """Return the point of the box that is nearest to a point."""
        x, y = point
        return min(max(x, self.left), self.right), min(max(y, self.top), self.bottom)


class Label(Struct, frozen=True):
    """The place of a label; `choice` is the index of its text, `far` means that a line joins it to its point."""

    box: Box
    choice: int
    far: bool


def place(
    points: Sequence[tuple[float, float]],
    widths: Sequence[Sequence[float]],
    height: float,
    radius: float,
    bounds: Box,
    kept_free: Sequence[Box] = (),
) -> list[Label | None]:
    """Return a place for the label of each point, None if there is none left.

    `widths` are those of the possible texts of a point, the best first. A place near the point is preferred to a
    longer text; points with many neighbours are placed first, and labels with a line to their point after all others,
    so that they take no place beside another point. `kept_free` are boxes that no label overlaps.
    """
    markers = [Box(x - radius, y - radius, x + radius, y + radius) for x, y in points]
    crowd = [sum(math.dist(p, q) < 8 * radius for q in points) for p in points]
    order = sorted(range(len(points)), key=lambda i: (-crowd[i], points[i]))
    found: list[Label | None] = [None] * len(points)
    for rings, far in ((_NEAR, False), (_FAR, True)):
        for i in order:
            if found[i] is None:
                others = markers[:i] + markers[i + 1 :] + [label.box for label in found if label is not None]
                room = _Room(bounds, kept_free, markers[i], others)
                found[i] = _fitted(points[i], widths[i], height, [r + radius for r in rings], far, room)
    return found


class _Room(Struct, frozen=True):
    """The space for the label of a marker: `others` are the markers and labels of other points."""

    bounds: Box
    kept_free: Sequence[Box]
    marker: Box
    others: Sequence[Box]

    def has(self, box: Box, gap: float) -> bool:
        """Return whether a box is free, with a gap to what belongs to other points."""
        return (
            self.bounds.holds(box)
            and not any(box.meets(kept, _GAP) for kept in (*self.kept_free, self.marker))
            and not any(box.meets(other, gap) for other in self.others)
        )

    def is_open(self, point: tuple[float, float], box: Box) -> bool:
        """Return whether the line from a point to a box meets no other point and no label of one."""
        end = box.nearest(point)
        steps = [n / _STEPS for n in range(1, _STEPS)]
        line = [tuple(a + (b - a) * part for a, b in zip(point, end, strict=True)) for part in steps]
        ahead = [other for other in self.others if not other.meets(self.marker)]
        return not any(other.has(x, y) for x, y in line for other in ahead)


def _fitted(
    point: tuple[float, float],
    widths: Sequence[float],
    height: float,
    distances: Sequence[float],
    far: bool,
    room: _Room,
) -> Label | None:
    """Return the first free place at some distances, one that is clear of other points if there is one."""
    tries = (
        ((gap, False, d, c) for c in range(len(widths)) for gap in (_CLEAR, _GAP) for d in distances)
        if not far
        else ((*way, d, c) for way in _WAYS for d in distances for c in range(len(widths)))
    )
    for gap, is_open, distance, choice in tries:
        for angle in _DIRECTIONS:
            box = _beside(point, angle, distance, widths[choice], height)
            if room.has(box, gap) and (not is_open or room.is_open(point, box)):
                return Label(box, choice, far)
    return None


def _beside(point: tuple[float, float], angle: float, distance: float, width: float, height: float) -> Box:
    """Return the box whose nearest side is at a distance from a point in a direction."""
    x = point[0] + math.cos(angle) * (distance + width / 2)
    y = point[1] + math.sin(angle) * (distance + height / 2)
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
