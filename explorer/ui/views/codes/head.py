"""The title of the view with what the codes are checked for, and the buttons that copy and save."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from explorer.guard import guarded
from explorer.language import gettext
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.style import STEP

LEAST_SUBTITLE = 180  # pixels, below which the buttons are below the title


@guarded
class CodesHead(QWidget):
    """Shows the buttons beside the title, or below it where there is little room."""

    def __init__(self, buttons: Iterable[QPushButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label(gettext("Code check"), "title", wrap=False)
        self.subtitle = label("", "muted")
        titles = QHBoxLayout()
        titles.setSpacing(2 * STEP)
        titles.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBottom)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the parts for the width."""
        super().resizeEvent(event)
        needed = self.title.sizeHint().width() + LEAST_SUBTITLE + self._buttons.sizeHint().width()
        directions = QBoxLayout.Direction
        has_room = needed <= event.size().width()
        self._box.setDirection(directions.LeftToRight if has_room else directions.TopToBottom)
