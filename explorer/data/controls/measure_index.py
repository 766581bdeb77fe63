"""The measures of a store by the metals that they name, and which metals are under the same rules."""

from bisect import bisect_right
from collections import defaultdict
from datetime import date

from explorer.data.controls.history import turning_days
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.data.store_service import StoreService


class MeasureIndex(StoreService):
    """Finds the measures of a metal without reading those of all others."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._places = {measure_id: place for place, measure_id in enumerate(store.measures)}
        by_metal: dict[str, list[Measure]] = defaultdict(list)
        for measure in store.measures.values():
            for target in measure.targets:
                by_metal[target.metal_id].append(measure)
        self._by_metal = {metal_id: tuple(found) for metal_id, found in by_metal.items()}
        self.general = tuple(m for m in store.measures.values() if not m.targets)
        self._turning_days: dict[str, list[date]] = {}
        self._first_under_rules = _first_under_rules(store, self)

    def naming(self, metal_id: str) -> tuple[Measure, ...]:
        """Return the measures that name a metal, in the order of their ids."""
        return self._by_metal.get(metal_id, ())

    def naming_forms(self, metal_id: str) -> tuple[Measure, ...]:
        """Return the measures that name a metal or a special form of it, in the order of their ids."""
        items = self._store.items_of.get(metal_id, ())
        found = {i.measure_id for i in items if i.is_other_form and i.measure_id in self._places}
        found.update(m.measure_id for m in self.naming(metal_id))
        return tuple(self._store.measures[i] for i in sorted(found, key=self._places.__getitem__))

    def unchanged_since(self, metal_id: str, day: date) -> date:
        """Return the first of the days up to a day on which all measures on a metal and its forms have the same states.

        Before the first change of any, this is the first day there is.
        """
        if metal_id not in self._turning_days:
            shown = self.naming_forms(metal_id)
            published = (m.published for m in shown if m.published)
            days = {found for measure in (*shown, *published) for found in turning_days(measure)}
            self._turning_days[metal_id] = sorted(days)
        days_of_metal = self._turning_days[metal_id]
        place = bisect_right(days_of_metal, day)
        return days_of_metal[place - 1] if place else date.min

    def under_same_rules(self, metal_id: str) -> str:
        """Return the first metal with the same measures, covered alike, and the same special forms.

        Whatever follows from the rules alone, such as a pill, is the same for both on every day and between all places.
        """
        return self._first_under_rules.get(metal_id, metal_id)


def _first_under_rules(store: Store, index: MeasureIndex) -> dict[str, str]:
    """Return for each metal the first one that is under the same rules."""
    first: dict[object, str] = {}
    found = {}
    for metal in store.metals.values():
        covered = tuple(_covered(m, metal.metal_id) for m in index.naming(metal.metal_id))
        forms = tuple((i.measure_id, i.is_other_form) for i in store.items_of.get(metal.metal_id, ()))
        rules = (metal.kind == "group", covered, forms)
        found[metal.metal_id] = first.setdefault(rules, metal.metal_id)
    return found


def _covered(measure: Measure, metal_id: str) -> tuple[Measure, str]:
    target = measure.target(metal_id)
    return measure, target.covers if target is not None else ""
