"""On how many of the current official lists of critical materials each metal is."""

from collections import Counter
from collections.abc import Iterable, Iterator

from explorer.data.context import Context
from explorer.data.dates import show
from explorer.data.periodic.colourings import LISTS, step_of
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.periodic.unknown_values import unknown
from explorer.data.store import Store
from explorer.data.store_service import StoreService
from explorer.data.supply.figures import least_confidence
from explorer.data.supply.records import CriticalList, ListMember
from explorer.language import gettext

CURRENT = "current"


class CurrentLists(StoreService):
    """The current lists of a store by id, and the entries of each metal on them, read once."""

    def __init__(self, store: Store) -> None:
        self.lists = {x.list_id: x for x in store.lists.values() if x.status == CURRENT}
        self.entries: dict[str, tuple[ListMember, ...]] = {
            metal_id: tuple(m for m in store.list_members(metal_id) if m.list_id in self.lists)
            for metal_id in store.metals
        }

    @property
    def incomplete(self) -> tuple[CriticalList, ...]:
        """The lists of which fewer metals are on file than they have entries."""
        counts = Counter(list_id for own in self.entries.values() for list_id in {m.list_id for m in own})
        return tuple(x for x in self.lists.values() if (x.entry_count or 0) > counts[x.list_id])


def list_values(store: Store, _context: Context, metal_ids: Iterable[str]) -> Iterator[MetalValue]:
    """Yield the number of current lists that name each metal, with their names.

    A group that no list names, while lists name its members, has no number of its own.
    """
    current = CurrentLists.of(store)
    for metal_id in metal_ids:
        members = current.entries[metal_id]
        of_members = 0 if members else _most_of_members(store, current, metal_id)
        subject = gettext("Current official lists of critical materials")
        if of_members:
            text = gettext(
                "No list names the group as such; up to {count} of {total} name one of its members."
            )
            reason = text.format(count=of_members, total=len(current.lists))
            general = gettext("No list names the group as such, only its members.")
            yield unknown(metal_id, subject, reason, gettext("members only"), general_reason=general)
        else:
            yield _value(current, metal_id, members, subject)


def _most_of_members(store: Store, current: CurrentLists, group: str) -> int:
    """Return on how many lists the member of a group is that is on most of them, 0 for a metal without members."""
    members = (m.metal_id for m in store.metals.values() if m.member_of == group)
    return max((len({e.list_id for e in current.entries[m]}) for m in members), default=0)


def _value(current: CurrentLists, metal_id: str, members: tuple[ListMember, ...], subject: str) -> MetalValue:
    on = {m.list_id: current.lists[m.list_id] for m in members}
    text = gettext("{count} of {total}").format(count=len(on), total=len(current.lists))
    return MetalValue(
        metal_id,
        subject,
        (text, str(len(on))),
        text,
        float(len(on)),
        step_of(LISTS, len(on)),
        date=max((x.date or "" for x in on.values()), default=""),
        details=tuple(_name(x) for x in on.values()),
        source_ids=tuple(dict.fromkeys(i for m in members for i in m.source_ids)),
        confidence=least_confidence(m.confidence for m in members) if members else None,
    )


def _name(found: CriticalList) -> str:
    return gettext("{list} ({issuer}, {day})").format(
        list=found.name, issuer=found.issuer, day=show(found.date)
    )
