"""The choice of the view with which the program opens."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.language import gettext
from explorer.models.state import AppState
from explorer.ui.views.registry import VIEW_KINDS
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.style import STEP


class StartChoice(QWidget):
    """Shows and sets the view that the next start opens."""

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        name = label(gettext("Start with"), "muted", wrap=False, selectable=False)
        self.box = ChoiceBox()
        self.box.setAccessibleName(gettext("View that the program opens with"))
        for kind in VIEW_KINDS:
            self.box.addItem(gettext(kind.name), kind.view)
        self.box.setCurrentIndex(self.box.findData(state.start_view))
        self.box.currentIndexChanged.connect(self._chosen)
        name.setBuddy(self.box)
        row.addWidget(name)
        row.addWidget(self.box)

    @Slot(int)
    def _chosen(self, index: int) -> None:
        self._state.set_start_view(self.box.itemData(index))
