"""The items of a map: land, countries in their classes, borders, labels, and the legend below."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from explorer.charts import style
from explorer.charts.map_classes import MapClasses, places_of
from explorer.charts.plot import map_patterns, typeset
from explorer.charts.plot.frame import Frame
from explorer.charts.plot.legend import legend
from explorer.charts.plot.map_labels import MapLabel, labels
from explorer.charts.plot.map_parts import (
    CROSSED,
    DOTTED,
    HALO,
    HATCHED,
    LINE,
    Areas,
    HaloName,
    Line,
    MapLayer,
    MapLook,
    Sample,
    halo_name,
    look_of,
)
from explorer.charts.plot.map_place import PlacedWorld
from explorer.charts.plot.map_strip import Strip
from explorer.charts.plot.names import Names
from explorer.charts.plot.painting import pen
from explorer.charts.plot.plot import ABOVE, Plot
from explorer.charts.plot.world_shapes import PARALLELS, place, world

BORDER, DOT_EDGE, LEAD = 0.6, 1.0, 0.9
BROKEN = (3.0, 2.4)
DOT_GAP = 2.4  # between the lines of a pattern in a dot, where those of a country would miss it
_PATTERNS = {HATCHED: map_patterns.hatching, CROSSED: map_patterns.crosses, DOTTED: map_patterns.dots}
STRENGTH = {HATCHED: 0.42, CROSSED: 0.55}
Parts = list[Areas | Line | HaloName]


class MapItems:
    """Draws the countries of a map; everything is placed again when the size changes."""

    def __init__(
        self, plot: Plot, classes: MapClasses, unit: str, strip: Strip, placed: Callable[[Frame], PlacedWorld]
    ) -> None:
        self._theme, self._strip, self._placed = plot.theme, strip, placed
        self._classes, self._unit = classes, unit
        self._looks = {
            place: look_of(classes.of(p), plot.theme) for p in classes.points for place in places_of(p)
        }
        self._map, self._labels = plot.lay(MapLayer(), ABOVE), plot.lay(MapLayer(), ABOVE)
        self._legend = plot.lay(Names(), ABOVE)
        plot.follow(self.place)

    def place(self, frame: Frame) -> None:
        """Draw the map in an area and the legend below it."""
        placed = self._placed(frame)
        self._map.show_parts(frame.whole, self._map_parts(placed))
        self._labels.show_parts(frame.whole, self._label_parts(placed))
        entries = self._classes.key()
        looks = [look_of(entry.map_class, self._theme) for entry in entries]

        def sample(index: int, at: QPointF) -> Sample:
            return Sample(at, looks[index], self._theme.axis)

        top = frame.area.bottom()
        parts = legend(tuple(e.label for e in entries), frame, top, self._theme, sample)
        parts += self._strip.parts(frame, self._theme, self._classes)
        self._legend.show_parts(frame.whole, parts)

    def _map_parts(self, placed: PlacedWorld) -> Parts:
        theme, shapes = self._theme, world()
        parts: Parts = [Line(self._parallels(placed), pen(theme.grid, 1.0))]
        unnamed = [placed.transform.map(path) for c, path in shapes.paths.items() if c not in self._looks]
        parts.append(Areas(tuple(unnamed), theme.land))
        areas = [c for c in self._looks if not placed.is_dot(c)]
        for look, countries in self._by_look(areas).items():
            parts.append(Areas(tuple(map(placed.outline, countries)), look.fill))
            if look.pattern:
                rings = [ring for country in countries for ring in placed.rings(country)]
                parts.append(self._pattern(look, _PATTERNS[look.pattern](rings)))
        parts.append(Line(placed.transform.map(shapes.borders), pen(theme.axis, BORDER)))
        parts.append(Line(placed.transform.map(shapes.broken), pen(theme.muted, BORDER, BROKEN)))
        for country, look in self._looks.items():
            if placed.is_dot(country):
                parts.append(Areas((placed.outline(country),), look.fill))
                if look.pattern:
                    ring = placed.dot_ring(country)
                    parts.append(self._pattern(look, _PATTERNS[look.pattern]([ring], gap=DOT_GAP)))
                parts.append(Line(placed.outline(country), pen(theme.muted, DOT_EDGE)))
        return parts

    def _by_look(self, countries: Sequence[str]) -> dict[MapLook, list[str]]:
        groups: dict[MapLook, list[str]] = defaultdict(list)
        for country in countries:
            groups[self._looks[country]].append(country)
        return groups

    def _pattern(self, look: MapLook, path: QPainterPath) -> Areas | Line:
        if look.pattern == DOTTED:
            return Areas((path,), look.ink)
        made = pen(look.ink, LINE)
        colour = made.color()
        colour.setAlphaF(STRENGTH[look.pattern])
        made.setColor(colour)
        return Line(path, made)

    def _parallels(self, placed: PlacedWorld) -> QPainterPath:
        path = QPainterPath()
        for latitude in PARALLELS:
            y = placed.point(place(0.0, latitude)).y()
            path.moveTo(placed.box.left(), y)
            path.lineTo(placed.box.right(), y)
        return path

    def _label_parts(self, placed: PlacedWorld) -> Parts:
        face, theme = typeset.face(style.SMALL, bold=True), self._theme
        parts: Parts = []
        names = []
        for label in labels(self._classes.points, self._classes, placed, self._unit):
            look = self._looks[places_of(label.point)[0]]
            is_on_colour = label.anchor is None and look.text != theme.text
            colours = (look.text, look.fill) if is_on_colour else (theme.text, theme.surface)
            if label.anchor is not None:
                lead = _lead(label)
                parts += [Line(lead, pen(theme.surface, LEAD + HALO)), Line(lead, pen(theme.text, LEAD))]
            names.append(halo_name(label.box, label.text, face, *colours))
        return [*parts, *names]


def _lead(label: MapLabel) -> QPainterPath:
    """Return a line from the nearest side of a label to its country."""
    at, box = label.anchor or label.box.center(), label.box
    near = QPointF(min(max(at.x(), box.left()), box.right()), min(max(at.y(), box.top()), box.bottom()))
    path = QPainterPath(near)
    path.lineTo(at)
    path.addEllipse(at, 1.2, 1.2)
    return path
