"""Names and figures on a plot, with the lines and boxes that belong to them."""

from explorer.charts.plot.hatching import HatchedBox
from explorer.charts.plot.map_parts import Sample
from explorer.charts.plot.overlay import Overlay
from explorer.charts.plot.parts import Name, Patch, Stroke, Symbol, centred
from explorer.charts.plot.spans import Span
from explorer.charts.plot.tile_looks import Ground

__all__ = ["Name", "Names", "Part", "Patch", "Stroke", "Symbol", "centred"]

Part = Name | Stroke | Patch | Symbol | HatchedBox | Span | Sample | Ground


class Names(Overlay[Part]):
    """Names at the ends of lines, of rows and in legends."""
