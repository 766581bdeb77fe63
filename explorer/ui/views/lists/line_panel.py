"""The panel that explains the verdict on the selected line."""

from typing import Any

from msgspec import Struct
from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QWidget

from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.list_kinds import Answer, ListKind
from explorer.ui.browser import offer
from explorer.ui.view_context import ViewContext
from explorer.ui.views.lists.page_parts import DOCUMENT, reason_page
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.clipboard import copy_text
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.pill import Pill
from explorer.ui.widgets.style import STEP

MOST_PILLS = 3


class Explained(Struct, frozen=True):
    """A verdict explained: a sentence, a page of HTML, and the text that is copied."""

    sentence: str
    page: str
    copied: str


@guarded
class LinePanel(Card):
    """Shows the reasons for a verdict and what it leaves open; `documentRequested` reports a document to show.

    `nothing` is shown in the head where a line is empty.
    """

    documentRequested = Signal(str)

    def __init__(
        self, shared: ViewContext, kind: ListKind, nothing: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent, fill=True)
        self.shared = shared
        self._kind, self._nothing, self._copied = kind, nothing, ""
        self.written = label("", "title", wrap=False)
        self.number, self.sentence = label("", "small", wrap=False), label("", "heading")
        self.copy = link_button(gettext("Copy"))
        self.copy.setAccessibleName(gettext("Copy explanation"))
        self.copy.clicked.connect(self._copy)
        head = QHBoxLayout()
        head.setSpacing(2 * STEP)
        head.addWidget(self.written)
        head.addWidget(self.number, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.copy)
        self.body.addLayout(head)
        holder = QWidget()
        flow = FlowLayout(holder, STEP)
        self.pills = tuple(Pill() for _ in range(MOST_PILLS))
        for pill in self.pills:
            flow.addWidget(pill)
        self.page = QTextBrowser()
        self.page.setProperty("role", "plain")
        self.page.setAccessibleName(gettext("Explanation of the selected line"))
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(0)
        self.page.anchorClicked.connect(self.follow)
        self.add(holder)
        self.add(self.sentence)
        self.add(self.page, 1)
        self.show_line(None)

    def explained(self, answer: Any) -> Explained:
        """Return the explanation of a verdict."""
        raise NotImplementedError

    def show_line(self, answer: Answer | None) -> None:
        """Explain the answer on a line, or say what to do for an explanation."""
        found = Explained("", "", "")
        if answer is None:
            page = reason_page((gettext("Select a line to see the reasons for its verdict."),))
        elif answer.verdict is None:
            page = reason_page((answer.fault, gettext("Correct the line and check the list again.")))
        else:
            found = self.explained(answer)
            page = found.page
        self._show_head(answer)
        self._copied = found.copied
        self.sentence.setText(found.sentence)
        self.sentence.setVisible(bool(found.sentence))
        self.copy.setVisible(bool(found.copied))
        self.page.setHtml(page)

    def _show_head(self, answer: Answer | None) -> None:
        """Show what is written on a line, with its number and its pills."""
        self.written.setText((answer.written or self._nothing) if answer is not None else "")
        number = answer.line.number if answer is not None else 0
        self.number.setText(gettext("Line {number}").format(number=number) if answer is not None else "")
        pills: tuple[tuple[str, str], ...] = ()
        if answer is not None:
            text = self._kind.texts(self.shared.store, answer)
            pills = ((text.verdict, text.verdict_state), *text.pills)
        for number, pill in enumerate(self.pills):
            words, state = pills[number] if number < len(pills) else ("", "none")
            pill.show_status(words, state, self.shared.theme)
            pill.setVisible(bool(words))

    @Slot()
    def _copy(self) -> None:
        copy_text(self, self._copied)

    @Slot(QUrl)
    def follow(self, url: QUrl) -> None:
        """Open what a link names; the id of a document is in its path."""
        if url.scheme() == DOCUMENT:
            self.documentRequested.emit(url.path())
        else:
            offer(self.page, url.toString())
