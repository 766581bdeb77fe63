"""Values that are unknown, with the reason."""

from explorer.data.metal_names import plain_name
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.store import Store
from explorer.language import gettext


def unknown(
    metal_id: str,
    subject: str,
    reason: str,
    short: str = "",
    source_ids: tuple[str, ...] = (),
    general_reason: str = "",
) -> MetalValue:
    """Return that a value is unknown, with the reason; `short` is the word for the tile.

    Without a general reason, the reason is the same for all metals.
    """
    return MetalValue(
        metal_id,
        subject,
        (short or gettext("unknown"),),
        reason=reason,
        source_ids=source_ids,
        general_reason=general_reason or reason,
    )


def of_group_only(store: Store, metal_id: str, subject: str, group: str) -> MetalValue:
    """Return that a figure is on file for the group of a metal only, which is not that of the metal."""
    text = gettext("No figure is on file for {metal} alone; see {group}.")
    reason = text.format(metal=plain_name(store.metal(metal_id)), group=plain_name(store.metal(group)))
    general = gettext("Figures are on file for their group only.")
    return unknown(metal_id, subject, reason, gettext("group only"), general_reason=general)
