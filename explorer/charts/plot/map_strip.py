"""The strip below a map: what has no place on it, such as totals and former states, and the sentence on boundaries."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

from explorer.charts.map_classes import MapClasses
from explorer.charts.plot import typeset
from explorer.charts.plot.frame import Frame
from explorer.charts.plot.map_parts import Sample, look_of
from explorer.charts.plot.names import Name, Part
from explorer.charts.plot.space import ABOVE, SWATCH, Entry, legend_entries
from explorer.charts.spec import Point
from explorer.charts.text import value_text
from explorer.charts.words.figures import shares
from explorer.data.supply.figures import WORLD
from explorer.data.supply.map_choice import BOUNDARIES
from explorer.language import enumeration, gettext
from explorer.palette import Theme


class Strip:
    """The points without a place on a map, as entries with a sample of their class; each is a place to point at."""

    def __init__(self, points: Sequence[Point], unit: str) -> None:
        self.points = tuple(points)
        text = gettext("{name}: {figure}")
        self._names = tuple(
            text.format(name=p.label, figure=enumeration((value_text(p, unit), *shares(p)))) for p in points
        )

    def height(self, width: float) -> float:
        """Return the height for a width."""
        small = typeset.small()
        entries = small.line + ABOVE + legend_entries(self._names, width)[1] if self.points else 0.0
        return entries + ABOVE + len(_boundaries(width)) * small.line

    def boxes(self, frame: Frame) -> list[QRectF]:
        """Return the box of each entry."""
        small = typeset.small()
        found = []
        for entry, at in self._places(frame):
            wide = SWATCH + max(map(small.width, entry.lines))
            found.append(QRectF(at.x(), at.y(), wide, len(entry.lines) * small.line))
        return found

    def parts(self, frame: Frame, theme: Theme, classes: MapClasses) -> list[Part]:
        """Return the heading, the entries and the sentence on boundaries."""
        small, whole = typeset.small(), frame.whole
        lines = _boundaries(whole.width())
        foot = whole.bottom() - len(lines) * small.line
        parts: list[Part] = [
            Name(whole.left(), foot + n * small.line, line, small, theme.muted)
            for n, line in enumerate(lines)
        ]
        if self.points:
            top = whole.bottom() - self.height(whole.width()) + ABOVE
            parts.append(Name(whole.left(), top, gettext("Not on the map"), small, theme.muted))
        for point, (entry, at) in zip(self.points, self._places(frame), strict=True):
            look = look_of(classes.of(point), theme)
            if point.country_id != WORLD:
                parts.append(Sample(at + QPointF(0, small.line / 2), look, theme.axis))
            parts += [
                Name(at.x() + SWATCH, at.y() + n * small.line, line, small, theme.text)
                for n, line in enumerate(entry.lines)
            ]
        return parts

    def _places(self, frame: Frame) -> list[tuple[Entry, QPointF]]:
        entries = legend_entries(self._names, frame.whole.width())[0]
        top = frame.whole.bottom() - self.height(frame.whole.width()) + ABOVE + typeset.small().line
        return [(entry, QPointF(frame.whole.left() + entry.x, top + entry.top)) for entry in entries]


def _boundaries(width: float) -> list[str]:
    return typeset.wrap(gettext(BOUNDARIES), typeset.small(), width, 3)
