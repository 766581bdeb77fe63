"""The line at the top of a view: its title with what belongs to it, a subtitle, and buttons."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from explorer.guard import guarded
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.style import STEP

LEAST_SUBTITLE = 180  # pixels, below which the buttons are below the title


@guarded
class TitleLine(QWidget):
    """Shows the buttons beside the title, or below it where there is little room; `more` follows the title."""

    def __init__(
        self,
        title: str,
        buttons: Iterable[QPushButton],
        more: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title, self.subtitle = label(title, "title", wrap=False), label("", "muted")
        self._fixed = (self.title, *more)
        titles = QHBoxLayout()
        titles.setSpacing(2 * STEP)
        for part in self._fixed:
            titles.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
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
        parts = (*self._fixed, self._buttons)
        needed = sum(part.sizeHint().width() + 2 * STEP for part in parts) + LEAST_SUBTITLE
        directions = QBoxLayout.Direction
        has_room = needed <= event.size().width()
        self._box.setDirection(directions.LeftToRight if has_room else directions.TopToBottom)
