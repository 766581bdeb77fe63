"""A text field with a button that clears it."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from explorer.guard import guarded


@guarded
class ClearableField(QLineEdit):
    """Gets its button with its first focus or text: Qt's search for the icon would delay the first window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(self._add_button)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._add_button()
        super().focusInEvent(event)

    @Slot()
    def _add_button(self) -> None:
        self.setClearButtonEnabled(True)
