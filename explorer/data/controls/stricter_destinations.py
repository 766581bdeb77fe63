"""Destinations for which an origin is stricter than for all: their headline outranks that of `ALL` on the day."""

from dataclasses import dataclass, replace

from explorer.data.controls.measure_index import MeasureIndex
from explorer.data.controls.status import MILITARY_USERS, Status, comes_from, status_of, strictness
from explorer.data.records import KIND_RANK
from explorer.data.store import Store


@dataclass(frozen=True, slots=True)
class StricterDestination:
    """A destination and the status there, which may be presumed, or rest on an entry of the user."""

    destination: str
    status: str
    strictness: str | None
    presumed: bool
    your_entry: bool


def stricter_destinations(store: Store, status: Status) -> tuple[StricterDestination, ...]:
    """Return the stricter destinations of an answer for all, countries first, then military users.

    Paused measures do not count. An answer for one destination has none.
    """
    if status.context.destination != "ALL":
        return ()
    named = MeasureIndex.of(store).naming(status.metal_id)
    measures = [m for m in named if comes_from(m, status.context.origin)]
    destinations = {m.destination for m in measures} - {"ALL"}
    result = []
    for to in sorted(destinations, key=lambda to: (to.endswith(MILITARY_USERS), store.country_name(to))):
        there = status_of(measures, status.metal_id, replace(status.context, destination=to))
        if KIND_RANK[there.status] > KIND_RANK[status.status]:
            strict = strictness(m.measure for m in there.leading)
            own = any(m.your_entry for m in there.leading)
            result.append(StricterDestination(to, there.status, strict, there.presumed, own))
    return tuple(result)
