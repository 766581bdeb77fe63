"""What the pages of all tabs share: whether they show the same metal as before, and their charts."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from explorer.ui.view_context import ViewContext
from explorer.ui.views.page import ScrollPage

if TYPE_CHECKING:
    from explorer.ui.cards.chart_card import ChartCard


class Page(ScrollPage):
    """The content of a tab.

    `same_metal` is whether it showed the same metal before, so that the choices of the reader stay.
    """

    chart_cards: "tuple[ChartCard, ...]" = ()

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        self._metal_id = ""
        self.same_metal = False
        super().__init__(shared, parent)

    def refresh_once(self) -> None:
        """Fill the cards if they are out of date."""
        if self.is_stale:
            metal_id = self.shared.state.metal_id
            self.same_metal, self._metal_id = metal_id == self._metal_id, metal_id
        super().refresh_once()
