"""What the view shows while nothing is removed: how to begin, and the countries that lead the output of most metals."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.data.metal_names import plain_name
from explorer.data.numbers import percent
from explorer.data.places import place_name
from explorer.data.steps import Steps
from explorer.data.supply.stress.leading_countries import LeadingCountry, stepwise_countries
from explorer.guard import guarded
from explorer.language import gettext, list_of, ngettext
from explorer.ui.cards.suggestion_card import SuggestionCard
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import Columns
from explorer.ui.widgets.style import STEP

SUGGESTIONS, SHARE, LEAST_COLUMN = 6, 50, 260


@guarded
class EmptyCard(QWidget):
    """Suggests countries to remove; `chosen` reports the id of one."""

    chosen = Signal(str)

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3 * STEP)
        text = gettext(
            "Choose a country, bloc or company above. This page then shows what each metal loses, what "
            "remains, and who is largest afterwards."
        )
        self._column.addWidget(label(text))
        self.cards: dict[str, SuggestionCard] = {}

    def show_in_steps(self) -> Steps[None]:
        """Show the suggestions in steps, once: they depend on nothing that is chosen."""
        store = self._shared.store
        if self.cards:
            return
        found = yield from stepwise_countries(store, SHARE, SUGGESTIONS)
        for country in found:
            card = self.cards[country.country_id] = SuggestionCard()
            name = place_name(store, country.country_id)
            names = [plain_name(store.metal(metal_id)) for metal_id in country.metal_ids]
            action = gettext("Remove {country}").format(country=name)
            card.suggest(gettext("Without {country}").format(country=name), _text(country, names), action)
            card.chosen.connect(partial(self.chosen.emit, country.country_id))
        self._column.addWidget(Columns(*((card, 1) for card in self.cards.values()), least=LEAST_COLUMN))


def _text(country: LeadingCountry, names: list[str]) -> str:
    """Return how many metals lose the share without a country, with their names."""
    text = ngettext(
        "{count} metal loses at least {share} of world output: {metals}.",
        "{count} metals lose at least {share} of world output: {metals}.",
        len(country.metal_ids),
    )
    return text.format(count=len(names), share=percent(SHARE), metals=list_of(names))
