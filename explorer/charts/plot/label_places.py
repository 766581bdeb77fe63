"""The places of the labels of points, so that none overlaps another. No Qt."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

_NEAR = (5.0, 9.0)
_FAR = (16.0, 24.0, 34.0, 46.0, 60.0, 78.0, 100.0, 130.0, 170.0)
_DIRECTIONS = tuple(math.radians(a) for a in (0, 180, 270, 90, 315, 45, 225, 135, 337, 22, 202, 157))


@dataclass(frozen=True, slots=True)
class Box:
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


@dataclass(frozen=True, slots=True)
class Label:
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
    longer text; points with many neighbours are placed first. `kept_free` are boxes that no label overlaps.
    """
    taken = [*kept_free, *(Box(x - radius, y - radius, x + radius, y + radius) for x, y in points)]
    crowd = [sum(math.dist(p, q) < 8 * radius for q in points) for p in points]
    found: list[Label | None] = [None] * len(points)
    for i in sorted(range(len(points)), key=lambda i: (-crowd[i], points[i])):
        found[i] = _fitted(points[i], widths[i], height, radius, bounds, taken)
        if (label := found[i]) is not None:
            taken.append(label.box)
    return found


def _fitted(
    point: tuple[float, float],
    widths: Sequence[float],
    height: float,
    radius: float,
    bounds: Box,
    taken: Sequence[Box],
) -> Label | None:
    for rings, far in ((_NEAR, False), (_FAR, True)):
        for choice, width in enumerate(widths):
            for distance in rings:
                for angle in _DIRECTIONS:
                    box = _beside(point, angle, distance + radius, width, height)
                    if bounds.holds(box) and not any(box.meets(t, 1.0) for t in taken):
                        return Label(box, choice, far)
    return None


def _beside(point: tuple[float, float], angle: float, distance: float, width: float, height: float) -> Box:
    """Return the box whose nearest side is at a distance from a point in a direction."""
    x = point[0] + math.cos(angle) * (distance + width / 2)
    y = point[1] + math.sin(angle) * (distance + height / 2)
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
