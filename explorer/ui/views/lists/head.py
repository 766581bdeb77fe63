"""The title of the view with what the list is checked for, the switch of codes and names, and the buttons."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QPushButton, QWidget

from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.views import CODES_VIEW, NAMES_VIEW
from explorer.ui.widgets.buttons import toggle
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.style import STEP

LEAST_SUBTITLE = 180  # pixels, below which the buttons are below the title


@guarded
class ListHead(QWidget):
    """Shows the buttons beside the title, or below it where there is little room; `viewChosen` reports the switch."""

    viewChosen = Signal(str)

    def __init__(
        self, view: str, title: str, buttons: Iterable[QPushButton], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = label(title, "title", wrap=False)
        self.views = {CODES_VIEW: toggle(gettext("Codes")), NAMES_VIEW: toggle(gettext("Company names"))}
        group = QButtonGroup(self)
        for name, button in self.views.items():
            group.addButton(button)
            button.setChecked(name == view)
            button.clicked.connect(partial(self._choose, view, name))
        self.subtitle = label("", "muted")
        titles = QHBoxLayout()
        titles.setSpacing(2 * STEP)
        titles.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBottom)
        for button in self.views.values():
            titles.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        titles.addWidget(self.subtitle, 1, Qt.AlignmentFlag.AlignBottom)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        for button in buttons:
            row.addWidget(button)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2 * STEP)
        self._box.addLayout(titles, 1)
        self._box.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignRight)

    def _choose(self, shown: str, name: str) -> None:
        """Ask for the other view; the button of this one stays pressed."""
        self.views[shown].setChecked(True)
        if name != shown:
            self.viewChosen.emit(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the parts for the width."""
        super().resizeEvent(event)
        parts = (self.title, *self.views.values(), self._buttons)
        needed = sum(part.sizeHint().width() + 2 * STEP for part in parts) + LEAST_SUBTITLE
        directions = QBoxLayout.Direction
        has_room = needed <= event.size().width()
        self._box.setDirection(directions.LeftToRight if has_room else directions.TopToBottom)
