"""The classes in which a map draws its countries, the same ones in picture, legend, list and JSON. No Qt.

Figures with a share are in classes of shares, others in classes of the figures themselves. A zero, a withheld figure,
and one that is only a bound, a range, a word or an outlier are in no class.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from explorer.charts.spec import ChartSpec, Point
from explorer.data.controls.pill import PILL_STATES, state_label
from explorer.data.numbers import exact, percent, with_unit
from explorer.data.places import FORMER_STATES
from explorer.data.supply.figures import OTHER, WORLD
from explorer.data.supply.map_choice import SUPPLIERS
from explorer.language import gettext

SHARE_LIMITS = (1.0, 5.0, 10.0, 25.0)
ESTIMATED = frozenset({"e", "p"})
OUTLIER, WITHHELD_FLAG = "o", "W"
FIGURE, ZERO, WITHHELD, INEXACT, STATUS, UNNAMED = (
    "figure",
    "zero",
    "withheld",
    "inexact",
    "status",
    "not named",
)


class MapClass(Struct, frozen=True):
    """How a country is drawn: by one of the words above, the number of its class from 0 up, or its status.

    `is_hatched` marks a figure that is estimated or preliminary.
    """

    kind: str
    number: int | None = None
    state: str = ""
    is_hatched: bool = False


class KeyEntry(Struct, frozen=True):
    """An entry of a legend: its label, and how the countries that it stands for are drawn."""

    label: str
    map_class: MapClass


class MapClasses:
    """The classes of one map."""

    def __init__(self, spec: ChartSpec) -> None:
        self._spec = spec
        self._show = spec.series[0].key
        self.points = tuple(p for s in spec.series for p in s.points)
        places = [p for p in self.points if p.country_id != WORLD]
        self.by_share = any(p.share_pct is not None for p in places)
        self.limits = SHARE_LIMITS if self.by_share else _round_limits(p.y for p in places)

    def of(self, point: Point) -> MapClass:
        """Return the class of a country."""
        if point.word_key in PILL_STATES:
            return MapClass(STATUS, state=point.word_key)
        if point.flag == WITHHELD_FLAG:
            return MapClass(WITHHELD)
        if point.y is None or point.qualifier is not None or point.flag == OUTLIER:
            return MapClass(INEXACT)
        if point.y == 0:
            return MapClass(ZERO)
        figure = point.share_pct if self.by_share else point.y
        if figure is None:
            return MapClass(INEXACT)
        number = sum(figure >= limit for limit in self.limits)
        return MapClass(FIGURE, number, is_hatched=point.flag in ESTIMATED)

    def key(self) -> tuple[KeyEntry, ...]:
        """Return the legend: all classes with their numbers of countries, then what else is drawn."""
        drawn = [self.of(p) for p in self.points if places_of(p)]
        kinds = {c.kind for c in drawn}
        if STATUS in kinds:
            states = Counter(c.state for c in drawn)
            text = gettext("{label} ({count})")
            entries = [
                KeyEntry(text.format(label=state_label(s), count=states[s]), MapClass(STATUS, state=s))
                for s in PILL_STATES
                if s in states
            ]
            return (*entries, KeyEntry(gettext("no measure on file"), MapClass(UNNAMED)))
        counts = Counter(c.number for c in drawn if c.kind == FIGURE)
        numbers = range(len(self.limits) + 1) if counts else ()
        entries = [KeyEntry(self._label(n, counts[n]), MapClass(FIGURE, n)) for n in numbers]
        if any(c.is_hatched for c in drawn):
            entries.append(KeyEntry(self._hatched(), MapClass(FIGURE, 2, is_hatched=True)))
        labels = {
            WITHHELD: gettext("dotted: withheld by the publisher"),
            INEXACT: self._inexact(),
            ZERO: gettext("zero as published"),
        }
        entries += [KeyEntry(label, MapClass(kind)) for kind, label in labels.items() if kind in kinds]
        unnamed = gettext("not named by the publisher")
        if self._show == SUPPLIERS:
            unnamed = gettext("not named (may be among other suppliers)")
        return (*entries, KeyEntry(unnamed, MapClass(UNNAMED)))

    def _label(self, number: int, count: int) -> str:
        low = self._limit(number - 1) if number else ""
        high = self._limit(number) if number < len(self.limits) else ""
        if not low:
            text = gettext("under {high} ({count})")
        elif high:
            text = gettext("{low} to under {high} ({count})")
        else:
            text = gettext("{low} or more ({count})")
        return text.format(low=low, high=high, count=count)

    def _limit(self, number: int) -> str:
        limit = self.limits[number]
        return percent(limit) if self.by_share else with_unit(exact(limit), self._spec.x.unit)

    def _hatched(self) -> str:
        flags = {p.flag for p in self.points if places_of(p)} & ESTIMATED
        if flags == {"e"}:
            return gettext("hatched: estimated")
        if flags == {"p"}:
            return gettext("hatched: preliminary")
        return gettext("hatched: estimated or preliminary")

    def _inexact(self) -> str:
        if any(p.flag == OUTLIER for p in self.points):
            return gettext("crossed: unreliable figure, not ranked")
        return gettext("crossed: published only as a bound, a range or a word")


def places_of(point: Point) -> tuple[str, ...]:
    """Return the countries of a map that a point is about; none for a total, a group or a former state."""
    if point.members:
        return point.members
    has_place = point.country_id not in FORMER_STATES | {WORLD, OTHER, "EUU", ""}
    return (point.country_id,) if has_place else ()


def _round_limits(figures: Iterable[float | None]) -> Sequence[float]:
    """Return four of the limits …, 1, 5, 10, 50, 100, …, the last one not above the highest figure."""
    highest = max((figure for figure in figures if figure), default=1.0)
    power = 10.0 ** math.floor(math.log10(highest))
    ladder = (power / 100, power / 20, power / 10, power / 2, power, 5 * power)
    return ladder[2:] if highest >= 5 * power else ladder[1:5]
