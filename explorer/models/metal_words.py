"""The words for the group and the kind of a metal."""

from explorer.data.records import Metal
from explorer.language import gettext, gettext_noop

_GROUPS = {
    "light metal": gettext_noop("Light metal"),
    "minor metal": gettext_noop("Minor metal"),
    "semiconductor": gettext_noop("Semiconductor"),
    "rare earth": gettext_noop("Rare earth"),
    "rare earth (light)": gettext_noop("Rare earth (light)"),
    "rare earth (heavy)": gettext_noop("Rare earth (heavy)"),
    "base metal": gettext_noop("Base metal"),
    "battery material": gettext_noop("Battery material"),
    "precious metal": gettext_noop("Precious metal"),
    "refractory metal": gettext_noop("Refractory metal"),
    "other": gettext_noop("Other"),
}
_KINDS = {
    "element": gettext_noop("Element"),
    "mineral": gettext_noop("Mineral"),
    "material": gettext_noop("Material"),
    "group": gettext_noop("Group"),
}


def group_name(metal: Metal) -> str:
    """Return the group of a metal."""
    return gettext(_GROUPS[metal.metal_group]) if metal.metal_group in _GROUPS else metal.metal_group


def group_or_kind(metal: Metal) -> str:
    """Return the group of a metal, or its kind where the group is only “other”."""
    if metal.metal_group != "other":
        return group_name(metal)
    return gettext(_KINDS[metal.kind]) if metal.kind in _KINDS else metal.kind
