"""The panel that explains the verdict on the selected line."""

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QWidget

from explorer.data.finding.code_check import CheckedLine
from explorer.data.finding.code_explanation import explanation_of
from explorer.data.finding.code_explanation_text import plain_text
from explorer.data.finding.code_texts import answer_text
from explorer.data.finding.code_verdicts import CodeText, verdict_sentence
from explorer.guard import guarded
from explorer.language import gettext
from explorer.ui.browser import open_in_browser
from explorer.ui.view_context import ViewContext
from explorer.ui.views.codes.explanation_page import DOCUMENT, ITEM, explanation_page, reason_page
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.clipboard import copy_text
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.pill import Pill
from explorer.ui.widgets.style import STEP

MOST_PILLS = 3


@guarded
class LinePanel(Card):
    """Shows the wording of the items, the measures, what would change them, and what the verdict leaves open.

    `itemRequested` reports an item to show with its metal, `documentRequested` a document.
    """

    itemRequested = Signal(str)
    documentRequested = Signal(str)

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, fill=True)
        self._shared = shared
        self._copied = ""
        self.code = label("", "title", wrap=False)
        self.number, self.sentence = label("", "small", wrap=False), label("", "heading")
        self.copy = link_button(gettext("Copy"))
        self.copy.setAccessibleName(gettext("Copy explanation"))
        self.copy.clicked.connect(self._copy)
        head = QHBoxLayout()
        head.setSpacing(2 * STEP)
        head.addWidget(self.code)
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
        self.page.anchorClicked.connect(self._follow)
        self.add(holder)
        self.add(self.sentence)
        self.add(self.page, 1)
        self.show_line(None)

    def show_line(self, answer: CheckedLine | None) -> None:
        """Explain the answer on a line, or say what to do for an explanation."""
        shared, page = self._shared, ""
        self._copied, sentence = "", ""
        if answer is None:
            page = reason_page((gettext("Select a line to see the reasons for its verdict."),))
        elif answer.verdict is None:
            page = reason_page((answer.fault, gettext("Correct the line and check the list again.")))
        else:
            found = explanation_of(shared.store, answer.verdict, shared.context)
            page = explanation_page(shared.store, found, shared.theme)
            sentence = verdict_sentence(CodeText(answer.code, answer.verdict.normalised), answer.verdict)
            self._copied = plain_text(shared.store, answer, found, shared.context)
        self._show_head(answer)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.copy.setVisible(bool(self._copied))
        self.page.setHtml(page)

    def _show_head(self, answer: CheckedLine | None) -> None:
        """Show the code with its number and its pills."""
        self.code.setText((answer.code or gettext("no code")) if answer is not None else "")
        number = answer.line.number if answer is not None else 0
        self.number.setText(gettext("Line {number}").format(number=number) if answer is not None else "")
        pills: tuple[tuple[str, str], ...] = ()
        if answer is not None:
            text = answer_text(self._shared.store, answer)
            pills = ((text.verdict, text.verdict_state), *text.pills)
        for number, pill in enumerate(self.pills):
            words, state = pills[number] if number < len(pills) else ("", "none")
            pill.show_status(words, state, self._shared.theme)
            pill.setVisible(bool(words))

    @Slot()
    def _copy(self) -> None:
        copy_text(self, self._copied)

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        """Open what a link names; the ids are in its path."""
        if url.scheme() == ITEM:
            self.itemRequested.emit(url.path())
        elif url.scheme() == DOCUMENT:
            self.documentRequested.emit(url.path())
        else:
            open_in_browser(url.toString())
