"""A map of the world: countries in classes, their figures in words and as a table."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from explorer.charts.map_classes import MapClasses, places_of
from explorer.charts.plot import space
from explorer.charts.plot.frame import Frame, Hit, Margins, Ranges
from explorer.charts.plot.shape import LINES, Reduction, box_outline
from explorer.charts.shapes.points import FIRST, PointShape
from explorer.charts.spec import ChartSpec, Point
from explorer.charts.words import csv_cells, table
from explorer.charts.words.figures import figure
from explorer.charts.words.table import Cell
from explorer.data.supply.map_choice import BOUNDARIES
from explorer.language import gettext, ngettext

if TYPE_CHECKING:
    from explorer.charts.plot.map_place import PlacedWorld
    from explorer.charts.plot.map_strip import Strip
    from explorer.charts.plot.plot import Plot

PART, LEAST_PART, GOOD_PART = 0.46, 0.3, 0.38
LEAST_MAP, SIDE = 120.0, 2.0


class WorldMap(PointShape):
    """A map; a legend and what has no place on the map are below it."""

    def __init__(self, spec: ChartSpec) -> None:
        super().__init__(spec)
        self._placed: PlacedWorld | None = None

    @property
    def unit(self) -> str:
        """The unit of the figures."""
        return self.spec.x.unit

    @cached_property
    def classes(self) -> MapClasses:
        """The classes of the countries."""
        return MapClasses(self.spec)

    # the space

    @cached_property
    def _strip(self) -> "Strip":
        from explorer.charts.plot.map_strip import Strip

        return Strip([p for p in self.classes.points if not places_of(p)], self.unit)

    def _below(self, width: float) -> float:
        labels = tuple(entry.label for entry in self.classes.key())
        return space.legend_height(labels, width) + self._strip.height(width)

    def margins(self, width: float, height: float, ranges: Ranges | None = None) -> Margins:
        """Return the space for legend and strip below the map."""
        return Margins(SIDE, SIDE, SIDE, self._below(width))

    def preferred_height(self, width: float) -> float:
        """Return the height of a map as wide as the chart, with legend and strip."""
        return PART * width + self._below(width)

    def good_height(self, width: float) -> float:
        """Return the least height at which an exported map has enough space."""
        return GOOD_PART * width + self._below(width)

    def least_height(self, width: float) -> float:
        """Return the least height at which a map is legible."""
        return max(LEAST_PART * width, LEAST_MAP) + self._below(width)

    def reductions(self) -> Iterator[Reduction]:
        """Yield fewer lines of notes, then a smaller map."""
        for needs in (self.good_height, self.least_height):
            yield from (Reduction(self.spec, needs, dates, notes) for dates, notes in LINES)

    def smallest(self) -> Reduction:
        """Return the map with one line of notes."""
        return Reduction(self.spec, self.least_height, *LINES[-1], brief_sources=True)

    # the drawing

    def build(self, plot: "Plot") -> None:
        """Add map, labels and legend."""
        from explorer.charts.plot.map_items import MapItems

        MapItems(plot, self.classes, self.unit, self._strip, self.placed)

    def placed(self, frame: Frame) -> "PlacedWorld":
        """Return the world in the area of a frame."""
        from explorer.charts.plot.map_place import PlacedWorld

        if self._placed is None or self._placed.area != frame.area:
            self._placed = PlacedWorld(frame.area)
        return self._placed

    def hits(self, frame: Frame) -> list[Hit]:
        """Return the places of the countries and of the entries of the strip, in the order of the points."""
        placed = self.placed(frame)
        strip = dict(zip(map(id, self._strip.points), self._strip.boxes(frame), strict=True))
        found = []
        for i, point in enumerate(self.classes.points):
            box, at = strip.get(id(point)), placed.middle_of(places_of(point))
            if box is not None:
                found.append(Hit(box.center(), box, 0, i, point))
            elif at is not None:
                found.append(Hit(at, placed.outline_of(places_of(point)).boundingRect(), 0, i, point))
        return found

    def hit_at(self, frame: Frame, hits: list[Hit], position: QPointF) -> int | None:
        """Return the country at a position, or the entry of the strip."""
        place = self.place_at(frame, position)
        found = (n for n, hit in enumerate(hits) if hit.point is not None and place in hit.point.places)
        return next(found, None) if place else None

    def place_at(self, frame: Frame, position: QPointF) -> str:
        """Return the id of the country or of the entry of the strip at a position."""
        if not frame.area.contains(position):
            entries = zip(self._strip.points, self._strip.boxes(frame), strict=True)
            return next((p.country_id for p, box in entries if box.contains(position)), "")
        placed = self.placed(frame)
        named = (place for p in self.classes.points for place in places_of(p))
        return placed.country_at(position, [c for c in named if placed.is_dot(c)])

    def mark(self, hit: Hit) -> QPainterPath:
        """Return the outline of a country, or a frame around an entry."""
        places = places_of(hit.point) if hit.point is not None else ()
        if not places or self._placed is None:
            return box_outline(hit.box)
        return self._placed.outline_of(places)

    # words and figures

    def _figures(self, known: list[Point]) -> str:
        """Return the largest figures and the number of the others."""
        countries = [p for p in known if places_of(p)] or known
        figures = "; ".join(figure(self.spec, p, self.unit) for p in countries[:FIRST])
        more = len(countries) - FIRST
        if more > 0:
            text = ngettext("{figures}; and {count} more.", "{figures}; and {count} more.", more)
            return text.format(figures=figures, count=more)
        return gettext("{text}.").format(text=figures)

    def sentences(self) -> Iterator[str]:
        """Yield subtitle and figures, or the status of each country."""
        points = self.classes.points
        if not any(p.word_key for p in points):
            yield from super().sentences()
            return
        yield gettext("{text}.").format(text=self.spec.subtitle)
        text = gettext("{name}: {figure}.")
        for point in points:
            yield text.format(name=point.label, figure=point.word)

    def _name_head(self) -> str:
        return self.spec.y.label or gettext("Country")

    def _name_cell(self, point: Point) -> Cell:
        return table.word(point.label)

    # CSV

    def csv_notes(self) -> Iterator[str]:
        """Yield the sentence on boundaries and what the flags mean."""
        yield gettext(BOUNDARIES)
        yield from super().csv_notes()

    def csv_rows(self) -> Iterator[tuple[str, ...]]:
        """Yield the heads and the countries, each with its id and its class on the map."""
        value_share = ("value_share_pct",) if self._has_value_shares else ()
        yield (
            *("country_id", "country", "class", "value", "unit", "qualifier", "low", "high", "share_pct"),
            *(*value_share, "word", "flag", "confidence", "note", "source_ids"),
        )
        for point in self.classes.points:
            value_share = (csv_cells.share(point.value_share_pct),) if self._has_value_shares else ()
            yield (
                *(point.country_id, point.label, self.classes.of(point).kind, csv_cells.plain(point.y)),
                *(self.unit, point.qualifier or "", csv_cells.plain(point.low), csv_cells.plain(point.high)),
                *(csv_cells.share(point.share_pct), *value_share, csv_cells.word_in_place(point)),
                *(point.flag or "", point.confidence or "", point.note or "", ";".join(point.source_ids)),
            )
