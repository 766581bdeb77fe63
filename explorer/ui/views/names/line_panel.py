"""The panel that explains the verdict on a name: the party, the reasons, its listings over time, what is left open."""

from PySide6.QtWidgets import QWidget

from explorer.data.parties.check import PartyChecker
from explorer.data.parties.checked_list import CheckedName
from explorer.data.parties.explanation import explanation_of, plain_text
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.name_list_kind import NAMES
from explorer.ui.view_context import ViewContext
from explorer.ui.views.lists.line_panel import Explained, LinePanel
from explorer.ui.views.names.explanation_page import explanation_page


@guarded
class NamePanel(LinePanel):
    """Explains verdicts on names."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(shared, NAMES, gettext("no name"), parent)

    def explained(self, answer: CheckedName) -> Explained:
        """Return the parties, the reasons and the listings behind a verdict."""
        shared, verdict = self.shared, answer.verdict
        assert verdict is not None
        has_lists = PartyChecker(shared.store, shared.context).has_lists
        found = explanation_of(shared.store, verdict, shared.context, has_lists=has_lists)
        return Explained(
            found.sentence,
            explanation_page(shared.store, found, shared.theme),
            plain_text(shared.store, verdict, found, shared.context),
        )
