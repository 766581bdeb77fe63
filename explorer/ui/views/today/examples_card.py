"""Questions with their short answers, which open the full answer."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from explorer.data.overview.examples import EXAMPLES, Example
from explorer.data.overview.overview import Overview
from explorer.guard import guarded
from explorer.language import gettext
from explorer.ui.cards.suggestion_card import SuggestionCard
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.layouts import Columns

LEAST_COLUMN = 260


@guarded
class ExampleCard(SuggestionCard):
    """A question and its short answer, which opens the full answer."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self.chosen.connect(self._open)

    def show_example(self, example: Example) -> None:
        """Show a question and its answer."""
        action = gettext("Full answer: {question}").format(question=example.question)
        self.suggest(example.question, example.answer, action)

    @Slot()
    def _open(self) -> None:
        self._shared.state.open_record("answer", self.title)


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
