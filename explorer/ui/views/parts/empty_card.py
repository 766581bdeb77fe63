"""What My parts shows while no parts list is saved."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from explorer.language import gettext
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label


class EmptyCard(Card):
    """Says what parts lists are for; the button opens Code check."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gettext("No parts list yet"), parent=parent)
        sentences = (
            gettext(
                "Save a list of customs or control codes with an origin and a destination: in Code check, open or "
                "paste the list and choose “Save this list…”."
            ),
            gettext(
                "At each start and after each new edition or entry of yours, the program then checks which verdicts "
                "have changed, since when and why, and which will change, and on which days."
            ),
            gettext("Parts lists are kept on this computer only."),
        )
        for sentence in sentences:
            self.add(label(sentence))
        self.button = QPushButton(gettext("Open Code check"))
        self.button.setProperty("role", "primary")
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
