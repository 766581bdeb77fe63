"""The greeting of the first start: where to type, what the fields at the top mean, and questions to try."""

from functools import partial

from PySide6.QtCore import QSettings, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.guard import guarded
from explorer.language import gettext, gettext_noop
from explorer.models.stored_values import stored_text
from explorer.ui.widgets.buttons import toggle
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.style import STEP

EXAMPLES = (gettext_noop("gallium"), "8112.92.8900", gettext_noop("what is banned"))
_KEY, _DISMISSED = "greeting", "dismissed"


def is_due(settings: QSettings | None) -> bool:
    """Return whether a reader has not dismissed the greeting yet; without settings nobody is greeted."""
    return settings is not None and stored_text(settings, _KEY) != _DISMISSED


@guarded
class Greeting(QFrame):
    """A panel below the page, which covers nothing and stays until it is dismissed; all else can be used meanwhile."""

    exampleChosen = Signal(str)

    def __init__(self, settings: QSettings | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setProperty("role", "greeting")
        self.setAccessibleName(gettext("Getting started"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 3 * STEP, 16, 3 * STEP)
        column.setSpacing(STEP)
        column.addWidget(label(gettext("Getting started"), "heading"))
        for text in _texts():
            column.addWidget(label(text))
        column.addLayout(self._make_examples())
        column.addLayout(self._make_end())
        self.hide()

    def _make_examples(self) -> FlowLayout:
        row = FlowLayout(spacing=STEP)
        row.addWidget(label(gettext("Try:"), "muted", wrap=False))
        self.examples = []
        for example in map(gettext, EXAMPLES):
            button = toggle(example)
            button.setCheckable(False)
            button.setAccessibleName(gettext("Search for {text}").format(text=example))
            button.clicked.connect(partial(self.exampleChosen.emit, example))
            self.examples.append(button)
            row.addWidget(button)
        return row

    def _make_end(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(gettext("Press Esc to close. To see this again, use Help (?)."), "small"), 1)
        self.done = QPushButton(gettext("Got it"))
        self.done.setProperty("role", "primary")
        self.done.clicked.connect(self.dismiss)
        row.addWidget(self.done)
        return row

    @Slot()
    def dismiss(self) -> None:
        """Hide the panel for good."""
        self.hide()
        if self._settings is not None:
            self._settings.setValue(_KEY, _DISMISSED)
            self._settings.sync()


def _texts() -> tuple[str, ...]:
    """Return what a newcomer needs to know, in the order of the window."""
    return (
        gettext("Type a metal, a code, a document or a question into the search field (Ctrl+K)."),
        gettext(
            "Every answer is for one date and one route, which you set at the top: “as of” is the date of the "
            "question, “from” (the origin) the country that the goods leave, and “to” (the destination) the country "
            "that they go to."
        ),
        gettext(
            "The label of a metal in the list and the lines below its name say what applies on that date."
        ),
    )
