"""The panel that explains the verdict on a code: items, measures, what would change them, what is left open."""

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtWidgets import QWidget

from explorer.data.finding.code_cause import cause_lines
from explorer.data.finding.code_check import CheckedLine
from explorer.data.finding.code_explanation import explanation_of
from explorer.data.finding.code_explanation_text import plain_text
from explorer.data.finding.code_verdicts import CodeText, verdict_sentence
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.code_list_kind import CODES
from explorer.ui.view_context import ViewContext
from explorer.ui.views.codes.explanation_page import ITEM, explanation_page
from explorer.ui.views.lists.line_panel import Explained, LinePanel
from explorer.ui.views.lists.page_parts import reason_page


@guarded
class CodePanel(LinePanel):
    """Explains verdicts on codes; `itemRequested` reports an item to show with its metal."""

    itemRequested = Signal(str)

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(shared, CODES, gettext("no code"), parent)

    def explained(self, answer: CheckedLine) -> Explained:
        """Return the items and measures behind a verdict."""
        shared, verdict = self.shared, answer.verdict
        assert verdict is not None
        found = explanation_of(shared.store, verdict, shared.context)
        causes = cause_lines(shared.store, verdict, shared.context.as_of)
        return Explained(
            verdict_sentence(CodeText(answer.code, verdict.normalised), verdict),
            reason_page(causes) + explanation_page(shared.store, found, shared.theme),
            plain_text(shared.store, answer, found, shared.context),
        )

    @Slot(QUrl)
    def follow(self, url: QUrl) -> None:
        """Open what a link names; the id of an item is in its path."""
        if url.scheme() == ITEM:
            self.itemRequested.emit(url.path())
        else:
            super().follow(url)
