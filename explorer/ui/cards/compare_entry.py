"""The entry of a menu that adds a metal to the comparison, or removes it from there."""

from PySide6.QtWidgets import QWidget

from explorer.language import gettext
from explorer.models import compared
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.clipboard import confirm
from explorer.ui.widgets.context_menu import Entry


def compare_entry(shared: ViewContext, metal_id: str, owner: QWidget, *, new_section: bool = False) -> Entry:
    """Return the entry; the status bar of the window says what was done."""
    is_compared = metal_id in compared.compared(shared.state)
    text = gettext("Remove from comparison") if is_compared else gettext("Compare")

    def run() -> None:
        toggle_compared(shared, metal_id, owner)

    return Entry(text, run, new_section=new_section)


def toggle_compared(shared: ViewContext, metal_id: str, owner: QWidget) -> None:
    """Add a metal to the comparison, or remove it."""
    confirm(owner, compared.toggle(shared.state, shared.store.metal(metal_id)))
