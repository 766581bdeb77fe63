"""Copies the status of the metal shown, with its documents, for a text that quotes it."""

from PySide6.QtWidgets import QWidget

from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.clipboard import copy_text


def copy_status(shared: ViewContext, owner: QWidget) -> None:
    """Put the status of the metal on the clipboard; what words it is imported only then."""
    from explorer.data.finding.answer_pages.quoted_answer import quoted_status

    copy_text(owner, quoted_status(shared.store, shared.metal.metal_id, shared.context))
