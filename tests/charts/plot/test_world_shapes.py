"""The shapes of the world: projection, whole countries, and the places where they are looked up."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF

from explorer.charts.plot import map_patterns
from explorer.charts.plot.map_place import DOTS, PlacedWorld
from explorer.charts.plot.world_shapes import BROKEN_BORDERS, SCALE, middle, place, project, world

# Longitude and latitude of places well inside a country, on both sides of the edge of the map.
CITIES = {
    "CHN": (108.9, 34.3),
    "RUS": (37.6, 55.8),
    "USA": (-98.5, 39.0),
    "BRA": (-47.9, -15.8),
    "COD": (23.6, -4.0),
    "AUS": (133.9, -23.7),
    "NZL": (170.0, -44.5),
    "TWN": (121.0, 23.8),
    "ESH": (-13.0, 25.0),
    "UKR": (34.1, 45.2),  # Crimea
}
AT_SEA = ((-30.0, 0.0), (-150.0, 30.0), (80.0, -40.0))


@pytest.fixture(scope="module")
def placed() -> PlacedWorld:
    return PlacedWorld(QRectF(10, 20, 1000, 500))


def test_the_projection_has_the_published_extent() -> None:
    """Half the equator is 2.70663 and a pole is 1.31736 on a sphere with the radius 1 (Šavrič and others, 2018)."""
    x, y = project(np.array([180.0, 0.0]), np.array([0.0, 90.0]))
    assert x[0] == pytest.approx(500.0) and x[0] / SCALE == pytest.approx(2.70663, abs=1e-5)
    assert y[1] / SCALE == pytest.approx(-1.31736, abs=1e-5)


def test_the_middle_of_the_map_is_at_11_degrees_east() -> None:
    assert place(11.0, 0.0).manhattanLength() == pytest.approx(0.0, abs=1e-9)
    assert place(-169.5, 0.0).x() > 0 > place(-168.5, 0.0).x()


def test_countries_are_whole(store) -> None:
    shapes = world()
    assert len(shapes.paths) == 241 and "ATA" not in shapes.paths
    assert set(shapes.paths) - set(store.countries) <= {"ATC", "CYN", "IOA", "KAS", "SOL"}
    for country_id in ("RUS", "FJI", "NZL"):
        assert all(np.ptp(ring[:, 0]) < 400 for ring in shapes.rings[country_id])
    for rings in shapes.rings.values():
        assert rings and all((ring[0] == ring[-1]).all() for ring in rings)


def test_disputed_borders_are_apart_from_the_others() -> None:
    shapes = world()
    assert set(shapes.paths) >= BROKEN_BORDERS
    box = shapes.broken.boundingRect()
    assert (
        not shapes.broken.isEmpty() and box.contains(place(-13.0, 25.0)) and box.contains(place(121.0, 24.0))
    )
    assert shapes.borders.elementCount() > 20 * shapes.broken.elementCount()


@pytest.mark.parametrize("country_id", ["CHN", "USA", "BRA", "IND", "NOR", "CHL", "VNM", "IDN"])
def test_the_middle_of_a_country_is_inside_it(country_id) -> None:
    assert world().paths[country_id].contains(middle(country_id))


@pytest.mark.parametrize(("country_id", "at"), CITIES.items())
def test_a_position_finds_its_country(placed, country_id, at) -> None:
    assert placed.country_at(placed.point(place(*at))) == country_id


def test_the_sea_belongs_to_no_country(placed) -> None:
    assert [placed.country_at(placed.point(place(*at))) for at in AT_SEA] == ["", "", ""]


def test_small_countries_are_dots_that_are_found_beside_them(placed) -> None:
    for country_id in DOTS:
        at = placed.middle(country_id)
        assert placed.is_dot(country_id)
        assert placed.outline(country_id).boundingRect().width() >= 4
        assert placed.country_at(at + QPointF(4, 2), [country_id]) == country_id
    assert not placed.is_dot("CHN")


def test_french_guiana_is_a_place_inside_france(placed) -> None:
    at = placed.middle("GUF")
    assert placed.country_at(at) == "FRA" and placed.country_at(at, ["GUF"]) == "GUF"


def test_the_map_keeps_its_proportions_in_any_area() -> None:
    for area in (QRectF(0, 0, 300, 900), QRectF(0, 0, 2000, 200)):
        box = PlacedWorld(area).box
        assert area.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(box)
        assert box.width() / box.height() == pytest.approx(world().bounds.width() / world().bounds.height())


def square(size: float, at: float = 0.0):
    corners = [(0, 0), (size, 0), (size, size), (0, size), (0, 0)]
    return np.array([(x + at, y + at) for x, y in corners], dtype=float)


def length(path) -> float:
    ends = [path.elementAt(n) for n in range(path.elementCount())]
    pairs = zip(ends[::2], ends[1::2], strict=True)
    return sum(math.hypot(b.x - a.x, b.y - a.y) for a, b in pairs)


def test_hatching_fills_a_shape_and_leaves_its_hole() -> None:
    """Lines at a distance of 2 have half of the area as their length: of 40 x 40 less 10 x 10."""
    path = map_patterns.hatching([square(40.0), square(10.0, 15.0)], gap=2.0)
    assert length(path) == pytest.approx((1600 - 100) / 2, rel=0.05)
    assert QRectF(-1e-6, -1e-6, 40 + 2e-6, 40 + 2e-6).contains(path.boundingRect())


def test_crosses_have_two_directions() -> None:
    rings = [square(40.0)]
    assert length(map_patterns.crosses(rings, gap=2.0)) == pytest.approx(
        2 * length(map_patterns.hatching(rings, gap=2.0)), rel=0.05
    )


def test_dots_are_inside_a_shape() -> None:
    path = map_patterns.dots([square(40.0)], gap=4.0)
    assert len(path.toSubpathPolygons()) == pytest.approx(100, abs=15)
    assert QRectF(-1, -1, 42, 42).contains(path.boundingRect())
