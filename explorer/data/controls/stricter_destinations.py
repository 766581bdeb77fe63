"""Destinations for which an origin is stricter than for all: their headline outranks that of `ALL` on the day.

Those where only a paused or announced measure would outrank it are found apart, for an answer that names no pause.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.controls.measure_index import MeasureIndex
from explorer.data.controls.status import MILITARY_USERS, Status, comes_from, status_of, strictness
from explorer.data.records import KIND_RANK
from explorer.data.store import Store


class StricterDestination(Struct, frozen=True):
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
    result = []
    for there in _other_destinations(store, status):
        if KIND_RANK[there.status] > KIND_RANK[status.status]:
            strict = strictness(m.measure for m in there.leading)
            own = any(m.your_entry for m in there.leading)
            to = there.context.destination
            result.append(StricterDestination(to, there.status, strict, there.presumed, own))
    return tuple(result)


def waiting_destinations(store: Store, status: Status) -> tuple[str, ...]:
    """Return the destinations, of an answer for all, with a paused or announced measure that outranks the rest."""
    return tuple(s.context.destination for s in _other_destinations(store, status) if s.outranking)


def _other_destinations(store: Store, status: Status) -> Iterator[Status]:
    """Yield the status for each destination that a measure names, countries first, none for one destination."""
    if status.context.destination != "ALL":
        return
    named = MeasureIndex.of(store).naming(status.metal_id)
    measures = [m for m in named if comes_from(m, status.context.origin)]
    destinations = {m.destination for m in measures} - {"ALL"}
    for to in sorted(destinations, key=lambda to: (to.endswith(MILITARY_USERS), store.country_name(to))):
        yield status_of(measures, status.metal_id, replace(status.context, destination=to))
