"""What the pages of all records share: a name and a column of cards."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.ui.view_context import ViewContext
from explorer.ui.views.metals.page import MARGINS
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.style import STEP


class RecordPage(QWidget):
    """The content of a record; `name` is what screen readers call it."""

    def __init__(self, shared: ViewContext, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shared, self.name = shared, name
        self.setObjectName("page")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*MARGINS)
        self._column.setSpacing(3 * STEP)
        self.build()
        self._column.addStretch(1)

    def build(self) -> None:
        """Add the cards."""
        raise NotImplementedError

    def focus_target(self) -> QWidget | None:
        """Return what gets the focus when the record is opened, None for the record as a whole."""
        return None

    def add_card(self, heading: str, *widgets: QWidget, subtitle: str = "", stacked: bool = False) -> Card:
        """Add a card with widgets below one another, and return it."""
        card = Card(heading, subtitle, stacked=stacked)
        for widget in widgets:
            card.add(widget)
        self._column.addWidget(card)
        return card
