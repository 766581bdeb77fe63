"""Which metals have another status by one edition than by another, on the same day and for the same places."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.changes import MetalStatus, metal_status
from explorer.data.places import ALL, not_an_export, origins
from explorer.data.progress import Report, no_report
from explorer.data.store import Store


class StatusChange(Struct, frozen=True):
    """The status of a metal by the old and by the new edition; None where an edition does not have the metal."""

    metal_id: str
    context: Context
    before: MetalStatus | None
    after: MetalStatus | None


def status_changes(
    old: Store, new: Store, contexts: Iterable[Context], report: Report = no_report
) -> tuple[StatusChange, ...]:
    """Return the metals whose status differs, context by context; `report` gets the part done."""
    asked = list(contexts)
    metals = list(dict.fromkeys((*new.metals, *old.metals)))
    found: list[StatusChange] = []
    for number, context in enumerate(asked, start=1):
        for metal_id in metals:
            before, after = _status(old, metal_id, context), _status(new, metal_id, context)
            if before is None or after is None or before.differs_from(after):
                found.append(StatusChange(metal_id, context, before, after))
        report(number / len(asked))
    return tuple(found)


def _status(store: Store, metal_id: str, context: Context) -> MetalStatus | None:
    if metal_id not in store.metals or context.origin not in store.countries:
        return None
    return metal_status(store, metal_id, context)


def all_contexts(old: Store, new: Store, context: Context) -> tuple[Context, ...]:
    """Return every origin of either edition with all destinations together and with each that its measures name."""
    found: dict[tuple[str, str], None] = {}
    for store in (old, new):
        for place in origins(store):
            for destination in (ALL, *sorted(set(_named(store, place.place_id)))):
                if not not_an_export(store, place.place_id, destination):
                    found[place.place_id, destination] = None
    return tuple(replace(context, origin=origin, destination=to) for origin, to in found)


def _named(store: Store, origin: str) -> Iterator[str]:
    """Yield the destinations that the measures of an origin, or of its bloc, name."""
    for measure in store.measures.values():
        if measure.jurisdiction == origin or origin in measure.jurisdiction_members:
            yield measure.destination
