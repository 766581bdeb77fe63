"""The description of a metal on a fact sheet: its group, where it comes from, its summary."""

from explorer.charts.text import as_sentence
from explorer.data.metal_names import plain_name
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.data.terms import group_or_kind_label
from explorer.language import gettext, list_of, paragraph


def about(store: Store, metal: Metal) -> str:
    """Return group, atomic number and origin of a metal as one line."""
    parts = [group_or_kind_label(metal)]
    if metal.atomic_number:
        parts.append(gettext("atomic number {number}").format(number=metal.atomic_number))
    if metal.by_product_of:
        names = list_of([metal_name(store, m) for m in metal.by_product_of])
        parts.append(gettext("by-product of {metals}").format(metals=names))
    if metal.member_of:
        parts.append(gettext("member of the group {group}").format(group=metal_name(store, metal.member_of)))
    if metal.main_source:
        parts.append(gettext("main source: {source}").format(source=metal.main_source))
    return " · ".join(parts)


def metal_name(store: Store, metal_id: str) -> str:
    """Return a metal's name as it appears in a sentence, without the remark that it is a group."""
    metal = store.metals.get(metal_id)
    return plain_name(metal) if metal else metal_id


def summary(metal: Metal) -> str:
    """Return the summary of a metal, with the note that its profile is brief."""
    if metal.profile != "brief" or not metal.note:
        return metal.summary
    return paragraph([metal.summary, as_sentence(metal.note)])
