"""A list in which a reader chooses the destination whose imports a card shows."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from explorer.data.supply.buyers import buyer_name
from explorer.guard import guarded
from explorer.language import gettext
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.choice_box import ChoiceBox

MOST_VISIBLE = 24


@guarded
class DestinationChoice(ChoiceBox):
    """Offers the importing countries on file and sets the one that is chosen as the destination of the window."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self.setAccessibleName(gettext("Choose a destination"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(MOST_VISIBLE)
        self.activated.connect(self._chosen)
        self.hide()

    def offer(self, offered: bool) -> None:
        """Show or hide the list; the countries are read when it is first shown."""
        if offered and not self.count():
            store = self._shared.store
            self.addItem(gettext("Choose a destination…"), "")
            for name, buyer in sorted((buyer_name(store, buyer), buyer) for buyer in store.buyers):
                self.addItem(name, buyer)
        if offered:
            self.setCurrentIndex(0)
        self.setVisible(offered)

    @Slot(int)
    def _chosen(self, index: int) -> None:
        buyer = self.itemData(index)
        if buyer:
            self._shared.state.set_context(destination=buyer)
