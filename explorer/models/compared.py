"""The metals that are compared, in the state: adding and removing one."""

from collections.abc import Sequence

from explorer.data.comparison.chosen import MOST_METALS, ids_of, text_of, too_many
from explorer.data.metal_names import short_name
from explorer.data.records import Metal
from explorer.language import gettext
from explorer.models.state import AppState
from explorer.models.views import COMPARE_VIEW


def compared(state: AppState) -> tuple[str, ...]:
    """Return the ids of the metals that are compared, in the order in which they were chosen."""
    return ids_of(state.options(COMPARE_VIEW)["metals"])


def set_compared(state: AppState, metal_ids: Sequence[str]) -> None:
    """Compare other metals."""
    state.set_option(COMPARE_VIEW, "metals", text_of(metal_ids))


def add(state: AppState, metal: Metal) -> str:
    """Compare one more metal, and return a sentence on what was done or why it was not."""
    chosen = compared(state)
    if metal.metal_id in chosen:
        return gettext("{metal} is already compared.").format(metal=short_name(metal))
    if len(chosen) == MOST_METALS:
        return too_many()
    set_compared(state, (*chosen, metal.metal_id))
    text = gettext("{metal} added to the comparison: {count} of {most} metals.")
    return text.format(metal=short_name(metal), count=len(chosen) + 1, most=MOST_METALS)


def remove(state: AppState, metal: Metal) -> str:
    """Leave a metal out of the comparison, and return a sentence on it."""
    set_compared(state, [m for m in compared(state) if m != metal.metal_id])
    return gettext("{metal} removed from the comparison.").format(metal=short_name(metal))


def toggle(state: AppState, metal: Metal) -> str:
    """Add a metal, or remove one that is compared; return a sentence on it."""
    return (remove if metal.metal_id in compared(state) else add)(state, metal)
