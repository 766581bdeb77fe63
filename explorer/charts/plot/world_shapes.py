"""The land areas of the world in the Equal Earth projection, read from the resources and made into paths once.

The projection is that of Šavrič, Patterson and Jenny (2018). Its middle is 11° E, so that it cuts in the Bering Strait
and no country is split. Coordinates run to the right and downwards; the world is WIDTH wide.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from explorer import paths
from explorer.charts.plot.library import pg

Points = np.ndarray[Any, np.dtype[np.float64]]

WIDTH = 1000.0
MIDDLE = 11.0
# The coefficients of the projection, for the powers 1, 3, 7 and 9.
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_HALF_ROOT = np.sqrt(3) / 2
_HALF_WIDTH = np.pi / (_HALF_ROOT * 2 * _A1) * 2  # of the equator, for a sphere with the radius 1
SCALE = WIDTH / (2 * _HALF_WIDTH)
# Their borders are drawn as broken lines: Taiwan, Western Sahara, Kosovo, Palestine, northern Cyprus, Somaliland.
BROKEN_BORDERS = frozenset({"TWN", "ESH", "XKX", "PSE", "CYN", "SOL"})
# An area that is part of another one in the shapes: French Guiana, in longitude and latitude.
PLACES_WITHOUT_SHAPE: Mapping[str, tuple[float, float]] = {"GUF": (-53.1, 4.0)}
PARALLELS = (-30.0, 0.0, 30.0, 60.0)


class World(Struct, frozen=True):
    """The rings and the path of each country by its id, and the lines along coasts and borders.

    `broken` are the lines of BROKEN_BORDERS, `borders` all others.
    """

    rings: Mapping[str, tuple[Points, ...]]
    paths: Mapping[str, QPainterPath]
    borders: QPainterPath
    broken: QPainterPath
    bounds: QRectF


def project(longitudes: Points, latitudes: Points) -> tuple[Points, Points]:
    """Return x and y of degrees; longitudes count from the middle of the map and may pass 180."""
    angle = np.arcsin(_HALF_ROOT * np.sin(np.radians(latitudes)))
    square = angle * angle
    sixth = square**3
    slope = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
    x = np.radians(longitudes) * np.cos(angle) / (_HALF_ROOT * slope)
    y = angle * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
    return SCALE * x, -SCALE * y


def place(longitude: float, latitude: float) -> QPointF:
    """Return the place of a longitude and a latitude in degrees."""
    x, y = project(np.array([(longitude - MIDDLE + 180) % 360 - 180]), np.array([latitude]))
    return QPointF(float(x[0]), float(y[0]))


@cache
def world() -> World:
    """Return the world, read at its first use."""
    data = json.loads((paths.resources() / "map" / "world.json").read_text(encoding="utf-8"))
    arcs = [_degrees(arc, data["scale"]) for arc in data["arcs"]]
    owners = [c for c, polygons in data["countries"].items() for polygon in polygons for _ in polygon]
    numbers = [ring for polygons in data["countries"].values() for polygon in polygons for ring in polygon]
    pieces = [arcs[n] if n >= 0 else arcs[~n][::-1] for ring in numbers for n in ring]
    ends = np.cumsum([len(piece) for piece in pieces])
    rings_end = ends[np.cumsum([len(ring) for ring in numbers]) - 1]
    points = _projected(np.concatenate(pieces), rings_end)
    rings: dict[str, list[Points]] = {}
    for country, ring in zip(owners, np.split(points, rings_end[:-1]), strict=True):
        rings.setdefault(country, []).append(ring)
    users: dict[int, set[str]] = {}
    lines: dict[int, Points] = {}
    arc_owners = [(c, n) for c, ring in zip(owners, numbers, strict=True) for n in ring]
    for (country, number), line in zip(arc_owners, np.split(points, ends[:-1]), strict=True):
        arc = number if number >= 0 else ~number
        users.setdefault(arc, set()).add(country)
        lines.setdefault(arc, line)
    broken = [line for arc, line in lines.items() if users[arc] & BROKEN_BORDERS]
    solid = [line for arc, line in lines.items() if not users[arc] & BROKEN_BORDERS]
    corner, size = points.min(axis=0), np.ptp(points, axis=0)
    return World(
        {country: tuple(parts) for country, parts in rings.items()},
        {country: path_of(parts) for country, parts in rings.items()},
        path_of(solid),
        path_of(broken),
        QRectF(*corner.tolist(), *size.tolist()),
    )


def _degrees(arc: Sequence[int], scale: int) -> Points:
    """Return longitude and latitude of the points of an arc, whose numbers after the first pair are differences."""
    return np.cumsum(np.array(arc, dtype=np.float64).reshape(-1, 2), axis=0) / scale


def _projected(degrees: Points, ends: Points) -> Points:
    """Return the places of the points of rings that end at some positions; none is torn at the edge of the map."""
    longitudes = (degrees[:, 0] - MIDDLE + 180) % 360 - 180
    starts = np.concatenate(([0], ends[:-1]))
    spread = np.maximum.reduceat(longitudes, starts) - np.minimum.reduceat(longitudes, starts)
    for ring in np.flatnonzero(spread > 180):
        part = slice(starts[ring], ends[ring])
        joined = np.degrees(np.unwrap(np.radians(longitudes[part])))
        longitudes[part] = joined - 360 * np.round((joined.min() + joined.max()) / 720)
    return np.column_stack(project(longitudes, degrees[:, 1]))


def path_of(parts: Sequence[Points]) -> QPainterPath:
    """Return rings or open lines as a path."""
    if not parts:
        return QPainterPath()
    joined = np.ones(sum(map(len, parts)), dtype=np.int32)
    joined[np.cumsum([len(part) for part in parts]) - 1] = 0
    points = np.concatenate(parts)
    path: QPainterPath = pg.arrayToQPath(points[:, 0], points[:, 1], connect=joined, finiteCheck=False)
    return path


@cache
def middle(country_id: str) -> QPointF | None:
    """Return a place inside the largest part of a country: its centre, or the middle of its widest part beside that.

    A place without a shape is a point; None for an id without a place.
    """
    parts = world().rings.get(country_id)
    if parts is None:
        degrees = PLACES_WITHOUT_SHAPE.get(country_id)
        return None if degrees is None else place(*degrees)
    ring = max(parts, key=lambda part: abs(_area(part)))
    following = np.roll(ring, -1, axis=0)
    cross = ring[:, 0] * following[:, 1] - following[:, 0] * ring[:, 1]
    total = cross.sum()
    centre = ring.mean(axis=0)
    if total:
        centre = ((ring + following) * cross[:, None]).sum(axis=0) / (3 * total)
    spans = list(_inside(ring, float(centre[1])))
    if not spans or any(left <= centre[0] <= right for left, right in spans):
        return QPointF(float(centre[0]), float(centre[1]))
    left, right = max(spans, key=lambda span: span[1] - span[0])
    return QPointF((left + right) / 2, float(centre[1]))


def _area(ring: Points) -> float:
    following = np.roll(ring, -1, axis=0)
    return float((ring[:, 0] * following[:, 1] - following[:, 0] * ring[:, 1]).sum()) / 2


def _inside(ring: Points, y: float) -> Iterator[tuple[float, float]]:
    """Yield the left and right ends of the parts of a horizontal line that are inside a ring."""
    following = np.roll(ring, -1, axis=0)
    crossing = (ring[:, 1] <= y) != (following[:, 1] <= y)
    start, end = ring[crossing], following[crossing]
    at = np.sort(start[:, 0] + (y - start[:, 1]) * (end[:, 0] - start[:, 0]) / (end[:, 1] - start[:, 1]))
    yield from zip(at[::2].tolist(), at[1::2].tolist(), strict=True)
