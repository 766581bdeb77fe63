"""A card that is a suggestion: a title and a text, and a click or its button opens what it suggests."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from explorer.guard import guarded
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label


@guarded
class SuggestionCard(Card):
    """Emits `chosen` for a click anywhere on the card, and for its button, which the keyboard reaches."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent, stacked=True)
        self.heading.setProperty("role", "question")
        self.text = label("", "muted")
        self.link = link_button("›")
        self.link.clicked.connect(self.chosen)
        self.add_action(self.link)
        self.add(self.text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        for text in (self.heading, self.text):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)

    @property
    def title(self) -> str:
        """The title shown."""
        return self.heading.text()

    def suggest(self, title: str, text: str, action: str) -> None:
        """Show a suggestion; `action` says what the button does, for screen readers and as its tooltip."""
        self.set_heading(title)
        self.text.setText(text)
        self.link.setAccessibleName(action)
        self.link.setToolTip(action)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit()
