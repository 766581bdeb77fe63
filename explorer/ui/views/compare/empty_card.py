"""What the view shows while no metal is chosen: how to add one, and sets to begin with."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from explorer.data.comparison.chosen import MOST_METALS
from explorer.data.comparison.controlled import controlled_first
from explorer.data.overview.prices import watched_metals
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.compared import set_compared
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label


@guarded
class EmptyCard(Card):
    """Offers the watched metals, or some to begin with, and those that were controlled first."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(gettext("No metals chosen"), "", parent)
        self._shared = shared
        text = gettext(
            "Add up to eight metals with the field above. In the list of metals you can also choose "
            "“Compare” in the menu of a metal, press Ctrl and click it, or drag it onto the button "
            "“Compare”."
        )
        self.add(label(text))
        self.watched = QPushButton()
        self.watched.setProperty("role", "primary")
        self.controlled = QPushButton(gettext("Compare the metals controlled first"))
        row = QHBoxLayout()
        for button, choose in (
            (self.watched, self._choose_watched),
            (self.controlled, self._choose_controlled),
        ):
            button.setAutoDefault(True)
            button.clicked.connect(choose)
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_context(self) -> None:
        """Offer the watched metals, or those of the article, and the controlled ones where there are any."""
        is_watched = bool(self._shared.own.watched())
        self.watched.setText(
            gettext("Compare the watched metals")
            if is_watched
            else gettext("Compare metals of the press article")
        )
        self.controlled.setVisible(bool(controlled_first(self._shared.store, self._shared.context, 1)))

    @Slot()
    def _choose_watched(self) -> None:
        found = watched_metals(self._shared.store, self._shared.own.watched())
        set_compared(self._shared.state, found[:MOST_METALS])

    @Slot()
    def _choose_controlled(self) -> None:
        found = controlled_first(self._shared.store, self._shared.context, MOST_METALS)
        set_compared(self._shared.state, found)
