"""The buttons of Code check that save the list as a parts list, and that open saved ones."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu, QPushButton

from explorer.data.user.parts_records import PartsSummary
from explorer.language import gettext
from explorer.models.own_parts import OwnPartsModel


class SavedLists(QObject):
    """Two buttons; `saveRequested` asks to save the list shown, `chosen` reports the ID of a saved one to open."""

    saveRequested = Signal()
    chosen = Signal(str)

    def __init__(self, parts: OwnPartsModel) -> None:
        super().__init__()
        self._parts = parts
        self.save = QPushButton(gettext("Save this list…"))
        self.save.setToolTip(
            gettext("Keep the codes with origin and destination, and see in My parts which verdicts change")
        )
        self.save.clicked.connect(self.saveRequested)
        self.open = QPushButton(gettext("Saved lists"))
        self.open.setProperty("role", "menu")
        self.menu = QMenu(self.open)
        self.menu.aboutToShow.connect(self._fill)
        self.open.setMenu(self.menu)
        parts.changed.connect(self.show_lists)
        self.show_lists()

    @property
    def buttons(self) -> tuple[QPushButton, QPushButton]:
        """The buttons in reading order."""
        return self.save, self.open

    @Slot()
    def show_lists(self) -> None:
        """Offer saved lists where there are any."""
        self.open.setEnabled(bool(self._parts.summaries()))

    @Slot()
    def _fill(self) -> None:
        self.menu.clear()
        for parts in self._parts.summaries():
            action = self.menu.addAction(_name(parts).replace("&", "&&"))
            action.triggered.connect(partial(self._choose, parts.list_id))

    def _choose(self, list_id: str) -> None:
        self.chosen.emit(list_id)


def _name(parts: PartsSummary) -> str:
    text = gettext("{name} ({origin} to {destination})")
    facts = parts.facts
    return text.format(name=facts.name, origin=facts.origin, destination=facts.destination)
