"""On how many of the current official lists of critical materials each metal is."""

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
    """The current lists of a store by id, and the entries of each metal on them, read at their first use."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.lists = {x.list_id: x for x in store.lists.values() if x.status == CURRENT}
        self._entries: dict[str, tuple[ListMember, ...]] = {}
        self._members: dict[str, list[str]] = {}
        for metal in store.metals.values():
            if metal.member_of:
                self._members.setdefault(metal.member_of, []).append(metal.metal_id)

    def entries(self, metal_id: str) -> tuple[ListMember, ...]:
        """Return the entries of a metal on current lists."""
        if metal_id not in self._entries:
            found = self._store.list_members(metal_id)
            self._entries[metal_id] = tuple(m for m in found if m.list_id in self.lists)
        return self._entries[metal_id]

    def most_lists_of_a_member(self, group: str) -> int:
        """Return the largest number of lists that one member of a group is on, 0 for a metal without members."""
        entries = (self.entries(metal_id) for metal_id in self._members.get(group, ()))
        return max((len({e.list_id for e in own}) for own in entries), default=0)

    @property
    def incomplete(self) -> tuple[CriticalList, ...]:
        """The lists of which fewer metals are on file than they have entries."""
        counts = self._store.listed_metals
        return tuple(x for x in self.lists.values() if (x.entry_count or 0) > counts.get(x.list_id, 0))


def list_values(store: Store, _context: Context, metal_ids: Iterable[str]) -> Iterator[MetalValue]:
    """Yield the number of current lists that name each metal, with their names.

    A group that no list names, while lists name its members, has no number of its own.
    """
    current = CurrentLists.of(store)
    for metal_id in metal_ids:
        members = current.entries(metal_id)
        of_members = 0 if members else current.most_lists_of_a_member(metal_id)
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
