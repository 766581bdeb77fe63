"""The description of a metal on a fact sheet: its group, where it comes from, its summary."""

from explorer.charts.text import capital
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.language import gettext, gettext_noop, list_of, paragraph

_GROUPS = {
    "base metal": gettext_noop("Base metal"),
    "battery material": gettext_noop("Battery material"),
    "light metal": gettext_noop("Light metal"),
    "minor metal": gettext_noop("Minor metal"),
    "precious metal": gettext_noop("Precious metal"),
    "rare earth": gettext_noop("Rare earth"),
    "rare earth (heavy)": gettext_noop("Rare earth (heavy)"),
    "rare earth (light)": gettext_noop("Rare earth (light)"),
    "refractory metal": gettext_noop("Refractory metal"),
    "semiconductor": gettext_noop("Semiconductor"),
    "element": gettext_noop("Element"),
    "group": gettext_noop("Group"),
    "material": gettext_noop("Material"),
    "mineral": gettext_noop("Mineral"),
}


def about(store: Store, metal: Metal) -> str:
    """Return group, atomic number and origin of a metal as one line."""
    group = metal.metal_group if metal.metal_group != "other" else metal.kind
    parts = [gettext(_GROUPS[group]) if group in _GROUPS else group]
    if metal.atomic_number:
        parts.append(gettext("atomic number {number}").format(number=metal.atomic_number))
    if metal.by_product_of:
        names = list_of([metal_name(store, m) for m in metal.by_product_of])
        parts.append(gettext("by-product of {metals}").format(metals=names))
    if metal.member_of:
        parts.append(gettext("member of the group {group}").format(group=metal_name(store, metal.member_of)))
    if metal.main_source:
        parts.append(gettext("found in {source}").format(source=metal.main_source))
    return " · ".join(parts)


def metal_name(store: Store, metal_id: str) -> str:
    """Return a metal's name as it appears in a sentence, without the remark that it is a group."""
    metal = store.metals.get(metal_id)
    return metal.name_en.lower().removesuffix(" (group)") if metal else metal_id


def summary(metal: Metal) -> str:
    """Return the summary of a metal, with the note that its profile is brief."""
    if metal.profile != "brief" or not metal.note:
        return metal.summary
    return paragraph([metal.summary, f"{capital(metal.note).rstrip('.')}."])
