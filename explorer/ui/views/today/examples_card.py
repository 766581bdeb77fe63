"""Questions with their answers, which open the full answer."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from explorer.data.overview.examples import EXAMPLES, Example
from explorer.data.overview.overview import Overview
from explorer.guard import guarded
from explorer.language import gettext
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import Columns
from explorer.ui.widgets.style import STEP

LEAST_COLUMN = 260


@guarded
class ExampleButton(QPushButton):
    """A question above its short answer, as one button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "example")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * STEP, 2 * STEP, 4 * STEP, 2 * STEP)
        column.setSpacing(STEP)
        self.question, self.answer = label("", "question", selectable=False), label("", selectable=False)
        for part in (self.question, self.answer):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part)
        column.addStretch(1)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_example(self, example: Example) -> None:
        """Show a question and its answer."""
        self.question.setText(example.question)
        self.answer.setText(example.answer)
        text = gettext("{question} {answer}").format(question=example.question, answer=example.answer)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Return the size of the texts, which the button itself does not know."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped texts."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else super().heightForWidth(width)


@guarded
class ExamplesCard(Columns):
    """Up to three questions side by side."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        self._shared = shared
        self.buttons = [ExampleButton() for _ in range(EXAMPLES)]
        super().__init__(*((button, 1) for button in self.buttons), least=LEAST_COLUMN, parent=parent)
        for button in self.buttons:
            button.clicked.connect(partial(self._open, button))

    def show_overview(self, found: Overview) -> None:
        """Show the questions of a day."""
        self.setVisible(bool(found.examples))
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(found.examples))
            if number < len(found.examples):
                button.show_example(found.examples[number])

    def _open(self, button: ExampleButton) -> None:
        self._shared.state.open_record("answer", button.question.text())
