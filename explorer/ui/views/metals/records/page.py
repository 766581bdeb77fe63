"""What the pages of all records share: a name and a column of cards, some of which are sections."""

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.ui.view_context import ViewContext
from explorer.ui.views.page import MARGINS
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.style import STEP


class Section(Struct, frozen=True):
    """A card that a link leads to, with the short name of the link."""

    name: str
    card: Card


class RecordPage(QWidget):
    """The content of a record; `name` is what screen readers call it.

    `exportRequested` asks for the export of a chart.
    """

    exportRequested = Signal(object)

    def __init__(self, shared: ViewContext, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shared, self.name = shared, name
        self.sections: list[Section] = []
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

    def add_card(
        self, heading: str, *widgets: QWidget, section: str = "", subtitle: str = "", stacked: bool = False
    ) -> Card:
        """Add a card with widgets below one another, and return it; `section` is the name of the link to it."""
        card = Card(heading, subtitle, stacked=stacked)
        card.setAccessibleName(heading)
        for widget in widgets:
            card.add(widget)
        self.place_card(card, section)
        return card

    def place_card(self, card: Card, section: str = "") -> None:
        """Add a card below the others; `section` is the name of the link to it."""
        self._column.addWidget(card)
        if section:
            self.sections.append(Section(section, card))

    def focus_widgets(self) -> list[QWidget]:
        """Return what the Tab key reaches in the page, in reading order."""
        return [w for w in self.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def beside(self, card: QWidget, *, after: bool) -> QWidget | None:
        """Return what the Tab key reaches next after the head of a card, or before it; None at the ends."""
        parts = self.findChildren(QWidget)
        place = parts.index(card)
        reached = set(self.focus_widgets())
        order = parts[place + 1 :] if after else parts[:place][::-1]
        return next((w for w in order if w in reached), None)
