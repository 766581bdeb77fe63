"""The world in the area of a plot: the outlines of countries in logical pixels, and the country at a position."""

from collections.abc import Iterable, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from explorer.charts.plot.world_shapes import Points, middle, world

# Always drawn as dots; other countries where they are smaller than a dot.
DOTS = frozenset({"BHR", "SGP", "HKG", "MLT", "MUS", "GUF"})
DOT_RADIUS, DOT_REACH, DOT_CORNERS = 3.5, 7.0, 24


class PlacedWorld:
    """The world as large as an area allows, in its middle; outlines are made when they are first asked for."""

    def __init__(self, area: QRectF) -> None:
        self.area = area
        bounds = world().bounds
        self.scale = min(area.width() / bounds.width(), area.height() / bounds.height())
        self._shift = area.center() - bounds.center() * self.scale
        self.box = QRectF(bounds.topLeft() * self.scale + self._shift, bounds.size() * self.scale)
        self.transform = QTransform(self.scale, 0, 0, self.scale, self._shift.x(), self._shift.y())
        self._outlines: dict[str, QPainterPath] = {}
        self._boxes: list[tuple[QRectF, str]] = []

    def point(self, place: QPointF) -> QPointF:
        """Return the pixel of a place of the world."""
        return place * self.scale + self._shift

    def middle(self, country_id: str) -> QPointF | None:
        """Return the pixel of the middle of a country, None for an id without a place."""
        place = middle(country_id)
        return None if place is None else self.point(place)

    def rings(self, country_id: str) -> list[Points]:
        """Return the rings of a country."""
        shift = np.array([self._shift.x(), self._shift.y()])
        return [self.scale * ring + shift for ring in world().rings.get(country_id, ())]

    def dot_ring(self, country_id: str) -> Points:
        """Return the edge of a country that is drawn as a dot, as a ring of points."""
        at = self.middle(country_id)
        assert at is not None
        turns = np.append(np.linspace(0, 2 * np.pi, DOT_CORNERS, endpoint=False), 0.0)
        return np.column_stack((at.x() + DOT_RADIUS * np.cos(turns), at.y() + DOT_RADIUS * np.sin(turns)))

    def outline(self, country_id: str) -> QPainterPath:
        """Return the outline of a country: a circle where it is drawn as a dot."""
        if country_id not in self._outlines:
            self._outlines[country_id] = self._outline(country_id)
        return self._outlines[country_id]

    def _outline(self, country_id: str) -> QPainterPath:
        at = self.middle(country_id)
        if at is not None and self.is_dot(country_id):
            dot = QPainterPath()
            dot.addEllipse(at, DOT_RADIUS, DOT_RADIUS)
            return dot
        shape = world().paths.get(country_id)
        return QPainterPath() if shape is None else self.transform.map(shape)

    def outline_of(self, places: Sequence[str]) -> QPainterPath:
        """Return the outline of several countries."""
        if len(places) == 1:
            return self.outline(places[0])
        path = QPainterPath()
        for country_id in places:
            path.addPath(self.outline(country_id))
        return path

    def middle_of(self, places: Sequence[str]) -> QPointF | None:
        """Return the pixel in the middle of several countries, None where none has a place."""
        middles = [at for country_id in places if (at := self.middle(country_id)) is not None]
        if not middles:
            return None
        return QPointF(sum(at.x() for at in middles), sum(at.y() for at in middles)) / len(middles)

    def is_dot(self, country_id: str) -> bool:
        """Return whether a country is drawn as a dot."""
        shape = world().paths.get(country_id)
        if shape is None or country_id in DOTS:
            return True
        size = shape.boundingRect().size()
        return self.scale * max(size.width(), size.height()) < 2 * DOT_RADIUS

    def country_at(self, position: QPointF, dots: Iterable[str] = ()) -> str:
        """Return the country at a position, a dot within reach before others; empty at sea."""
        for country_id in dots:
            at = self.middle(country_id)
            if at is not None and (at - position).manhattanLength() <= DOT_REACH:
                return country_id
        place = (position - self._shift) / self.scale
        for box, country_id in self._country_boxes():
            if box.contains(place) and world().paths[country_id].contains(place):
                return country_id
        return ""

    def _country_boxes(self) -> list[tuple[QRectF, str]]:
        if not self._boxes:
            self._boxes = [(path.controlPointRect(), c) for c, path in world().paths.items()]
        return self._boxes
