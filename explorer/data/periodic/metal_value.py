"""The figure of one metal for a colouring, with what a reader needs to judge it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from explorer.data.dates import last_day
from explorer.data.metal_names import plain_name
from explorer.data.store import Store
from explorer.language import gettext


@dataclass(frozen=True, slots=True)
class MetalValue:
    """The value of a metal: `text` in full, and `versions` for a tile, the longest first.

    `step` selects the colour, None where the value is unknown or the colouring is the status, whose colour is that of
    the pill state in `state`. `value` is the figure, None where a word is published or nothing is known; `reason` then
    says why, and `general_reason` in words that are the same for all metals. `subject` is what the figure is about,
    `date` the ISO date or year of it, `unit` that of a price. `flag` is the code of the data, `flags` are words that
    qualify it, `details` sentences that belong to it. `is_later` is whether its date is after the as-of date.
    """

    metal_id: str
    subject: str
    versions: tuple[str, ...]
    text: str = ""
    value: float | None = None
    step: int | None = None
    state: str = ""
    date: str = ""
    flag: str | None = None
    flags: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    reason: str = ""
    general_reason: str = ""
    source: str = ""
    source_ids: tuple[str, ...] = ()
    confidence: str | None = None
    unit: str = ""
    is_later: bool = False

    @property
    def is_known(self) -> bool:
        """Whether there is a value; an unknown one is hatched."""
        return bool(self.text)


def with_later_marked(values: Iterable[MetalValue], as_of: date) -> Iterator[MetalValue]:
    """Yield values, those whose day, month or year ends after the as-of date marked as later."""
    for value in values:
        is_later = value.is_known and bool(value.date) and last_day(value.date) > as_of
        yield replace(value, is_later=True) if is_later else value


def unknown(
    metal_id: str, subject: str, reason: str, short: str = "", source_ids: tuple[str, ...] = ()
) -> MetalValue:
    """Return that a value is unknown, with the reason; `short` is the word for the tile."""
    return MetalValue(metal_id, subject, (short or gettext("unknown"),), reason=reason, source_ids=source_ids)


def of_group_only(store: Store, metal_id: str, subject: str, group: str) -> MetalValue:
    """Return that a figure is on file for the group of a metal only, which is not that of the metal."""
    text = gettext("No figure is on file for {metal} alone; see {group}.")
    reason = text.format(metal=plain_name(store.metal(metal_id)), group=plain_name(store.metal(group)))
    return unknown(metal_id, subject, reason, gettext("group only"))
