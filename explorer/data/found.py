"""What a hit of the search leads to: a metal, and the measure that it stands for."""

from explorer.data.records import Hit, Measure
from explorer.data.store import Store


def metal_of(store: Store, hit: Hit, shown: str) -> str:
    """Return the metal of a hit; of a document's metals the one shown goes before others; empty where there is none."""
    if hit.metal_id or hit.kind != "instrument":
        return hit.metal_id or ""
    named = [t.metal_id for m in _measures(store, hit) for t in m.targets]
    return shown if shown in named or not named else named[0]


def measure_of(store: Store, hit: Hit, metal_id: str) -> Measure | None:
    """Return the measure that a found item or document stands for, the one on the metal before others."""
    if hit.kind == "item":
        return store.measures[store.items[hit.key].measure_id]
    return max(_measures(store, hit), key=lambda m: m.target(metal_id) is not None, default=None)


def _measures(store: Store, hit: Hit) -> list[Measure]:
    return [m for m in store.measures.values() if hit.kind == "instrument" and m.instrument_id == hit.key]
