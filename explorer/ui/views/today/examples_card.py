"""Questions with their short answers, which open the full answer."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from explorer.data.overview.examples import EXAMPLES, Example
from explorer.data.overview.overview import Overview
from explorer.guard import guarded
from explorer.language import gettext
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import Columns

LEAST_COLUMN = 260


@guarded
class ExampleCard(Card):
    """A question and its short answer; a click on the card, or its button, opens the full answer."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent, stacked=True)
        self._shared = shared
        self.heading.setProperty("role", "question")
        self.answer = label("", "muted")
        self.link = link_button("›")
        self.link.clicked.connect(self._open)
        self.add_action(self.link)
        self.add(self.answer)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        for text in (self.heading, self.answer):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)

    @property
    def question(self) -> str:
        """The question shown."""
        return self.heading.text()

    def show_example(self, example: Example) -> None:
        """Show a question and its answer."""
        self.set_heading(example.question)
        self.answer.setText(example.answer)
        self.link.setAccessibleName(gettext("Full answer: {question}").format(question=example.question))
        self.link.setToolTip(gettext("Full answer"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._open()

    @Slot()
    def _open(self) -> None:
        self._shared.state.open_record("answer", self.question)


@guarded
class ExamplesCard(Columns):
    """Up to three questions side by side."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        self.cards = [ExampleCard(shared) for _ in range(EXAMPLES)]
        super().__init__(*((card, 1) for card in self.cards), least=LEAST_COLUMN, parent=parent)

    def show_overview(self, found: Overview) -> None:
        """Show the questions of a day."""
        self.setVisible(bool(found.examples))
        for number, card in enumerate(self.cards):
            card.setVisible(number < len(found.examples))
            if number < len(found.examples):
                card.show_example(found.examples[number])
