"""What the view shows while no metal is chosen: how to add one, and sets to begin with."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.data.comparison.chosen import MOST_METALS
from explorer.data.comparison.controlled import controlled_first
from explorer.data.metal_names import plain_name
from explorer.data.overview.prices import watched_metals
from explorer.guard import guarded
from explorer.language import gettext, list_of
from explorer.models.compared import set_compared
from explorer.ui.cards.suggestion_card import SuggestionCard
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import Columns
from explorer.ui.widgets.style import STEP

LEAST_COLUMN = 360


@guarded
class EmptyCard(QWidget):
    """Offers the watched metals, or some to begin with, and those that were controlled first."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        shared.watchlist.changed.connect(self.show_context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        text = gettext(
            "Add up to eight metals with the field above. In the list of metals you can also choose "
            "“Compare” in the menu of a metal, press Ctrl and click it, or drag it onto the button "
            "“Compare”."
        )
        column.addWidget(label(text))
        self.watched, self.controlled = SuggestionCard(), SuggestionCard()
        self.watched.chosen.connect(self._choose_watched)
        self.controlled.chosen.connect(self._choose_controlled)
        column.addWidget(Columns((self.watched, 1), (self.controlled, 1), least=LEAST_COLUMN))

    @Slot()
    def show_context(self) -> None:
        """Offer the watched metals, or those of the article, and the controlled ones where there are any."""
        is_watched = bool(self._shared.watchlist.metals())
        title = gettext("Watched metals") if is_watched else gettext("Metals of the press article")
        self._suggest(self.watched, title, self._watched())
        controlled = self._controlled()
        self.controlled.setVisible(bool(controlled))
        self._suggest(self.controlled, gettext("The metals controlled first"), controlled)

    def _suggest(self, card: SuggestionCard, title: str, metal_ids: Sequence[str]) -> None:
        names = list_of([plain_name(self._shared.store.metal(metal_id)) for metal_id in metal_ids])
        card.suggest(title, names, gettext("Compare {metals}").format(metals=names))

    def _watched(self) -> tuple[str, ...]:
        return watched_metals(self._shared.store, self._shared.watchlist.metals())[:MOST_METALS]

    def _controlled(self) -> tuple[str, ...]:
        return controlled_first(self._shared.store, self._shared.context, MOST_METALS)

    @Slot()
    def _choose_watched(self) -> None:
        set_compared(self._shared.state, self._watched())

    @Slot()
    def _choose_controlled(self) -> None:
        set_compared(self._shared.state, self._controlled())
